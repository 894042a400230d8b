import { itemFilter, type ReceivablesFilter } from "../aging/index.js";
import { movementsBeyond, type ReportPoint } from "../ledger/index.js";
import { addDays, type BusinessDate } from "../platform/business-date.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";

/** What metrics are taken of. The point's date is the last day of the whole. */
export interface MetricsScope {
  readonly point: ReportPoint;
  readonly from: BusinessDate;
  /** Document currency; null for all documents, in functional currency. */
  readonly currency: string | null;
  /** GROSS: invoices; NET: also less credit memos. */
  readonly salesBasis: "GROSS" | "NET";
  readonly filter: ReceivablesFilter;
}

/** Balances of the receivables' control account at the end of a day; credits never count as past due. */
export interface ArAtDate {
  readonly total: string;
  readonly current: string;
  /** More than 90 days past due. */
  readonly over90: string;
}

/**
 * AR at the end of each of the days, which ascend: one statement. Today's open amounts, less the movements after
 * each day; a movement and its item's due date fall between two of the days, so few sums remain to be added up.
 */
export async function readArAtDates(
  db: Executor,
  scope: MetricsScope,
  days: readonly BusinessDate[],
): Promise<ArAtDate[]> {
  const [first] = days;
  if (first === undefined) return [];
  const ends = sql`${days}::date[]`;
  const pastDueAfter = (grace: SqlFragment) => sql`
    case when i.original_amount < 0 then ${days.length} else width_bucket(i.due_date + ${grace}, ${ends}) end`;
  const due = sql`${pastDueAfter(sql`0`)} as due_until, ${pastDueAfter(sql`90`)} as due_90_until`;
  return db.rows<ArAtDate>(sql`
    with fact as (
      select counts_until, due_until, due_90_until, sum(amount) as amount
      from (
        select ${openAmount(scope)} as amount, ${days.length}::int as counts_until, ${due}
        from open_item i where ${receivables(scope)} and i.is_open
        union all
        select -${movedAmount(scope)}, width_bucket(m.moved_on - 1, ${ends}), ${due}
        from (${movementsBeyond({ ...scope.point, asOf: first })}) m
        join open_item i on i.id = m.item_id where ${receivables(scope)}) f
      group by 1, 2, 3)
    select coalesce(sum(f.amount), 0) as total,
           coalesce(sum(f.amount) filter (where e.n <= f.due_until), 0) as current,
           coalesce(sum(f.amount) filter (where e.n > f.due_90_until), 0) as over90
    from generate_series(1, ${days.length}::int) e(n) left join fact f on e.n <= f.counts_until
    group by e.n order by e.n`);
}

/** Credit sales of one calendar month: of the days before `from`, and from `from` to the point's date. */
export interface SalesOfMonth {
  /** The month's first day. */
  readonly month: BusinessDate;
  readonly before: string;
  readonly within: string;
}

/**
 * Credit sales by month of the document date, up to the point's date, months with sales only, ascending. A void
 * takes away from the month in which it takes effect, as it does in the ledger's revenue.
 */
export async function readCreditSales(db: Executor, scope: MetricsScope): Promise<SalesOfMonth[]> {
  const { tenantId, asOf, knownAt } = scope.point;
  const kinds = scope.salesBasis === "NET" ? ["INVOICE", "CREDIT_MEMO"] : ["INVOICE"];
  const original = scope.currency === null ? sql`i.functional_original` : sql`i.original_amount`;
  const documents = sql`i.tenant_id = ${tenantId} and i.kind = any(${kinds}) ${narrowing(scope)}`;
  const joined = sql`movement m join open_item i on i.tenant_id = m.tenant_id and i.id = m.item_id`;
  const unknown =
    knownAt === null
      ? sql.empty
      : sql`
        union all
        select i.document_date, -${movedAmount(scope)} from ${joined}
        where ${documents} and m.tenant_id = ${tenantId} and m.kind = 'POSTING'
          and i.document_date <= ${asOf}::date and m.recorded_at > ${knownAt}::timestamptz`;
  const known = knownAt === null ? sql.empty : sql`and m.recorded_at <= ${knownAt}::timestamptz`;
  return db.rows<SalesOfMonth>(sql`
    select date_trunc('month', day)::date as month,
           coalesce(sum(amount) filter (where day < ${scope.from}::date), 0) as before,
           coalesce(sum(amount) filter (where day >= ${scope.from}::date), 0) as within
    from (
      select day, sum(amount) as amount
      from (
        select i.document_date as day, ${original} as amount
        from open_item i where ${documents} and i.document_date <= ${asOf}::date
        ${unknown}
        union all
        select m.effective_date, ${movedAmount(scope)} from ${joined}
        where ${documents} and m.tenant_id = ${tenantId} and m.kind = 'REVERSAL' and m.reverses_id is not null
          and m.amount * i.original_amount < 0 and m.effective_date <= ${asOf}::date ${known}) d
      group by day) s
    group by 1 order by 1`);
}

