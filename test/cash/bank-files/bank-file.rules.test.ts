import { describe, expect, it } from "vitest";
import { postableEntries, readBankFile } from "../../../src/cash/bank-files/index.js";
import { altered, balance, type EntryText, entry, fixture, statement } from "./statement-files.js";

const findingsOf = (content: Buffer) =>
  readBankFile(content).findings.map(({ severity, code }) => `${severity} ${code}`);
const alone = (given: EntryText) =>
  findingsOf(statement(entry(given))).filter((each) => each !== "WARN NO_CONTROL_TOTAL");
const posted = (content: Buffer) => {
  const { file, findings } = readBankFile(content);
  return file ? postableEntries(file, findings).map((each) => each.bankReference) : [];
};

describe("control totals", () => {
  it.each([
    ["number of entries", "<NbOfNtries>5<", "<NbOfNtries>6<"],
    ["sum of entries", "<Sum>2385.50<", "<Sum>2385.51<"],
    ["net", "<TtlNetNtryAmt>1794.50<", "<TtlNetNtryAmt>1794.00<"],
    ["number of credits", "<NbOfNtries>3<", "<NbOfNtries>2<"],
    ["sum of credits", "<Sum>2090.00<", "<Sum>2091.00<"],
    ["number of debits", "<NbOfNtries>2<", "<NbOfNtries>1<"],
    ["sum of debits", "<Sum>295.50<", "<Sum>295.49<"],
  ])("a wrong %s refuses the file and nothing is posted", (_name, from, to) => {
    const content = altered("02", from, to);
    expect(new Set(findingsOf(content))).toEqual(new Set(["REJECT_FILE CONTROL_TOTAL_MISMATCH"]));
    expect(readBankFile(content).findings[0]?.line).toBe(23);
    expect(posted(content)).toEqual([]);
  });

  it("an amount that was changed on the way refuses the file", () => {
    const content = altered("02", '<Amt Ccy="EUR">45.50</Amt>', '<Amt Ccy="EUR">54.50</Amt>');
    expect(findingsOf(content)).toContain("REJECT_FILE CONTROL_TOTAL_MISMATCH");
  });

  it("refuse the file for any one digit of any entry's amount changed", () => {
    const text = fixture("02").toString("utf8");
    const amounts = [...text.matchAll(/(?<=<Ntry>\s*<NtryRef>\d<\/NtryRef>\s*<Amt Ccy="EUR">)[\d.]+/g)];
    expect(amounts).toHaveLength(5);
    for (const { 0: amount, index } of amounts) {
      for (let at = index; at < index + amount.length; at += 1) {
        if (text[at] === ".") continue;
        const content = text.slice(0, at) + ((Number(text[at]) + 1) % 10) + text.slice(at + 1);
        expect(readBankFile(Buffer.from(content)).findings[0]?.severity).toBe("REJECT_FILE");
      }
    }
  });

  it("may be of the booked entries only, but then all of them", () => {
    expect(findingsOf(altered("08", "<ns:NbOfNtries>6<", "<ns:NbOfNtries>7<"))).toContain(
      "REJECT_FILE CONTROL_TOTAL_MISMATCH",
    );
  });

  it("that are not numbers refuse the file", () => {
    expect(findingsOf(altered("02", "<NbOfNtries>5<", "<NbOfNtries>five<"))).toEqual([
      "REJECT_FILE WRONG_STRUCTURE",
    ]);
  });
});

describe("balances", () => {
  const opening = balance("OPBD", "100.00");

  it("that agree prove the file without totals", () => {
    expect(findingsOf(statement(opening + balance("CLBD", "110.00") + entry()))).toEqual([]);
  });

  it("may fall below zero", () => {
    const content = statement(
      opening + balance("CLBD", "25.00", "DBIT") + entry({ amount: "125.00", side: "DBIT" }),
    );
    expect(findingsOf(content)).toEqual([]);
  });

  it("that do not agree refuse a file without totals: an entry may be missing", () => {
    const content = statement(opening + balance("CLBD", "110.01") + entry());
    expect(findingsOf(content)).toEqual(["REJECT_FILE BALANCE_MISMATCH"]);
    expect(readBankFile(content).findings[0]?.message).toContain("difference 0.01");
    expect(posted(content)).toEqual([]);
  });

  it("that do not agree are a warning when the totals prove the entries complete", () => {
    const content = altered("02", '<Amt Ccy="EUR">2494.50<', '<Amt Ccy="EUR">2400.00<');
    expect(findingsOf(content)).toEqual(["WARN BALANCE_MISMATCH"]);
    expect(posted(content)).toHaveLength(4);
  });

  it("that do not agree refuse a file whose totals only count: an amount may be wrong", () => {
    const count = "<TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries></TtlNtries></TxsSummry>";
    const content = statement(opening + balance("CLBD", "111.00") + count + entry());
    expect(findingsOf(content)).toEqual(["REJECT_FILE BALANCE_MISMATCH"]);
  });

  it("of the previous statement stand in for a missing opening balance", () => {
    const content = statement(balance("PRCD", "100.00") + balance("CLBD", "111.00") + entry());
    expect(findingsOf(content)).toEqual(["REJECT_FILE BALANCE_MISMATCH"]);
  });

  it("that are missing leave a warning that nothing proves the file complete", () => {
    expect(findingsOf(statement(opening + entry()))).toEqual(["WARN NO_CONTROL_TOTAL"]);
  });

  it("do not count entries that are not booked", () => {
    const pending = entry({ status: "PDNG", reference: "REF-2" });
    expect(findingsOf(statement(opening + balance("CLBD", "110.00") + entry() + pending))).toEqual([]);
  });
});

