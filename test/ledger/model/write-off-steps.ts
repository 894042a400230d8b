import { expect } from "vitest";
import { requestWriteOff } from "../../../src/adjustments/request-write-off.js";
import { recoverWriteOff, reverseWriteOff } from "../../../src/adjustments/reverse-write-off.js";
import { runSmallBalances } from "../../../src/adjustments/run-small-balances.js";
import { approveRequest, rejectRequest } from "../../../src/approvals/decide-approval.js";
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
import { after, dayOf2026, mostly, type Step } from "./step.js";

export async function writeOff(ledger: ModelledBooks, step: Step): Promise<void> {
  const item = mostly(ledger.debits(), (one) => availableOf(one, one.documentDate) > 0, step.pick);
  if (!item) return;
  const effectiveDate = after(item.documentDate, step.later);
  const cents = Math.min(step.cents, Math.max(availableOf(item, effectiveDate), 1));
  const proposed = [{ item, day: effectiveDate, cents: -cents }];
  const allowed = canWriteOff(item, cents, effectiveDate) && ledger.isOpen([effectiveDate]);
  const done = await ledger.execute(allowed, requestWriteOff, {
    openItemId: item.id,
    amount: decimal(cents),
    method: step.other % 2 === 0 ? ("DIRECT" as const) : ("ALLOWANCE" as const),
    reasonCode: "UNCOLLECTIBLE",
    effectiveDate,
  });
  if (!done) return;
  ledger.move(proposed);
  keepWriteOff(ledger, done.writeOffId, item, -cents, effectiveDate);
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

/** A specialist has no limit in EUR: whatever they ask for there waits, and moves nothing. */
export async function askForWriteOff(ledger: ModelledBooks, step: Step): Promise<void> {
  const { books } = ledger;
  const item = mostly(
    ledger.debits().filter(({ currency }) => currency === "EUR"),
    (one) => availableOf(one, one.documentDate) > 0,
    step.pick,
  );
  if (!item) return;
  const day = after(item.documentDate, step.later);
  const cents = Math.min(step.cents, Math.max(availableOf(item, day), 1));
  const mayPost = ledger.isOpenToAll(day);
  const outcome = await books.library.commands.execute(books.actorWith("AR_SPECIALIST"), requestWriteOff, {
    ...{ openItemId: item.id, amount: decimal(cents), method: "DIRECT" as const },
    ...{ reasonCode: "UNCOLLECTIBLE", effectiveDate: day },
  });
  expect(outcome).toMatchObject({ kind: canWriteOff(item, cents, day) && mayPost ? "PENDING" : "REFUSED" });
  if (outcome.kind !== "PENDING") return;
  ledger.requests.push({ approvalId: outcome.approvalId, item, cents, day, decided: false });
}

/** Approved, it is held against the books of that moment; rejected, nothing comes of it. */
export async function decide(ledger: ModelledBooks, step: Step): Promise<void> {
  const request = mostly(ledger.requests, (one) => !one.decided, step.pick);
  if (!request) return;
  const { approvalId, item, cents, day } = request;
  if (step.cents % 4 === 0) {
    const rejection = { approvalId, reason: "Still to be collected" };
    if (await ledger.execute(!request.decided, rejectRequest, rejection)) request.decided = true;
    return;
  }
  const allowed = !request.decided && canWriteOff(item, cents, day) && ledger.isOpen([day]);
  if (!(await ledger.execute(allowed, approveRequest, { approvalId }))) return;
  request.decided = true;
  ledger.move([{ item, day, cents: -cents }]);
  const { id } = await ledger.books.row<{ id: string }>(
    sql`select result ->> 'writeOffId' as id from approval_request where id = ${approvalId}`,
  );
  keepWriteOff(ledger, id, item, -cents, day);
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

/** Everything that is small and that nothing moves after the day. */
export async function smallBalances(ledger: ModelledBooks, step: Step): Promise<void> {
  const most = 1 + (step.cents % 50);
  const day = dayOf2026(step.day);
  const small = ledger.items.filter((item) => {
    const open = Math.abs(balanceOf(item, FOR_EVER));
    const isStill = item.movements.every((movement) => movement.day <= day);
    return item.customerId !== null && open > 0 && open <= most && isStill;
  });
  const tolerances = ["USD", "EUR"].map((currency) => ({ currency, amount: decimal(most) }));
  const allowed = small.length === 0 || ledger.isOpen([day]);
  const done = await ledger.execute(allowed, runSmallBalances, { tolerances, asOf: day });
  if (!done) return;
  const written = await ledger.books.rows<{ id: string; itemId: string }>(
    sql`select id, item_id as "itemId" from write_off where run_id = ${done.runId}`,
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
