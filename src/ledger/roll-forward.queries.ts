import type { BusinessDate } from "../platform/business-date.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { ReportPoint } from "./report-point.js";
import {
  type ControlBalance,
  FIGURE_OF_ENTRY,
  FIGURE_OF_MOVEMENT,
  type FigureMoved,
  type RollForwardFigure,
  type RollForwardLine,
  rollForwardLines,
} from "./roll-forward.rules.js";

/**
 * How the control accounts went from the day before `from` to the point's date, as known at its instant. The
 * balances are the journal's and the figures the items', so that the difference is nothing only if both are right.
 */
export async function readRollForward(
  db: Executor,
  point: ReportPoint,
  from: BusinessDate,
): Promise<RollForwardLine[]> {
  const { tenantId, tenant, asOf, knownAt } = point;
  const known = (recorded: SqlFragment) =>
    knownAt === null ? sql.empty : sql`and ${recorded} <= ${knownAt}::timestamptz`;
  const before = sql`filter (where e.effective_date < ${from}::date)`;
  const balances = await db.rows<ControlBalance>(sql`
    select a.code as "accountCode", a.name as "accountName", a.role as "accountRole", l.currency,
           coalesce(sum(l.amount) ${before}, 0) as opening,
           coalesce(sum(l.functional_amount) ${before}, 0) as "functionalOpening",
           sum(l.amount) as closing, sum(l.functional_amount) as "functionalClosing"
    from journal_line l
    join journal_entry e on e.tenant_id = l.tenant_id and e.id = l.entry_id
    join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
    where l.tenant_id = ${tenantId} and a.is_control and e.effective_date <= ${asOf}::date ${known(sql`e.recorded_at`)}
    group by a.code, a.name, a.role, l.currency order by a.code, l.currency`);
  const moved = await db.rows<FigureMoved>(sql`
    select a.code as "accountCode", f.currency, f.figure, sum(f.amount) as amount,
           sum(f.functional_amount) as "functionalAmount", count(distinct f.entry_id)::int as "entryCount"
    from (
      select m.account_id, m.currency, m.entry_id, m.amount, m.functional_amount, ${FIGURE} as figure
      from movement m ${FIGURE_JOINS}
      where m.tenant_id = ${tenantId} and m.effective_date between ${from}::date and ${asOf}::date
        ${known(sql`m.recorded_at`)}) f
    join account a on a.tenant_id = ${tenantId} and a.id = f.account_id
    group by a.code, f.currency, f.figure`);
  return rollForwardLines(balances, moved, tenant.functionalCurrency);
}

/** What a movement needs beside it to tell its figure: its entry, and what it and its entry take back. */
const FIGURE_JOINS = sql`
  join journal_entry posted on posted.tenant_id = m.tenant_id and posted.id = m.entry_id
  left join movement undone on undone.tenant_id = m.tenant_id and undone.id = m.reverses_id
  left join journal_entry reversed on reversed.tenant_id = m.tenant_id and reversed.id = posted.reverses_id`;

/** The figure that a movement belongs to; alias `m`, with FIGURE_JOINS. */
const FIGURE = sql`coalesce(
  ${JSON.stringify(FIGURE_OF_MOVEMENT)}::jsonb ->> coalesce(undone.kind, m.kind),
  ${JSON.stringify(FIGURE_OF_ENTRY)}::jsonb ->> coalesce(reversed.kind, posted.kind), 'OTHER')`;

/** Which figure's entries are meant. */
export interface FigureFilter {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly accountCode: string;
  readonly currency: string;
  readonly figure: RollForwardFigure;
}

/** A condition on a journal entry, alias `e`: that it has part in the figure. */
export function inFigure({ from, to, accountCode, currency, figure }: FigureFilter): SqlFragment {
  return sql`e.effective_date between ${from}::date and ${to}::date and exists (
    select from movement m ${FIGURE_JOINS}
    join account a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = e.tenant_id and m.entry_id = e.id and a.code = ${accountCode} and m.currency = ${currency}
      and ${FIGURE} = ${figure})`;
}
