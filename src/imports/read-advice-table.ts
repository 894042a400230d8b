import { stringify } from "csv-stringify/sync";
import { AdviceFileError, type AdviceRecord, adviceFileOf, type ParsedAdviceFile } from "../cash/index.js";
import { looksLikeXlsx, readXlsx, type TableCell, WorkbookError } from "../platform/tables/xlsx-rows.js";
import type { AdviceProfile } from "./advice-profile-schema.js";
import { mapAdviceRow } from "./advice-rows.rules.js";
import { readCsv } from "./csv-source.js";
import { ImportFileError } from "./import-file-error.js";

/**
 * Reads a CSV or XLSX file of remittance advices by a profile. In a workbook, cells that are numbers or days are
 * read as such, whatever the profile says of how text writes them. One row that is wrong refuses the file, with
 * every wrong row's reason: an advice that lacks a line would say that less is paid.
 * @throws AdviceFileError
 */
export function readAdviceTable(profile: AdviceProfile): (content: Buffer) => Promise<ParsedAdviceFile> {
  return async (content) => {
    const workbook = looksLikeXlsx(content);
    const source = workbook ? await csvOfWorkbook(content, profile) : content;
    const dialect = workbook ? { delimiter: ",", quote: '"', encoding: "utf-8" as const } : {};
    const records = await readRecords(source, { ...profile, csv: { ...profile.csv, ...dialect } }, workbook);
    return adviceFileOf(records, workbook ? "XLSX" : "CSV");
  };
}

const SHOWN_ROWS = 20;

async function readRecords(
  source: Buffer,
  profile: AdviceProfile,
  workbook: boolean,
): Promise<AdviceRecord[]> {
  const read = workbook ? withPlainDays(profile) : profile;
  const records: AdviceRecord[] = [];
  const wrong: { line: number; reason: string }[] = [];
  try {
    for await (const row of readCsv(source, read)) {
      const result = mapAdviceRow(row, read);
      if (result.ok) records.push(result.record);
      else wrong.push(...result.rejections.map(({ line, reason }) => ({ line, reason })));
    }
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
    throw new AdviceFileError("UNREADABLE_TABLE", error.message, error.line);
  }
  const [first] = wrong;
  if (!first) return records;
  const shown = wrong.slice(0, SHOWN_ROWS).map(({ line, reason }) => `Line ${line}: ${reason}`);
  const more = wrong.length > SHOWN_ROWS ? [`There are ${wrong.length - SHOWN_ROWS} more.`] : [];
  throw new AdviceFileError("UNREADABLE_TABLE", [...shown, ...more].join(" "), first.line);
}

/** The sheet as CSV, a row on the line of its number, so that lines are told as the sheet counts them. */
async function csvOfWorkbook(content: Buffer, profile: AdviceProfile): Promise<Buffer> {
  try {
    const rows = await readXlsx(content);
    const [header] = rows;
    const names = (header?.cells ?? []).map(({ text }) => text.trim());
    const marks = decimalMarks(profile, names);
    const width = Math.max(profile.csv.columnCount ?? 0, names.length);
    const lines: string[] = [];
    for (const { line, cells } of rows) {
      while (lines.length < line - 1) lines.push("");
      const texts = Array.from({ length: width }, (_, at) => written(cells[at], marks.get(at)));
      lines.push(stringify([texts], { eof: false }));
    }
    return Buffer.from(`${lines.join("\n")}\n`);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw new AdviceFileError("UNREADABLE_ARCHIVE", `${error.message} Save the workbook again.`);
  }
}

function written(cell: TableCell | undefined, mark: string | undefined): string {
  if (!cell) return "";
  const text = cell.text.replace(/\s+/g, " ");
  return cell.kind === "NUMBER" && mark !== undefined ? text.replace(".", mark) : text;
}

/** The decimal mark with which the profile will read a column, by the column's place. */
function decimalMarks({ columns }: AdviceProfile, names: readonly string[]): Map<number, string> {
  const amounts = [columns.paid, columns.gross, columns.discount, columns.deduction, columns.total];
  return new Map(
    amounts.flatMap((column) => {
      if (!column) return [];
      const at = typeof column.column === "number" ? column.column - 1 : names.indexOf(column.column);
      return [[at, column.decimal] as const];
    }),
  );
}

function withPlainDays(profile: AdviceProfile): AdviceProfile {
  const plain = <Column extends { format: string[] }>(column: Column | undefined) =>
    column && { ...column, format: [...column.format, "YYYY-MM-DD"] };
  const { columns } = profile;
  return {
    ...profile,
    columns: { ...columns, paidOn: plain(columns.paidOn), documentDate: plain(columns.documentDate) },
  };
}
