import { v7 as uuidv7 } from "uuid";
import { postApplications, postReceipts } from "../../src/cash/index.js";
import { postInvoices } from "../../src/invoicing/index.js";
import { type ItemState, lockItems } from "../../src/ledger/index.js";
import type { BusinessDate } from "../../src/platform/business-date.js";
import type { Command, CommandContext } from "../../src/platform/commands/command.js";
import { takeNumbers } from "../../src/platform/commands/document-numbers.js";
import { sql } from "../../src/platform/database/sql.js";
import type { DemoInvoice } from "./invoices.js";
import type { DemoReceipt } from "./payments.js";
import type { DemoMonth } from "./plan.js";

/** Ids of what will be taken back later, by its name in the plan. */
export type WrittenIds = Readonly<Record<string, string>>;

interface MonthInput {
  /** Its first day. */
  readonly month: BusinessDate;
}

/** Issues a month's invoices in one transaction. Gives the ids of those that will be voided, by number. */
export function writeInvoices({ invoices }: DemoMonth): Command<MonthInput, WrittenIds> {
  return {
    name: "seedDemoInvoices",
    scope: "tenant:manage",
    run: async (context) => issue(context, invoices, await customerIds(context)),
  };
}

/**
 * Records a month's receipts and applies them, in one transaction; the month's invoices are there already. Gives the
 * ids of the receipts that will bounce, by their key.
 */
export function writeReceipts(month: DemoMonth): Command<MonthInput, WrittenIds> {
  return {
    name: "seedDemoReceipts",
    scope: "tenant:manage",
    run: async (context) => receive(context, month, await customerIds(context)),
  };
}

async function customerIds({ tx, tenant }: CommandContext): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ id: string; number: string }>(
    sql`select id, number from customer where tenant_id = ${tenant.id}`,
  );
  return new Map(rows.map((row) => [row.number, row.id]));
}

async function issue(
  context: CommandContext,
  invoices: readonly DemoInvoice[],
  customers: ReadonlyMap<string, string>,
): Promise<WrittenIds> {
  const [earliest] = invoices;
  if (!earliest) return {};
  const { first } = await takeNumbers(context, "INVOICE", invoices.length);
  // The plan names invoices by the number they will get.
  if (first !== BigInt(earliest.sequenceNo)) {
    throw new Error(
      `the demonstration company cannot be completed: somebody issued invoices in it (next is ${first})`,
    );
  }
  const written = invoices.map((invoice) => ({
    ...invoice,
    id: uuidv7(),
    sequenceNo: String(invoice.sequenceNo),
    customerId: idOf(customers, invoice.customer.number),
    currency: invoice.customer.currency,
    importHash: null,
  }));
  await postInvoices(context, written);
  return Object.fromEntries(written.filter((i) => i.voidedOn !== null).map((i) => [i.number, i.id]));
}

async function receive(
  context: CommandContext,
  { receipts, rateOn }: DemoMonth,
  customers: ReadonlyMap<string, string>,
): Promise<WrittenIds> {
  const written = receipts.map((receipt) => ({
    ...receipt,
    id: uuidv7(),
    customerId: receipt.customer === null ? null : idOf(customers, receipt.customer.number),
    rate: rateOn(receipt.currency, receipt.receivedOn),
  }));
  const posted = await postReceipts(
    context,
    written.map(({ customer: _, applications: __, ...row }) => row),
  );
  const credits = new Map(posted.map((p) => [p.id, p.itemId]));
  await apply(
    context,
    written.map((receipt) => ({ ...receipt, creditId: idOf(credits, receipt.id) })),
  );
  return Object.fromEntries(written.filter((r) => r.returnedOn !== null).map((r) => [r.key, r.id]));
}

async function apply(
  context: CommandContext,
  receipts: readonly (DemoReceipt & { readonly creditId: string })[],
): Promise<void> {
  const { tx, tenant } = context;
  const numbers = [...new Set(receipts.flatMap((r) => r.applications.map((a) => a.invoiceNumber)))];
  const found = await tx.rows<{ id: string; number: string; instalmentNo: number }>(sql`
    select id, document_number as number, instalment_no as "instalmentNo" from open_item
    where tenant_id = ${tenant.id} and document_number = any(${numbers}) and invoice_id is not null`);
  const debits = new Map(found.map((f) => [`${f.number}.${f.instalmentNo}`, f.id]));
  const wanted = receipts.flatMap((receipt) =>
    receipt.applications.map(({ invoiceNumber, instalmentNo, amount }) => ({
      creditId: receipt.creditId,
      debitId: idOf(debits, `${invoiceNumber}.${instalmentNo}`),
      amount,
      effectiveDate: receipt.receivedOn,
    })),
  );
  const from = new Map(
    wanted.flatMap((w) => [[w.creditId, w.effectiveDate] as const, [w.debitId, w.effectiveDate] as const]),
  );
  const locked = await lockItems(
    context,
    [...from].map(([id, date]) => ({ id, from: date })),
  );
  const items = new Map<string, ItemState>(locked.map((item) => [item.id, item]));
  await postApplications(
    context,
    wanted.map(({ creditId, debitId, ...rest }) => ({
      credit: itemOf(items, creditId),
      debit: itemOf(items, debitId),
      ...rest,
    })),
  );
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`the demonstration company has no ${name}`);
  return id;
}

function itemOf(items: ReadonlyMap<string, ItemState>, id: string): ItemState {
  const item = items.get(id);
  if (!item) throw new Error(`open item ${id} was not locked`);
  return item;
}
