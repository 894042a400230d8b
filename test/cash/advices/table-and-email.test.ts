import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAdviceFile } from "../../../src/cash/advices/index.js";
import { type EmailStyle, printEmail } from "../../support/advice-files/email-file.js";
import { type PlainAdvice, plainAdvice } from "../../support/advice-files/plain-advice.js";
import {
  type CsvStyle,
  printCsv,
  printCsvWithTotal,
  printXlsx,
  workbookOf,
  zipOf,
} from "../../support/advice-files/table-file.js";
import { expectedOf, viewOf } from "./advice-views.js";

const GUESSED = new Set(["COLUMNS_GUESSED", "NO_CONTROL_TOTAL", "READ_BY_PATTERN"]);

/** What a table without a profile carries: it does not say who pays and when. */
function ofTable(advice: PlainAdvice) {
  const { payment, currency, total, lines } = expectedOf(advice);
  return { payment, currency, total, lines };
}

async function read(content: Buffer | string) {
  const { file, findings } = await readAdviceFile(Buffer.from(content));
  const [advice] = file?.advices ?? [];
  const told = findings.filter(({ severity, code }) => severity !== "WARN" || !GUESSED.has(code));
  return { file, advice, findings, told: told.map(({ severity, code }) => `${severity} ${code}`) };
}

function pairs(advice: { lines: readonly { reference: string | null; paid: string | null }[] } | undefined) {
  return advice?.lines.map(({ reference, paid }) => [reference, paid]);
}

