import { describe, expect, it } from "vitest";
import { postableEntries, readBankFile } from "../../../src/cash/bank-files/index.js";
import { message } from "./mt-messages.js";

const read = (text: string, encoding: BufferEncoding = "utf8") => readBankFile(Buffer.from(text, encoding));
const entriesOf = (text: string) => read(text).file?.statements.flatMap((each) => each.entries) ?? [];
const codesOf = (text: string) =>
  read(text).findings.map(({ severity, code, line }) => `${severity} ${code} ${line}`);

describe("a statement line of an MT940", () => {
  it("tells value date, entry date, direction, amount, type and both references", () => {
    const [entry] = entriesOf(message(":61:2603030302C1234,5NTRFE2E-1//BANK-1\r\nSUPPLEMENT", "1234,5"));
    expect(entry).toMatchObject({
      line: 5,
      amount: "1234.50",
      currency: "EUR",
      side: "CREDIT",
      reversal: false,
      status: "BOOKED",
      bookingDate: "2026-03-02",
      valueDate: "2026-03-03",
      bankTransactionCode: "NTRF",
      bankReference: "BANK-1",
      additionalInfo: "SUPPLEMENT",
      details: [{ line: 5, side: "CREDIT", endToEndId: "E2E-1" }],
    });
  });

  it.each([
    ["C", "CREDIT", false],
    ["D", "DEBIT", false],
    ["RC", "DEBIT", true],
    ["RD", "CREDIT", true],
    ["CR", "CREDIT", false],
    ["DR", "DEBIT", false],
    ["RCR", "DEBIT", true],
    ["RDR", "CREDIT", true],
  ])("marked %s, with or without the funds code, is a %s", (mark, side, reversal) => {
    const net = side === "CREDIT" ? "15," : "5,";
    const [entry] = entriesOf(message(`:61:2603020302${mark}5,NTRFNONREF`, net, "10,"));
    expect(entry).toMatchObject({ side, reversal, amount: "5.00" });
    expect(codesOf(message(`:61:2603020302${mark}5,NTRFNONREF`, net, "10,"))).toEqual([
      "WARN MISSING_REFERENCE 5",
    ]);
  });

  it.each([
    ["2601021231", "2025-12-31"],
    ["2512310102", "2026-01-02"],
    ["2603010228", "2026-02-28"],
    ["2602280301", "2026-03-01"],
    ["2402290229", "2024-02-29"],
  ])("of %s has its entry date in the year that is nearest", (dates, bookingDate) => {
    expect(entriesOf(message(`:61:${dates}C1,NTRFNONREF`, "1,"))[0]?.bookingDate).toBe(bookingDate);
  });

  it("without an entry date has none: its value date is told", () => {
    expect(codesOf(message(":61:260302C1,NTRFNONREF//B1", "1,"))).toEqual(["WARN MISSING_BOOKING_DATE 5"]);
  });

  it("that is only expected is pending", () => {
    expect(entriesOf(message(":61:2603020302EC1,NTRFNONREF//B1"))[0]?.status).toBe("PENDING");
  });

  it("with a date that is none is quarantined; with an amount that is none the file is refused, by its balances", () => {
    expect(codesOf(message(":61:2602300302C1,NTRFNONREF//B1", "1,"))).toEqual([
      "QUARANTINE_ENTRY INVALID_DATE 5",
    ]);
    expect(codesOf(message(":61:2603020302C1,2,3NTRFNONREF//B1", "1,"))).toContain(
      "QUARANTINE_ENTRY INVALID_AMOUNT 5",
    );
    expect(codesOf(message(":61:2603020302X1,NTRFNONREF//B1", "1,"))).toEqual([
      "REJECT_FILE WRONG_STRUCTURE 5",
    ]);
  });
});

