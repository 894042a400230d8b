import type { Finding } from "../bank-files/index.js";
import type { ParsedAdviceFile } from "./advice.model.js";
import { validateAdviceFile } from "./advice.rules.js";
import { AdviceFileError } from "./advice-file.error.js";
import { parseX12 } from "./x12-advices.js";

/** A file that could be read, with what is wrong in it; or none, and one finding that says why not. */
export interface ReadAdviceFile {
  readonly file: ParsedAdviceFile | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads and validates the X12 820 in a text, such as the joined addenda of a CTX payment: with its envelopes or
 * from ST to SE alone. Line breaks may stand anywhere. Never throws for anything that the text may hold: one
 * that cannot be read is a REJECT_FILE finding, which then says so of the advice, not of the payment around it.
 * @param firstLine line of the file on which the text begins; lines count on at each line break of the text
 */
export function readX12Advice(text: string, firstLine: number): ReadAdviceFile {
  try {
    const file = parseX12(text, firstLine);
    return { file, findings: validateAdviceFile(file) };
  } catch (error) {
    if (error instanceof AdviceFileError) return { file: null, findings: [error.toFinding()] };
    throw error;
  }
}
