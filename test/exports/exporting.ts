import { batchBytes, fileOf, findLayout, startJournalExport } from "../../src/exports/index.js";
import type { AccountsFile } from "../../src/exports/layout-schema.js";
import type { Executor } from "../../src/platform/database/database.js";
import type { Books } from "../support/books.js";

export interface Exported {
  readonly exportId: string;
  readonly text: string;
}

export interface Wanted {
  readonly format?: string;
  readonly receiver?: AccountsFile;
  readonly from?: string;
  readonly until?: string;
}

/** A new batch of the books with its file; null when there is nothing to export. */
export async function exported(books: Books, wanted: Wanted = {}): Promise<Exported | null> {
  const { format = "csv", receiver, from, until } = wanted;
  const layout = await findLayout(format, receiver);
  const { result, refusals } = await books.attempt(startJournalExport(), { format, layout, from, until });
  if (result) return { exportId: result.exportId, text: await textOf(books, result.exportId) };
  if (refusals.every(({ code }) => code === "NOTHING_TO_EXPORT")) return null;
  throw new Error(refusals.map(({ code, message }) => `${code}: ${message}`).join("\n"));
}

/** The batch's last file, written again. */
export function textOf(books: Books, exportId: string): Promise<string> {
  return books.read(async (db) => writtenBy(db, books.tenant.id, exportId));
}

export async function writtenBy(db: Executor, tenantId: string, exportId: string): Promise<string> {
  const file = await fileOf(db, tenantId, exportId);
  if (!file) throw new Error("the batch has no file");
  return writtenAs(db, { tenantId, exportId, layout: file.layout });
}

/** The batch in a layout, on record or not. */
export async function writtenAs(db: Executor, batch: Parameters<typeof batchBytes>[1]): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of batchBytes(db, batch)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