describe("a table without a profile", () => {
  const style: fc.Arbitrary<CsvStyle> = fc.record({
    delimiter: fc.constantFrom("," as const, ";" as const, "\t" as const),
    decimal: fc.constantFrom("." as const, "," as const),
    lineBreak: fc.constantFrom("\n" as const, "\r\n" as const),
    byteOrderMark: fc.boolean(),
  });

  it("is read by the words of its header, whatever its delimiter and decimal mark", async () => {
    await fc.assert(
      fc.asyncProperty(plainAdvice, style, async (advice, each) => {
        const { advice: found } = await read(printCsv([advice], each));
        expect(found && viewOf(found)).toMatchObject(ofTable(advice));
      }),
      { numRuns: 100 },
    );
  });

  it("is read from a workbook with its numbers exact and its days as days", async () => {
    await fc.assert(
      fc.asyncProperty(plainAdvice, async (advice) => {
        const { advice: found, file } = await read(printXlsx([advice]));
        expect(file?.format).toBe("XLSX");
        expect(found && viewOf(found)).toMatchObject(ofTable(advice));
      }),
      { numRuns: 60 },
    );
  });

  it("takes the row that sums the others for its total", async () => {
    await fc.assert(
      fc.asyncProperty(plainAdvice, async (advice) => {
        const { advice: found, findings } = await read(printCsvWithTotal(advice));
        expect(found && viewOf(found)).toMatchObject(ofTable(advice));
        expect(findings.map(({ code }) => code)).not.toContain("NO_CONTROL_TOTAL");
      }),
      { numRuns: 40 },
    );
  });

  it("tells which column it took for what, and every row that it passes over", async () => {
    const { advice, findings } = await read("Beleg;Betrag\nR-1001;1.234,50\nohne Nummer;x\nR-1002;10,00\n");
    expect(pairs(advice)).toEqual([
      ["R-1001", "1234.5"],
      ["R-1002", "10"],
    ]);
    const told = findings.filter(({ code }) => code === "COLUMNS_GUESSED" || code === "ROW_PASSED_OVER");
    expect(told).toMatchObject([
      { code: "ROW_PASSED_OVER", line: 3, message: expect.stringContaining("ohne Nummer") },
      { code: "COLUMNS_GUESSED", message: expect.stringContaining('"Betrag" for paid') },
    ]);
  });

  it("with a day of payment and a payer in columns of their own has them, and no amount from a day", async () => {
    const { advice, told, findings } = await read(
      "Payer name,Customer no.,Invoice,Amount,Currency,Payment date,Batch\nBuyer Ltd,C-17,INV-000041,71.25,EUR,20261120,7\n",
    );
    expect(pairs(advice)).toEqual([["INV-000041", "71.25"]]);
    expect(advice).toMatchObject({
      total: "71.25",
      currency: "EUR",
      paidOn: "2026-11-20",
      payer: { name: "Buyer Ltd", identifiers: [{ qualifier: "CUSTOMER_NUMBER", value: "C-17" }] },
    });
    expect(told).toEqual(["WARN MISSING_PAYMENT_REFERENCE", "WARN COLUMNS_NOT_READ"]);
    expect(findings.find(({ code }) => code === "COLUMNS_NOT_READ")?.message).toContain('"Batch"');
  });

  it.each([
    ["Payment date", "20.11.2026", "2026-11-20"],
    ["Paid on", "2026-11-20", "2026-11-20"],
    ["Zahlungsdatum", "20261120", "2026-11-20"],
    ["Zahltag", "20.11.2026", "2026-11-20"],
    ["Value date", "11/20/2026", "2026-11-20"],
    ["Payment date", "03/04/2026", null],
    ["Payment date", "20261399", null],
    ["Date paid", "soon", null],
    ["Due date", "20261120", null],
    ["Days to payment", "20261120", null],
  ])(
    "reads the column %s with %s as the day of payment %s, never as an amount",
    async (header, day, paidOn) => {
      const { advice } = await read(`Invoice;${header};Amount;Customer\nINV-000041;${day};71,25;Buyer Ltd\n`);
      expect(advice).toMatchObject({ paidOn, total: "71.25", payer: { name: "Buyer Ltd" } });
      expect(pairs(advice)).toEqual([["INV-000041", "71.25"]]);
    },
  );

  it("whose rows name several payers or days has none of them for its own", async () => {
    const { advice } = await read(
      "Invoice,Amount,Payer,Payment date\nINV-41,71.25,One,20261120\nINV-42,1.00,Two,20261121\n",
    );
    expect(advice).toMatchObject({ paidOn: null, payer: { name: null }, total: "72.25" });
  });

  it("whose header says nothing is refused with what to do", async () => {
    const { told, findings } = await read("a,b,c\n1,2,3\n4,5,6\n");
    expect(told).toEqual(["REJECT_FILE PROFILE_NEEDED"]);
    expect(findings[0]?.message).toContain("profile");
  });

  it("keeps the noise of binary fractions out of a workbook's amounts", async () => {
    const sheet = `<worksheet><sheetData>
      <row r="3"><c r="B3" t="inlineStr"><is><t>Invoice</t></is></c><c r="C3" t="inlineStr"><is><t>Paid</t></is></c></row>
      <row r="4"><c r="B4"><v>90017</v></c><c r="C4"><v>2309.7899999999995</v></c></row>
      <row r="5"><c r="B5"><v>90018</v></c><c r="C5"><v>1E3</v></c></row>
    </sheetData></worksheet>`;
    const { advice } = await read(workbookOf(sheet));
    expect(pairs(advice)).toEqual([
      ["90017", "2309.79"],
      ["90018", "1000"],
    ]);
    expect(advice?.lines.map(({ line }) => line)).toEqual([4, 5]);
  });

  it("in a workbook that unpacks to more than is read, or is none, is refused", async () => {
    const bomb = workbookOf(`<worksheet>${" ".repeat(105 * 1024 * 1024)}</worksheet>`);
    expect((await read(bomb)).told).toEqual(["REJECT_FILE FILE_TOO_LARGE"]);
    const damaged = workbookOf("<worksheet><sheetData>");
    expect((await read(damaged)).told).toEqual(["REJECT_FILE UNREADABLE_ARCHIVE"]);
    expect((await read(zipOf({ "a.txt": "x" }))).told).toEqual(["REJECT_FILE UNKNOWN_FORMAT"]);
  });
});

