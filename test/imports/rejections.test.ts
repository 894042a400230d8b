import { describe, expect, it } from "vitest";
import { type InvoiceProfile, RejectionFile, readInvoices } from "../../src/imports/index.js";
import { accepted, all, INVOICE_YAML, invoiceProfile, rejectedCodes } from "./sources.js";

async function importFile(bytes: Buffer, profile: InvoiceProfile) {
  const rows = await all(readInvoices(bytes, profile));
  const file = new RejectionFile(profile);
  const parts = rows.flatMap(({ row, result }) => (result.ok ? [] : [file.row(row, result.rejections)]));
  return { rows, numbers: accepted(rows).map((invoice) => invoice.number), rejected: Buffer.concat(parts) };
}

const SOURCE = [
  "id,No,Customer,Date,Due,Amount,note",
  '0,1,C1,2026-01-02,2026-02-01,10.00,"kept, as ""it"" is"',
  '1,2,C1,2026-02-30,2026-02-01,ten,"two\nlines, and ""quotes"" €"',
  "2,3,C1,2026-01-02",
  "3,4,C1,2026-01-02,2026-02-01,12.00,a,b",
  "4,5,C1,2026-01-02,2026-02-01,13.00,",
  "",
].join("\n");

describe("the file of rejected rows", () => {
  const profile = invoiceProfile();

  it("has the rows as they were, with their lines and what to do", async () => {
    const { numbers, rejected } = await importFile(Buffer.from(SOURCE), profile);
    expect(numbers).toEqual(["1", "5"]);
    const reason =
      'Date ""2026-02-30"" is not a calendar date of the form YYYY-MM-DD: type it like that. ' +
      '[NOT_A_NUMBER] Amount ""ten"" is not a number such as 1234.50: type it like that."';
    const [header, second, ...more] = rejected.toString().split(/\n(?!lines)/);
    expect(header).toBe("id,No,Customer,Date,Due,Amount,note,rejection_line,rejection_reason");
    expect(second).toBe(
      `1,2,C1,2026-02-30,2026-02-01,ten,"two\nlines, and ""quotes"" €",3,"[NOT_A_DATE] ${reason}`,
    );
    expect(more[0]).toMatch(
      /^2,3,C1,2026-01-02,5,"\[COLUMN_COUNT\] The row has 4 values where the file has 7 /,
    );
    expect(more[1]).toMatch(/^3,4,C1,2026-01-02,2026-02-01,12.00,a,b,6,/);
  });

  it("is rejected again as it is, word for word but for the lines, and never grows", async () => {
    const first = await importFile(Buffer.from(SOURCE), profile);
    const second = await importFile(first.rejected, profile);
    const third = await importFile(second.rejected, profile);
    expect(second.numbers).toEqual([]);
    expect(rejectedCodes(second.rows)).toEqual(rejectedCodes(first.rows));
    expect(third.rejected.toString()).toBe(second.rejected.toString());
  });

  it("is accepted with the same profile once it is corrected, and what is still wrong comes back", async () => {
    const { rejected } = await importFile(Buffer.from(SOURCE), profile);
    const corrected = rejected
      .toString()
      .replace("2026-02-30,2026-02-01,ten", "2026-02-28,2026-03-01,11.00")
      .replace("2,3,C1,2026-01-02,5,", "2,3,C1,2026-01-02,2026-02-01,x,,5,");
    const again = await importFile(Buffer.from(corrected), profile);
    expect(again.numbers).toEqual(["2"]);
    expect(rejectedCodes(again.rows)).toEqual(["NOT_A_NUMBER", "COLUMN_COUNT"]);
    const last = again.rejected.toString().replace(",x,,", ",9.00,,").replace("12.00,a,b,", "12.00,a b,");
    const done = await importFile(Buffer.from(last), profile);
    expect(done.numbers).toEqual(["3", "4"]);
    expect(done.rejected.length).toBe(0);
  });

  it("may have its two columns taken out by hand", async () => {
    const text = "No,Customer,Date,Due,Amount\n1,C,2026-01-02,2026-02-01,x\n";
    const { rejected } = await importFile(Buffer.from(text), profile);
    const [, row = ""] = rejected.toString().split("\n");
    const cut = `No,Customer,Date,Due,Amount\n${row.replace("x,2,", "5.00,").split(',"[')[0]?.replace(/,$/, "")}`;
    expect((await importFile(Buffer.from(cut), profile)).numbers).toEqual(["1"]);
  });

  it.each([
    [
      "a semicolon file with CRLF in latin1",
      'csv: { encoding: latin1, delimiter: ";" }',
      ";",
      "\r\n",
      "latin1",
    ],
    ["a tab file without quotes", "csv: { delimiter: tab, quote: none }", "\t", "\n", "utf8"],
    [
      "a file quoted with apostrophes in UTF-16",
      `csv: { quote: "'", encoding: utf-16 }`,
      ",",
      "\r\n",
      "utf16le",
    ],
  ] as const)("keeps the dialect of %s", async (_name, csv, delimiter, lineBreak, encoding) => {
    const own = invoiceProfile(`${INVOICE_YAML}${csv}\n`);
    const mark = encoding === "utf16le" ? "\uFEFF" : "";
    const rows = [
      ["No", "Customer", "Date", "Due", "Amount"],
      ["1", "Müller", "2026-01-02", "2026-02-01", "zehn"],
    ];
    const text = mark + rows.map((cells) => cells.join(delimiter) + lineBreak).join("");
    const { rejected } = await importFile(Buffer.from(text, encoding), own);
    const written = rejected.toString(encoding);
    expect(written.startsWith(mark + (rows[0] ?? []).join(delimiter) + delimiter)).toBe(true);
    expect(written.split(lineBreak)).toHaveLength(3);
    expect(written).toContain("Müller");
    const corrected = Buffer.from(written.replace("zehn", "10.00"), encoding);
    expect(accepted((await importFile(corrected, own)).rows)).toMatchObject([{ customerNumber: "Müller" }]);
  });

  it("goes round without a header too", async () => {
    const own = invoiceProfile(`
what: invoices
csv: { header: false, columnCount: 5 }
columns: { number: 1, customerNumber: 2, documentDate: 3, dueDate: 4, amount: 5 }
defaults: { currency: USD }
`);
    const { rejected } = await importFile(Buffer.from("1,C,2026-01-02,2026-02-01,x\n"), own);
    expect(rejected.toString()).toMatch(/^1,C,2026-01-02,2026-02-01,x,1,"\[NOT_A_NUMBER\] column 5 /);
    const corrected = Buffer.from(rejected.toString().replace(",x,", ",5.00,"));
    expect((await importFile(corrected, own)).numbers).toEqual(["1"]);
  });
});
