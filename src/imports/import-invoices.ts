import { v7 as uuidv7 } from "uuid";
import { postApplications, postReceipts } from "../cash/index.js";
import { insertTerms, type PaymentTerms, termsByIds } from "../customers/index.js";
import { type BulkInvoice, postInvoices } from "../invoicing/index.js";
import { type ClosedMonths, lockItems, monthsClosedTo, rateOn } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { tooLate } from "../platform/commands/posting-horizon.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import {
  applicationDate,
  importedInstalments,
  importedLine,
  termsCodeOf,
  termsFromFile,
} from "./import-chunk.rules.js";
import type { RejectionCode } from "./import-row.rules.js";
import type { ImportedInvoice } from "./invoice-rows.rules.js";

export interface InvoiceChunk {
  readonly runId: string;
  readonly rows: readonly ImportedInvoice[];
}

/** Why a row of a chunk was not taken in. A row that has several reasons has one of these for each. */
export interface RefusedRow {
  /** Its place in the chunk, from 0. */
  readonly index: number;
  readonly reason: string;
  /** The column at fault, its value and a code of its own, when it is one column. */
  readonly cell?: { readonly column: string; readonly value: string; readonly code: RejectionCode };
}

/** What became of a chunk; the refused name the row's place in it and why, for the clerk. */
export interface ChunkResult {
  readonly imported: number;
  readonly duplicates: number;
  readonly refused: readonly RefusedRow[];
}

/**
 * Takes in a chunk of invoices in one transaction, set-based: missing customers and terms are made, rows that
 * are in already are passed over by their hash, settled ones get their receipt and application.
 */
export const importInvoiceChunk: Command<InvoiceChunk, ChunkResult> = {
  name: "importInvoices",
  scope: "imports:write",
  auditedInput: ({ runId, rows }) => ({ runId, rows: rows.length }),
  async run(context, { rows }) {
    const refused: { index: number; reason: string }[] = [];
    const known = await knownInvoices(context, rows);
    const closed = await monthsClosedTo(context);
    const fresh = rows.filter((row, index) => {
      const hash = known.get(row.number);
      // What is in already stays in, whatever became of its period.
      if (hash === row.contentHash) return false;
      const reason =
        hash !== undefined
          ? `Invoice ${row.number} is in the ledger with other content: void that one first, or correct the number.`
          : refusalOf(row, closed, context.today);
      if (reason !== null) refused.push({ index, reason });
      return reason === null;
    });
    const duplicates = rows.length - fresh.length - refused.length;
    if (fresh.length === 0) return { imported: 0, duplicates, refused };
    const priced = await withRates(context, fresh, rows, refused);
    const customers = await customerIds(
      context,
      priced.map((p) => p.row),
    );
    const terms = await termsByCode(
      context,
      priced.map((p) => p.row),
    );
    const invoices = priced.map(({ row, rate }) => bulkInvoice(row, rate, customers, terms));
    const itemIds = await postInvoices(context, invoices);
    await settle(context, priced, invoices, itemIds);
    return { imported: priced.length, duplicates, refused };
  },
};

interface PricedRow {
  readonly row: ImportedInvoice;
  readonly rate: string;
  /** The rate on the day it was paid; that of the document while it is not. */
  readonly settlementRate: string;
}

function refusalOf(row: ImportedInvoice, closed: ClosedMonths, today: BusinessDate): string | null {
  if (row.kind !== "INVOICE")
    return "Credit memos are not imported from a file of invoices: enter the credit by itself.";
  const dates = row.settledDate === null ? [row.documentDate] : [row.documentDate, row.settledDate];
  const late = dates.map((date) => tooLate(date, today)).find((why) => why !== null);
  if (late !== undefined) return late;
  const shut = dates.find((date) => closed.has(date.slice(0, 7)));
  return shut === undefined
    ? null
    : `The accounting period of ${shut} is closed: reopen it, or leave the row out.`;
}

async function knownInvoices(
  { tx, tenant }: CommandContext,
  rows: readonly ImportedInvoice[],
): Promise<Map<string, string | null>> {
  const found = await tx.rows<{ number: string; hash: string | null }>(sql`
    select number, import_hash as hash from invoice
    where tenant_id = ${tenant.id} and number = any(${rows.map((r) => r.number)})`);
  return new Map(found.map((f) => [f.number, f.hash]));
}

