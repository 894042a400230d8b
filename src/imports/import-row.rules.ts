/** How the columns of a file that is being read lie, and what is needed to write rows in the same dialect. */
export interface CsvFile {
  /** The header cells as they stand in the file, without the notes of a rejected file; null without a header. */
  readonly header: readonly string[] | null;
  /** Cells per row, without the notes of a rejected file. */
  readonly width: number;
  readonly lineBreak: "\n" | "\r\n" | "\r";
  /** Whether the file began with a byte order mark. */
  readonly byteOrderMark: boolean;
}

/** A row as it stands in the file. `line` is the 1-based line on which it begins. */
export interface RawRow {
  readonly file: CsvFile;
  readonly line: number;
  readonly cells: readonly string[];
  /** Set when the cells cannot be told to their columns: the row is then rejected for this alone. */
  readonly malformed?: Rejection;
}

export type RejectionCode =
  | "COLUMN_COUNT"
  | "REQUIRED"
  | "INVALID_CHARACTERS"
  | "TOO_LONG"
  | "VALUE_NOT_MAPPED"
  | "NOT_A_DATE"
  | "NOT_A_NUMBER"
  | "TOO_MANY_DECIMALS"
  | "AMOUNT_TOO_LARGE"
  | "ZERO_AMOUNT"
  | "NEGATIVE_AMOUNT"
  | "TOTAL_MISMATCH"
  | "UNKNOWN_CURRENCY"
  | "INVALID_VALUE"
  | "CREDIT_SETTLED"
  | "OWN_PARENT"
  /** The customer would be its parent's parent. */
  | "PARENT_CIRCLE"
  | "DATE_OUT_OF_RANGE"
  | "DUE_BEFORE_DATE"
  /** Not given here: there are no payment terms of that code, and the profile does not have them made. */
  | "UNKNOWN_TERMS"
  /** Not given here: whoever imports may not post this alone. */
  | "NOT_ALLOWED"
  | "DUPLICATE_ROW"
  | "NUMBER_REUSED"
  /** A rate for that currency and day is stored, and is another. */
  | "RATE_DIFFERS"
  /** Not given here: for a row that maps, but whose record cannot be stored; the reason says why. */
  | "REFUSED";

/** One thing that is wrong with a row. `column` and `value` are null when it is about the row as a whole. */
export interface Rejection {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: RejectionCode;
  /** A sentence that tells a clerk what to change. */
  readonly reason: string;
}

/** A row's typed record, or everything that is wrong with the row. */
export type RowResult<Imported> =
  | { readonly ok: true; readonly record: Imported }
  | { readonly ok: false; readonly rejections: readonly Rejection[] };

/** What makes the import of a row repeatable. */
export interface SourceIdentity {
  /** The document's or customer's number as it will be stored: unique in the tenant for its kind. */
  readonly sourceKey: string;
  /** SHA-256 (hex) of the mapped record: equal exactly when every imported field is equal. */
  readonly contentHash: string;
}

/** The columns that a file of rejected rows has after those of its source; ignored when it is imported again. */
export const NOTE_COLUMNS = ["rejection_line", "rejection_reason"] as const;

/** A file's value, short and on one line, to be shown in a sentence; control characters as their pictures (␀, ␛). */
export function quoted(value: string): string {
  const oneLine = value.replace(/\s+/g, " ").replace(/\p{Cc}/gu, pictureOf);
  // By characters, since half a surrogate pair can be written into no file.
  const characters = oneLine.length > SHOWN_MAX ? [...oneLine] : [];
  return `"${characters.length > SHOWN_MAX ? `${characters.slice(0, SHOWN_MAX).join("")}…` : oneLine}"`;
}

const SHOWN_MAX = 60;

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : "␡";
}
