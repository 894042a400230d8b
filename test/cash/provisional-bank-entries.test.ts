import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importBankFile } from "../../src/cash/index.js";
import { releaseBankEntry } from "../../src/cash/release-bank-entry.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { createInvoice } from "../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../src/invoicing/issue-invoice.js";
import { setExchangeRate } from "../../src/ledger/exchange-rate.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import {
  bai2,
  type PlainEntry,
  type PlainStatement,
  PRINTED,
  type Printed,
  printed,
} from "./bank-files/printed-files.js";

let library: Library;
let books: Books;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
beforeEach(async () => {
  books = await library.books("EUR");
});
afterEach(() => books.expectSound());
afterAll(() => library.close());

const credit = (amount: number, bankReference?: string, text = "Thank you"): PlainEntry => ({
  amount,
  side: "CREDIT",
  text: [text],
  ...(bankReference === undefined ? {} : { bankReference }),
});
const onDay = (date: string, ...entries: PlainEntry[]): PlainStatement => ({
  account: "5550001",
  currency: "EUR",
  date,
  opening: 0,
  entries,
});
const day = (...entries: PlainEntry[]) => onDay("2026-03-02", ...entries);

const fileOf = (content: Buffer) => ({ fileName: "statement", content: content.toString("base64") });
const take = (format: Printed, statement: PlainStatement) => taken(printed(format, statement));

/** Imports the file and tells what became of its entries. */
async function taken(content: Buffer): Promise<string[]> {
  const { batchId } = await books.does(importBankFile, fileOf(content));
  const rows = await books.rows<{ outcome: string }>(
    sql`select outcome from bank_entry where tenant_id = ${books.tenant.id} and batch_id = ${batchId} order by entry_no`,
  );
  return rows.map(({ outcome }) => outcome);
}

async function receipts(): Promise<string[]> {
  const rows = await books.rows<{ amount: string }>(
    sql`select round(amount, 2) as amount from receipt where tenant_id = ${books.tenant.id} order by number`,
  );
  return rows.map(({ amount }) => amount);
}

async function held(): Promise<{ id: string; obstacle: string; reason: string }[]> {
  return books.rows(sql`
    select id, obstacle, outcome_reason as reason from bank_entry
    where tenant_id = ${books.tenant.id} and outcome = 'QUARANTINED' order by id`);
}

describe("a bank file", () => {
  it.each(PRINTED)(
    "in %s posts its receipts, applied where they name an invoice, and the same again posts nothing",
    async (format) => {
      const { customerId } = await books.does(createCustomer, { number: "C1", name: "C1", bankAccounts: [] });
      const lines = [{ product: "Goods", quantity: "1", unitPrice: "100.00" }];
      const termsId = await books.termsId("NET30");
      const { invoiceId } = await books.does(createInvoice, {
        customerId,
        documentDate: "2026-02-01",
        termsId,
        lines,
      });
      await books.does(issueInvoice, { invoiceId });
      const { number } = await books.row<{ number: string }>(
        sql`select number from invoice where tenant_id = ${books.tenant.id} and id = ${invoiceId}`,
      );
      const statement = day(credit(100_00, "B1", `Invoice ${number}`), credit(7_50, "B2"), {
        amount: 20_00,
        side: "DEBIT",
        bankReference: "B3",
        text: ["Rent"],
      });
      expect(await take(format, statement)).toEqual([
        "RECEIPT_RECORDED",
        "RECEIPT_RECORDED",
        "NOT_A_RECEIPT",
      ]);
      expect(await receipts()).toEqual(["100.00", "7.50"]);
      const open = sql`select round(sum(open_amount), 2) as open from open_item where tenant_id = ${books.tenant.id} and invoice_id = ${invoiceId}`;
      expect(await books.row(open)).toEqual({ open: "0.00" });
      const batch = sql`select format from bank_batch where tenant_id = ${books.tenant.id}`;
      expect((await books.row<{ format: string }>(batch)).format.split(".")[0]).toBe(format);

      const before = await books.digest();
      const { refusals } = await books.attempt(importBankFile, fileOf(printed(format, statement)));
      expect(refusals.map(({ code }) => code)).toEqual(["DUPLICATE_FILE"]);
      expect(await books.digest()).toBe(before);
      expect(
        await take(format, { ...statement, entries: [...statement.entries, credit(1_00, "B4")] }),
      ).toEqual([...["DUPLICATE", "DUPLICATE", "DUPLICATE", "RECEIPT_RECORDED"]]);
      expect(await receipts()).toEqual(["100.00", "7.50", "1.00"]);
    },
  );
});

