import { BankFileError } from "./bank-file.error.js";
import type { Finding, ParsedBankFile } from "./bank-file.model.js";
import { validateBankFile } from "./bank-file.rules.js";
import { detectFormat } from "./formats.js";

/** A file that could be read, with what is wrong in it; or none, and one finding that says why not. */
export interface ReadBankFile {
  readonly file: ParsedBankFile | null;
  readonly findings: readonly Finding[];
}

/**
 * Detects, parses and validates a bank file. Never throws for anything that the bytes may hold: a file that
 * cannot be read is a REJECT_FILE finding.
 */
export function readBankFile(content: Buffer): ReadBankFile {
  try {
    const file = detectFormat(content).parse(content);
    return { file, findings: validateBankFile(file) };
  } catch (error) {
    if (error instanceof BankFileError) return { file: null, findings: [error.toFinding()] };
    throw error;
  }
}