describe("an MT940 file", () => {
  it("holds several messages, with and without their envelopes", () => {
    const one = message(":61:2603020302C1,NTRFNONREF//B1", "1,");
    const other = one.replace("1234567", "7654321");
    const envelope =
      "{1:F01ABCDEF00AXXX0000000000}{2:O9400000260302ABCDEF00AXXX00000000002603020000N}{4:\r\n";
    const files = [
      one + other,
      one.replace("-\r\n", "") + other,
      envelope + one.replace("-\r\n", "-}\r\n") + envelope + other,
    ];
    for (const text of files)
      expect(read(text).file?.statements.map((each) => each.account.other)).toEqual([
        "10020030/1234567",
        "10020030/7654321",
      ]);
  });

  it.each([
    ["DE02120300000000202051", { iban: "DE02120300000000202051" }],
    ["DE02 1203 0000 0000 2020 51", { iban: "DE02120300000000202051" }],
    ["NL91ABNA0417164300EUR", { iban: "NL91ABNA0417164300" }],
    ["MT84MALT011000012345MTLCAST001S", { iban: "MT84MALT011000012345MTLCAST001S" }],
    ["DE02120300000000202051EUR", { iban: "DE02120300000000202051" }],
    ["10020030/1234567", { other: "10020030/1234567" }],
  ])("is of the account %s", (written, account) => {
    const text = message("").replace("10020030/1234567", written);
    expect(read(text).file?.statements[0]?.account).toEqual(account);
  });

  it("whose balances and entries disagree posts nothing", () => {
    const text = message(":61:2603020302C1,NTRFNONREF//B1", "2,");
    expect(codesOf(text)).toEqual(["REJECT_FILE BALANCE_MISMATCH 6"]);
    const { file, findings } = read(text);
    expect(file && postableEntries(file, findings)).toEqual([]);
  });

  it("with the bank's own totals behind the closing balance is compared with those too", () => {
    const note = (text: string) =>
      message(":61:2603020302C1,NTRFNONREF//B1", "1,").replace("-\r\n", `:86:${text}\r\n-\r\n`);
    expect(codesOf(note("D000000C000001D0,00C1,00"))).toEqual([]);
    expect(codesOf(note("D000000C000002D0,00C1,00"))).toEqual(["REJECT_FILE CONTROL_TOTAL_MISMATCH 7"]);
    expect(codesOf(note("/SUM/0/1/0,00/1,00/"))).toEqual([]);
    expect(codesOf(note("/SUM/1/1/0,00/1,00/"))).toEqual(["REJECT_FILE CONTROL_TOTAL_MISMATCH 7"]);
    expect(codesOf(note("OUR ADDRESS HAS CHANGED"))).toEqual(["WARN STATEMENT_NOTE 7"]);
  });

  it("of pages is one chain of balances: a page that is missing refuses it", () => {
    const page = (opening: string, closing: string, number: number, [from, to]: [string, string]) =>
      `:20:REF\n:25:123\n:28C:7/${number}\n:60${from}:C260301EUR${opening}\n:61:2603020302C1,NTRFNONREF//B${number}\n:62${to}:C260302EUR${closing}\n-\n`;
    const [one, two, three] = [
      page("0,", "1,", 1, ["F", "M"]),
      page("1,", "2,", 2, ["M", "M"]),
      page("2,", "3,", 3, ["M", "F"]),
    ];
    expect(codesOf(one + two + three)).toEqual([]);
    expect(codesOf(one + three)).toEqual(["REJECT_FILE PAGE_MISSING 11"]);
    expect(codesOf(one + two)).toEqual(["WARN ONE_PAGE_OF_SEVERAL 8"]);
    expect(codesOf(two + three)).toEqual(["WARN ONE_PAGE_OF_SEVERAL 1"]);
  });

  it("of several days with a day between them missing says so", () => {
    const day = (opening: string, closing: string, date: string) =>
      `:20:REF\n:25:123\n:28C:0\n:60F:C${date}EUR${opening}\n:61:${date}${date.slice(2)}C1,NTRFNONREF//B${date}\n:62F:C${date}EUR${closing}\n-\n`;
    expect(codesOf(day("0,", "1,", "260302") + day("1,", "2,", "260303"))).toEqual([]);
    expect(codesOf(day("0,", "1,", "260302") + day("2,", "3,", "260304"))).toEqual(["WARN BALANCE_GAP 11"]);
  });

  it.each([
    ["without an account", (text: string) => text.replace(/:25:.*\r\n/, ""), ":25:"],
    ["without its end", (text: string) => text.slice(0, text.indexOf(":62F:")), "no :62F:"],
    ["with two closing balances", (text: string) => text.replace(/(:62F:.*\r\n)/, "$1$1"), "again"],
    ["with a balance that is none", (text: string) => text.replace("EUR1,", "EURO1,"), ":62F:"],
    [
      "whose first message lost its head",
      (text: string) => text.replace(":20:REF\r\n", "") + text,
      "outside",
    ],
  ])("%s is refused", (_what, change, said) => {
    expect(read(change(message(":61:2603020302C1,NTRFNONREF//B1", "1,")))).toMatchObject({
      file: null,
      findings: [{ code: "WRONG_STRUCTURE", message: expect.stringContaining(said) }],
    });
  });

  it("tells fields that it does not read", () => {
    expect(codesOf(message("").replace(":28C:", ":99Z:WHAT\r\n:28C:"))).toEqual(["WARN NOT_READ 3"]);
  });
});

describe("an MT942", () => {
  const report = (fields: string) =>
    `:20:R\n:25:10020030/1234567\n:28C:1/1\n:34F:EUR0,\n:13D:2603021200+0100\n${fields}\n-\n`;

  it("is an intraday report with its own totals, in the currency of its floor limit", () => {
    const text = report(":61:2603020302C1,NTRFNONREF//B1\n:90D:0EUR0,\n:90C:1EUR1,");
    const { file, findings } = read(text);
    expect(file).toMatchObject({ format: "MT942", statements: [{ report: "INTRADAY", currency: "EUR" }] });
    expect(findings).toEqual([]);
    expect(file && postableEntries(file, findings)).toHaveLength(1);
    expect(codesOf(text.replace(":90C:1EUR", ":90C:2EUR"))).toEqual(["REJECT_FILE CONTROL_TOTAL_MISMATCH 8"]);
  });

  it.each([
    ["a reference of the bank", ":61:2603020302C1,NTRFE2E-1"],
    ["an entry date", ":61:260302C1,NTRFNONREF//B1"],
  ])("leaves an entry without %s to the statement", (_what, line) => {
    const { file, findings } = read(report(`${line}\n:90D:0EUR0,\n:90C:1EUR1,`));
    expect(findings).toMatchObject([
      {
        severity: "WARN",
        code: "LEFT_TO_STATEMENT",
        line: 6,
        message: expect.stringContaining("comes again"),
      },
    ]);
    expect(file && postableEntries(file, findings)).toEqual([]);
  });
});
