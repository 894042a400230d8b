import { sql } from "../platform/database/sql.js";
import { type ChildPage, childList } from "../platform/graphql/child-list.js";
import type { ConnectionArgs } from "../platform/graphql/connections.js";
import type { Loader } from "../platform/graphql/context.js";
import { requireId } from "../platform/graphql/ids.js";
import {
  type AllowanceCellRow,
  type AllowanceLineRow,
  type AllowanceRunRow,
  countCells,
  linesOfRuns,
  pagesOfCells,
  readRuns,
} from "./allowance-run.queries.js";

/** By UUID. Runs are over all customers, so credentials that are bound to some see none. */
export const allowanceRunLoader: Loader<string, AllowanceRunRow | null> = async (
  ids,
  { reads, principal },
) => {
  if (principal.customerIds !== null) return ids.map(() => null);
  const rows = await readRuns(reads, principal.tenantId, sql`r.id = any(${ids})`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** By the run's UUID. */
export const linesLoader: Loader<string, AllowanceLineRow[]> = async (ids, { reads, principal }) => {
  const rows = Map.groupBy(await linesOfRuns(reads, principal.tenantId, ids), (row) => row.runId);
  return ids.map((id) => rows.get(id) ?? []);
};

export interface RunCellsArguments extends ConnectionArgs {
  readonly customerId?: string | null;
  readonly bucket?: number | null;
}

/** A page of a run's cells, those that require most first. */
export const runCells: ChildPage<AllowanceCellRow, RunCellsArguments> = childList({
  order: [
    { column: sql`c.required`, key: "required", type: "decimal", direction: "DESC" },
    { column: sql`c.customer_id`, key: "customerId", type: "uuid", direction: "ASC" },
    { column: sql`c.bucket`, key: "bucket", type: "integer", direction: "ASC" },
  ],
  rows: ({ parentIds, args, context }, page) =>
    pagesOfCells(context.reads, context.principal.tenantId, parentIds, cellsAsked(args), page),
  counts: ({ parentIds, args, context }) =>
    countCells(context.reads, context.principal.tenantId, parentIds, cellsAsked(args)),
});

function cellsAsked({ customerId, bucket }: RunCellsArguments) {
  const whose = customerId ? sql`c.customer_id = ${requireId("cus", customerId)}` : sql`true`;
  return bucket == null ? whose : sql`${whose} and c.bucket = ${bucket}::int`;
}
