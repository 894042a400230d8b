import { v7 as uuidv7 } from "uuid";
import { postApplications, postReceipts } from "../cash/index.js";
import type { BulkInvoice } from "../invoicing/index.js";
import { lockItems } from "../ledger/index.js";
import type { CommandContext } from "../platform/commands/command.js";
import { Decimal } from "../platform/money.js";
import { applicationDate } from "./import-chunk.rules.js";
import type { ImportedInvoice } from "./invoice-rows.rules.js";

/** A row beside its invoice. */
export interface SettledRow {
  readonly row: ImportedInvoice;
  /** The rate on the day it was paid; that of the document while it is not. */
  readonly settlementRate: string;
}

/** Rows that were paid in full get a receipt on that day, applied to all their items. */
export async function settle(
  context: CommandContext,
  priced: readonly SettledRow[],
  invoices: readonly BulkInvoice[],
  itemIds: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const settled = priced.flatMap(({ row, settlementRate }, i) => {
    const invoice = invoices[i];
    return row.settledDate !== null && invoice
      ? [{ row, invoice, settlementRate, settledOn: row.settledDate }]
      : [];
  });
  const receipts = settled.map(({ row, invoice, settlementRate, settledOn }) => ({
    id: uuidv7(),
    customerId: invoice.customerId,
    amount: new Decimal(row.amount),
    currency: row.currency,
    receivedOn: settledOn,
    method: "OTHER" as const,
    reference: row.number,
    rate: settlementRate,
  }));
  const posted = await postReceipts(context, receipts);
  const wanted = settled.flatMap(({ row, invoice, settledOn }, i) => {
    const from = applicationDate(row, settledOn);
    const credit = posted[i]?.itemId ?? "";
    return [credit, ...(itemIds.get(invoice.id) ?? [])].map((id) => ({ id, from, credit }));
  });
  const items = new Map((await lockItems(context, wanted)).map((item) => [item.id, item]));
  const applications = wanted.flatMap(({ id, from, credit: creditId }) => {
    const debit = items.get(id);
    const credit = items.get(creditId);
    return debit && credit && id !== creditId
      ? [{ credit, debit, amount: debit.open, effectiveDate: from }]
      : [];
  });
  await postApplications(context, applications);
}
