import { expect } from "vitest";
import { runLateFees } from "../../../src/late-fees/run-late-fees.js";
import { runScheduledLateFees } from "../../../src/late-fees/run-scheduled-late-fees.js";
import { setLateFeeExemption } from "../../../src/late-fees/set-exemption.js";
import { setLateFeePolicy } from "../../../src/late-fees/set-late-fee-policy.js";
import { reverseLateFeeWaiver, waiveLateFee } from "../../../src/late-fees/waive-late-fee.js";
import { businessDate, endOfMonth } from "../../../src/platform/business-date.js";
import { sql } from "../../../src/platform/database/sql.js";
import type { ModelPolicy } from "./late-fee-book.js";
import { availableOf, decimal, fits } from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import type { AskedFor } from "./requests.js";
import { after, currencyOf, dayOf2026, mostly, pickOf, type Step } from "./step.js";

const NEVER_BEFORE = "2026-01-01";

/** A version of a currency's policy, from the day of the one before on or later. */
export async function setPolicy(ledger: ModelledBooks, step: Step): Promise<void> {
  const { lateFeeBook } = ledger;
  const currency = currencyOf(step);
  const last = lateFeeBook.policies.findLast((one) => one.currency === currency);
  const since = after(last?.effectiveFrom ?? NEVER_BEFORE, step.cents % 15);
  const effectiveFrom = step.day % 9 === 0 ? dayOf2026(step.day) : since;
  const policy = { ...policyOf(step), currency, effectiveFrom };
  const { tenths, flat, minimum, maximum, minimumBalance, graceDays, schedule } = policy;
  const amount = (cents: number | null) => (cents === null ? null : decimal(cents));
  const isInOrder = effectiveFrom >= (last?.effectiveFrom ?? "");
  const allowed = isInOrder && (minimum === null || maximum === null || minimum <= maximum);
  const done = await ledger.execute(allowed, setLateFeePolicy, {
    ...{ currency, effectiveFrom, graceDays, schedule },
    annualRatePercent: tenths === null ? null : (tenths / 10).toFixed(1),
    flatFee: amount(flat),
    minimumFee: amount(minimum),
    maximumFee: amount(maximum),
    minimumBalance: amount(minimumBalance),
    dayCount: policy.isThirty360 ? ("THIRTY_360" as const) : ("ACTUAL_365" as const),
    graceDaysFree: policy.isGraceFree,
    compounding: policy.isCompounding,
  });
  if (done) lateFeeBook.policies.push(policy);
}

function policyOf({ pick, other, cents }: Step): Omit<ModelPolicy, "currency" | "effectiveFrom"> {
  return {
    tenths: other % 5 === 0 ? null : 1 + (other % 900),
    flat: other % 4 === 0 ? 1 + (cents % 300) : null,
    isThirty360: cents % 3 === 0,
    graceDays: other % 7 === 0 ? 0 : other % 12,
    isGraceFree: other % 2 === 0,
    minimum: pick % 3 === 0 ? 1 + (cents % 90) : null,
    maximum: pick % 4 === 0 ? 1 + (cents % 400) : null,
    minimumBalance: pick % 7 === 0 ? 1 + (cents % 900) : null,
    isCompounding: cents % 2 === 0,
    schedule: pickOf(["MANUAL", "DAILY", "MONTHLY"] as const, other) ?? "MANUAL",
  };
}

export async function exempt(ledger: ModelledBooks, step: Step): Promise<void> {
  const { exemptions } = ledger.lateFeeBook;
  const customerId = pickOf(ledger.customers, step.other);
  if (!customerId) return;
  const last = exemptions.findLast((one) => one.customerId === customerId);
  const effectiveFrom = after(last?.effectiveFrom ?? NEVER_BEFORE, step.later + (step.cents % 30));
  const isExempt = step.pick % 3 !== 0;
  const allowed = effectiveFrom >= (last?.effectiveFrom ?? "");
  const done = await ledger.execute(allowed, setLateFeeExemption, { customerId, isExempt, effectiveFrom });
  if (done) exemptions.push({ customerId, effectiveFrom, isExempt });
}

export async function chargeLateFees(ledger: ModelledBooks, step: Step): Promise<void> {
  await ledger.does(lateFeesAsked(ledger, step));
}

/** Everything that is late, or of some customer, up to a day. */
export function lateFeesAsked(ledger: ModelledBooks, step: Step): AskedFor<typeof runLateFees> {
  const asOf = dayOf2026(step.day % 97);
  const customerId = step.other % 3 === 0 ? pickOf(ledger.customers, step.pick) : undefined;
  const run = modelledRun(ledger, asOf, null, customerId);
  return {
    command: runLateFees,
    input: { asOf, customerIds: customerId === undefined ? null : [customerId] },
    canBeDone: (areOpen) =>
      asOf <= ledger.books.today &&
      ["USD", "EUR"].some((currency) => ledger.lateFeeBook.policyOn(currency, asOf, null)) &&
      run.canBePosted(areOpen),
    maker: "AR_SPECIALIST",
    waits: () => run.fees().some(({ currency, cents }) => currency === "EUR" && cents > 0),
    keep: run.keep,
  };
}

