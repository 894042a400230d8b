import { describe, expect, it } from "vitest";
import { postableEntries, readBankFile } from "../../../src/cash/bank-files/index.js";

interface Parts {
  readonly account?: readonly string[];
  readonly status?: string;
  readonly currency?: string;
  readonly modifier?: string;
  readonly date?: string;
}

/** A file of one account in one group, whose trailers are counted here: each record's amounts are given with it. */
function file(records: readonly (readonly [text: string, sum: number])[], parts: Parts = {}): string {
  const { status = "1", currency = "USD", modifier = "2", date = "260302" } = parts;
  const account = records.map(([text]) => text);
  const sum = records.reduce((total, [, amount]) => total + amount, 0);
  return [
    `01,021000021,CUSTOMER,260303,0600,17,,,2/`,
    `02,CUSTOMER,021000021,${status},${date},2400,${currency},${modifier}/`,
    ...account,
    `49,${sum},${account.length + 1}/`,
    `98,${sum},1,${account.length + 3}/`,
    `99,${sum},1,${account.length + 5}/`,
    "",
  ].join("\n");
}

const HEADER = ["03,123456,,010,1000,,/", 1000] as const;
const read = (text: string) => readBankFile(Buffer.from(text));
const codesOf = (text: string) =>
  read(text).findings.map(({ severity, code, line }) => `${severity} ${code} ${line}`);
const entriesOf = (text: string) => read(text).file?.statements.flatMap((each) => each.entries) ?? [];
const postedOf = (text: string) => {
  const { file: parsed, findings } = read(text);
  return parsed ? postableEntries(parsed, findings).map((entry) => entry.bankReference) : [];
};

describe("a BAI2 report", () => {
  it("tells its header, and for each account currency, ledger balances and totals", () => {
    const text = file([
      ["03,123456,,010,100000,,,015,90000,,/", 190_000],
      ["88,100,5000,1,,400,15000,1,/", 20_000],
      ["16,165,5000,,BANK-1,E2E-1,INV-00017/", 5000],
      ["16,455,15000,,BANK-2,,/", 15_000],
    ]);
    expect(read(text).findings).toEqual([]);
    expect(read(text).file).toMatchObject({
      format: "BAI2",
      version: "2",
      messageId: "021000021 260303 0600 17",
      statements: [
        {
          id: "17/1/1",
          line: 3,
          path: "group[1]/account[1]",
          account: { other: "123456" },
          currency: "USD",
          from: "2026-03-02",
          to: "2026-03-02",
          openingBalance: { amount: "1000.00", currency: "USD", date: "2026-03-02", line: 3 },
          closingBalance: { amount: "900.00" },
          declaredTotals: {
            credits: { count: 1, sum: "50.00" },
            debits: { count: 1, sum: "150.00" },
            line: 3,
          },
        },
      ],
    });
  });

  it.each([
    ["", "", "USD", "50.00"],
    ["", "CAD", "CAD", "50.00"],
    ["JPY", "USD", "JPY", "5000"],
    ["KWD", "USD", "KWD", "5.000"],
  ])(
    "an account in %s of a group in %s is in the currency with its decimals",
    (own, group, currency, amount) => {
      const records = [
        [`03,123456,${own},,,,/`, 0],
        ["16,165,5000,,BANK-1,,/", 5000],
      ] as const;
      expect(entriesOf(file(records, { currency: group }))).toMatchObject([{ currency, amount }]);
    },
  );

  it.each([
    ["no funds type", "16,165,500,,B1,C1,TEXT/", null],
    ["Z", "16,165,500,Z,B1,C1,TEXT/", null],
    ["immediate", "16,165,500,0,B1,C1,TEXT/", "2026-03-02"],
    ["one day", "16,165,500,1,B1,C1,TEXT/", null],
    ["two days and more", "16,165,500,2,B1,C1,TEXT/", null],
    ["split over days", "16,165,500,S,100,200,200,B1,C1,TEXT/", null],
    ["from a day on", "16,165,500,V,260304,,B1,C1,TEXT/", "2026-03-04"],
    ["from a day and hour on", "16,165,500,V,260304,1400,B1,C1,TEXT/", "2026-03-04"],
    ["distributed", "16,165,500,D,2,1,300,2,200,B1,C1,TEXT/", null],
  ])("a detail with funds %s has its references where they are", (_what, detail, valueDate) => {
    expect(entriesOf(file([HEADER, [detail, 500]]))).toMatchObject([
      {
        line: 4,
        amount: "5.00",
        side: "CREDIT",
        bookingDate: "2026-03-02",
        valueDate,
        bankReference: "B1",
        bankTransactionCode: "165",
        details: [{ endToEndId: "C1", remittanceLines: ["TEXT"] }],
      },
    ]);
  });

  it("text goes on in continuations, with commas and slashes, and without a slash at the end", () => {
    const text = file([
      HEADER,
      ["16,165,500,,B1,,INVOICES 17, 18 AND 2026/19", 500],
      ["88,FROM A PAYER, WITH THANKS/", 0],
    ]);
    expect(codesOf(text)).toEqual([]);
    expect(entriesOf(text)[0]?.details[0]?.remittanceLines).toEqual([
      "INVOICES 17, 18 AND 2026/19",
      "FROM A PAYER, WITH THANKS",
    ]);
  });

  it("records may follow on one line, and blanks may fill it up", () => {
    const text = file([HEADER, ["16,165,500,,B1,,TEXT/", 500], ["16,165,600,,B2,,TEXT/", 600]]);
    expect(postedOf(text.replace(/\/\n16/g, "/  16").replace(/\/\n/g, "/          \n"))).toEqual([
      "B1",
      "B2",
    ]);
  });

  it.each([
    ["165", "CREDIT", false],
    ["399", "CREDIT", false],
    ["455", "DEBIT", false],
    ["699", "DEBIT", false],
    ["252", "CREDIT", true],
    ["555", "DEBIT", true],
    ["931", "CREDIT", false],
    ["961", "DEBIT", false],
  ])("a detail of type %s is a %s", (code, side, reversal) => {
    expect(entriesOf(file([HEADER, [`16,${code},500,,B1,,/`, 500]]))).toMatchObject([{ side, reversal }]);
  });

  it("a cheque's number is told as one", () => {
    expect(entriesOf(file([HEADER, ["16,475,500,,B1,10017,/", 500]]))[0]?.details).toMatchObject([
      { chequeNumber: "10017" },
    ]);
  });

  it("words and balances among the details are told and are no entries", () => {
    const text = file([HEADER, ["16,890,,,,,CALL YOUR BANKER/", 0], ["16,040,700,,,,/", 700]]);
    expect(codesOf(text)).toEqual(["WARN NOT_A_MOVEMENT 4", "WARN NOT_A_MOVEMENT 5"]);
    expect(read(text).findings[0]?.message).toContain("CALL YOUR BANKER");
    expect(entriesOf(text)).toEqual([]);
  });

  it("totals without details are told, and nothing is compared with them", () => {
    const text = file([["03,123456,,010,1000,,,015,9000,,,100,8000,4,/", 18_000]]);
    expect(codesOf(text)).toEqual(["WARN NO_DETAIL 3"]);
  });
});

