import { disputeClaims, disputedBalances } from "../disputes/index.js";
import { type ClosingRate, itemBalances, type ReportPoint, revaluedBalances } from "../ledger/index.js";
import { byPlanInstalment, plannedItems } from "../payment-plans/index.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { type AgingDimension, dimensionSql } from "./aging-dimensions.sql.js";
import { bucketStarts } from "./aging-scheme.rules.js";
import { itemFilter, type ReceivablesFilter } from "./receivables-filter.sql.js";

export interface AgingRequest {
  readonly point: ReportPoint;
  /** None, one or two. */
  readonly by: readonly AgingDimension[];
  /** Upper bounds of the buckets, valid. */
  readonly scheme: readonly number[];
  readonly basis: "DUE_DATE" | "DOCUMENT_DATE" | "PLAN";
  readonly credits: "SEPARATE" | "AGED";
  /** Functional amounts at these rates; at the rates of booking when null. */
  readonly closingRates?: readonly ClosingRate[] | null;
  readonly filter: ReceivablesFilter;
  /** Nothing but what is on an active payment plan, or what is disputed. */
  readonly ofWhich?: "ON_PLAN" | "DISPUTED";
}

/**
 * One line of the report, or the total of one currency. Amounts have exactly the currency's decimals: a0, a1 …
 * for the buckets in document currency, f0, f1 … in functional currency; debits positive, credits negative.
 */
export interface AgingRow {
  readonly level: "ROW" | "TOTAL";
  readonly key1: string | null;
  readonly value1: string | null;
  readonly name1: string | null;
  readonly key2: string | null;
  readonly value2: string | null;
  readonly name2: string | null;
  readonly currency: string;
  readonly itemCount: number;
  readonly oldestDueDate: string | null;
  readonly credits: string;
  readonly functionalCredits: string;
  readonly balance: string;
  readonly functionalBalance: string;
  readonly [bucket: `a${number}` | `f${number}`]: string;
}

/** The rows by the dimensions' values, ordered by them, then the totals by currency: one statement. */
export async function readAging(db: Executor, request: AgingRequest): Promise<AgingRow[]> {
  const { tenantId, tenant } = request.point;
  const [first, second] = request.by.map((dimension) => dimensionSql(dimension, tenantId));
  const dimensions = [first, second].filter((d) => d !== undefined);
  const keys = dimensions.flatMap((d) => [d.key, d.value, d.name]).filter((key) => key !== null);
  const none = sql`null::text`;
  const named = sql`
    ${first?.key ?? none} as "key1", ${first?.value ?? none} as "value1", ${first?.name ?? none} as "name1",
    ${second?.key ?? none} as "key2", ${second?.value ?? none} as "value2", ${second?.name ?? none} as "name2"`;
  return db.rows<AgingRow>(sql`
    with cells as (${cells(request)}),
    grouped as (
      select 'ROW' as level, ${named}, cell.currency, ${pivot(request.scheme)}
      from cells cell ${sql.join(
        dimensions.map((d) => d.join),
        " ",
      )}
      group by ${sql.join([...keys, sql`cell.currency`])}
      union all
      select 'TOTAL', null, null, null, null, null, null, cell.currency, ${pivot(request.scheme)}
      from cells cell group by cell.currency)
    select level, "key1", "value1", "name1", "key2", "value2", "name2", currency, "itemCount", "oldestDueDate",
           ${rounded(request.scheme, tenant.functionalCurrency)}
    from grouped order by level, "value1", "value2", currency, "key1", "key2"`);
}

/**
 * Balances by customer, currency and bucket. Bucket −1 is the column of credits. So few rows remain that what
 * follows (names, dimensions, pivot) costs next to nothing.
 */
function cells(request: AgingRequest): SqlFragment {
  const { by, scheme, basis, credits, point, ofWhich } = request;
  const balances = ofWhich === "DISPUTED" ? disputedBalances(placed(request), point) : placed(request);
  // Of an item that is cut, one part stands for it where items are counted.
  const isCounted = basis === "PLAN" && ofWhich !== "DISPUTED" ? sql`is_first` : sql`true`;
  const source = by.includes("PRODUCT_LINE")
    ? byProductLine(balances, point, isCounted)
    : wholeItems(balances, isCounted);
  const from = basis === "DOCUMENT_DATE" ? sql`b.document_date` : sql`b.due_date`;
  const days =
    credits === "AGED" ? sql`case when b.original_amount < 0 then b.document_date else ${from} end` : from;
  const bucket = sql`width_bucket(${point.asOf}::date - ${days}, ${bucketStarts(scheme)}::int[])`;
  const separated =
    credits === "SEPARATE" ? sql`case when b.original_amount < 0 then -1 else ${bucket} end` : bucket;
  return sql`
    select b.customer_id, b.currency, b.product_line, ${separated} as bucket, sum(b.balance) as amount,
           sum(b.functional_balance) as functional, count(*) filter (where b.is_counted) as items,
           min(b.due_date) filter (where b.original_amount > 0) as oldest
    from (${source}) b group by 1, 2, 3, 4`;
}

/** The open items' balances under the due dates that they are aged by. */
function placed(request: AgingRequest): SqlFragment {
  const { basis, point, closingRates = null } = request;
  const items = narrowedItems(request);
  const whole = closingRates ? revaluedBalances(point, closingRates, items) : itemBalances(point, items);
  return basis === "PLAN" ? byPlanInstalment(whole, point) : whole;
}

