import type { ExportedAccount, ExportedBatch, ExportedEntry } from "./exported-entry.js";

/** A way of writing a batch; the file is the head and then the entries, in as many pieces as one likes. */
export interface JournalText {
  head(): string;
  entries(entries: readonly ExportedEntry[]): string;
}

/** What there is to know of a batch beside its entries. */
export interface BatchContent {
  readonly batch: ExportedBatch;
  readonly accounts: readonly ExportedAccount[];
  /** ISO 4217 codes of its documents. */
  readonly currencies: readonly string[];
}
