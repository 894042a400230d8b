import { CsvError, parse } from "csv-parse/sync";
import { readXlsx, WorkbookError } from "../../platform/tables/xlsx-rows.js";
import { AdviceFileError } from "./advice-file.error.js";
import type { LooseRow } from "./advice-table.rules.js";

const DELIMITERS = [",", ";", "\t", "|"];
const MAX_ROWS = 200_000;
const SAMPLE_LINES = 50;

/** The delimiter with which the most of the first lines fall into more than one cell; null when none does. */
export function delimiterOf(text: string): string | null {
  const lines = text
    .slice(0, 65_536)
    .split(/\r?\n|\r/, SAMPLE_LINES)
    .filter((line) => line.trim() !== "");
  const counted = DELIMITERS.map((delimiter) => {
    const widths = lines.map((line) => line.split(delimiter).length).filter((width) => width > 1);
    return { delimiter, rows: widths.length, cells: widths.reduce((sum, width) => sum + width, 0) };
  });
  const best = counted.sort((a, b) => b.rows - a.rows || b.cells - a.cells)[0];
  return best && best.rows > 1 ? best.delimiter : null;
}

/**
 * The rows of a CSV text with a delimiter, each with the line on which it begins.
 * @throws AdviceFileError UNREADABLE_TABLE, TOO_MANY_RECORDS
 */
export function csvRows(text: string, delimiter: string): LooseRow[] {
  try {
    const rows: LooseRow[] = [];
    parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 1_048_576,
      to: MAX_ROWS + 1,
      on_record: (cells: string[], { lines }) => {
        const breaks = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
        rows.push({ line: Math.max(1, lines - breaks), cells });
        return null;
      },
    });
    if (rows.length > MAX_ROWS) {
      throw new AdviceFileError("TOO_MANY_RECORDS", `The file has more than ${MAX_ROWS} rows: split it.`);
    }
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = `The file cannot be read as CSV (${error.message.slice(0, 120)}). Ask the payer for it again.`;
    throw new AdviceFileError("UNREADABLE_TABLE", message);
  }
}

/** The rows of a workbook's first sheet. @throws AdviceFileError UNREADABLE_ARCHIVE */
export async function xlsxRows(content: Buffer): Promise<LooseRow[]> {
  try {
    const rows = await readXlsx(content);
    return rows.map(({ line, cells }) => ({ line, cells: cells.map(({ text }) => text) }));
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const message = `${error.message} Save the workbook again, or ask the payer for it as CSV.`;
    throw new AdviceFileError("UNREADABLE_ARCHIVE", message);
  }
}
