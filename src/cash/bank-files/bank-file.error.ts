import { UnreadableFileError } from "./unreadable-file.error.js";

export type BankFileErrorCode =
  | "EMPTY_FILE"
  | "FILE_TOO_LARGE"
  | "UNKNOWN_FORMAT"
  | "OTHER_MESSAGE"
  | "UNSUPPORTED_VERSION"
  | "UNSUPPORTED_ENCODING"
  | "NOT_WELL_FORMED"
  | "DOCTYPE_REFUSED"
  | "WRONG_STRUCTURE"
  | "TOO_MANY_RECORDS";

/** The file cannot be read as a bank file at all. */
export class BankFileError extends UnreadableFileError<BankFileErrorCode> {
  override readonly name = "BankFileError";
}
