import { defineEntity, type InferEntity, p } from "@mikro-orm/postgresql";

export const InvoiceEntity = defineEntity({
  name: "Invoice",
  tableName: "invoice",
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.string().nullable(),
    sequenceNo: p.bigint("string").nullable(),
    status: p.string().$type<"DRAFT" | "ISSUED" | "VOID">(),
    customerId: p.uuid(),
    documentDate: p.date(),
    dueDate: p.date().nullable(),
    currency: p.string(),
    termsId: p.uuid(),
    purchaseOrder: p.string().nullable(),
    netTotal: p.decimal("string"),
    taxTotal: p.decimal("string"),
    total: p.decimal("string"),
    bookingRate: p.decimal("string").nullable(),
    issueEntryId: p.uuid().nullable(),
    voidEntryId: p.uuid().nullable(),
    voidedOn: p.date().nullable(),
    version: p.integer().version(),
  },
});

export type Invoice = InferEntity<typeof InvoiceEntity>;
