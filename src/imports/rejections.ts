import { stringify } from "csv-stringify/sync";
import { encodeText } from "./file-encoding.js";
import { type CsvFile, NOTE_COLUMNS, type RawRow, type Rejection } from "./import-row.rules.js";
import type { CsvOptions, ImportProfile } from "./profile-schema.js";

/**
 * Writes rejected rows as a CSV file with the columns and in the dialect of the file that they came from, and after
 * them `rejection_line` and `rejection_reason` ("[CODE] sentence", one after the other). Corrected there, it is
 * imported with the same profile, which leaves the two columns out.
 */
export class RejectionFile {
  readonly #options: CsvOptions;
  #begun = false;

  constructor(profile: ImportProfile) {
    this.#options = profile.csv;
  }

  /** The bytes of a rejected row, in front of the first one those of the header too. */
  row(row: RawRow, rejections: readonly Rejection[]): Buffer {
    const reasons = rejections.map((rejection) => `[${rejection.code}] ${oneLine(rejection.reason)}`);
    const header = !this.#begun && row.file.header ? [[...row.file.header, ...NOTE_COLUMNS]] : [];
    const mark = !this.#begun && needsMark(row.file, this.#options) ? "\uFEFF" : "";
    this.#begun = true;
    const cells = [...row.cells, String(row.line), reasons.join(" ")];
    return encodeText(mark + this.#csv([...header, cells], row.file), this.#options.encoding);
  }

  #csv(rows: readonly (readonly string[])[], file: CsvFile): string {
    const { delimiter, quote } = this.#options;
    if (quote === null) {
      // Nothing can be quoted in this dialect, and only the reasons may hold a delimiter.
      const plain = rows.map((cells) => cells.map((cell) => cell.replaceAll(delimiter, " ")).join(delimiter));
      return plain.map((line) => line + file.lineBreak).join("");
    }
    return stringify([...rows], {
      delimiter,
      quote,
      escape: quote,
      record_delimiter: file.lineBreak,
      quoted_match: /[\r\n]/,
    });
  }
}

function needsMark(file: CsvFile, options: CsvOptions): boolean {
  return file.byteOrderMark || options.encoding === "utf-16";
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