/** What was settled in a period, weighed by the items' original amounts. */
export interface Settled {
  readonly amount: string;
  readonly amountDaysToPay: string;
  readonly amountDaysLate: string;
}

export interface Period {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/**
 * The debit items settled in each of the periods, which lie within the scope: those whose balance became zero on
 * a day of the period and stayed so to its end. Voided items are not settled.
 */
export async function readSettled(
  db: Executor,
  scope: MetricsScope,
  periods: readonly Period[],
): Promise<Settled[]> {
  const { point } = scope;
  const { tenantId, asOf, knownAt } = point;
  const known = knownAt === null ? sql.empty : sql`and m.recorded_at <= ${knownAt}::timestamptz`;
  const weight = scope.currency === null ? sql`i.functional_original` : sql`i.original_amount`;
  return db.rows<Settled>(sql`
    with moved as (
      select m.item_id, m.effective_date as day, sum(m.amount) as amount,
             bool_or(m.kind = 'REVERSAL' and m.amount < 0) as is_voided
      from movement m join open_item i on i.tenant_id = m.tenant_id and i.id = m.item_id
      where m.tenant_id = ${tenantId} and m.effective_date > ${addDays(scope.from, -1)}::date
        and m.effective_date <= ${asOf}::date ${known}
        and i.original_amount > 0 ${narrowing(scope)}
      group by 1, 2),
    beyond as (select item_id, sum(amount) as amount from (${movementsBeyond(point)}) b group by item_id),
    settled as (
      select d.day, d.moved_again_on, ${weight} as weight, d.day - i.document_date as days_to_pay,
             d.day - i.due_date as days_late
      from (select item_id, day, is_voided, lag(day) over latest_first as moved_again_on,
                   coalesce(sum(amount) over (latest_first rows between unbounded preceding and 1 preceding), 0) as later
            from moved window latest_first as (partition by item_id order by day desc)) d
      join open_item i on i.tenant_id = ${tenantId} and i.id = d.item_id
      left join beyond b on b.item_id = d.item_id
      where not d.is_voided and i.open_amount - coalesce(b.amount, 0) = d.later)
    select coalesce(sum(s.weight), 0) as amount,
           coalesce(sum(s.weight * s.days_to_pay), 0) as "amountDaysToPay",
           coalesce(sum(s.weight * s.days_late), 0) as "amountDaysLate"
    from unnest(${periods.map((p) => p.from)}::date[], ${periods.map((p) => p.to)}::date[])
         with ordinality p(from_day, to_day, n)
    left join settled s on s.day between p.from_day and p.to_day
                       and (s.moved_again_on is null or s.moved_again_on > p.to_day)
    group by p.n order by p.n`);
}

function openAmount({ currency }: MetricsScope): SqlFragment {
  return currency === null ? sql`i.functional_open` : sql`i.open_amount`;
}

function movedAmount({ currency }: MetricsScope): SqlFragment {
  return currency === null ? sql`m.functional_amount` : sql`m.amount`;
}

/** Items of the receivables' control account. */
function receivables(scope: MetricsScope): SqlFragment {
  const { tenantId } = scope.point;
  return sql`i.tenant_id = ${tenantId} and i.account_id = (
      select a.id from account a where a.tenant_id = ${tenantId} and a.role = 'AR_CONTROL') ${narrowing(scope)}`;
}

/** ` and …` on alias `i`, or nothing. */
function narrowing({ currency, point, filter }: MetricsScope): SqlFragment {
  const items = itemFilter(point.tenantId, filter);
  const ofCurrency = currency === null ? sql.empty : sql` and i.currency = ${currency}`;
  return items ? sql`${ofCurrency} and ${items}` : ofCurrency;
}