function narrowedItems({ point, filter, ofWhich, basis }: AgingRequest): SqlFragment | null {
  const items = itemFilter(point.tenantId, filter);
  // What is on a plan is cut by all of the plan's items.
  if (!ofWhich || (ofWhich === "DISPUTED" && basis === "PLAN")) return items;
  const these = ofWhich === "ON_PLAN" ? plannedItems(point) : disputeClaims(point);
  const narrowed = sql`i.id in (select o.item_id from (${these}) o)`;
  return items ? sql`${items} and ${narrowed}` : narrowed;
}

function wholeItems(balances: SqlFragment, isCounted: SqlFragment): SqlFragment {
  return sql`select b.*, null::text as product_line, ${isCounted} as is_counted from (${balances}) b`;
}

/**
 * Each item split over its invoice's product lines in proportion to their gross, by the largest remainder in the
 * currency's minor unit, ties to the line that comes first; the functional amount's odd units go to the same
 * lines first. So the parts sum to the item in both currencies. `is_counted` marks one part that is not zero, so
 * that a total counts the item once. Items without lines have no product line.
 */
function byProductLine(
  balances: SqlFragment,
  { tenantId, tenant }: ReportPoint,
  isCounted: SqlFragment,
): SqlFragment {
  const functionalUnit = sql`power(10::numeric, currency_scale(${tenant.functionalCurrency}))`;
  const amountOf = (whole: SqlFragment, floor: SqlFragment, unit: SqlFragment) => sql`
    sign(${whole}) * (${floor} + case when place <= abs(${whole}) * ${unit} - ${floor}_sum then 1 else 0 end) / ${unit}`;
  const balance = amountOf(sql`balance`, sql`floor`, sql`unit`);
  return sql`
    with item as materialized (
      select b.*, power(10::numeric, currency_scale(b.currency)) as unit,
             b.currency = ${tenant.functionalCurrency} and b.balance = b.functional_balance as is_functional from (${balances}) b),
    weight as (
      select l.invoice_id, l.product_line, sum(l.gross) as gross, min(l.line_no) as first_line,
             sum(sum(l.gross)) over (partition by l.invoice_id) as total
      from invoice_line l
      where l.tenant_id = ${tenantId} and l.invoice_id in (select item.invoice_id from item)
      group by l.invoice_id, l.product_line having sum(l.gross) > 0),
    part as (
      select i.*, w.product_line, w.first_line, w.total, mod(abs(i.balance) * i.unit * w.gross, w.total) as rest,
             div(abs(i.balance) * i.unit * w.gross, w.total) as floor,
             case when not i.is_functional
                  then div(abs(i.functional_balance) * ${functionalUnit} * w.gross, w.total) end as functional_floor
      from item i left join weight w on w.invoice_id = i.invoice_id),
    placed as (
      select p.*, row_number() over (partition by id order by rest desc, first_line) as place,
             sum(floor) over (partition by id) as floor_sum,
             sum(functional_floor) over (partition by id) as functional_floor_sum
      from part p)
    select id, customer_id, currency, document_date, due_date, original_amount, product_line,
           case when total is null then balance else ${balance} end as balance,
           case when total is null then functional_balance when is_functional then ${balance}
                else ${amountOf(sql`functional_balance`, sql`functional_floor`, functionalUnit)} end as functional_balance,
           place = 1 and ${isCounted} as is_counted
    from placed`;
}

function pivot(scheme: readonly number[]): SqlFragment {
  const columns = bucketNumbers(scheme).map((n) => {
    const its = sql.constant(`filter (where cell.bucket = ${n})`);
    return sql`coalesce(sum(cell.amount) ${its}, 0) as ${column("a", n)},
               coalesce(sum(cell.functional) ${its}, 0) as ${column("f", n)}`;
  });
  return sql`${sql.join(columns)},
    coalesce(sum(cell.amount) filter (where cell.bucket = -1), 0) as "credits",
    coalesce(sum(cell.functional) filter (where cell.bucket = -1), 0) as "functionalCredits",
    coalesce(sum(cell.amount), 0) as "balance", coalesce(sum(cell.functional), 0) as "functionalBalance",
    sum(cell.items)::int as "itemCount", min(cell.oldest) as "oldestDueDate",
    currency_scale(cell.currency) as scale`;
}

function rounded(scheme: readonly number[], functionalCurrency: string): SqlFragment {
  const functionalScale = sql`currency_scale(${functionalCurrency})`;
  const inDocument = [...bucketNumbers(scheme).map((n) => column("a", n)), sql`"credits"`, sql`"balance"`];
  const inFunctional = [
    ...bucketNumbers(scheme).map((n) => column("f", n)),
    sql`"functionalCredits"`,
    sql`"functionalBalance"`,
  ];
  return sql.join([
    ...inDocument.map((name) => sql`round(${name}, scale) as ${name}`),
    ...inFunctional.map((name) => sql`round(${name}, ${functionalScale}) as ${name}`),
  ]);
}

function bucketNumbers(scheme: readonly number[]): number[] {
  return Array.from({ length: scheme.length + 2 }, (_, n) => n);
}

function column(prefix: "a" | "f", bucket: number): SqlFragment {
  return sql.constant(`"${prefix}${bucket}"`);
}
