import { type SqlFragment, sql } from "../platform/database/sql.js";
import { type ChildPage, childList } from "../platform/graphql/child-list.js";
import type { ConnectionArgs } from "../platform/graphql/connections.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { totalOrder } from "../platform/graphql/keyset.js";
import {
  type BankBatchRow,
  type BankEntryRow,
  batchesWhere,
  countEntries,
  entriesWhere,
  pagesOfEntries,
} from "./bank-batch.queries.js";

/** By UUID. */
export const bankBatchLoader: Loader<string, BankBatchRow | null> = async (ids, context) => {
  const where = sql`b.id = any(${ids}) and ${visibleBankFiles(context)}`;
  const rows = await batchesWhere(context.reads, context.principal.tenantId, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** By UUID. */
export const bankEntryLoader: Loader<string, BankEntryRow | null> = async (ids, context) => {
  const where = sql`e.id = any(${ids}) and ${visibleBankFiles(context)}`;
  const rows = await entriesWhere(context.reads, context.principal.tenantId, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

export interface BatchEntriesArguments extends ConnectionArgs {
  readonly outcome?: string | null;
}

/** A page of a batch's entries, in the order of the file. */
export const batchEntries: ChildPage<BankEntryRow, BatchEntriesArguments> = childList({
  order: totalOrder(
    [{ column: sql`e.entry_no`, key: "entryNo", type: "integer", direction: "ASC" }],
    sql`e.id`,
  ),
  rows: ({ parentIds, args, context }, page) =>
    pagesOfEntries(context.reads, context.principal.tenantId, parentIds, withOutcome(args), page),
  counts: ({ parentIds, args, context }) =>
    countEntries(context.reads, context.principal.tenantId, parentIds, withOutcome(args)),
});

/** A bank file names every payer, so credentials that are bound to some customers see none. */
export function visibleBankFiles({ principal }: RequestContext): SqlFragment {
  return principal.customerIds === null ? sql`true` : sql`false`;
}

function withOutcome({ outcome }: BatchEntriesArguments): SqlFragment {
  return outcome ? sql`e.outcome = ${outcome}` : sql`true`;
}
