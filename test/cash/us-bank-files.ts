import { type LockboxCheque, lockboxFile } from "../../seeds/bank-files/lockbox-file.js";
import { type AchBatch, type AchEntry, nachaFile } from "../../seeds/bank-files/nacha-file.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { createInvoice } from "../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../src/invoicing/issue-invoice.js";
import { sql } from "../../src/platform/database/sql.js";
import type { Books } from "../support/books.js";

export const inFile = (content: Buffer) => ({ fileName: "bank.txt", content: content.toString("base64") });

export const credit: AchEntry = { code: "22", routing: "231380104", account: "5550001", cents: 10_000 };
export const batch = (entries: AchEntry[], more: Partial<AchBatch> = {}): AchBatch => ({
  entryClass: "CCD",
  companyName: "PAYING COMPANY",
  companyId: "1234567890",
  description: "VENDOR PAY",
  effectiveDate: "260302",
  bank: "12104288",
  entries,
  ...more,
});
export const ach = (entries: AchEntry[], more: Partial<AchBatch> = {}) =>
  nachaFile({ created: "260302", batches: [batch(entries, more)] });

export const cheque: LockboxCheque = {
  cents: 10_000,
  routing: "231380104",
  account: "987654321",
  number: "1001",
};
export const lockbox = (cheques: LockboxCheque[]) =>
  lockboxFile("260302", [{ number: "77", depositedOn: "260302", batches: [{ cheques }] }]);

/** A statement of one credit, with the bank's own code for what it is. */
export const statement = (amount: string, code: string, date = "2026-03-03", account = "5550001") =>
  Buffer.from(`<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-03-03T20:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S</Id><Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>USD</Ccy></Acct>
<Ntry><Amt Ccy="USD">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${date}</Dt></BookgDt>
<AcctSvcrRef>SUM-${amount}</AcctSvcrRef><BkTxCd><Prtry><Cd>${code}</Cd></Prtry></BkTxCd></Ntry></Stmt></BkToCstmrStmt></Document>`);

export async function newCustomer(
  books: Books,
  number: string,
  bankAccounts: string[] = [],
): Promise<string> {
  return (await books.does(createCustomer, { number, name: number, bankAccounts })).customerId;
}

/** Issues an invoice of one line and returns its number. */
export async function newInvoice(books: Books, customerId: string, amount: string): Promise<string> {
  const lines = [{ product: "Goods", quantity: "1", unitPrice: amount }];
  const termsId = await books.termsId("NET30");
  const documentDate = "2026-02-01";
  const { invoiceId } = await books.does(createInvoice, { customerId, documentDate, termsId, lines });
  await books.does(issueInvoice, { invoiceId });
  const numbered = sql`select number from invoice where tenant_id = ${books.tenant.id} and id = ${invoiceId}`;
  return (await books.row<{ number: string }>(numbered)).number;
}

export interface KeptReceipt {
  readonly amount: string;
  readonly customer: string | null;
  readonly method: string;
  readonly reversed: string | null;
}

export function receiptsOf(books: Books): Promise<KeptReceipt[]> {
  return books.rows<KeptReceipt>(sql`
    select round(r.amount, 2) as amount, c.number as customer, r.method, r.reversal_reason as reversed
    from receipt r left join customer c on c.tenant_id = r.tenant_id and c.id = r.customer_id
    where r.tenant_id = ${books.tenant.id} order by r.number`);
}

export interface KeptEntry {
  readonly id: string;
  readonly outcome: string;
  readonly reason: string | null;
}

/** The entries of all files, in the order in which they were taken in. */
export function entriesOf(books: Books): Promise<KeptEntry[]> {
  return books.rows<KeptEntry>(sql`
    select id, outcome, outcome_reason as reason from bank_entry
    where tenant_id = ${books.tenant.id} order by batch_id, entry_no`);
}
