import { validateAdviceFile } from "./advice.rules.js";
import { AdviceFileError } from "./advice-file.error.js";
import { detectAdviceFormat } from "./advice-formats.js";
import type { ReadAdviceFile } from "./read-x12-advice.js";

/**
 * Detects, parses and validates a file of remittance advices. Never throws for anything that the bytes may hold: a
 * file that cannot be read is a REJECT_FILE finding.
 */
export async function readAdviceFile(content: Buffer): Promise<ReadAdviceFile> {
  try {
    const file = await detectAdviceFormat(content).parse(content);
    return { file, findings: validateAdviceFile(file) };
  } catch (error) {
    if (error instanceof AdviceFileError) return { file: null, findings: [error.toFinding()] };
    throw error;
  }
}