describe("an entry that cannot be posted as it is", () => {
  it.each([
    ["has a booking date that is no date", { date: "2026-02-30" }, "INVALID_DATE"],
    ["has no date", { date: "" }, "MISSING_DATE"],
    ["is in an unknown currency", { currency: "EUX" }, "UNKNOWN_CURRENCY"],
    ["is in what JavaScript calls a constructor", { currency: "constructor" }, "UNKNOWN_CURRENCY"],
    ["is in no currency", { currency: "" }, "UNKNOWN_CURRENCY"],
    ["has more decimals than its currency", { amount: "10.001" }, "TOO_MANY_DECIMALS"],
    ["is in another currency than the account", { currency: "USD" }, "CURRENCY_MISMATCH"],
    ["is of zero", { amount: "0.00" }, "ZERO_AMOUNT"],
    ["is negative", { amount: "-10.00" }, "INVALID_AMOUNT"],
    ["has no amount", { amount: "" }, "MISSING_AMOUNT"],
    ["has an unknown status", { status: "DONE" }, "UNKNOWN_STATUS"],
    ["has no status", { status: "" }, "UNKNOWN_STATUS"],
  ])("%s: it is quarantined, and the others are posted", (_name, given, code) => {
    expect(alone(given)).toEqual([`QUARANTINE_ENTRY ${code}`]);
    const content = statement(entry({ reference: "GOOD-1" }) + entry(given) + entry({ reference: "GOOD-2" }));
    expect(posted(content)).toEqual(["GOOD-1", "GOOD-2"]);
    const finding = readBankFile(content).findings[0];
    expect(finding).toMatchObject({ entryIndex: 1, line: 4, path: "Document/BkToCstmrStmt/Stmt[1]/Ntry[2]" });
  });

  it("repeats an earlier entry of the file: the first is posted, the second waits for a person", () => {
    const content = statement(entry() + entry({ reference: "REF-2" }) + entry());
    expect(findingsOf(content)).toEqual(["QUARANTINE_ENTRY DUPLICATE_REFERENCE", "WARN NO_CONTROL_TOTAL"]);
    expect(posted(content)).toEqual(["REF-1", "REF-2"]);
  });

  it("in a currency without decimals may not have any", () => {
    const yen = (amount: string) =>
      findingsOf(
        Buffer.from(
          statement(entry({ amount, currency: "JPY" }))
            .toString("utf8")
            .replace("<Ccy>EUR<", "<Ccy>JPY<"),
        ),
      );
    expect(yen("1000")).toEqual(["WARN NO_CONTROL_TOTAL"]);
    expect(yen("1000.5")).toContain("QUARANTINE_ENTRY TOO_MANY_DECIMALS");
  });
});

describe("what a person should know of an entry that is posted", () => {
  const detail = (amount: string, currency = "EUR") =>
    `<TxDtls><AmtDtls><TxAmt><Amt Ccy="${currency}">${amount}</Amt></TxAmt></AmtDtls></TxDtls>`;

  it.each([
    ["details that do not sum to it", { details: detail("4.00") + detail("5.00") }, "DETAILS_MISMATCH"],
    ["a detail in another currency", { details: detail("11.00", "USD") }, "DETAIL_CURRENCY_DIFFERS"],
    [
      "a batch that lacks details",
      { details: `<Btch><NbOfTxs>3</NbOfTxs></Btch>${detail("4.00")}${detail("6.00")}` },
      "DETAIL_COUNT_MISMATCH",
    ],
    ["no reference of the bank", { reference: "" }, "MISSING_REFERENCE"],
    [
      "a remittance line of 141 characters",
      { details: `<TxDtls><RmtInf><Ustrd>${"x".repeat(141)}</Ustrd></RmtInf></TxDtls>` },
      "TEXT_TOO_LONG",
    ],
  ])("it has %s", (_name, given, code) => {
    expect(alone(given)).toEqual([`WARN ${code}`]);
  });

  it("140 characters are not too long, and details that sum to the entry are no finding", () => {
    const text = `<TxDtls><RmtInf><Ustrd>${"é".repeat(140)}</Ustrd></RmtInf></TxDtls>`;
    expect(alone({ details: text })).toEqual([]);
    expect(alone({ details: detail("4.00") + detail("6.00") })).toEqual([]);
  });

  it("hundreds of warnings of one kind are counted, but no quarantined entry is left out", () => {
    const content = statement(
      Array.from({ length: 300 }, (_, index) => entry({ reference: "", amount: `${index}.00` })).join("") +
        entry({ amount: "0" }).repeat(300),
    );
    const findings = readBankFile(content).findings;
    expect(findings.filter((each) => each.code === "MISSING_REFERENCE")).toHaveLength(101);
    expect(
      findings.some(
        (each) => each.message === "The file has 200 more warnings of the kind MISSING_REFERENCE.",
      ),
    ).toBe(true);
    expect(findings.filter((each) => each.code === "ZERO_AMOUNT")).toHaveLength(301);
  });

  it("a statement that is a copy, or one page of several, is named", () => {
    const copy = altered("02", "<Acct>", "<CpyDplctInd>DUPL</CpyDplctInd><Acct>");
    expect(findingsOf(copy)).toEqual(["WARN DUPLICATE_COPY"]);
    expect(findingsOf(altered("02", "<PgNb>1<", "<PgNb>2<"))).toEqual(["WARN ONE_PAGE_OF_SEVERAL"]);
  });

  it("the same statement twice in a file refuses it", () => {
    const text = statement(entry()).toString("utf8");
    const twice = text.replace(/<Stmt>[\s\S]*<\/Stmt>/, (whole) => whole + whole);
    expect(findingsOf(Buffer.from(twice))).toContain("REJECT_FILE REPEATED_STATEMENT");
  });
});
