import { itemBalances, type ReportPoint } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { CloseMonth } from "./close-month.rules.js";

/** Whose books and which month are checked. */
export interface CloseScope {
  readonly point: ReportPoint;
  readonly month: CloseMonth;
  /** In the tenant's time zone. */
  readonly today: BusinessDate;
}

/** What a check counts: a query of (id, currency, amount), amounts positive and null where there is none. */
export type CheckItems = (scope: CloseScope) => SqlFragment;

/** Money that came in and is open at the month's end, known payer or not. */
export const unappliedCash: CheckItems = ({ point }) => sql`
  select b.id, b.currency::text as currency, -b.balance as amount
  from (${itemBalances(
    point,
    sql`i.account_id in (select a.id from account a where a.tenant_id = ${point.tenantId}
                           and a.role in ('UNAPPLIED_CASH', 'UNIDENTIFIED_CASH'))`,
  )}) b where b.balance <> 0`;

/** Drafts dated in the month. */
export const drafts: CheckItems = ({ point, month }) => sql`
  select id, currency::text as currency, total as amount from invoice
  where tenant_id = ${point.tenantId} and status = 'DRAFT'
    and document_date between ${month.startsOn}::date and ${month.endsOn}::date`;

/**
 * What nobody has decided and was asked for by the month's last day, in the tenant's time zone, or would post by then:
 * what belongs to a month is often asked for in the first days of the next.
 */
export const pendingApprovals: CheckItems = ({ point, month }) => sql`
  select id, currency::text as currency, amount from approval_request
  where tenant_id = ${point.tenantId} and status = 'PENDING'
    and ((requested_at at time zone ${point.tenant.timeZone})::date <= ${month.endsOn}::date
         or exists (select from jsonb_array_elements(would_post) e
                    where (e ->> 'effectiveDate')::date <= ${month.endsOn}::date))`;

/**
 * Entries of the month that a bank file left to a person, and that no later file has settled; and those that were posted
 * from an intraday report or a notification, and that no statement has told again. What such a report only expects is
 * not one: the statement tells what became of it.
 */
export const bankEntries: CheckItems = ({ point, month }) => sql`
  select e.id, e.currency::text as currency, e.amount
  from bank_entry e join bank_batch b on b.tenant_id = e.tenant_id and b.id = e.batch_id
  where e.tenant_id = ${point.tenantId}
    and coalesce(e.booking_date, e.value_date, (b.imported_at at time zone ${point.tenant.timeZone})::date)
        between ${month.startsOn}::date and ${month.endsOn}::date
    and ((e.outcome = 'QUARANTINED' or e.outcome = 'PENDING' and not e.is_provisional)
         and not exists (
           select from bank_entry later
           where later.tenant_id = e.tenant_id and later.account = e.account and later.reference = e.reference
             and later.outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED', 'NOT_A_RECEIPT'))
      or e.is_provisional and e.outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED')
         and not exists (
           select from bank_entry stated
           where stated.tenant_id = e.tenant_id and stated.account = e.account and stated.reference = e.reference
             and not stated.is_provisional and stated.outcome = 'DUPLICATE'))`;

/**
 * Documents that are dated in the month and posted into another, or posted into it and dated in another. A debit's
 * posting taken back in another month than its own counts as well: an invoice of January voided in February. Money
 * that bounces later, and a payer who becomes known later, are no such exceptions.
 */
export const cutOffExceptions: CheckItems = ({ point, month }) => {
  const dated = sql`date_trunc('month', i.document_date)`;
  const posted = sql`date_trunc('month', m.effective_date)`;
  const own = sql`${month.startsOn}::date`;
  return sql`
    select i.id, i.currency::text as currency, max(abs(m.amount)) as amount
    from movement m join open_item i on i.tenant_id = m.tenant_id and i.id = m.item_id
    left join movement undone on undone.tenant_id = m.tenant_id and undone.id = m.reverses_id
    where m.tenant_id = ${point.tenantId} and ${dated} <> ${posted}
      and (m.kind = 'POSTING' or (undone.kind = 'POSTING' and i.original_amount > 0))
      and (m.effective_date between ${own} and ${month.endsOn}::date
           or i.document_date between ${own} and ${month.endsOn}::date)
    group by i.id, i.currency`;
};

/** Earlier months with postings that are not closed. */
export const earlierPeriods: CheckItems = ({ point, month }) => sql`
  select id, null::text as currency, null::numeric as amount from period
  where tenant_id = ${point.tenantId} and starts_on < ${month.startsOn}::date and status <> 'CLOSED'`;
