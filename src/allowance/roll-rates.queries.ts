import type { AgingBucket } from "../aging/index.js";
import { bucketsOf } from "../aging/index.js";
import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";
import type { Loader } from "../platform/graphql/context.js";
import { Decimal } from "../platform/money.js";
import { lossPercent } from "./roll-rate.rules.js";
import { followedItems, type RollRateRequest, reachedColumn } from "./roll-rates.sql.js";

/** One figure of the report: what of a segment reached a bucket, and what of it was never paid. */
export interface RollRateRow {
  readonly request: RollRateRequest;
  readonly segment: string | null;
  readonly bucketNo: number;
  readonly bucket: AgingBucket | undefined;
  readonly functionalCurrency: string;
  readonly reached: string;
  readonly neverPaid: string;
  readonly lossPercent: string | null;
}

export interface RollRateSegmentRow {
  readonly segment: string | null;
  readonly itemCount: number;
  readonly rates: readonly RollRateRow[];
}

export interface RollRateReport {
  readonly request: RollRateRequest;
  readonly segments: readonly RollRateSegmentRow[];
  /** Too young to have entered the last bucket: not followed. */
  readonly excludedCount: number;
  readonly excludedAmount: string;
}

type Figures = Readonly<Record<`reached${number}`, string>> & {
  readonly segment: string | null;
  readonly followed: number;
  readonly excluded: number;
  readonly excludedAmount: string;
  readonly neverPaid: string;
};

/** The rates by segment, those of customers without one first: one statement. */
export async function readRollRates(db: Executor, request: RollRateRequest): Promise<RollRateReport> {
  const buckets = bucketsOf(request.scheme);
  const sums = buckets.map(
    (_, n) =>
      sql`coalesce(sum(${reachedColumn(n)}) filter (where is_followed), 0) as ${sql.identifier(`reached${n}`)}`,
  );
  const rows = await db.rows<Figures>(sql`
    select segment, count(*) filter (where is_followed)::int as followed,
           count(*) filter (where not is_followed)::int as excluded,
           coalesce(sum(original) filter (where not is_followed), 0) as "excludedAmount",
           coalesce(sum(never_paid) filter (where is_followed), 0) as "neverPaid", ${sql.join(sums)}
    from (${followedItems(request)}) f group by segment order by segment nulls first`);
  return {
    request,
    segments: rows
      .filter(({ followed }) => followed > 0)
      .map((row) => ({
        segment: row.segment,
        itemCount: row.followed,
        rates: buckets.map((bucket, n) => rateOf(request, row, bucket, n)),
      })),
    excludedCount: rows.reduce((sum, row) => sum + row.excluded, 0),
    excludedAmount: rows.reduce((sum, row) => sum.plus(row.excludedAmount), new Decimal(0)).toFixed(),
  };
}

function rateOf(request: RollRateRequest, row: Figures, bucket: AgingBucket, bucketNo: number): RollRateRow {
  const reached = row[`reached${bucketNo}`] ?? "0";
  return {
    request,
    segment: row.segment,
    bucketNo,
    bucket,
    functionalCurrency: request.functionalCurrency,
    reached,
    neverPaid: row.neverPaid,
    lossPercent: lossPercent(row.neverPaid, reached),
  };
}

/** A receivable behind a figure. */
export interface RollRateItemRow {
  readonly itemId: string;
  readonly functionalCurrency: string;
  readonly documentDate: string;
  readonly dueDate: string;
  readonly original: string;
  readonly reached: string;
  readonly neverPaid: string;
}

/** Which receivables: those behind a figure, or those that are not followed, when there is no bucket. */
export interface RollRateItemsAsked {
  readonly request: RollRateRequest;
  readonly segment?: string | null;
  readonly bucketNo: number | null;
  readonly first: number;
  readonly skip: number;
}

/** By due date; one statement for each report, however many of its figures are opened. */
export const rollRateItemsLoader: Loader<RollRateItemsAsked, RollRateItemRow[]> = async (
  asked,
  { reads },
) => {
  const found = new Map<RollRateItemsAsked, RollRateItemRow[]>();
  for (const [request, figures] of Map.groupBy(asked, (one) => one.request)) {
    const rows = await reads.rows<RollRateItemRow & { figure: number }>(sql`
      with item as materialized (${followedItems(request)})
      ${sql.join(figures.map(itemsOfFigure), " union all ")}`);
    const byFigure = Map.groupBy(rows, (row) => row.figure);
    for (const [n, one] of figures.entries()) found.set(one, byFigure.get(n) ?? []);
  }
  return asked.map((one) => found.get(one) ?? []);
};

function itemsOfFigure({ request, segment, bucketNo, first, skip }: RollRateItemsAsked, figure: number) {
  const reached = reachedColumn(bucketNo ?? 0);
  const which =
    bucketNo === null
      ? sql`not is_followed`
      : sql`is_followed and segment is not distinct from ${segment ?? null}::text and ${reached} <> 0`;
  return sql`(
    select ${figure}::int as figure, id as "itemId", ${request.functionalCurrency}::text as "functionalCurrency",
           document_date as "documentDate", due_date as "dueDate", original, ${reached} as reached, never_paid as "neverPaid"
    from item where ${which} order by due_date, id limit ${first} offset ${skip})`;
}
