import { CsvError, type Info, type Parser, parse } from "csv-parse";
import { type ByteSource, decodeFile, type FileMarks } from "./file-encoding.js";
import { ImportFileError } from "./import-file-error.js";
import { type CsvFile, NOTE_COLUMNS, type RawRow } from "./import-row.rules.js";
import { type CsvOptions, columnsOf, type TableProfile } from "./profile-schema.js";

const MAX_ROW_CHARACTERS = 1_048_576;

/**
 * The rows of a CSV file, in order, each with the 1-based line on which it begins. Blank rows are left out, and so
 * are the notes of a rejected file. Holds about 64 KB of the file at a time, whatever its size; no row may be
 * longer than 1 MiB. A row with too few or too many cells comes as `malformed`.
 * Throws ImportFileError when the file cannot be read on; the rows before that were given.
 */
export async function* readCsv(
  source: ByteSource,
  profile: TableProfile,
): AsyncGenerator<RawRow, void, undefined> {
  const marks: FileMarks = { byteOrderMark: false, lineBreak: "\n" };
  let layout: Layout | null = null;
  for await (const parsed of parsedRows(source, profile.csv, marks)) {
    if (isBlank(parsed.cells)) continue;
    if (layout) {
      yield layout.row(parsed);
      continue;
    }
    layout = new Layout(profile, parsed, marks);
    if (!profile.csv.header) yield layout.row(parsed);
  }
  if (!layout)
    throw new ImportFileError("EMPTY_FILE", 1, "The file is empty: export it again with its rows.");
}

interface ParsedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

async function* parsedRows(
  source: ByteSource,
  options: CsvOptions,
  marks: FileMarks,
): AsyncGenerator<ParsedRow> {
  const rows: ParsedRow[] = [];
  let lastLine = 0;
  let header: readonly string[] = [];
  const broken = (failure: Error) => fileError(failure, lastLine + 1, header);
  const parser = parse({
    delimiter: options.delimiter,
    quote: options.quote,
    escape: options.quote,
    record_delimiter: "\n",
    relax_column_count: true,
    max_record_size: MAX_ROW_CHARACTERS,
    // Rows are taken here, not from the stream, so that those before an error are never lost with it.
    on_record: (cells: string[], info: Info) => {
      lastLine = info.lines;
      if (options.header && header.length === 0 && !isBlank(cells)) header = cells;
      rows.push({ cells, line: info.lines - lineBreaksIn(cells) });
      return null;
    },
  });
  parser.on("error", () => {});
  try {
    for await (const text of decodeFile(source, options.encoding, marks)) {
      const failure = await written(parser, text);
      yield* rows.splice(0);
      if (failure) throw broken(failure);
    }
    const failure = await ended(parser);
    yield* rows.splice(0);
    if (failure) throw broken(failure);
  } finally {
    parser.destroy();
  }
}

function written(parser: Parser, text: string): Promise<Error | null> {
  return new Promise((resolve) => {
    parser.write(text, (error) => resolve(error ?? null));
  });
}

function ended(parser: Parser): Promise<Error | null> {
  return new Promise((resolve) => {
    parser.once("error", resolve);
    parser.once("finish", () => resolve(null));
    parser.end();
  });
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function fileError(failure: Error, rowLine: number, header: readonly string[]): Error {
  if (!(failure instanceof CsvError)) return failure;
  const code: string = failure.code;
  const row = `The row that begins on line ${rowLine}`;
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return new ImportFileError(
        "UNTERMINATED_QUOTE",
        rowLine,
        `${row} opens a quote${placeOf(failure, rowLine, header)} that is never closed: close it, or remove it.`,
      );
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return new ImportFileError(
        "STRAY_QUOTE",
        rowLine,
        `${row} has a quote inside a value${placeOf(failure, rowLine, header)}: put the value in quotes and double those inside it, or remove it.`,
      );
    case "CSV_MAX_RECORD_SIZE":
      return new ImportFileError(
        "ROW_TOO_LONG",
        rowLine,
        `${row} is longer than 1 MiB: most likely it opens a quote${placeOf(failure, rowLine, header)} that is never closed.`,
      );
    default:
      return new ImportFileError(
        "MALFORMED_CSV",
        rowLine,
        `${row} cannot be read as CSV with this profile's delimiter and quote.`,
      );
  }
}

