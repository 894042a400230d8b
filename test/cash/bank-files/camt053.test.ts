import { describe, expect, it } from "vitest";
import { detectFormat, postableEntries, readBankFile } from "../../../src/cash/bank-files/index.js";
import { entry, fixture, statement } from "./statement-files.js";

const parse = (content: Buffer) => detectFormat(content).parse(content);
const entriesOf = (content: Buffer) => parse(content).statements.flatMap((each) => each.entries);

describe("a camt.053 version 2 statement", () => {
  it("yields its header, account, period, balances and control totals", () => {
    const file = parse(fixture("02"));
    expect(file).toMatchObject({
      format: "CAMT_053",
      version: "2",
      messageId: "MSG-2026-03-02-A",
      createdAt: "2026-03-02T22:15:00+01:00",
      page: { number: "1", last: true },
    });
    const { entries, ...head } = file.statements[0] ?? { entries: [] };
    expect(entries).toHaveLength(5);
    expect(head).toEqual({
      id: "STMT-0042",
      line: 10,
      path: "Document/BkToCstmrStmt/Stmt[1]",
      entryName: "Ntry",
      account: { iban: "DE02120300000000202051" },
      currency: "EUR",
      from: "2026-03-02",
      to: "2026-03-02",
      openingBalance: { amount: "1000.00", currency: "EUR", date: "2026-03-02", line: 15 },
      closingBalance: { amount: "2494.50", currency: "EUR", date: "2026-03-02", line: 19 },
      declaredTotals: {
        all: { count: 5, sum: "2385.5", net: "1794.5" },
        credits: { count: 3, sum: "2090" },
        debits: { count: 2, sum: "295.5" },
        line: 23,
      },
    });
  });

  it("gives each entry the line on which it starts in the file", () => {
    const lines = fixture("02").toString("utf8").split("\n");
    const starts = lines.flatMap((line, index) => (line.trim() === "<Ntry>" ? [index + 1] : []));
    expect(entriesOf(fixture("02")).map((each) => each.line)).toEqual(starts);
  });

  it("names the debtor of a credit, with account, bank and remittance text", () => {
    const [credit] = entriesOf(fixture("02"));
    expect(credit).toMatchObject({
      amount: "1190.00",
      side: "CREDIT",
      reversal: false,
      status: "BOOKED",
      bookingDate: "2026-03-02",
      valueDate: "2026-03-03",
      bankTransactionCode: "PMNT/RCDT/ESCT",
      bankReference: "BANK-0001",
    });
    expect(credit?.details).toEqual([
      {
        line: 41,
        side: "CREDIT",
        endToEndId: "E2E-PAYRUN-7",
        transactionId: "TX-1",
        bankReference: "BANK-0001",
        amount: "1190.00",
        currency: "EUR",
        payerName: "Müller & Söhne GmbH",
        payerIban: "DE89370400440532013000",
        payerBic: "COBADEFFXXX",
        remittanceLines: ["Invoice INV-2026-0101, INV-2026-0102", "less <2%> discount"],
        structuredReferences: [],
      },
    ]);
  });

  it("names the creditor of a debit, and leaves out a reference that was not provided", () => {
    const debit = entriesOf(fixture("02"))[1];
    expect(debit).toMatchObject({ side: "DEBIT", amount: "45.50", bankTransactionCode: "NTRF" });
    expect(debit?.details[0]).toMatchObject({ payerName: "Office Supplies AG", payerAccount: "4711-0815" });
    expect(debit?.details[0]).not.toHaveProperty("endToEndId");
  });

  it("marks a pending entry, which is not to be posted", () => {
    const content = fixture("02");
    expect(entriesOf(content)[2]).toMatchObject({ status: "PENDING", amount: "300.00", details: [] });
    const { file, findings } = readBankFile(content);
    expect(findings).toEqual([]);
    expect(file && postableEntries(file, findings).map((each) => each.bankReference)).toEqual([
      "BANK-0001",
      "BANK-0002",
      "BANK-0004",
      "BANK-0005",
    ]);
  });

  it("names the customer of a returned direct debit, not the account's owner, and why it came back", () => {
    const returned = entriesOf(fixture("02"))[3];
    expect(returned).toMatchObject({ side: "DEBIT", reversal: true, bookingDate: "2026-03-02" });
    expect(returned?.details[0]).toMatchObject({
      payerName: "Café Central",
      payerIban: "AT611904300234573201",
      mandateId: "MANDATE-31",
      returnReason: "AM04",
    });
  });

  it("keeps the transactions of a batch and their amounts apart", () => {
    const batch = entriesOf(fixture("02"))[4];
    expect(batch?.details.map((detail) => [detail.payerName, detail.amount, detail.remittanceLines])).toEqual(
      [
        ["Alpha BV", "100.00", ["INV-2026-0090"]],
        ["Beta SARL", "200.00", ["INV-2026-0091"]],
        ["Gamma Oy", "300.00", ["INV-2026-0092"]],
      ],
    );
    expect(batch?.batches).toEqual([{ declaredCount: 3, detailCount: 3, line: 123 }]);
  });
});

