import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AchEntry } from "../../seeds/bank-files/nacha-file.js";
import { nachaFile } from "../../seeds/bank-files/nacha-file.js";
import { importBankFile } from "../../src/cash/index.js";
import { recordReceipt } from "../../src/cash/record-receipt.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import {
  ach,
  batch,
  cheque,
  credit,
  entriesOf,
  inFile,
  lockbox,
  newCustomer,
  newInvoice,
  receiptsOf,
} from "./us-bank-files.js";

let library: Library;
let books: Books;
let customerId: string;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
beforeEach(async () => {
  books = await library.books("USD");
  customerId = await customer("C1", ["231380104 987654321", "ACH1234567890"]);
});
afterEach(() => books.expectSound());
afterAll(() => library.close());

const customer = (number: string, bankAccounts: string[] = []) => newCustomer(books, number, bankAccounts);
const invoice = (amount: string) => newInvoice(books, customerId, amount);
const take = (content: Buffer) => books.does(importBankFile, inFile(content));
const receipts = () => receiptsOf(books);
const entries = () => entriesOf(books);

const accounts = async (of = customerId) => {
  const rows = await books.rows<{ account: string }>(
    sql`select account from customer_bank_account where tenant_id = ${books.tenant.id} and customer_id = ${of} order by account`,
  );
  return rows.map((row) => row.account);
};

describe("a credit of an ACH file", () => {
  it("is a receipt on its day, applied to the invoice that its addenda name", async () => {
    const number = await invoice("100.00");
    const { outcomes } = await take(
      ach([{ ...credit, texts: [`PAYS INVOICE ${number}`], trace: "121042880000042" }]),
    );
    expect(outcomes).toEqual([{ outcome: "RECEIPT_RECORDED", count: 1 }]);
    const remittance = await books.row(sql`
      select payer_name as name, payer_account as account, advice, status, received_on as day, e.bank_reference as trace, e.account as own
      from remittance m join bank_entry e on e.id = m.bank_entry_id where m.tenant_id = ${books.tenant.id}`);
    expect(remittance).toEqual({
      name: "PAYING COMPANY",
      account: "ACH1234567890",
      advice: [`PAYS INVOICE ${number}`],
      status: "APPLIED",
      day: "2026-03-02",
      trace: "121042880000042",
      own: "5550001",
    });
  });

  it("belongs to the customer whose number as an originator it has, and debits and notices bring in nothing", async () => {
    const all = [
      { ...credit, individualId: "X1" },
      { ...credit, code: "27" },
      { ...credit, code: "23", cents: 0 },
    ];
    await take(ach(all));
    expect(await receipts()).toEqual([
      { amount: "100.00", customer: "C1", method: "BANK_TRANSFER", reversed: null },
    ]);
    expect((await entries()).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["RECEIPT_RECORDED", null],
      ["NOT_A_RECEIPT", "Money that went out."],
      ["NOT_A_RECEIPT", "A prenotification: it tries the account, and no money moved."],
    ]);
  });

  it("is taken in once, also when another file of the bank holds it again", async () => {
    const two = [
      { ...credit, trace: "121042880000001" },
      { ...credit, trace: "121042880000002" },
    ];
    await take(ach(two));
    expect((await books.attempt(importBankFile, inFile(ach(two)))).refusals.map((each) => each.code)).toEqual(
      ["DUPLICATE_FILE"],
    );
    const again = nachaFile({
      created: "260303",
      batches: [batch([{ ...credit, cents: 5 }], { companyId: "9" }), batch(two)],
    });
    const { outcomes } = await take(again);
    expect(outcomes).toEqual([
      { outcome: "DUPLICATE", count: 2 },
      { outcome: "RECEIPT_RECORDED", count: 1 },
    ]);
  });

  it("of a file whose totals fail posts nothing", async () => {
    const before = await books.digest();
    const broken = Buffer.from(
      ach([credit]).toString("latin1").replace("0000010000", "0000020000"),
      "latin1",
    );
    const { refusals } = await books.attempt(importBankFile, inFile(broken));
    expect(refusals[0]).toMatchObject({
      code: "INVALID_FILE",
      message: expect.stringMatching(
        /^Line 4: Record 8 at line 4: the batch states credits of 100.00, its entries make 200.00/,
      ),
    });
    expect(await books.digest()).toBe(before);
  });
});

