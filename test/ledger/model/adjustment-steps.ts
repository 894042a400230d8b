import { createCreditMemo } from "../../../src/adjustments/create-credit-memo.js";
import { requestWriteOff } from "../../../src/adjustments/request-write-off.js";
import { reverseWriteOff } from "../../../src/adjustments/reverse-write-off.js";
import { voidCreditMemo } from "../../../src/adjustments/void-credit-memo.js";
import { sql } from "../../../src/platform/database/sql.js";
import { availableOf, decimal, fits } from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import { after, currencyOf, dayOf2026, mostly, pickOf, type Step } from "./step.js";

export async function writeOff(ledger: ModelledBooks, step: Step): Promise<void> {
  const items = ledger.invoices.flatMap((invoice) => invoice.items);
  const item = mostly(items, (one) => availableOf(one, one.documentDate) > 0, step.pick);
  if (!item) return;
  const effectiveDate = after(item.documentDate, step.later);
  const cents = Math.min(step.cents, Math.max(availableOf(item, effectiveDate), 1));
  const proposed = [{ item, day: effectiveDate, cents: -cents }];
  const allowed =
    effectiveDate >= item.documentDate &&
    availableOf(item, effectiveDate) >= cents &&
    ledger.isOpen([effectiveDate]) &&
    fits(proposed);
  const done = await ledger.execute(allowed, requestWriteOff, {
    openItemId: item.id,
    amount: decimal(cents),
    method: step.other % 2 === 0 ? ("DIRECT" as const) : ("ALLOWANCE" as const),
    reasonCode: "UNCOLLECTIBLE",
    effectiveDate,
  });
  if (!done) return;
  ledger.move(proposed);
  ledger.writeOffs.push({ id: done.writeOffId, item, cents, day: effectiveDate, reversed: false });
}

export async function reverseOneWriteOff(ledger: ModelledBooks, step: Step): Promise<void> {
  const found = mostly(ledger.writeOffs, (one) => !one.reversed, step.pick);
  if (!found) return;
  const effectiveDate = after(found.day, step.later);
  const proposed = [{ item: found.item, day: effectiveDate, cents: found.cents }];
  const allowed =
    !found.reversed && effectiveDate >= found.day && ledger.isOpen([effectiveDate]) && fits(proposed);
  const done = await ledger.execute(allowed, reverseWriteOff, { writeOffId: found.id, effectiveDate });
  if (!done) return;
  found.reversed = true;
  ledger.move(proposed);
}

export async function credit(ledger: ModelledBooks, step: Step): Promise<void> {
  const customerId = pickOf(ledger.customers, step.other);
  if (!customerId) return;
  const currency = currencyOf(step);
  const documentDate = dayOf2026(step.day);
  const allowed = ledger.isOpen([documentDate]) && ledger.hasRate(currency, documentDate);
  const made = await ledger.execute(allowed, createCreditMemo, {
    customerId,
    currency,
    amount: decimal(step.cents),
    reasonCode: "GOODWILL",
    documentDate,
    applyToInvoice: true,
  });
  if (!made) return;
  const [item] = await ledger.newItems(sql`credit_memo_id = ${made.creditMemoId}`, documentDate);
  if (item) ledger.creditMemos.push({ id: made.creditMemoId, item, isVoid: false });
}

export async function voidCredit(ledger: ModelledBooks, step: Step): Promise<void> {
  const memo = mostly(ledger.creditMemos, (one) => !one.isVoid, step.pick);
  if (!memo) return;
  const { item } = memo;
  const effectiveDate = after(item.documentDate, step.later);
  const proposed = [{ item, day: effectiveDate, cents: -item.original }];
  const allowed =
    !memo.isVoid &&
    effectiveDate >= item.documentDate &&
    availableOf(item, effectiveDate) === -item.original &&
    ledger.isOpen([effectiveDate]) &&
    fits(proposed);
  const done = await ledger.execute(allowed, voidCreditMemo, { creditMemoId: memo.id, effectiveDate });
  if (!done) return;
  memo.isVoid = true;
  ledger.move(proposed);
}
