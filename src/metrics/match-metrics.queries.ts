import { REASON_OF_MATCH } from "../cash/index.js";
import { itemBalances, type ReportPoint } from "../ledger/index.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import type { Period } from "./collection-metrics.queries.js";
import type { MatchFigures } from "./match-metrics.rules.js";

type Counts = Readonly<Record<keyof MatchFigures, string>>;

/**
 * What matching did in each of the periods, which lie within the point's books: three statements, however many periods.
 * A line counts on the day on which it was decided: applied untouched when it was matched, otherwise when a person
 * decided. What is found wrong later counts on the day on which it was applied.
 */
export async function readMatchFigures(
  db: Executor,
  { tenantId, tenant }: ReportPoint,
  periods: readonly Period[],
): Promise<MatchFigures[]> {
  const lines = await db.rows<Partial<Counts>>(countLines(tenantId, tenant.timeZone, periods));
  const receipts = await db.rows<Partial<Counts>>(countReceipts(tenantId, periods));
  const days = await db.rows<Partial<Counts>>(countDays(tenantId, periods));
  return periods.map((_, n) => figuresOf({ ...lines[n], ...receipts[n], ...days[n] }));
}

function countLines(tenantId: string, timeZone: string, periods: readonly Period[]): SqlFragment {
  const { first, last } = ends(periods);
  const from = sql`${first}::date::timestamp at time zone ${timeZone}`;
  const to = sql`(${last}::date + 1)::timestamp at time zone ${timeZone}`;
  const within = (at: SqlFragment) => sql`${at} >= ${from} and ${at} < ${to}`;
  const parts = sql`join match_part p on p.tenant_id = m.tenant_id and p.match_id = m.id`;
  return sql`
    with part as (
      select m.matched_at as decided_at, m.id as match_id, p.item_id, true as untouched, true as applied,
             w.part_id is null as is_right
      from receipt_match m ${parts}
      left join (select distinct a.part_id from match_application a where ${isWrong(tenantId)}) w on w.part_id = p.id
      where m.tenant_id = ${tenantId} and ${within(sql`m.matched_at`)} and p.decision = 'AUTO'
      union all
      select m.decided_at, m.id, p.item_id, false, p.outcome in ('ACCEPTED', 'CHANGED'),
             p.decision = 'PROPOSED' and p.outcome = 'ACCEPTED'
      from receipt_match m ${parts}
      where m.tenant_id = ${tenantId} and ${within(sql`m.decided_at`)} and m.status in ('CONFIRMED', 'REJECTED')
        and p.decision <> 'AUTO' and (p.decision <> 'ALTERNATIVE' or p.outcome = 'ACCEPTED')),
    line as (
      select (decided_at at time zone ${timeZone})::date as day, untouched, bool_or(applied) as applied,
             bool_or(is_right) as is_right
      from part group by decided_at, match_id, item_id, untouched),
    day as (
      select day, count(*) as lines,
             count(*) filter (where is_right) as lines_right,
             count(*) filter (where applied) as applied,
             count(*) filter (where untouched) as untouched,
             count(*) filter (where untouched and not is_right) as wrong
      from line group by day)
    select coalesce(sum(d.lines), 0) as "linesDecided", coalesce(sum(d.lines_right), 0) as "linesRight",
           coalesce(sum(d.applied), 0) as "linesApplied", coalesce(sum(d.untouched), 0) as "linesUntouched",
           coalesce(sum(d.wrong), 0) as "linesWrong"
    from ${numbered(periods)} left join day d on d.day between p.from_day and p.to_day
    group by p.n order by p.n`;
}

function countReceipts(tenantId: string, periods: readonly Period[]): SqlFragment {
  const { first, last } = ends(periods);
  return sql`
    with matched as (
      select r.id, r.received_on as day,
             bool_or(m.status = 'APPLIED' and m.remainder_amount = 0) and not bool_or(w.match_id is not null) as untouched
      from receipt r join receipt_match m on m.tenant_id = r.tenant_id and m.receipt_id = r.id
      left join (select distinct a.match_id from match_application a where ${isWrong(tenantId)}) w on w.match_id = m.id
      where r.tenant_id = ${tenantId} and r.received_on between ${first}::date and ${last}::date
      group by r.id, r.received_on),
    day as (
      select day, count(*) as receipts, count(*) filter (where untouched) as untouched from matched group by day)
    select coalesce(sum(d.receipts), 0) as "receiptsMatched", coalesce(sum(d.untouched), 0) as "receiptsUntouched"
    from ${numbered(periods)} left join day d on d.day between p.from_day and p.to_day
    group by p.n order by p.n`;
}