describe("a return in an ACH file", () => {
  const sent = { originalTrace: "231380100000042", originalBank: "23138010" };
  const returned = (code = "R01") =>
    ach([{ ...credit, code: "26", account: "987654321", notice: { ...sent, code } }], {
      companyId: "OURCOMPANY",
      effectiveDate: "260305",
    });

  it("reverses the receipt that was recorded under its trace number, and says why", async () => {
    await books.does(recordReceipt, {
      customerId,
      amount: "100.00",
      currency: "USD",
      receivedOn: "2026-03-02",
      method: "DIRECT_DEBIT",
      reference: sent.originalTrace,
    });
    const { outcomes } = await take(returned());
    expect(outcomes).toEqual([{ outcome: "RECEIPT_REVERSED", count: 1 }]);
    expect(await receipts()).toMatchObject([{ amount: "100.00", reversed: "R01, insufficient funds" }]);
    expect((await entries())[0]?.reason).toMatch(
      /^Receipt RCT-\d+ was reversed \(R01, insufficient funds\)\.$/,
    );
  });

  it("of an entry that an ACH file brought in opens its invoice again", async () => {
    const number = await invoice("100.00");
    await take(ach([{ ...credit, texts: [number], trace: sent.originalTrace }]));
    await take(returned());
    const open = sql`select round(open_amount, 2) as open from open_item where tenant_id = ${books.tenant.id} and document_number = ${number}`;
    expect(await books.row(open)).toEqual({ open: "100.00" });
  });

  it("of something that nobody knows is left for a person, as are the quarrels of banks about a return", async () => {
    expect((await take(returned())).findings).toMatchObject([
      {
        severity: "QUARANTINE_ENTRY",
        code: "RETURN_NOT_CARRIED_OUT",
        line: 3,
        message: expect.stringContaining("(R01, insufficient funds)"),
      },
    ]);
    await take(returned("R68"));
    await take(returned("R73"));
    expect((await entries()).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      [
        "QUARANTINED",
        expect.stringContaining(
          "trace number 231380100000042 was returned (R01, insufficient funds), but no standing receipt fits it",
        ),
      ],
      ["NOT_A_RECEIPT", expect.stringContaining("A return was refused (R68, the return came too late)")],
      ["NOT_A_RECEIPT", expect.stringContaining("The refusal of a return was contested (R73")],
    ]);
  });
});

describe("a notification of change", () => {
  const change = (code: string, correctedData: string, more: Partial<AchEntry> = {}) => {
    const notice = { originalTrace: "231380100000042", originalBank: "23138010", code, correctedData };
    const entry = { ...credit, code: "26", account: "987654321", cents: 0, notice, ...more };
    return ach([entry], { entryClass: "COR" });
  };

  it.each([
    ["C01", "555666777", "231380104555666777"],
    ["C02", "121042882", "121042882987654321"],
    ["C03", "121042882   555666777", "121042882555666777"],
    ["C06", "555666777           22", "231380104555666777"],
    ["C07", "121042882555666777        22", "121042882555666777"],
  ])("%s replaces the customer's account, on the record", async (code, data, expected) => {
    await take(change(code, data));
    expect(await accounts()).toEqual([expected, "ACH1234567890"].sort());
    const audited = sql`
      select input -> 'notification' ->> 'code' as code, input -> 'bankAccounts' ? ${expected} as "isIn"
      from audit_record where tenant_id = ${books.tenant.id} and command = 'customerUpdate'`;
    expect(await books.row(audited)).toEqual({ code, isIn: true });
    expect((await entries())[0]).toMatchObject({
      outcome: "NOT_A_RECEIPT",
      reason: expect.stringContaining(`of customer C1 was replaced by ${expected}`),
    });
  });

  it("gives a customer whom it calls by number its first account", async () => {
    const second = await customer("C2");
    await take(change("C01", "555666777", { account: "444", individualId: "C2" }));
    expect(await accounts(second)).toEqual(["231380104555666777"]);
  });

  it.each([
    ["C04", "A NEW NAME", {}, "it corrects no account"],
    ["C01", "!!", {}, "it corrects no account"],
    ["C02", "121042889", {}, "it corrects no account"],
    ["C01", "555666777", { account: "111111111" }, "no customer's bank account fits it"],
    ["C01", "555666777", { individualId: "C3" }, "several customers fit it"],
    ["C01", "777777777", {}, "is another customer's"],
  ])("that is not clear changes nothing: %s %s %o", async (code, data, more, why) => {
    await customer("C3", ["231380104777777777"]);
    const before = await accounts();
    await take(change(code, data, more));
    expect(await accounts()).toEqual(before);
    expect((await entries())[0]?.reason).toContain(why);
  });
});

describe("a cheque of a lockbox file", () => {
  it("is a receipt of the customer whose account is on it, and pays the invoices that stand beside it", async () => {
    const numbers = [await invoice("60.00"), await invoice("70.00")];
    await take(lockbox([{ ...cheque, texts: [`${numbers[0]} 60.00`, `${numbers[1]} 40.00`] }]));
    expect(await receipts()).toEqual([
      { amount: "100.00", customer: "C1", method: "CHEQUE", reversed: null },
    ]);
    const open = await books.rows<{ open: string }>(sql`
      select round(open_amount, 2) as open from open_item
      where tenant_id = ${books.tenant.id} and original_amount > 0 order by document_number`);
    expect(open.map((row) => row.open)).toEqual(["0.00", "30.00"]);
  });

  it("of nobody known waits unidentified; one without an amount is held back", async () => {
    const strange = { ...cheque, account: "1", cents: 500 };
    const content = lockbox([cheque, strange, { ...cheque, cents: 700 }]).toString("latin1");
    await take(Buffer.from(content.replace("0000000700", "00000007O0"), "latin1"));
    expect((await receipts()).map(({ amount, customer: of }) => [amount, of])).toEqual([
      ["100.00", "C1"],
      ["5.00", null],
    ]);
    expect((await entries())[2]).toMatchObject({
      outcome: "QUARANTINED",
      reason: expect.stringContaining('"00000007O0"'),
    });
  });
});