describe("an e-mail", () => {
  it.each<EmailStyle>(["TEXT_TABLE", "SENTENCES", "HTML_TABLE", "CSV_ATTACHED", "XLSX_ATTACHED"])(
    "with %s gives documents, amounts, total, payer, day and payment reference",
    async (style) => {
      await fc.assert(
        fc.asyncProperty(plainAdvice, async (advice) => {
          const { advice: found } = await read(printEmail(advice, style));
          const expected = expectedOf(advice);
          expect(found).toMatchObject({
            payer: { name: advice.payer },
            paidOn: advice.paidOn,
            total: expected.total,
            paymentReferences: [{ value: advice.number }],
          });
          expect(pairs(found)).toEqual(expected.lines.map(({ reference, paid }) => [reference, paid]));
        }),
        { numRuns: 40 },
      );
    },
  );

  const letter = (...lines: string[]) =>
    ["From: a@example.com", "To: b@example.org", "Subject: payment", "", ...lines].join("\n");

  it("names several documents of one payment in one sentence", async () => {
    const { advice, told } = await read(
      letter("Today we transferred EUR 300.00 for invoices 20417, 20418 and 20421.", "Total: EUR 300.00"),
    );
    expect(pairs(advice)).toEqual([
      ["20417", null],
      ["20418", null],
      ["20421", null],
    ]);
    expect(advice?.total).toBe("300.00");
    expect(told).toContain("WARN AMOUNT_NOT_STATED");
  });

  it("is told as read by patterns, and quotes of earlier letters are left out", async () => {
    const { advice, findings } = await read(
      letter("Invoice 20417: 45.00", "Cheque no. 001883", "> Invoice 19999: 77.00"),
    );
    expect(pairs(advice)).toEqual([["20417", "45"]]);
    expect(advice?.paymentReferences.map(({ value }) => value)).toEqual(["001883"]);
    expect(findings.map(({ code }) => code)).toContain("READ_BY_PATTERN");
  });

  it.each([
    ["Rechnung INV-000035 vom 01.11.2026: 61,61 EUR"],
    ["Rechnung INV-000035: 61,61 EUR"],
    ["INV-000035: 61.61"],
    ["INV-000035  61,61 EUR"],
    ["- INV-000035 61.61 USD"],
    ["invoice INV-000035 (EUR 61.61)"],
    ["Invoice INV-000035 EUR61.61"],
  ])("takes no digits of a document's number for an amount: %s", async (text) => {
    const { advice } = await read(letter(text));
    expect(advice?.lines).toMatchObject([
      { reference: "INV-000035", paid: expect.stringMatching(/^61.61$/), gross: null },
    ]);
    expect(advice?.total).toBe("61.61");
  });

  it.each([
    ["invoice INV-35 EUR 61.61 and invoice INV-36 EUR 62.62"],
    ["EUR 61.61 for invoice INV-35 and EUR 62.62 for invoice INV-36"],
    ["Invoices INV-35 (61.61 EUR), INV-36 (62.62 EUR), total 124.23 EUR"],
    ["Rechnungen INV-35 (61,61 EUR) und INV-36 (62,62 EUR)"],
    ["inv. INV-35 61.61, inv. INV-36 62.62"],
    ["We paid EUR 124.23: invoice INV-35 61.61, invoice INV-36 62.62"],
  ])("gives each of several documents in a sentence its own amount: %s", async (text) => {
    const { advice } = await read(letter(text));
    expect(pairs(advice)).toEqual([
      ["INV-35", "61.61"],
      ["INV-36", "62.62"],
    ]);
    expect(advice?.total).toBe("124.23");
  });

  it("takes no round amount with its currency for one more document", async () => {
    const { advice } = await read(letter("Invoice 4711: 300 EUR"));
    expect(pairs(advice)).toEqual([["4711", "300.00"]]);
  });

  it("gives no document an amount when nothing tells whose it is", async () => {
    const { advice } = await read(
      letter("EUR 61.61 for invoice INV-35, EUR 62.62 for invoice INV-36, EUR 9.99 of fees"),
    );
    expect(pairs(advice)).toEqual([
      ["INV-35", null],
      ["INV-36", null],
    ]);
  });

  it("with a plain table of numbers and amounts and its sum is read", async () => {
    const { advice, told } = await read(
      letter("INV-000035  61,61 EUR", "INV-000036  61,61 EUR", "Summe 123,22 EUR"),
    );
    expect(pairs(advice)).toEqual([
      ["INV-000035", "61.61"],
      ["INV-000036", "61.61"],
    ]);
    expect(advice).toMatchObject({ total: "123.22", currency: "EUR" });
    expect(told).not.toContain("WARN LINES_MISMATCH");
  });

  it("without any document is refused", async () => {
    expect((await read(letter("See you on Monday at 10.00!"))).told).toEqual(["REJECT_FILE NO_REMITTANCE"]);
  });
});
