import { unapplyCreditMemo } from "../../../src/adjustments/apply-credit-memo.js";
import { applyPayment } from "../../../src/cash/apply-payment.js";
import { setDiscountPolicy } from "../../../src/cash/discount-policy.js";
import { identifyReceipt } from "../../../src/cash/identify-receipt.js";
import { recordReceipt } from "../../../src/cash/record-receipt.js";
import { reverseReceipt } from "../../../src/cash/reverse-receipt.js";
import { unapplyPayment } from "../../../src/cash/unapply-payment.js";
import { sql } from "../../../src/platform/database/sql.js";
import {
  availableOf,
  decimal,
  fits,
  laterOf,
  type ModelInvoice,
  type ModelItem,
  type ModelReceipt,
} from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import {
  keepApplications,
  markUndone,
  ofReceipt,
  planned,
  targetOf,
  undoing,
} from "./planned-applications.js";
import { after, currencyOf, dayOf2026, mostly, pickOf, type Step } from "./step.js";

export async function addReceipt(ledger: ModelledBooks, step: Step): Promise<void> {
  const customerId = step.other % 4 === 0 ? null : (pickOf(ledger.customers, step.other) ?? null);
  const currency = currencyOf(step);
  const receivedOn = dayOf2026(step.day);
  const allowed = ledger.isOpen([receivedOn]) && ledger.hasRate(currency, receivedOn);
  const input = {
    customerId,
    amount: decimal(step.cents),
    currency,
    receivedOn,
    method: "CHEQUE" as const,
  };
  const done = await ledger.execute(allowed, recordReceipt, input);
  if (!done) return;
  await keepReceipt(ledger, { id: done.receiptId, currency, receivedOn, customerId });
}

export async function keepReceipt(
  ledger: ModelledBooks,
  its: Pick<ModelReceipt, "id" | "currency" | "receivedOn" | "customerId">,
): Promise<void> {
  const [item] = await ledger.newItems(sql`receipt_id = ${its.id}`, its.receivedOn);
  if (!item) throw new Error("a receipt without an item");
  ledger.receipts.push({ ...its, reversed: false, item, identified: null });
}

export async function identify(ledger: ModelledBooks, step: Step): Promise<void> {
  const receipt = mostly(ledger.receipts, (r) => r.customerId === null, step.pick);
  const customerId = pickOf(ledger.customers, step.other);
  if (!receipt || !customerId) return;
  const effectiveDate = after(receipt.receivedOn, step.later);
  const allowed =
    !receipt.reversed &&
    receipt.customerId === null &&
    effectiveDate >= receipt.receivedOn &&
    ledger.isOpen([effectiveDate]);
  const input = { receiptId: receipt.id, customerId, effectiveDate };
  const done = await ledger.execute(allowed, identifyReceipt, input);
  if (!done) return;
  receipt.customerId = customerId;
  ledger.move([{ item: receipt.item, day: effectiveDate, cents: -receipt.item.original }]);
  const [item] = await ledger.newItems(
    sql`receipt_id = ${receipt.id} and customer_id is not null`,
    effectiveDate,
  );
  receipt.identified = item ?? null;
}

export async function reverse(ledger: ModelledBooks, step: Step): Promise<void> {
  const receipt = pickOf(ledger.receipts, step.pick);
  if (!receipt) return;
  const effectiveDate = after(receipt.receivedOn, step.later);
  const standing = ledger.applications.filter((a) => a.receipt === receipt && !a.undone);
  const proposed = [
    ...standing.flatMap((a) => undoing(a, laterOf(effectiveDate, a.day))),
    { item: receipt.item, day: effectiveDate, cents: -receipt.item.original },
  ];
  const { identified } = receipt;
  if (identified) {
    const day = laterOf(effectiveDate, identified.documentDate);
    proposed.push({ item: identified, day, cents: -identified.original });
    proposed.push({ item: receipt.item, day, cents: receipt.item.original });
  }
  const allowed =
    !receipt.reversed &&
    effectiveDate >= receipt.receivedOn &&
    ledger.isOpen(proposed.map((p) => p.day)) &&
    fits(proposed);
  const done = await ledger.execute(allowed, reverseReceipt, { receiptId: receipt.id, effectiveDate });
  if (!done) return;
  receipt.reversed = true;
  markUndone(standing);
  ledger.move(proposed);
}

