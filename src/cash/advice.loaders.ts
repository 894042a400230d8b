import { sql } from "../platform/database/sql.js";
import { type ChildPage, childList } from "../platform/graphql/child-list.js";
import type { ConnectionArgs } from "../platform/graphql/connections.js";
import type { Loader } from "../platform/graphql/context.js";
import { totalOrder } from "../platform/graphql/keyset.js";
import {
  type AdviceBatchRow,
  type AdviceLineRow,
  type AdviceRow,
  adviceBatchesWhere,
  advicesOfReceipts,
  advicesWhere,
  countAdviceLines,
  countAdvicesOfBatches,
  pagesOfAdviceLines,
  pagesOfAdvices,
} from "./advice.queries.js";
import { visibleBankFiles } from "./bank-batch.loaders.js";

/** By UUID. */
export const adviceBatchLoader: Loader<string, AdviceBatchRow | null> = async (ids, context) => {
  const where = sql`b.id = any(${ids}) and ${visibleBankFiles(context)}`;
  const rows = await adviceBatchesWhere(context.reads, context.principal.tenantId, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** By UUID. */
export const adviceLoader: Loader<string, AdviceRow | null> = async (ids, context) => {
  const where = sql`a.id = any(${ids}) and ${visibleBankFiles(context)}`;
  const rows = await advicesWhere(context.reads, context.principal.tenantId, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The advice that is paired with a receipt, by the receipt's UUID. */
export const receiptAdviceLoader: Loader<string, AdviceRow | null> = async (ids, context) => {
  const { reads, principal } = context;
  const rows = await advicesOfReceipts(reads, principal.tenantId, ids, visibleBankFiles(context));
  const byReceipt = new Map(rows.map((row) => [row.receiptId, row]));
  return ids.map((id) => byReceipt.get(id) ?? null);
};

/** A page of a file's advices, in the order of the file. */
export const batchAdvices: ChildPage<AdviceRow, ConnectionArgs> = childList({
  order: totalOrder(
    [{ column: sql`a.advice_no`, key: "adviceNo", type: "integer", direction: "ASC" }],
    sql`a.id`,
  ),
  rows: ({ parentIds, context }, page) =>
    pagesOfAdvices(context.reads, context.principal.tenantId, parentIds, page),
  counts: ({ parentIds, context }) =>
    countAdvicesOfBatches(context.reads, context.principal.tenantId, parentIds),
});

/** A page of an advice's lines, in the order of the file. */
export const adviceLines: ChildPage<AdviceLineRow, ConnectionArgs> = childList({
  order: totalOrder(
    [{ column: sql`l.line_no`, key: "lineNo", type: "integer", direction: "ASC" }],
    sql`l.advice_id`,
    "adviceId",
  ),
  rows: ({ parentIds, context }, page) =>
    pagesOfAdviceLines(context.reads, context.principal.tenantId, parentIds, page),
  counts: ({ parentIds, context }) => countAdviceLines(context.reads, context.principal.tenantId, parentIds),
});
