import { existsSync } from "node:fs";
import path from "node:path";
import { parseProfile } from "../../src/imports/import-profile.js";
import type { ByteSource, RawRow, ReadRow } from "../../src/imports/index.js";
import type { CustomerProfile, ImportProfile, InvoiceProfile } from "../../src/imports/profile-schema.js";

/** A valid profile for invoices with the columns No, Customer, Date, Due and Amount, to be varied by more YAML. */
export const INVOICE_YAML = `
what: invoices
columns:
  number: "No"
  customerNumber: Customer
  documentDate: Date
  dueDate: Due
  amount: { column: Amount, round: minor-unit }
defaults: { currency: USD }
`;

export function profileFrom(yaml: string): ImportProfile {
  return parseProfile(yaml, "test");
}

export function invoiceProfile(yaml = INVOICE_YAML): InvoiceProfile {
  const profile = profileFrom(yaml);
  if (profile.what !== "invoices") throw new Error("the test's profile is not for invoices");
  return profile;
}

export function customerProfile(yaml: string): CustomerProfile {
  const profile = profileFrom(yaml);
  if (profile.what !== "customers") throw new Error("the test's profile is not for customers");
  return profile;
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** The bytes in chunks of a size, as a network or a disk would give them. */
export async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A row as if read from a file with these columns. */
export function rowOf(cells: Readonly<Record<string, string>>, line = 2): RawRow {
  const header = Object.keys(cells);
  const file = { header, width: header.length, lineBreak: "\n", byteOrderMark: false } as const;
  return { file, line, cells: Object.values(cells) };
}

export function accepted<T>(rows: readonly ReadRow<T>[]): T[] {
  return rows.flatMap(({ result }) => (result.ok ? [result.record] : []));
}

export function rejectedCodes(rows: readonly ReadRow<unknown>[]): string[] {
  return rows.flatMap(({ result }) =>
    result.ok ? [] : result.rejections.map((rejection) => rejection.code),
  );
}

export function bytesOf(text: string): ByteSource {
  return Buffer.from(text, "utf8");
}

const DATA = path.resolve(import.meta.dirname, "../../../shared/data/ar");

/** A real file beside the checkout, or null where there is none. */
export function realFile(name: string): string | null {
  const file = path.join(DATA, name);
  return existsSync(file) ? file : null;
}
