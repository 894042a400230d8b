import type { SqlFragment } from "../database/sql.js";
import { defineEnum } from "./filters.js";
import { type SortOrder, type SortTerm, totalOrder } from "./keyset.js";

export const SortDirection = defineEnum("SortDirection", "Which way to sort.", {
  ASC: "Smallest first.",
  DESC: "Largest first.",
});

/** One element of an `orderBy` argument. */
export interface AskedOrder {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
}

/** What can be sorted by, by the name in the schema. */
export type SortTerms = Readonly<Record<string, Omit<SortTerm, "direction">>>;

/** The order that is asked for, else the given one; made total by the id. */
export function orderOf(
  asked: readonly AskedOrder[] | null | undefined,
  otherwise: AskedOrder,
  terms: SortTerms,
  idColumn: SqlFragment,
): SortOrder {
  const chosen = (asked?.length ? asked : [otherwise]).flatMap(({ field, direction }) => {
    const term = terms[field];
    return term ? [{ ...term, direction }] : [];
  });
  return totalOrder(chosen, idColumn);
}