describe("a payment that an intraday report or a notification announces", () => {
  it.each([
    ["CAMT_052", "CAMT_053"],
    ["CAMT_054", "CAMT_053"],
    ["MT942", "MT940"],
    ["CAMT_052", "MT940"],
  ] as const)("in %s with the bank's reference is posted, and known again in %s", async (early, late) => {
    const statement = day(credit(100_00, "B1"));
    expect(await take(early, statement)).toEqual(["RECEIPT_RECORDED"]);
    expect(await take(late, statement)).toEqual(["DUPLICATE"]);
    expect(await receipts()).toEqual(["100.00"]);
  });

  it("in interim data is posted, and known again in the final report", async () => {
    const statement = day(credit(100_00, "B1"));
    expect(await taken(Buffer.from(bai2([statement], "3")))).toEqual(["RECEIPT_RECORDED"]);
    expect(await taken(Buffer.from(bai2([statement], "2")))).toEqual(["DUPLICATE"]);
  });

  it("without the bank's reference is left to the statement, which posts it", async () => {
    expect(await take("MT942", day(credit(100_00)))).toEqual(["LEFT_TO_STATEMENT"]);
    expect(await receipts()).toEqual([]);
    expect(await take("MT940", day(credit(100_00)))).toEqual(["RECEIPT_RECORDED"]);
    expect(await receipts()).toEqual(["100.00"]);
  });

  it("and that the statement has told already is not posted from the late report", async () => {
    expect(await take("MT940", day(credit(100_00, "B1")))).toEqual(["RECEIPT_RECORDED"]);
    expect(await take("MT942", day(credit(100_00, "OTHER")))).toEqual(["LEFT_TO_STATEMENT"]);
    expect(await take("MT942", onDay("2026-03-03", credit(100_00, "B2")))).toEqual(["RECEIPT_RECORDED"]);
    expect(await receipts()).toEqual(["100.00", "100.00"]);
  });

  it("and that the statement tells under another reference or day waits for a person, who may confirm it", async () => {
    await take("CAMT_054", day(credit(100_00, "B1")));
    const next = onDay("2026-03-03", credit(100_00, "B1"), credit(100_00, "B9"), credit(50_00, "B2"));
    expect(await take("CAMT_053", next)).toEqual(["QUARANTINED", "RECEIPT_RECORDED", "RECEIPT_RECORDED"]);
    expect(await receipts()).toEqual(["100.00", "100.00", "50.00"]);
    const [entry] = await held();
    expect(entry).toMatchObject({
      obstacle: "POSSIBLE_DUPLICATE",
      reason: expect.stringContaining("B1 of 2026-03-02"),
    });
    const entryId = entry?.id ?? "";
    const refused = await books.attempt(releaseBankEntry, { entryId });
    expect(refused.refusals.map(({ path }) => path)).toEqual([["confirmDuplicate"]]);
    await books.does(releaseBankEntry, { entryId, confirmDuplicate: true });
    expect(await receipts()).toEqual(["100.00", "100.00", "50.00", "100.00"]);
  });

  it("singly, and that the statement books in one sum, waits for a person", async () => {
    await take("CAMT_054", day(credit(100_00, "B1"), credit(50_00, "B2")));
    expect(await take("CAMT_053", day(credit(150_00, "BATCH")))).toEqual(["QUARANTINED"]);
    expect(await receipts()).toEqual(["100.00", "50.00"]);
  });

  it("and that waited for a rate is released only until its statement has come, or by somebody who knows", async () => {
    const dollars = (bankReference: string) => ({ ...day(credit(100_00, bankReference)), currency: "USD" });
    expect(await take("MT942", dollars("B1"))).toEqual(["QUARANTINED"]);
    await books.does(setExchangeRate, { currency: "USD", rateDate: "2026-03-01", rate: "0.9" });
    expect(await take("MT940", dollars("B9"))).toEqual(["RECEIPT_RECORDED"]);
    const entryId = (await held())[0]?.id ?? "";
    const { refusals } = await books.attempt(releaseBankEntry, { entryId });
    expect(refusals).toMatchObject([
      { code: "INVALID_STATE", message: expect.stringContaining("has come since") },
    ]);
    await books.does(releaseBankEntry, { entryId, confirmDuplicate: true });
    expect(await receipts()).toEqual(["100.00", "100.00"]);
  });

  it("goes out, and posts nothing: the statement's entry of that amount is not held back", async () => {
    const debit = (bankReference: string): PlainEntry => ({ ...credit(80_00, bankReference), side: "DEBIT" });
    expect(await take("CAMT_052", day(debit("B1")))).toEqual(["NOT_A_RECEIPT"]);
    expect(await take("CAMT_053", day(debit("B2")))).toEqual(["NOT_A_RECEIPT"]);
  });

  it("is no duplicate of another payment of the same amount once its own statement has told it", async () => {
    await take("CAMT_052", day(credit(100_00, "B1")));
    expect(await take("CAMT_053", day(credit(100_00, "B1"), credit(100_00, "B2")))).toEqual([
      ...["DUPLICATE", "RECEIPT_RECORDED"],
    ]);
    expect(await take("CAMT_053", onDay("2026-03-03", credit(100_00, "B3")))).toEqual(["RECEIPT_RECORDED"]);
    expect(await receipts()).toEqual(["100.00", "100.00", "100.00"]);
  });

  it("at the same time as its statement is posted once, whichever comes first", async () => {
    const files = (["MT942", "MT940"] as const).map((format) =>
      fileOf(printed(format, day(credit(100_00, "B1")))),
    );
    await Promise.all(files.map((file) => books.attempt(importBankFile, file)));
    expect(await receipts()).toEqual(["100.00"]);
  });
});
