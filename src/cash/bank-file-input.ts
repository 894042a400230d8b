import { createHash } from "node:crypto";

export interface BankFileImportInput {
  readonly fileName: string;
  /** The file's bytes, or these in base64, as they come by GraphQL. */
  readonly content: Buffer | string;
}

const hashes = new WeakMap<BankFileImportInput, string>();

/** The bytes of the file. From base64 they are made anew: who asks keeps them no longer than they are read. */
export function bytesOf(input: BankFileImportInput): Buffer {
  const { content } = input;
  const bytes = typeof content === "string" ? Buffer.from(content, "base64") : content;
  if (!hashes.has(input)) hashes.set(input, createHash("sha256").update(bytes).digest("hex"));
  return bytes;
}

/** SHA-256 of the file's bytes in hexadecimal, by which it is known again; made once for an input. */
export function fileHashOf(input: BankFileImportInput): string {
  const known = hashes.get(input);
  if (known !== undefined) return known;
  bytesOf(input);
  return fileHashOf(input);
}

/** What the audit trail keeps of a file. */
export function auditedFile(input: BankFileImportInput): {
  readonly fileName: string;
  readonly sha256: string;
} {
  return { fileName: input.fileName, sha256: fileHashOf(input) };
}
