import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCreditMemo } from "../../src/adjustments/create-credit-memo.js";
import { voidCreditMemo } from "../../src/adjustments/void-credit-memo.js";
import { findProfile, type Rejection, runImport } from "../../src/imports/index.js";
import type { Role } from "../../src/platform/auth/roles.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
afterAll(() => library.close());

const HEADER =
  "number,customer_number,customer_name,document_type,document_date,due_date,terms_code,currency,amount,net,tax," +
  "product_line,revenue_account,purchase_order,region,business_unit,disputed,settled_date";

/** A row of the plain layout: number, document type, date, due date, terms, amount, net and tax. */
const row = (number: string, type: string, date: string, due: string, terms: string, amounts: string) =>
  `${number},C1,Acme,${type},${date},${due},${terms},USD,${amounts},,,,,,,`;
const credit = (number: string, amount: string) =>
  row(number, "CREDIT_MEMO", "2026-01-15", "", "", `${amount},,`);

async function importing(books: Books, rows: string[], as: Role = "ADMIN") {
  const rejected: Rejection[] = [];
  const run = await runImport(library.commands, books.actorWith(as), {
    content: Buffer.from([HEADER, ...rows].join("\n")),
    fileName: "open.csv",
    profileName: "receivables-invoices",
    profile: await findProfile("receivables-invoices"),
    onRejected: (_, rejections) => void rejected.push(...rejections),
  });
  return { run, rejected };
}

const memos = (books: Books) =>
  books.rows(sql`
    select m.number, m.sequence_no as "sequenceNo", m.document_date as "documentDate", round(m.net_total, 2) as net,
           round(m.tax_total, 2) as tax, m.reason_code as reason, round(i.open_amount, 2) as open, i.due_date as "dueDate"
    from credit_memo m join open_item i on i.tenant_id = m.tenant_id and i.credit_memo_id = m.id
    where m.tenant_id = ${books.tenant.id} order by m.number`);

/** What the entries of credit memos posted, by account. */
const postings = (books: Books) =>
  books.rows(sql`
    select a.role, round(sum(l.amount), 2) as amount from journal_line l
    join journal_entry e on e.tenant_id = l.tenant_id and e.id = l.entry_id and e.kind = 'CREDIT_MEMO'
    join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
    where l.tenant_id = ${books.tenant.id} group by a.role having sum(l.amount) <> 0 order by a.role`);

