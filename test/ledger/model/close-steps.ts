import { closePeriod, reopenPeriod } from "../../../src/close/change-period.js";
import { runRevaluation } from "../../../src/close/run-revaluation.js";
import { readClosingRates, revaluedBalances } from "../../../src/ledger/index.js";
import { businessDate, endOfMonth, startOfMonth } from "../../../src/platform/business-date.js";
import { sql } from "../../../src/platform/database/sql.js";
import { balanceOf, monthOf } from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import { dayOf2026, pickOf, type Step } from "./step.js";

export async function close(ledger: ModelledBooks, { day, cents }: Step): Promise<void> {
  const startsOn = monthOf(dayOf2026(day));
  const status = cents % 3 === 0 ? ("SOFT_CLOSED" as const) : ("CLOSED" as const);
  const allowed =
    startsOn <= ledger.books.today &&
    !ledger.closed.has(startsOn) &&
    !(status === "SOFT_CLOSED" && ledger.softClosed.has(startsOn));
  const overrideReason = "Whatever is open";
  const done = await ledger.execute(allowed, closePeriod, { startsOn, status, overrideReason });
  if (!done) return;
  // An administrator posts into soft-closed months.
  ledger.softClosed.delete(startsOn);
  (status === "CLOSED" ? ledger.closed : ledger.softClosed).add(startsOn);
}

/** For everybody again, or only for controllers. */
export async function reopen(ledger: ModelledBooks, { day, pick, cents }: Step): Promise<void> {
  const shut = [...ledger.closed, ...ledger.softClosed];
  const startsOn = pickOf(shut, pick) ?? monthOf(dayOf2026(day));
  const status = cents % 3 === 0 ? ("SOFT_CLOSED" as const) : ("OPEN" as const);
  const isShut = ledger.closed.has(startsOn) || (ledger.softClosed.has(startsOn) && status === "OPEN");
  const allowed = isShut && ![...ledger.closed].some((month) => month > startsOn);
  const done = await ledger.execute(allowed, reopenPeriod, { startsOn, status, reason: "A late document" });
  if (!done) return;
  ledger.closed.delete(startsOn);
  ledger.softClosed.delete(startsOn);
  if (status === "SOFT_CLOSED") ledger.softClosed.add(startsOn);
}

/** A month that is over is revalued once; it posts on its last day and takes it back on the next. */
export async function revalue(ledger: ModelledBooks, { day }: Step): Promise<void> {
  const startsOn = startOfMonth(businessDate(dayOf2026(day)));
  const endsOn = endOfMonth(startsOn);
  const isForeign = ledger.items.some((item) => item.currency === "EUR" && balanceOf(item, endsOn) !== 0);
  const canPost = ledger.isOpen([endsOn, startOfMonth(startsOn, 1)]);
  const allowed =
    endsOn <= ledger.books.today &&
    !ledger.revalued.has(startsOn) &&
    (!isForeign || ledger.hasRate("EUR", endsOn)) &&
    (canPost || !(await hasSomethingToPost(ledger, endsOn)));
  const done = await ledger.execute(allowed, runRevaluation, { startsOn });
  if (done) ledger.revalued.add(startsOn);
}

async function hasSomethingToPost({ books }: ModelledBooks, asOf: string): Promise<boolean> {
  const { tenant } = books;
  const point = { tenantId: tenant.id, tenant, asOf: businessDate(asOf), knownAt: null };
  const rates = await books.read((db) => readClosingRates(db, point));
  const rows = await books.rows(sql`
    select account_id, currency from (${revaluedBalances(point, rates)}) b group by account_id, currency
    having sum(functional_balance) <> sum(booked_balance)`);
  return rows.length > 0;
}
