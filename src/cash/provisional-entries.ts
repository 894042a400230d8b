import { addDays, type BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { DAYS_LATER_MOST, type PostedEarly, possibleDuplicates } from "./provisional-entries.rules.js";
import { DATED_TOO_LATE, isReturn, POSSIBLE_DUPLICATE, type TakenEntry } from "./taken-entry.js";

/** Whether the batch b is of a format that states an account's entries; interim data among it is marked. */
export const IS_STATEMENT: SqlFragment = sql`b.format similar to '(CAMT_053|MT940|BAI2)%'`;

/** Imports of one account wait for each other, so that a report and its statement never miss one another. */
export async function lockAccounts(
  { tx, tenant }: CommandContext,
  taken: readonly TakenEntry[],
): Promise<void> {
  const accounts = [...new Set(taken.map(({ account }) => account))].sort();
  await tx.rows(sql`
    select pg_advisory_xact_lock(7231, hashtext(${tenant.id}::text || account)) from unnest(${accounts}::text[]) as account`);
}

/**
 * Leaves entries of intraday reports and notifications to the statement that has come already: it has posted them, or
 * the next one will.
 */
export async function leaveToStatements(
  { tx, tenant }: CommandContext,
  taken: readonly TakenEntry[],
): Promise<void> {
  const early = taken.filter((one) => one.isProvisional && isToPost(one));
  if (early.length === 0) return;
  const rows = await tx.rows<{ account: string; day: BusinessDate }>(sql`
    select a.account, s.day from unnest(${[...new Set(early.map(({ account }) => account))]}::text[]) as a(account)
    cross join lateral (
      select coalesce(e.booking_date, e.value_date) as day
      from bank_entry e join bank_batch b on b.tenant_id = e.tenant_id and b.id = e.batch_id and ${IS_STATEMENT}
      where e.tenant_id = ${tenant.id} and e.account = a.account and not e.is_provisional and e.booking_status = 'BOOKED'
        and coalesce(e.booking_date, e.value_date) is not null and e.obstacle is distinct from ${DATED_TOO_LATE}
      order by coalesce(e.booking_date, e.value_date) desc limit 1) s`);
  const stated = new Map(rows.map(({ account, day }) => [account, day]));
  for (const one of early) {
    const day = stated.get(one.account);
    if (day === undefined || one.entry.bookingDate === null || one.entry.bookingDate > day) continue;
    one.outcome = "LEFT_TO_STATEMENT";
    one.reason = `The account's statement has come up to ${day}: it has posted the entry, or the next one will.`;
  }
}

/** Holds back what a statement tells in other words than the intraday report or notification that it was posted from. */
export async function holdPossibleDuplicates(
  context: CommandContext,
  taken: readonly TakenEntry[],
): Promise<void> {
  // Money that went out posts nothing, however often it is told, unless it takes a receipt back.
  const stated = taken.filter(
    (one) =>
      !one.isProvisional && isToPost(one) && (one.outcome === "RECEIPT_RECORDED" || isReturn(one.entry)),
  );
  const days = stated.flatMap(({ entry }) => entry.bookingDate ?? entry.valueDate ?? []).sort();
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return;
  const known = new Set(taken.filter((one) => one.outcome === "DUPLICATE").map(keyOf));
  const early = await postedEarly(context, first, last);
  const open = early.filter((one) => !known.has(keyOf({ account: one.account, entry: one })));
  for (const [entry, duplicates] of possibleDuplicates(stated, open)) {
    const told = duplicates
      .slice(0, 3)
      .map((each) => `${each.bankReference ?? "no reference"} of ${each.bookingDate}`)
      .join(", ");
    entry.outcome = "QUARANTINED";
    entry.obstacle = POSSIBLE_DUPLICATE;
    entry.reason = `It may be what was posted already from an intraday report or a notification (${told}), which no statement has told again: same direction, currency and amount. Ask the bank, and confirm it if it is another one.`;
  }
}

function isToPost({ outcome }: TakenEntry): boolean {
  return outcome === "RECEIPT_RECORDED" || outcome === "NOT_A_RECEIPT";
}

function keyOf({
  account,
  entry,
}: {
  readonly account: string;
  readonly entry: { readonly reference: string };
}) {
  return JSON.stringify([account, entry.reference]);
}

function postedEarly(
  { tx, tenant }: CommandContext,
  first: BusinessDate,
  last: BusinessDate,
): Promise<(PostedEarly & { readonly reference: string })[]> {
  return tx.rows(sql`
    select e.account, e.reference, e.bank_reference as "bankReference", e.side, trim(e.currency) as currency, e.amount,
           e.booking_date as "bookingDate"
    from bank_entry e
    where e.tenant_id = ${tenant.id} and e.is_provisional
      and e.outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED')
      and e.booking_date between ${addDays(first, -DAYS_LATER_MOST)}::date and ${last}::date
      and not exists (
        select from bank_entry s
        where s.tenant_id = e.tenant_id and s.account = e.account and s.reference = e.reference
          and not s.is_provisional and s.outcome = 'DUPLICATE')
    order by e.booking_date, e.id`);
}