export async function apply(ledger: ModelledBooks, step: Step): Promise<void> {
  const issued = ledger.invoices.filter((i) => i.status !== "DRAFT");
  const pairs = ledger.receipts.flatMap((receipt) => issued.map((first) => ({ receipt, first })));
  const { receipt, first } = mostly(pairs, isPayable, step.pick) ?? {};
  if (!receipt || !first) return;
  const others = issued.filter(
    (i) => i !== first && i.customerId === first.customerId && i.currency === first.currency,
  );
  const second = step.cents % 3 === 0 ? pickOf(others, step.other) : undefined;
  const targets = second ? [first, second] : [first];
  const effectiveDate = after(laterOf(receipt.receivedOn, first.documentDate), step.later);
  const takeDiscount = step.other % 5 > 0;
  const payer = takeDiscount ? ofReceipt(receipt) : { ...ofReceipt(receipt), receivedOn: null };
  // Mostly what there is room for, down to the last cent.
  const room = (items: readonly ModelItem[]) =>
    items.reduce((sum, i) => sum + availableOf(i, effectiveDate), 0);
  const most = (invoice: ModelInvoice) => Math.min(room([payer.credit]), room(invoice.items));
  const requests = targets.map((invoice) => ({
    invoice,
    cents: step.day % 9 === 0 ? step.cents : Math.max(1, Math.min(step.cents, most(invoice))),
  }));
  const targeted = requests.map(({ invoice, cents }) => ({ ...targetOf(invoice), cents }));
  const parts = planned(ledger, payer, targeted, effectiveDate);
  const applications = requests.map(({ invoice, cents }) => ({
    invoiceId: invoice.id,
    amount: decimal(cents),
    takeDiscount,
  }));
  const input = { receiptId: receipt.id, applications, effectiveDate };
  const done = await ledger.execute(parts !== null, applyPayment, input);
  if (!done || !parts) return;
  keepApplications(ledger, receipt, parts, done.applicationIds, effectiveDate);
}

export async function unapply(ledger: ModelledBooks, step: Step): Promise<void> {
  const first = mostly(ledger.applications, (a) => !a.undone, step.pick);
  const second = mostly(ledger.applications, (a) => !a.undone, step.other);
  if (!first || !second) return;
  const chosen = [...new Set(step.cents % 2 === 0 ? [first, second] : [first])];
  const effectiveDate = after(first.day, step.later);
  const proposed = chosen.flatMap((a) => undoing(a, effectiveDate));
  const allowed =
    chosen.every((a) => !a.undone && effectiveDate >= a.day) &&
    ledger.isOpen([effectiveDate]) &&
    fits(proposed);
  const input = { applicationIds: chosen.map((a) => a.id), effectiveDate };
  const command = chosen.some((a) => a.receipt === null) ? unapplyCreditMemo : unapplyPayment;
  const done = await ledger.execute(allowed, command, input);
  if (!done) return;
  markUndone(chosen);
  ledger.move(proposed);
}

/** From now on discounts take their share of tax back, or do not; what customers owe is the same. */
export async function setDiscounts(ledger: ModelledBooks, { cents }: Step): Promise<void> {
  await ledger.execute(true, setDiscountPolicy, { reducesTax: cents % 2 === 0 });
}

/** Whether the receipt's money could go to the invoice, as far as their state tells. */
function isPayable({
  receipt,
  first,
}: {
  readonly receipt: ModelReceipt;
  readonly first: ModelInvoice;
}): boolean {
  return (
    !receipt.reversed &&
    first.status === "ISSUED" &&
    receipt.customerId === first.customerId &&
    receipt.currency === first.currency
  );
}