/** " in column 2 (Customer)", with the line when that is not the row's first. */
function placeOf(failure: CsvError, rowLine: number, header: readonly string[]): string {
  const { column, lines } = failure;
  if (typeof column !== "number") return "";
  const name = header[column]?.trim();
  const further =
    failure.code === "CSV_INVALID_CLOSING_QUOTE" && typeof lines === "number" && lines > rowLine;
  return ` in column ${column + 1}${name ? ` (${name})` : ""}${further ? `, on line ${lines}` : ""}`;
}

/** Which cell of a parsed row belongs to which column of the source. */
class Layout {
  readonly #file: CsvFile;
  /** Places of the source's own cells; the others are notes of a rejected file. */
  readonly #kept: readonly number[];
  readonly #noted: boolean;

  constructor(profile: TableProfile, first: ParsedRow, marks: FileMarks) {
    const names = first.cells.map((cell) => cell.trim());
    const width = profile.csv.columnCount ?? 0;
    this.#kept = profile.csv.header
      ? [...names.keys()].filter((at) => !isNoteColumn(names[at]))
      : [...Array(width).keys()];
    this.#noted = profile.csv.header && this.#kept.length < names.length;
    const header = profile.csv.header ? this.#kept.map((at) => first.cells[at] ?? "") : null;
    if (header) checkHeader(profile, header, first.line);
    this.#file = { header, width: this.#kept.length, ...marks };
  }

  row(parsed: ParsedRow): RawRow {
    const { cells, line } = parsed;
    const { width, header } = this.#file;
    const ownNotes = header === null && cells.length === width + NOTE_COLUMNS.length && endsWithNotes(cells);
    const expected = this.#noted ? width + NOTE_COLUMNS.length : width;
    if (cells.length === expected || ownNotes) {
      return { file: this.#file, line, cells: this.#kept.map((at) => cells[at] ?? "") };
    }
    const kept = endsWithNotes(cells) ? cells.slice(0, -NOTE_COLUMNS.length) : cells;
    const noun = kept.length === 1 ? "value" : "values";
    const reason = `The row has ${kept.length} ${noun} where the file has ${width} columns: look for a missing or an extra delimiter, or a value with a delimiter in it that is not in quotes.`;
    const malformed = { line, column: null, value: null, code: "COLUMN_COUNT", reason } as const;
    return { file: this.#file, line, cells: kept, malformed };
  }
}

function checkHeader(profile: TableProfile, header: readonly string[], line: number): void {
  const names = header.map((name) => name.trim());
  const twice = [...new Set(names.filter((name, at) => name !== "" && names.indexOf(name) !== at))];
  if (twice.length > 0) {
    const message = `The header has ${list(twice)} more than once: rename or remove the columns that are too many.`;
    throw new ImportFileError("DUPLICATE_COLUMN", line, message);
  }
  const wanted = columnsOf(profile).map((found) => String(found.column));
  const missing = [...new Set(wanted.filter((name) => !names.includes(name)))];
  if (missing.length > 0) {
    const message = `The header lacks ${list(missing)}. It has ${list(names)}. Use the file that the profile is for, or correct the profile's columns, delimiter or encoding.`;
    throw new ImportFileError("MISSING_COLUMN", line, message);
  }
}

function isNoteColumn(name: string | undefined): boolean {
  return NOTE_COLUMNS.some((note) => note === name);
}

/** Whether a row ends with what the rejected file's writer puts there: a line number and "[CODE] …". */
function endsWithNotes(cells: readonly string[]): boolean {
  return /^\d+$/.test(cells.at(-2) ?? "") && /^\[[A-Z_]+\] /.test(cells.at(-1) ?? "");
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) breaks += 1;
  }
  return breaks;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 40).map((name) => `"${name.slice(0, 60)}"`);
  return shown.join(", ") + (names.length > 40 ? ", …" : "");
}
