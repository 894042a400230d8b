import type { Finding } from "./bank-file.model.js";

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

/**
 * The file cannot be read as a bank file at all: the only thing that detecting and parsing throw. The message
 * says what is wrong and what to do; `line` is where, counted from 1.
 */
export class BankFileError extends Error {
  override readonly name = "BankFileError";

  constructor(
    readonly code: BankFileErrorCode,
    message: string,
    readonly line?: number,
    readonly path?: string,
  ) {
    super(message);
  }

  /** The same as a finding, for a list beside those of `validateBankFile`. */
  toFinding(): Finding {
    return {
      severity: "REJECT_FILE",
      code: this.code,
      message: this.message,
      ...(this.line === undefined ? {} : { line: this.line }),
      ...(this.path === undefined ? {} : { path: this.path }),
    };
  }
}
