import type { ParsedAdviceFile } from "./advice.model.js";
import { validateAdviceFile } from "./advice.rules.js";
import { AdviceFileError } from "./advice-file.error.js";
import { type AdviceFormat, detectAdviceFormat } from "./advice-formats.js";
import type { ReadAdviceFile } from "./read-x12-advice.js";

/**
 * Reads a table by a profile that says what its columns are, CSV or XLSX.
 * @throws AdviceFileError, and nothing else
 */
export type AdviceTableReader = (content: Buffer) => Promise<ParsedAdviceFile>;

/**
 * Detects, parses and validates a file of remittance advices. Never throws for anything that the bytes may hold: a
 * file that cannot be read is a REJECT_FILE finding.
 * @param readTable how a CSV or XLSX file is read; without it, by the words of its header
 */
export async function readAdviceFile(
  content: Buffer,
  readTable?: AdviceTableReader,
): Promise<ReadAdviceFile> {
  try {
    const format = detectAdviceFormat(content, readTable !== undefined);
    const isTable = format === null || format.name === "CSV" || format.name === "XLSX";
    const file = await (isTable && readTable ? readTable : parserOf(format))(content);
    return { file, findings: validateAdviceFile(file) };
  } catch (error) {
    if (error instanceof AdviceFileError) return { file: null, findings: [error.toFinding()] };
    throw error;
  }
}

function parserOf(format: AdviceFormat | null) {
  return (content: Buffer) => {
    if (format) return format.parse(content);
    throw new AdviceFileError("UNKNOWN_FORMAT", "The file is in no format that is known by its content.");
  };
}
