import type { BankFileFormatName, ParsedBankFile } from "./bank-file.model.js";

/** Files larger than this are refused before anything is read; the largest daily statements stay well below. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** A format of bank files: how it is known by its content (never by a file's name), and how it is read. */
export interface BankFileFormat {
  readonly name: BankFileFormatName;
  /** Whether the first bytes of a file are of this format, in whatever version. */
  detect(head: Buffer | string): boolean;
  /** @throws BankFileError, and nothing else, when the file cannot be read. */
  parse(content: Buffer): ParsedBankFile;
}
