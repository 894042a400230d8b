export type ImportFileErrorCode =
  | "EMPTY_FILE"
  | "ENCODING_MISMATCH"
  | "BAD_ENCODING"
  | "MISSING_COLUMN"
  | "DUPLICATE_COLUMN"
  | "UNTERMINATED_QUOTE"
  | "STRAY_QUOTE"
  | "ROW_TOO_LONG"
  | "MALFORMED_CSV";

/** The file cannot be read on from a line (1-based): the rows before it were given, neither it nor a later one will be. */
export class ImportFileError extends Error {
  constructor(
    readonly code: ImportFileErrorCode,
    readonly line: number,
    message: string,
  ) {
    super(message);
    this.name = "ImportFileError";
  }
}
