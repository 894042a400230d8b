import type { Finding } from "./bank-file.model.js";

/**
 * A file cannot be read as what it is taken for: the only thing that detecting and parsing throw. The message says
 * what is wrong and what to do; `line` is where, counted from 1, and `path` which part of the file.
 */
export abstract class UnreadableFileError<Code extends string> extends Error {
  constructor(
    readonly code: Code,
    message: string,
    readonly line?: number,
    readonly path?: string,
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
      ...(this.path === undefined ? {} : { path: this.path }),
    };
  }
}