async function withRates(
  { tx, tenant }: CommandContext,
  fresh: readonly ImportedInvoice[],
  rows: readonly ImportedInvoice[],
  refused: { index: number; reason: string }[],
): Promise<PricedRow[]> {
  const priced: PricedRow[] = [];
  for (const row of fresh) {
    const rate = await rateOn(tx, tenant, row.currency, row.documentDate, "currency");
    const settledOn = row.settledDate ?? row.documentDate;
    const settlementRate = await rateOn(tx, tenant, row.currency, settledOn, "currency");
    const missing = [rate, settlementRate].find((r) => r instanceof Refused);
    if (missing) refused.push({ index: rows.indexOf(row), reason: missing.refusals[0]?.message ?? "" });
    if (typeof rate === "string" && typeof settlementRate === "string")
      priced.push({ row, rate, settlementRate });
  }
  return priced;
}

/** Ids by number; a customer that does not exist is made with the row's name, currency, region and unit. */
async function customerIds(
  { tx, tenant }: CommandContext,
  rows: readonly ImportedInvoice[],
): Promise<Map<string, string>> {
  const firstRows = new Map(rows.toReversed().map((row) => [row.customerNumber, row]));
  const wanted = [...firstRows.values()].map((row) => ({
    id: uuidv7(),
    number: row.customerNumber,
    name: row.customerName ?? row.customerNumber,
    currency: row.currency,
    region: row.region,
    business_unit: row.businessUnit,
  }));
  await tx.rows(sql`
    insert into customer (tenant_id, id, number, name, currency, region, business_unit)
    select ${tenant.id}, id, number, name, currency, region, business_unit
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as c(id uuid, number text, name text, currency text, region text, business_unit text)
    order by number on conflict (tenant_id, number) do nothing`);
  const found = await tx.rows<{ id: string; number: string }>(sql`
    select id, number from customer where tenant_id = ${tenant.id} and number = any(${wanted.map((w) => w.number)})`);
  return new Map(found.map((f) => [f.number, f.id]));
}

/** Terms by code; a code that does not exist is made as the file's first row with it shows. */
async function termsByCode(
  context: CommandContext,
  rows: readonly ImportedInvoice[],
): Promise<Map<string, PaymentTerms>> {
  const { tx, tenant } = context;
  const firstRows = new Map(rows.toReversed().map((row) => [termsCodeOf(row), row]));
  const found = await tx.rows<{ id: string }>(sql`
    select id from payment_terms where tenant_id = ${tenant.id} and code = any(${[...firstRows.keys()]})`);
  const terms = await termsByIds(
    tx,
    tenant.id,
    found.map((f) => f.id),
  );
  const byCode = new Map(terms.map((t) => [t.code, t]));
  const missing = [...firstRows]
    .filter(([code]) => !byCode.has(code))
    .map(([code, row]) => termsFromFile(uuidv7(), code, row));
  if (missing.length > 0) await insertTerms(context, missing);
  for (const made of missing) byCode.set(made.code, made);
  return byCode;
}

function bulkInvoice(
  row: ImportedInvoice,
  rate: string,
  customers: ReadonlyMap<string, string>,
  terms: ReadonlyMap<string, PaymentTerms>,
): BulkInvoice {
  const rowTerms = terms.get(termsCodeOf(row));
  const customerId = customers.get(row.customerNumber);
  if (!rowTerms || !customerId) throw new Error(`the customer or terms of ${row.number} were not made`);
  return {
    id: uuidv7(),
    number: row.number,
    customerId,
    documentDate: row.documentDate,
    currency: row.currency,
    lines: [importedLine(row)],
    rate,
    instalments: importedInstalments(row, rowTerms),
    termsId: rowTerms.id,
    purchaseOrder: row.purchaseOrder,
    sequenceNo: null,
    importHash: row.contentHash,
  };
}

/** Rows that were paid in full get a receipt on that day, applied to all their items. */
async function settle(
  context: CommandContext,
  priced: readonly PricedRow[],
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
