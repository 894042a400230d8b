import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lockboxFile } from "../../seeds/bank-files/lockbox-file.js";
import { importBankFile } from "../../src/cash/index.js";
import { releaseBankEntry } from "../../src/cash/release-bank-entry.js";
import { retryBankFile } from "../../src/cash/retry-bank-file.js";
import { reverseReceipt } from "../../src/cash/reverse-receipt.js";
import { closePeriod } from "../../src/close/change-period.js";
import { setExchangeRate } from "../../src/ledger/exchange-rate.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import {
  ach,
  cheque,
  credit,
  entriesOf,
  inFile,
  lockbox,
  newCustomer,
  newInvoice,
  receiptsOf,
  statement,
} from "./us-bank-files.js";

let library: Library;
let books: Books;
let customerId: string;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
beforeEach(async () => {
  books = await library.books("USD");
  customerId = await newCustomer(books, "C1", ["231380104 987654321", "ACH1234567890"]);
});
afterEach(() => books.expectSound());
afterAll(() => library.close());

const invoice = (amount: string) => newInvoice(books, customerId, amount);
const take = (content: Buffer) => books.does(importBankFile, inFile(content));
const receipts = () => receiptsOf(books);
const entries = () => entriesOf(books);

describe("money that the bank tells as a sum and one by one", () => {
  const cheques = [cheque, { ...cheque, cents: 20_000, number: "1002" }];

  it("is posted cheque by cheque when the lockbox file comes first", async () => {
    await take(lockbox(cheques));
    await take(statement("300.00", "115"));
    expect((await receipts()).map((each) => each.amount)).toEqual(["100.00", "200.00"]);
    expect((await entries())[2]).toMatchObject({
      outcome: "NOT_A_RECEIPT",
      reason: expect.stringContaining("The sum of 2 payments"),
    });
  });

  it("is told apart by day when one lockbox file has the same batch of several days", async () => {
    const day = (depositedOn: string, one: typeof cheque) => ({
      ...{ number: "77", depositedOn, batches: [{ cheques: [one] }] },
    });
    await take(
      lockboxFile("260303", [
        day("260302", cheque),
        day("260303", { ...cheque, cents: 20_000, number: "1002" }),
      ]),
    );
    await take(statement("100.00", "115", "2026-03-02"));
    await take(statement("200.00", "115", "2026-03-03"));
    expect((await receipts()).map((each) => each.amount)).toEqual(["100.00", "200.00"]);
    expect((await entries()).map(({ outcome }) => outcome).slice(2)).toEqual([
      "NOT_A_RECEIPT",
      "NOT_A_RECEIPT",
    ]);
  });

  it("is posted cheque by cheque when the statement comes first and nothing was done with the sum", async () => {
    await take(statement("300.00", "115"));
    await take(lockbox(cheques));
    expect((await receipts()).map(({ amount, reversed }) => [amount, reversed])).toEqual([
      ["300.00", "Replaced by the 2 payments of which it is the sum"],
      ["100.00", null],
      ["200.00", null],
    ]);
  });

  it("waits when the sum was applied, and is posted when a person has taken that back", async () => {
    const number = await invoice("300.00");
    const named = statement("300.00", "115")
      .toString("utf8")
      .replace("</Ntry>", `<AddtlNtryInf>${number}</AddtlNtryInf></Ntry>`);
    await take(Buffer.from(named));
    await take(lockbox(cheques));
    const [, first] = await entries();
    expect(first).toMatchObject({
      outcome: "QUARANTINED",
      reason: expect.stringContaining("It is applied."),
    });
    const again = await books.does(retryBankFile, inFile(lockbox(cheques)));
    expect(again).toMatchObject({ released: 0, held: [{ line: 4 }, { line: 5 }] });
    const release = { entryId: first?.id ?? "" };
    expect((await books.attempt(releaseBankEntry, release)).refusals).toMatchObject([
      { code: "INVALID_STATE" },
    ]);
    const sum = sql`select id from receipt where tenant_id = ${books.tenant.id}`;
    await books.does(reverseReceipt, { receiptId: (await books.row<{ id: string }>(sum)).id });
    await books.does(releaseBankEntry, { ...release, confirmDuplicate: true });
    expect((await receipts()).map(({ amount, reversed }) => [amount, reversed])).toEqual([
      ["300.00", null],
      ["100.00", null],
    ]);
  });

  it("stays the sum, and its payments wait, when their month was closed meanwhile", async () => {
    await take(statement("300.00", "115"));
    await books.does(closePeriod, {
      startsOn: "2026-03-01",
      status: "CLOSED",
      overrideReason: "For the test",
    });
    await take(lockbox(cheques));
    expect((await receipts()).map(({ amount, reversed }) => [amount, reversed])).toEqual([["300.00", null]]);
    expect((await entries()).slice(1)).toMatchObject([
      {
        outcome: "QUARANTINED",
        reason: expect.stringMatching(/is the sum of 2 payments.*is closed\. Reverse that/),
      },
      { outcome: "QUARANTINED" },
    ]);
  });

  it("of an ACH file is one batch, one day or one entry of the same account; each sum settles once", async () => {
    await take(
      ach([
        { ...credit, cents: 1_000 },
        { ...credit, cents: 2_000 },
      ]),
    );
    await take(statement("30.00", "ACH CREDIT", "2026-03-02", "0005550001"));
    await take(statement("30.00", "ACH CREDIT", "2026-03-03", "5550001"));
    await take(statement("10.00", "ACH CREDIT", "2026-03-03", "5550001"));
    const others = [
      { ...credit, cents: 7_000 },
      { ...credit, cents: 8_000 },
    ];
    await take(ach(others, { companyId: "5" }));
    await take(statement("70.00", "ACH CREDIT", "2026-03-02"));
    await take(statement("80.00", "ACH CREDIT", "2026-03-03"));
    expect((await entries()).slice(0, 5).map((each) => each.outcome)).toEqual([
      ...["RECEIPT_RECORDED", "RECEIPT_RECORDED", "NOT_A_RECEIPT", "RECEIPT_RECORDED", "RECEIPT_RECORDED"],
    ]);
    expect((await entries()).slice(5).map((each) => each.outcome)).toEqual([
      ...["RECEIPT_RECORDED", "RECEIPT_RECORDED", "NOT_A_RECEIPT", "NOT_A_RECEIPT"],
    ]);
  });

  it("finds its payments also when it was held back for want of a rate", async () => {
    books = await library.books("EUR");
    await take(statement("300.00", "115"));
    await books.does(setExchangeRate, { currency: "USD", rateDate: "2026-03-01", rate: "0.9" });
    await take(lockbox(cheques));
    await books.does(releaseBankEntry, { entryId: (await entries())[0]?.id ?? "" });
    expect((await receipts()).map((each) => each.amount)).toEqual(["100.00", "200.00"]);
    expect((await entries())[0]).toMatchObject({ outcome: "NOT_A_RECEIPT" });
  });

  it("is not mistaken: another amount, account, kind or week is a receipt of its own", async () => {
    await take(ach([{ ...credit, cents: 1_000 }]));
    await take(statement("10.01", "ACH"));
    await take(statement("10.00", "ACH", "2026-03-03", "777"));
    await take(statement("10.00", "115"));
    await take(statement("10.00", "ACH", "2026-03-09"));
    expect(await receipts()).toHaveLength(5);
  });
});
