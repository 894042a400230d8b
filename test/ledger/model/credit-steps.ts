import { expect } from "vitest";
import { applyCreditMemo } from "../../../src/adjustments/apply-credit-memo.js";
import { createCreditMemo } from "../../../src/adjustments/create-credit-memo.js";
import { voidCreditMemo } from "../../../src/adjustments/void-credit-memo.js";
import { applyPayment } from "../../../src/cash/apply-payment.js";
import { sql } from "../../../src/platform/database/sql.js";
import {
  availableOf,
  decimal,
  fits,
  laterOf,
  type ModelCreditMemo,
  type ModelInvoice,
  type ModelItem,
  shareOf,
} from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import {
  keepApplications,
  ofMemo,
  ofReceipt,
  type PlannedPart,
  planned,
  targetOf,
} from "./planned-applications.js";
import type { AskedFor } from "./requests.js";
import { after, currencyOf, dayOf2026, mostly, pickOf, type Step } from "./step.js";

export async function credit(ledger: ModelledBooks, step: Step): Promise<void> {
  const asked = creditAsked(ledger, step);
  if (asked) await ledger.does(asked);
}

/** On account. */
export function creditAsked(ledger: ModelledBooks, step: Step): AskedFor<typeof createCreditMemo> | null {
  const customerId = pickOf(ledger.customers, step.other);
  if (!customerId) return null;
  const currency = currencyOf(step);
  const documentDate = dayOf2026(step.day);
  const amount = decimal(step.cents);
  return {
    command: createCreditMemo,
    input: { customerId, currency, amount, reasonCode: "GOODWILL", documentDate, applyToInvoice: true },
    canBeDone: (areOpen) => areOpen([documentDate]) && ledger.hasRate(currency, documentDate),
    maker: "AR_SPECIALIST",
    waits: () => currency === "EUR",
    keep: async ({ creditMemoId }) => void (await keepMemo(ledger, creditMemoId, documentDate, null)),
  };
}

export async function creditInvoice(ledger: ModelledBooks, step: Step): Promise<void> {
  const asked = invoiceCreditAsked(ledger, step);
  if (asked) await ledger.does(asked);
}

/** Against an invoice: part of its line or all that is left of it, with the tax in proportion, and applied to it first. */
export function invoiceCreditAsked(
  ledger: ModelledBooks,
  step: Step,
): AskedFor<typeof createCreditMemo> | null {
  const leftOf = (one: ModelInvoice) => one.net - creditedOf(ledger, one).net;
  const isBegun = (one: ModelInvoice) => leftOf(one) > 0 && leftOf(one) < one.net;
  // Every other time one that is credited in part already, since it is there that rounding adds up.
  const begun = step.cents % 2 === 0 ? ledger.invoices.filter(isBegun) : [];
  const issued = mostly(ledger.invoices, (one) => one.status === "ISSUED" && leftOf(one) > 0, step.pick);
  const invoice = pickOf(begun, step.pick) ?? issued;
  if (!invoice) return null;
  const documentDate = after(invoice.documentDate, step.later);
  const whole = step.other % 5 === 0;
  const most = step.day % 9 === 0 ? step.cents : Math.ceil(leftOf(invoice) * 0.6);
  const part = Math.max(1, Math.min(step.cents, most));
  const netOf = () => (whole ? leftOf(invoice) : part);
  const applyToInvoice = step.other % 3 > 0;
  return {
    command: createCreditMemo,
    input: {
      ...{ invoiceId: invoice.id, reasonCode: "QUALITY", documentDate, applyToInvoice },
      lines: whole ? null : [{ invoiceLineId: invoice.lineId, netAmount: decimal(part) }],
    },
    canBeDone: (areOpen) =>
      invoice.status === "ISSUED" &&
      documentDate >= invoice.documentDate &&
      netOf() > 0 &&
      netOf() <= leftOf(invoice) &&
      grossOf(ledger, invoice, netOf()) <= roomOf(ledger, invoice) &&
      areOpen([documentDate]),
    maker: "AR_SPECIALIST",
    waits: () => invoice.currency === "EUR",
    async keep({ creditMemoId, applicationIds }) {
      const before = creditedOf(ledger, invoice);
      const net = netOf();
      const tax = shareOf(invoice.tax, before.net + net, invoice.net) - before.tax;
      const item = await keepMemo(ledger, creditMemoId, documentDate, { invoice, net, tax });
      expect(-item.original).toBe(net + tax);
      const parts = applyToInvoice ? asFarAsOpen(item, invoice.items, documentDate) : [];
      keepApplications(ledger, null, parts, applicationIds, documentDate);
    },
  };
}

