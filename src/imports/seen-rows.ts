import { quoted, type RawRow, type Rejection, type SourceIdentity } from "./import-row.rules.js";

/**
 * Finds rows that repeat a number within one file. The first row with a number counts; a later one is rejected, as
 * DUPLICATE_ROW when every imported field is the same and as NUMBER_REUSED otherwise. Keeps about 100 bytes a row.
 */
export class SeenRows {
  readonly #seen = new Map<string, { line: number; hash: string }>();

  /** @param noun - what people call the key of these rows */
  constructor(private readonly noun = "number") {}

  /** Null for a number not seen before, which is then remembered. To be asked for accepted rows only. */
  check(row: RawRow, record: SourceIdentity): Rejection | null {
    const first = this.#seen.get(record.sourceKey);
    if (!first) {
      this.#seen.set(record.sourceKey, { line: row.line, hash: record.contentHash });
      return null;
    }
    const rejected = { line: row.line, column: null, value: record.sourceKey };
    const number = quoted(record.sourceKey);
    if (first.hash === record.contentHash) {
      const reason = `The row repeats line ${first.line} (${this.noun} ${number}), which was taken: remove it.`;
      return { ...rejected, code: "DUPLICATE_ROW", reason };
    }
    const reason = `The ${this.noun} ${number} stands on line ${first.line} with other content, which was taken: correct the ${this.noun}, or remove the row.`;
    return { ...rejected, code: "NUMBER_REUSED", reason };
  }
}