describe("control totals of a BAI2 report", () => {
  const good = file([
    ["03,123456,,010,1000,,,015,1500,,,100,500,1,/", 3000],
    ["16,165,500,,B1,,TEXT/", 500],
    ["88,MORE TEXT/", 0],
  ]);

  it("that agree prove the file", () => {
    expect(codesOf(good)).toEqual([]);
    expect(postedOf(good)).toEqual(["B1"]);
  });

  it.each([
    ["the account's total", "49,3500,", "49,3501,"],
    ["the account's records", "49,3500,4/", "49,3500,5/"],
    ["the group's total", "98,3500,", "98,3400,"],
    ["the group's accounts", "98,3500,1,", "98,3500,2,"],
    ["the group's records", "98,3500,1,6/", "98,3500,1,7/"],
    ["the file's total", "99,3500,", "99,0,"],
    ["the file's groups", "99,3500,1,", "99,3500,2,"],
    ["the file's records", "99,3500,1,8/", "99,3500,1,9/"],
    ["a detail's amount", "16,165,500,", "16,165,600,"],
    ["a balance", "010,1000", "010,1001"],
    ["a continuation", "88,MORE TEXT/\n", ""],
  ])("%s changed refuses the file", (_what, from, to) => {
    expect(good).toContain(from);
    const text = good.replace(from, to);
    expect(read(text).findings[0]).toMatchObject({ severity: "REJECT_FILE", code: "CONTROL_TOTAL_MISMATCH" });
    expect(postedOf(text)).toEqual([]);
  });

  it("a number of items that the details do not have refuses the file", () => {
    expect(codesOf(good.replace("100,500,1,", "100,500,2,"))).toEqual([
      "REJECT_FILE CONTROL_TOTAL_MISMATCH 3",
    ]);
  });

  it("ledger balances that the details do not lead to are a warning, since the trailers prove the details", () => {
    const text = file([
      ["03,123456,,010,1000,,,015,1400,,/", 2400],
      ["16,165,500,,B1,,/", 500],
    ]);
    expect(codesOf(text)).toEqual(["WARN BALANCE_MISMATCH 3"]);
    expect(postedOf(text)).toEqual(["B1"]);
  });

  it.each([
    ["cut before its trailer", (text: string) => text.slice(0, text.indexOf("99,")), "without its trailer"],
    [
      "without an account's trailer",
      (text: string) => text.replace(/49,.*\n/, ""),
      "before the account's trailer",
    ],
    [
      "with a detail outside of an account",
      (text: string) => text.replace("98,", "16,165,1,,,,/\n98,"),
      "outside of an account",
    ],
    ["twice in one", (text: string) => text + text, "behind the file's trailer"],
    ["without a group", (text: string) => text.replace(/02,.*\n/, ""), "outside of a group"],
    ["with a line that is no record", (text: string) => text.replace("98,", "HELLO\n98,"), "no record code"],
    [
      "with an amount that is no number",
      (text: string) => text.replace("16,165,500", "16,165,5.00"),
      "amount",
    ],
    ["with a type code that is none", (text: string) => text.replace("16,165,", "16,1X5,"), "type code"],
    [
      "with a balance that is no number",
      (text: string) => text.replace("010,1000", "010,1e3"),
      "whole number",
    ],
    ["with a total that is no number", (text: string) => text.replace("49,3500", "49,350O"), "control total"],
    ["of an unknown status", (text: string) => text.replace(",1,260302", ",7,260302"), "status"],
  ])("%s: refused with line and reason", (_what, change, said) => {
    const { file: parsed, findings } = read(change(good));
    expect(parsed).toBeNull();
    expect(findings).toMatchObject([
      { severity: "REJECT_FILE", line: expect.any(Number), message: expect.stringContaining(said) },
    ]);
  });

  it("of another version: refused", () => {
    expect(codesOf(good.replace(",,,2/", ",,,1/"))).toEqual(["REJECT_FILE UNSUPPORTED_VERSION 1"]);
  });
});

