import { expect } from "vitest";
import { requestWriteOff } from "../../../src/adjustments/request-write-off.js";
import { recoverWriteOff, reverseWriteOff } from "../../../src/adjustments/reverse-write-off.js";
import { runSmallBalances } from "../../../src/adjustments/run-small-balances.js";
import { sql } from "../../../src/platform/database/sql.js";
import {
  availableOf,
  balanceOf,
  decimal,
  fits,
  laterOf,
  type ModelItem,
  type ModelReceipt,
  type ModelWriteOff,
} from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import { keepApplications } from "./planned-applications.js";
import type { AskedFor } from "./requests.js";
import { after, dayOf2026, mostly, pickOf, type Step } from "./step.js";

export async function writeOff(ledger: ModelledBooks, step: Step): Promise<void> {
  const asked = writeOffAsked(ledger, step, null);
  if (asked) await ledger.does(asked);
}

const METHODS = ["DIRECT", "ALLOWANCE", "ALLOWANCE", "SMALL_BALANCE"] as const;

/** Of an item in a currency, or in any. */
export function writeOffAsked(
  ledger: ModelledBooks,
  step: Step,
  currency: string | null,
): AskedFor<typeof requestWriteOff> | null {
  const item = mostly(
    ledger.debits().filter((one) => currency === null || one.currency === currency),
    (one) => availableOf(one, one.documentDate) > 0,
    step.pick,
  );
  if (!item) return null;
  const effectiveDate = after(item.documentDate, step.later);
  const cents = Math.min(step.cents, Math.max(availableOf(item, effectiveDate), 1));
  return {
    command: requestWriteOff,
    input: {
      ...{ openItemId: item.id, amount: decimal(cents), reasonCode: "UNCOLLECTIBLE", effectiveDate },
      method: pickOf(METHODS, step.other) ?? "DIRECT",
    },
    canBeDone: (areOpen) => canWriteOff(item, cents, effectiveDate) && areOpen([effectiveDate]),
    maker: "AR_SPECIALIST",
    waits: () => item.currency === "EUR",
    keep({ writeOffId }) {
      ledger.move([{ item, day: effectiveDate, cents: -cents }]);
      keepWriteOff(ledger, writeOffId, item, -cents, effectiveDate);
    },
  };
}

export async function reverseOneWriteOff(ledger: ModelledBooks, step: Step): Promise<void> {
  const found = mostly(ledger.writeOffs, (one) => !one.reversed, step.pick);
  if (!found) return;
  const effectiveDate = after(found.day, step.later);
  const proposed = [{ item: found.item, day: effectiveDate, cents: -found.cents }];
  const allowed =
    !found.reversed &&
    found.recovered === 0 &&
    effectiveDate >= found.day &&
    ledger.isOpen([effectiveDate]) &&
    fits(proposed);
  const done = await ledger.execute(allowed, reverseWriteOff, { writeOffId: found.id, effectiveDate });
  if (!done) return;
  found.reversed = true;
  ledger.move(proposed);
}

/** As much of the item is owed again, and is paid at once. */
export async function recover(ledger: ModelledBooks, step: Step): Promise<void> {
  const pairs = ledger.writeOffs.flatMap((found) => ledger.receipts.map((receipt) => ({ found, receipt })));
  const { found, receipt } = mostly(pairs, isRecoverable, step.pick) ?? {};
  if (!found || !receipt) return;
  const credit = receipt.identified ?? receipt.item;
  const day = after(laterOf(found.day, credit.documentDate), step.later);
  const left = -found.cents - found.recovered;
  const cents =
    step.day % 9 === 0 ? step.cents : Math.max(1, Math.min(step.cents, left, availableOf(credit, day)));
  const { item } = found;
  const applied = { credit, debit: item, cents, discount: 0 };
  const allowed =
    isRecoverable({ found, receipt }) &&
    day >= laterOf(found.day, credit.documentDate) &&
    cents <= Math.min(left, availableOf(credit, day)) &&
    ledger.isOpen([day]) &&
    fits([{ item, day, cents }]);
  const input = { writeOffId: found.id, receiptId: receipt.id, amount: decimal(cents), effectiveDate: day };
  const done = await ledger.execute(allowed, recoverWriteOff, input);
  if (!done) return;
  found.recovered += cents;
  ledger.move([{ item, day, cents }]);
  keepApplications(ledger, receipt, [applied], done.applicationIds, day, found);
}

function isRecoverable({
  found,
  receipt,
}: {
  readonly found: ModelWriteOff;
  readonly receipt: ModelReceipt;
}): boolean {
  return (
    !found.reversed &&
    found.cents < 0 &&
    !receipt.reversed &&
    receipt.customerId !== null &&
    receipt.customerId === found.item.customerId &&
    receipt.currency === found.item.currency
  );
}

export async function smallBalances(ledger: ModelledBooks, step: Step): Promise<void> {
  await ledger.does(smallBalancesAsked(ledger, step));
}

/** Everything that is small and that nothing moves after the day. */
export function smallBalancesAsked(ledger: ModelledBooks, step: Step): AskedFor<typeof runSmallBalances> {
  const most = 1 + (step.cents % 50);
  const day = dayOf2026(step.day);
  const small = () =>
    ledger.items.filter((item) => {
      const open = Math.abs(balanceOf(item, FOR_EVER));
      const isStill = item.movements.every((movement) => movement.day <= day);
      return item.customerId !== null && open > 0 && open <= most && isStill;
    });
  const tolerances = ["USD", "EUR"].map((currency) => ({ currency, amount: decimal(most) }));
  return {
    command: runSmallBalances,
    input: { tolerances, asOf: day },
    canBeDone: (areOpen) => small().length === 0 || areOpen([day]),
    maker: "AR_SPECIALIST",
    waits: () => small().some(({ currency }) => currency === "EUR"),
    keep: ({ runId }) => keepSmall(ledger, runId, small(), day),
  };
}

async function keepSmall(
  ledger: ModelledBooks,
  runId: string,
  small: readonly ModelItem[],
  day: string,
): Promise<void> {
  const written = await ledger.books.rows<{ id: string; itemId: string }>(
    sql`select id, item_id as "itemId" from write_off where run_id = ${runId}`,
  );
  expect(written.map(({ itemId }) => itemId).toSorted()).toEqual(small.map(({ id }) => id).toSorted());
  for (const { id, itemId } of written) {
    const item = small.find((one) => one.id === itemId);
    if (!item) continue;
    const cents = -balanceOf(item, FOR_EVER);
    ledger.move([{ item, day, cents }]);
    keepWriteOff(ledger, id, item, cents, day);
  }
}

const FOR_EVER = "9999-12-31";

function canWriteOff(item: ModelItem, cents: number, day: string): boolean {
  return day >= item.documentDate && availableOf(item, day) >= cents && fits([{ item, day, cents: -cents }]);
}

function keepWriteOff(ledger: ModelledBooks, id: string, item: ModelItem, cents: number, day: string): void {
  ledger.writeOffs.push({ id, item, cents, day, reversed: false, recovered: 0 });
}