describe("an open credit of another system", () => {
  it("is taken in under its own number and day, unapplied, and passed over when it comes again", async () => {
    const books = await library.books();
    const rows = [
      row("100", "INVOICE", "2026-01-10", "2026-02-09", "", "120.00,100.00,20.00"),
      row("G-7", "CREDIT_MEMO", "2026-01-15", "", "", "60.00,50.00,10.00"),
      row("G-8", "", "2026-01-16", "2026-01-01", "ANY", "-5.00,,"),
    ];
    const { run, rejected } = await importing(books, rows);
    expect([run.rowsImported, rejected]).toEqual([3, []]);
    const kept = { sequenceNo: null, reason: "TAKEN_OVER" };
    expect(await memos(books)).toMatchObject([
      { ...kept, number: "G-7", documentDate: "2026-01-15", net: "50.00", tax: "10.00", open: "-60.00" },
      { ...kept, number: "G-8", documentDate: "2026-01-16", net: "5.00", tax: "0.00", open: "-5.00" },
    ]);
    expect(await postings(books)).toEqual([
      { role: "AR_CONTROL", amount: "-65.00" },
      { role: "RETURNS_AND_ALLOWANCES", amount: "55.00" },
      { role: "TAX_PAYABLE", amount: "10.00" },
    ]);
    await books.expectSound();

    const before = await memos(books);
    expect((await importing(books, rows)).run).toMatchObject({ rowsImported: 0, rowsDuplicate: 3 });
    expect(await memos(books)).toEqual(before);
    const changed = await importing(books, [credit("G-7", "61.00")]);
    expect(changed.rejected).toMatchObject([
      { line: 2, reason: expect.stringMatching(/^Credit memo G-7 is in the ledger with other content/) },
    ]);
  });

  it("posts what a memo on account posts that is made here, and is voided like one", async () => {
    const [imported, made] = [await library.books(), await library.books()];
    await importing(imported, [credit("G-1", "75.00")]);
    await importing(made, [row("1", "INVOICE", "2026-01-10", "2026-02-09", "", "1.00,,")]);
    const { id: customerId } = await made.row<{ id: string }>(
      sql`select id from customer where tenant_id = ${made.tenant.id}`,
    );
    await made.does(createCreditMemo, {
      ...{ customerId, amount: "75.00", reasonCode: "GOODWILL", documentDate: "2026-01-15" },
      applyToInvoice: false,
    });
    expect(await postings(imported)).toEqual(await postings(made));
    const { id: creditMemoId } = await imported.row<{ id: string }>(
      sql`select id from credit_memo where tenant_id = ${imported.tenant.id}`,
    );
    await imported.does(voidCreditMemo, { creditMemoId, reason: "Was settled after all" });
    expect(await memos(imported)).toMatchObject([{ open: "0.00" }]);
    await imported.expectSound();
    // The numbers of our own begin at the first.
    expect(await memos(made)).toMatchObject([{ number: "CM-000001", sequenceNo: "1" }]);
  });

  it("is nothing for who may not credit, nor above their limit: no import passes the approval by", async () => {
    const books = await library.books();
    const rows = [
      row("1", "INVOICE", "2026-01-10", "2026-02-09", "", "10.00,,"),
      credit("G-1", "1000.00"),
      credit("G-2", "1000.01"),
    ];
    const clerks = await importing(books, rows, "AR_CLERK");
    expect(clerks.run).toMatchObject({ rowsImported: 1, rowsRejected: 2 });
    expect(clerks.rejected).toMatchObject([
      { line: 3, code: "NOT_ALLOWED", reason: expect.stringContaining("adjustments:write") },
      { line: 4, code: "NOT_ALLOWED" },
    ]);
    expect(await memos(books)).toEqual([]);
    const specialists = await importing(books, rows, "AR_SPECIALIST");
    expect(specialists.run).toMatchObject({ rowsImported: 1, rowsDuplicate: 1, rowsRejected: 1 });
    expect(specialists.rejected).toMatchObject([
      { line: 4, code: "NOT_ALLOWED", reason: expect.stringContaining("1000.01 USD is above your limit") },
    ]);
    const managers = await importing(books, rows, "AR_MANAGER");
    expect(managers.run).toMatchObject({ rowsImported: 1, rowsDuplicate: 2, rowsRejected: 0 });
    await books.expectSound();
  });

  it("does not take a number that a memo made here will get", async () => {
    const books = await library.books();
    const { run, rejected } = await importing(books, [credit("CM-000002", "5.00"), credit("CM-17", "5.00")]);
    expect(run).toMatchObject({ rowsImported: 1, rowsRejected: 1 });
    expect(rejected).toMatchObject([{ line: 2, code: "NUMBER_REUSED" }]);
  });
});

describe("the payment terms of imported invoices", () => {
  it("that do not exist are rejected, due date or not; those that say their days are made", async () => {
    const books = await library.books();
    const rows = [
      row("1", "", "2026-01-10", "2026-02-09", "NOPE", "10.00,,"),
      row("2", "", "2026-01-10", "", "NOPE", "10.00,,"),
      row("3", "", "2026-01-10", "", "NET77", "10.00,,"),
      row("4", "", "2026-01-10", "2026-02-09", "NET30", "10.00,,"),
    ];
    const { run, rejected } = await importing(books, rows);
    expect(run).toMatchObject({ rowsImported: 2, rowsRejected: 2 });
    const refused = { column: "terms_code", value: "NOPE", code: "UNKNOWN_TERMS" };
    expect(rejected).toMatchObject([
      { line: 2, ...refused },
      { line: 3, ...refused },
    ]);
    const due = await books.rows(sql`
      select number, due_date as due from invoice where tenant_id = ${books.tenant.id} order by number`);
    expect(due).toEqual([
      { number: "3", due: "2026-03-28" },
      { number: "4", due: "2026-02-09" },
    ]);
  });

  it("are told in the order of the file, beside what is wrong with the text of other rows", async () => {
    const books = await library.books();
    const rows = [
      row("1", "", "2026-01-10", "2026-02-09", "NOPE", "10.00,,"),
      row("2", "", "2026-01-10", "2026-02-09", "", "ten,,"),
      row("3", "", "2026-01-10", "2026-02-09", "NOPE", "10.00,,"),
    ];
    const { rejected } = await importing(books, rows);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [2, "UNKNOWN_TERMS"],
      [3, "NOT_A_NUMBER"],
      [4, "UNKNOWN_TERMS"],
    ]);
  });
});