/** Applications that stand, whoever made them. */
function countDays(tenantId: string, periods: readonly Period[]): SqlFragment {
  const { first, last } = ends(periods);
  return sql`
    with day as (
      select v.effective_date as day, count(*) as applications, sum(v.effective_date - r.received_on) as days,
             sum(v.amount * r.rate) as amount, sum(v.amount * r.rate * (v.effective_date - r.received_on)) as amount_days
      from movement v
      join open_item i on i.tenant_id = v.tenant_id and i.id = v.item_id and i.kind = 'RECEIPT'
      join receipt r on r.tenant_id = i.tenant_id and r.id = i.receipt_id
      where v.tenant_id = ${tenantId} and v.effective_date between ${first}::date and ${last}::date
        and v.kind = 'APPLICATION'
        and not exists (select from movement x where x.tenant_id = v.tenant_id and x.reverses_id = v.id)
      group by v.effective_date)
    select coalesce(sum(d.applications), 0) as applications, coalesce(sum(d.days), 0) as "applicationDays",
           coalesce(sum(d.amount), 0) as "appliedAmount", coalesce(sum(d.amount_days), 0) as "appliedAmountDays"
    from ${numbered(periods)} left join day d on d.day between p.from_day and p.to_day
    group by p.n order by p.n`;
}

/** Of applications of alias `a`: a person undid them, and not because the money or the credit went. */
function isWrong(tenantId: string): SqlFragment {
  return sql`a.tenant_id = ${tenantId} and a.undone_at is not null and a.undone_cause = 'UNAPPLIED'`;
}

/** Money of receipts that is not applied at the end of the point's day, of one reason in one currency. */
export interface UnappliedCash {
  readonly reason: string;
  readonly currency: string;
  readonly receipts: number;
  /** Positive. */
  readonly amount: string;
}

/** By reason as the latest match until then said, and by currency; the most receipts first. */
export function readUnappliedCash(db: Executor, point: ReportPoint): Promise<UnappliedCash[]> {
  const end = sql`(${point.asOf}::date + 1)::timestamp at time zone ${point.tenant.timeZone}`;
  const until = (at: SqlFragment) => sql`${at} < ${end}`;
  return db.rows<UnappliedCash>(sql`
    with latest as (
      select m.receipt_id, m.obstacle, m.is_ambiguous, m.remainder_reason,
             case when m.decided_at is null or ${until(sql`m.decided_at`)} then m.status else 'OPEN' end as status
      from receipt_match m
      where m.tenant_id = ${point.tenantId} and ${until(sql`m.matched_at`)} and not exists (
        select from receipt_match later
        where later.tenant_id = m.tenant_id and later.receipt_id = m.receipt_id and later.id > m.id
          and ${until(sql`later.matched_at`)}))
    select ${REASON_OF_MATCH} as reason, b.currency, count(distinct o.receipt_id)::integer as receipts,
           -sum(b.balance) as amount
    from (${itemBalances(point, sql`i.kind = 'RECEIPT'`)}) b
    join open_item o on o.tenant_id = ${point.tenantId} and o.id = b.id
    left join latest m on m.receipt_id = o.receipt_id
    group by 1, 2 order by receipts desc, 1, 2`);
}

function numbered(periods: readonly Period[]): SqlFragment {
  return sql`unnest(${periods.map((p) => p.from)}::date[], ${periods.map((p) => p.to)}::date[])
    with ordinality p(from_day, to_day, n)`;
}

function ends(periods: readonly Period[]): { readonly first: string; readonly last: string } {
  const days = periods.flatMap(({ from, to }) => [from, to]).sort();
  return { first: days[0] ?? "", last: days.at(-1) ?? "" };
}

function figuresOf(counts: Partial<Counts>): MatchFigures {
  const of = (name: keyof MatchFigures) => new Decimal(counts[name] ?? 0);
  return {
    linesDecided: of("linesDecided"),
    linesRight: of("linesRight"),
    linesApplied: of("linesApplied"),
    linesUntouched: of("linesUntouched"),
    linesWrong: of("linesWrong"),
    receiptsMatched: of("receiptsMatched"),
    receiptsUntouched: of("receiptsUntouched"),
    applications: of("applications"),
    applicationDays: of("applicationDays"),
    appliedAmount: of("appliedAmount"),
    appliedAmountDays: of("appliedAmountDays"),
  };
}