/** What standing memos credit of an invoice. */
function creditedOf(ledger: ModelledBooks, invoice: ModelInvoice): { net: number; tax: number } {
  const standing = ledger.creditMemos.flatMap(({ of, isVoid }) =>
    of?.invoice === invoice && !isVoid ? of : [],
  );
  return standing.reduce((sum, of) => ({ net: sum.net + of.net, tax: sum.tax + of.tax }), { net: 0, tax: 0 });
}

/** What crediting so much more of its net comes to with tax. */
function grossOf(ledger: ModelledBooks, invoice: ModelInvoice, net: number): number {
  const before = creditedOf(ledger, invoice);
  return net + shareOf(invoice.tax, before.net + net, invoice.net) - before.tax;
}

/** The most that can be credited of it, with tax: neither what was let go nor what was written off is given back as money. */
function roomOf(ledger: ModelledBooks, invoice: ModelInvoice): number {
  const credited = creditedOf(ledger, invoice);
  const discounts = ledger.applications
    .filter(({ undone, debit }) => !undone && invoice.items.includes(debit))
    .reduce((sum, { discount }) => sum + discount, 0);
  const writtenOff = ledger.writeOffs
    .filter(({ reversed, item }) => !reversed && invoice.items.includes(item))
    .reduce((sum, { cents, recovered }) => sum - cents - recovered, 0);
  return invoice.net + invoice.tax - credited.net - credited.tax - discounts - writtenOff;
}

/** A credit over items, oldest due first; what is left of it stays on account. */
function asFarAsOpen(credit: ModelItem, items: readonly ModelItem[], day: string): PlannedPart[] {
  let left = availableOf(credit, day);
  return items.flatMap((debit) => {
    const cents = Math.min(left, availableOf(debit, day));
    left -= cents;
    return cents > 0 ? [{ credit, debit, cents, discount: 0 }] : [];
  });
}

async function keepMemo(
  ledger: ModelledBooks,
  id: string,
  day: string,
  of: ModelCreditMemo["of"],
): Promise<ModelItem> {
  const [item] = await ledger.newItems(sql`credit_memo_id = ${id}`, day);
  if (!item) throw new Error("a credit memo without an item");
  ledger.creditMemos.push({ id, item, of, isVoid: false });
  return item;
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

/** A receipt or a credit memo on one item by itself, whatever its document is. */
export async function payItem(ledger: ModelledBooks, step: Step): Promise<void> {
  const credits = [
    ...ledger.receipts.map((receipt) => ({ receipt, memo: null, ...ofReceipt(receipt) })),
    ...ledger.creditMemos.map((memo) => ({ receipt: null, memo, ...ofMemo(memo) })),
  ];
  const pairs = credits.flatMap((payer) => ledger.debits().map((item) => ({ payer, item })));
  const { payer, item } =
    mostly(
      pairs,
      (pair) =>
        pair.payer.isUsable &&
        pair.payer.credit.customerId === pair.item.customerId &&
        pair.payer.credit.currency === pair.item.currency,
      step.pick,
    ) ?? {};
  if (!payer || !item) return;
  const { credit, receipt, memo } = payer;
  const effectiveDate = after(laterOf(credit.documentDate, item.documentDate), step.later);
  const most = Math.min(availableOf(credit, effectiveDate), availableOf(item, effectiveDate));
  const cents = step.day % 9 === 0 ? step.cents : Math.max(1, Math.min(step.cents, most));
  const parts = planned(ledger, payer, [{ ...targetOf(item), cents }], effectiveDate);
  const input = { applications: [{ openItemId: item.id, amount: decimal(cents) }], effectiveDate };
  const done = memo
    ? await ledger.execute(parts !== null, applyCreditMemo, { creditMemoId: memo.id, ...input })
    : await ledger.execute(parts !== null, applyPayment, { receiptId: receipt.id, ...input });
  if (done && parts) keepApplications(ledger, receipt, parts, done.applicationIds, effectiveDate);
}
