import { crc32, deflateRawSync } from "node:zlib";
import { type PlainAdvice, paidFor, totalOf } from "./plain-advice.js";

export interface CsvStyle {
  readonly delimiter: "," | ";" | "\t";
  readonly decimal: "." | ",";
  readonly lineBreak: "\n" | "\r\n";
  readonly byteOrderMark: boolean;
}

export const PLAIN_CSV: CsvStyle = { delimiter: ",", decimal: ".", lineBreak: "\n", byteOrderMark: false };

const HEADER = [
  "Payment Reference",
  "Payer",
  "Payment Date",
  "Currency",
  "Invoice Number",
  "Invoice Date",
  "Type",
  "Gross Amount",
  "Discount",
  "Deduction",
  "Amount Paid",
  "Comment",
];

type Cell = string | { readonly number: string } | { readonly day: string };

/** One row for each document of each advice; amounts and days as cells of their own kind. */
export function rowsOf(advices: readonly PlainAdvice[]): Cell[][] {
  return advices.flatMap((advice) =>
    advice.lines.map((line): Cell[] => [
      advice.number,
      advice.payer,
      { day: advice.paidOn },
      advice.currency,
      line.reference,
      { day: line.date },
      line.type === "CREDIT_MEMO" ? "Credit memo" : "Invoice",
      { number: line.type === "CREDIT_MEMO" ? `-${line.gross}` : line.gross },
      { number: line.discount },
      { number: line.deduction },
      { number: paidFor(line) },
      line.text,
    ]),
  );
}

/** The advices as one CSV file; days as YYYY-MM-DD. */
export function printCsv(advices: readonly PlainAdvice[], style: CsvStyle = PLAIN_CSV): string {
  const text = (cell: Cell) => {
    if (typeof cell === "string") return /[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    if ("day" in cell) return cell.day;
    const amount = cell.number.replace(".", style.decimal);
    return amount.includes(style.delimiter) ? `"${amount}"` : amount;
  };
  const rows = [HEADER, ...rowsOf(advices)].map(
    (row) => row.map(text).join(style.delimiter) + style.lineBreak,
  );
  return (style.byteOrderMark ? "\ufeff" : "") + rows.join("");
}

/** One advice as a CSV file that ends with a row of the total. */
export function printCsvWithTotal(advice: PlainAdvice): string {
  const total = HEADER.map((name) =>
    name === "Invoice Number" ? "Total" : name === "Amount Paid" ? totalOf(advice) : "",
  );
  return `${printCsv([advice])}${total.join(",")}\n`;
}

/** The advices as the first sheet of a workbook: shared texts, numbers as numbers, days as serial numbers. */
export function printXlsx(advices: readonly PlainAdvice[]): Buffer {
  const texts: string[] = [];
  const cellOf = (cell: Cell, row: number, column: number) => {
    const place = `${String.fromCharCode(65 + column)}${row}`;
    if (typeof cell !== "string") {
      const style = "day" in cell ? ' s="1"' : "";
      return `<c r="${place}"${style}><v>${"day" in cell ? serialOf(cell.day) : cell.number}</v></c>`;
    }
    if (cell === "") return "";
    texts.push(cell);
    return `<c r="${place}" t="s"><v>${texts.length - 1}</v></c>`;
  };
  const rows = [HEADER, ...rowsOf(advices)].map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => cellOf(cell, at + 1, column)).join("")}</row>`,
  );
  return workbookOf(`<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`, texts);
}

/** A workbook with one sheet, whose cells of style 1 are days. */
export function workbookOf(
  sheet: string,
  texts: readonly string[] = [],
  form: "STORED" | "PACKED" = "STORED",
): Buffer {
  const relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const shared = texts.map(
    (text) => `<si><t>${text.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`)}</t></si>`,
  );
  const files = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook ${relation}><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    "xl/sharedStrings.xml": `<sst>${shared.join("")}</sst>`,
    "xl/worksheets/sheet1.xml": sheet,
  };
  return zipOf(files, form);
}

/** A ZIP archive whose entries are stored as they are, or packed. */
export function zipOf(files: Readonly<Record<string, string>>, form: "STORED" | "PACKED" = "STORED"): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const whole = Buffer.from(text);
    const data = form === "PACKED" ? deflateRawSync(whole) : whole;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(form === "PACKED" ? 8 : 0, 4);
    head.writeUInt32LE(crc32(whole), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(whole.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), head, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002", "latin1"), made, head, tail, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}

function serialOf(day: string): string {
  return String(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569);
}
