import { defineEntity, type InferEntity, p } from "@mikro-orm/postgresql";

export const CustomerContactEntity = defineEntity({
  name: "CustomerContact",
  tableName: "customer_contact",
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    customerId: p.uuid(),
    name: p.string(),
    email: p.string().nullable(),
    phone: p.string().nullable(),
    job: p.string().nullable(),
  },
});

export const CustomerBankAccountEntity = defineEntity({
  name: "CustomerBankAccount",
  tableName: "customer_bank_account",
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    customerId: p.uuid(),
    account: p.string(),
  },
});

export const CustomerEntity = defineEntity({
  name: "Customer",
  tableName: "customer",
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.string(),
    name: p.string(),
    parentId: p.uuid().nullable(),
    currency: p.string(),
    termsId: p.uuid().nullable(),
    region: p.string().nullable(),
    salesRepresentative: p.string().nullable(),
    collector: p.string().nullable(),
    businessUnit: p.string().nullable(),
    riskClass: p.string().nullable(),
    creditLimit: p.decimal("string").nullable(),
    taxIds: p.array<string>(),
    billToLine1: p.string().nullable().fieldName("bill_to_line1"),
    billToLine2: p.string().nullable().fieldName("bill_to_line2"),
    billToCity: p.string().nullable(),
    billToPostalCode: p.string().nullable(),
    billToState: p.string().nullable(),
    billToCountry: p.string().nullable(),
    version: p.integer().version(),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});

export type Customer = InferEntity<typeof CustomerEntity>;
