import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAdviceFile } from "../../src/cash/index.js";
import { parseAdviceProfile, readAdviceTable } from "../../src/imports/index.js";
import { expectedOf, viewOf } from "../cash/advices/advice-views.js";
import { plainAdvices } from "../support/advice-files/plain-advice.js";
import { printCsv, printXlsx } from "../support/advice-files/table-file.js";

const profileText = (decimal: string, delimiter: string) => `
what: advices
csv: { delimiter: "${delimiter}" }
columns:
  paymentReference: Payment Reference
  payerName: Payer
  paidOn: Payment Date
  currency: Currency
  reference: Invoice Number
  documentDate: Invoice Date
  documentType: { column: Type, map: { Invoice: INVOICE, Credit memo: CREDIT_MEMO } }
  gross: { column: Gross Amount, decimal: "${decimal}" }
  discount: { column: Discount, decimal: "${decimal}" }
  deduction: { column: Deduction, decimal: "${decimal}" }
  paid: { column: Amount Paid, decimal: "${decimal}" }
  text: Comment
`;

function reader(decimal = ".", delimiter = ",") {
  return readAdviceTable(parseAdviceProfile(profileText(decimal, delimiter), "test"));
}

async function codes(text: string, read = reader()) {
  const { findings } = await readAdviceFile(Buffer.from(text), read);
  return findings.map(({ severity, code, line }) => `${severity} ${code} ${line}`);
}

describe("a table of remittance advices with a profile", () => {
  it("gives one advice for each payment, from CSV and from a workbook alike", async () => {
    const marks = fc.constantFrom("." as const, "," as const);
    await fc.assert(
      fc.asyncProperty(plainAdvices, marks, async (advices, decimal) => {
        const style = { delimiter: ";" as const, decimal, lineBreak: "\n" as const, byteOrderMark: false };
        const csv = Buffer.from(printCsv(advices, style));
        const expected = advices.map(expectedOf);
        for (const content of [csv, printXlsx(advices)]) {
          const { file, findings } = await readAdviceFile(content, reader(decimal, ";"));
          expect(findings.filter(({ code }) => code !== "NO_CONTROL_TOTAL")).toEqual([]);
          expect(file?.advices.map(viewOf)).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is refused for one row that is wrong, with its line and every reason", async () => {
    const [header] = printCsv([]).split("\n");
    const rows = ["P1,A,2026-03-02,EUR,R-1,,Invoice,,,,10.00,", "P1,A,02.03.2026,EUR,R-2,,Invoice,,,,ten,"];
    const { file, findings } = await readAdviceFile(Buffer.from([header, ...rows].join("\n")), reader());
    expect(file).toBeNull();
    expect(findings).toMatchObject([{ severity: "REJECT_FILE", code: "UNREADABLE_TABLE", line: 3 }]);
    expect(findings[0]?.message).toContain("Payment Date");
    expect(findings[0]?.message).toContain("Amount Paid");
  });

  it("without a column that the profile names is refused with what it has", async () => {
    expect(await codes("a,b\n1,2\n")).toEqual(["REJECT_FILE UNREADABLE_TABLE 1"]);
  });

  it("keeps to the formats that are known by their content, whatever the profile", async () => {
    const set = "ST*820*0001~BPR*C*1*C*ACH~TRN*1*T~RMR*IV*1234**1~SE*5*0001~";
    const { file } = await readAdviceFile(Buffer.from(set), reader());
    expect(file?.format).toBe("X12_820");
  });

  it("must have a column of numbers, one of amounts and a currency in its profile", () => {
    const wrong = "what: advices\ncolumns: { reference: No }\n";
    expect(() => parseAdviceProfile(wrong, "mine")).toThrow(/columns.paid: is needed, or gross/);
    expect(() => parseAdviceProfile(wrong, "mine")).toThrow(
      /columns.currency: is needed here or in defaults/,
    );
  });
});
