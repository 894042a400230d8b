import type { Finding } from "../bank-files/index.js";

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

/**
 * The file cannot be read as remittance advices at all: the only thing that detecting and parsing throw. The
 * message says what is wrong and what to do; `line` is where, counted from 1.
 */
export class AdviceFileError extends Error {
  override readonly name = "AdviceFileError";

  constructor(
    readonly code: AdviceFileErrorCode,
    message: string,
    readonly line?: number,
  ) {
    super(message);
  }

  /** The same as a finding, for a list beside those of the validation. */
  toFinding(): Finding {
    return {
      severity: "REJECT_FILE",
      code: this.code,
      message: this.message,
      ...(this.line === undefined ? {} : { line: this.line }),
    };
  }
}
