import { v7 as uuidv7 } from "uuid";
import { postApplications, postReceipts } from "../../src/cash/index.js";
import type { PaymentTerms } from "../../src/customers/index.js";
import { type BulkInvoice, postInvoices } from "../../src/invoicing/index.js";
import { lockItems } from "../../src/ledger/index.js";
import type { BusinessDate } from "../../src/platform/business-date.js";
import type { Command, CommandContext } from "../../src/platform/commands/command.js";
import { sql } from "../../src/platform/database/sql.js";
import { planVolumeCustomers, planVolumeInvoice, type VolumePayment } from "./plan-volume.js";

/** Invoices `first` to `first + count - 1` of all. */
export interface VolumeChunk {
  readonly first: number;
  readonly count: number;
  readonly of: number;
  readonly seed: number;
  readonly today: BusinessDate;
}

export interface VolumeStart {
  readonly customers: number;
  readonly seed: number;
  /** The first day that anything is posted on, and the last. */
  readonly from: BusinessDate;
  readonly today: BusinessDate;
}

/** Makes the customers and opens the periods; gives the customers' ids in their order. */
export function writeVolumeCustomers(
  terms: readonly PaymentTerms[],
): Command<VolumeStart, readonly string[]> {
  return {
    name: "seedVolumeCustomers",
    scope: "tenant:manage",
    async run({ tx, tenant, emit }, { customers, seed, from, today }) {
      const rows = planVolumeCustomers(customers, seed).map((customer) => ({ ...customer, id: uuidv7() }));
      const standard = terms.find((t) => t.code === "NET30")?.id;
      await tx.rows(sql`
        insert into customer (tenant_id, id, number, name, currency, terms_id, region, sales_representative, collector,
          business_unit, risk_class, credit_limit)
        select ${tenant.id}, id, number, name, 'USD', ${standard}::uuid, region, "salesRepresentative", collector,
          "businessUnit", "riskClass", 50000
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as c(id uuid, number text, name text, region text, "salesRepresentative" text, collector text,
               "businessUnit" text, "riskClass" text)`);
      // A period that is not there yet is made by the first posting into it, and other postings wait for that one.
      await tx.rows(sql`
        insert into period (tenant_id, starts_on)
        select ${tenant.id}, generate_series(date_trunc('month', ${from}::date), ${today}::date, '1 month')`);
      for (const { id, number } of rows) {
        emit({ type: "CUSTOMER_CREATED", subjectId: id, customerId: id, payload: { number } });
      }
      return rows.map((row) => row.id);
    },
  };
}

/** Posts a chunk's invoices, the receipts of those that are paid, and their applications, in one transaction. */
export function writeVolumeChunk(
  customerIds: readonly string[],
  terms: readonly PaymentTerms[],
): Command<VolumeChunk, { readonly invoices: number }> {
  return {
    name: "seedVolumeChunk",
    scope: "tenant:manage",
    async run(context, { first, count, of, seed, today }) {
      const planned = Array.from({ length: count }, (_, i) =>
        planVolumeInvoice(first + i, { invoices: of, customers: customerIds.length, seed, today, terms }),
      );
      const invoices = planned.map(({ customerIndex, payment: _, ...invoice }) => ({
        ...invoice,
        id: uuidv7(),
        customerId: customerIds[customerIndex] ?? "",
      }));
      const itemIds = await postInvoices(context, invoices);
      const paid = planned.flatMap(({ payment }, i) => {
        const invoice = invoices[i];
        return payment && invoice ? [{ invoice, payment, itemIds: itemIds.get(invoice.id) ?? [] }] : [];
      });
      await pay(context, paid);
      return { invoices: count };
    },
  };
}

interface Paid {
  readonly invoice: BulkInvoice;
  readonly payment: VolumePayment;
  readonly itemIds: readonly string[];
}

async function pay(context: CommandContext, paid: readonly Paid[]): Promise<void> {
  const posted = await postReceipts(
    context,
    paid.map(({ invoice, payment }) => ({
      id: uuidv7(),
      customerId: invoice.customerId,
      amount: payment.parts.reduce((sum, part) => sum.plus(part)),
      currency: invoice.currency,
      receivedOn: payment.paidOn,
      method: "BANK_TRANSFER" as const,
      reference: invoice.number,
      rate: "1",
    })),
  );
  const wanted = paid.flatMap(({ payment, itemIds }, i) => {
    const creditId = posted[i]?.itemId ?? "";
    return [creditId, ...itemIds].map((id) => ({ id, from: payment.paidOn }));
  });
  const items = new Map((await lockItems(context, wanted)).map((item) => [item.id, item]));
  const applications = paid.flatMap(({ payment, itemIds }, i) => {
    const credit = items.get(posted[i]?.itemId ?? "");
    return payment.parts.flatMap((amount, n) => {
      const debit = items.get(itemIds[n] ?? "");
      return credit && debit ? [{ credit, debit, amount, effectiveDate: payment.paidOn }] : [];
    });
  });
  await postApplications(context, applications);
}
