import { UnreadableFileError } from "../bank-files/index.js";

export type AdviceFileErrorCode =
  | "EMPTY_FILE"
  | "FILE_TOO_LARGE"
  | "UNKNOWN_FORMAT"
  | "OTHER_MESSAGE"
  | "UNSUPPORTED_ENCODING"
  | "WRONG_STRUCTURE"
  | "TRUNCATED"
  | "CONTROL_TOTAL_MISMATCH"
  | "TOO_MANY_RECORDS"
  | "PROFILE_NEEDED"
  | "INVALID_PROFILE"
  | "UNREADABLE_TABLE"
  | "UNREADABLE_ARCHIVE"
  | "NO_REMITTANCE";

/** The file cannot be read as remittance advices at all. */
export class AdviceFileError extends UnreadableFileError<AdviceFileErrorCode> {
  override readonly name = "AdviceFileError";
}
