import { v7 as uuidv7 } from "uuid";
import type { Instalment } from "../customers/index.js";
import { chartOf, post } from "../ledger/index.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { formatAmount } from "../platform/money.js";
import { type PostableInvoice, totalsOf } from "./invoice.rules.js";
import { invoiceEntry } from "./invoice-entry.rules.js";
import { insertLines } from "./invoice-rows.js";

/** An invoice that goes straight to ISSUED, because another system or a bulk load made it. */
export interface BulkInvoice extends PostableInvoice {
  readonly instalments: readonly Instalment[];
  readonly termsId: string;
  readonly purchaseOrder: string | null;
  /** Its place in our own sequence; null when another system numbered it. */
  readonly sequenceNo: string | null;
  /** Hash of the source row, by which a repeated import is known. */
  readonly importHash: string | null;
}

/** Posts many invoices at once, set-based. Returns the ids of each invoice's open items, in instalment order. */
export async function postInvoices(
  context: CommandContext,
  invoices: readonly BulkInvoice[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { tx, tenant } = context;
  if (invoices.length === 0) return new Map();
  const chart = await chartOf(tx, tenant.id);
  const itemIds = new Map(invoices.map((invoice) => [invoice.id, invoice.instalments.map(() => uuidv7())]));
  const entries = invoices.map((invoice) =>
    invoiceEntry(invoice, invoice.instalments, chart, tenant.functionalCurrency, {
      entryId: uuidv7(),
      itemIds: itemIds.get(invoice.id) ?? [],
    }),
  );
  await post(context, entries);
  await insertInvoices(
    context,
    invoices,
    entries.map((entry) => entry.header.id),
  );
  await insertLines(context, invoices);
  for (const invoice of invoices) {
    const { total } = totalsOf(invoice.lines);
    context.emit({
      type: "INVOICE_ISSUED",
      subjectId: invoice.id,
      customerId: invoice.customerId,
      payload: {
        number: invoice.number,
        total: formatAmount(total, invoice.currency),
        currency: invoice.currency,
      },
    });
  }
  return itemIds;
}

async function insertInvoices(
  { tx, tenant }: CommandContext,
  invoices: readonly BulkInvoice[],
  entryIds: readonly string[],
): Promise<void> {
  const rows = invoices.map((invoice, i) => {
    const totals = totalsOf(invoice.lines);
    return {
      id: invoice.id,
      number: invoice.number,
      sequence_no: invoice.sequenceNo,
      customer_id: invoice.customerId,
      document_date: invoice.documentDate,
      due_date: invoice.instalments.at(-1)?.dueDate,
      currency: invoice.currency,
      terms_id: invoice.termsId,
      purchase_order: invoice.purchaseOrder,
      net_total: totals.net,
      tax_total: totals.tax,
      total: totals.total,
      booking_rate: invoice.rate,
      issue_entry_id: entryIds[i],
      import_hash: invoice.importHash,
    };
  });
  await tx.rows(sql`
    insert into invoice (tenant_id, id, number, sequence_no, status, customer_id, document_date, due_date, currency, terms_id,
      purchase_order, net_total, tax_total, total, booking_rate, issue_entry_id, import_hash)
    select ${tenant.id}, id, number, sequence_no, 'ISSUED', customer_id, document_date, due_date, currency, terms_id,
      purchase_order, net_total, tax_total, total, booking_rate, issue_entry_id, import_hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as i(id uuid, number text, sequence_no bigint, customer_id uuid, document_date date, due_date date, currency text,
           terms_id uuid, purchase_order text, net_total numeric, tax_total numeric, total numeric, booking_rate numeric,
           issue_entry_id uuid, import_hash text)`);
}
