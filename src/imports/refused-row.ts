import type { RejectionCode } from "./import-row.rules.js";

/** Why a row of a chunk was not taken in. A row that has several reasons has one of these for each. */
export interface RefusedRow {
  /** Its place in the chunk, from 0. */
  readonly index: number;
  readonly reason: string;
  /** REFUSED when not given. */
  readonly code?: RejectionCode;
  /** The field at fault, when it is one. */
  readonly field?: "parentNumber" | "termsCode";
  /** The column at fault, its value and a code of its own, where columns are no fields. */
  readonly cell?: { readonly column: string; readonly value: string; readonly code: RejectionCode };
}

/** What became of a chunk; the refused name the row's place in it and why, for the clerk. */
export interface ChunkResult {
  readonly imported: number;
  readonly duplicates: number;
  readonly refused: readonly RefusedRow[];
}
