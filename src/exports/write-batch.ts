import { createHash } from "node:crypto";
import type { Refusal } from "../platform/commands/refusal.js";
import type { Executor } from "../platform/database/database.js";
import { CsvJournal } from "./csv-journal.js";
import { readBatchContent, readExportedEntries } from "./exported-entries.queries.js";
import { HledgerJournal } from "./hledger-journal.js";
import type { BatchContent, JournalText } from "./journal-text.js";
import type { JournalLayout } from "./layout-schema.js";
import { type OnTooLong, TooLongValues } from "./too-long.rules.js";

/** Entries that are in memory at once. */
const PAGE_ENTRIES = 500;

export interface BatchToWrite {
  readonly tenantId: string;
  /** UUID of the batch. */
  readonly exportId: string;
  readonly layout: JournalLayout;
  /** Told of what does not fit. A file that is on record is written as it was, so nobody listens then. */
  readonly onTooLong?: OnTooLong;
}

/** Tells how many entries are written. */
export type OnWritten = (entries: number) => void;

/** The bytes of a batch's file, page by page: the same whenever they are asked for. */
export async function* batchBytes(
  db: Executor,
  batch: BatchToWrite,
  onWritten: OnWritten = () => undefined,
): AsyncGenerator<Buffer> {
  const pieces = batchPieces(db, batch);
  for await (const { text, last } of pieces) {
    yield Buffer.from(text, "utf8");
    onWritten(last);
  }
}

/** A part of a batch's file. */
export interface BatchPiece {
  readonly text: string;
  /** Ordinal of its last entry. */
  readonly last: number;
  /** Whether the file ends with it. */
  readonly isLast: boolean;
}

/** The piece after an entry, by its ordinal; the first one, after 0, has the head. Null after the last entry. */
export async function batchPiece(
  db: Executor,
  { tenantId, exportId, layout }: BatchToWrite,
  after: number,
): Promise<BatchPiece | null> {
  const content = await readBatchContent(db, tenantId, exportId);
  return content ? pieceAfter(db, tenantId, exportId, journalText(content, layout), after) : null;
}

export interface FileDigest {
  readonly sha256: string;
  readonly byteCount: number;
  /** One for each value that would be cut and may not be. */
  readonly tooLong: readonly Refusal[];
}

/** What the batch's file would be, without writing it. */
export async function digestOfBatch(
  db: Executor,
  batch: BatchToWrite,
  onWritten?: OnWritten,
): Promise<FileDigest> {
  const hash = createHash("sha256");
  let byteCount = 0;
  const tooLong = new TooLongValues();
  for await (const bytes of batchBytes(db, { ...batch, onTooLong: tooLong.add }, onWritten)) {
    hash.update(bytes);
    byteCount += bytes.length;
  }
  return { sha256: hash.digest("hex"), byteCount, tooLong: tooLong.refusals };
}

async function* batchPieces(
  db: Executor,
  { tenantId, exportId, layout, onTooLong }: BatchToWrite,
): AsyncGenerator<BatchPiece> {
  const content = await readBatchContent(db, tenantId, exportId);
  if (!content) return;
  const writer = journalText(content, layout, onTooLong);
  let piece = await pieceAfter(db, tenantId, exportId, writer, 0);
  while (piece) {
    yield piece;
    piece = piece.isLast ? null : await pieceAfter(db, tenantId, exportId, writer, piece.last);
  }
}

async function pieceAfter(
  db: Executor,
  tenantId: string,
  exportId: string,
  writer: JournalText,
  after: number,
): Promise<BatchPiece | null> {
  const read = await readExportedEntries(db, tenantId, exportId, after, PAGE_ENTRIES + 1);
  const entries = read.slice(0, PAGE_ENTRIES);
  const last = entries.at(-1)?.ordinal;
  if (last === undefined) return null;
  const text = (after === 0 ? writer.head() : "") + writer.entries(entries);
  return { text, last, isLast: read.length === entries.length };
}

/** The layout's way of writing a batch. */
export function journalText(
  { batch, accounts, currencies }: BatchContent,
  layout: JournalLayout,
  onTooLong?: OnTooLong,
): JournalText {
  return layout.kind === "hledger"
    ? new HledgerJournal(batch, accounts, currencies, layout.accounts)
    : new CsvJournal(batch, layout.profile, layout, onTooLong);
}