/** The run by the clock: of today, or of the month before; once each. */
export async function chargeScheduledLateFees(ledger: ModelledBooks, step: Step): Promise<void> {
  const { books, lateFeeBook } = ledger;
  const schedule = step.cents % 2 === 0 ? ("DAILY" as const) : ("MONTHLY" as const);
  const asOf = schedule === "DAILY" ? books.today : endOfMonth(businessDate(books.today), -1);
  const hasPolicy = ["USD", "EUR"].some((currency) => lateFeeBook.policyOn(currency, asOf, schedule));
  if (!hasPolicy || ledger.scheduledRuns.has(schedule)) return;
  const run = modelledRun(ledger, asOf, schedule);
  const allowed = run.canBePosted((days) => ledger.isOpen(days));
  const done = await ledger.execute(allowed, runScheduledLateFees, { schedule });
  if (!done) return;
  ledger.scheduledRuns.add(schedule);
  await run.keep(done);
}

/** What a run would charge, worked out when it is asked. */
function modelledRun(
  ledger: ModelledBooks,
  asOf: string,
  schedule: ModelPolicy["schedule"] | null,
  customerId?: string,
) {
  const { lateFeeBook, books } = ledger;
  const fees = () =>
    lateFeeBook.feesOf({
      asOf,
      schedule,
      items: ledger.items.filter((item) => customerId === undefined || item.customerId === customerId),
      // A plan holds from the day on which it is made active, which is always today.
      isSpared: (item, day) =>
        day === books.today &&
        ledger.plans.some(({ status, items }) => status === "ACTIVE" && items.includes(item)),
      disputedOn: (item, day) => (day >= books.today ? ledger.disputedOf(item) : 0),
    });
  return {
    fees,
    canBePosted: (areOpen: (days: readonly string[]) => boolean) => {
      const charged = fees().filter(({ cents }) => cents > 0);
      const hasRates = charged.every(({ currency }) => ledger.hasRate(currency, asOf));
      return charged.length === 0 || (areOpen([asOf]) && hasRates);
    },
    keep: async ({ runId }: { readonly runId: string }) => {
      const taken = fees();
      lateFeeBook.take(taken, asOf);
      await keepFees(ledger, runId, asOf, taken);
    },
  };
}

async function keepFees(
  ledger: ModelledBooks,
  runId: string,
  asOf: string,
  fees: ReturnType<ModelledBooks["lateFeeBook"]["feesOf"]>,
): Promise<void> {
  const rows = await ledger.books.rows<{ id: string; itemId: string; told: string }>(sql`
    select id, item_id as "itemId", concat_ws(' ', customer_id, currency, round(amount, 2)) as told
    from late_fee where run_id = ${runId}`);
  const expected = fees
    .filter(({ cents }) => cents > 0)
    .map(({ customerId, currency, cents }) => `${customerId} ${currency} ${decimal(cents)}`);
  expect({ asOf, fees: rows.map(({ told }) => told).toSorted() }).toEqual({
    asOf,
    fees: expected.toSorted(),
  });
  const items = await ledger.newItems(sql`id = any(${rows.map(({ itemId }) => itemId)})`, asOf);
  for (const { id, itemId } of rows) {
    const item = items.find((one) => one.id === itemId);
    if (item) ledger.lateFees.push({ id, item });
  }
}

export async function waive(ledger: ModelledBooks, step: Step): Promise<void> {
  const asked = waiverAsked(ledger, step);
  if (asked) await ledger.does(asked);
}

export function waiverAsked(ledger: ModelledBooks, step: Step): AskedFor<typeof waiveLateFee> | null {
  const fee = mostly(ledger.lateFees, ({ item }) => availableOf(item, item.documentDate) > 0, step.pick);
  if (!fee) return null;
  const { id: lateFeeId, item } = fee;
  const day = after(item.documentDate, step.later);
  const cents = Math.min(step.cents, Math.max(availableOf(item, day), 1));
  const proposed = [{ item, day, cents: -cents }];
  return {
    command: waiveLateFee,
    input: { lateFeeId, amount: decimal(cents), reasonCode: "GOODWILL", effectiveDate: day },
    canBeDone: (areOpen) =>
      day >= item.documentDate && availableOf(item, day) >= cents && areOpen([day]) && fits(proposed),
    maker: "AR_SPECIALIST",
    waits: () => item.currency === "EUR",
    keep: ({ waiverId }) => {
      ledger.move(proposed);
      ledger.waivers.push({ id: waiverId, item, cents, day, reversed: false });
    },
  };
}

export async function reverseOneWaiver(ledger: ModelledBooks, step: Step): Promise<void> {
  const found = mostly(ledger.waivers, (one) => !one.reversed, step.pick);
  if (!found) return;
  const { item, cents } = found;
  const effectiveDate = after(found.day, step.later);
  const proposed = [{ item, day: effectiveDate, cents }];
  const allowed =
    !found.reversed && effectiveDate >= found.day && ledger.isOpen([effectiveDate]) && fits(proposed);
  const input = { lateFeeWaiverId: found.id, effectiveDate };
  if (!(await ledger.execute(allowed, reverseLateFeeWaiver, input))) return;
  found.reversed = true;
  ledger.move(proposed);
}