describe("an entry of a BAI2 report that is not posted", () => {
  const detail = ["16,165,500,,B1,,TEXT/", 500] as const;

  it.each([
    ["2", "DELETION_GROUP", "reverse by hand"],
    ["3", "CORRECTION_GROUP", "Compare it"],
    ["4", "TEST_GROUP", "a test"],
  ])("because its group's status is %s waits for a person", (status, code, said) => {
    const text = file([HEADER, detail], { status });
    expect(codesOf(text)).toEqual([`QUARANTINE_ENTRY ${code} 4`]);
    expect(read(text).findings[0]?.message).toContain(said);
    expect(postedOf(text)).toEqual([]);
  });

  it.each([
    ["its day is none", { date: "260230" }, detail, "INVALID_DATE"],
    ["its value date is none", {}, ["16,165,500,V,260230,,B1,,/", 500], "INVALID_DATE"],
    ["it is of a loan", {}, ["16,721,500,,B1,,/", 500], "LOAN_ENTRY"],
    ["it is a total", {}, ["16,100,500,,B1,,/", 500], "SUMMARY_CODE"],
    ["its funds type is none", {}, ["16,165,500,Q,B1,,/", 500], "UNKNOWN_FUNDS_TYPE"],
    ["it has a sign", {}, ["16,165,-500,,B1,,/", -500], "INVALID_AMOUNT"],
    ["it has no amount", {}, ["16,165,,,B1,,/", 0], "MISSING_AMOUNT"],
    ["its currency is none", { currency: "XQX" }, detail, "UNKNOWN_CURRENCY"],
  ] as const)("because %s waits for a person", (_what, parts, record, code) => {
    const text = file([HEADER, record], parts);
    expect(codesOf(text)).toEqual([`QUARANTINE_ENTRY ${code} 4`]);
    expect(postedOf(text)).toEqual([]);
  });

  it("because its group is interim and it has no reference of the bank is left to the final report", () => {
    for (const modifier of ["1", "3"]) {
      const text = file([HEADER, ["16,165,500,,,C1,TEXT/", 500], detail], { modifier });
      expect(codesOf(text)).toEqual(["WARN LEFT_TO_STATEMENT 4"]);
      expect(postedOf(text)).toEqual(["B1"]);
    }
    expect(codesOf(file([HEADER, ["16,165,500,,,C1,TEXT/", 500]], { modifier: "4" }))).toEqual([
      "WARN MISSING_REFERENCE 4",
    ]);
  });
});
