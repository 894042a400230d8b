import { v7 as uuidv7 } from "uuid";
import type { PaymentTerms } from "../customers/index.js";
import { type BulkInvoice, postInvoices } from "../invoicing/index.js";
import { type ClosedMonths, monthsClosedTo, rateOn } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { tooLate } from "../platform/commands/posting-horizon.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { importedInstalments, importedLine, netDaysOf, termsCodeOf } from "./import-chunk.rules.js";
import { type CreditObstacle, creditObstacles, importCredits } from "./import-credits.js";
import { refusedTerms, termsOfCodes, type UnknownTerms } from "./import-terms.js";
import type { ImportedInvoice } from "./invoice-rows.rules.js";
import type { ChunkResult, RefusedRow } from "./refused-row.js";
import { type SettledRow, settle } from "./settle-invoices.js";

export interface InvoiceChunk {
  readonly runId: string;
  readonly rows: readonly ImportedInvoice[];
  /** Rejects when not given. */
  readonly unknownTerms?: UnknownTerms;
}

/**
 * Takes in a chunk of invoices and open credits in one transaction, set-based: missing customers and terms are made, rows
 * that are in already are passed over by their hash, settled ones get their receipt and application.
 */
export const importInvoiceChunk: Command<InvoiceChunk, ChunkResult> = {
  name: "importInvoices",
  scope: "imports:write",
  auditedInput: ({ runId, rows }) => ({ runId, rows: rows.length }),
  async run(context, { rows, unknownTerms = "reject" }) {
    const refused: RefusedRow[] = [];
    const known = await knownDocuments(context, rows);
    const obstacleOf = await obstacles(context, rows, unknownTerms);
    const fresh = rows.filter((row, index) => {
      const hash = known.get(`${row.kind} ${row.number}`);
      // What is in already stays in, whatever became of its period.
      if (hash === row.contentHash) return false;
      const obstacle = hash !== undefined ? { reason: inWithOtherContent(row) } : obstacleOf(row);
      if (obstacle !== null) refused.push({ index, ...obstacle });
      return obstacle === null;
    });
    const duplicates = rows.length - fresh.length - refused.length;
    if (fresh.length === 0) return { imported: 0, duplicates, refused };
    const priced = await withRates(context, fresh, rows, refused);
    const customers = await customerIds(
      context,
      priced.map((p) => p.row),
    );
    const billed = priced.filter(({ row }) => row.kind === "INVOICE");
    const terms = await termsByCode(
      context,
      billed.map((p) => p.row),
    );
    const invoices = billed.map(({ row, rate }) => bulkInvoice(row, rate, customers, terms));
    const itemIds = await postInvoices(context, invoices);
    await importCredits(
      context,
      priced.filter(({ row }) => row.kind === "CREDIT_MEMO"),
      customers,
    );
    await settle(context, billed, invoices, itemIds);
    return { imported: priced.length, duplicates, refused };
  },
};

interface PricedRow extends SettledRow {
  readonly rate: string;
}

function inWithOtherContent({ kind, number }: ImportedInvoice): string {
  const document = kind === "INVOICE" ? "Invoice" : "Credit memo";
  return `${document} ${number} is in the ledger with other content: void that one first, or correct the number.`;
}

/** Tells of rows that are not in yet what stands in their way. */
async function obstacles(
  context: CommandContext,
  rows: readonly ImportedInvoice[],
  unknownTerms: UnknownTerms,
): Promise<(row: ImportedInvoice) => Omit<RefusedRow, "index"> | null> {
  const closed = await monthsClosedTo(context);
  const invoices = rows.filter((row) => row.kind === "INVOICE");
  // Terms that are made are made of the row's dates; without a due date nothing tells when it is due.
  const needsKnownTerms = (row: ImportedInvoice) => unknownTerms === "reject" || row.dueDate === null;
  const refusedCodes = await refusedTerms(
    context,
    invoices.filter(needsKnownTerms).map((row) => row.termsCode),
  );
  const creditObstacle: CreditObstacle =
    invoices.length < rows.length ? await creditObstacles(context) : () => null;
  return (row) => {
    const wrongDay = dayObstacle(row, closed, context.today);
    if (wrongDay !== null) return { reason: wrongDay };
    if (row.kind === "CREDIT_MEMO") return creditObstacle(row);
    const wrongTerms = needsKnownTerms(row) ? refusedCodes.get(row.termsCode ?? "") : undefined;
    if (wrongTerms !== undefined) return { reason: wrongTerms, code: "UNKNOWN_TERMS", field: "termsCode" };
    return null;
  };
}

function dayObstacle(row: ImportedInvoice, closed: ClosedMonths, today: BusinessDate): string | null {
  const dates = row.settledDate === null ? [row.documentDate] : [row.documentDate, row.settledDate];
  const late = dates.map((date) => tooLate(date, today)).find((why) => why !== null);
  if (late !== undefined) return late;
  const shut = dates.find((date) => closed.has(date.slice(0, 7)));
  return shut === undefined
    ? null
    : `The accounting period of ${shut} is closed: reopen it, or leave the row out.`;
}

/** The hashes of invoices and credit memos that are in, by kind and number; null of those that were made here. */
async function knownDocuments(
  { tx, tenant }: CommandContext,
  rows: readonly ImportedInvoice[],
): Promise<Map<string, string | null>> {
  const numbers = rows.map((r) => r.number);
  const found = await tx.rows<{ kind: string; number: string; hash: string | null }>(sql`
    select 'INVOICE' as kind, number, import_hash as hash from invoice
    where tenant_id = ${tenant.id} and number = any(${numbers})
    union all
    select 'CREDIT_MEMO', number, import_hash from credit_memo
    where tenant_id = ${tenant.id} and number = any(${numbers})`);
  return new Map(found.map((f) => [`${f.kind} ${f.number}`, f.hash]));
}

async function withRates(
  { tx, tenant }: CommandContext,
  fresh: readonly ImportedInvoice[],
  rows: readonly ImportedInvoice[],
  refused: RefusedRow[],
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

/** Terms by code; a code that does not exist is made as it says, or as the file's first row with it shows. */
function termsByCode(
  context: CommandContext,
  rows: readonly ImportedInvoice[],
): Promise<Map<string, PaymentTerms>> {
  const firstRows = new Map(rows.toReversed().map((row) => [termsCodeOf(row), row]));
  return termsOfCodes(context, [...firstRows.keys()], (code) => netDaysOf(code, firstRows.get(code)));
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