describe("a camt.053 version 8 statement with prefixed names", () => {
  it("is read without findings but for the deposits that have no reference", () => {
    const { file, findings } = readBankFile(fixture("08"));
    expect(file).toMatchObject({ version: "8", createdAt: "2026-03-04T06:00:00Z" });
    expect(file?.statements[0]).toMatchObject({
      account: { other: "000123456789" },
      currency: "USD",
      openingBalance: { amount: "0.00" },
    });
    expect(findings.map((each) => [each.severity, each.code, each.entryIndex])).toEqual([
      ["WARN", "MISSING_REFERENCE", 5],
      ["WARN", "MISSING_REFERENCE", 6],
    ]);
  });

  it("reads status codes, parties and banks from where version 8 puts them", () => {
    const entries = entriesOf(fixture("08"));
    expect(entries.map((each) => each.status)).toEqual([
      ...["BOOKED", "BOOKED", "BOOKED", "PENDING", "BOOKED", "BOOKED", "BOOKED"],
    ]);
    expect(entries[0]?.details[0]).toMatchObject({
      amount: "4950.00",
      payerName: "Lakeside Stores Inc",
      payerAccount: "998877",
      payerBic: "CHASUS33",
    });
  });

  it("keeps structured references with the amount and discount of each document", () => {
    const [detail] = entriesOf(fixture("08"))[0]?.details ?? [];
    expect(detail?.structuredReferences).toEqual([
      { type: "CINV", reference: "INV-77001", amount: "5050.00", discount: "50.00" },
      { type: "CREN", reference: "CM-5", amount: "-100.00" },
      { type: "SCOR", reference: "RF18539007547034" },
    ]);
    expect(detail?.remittanceLines).toEqual(["see portal message 12"]);
  });

  it("tells the direction of each transaction of a netted batch", () => {
    const netted = entriesOf(fixture("08"))[4];
    expect(netted?.details.map((detail) => [detail.side, detail.amount])).toEqual([
      ["CREDIT", "1000.00"],
      ["DEBIT", "30.00"],
    ]);
  });
});

describe("what a statement may leave open", () => {
  it.each([
    ["18.150", "18.15"],
    ["01.00", "1.00"],
    ["7", "7.00"],
    [".5", "0.50"],
    ["+3.", "3.00"],
    ["999999999999999999", "999999999999999999.00"],
  ])("the amount %s is exactly %s", (written, amount) => {
    expect(entriesOf(statement(entry({ amount: written })))[0]?.amount).toBe(amount);
  });

  it.each(["-5.00", "1,50", "1e3", "0x10", "abc", "9999999999999999999"])(
    "the amount %s is not guessed",
    (written) => {
      const [only] = entriesOf(statement(entry({ amount: written })));
      expect(only?.amount).toBeNull();
      expect(only?.unreadable).toEqual([{ field: "amount", text: written, line: 4 }]);
    },
  );

  it.each([
    ["2026-03-02+01:00", "2026-03-02"],
    ["2026-03-02Z", "2026-03-02"],
    ["2026-02-30", null],
    ["02.03.2026", null],
  ])("the booking date %s is %s", (date, expected) => {
    expect(entriesOf(statement(entry({ date })))[0]?.bookingDate).toBe(expected);
  });

  it("an entry without a credit/debit indicator refuses the file: the sign is never guessed", () => {
    const { file, findings } = readBankFile(statement(entry({ side: "" })));
    expect(file).toBeNull();
    expect(findings).toMatchObject([{ severity: "REJECT_FILE", code: "WRONG_STRUCTURE", line: 4 }]);
  });

  it("an entry with two amounts refuses the file: nobody could say which one counts", () => {
    const twice = entry().replace("<CdtDbtInd>", '<Amt Ccy="EUR">11.00</Amt><CdtDbtInd>');
    expect(readBankFile(statement(twice)).findings).toMatchObject([
      { severity: "REJECT_FILE", code: "WRONG_STRUCTURE", path: "Ntry/Amt" },
    ]);
  });
});
