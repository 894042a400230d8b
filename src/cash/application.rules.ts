import type { ItemState } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { type Refusal, refusal } from "../platform/commands/refusal.js";
import { Decimal, fitsCurrency, formatAmount, minorUnits } from "../platform/money.js";
import { afterPayment, type DiscountOffer, discountOn, paymentInFull } from "./discount.rules.js";

/** A part of a payment as the client asks for it: on one item, or on an invoice's items, oldest due first. */
export interface RequestedApplication {
  readonly targetItemIds: readonly string[];
  /** Why there are none; null when there are some. */
  readonly missing: Refusal | null;
  readonly amount: Decimal;
  /** Whether it takes the discount that its items offer. */
  readonly takeDiscount: boolean;
  /** Where it stands in the input, e.g. ["applications", "0"]. */
  readonly path: readonly string[];
}

/** A positive amount of one credit on one debit, and what the debit is let go beside it. */
export interface PlannedApplication {
  readonly debit: ItemState;
  readonly amount: Decimal;
  readonly discount: Decimal;
  readonly path: readonly string[];
}

/** What is still open and offered of each item while a plan is made. */
interface Rest {
  readonly available: Map<string, Decimal>;
  readonly offers: Map<string, DiscountOffer>;
}

/**
 * Spreads each requested amount over its items, oldest due first, and refuses what does not fit: another
 * customer or currency, more than is open on the date or any later one, a date before the document's.
 */
export function planApplications(
  credit: ItemState,
  items: ReadonlyMap<string, ItemState>,
  requests: readonly RequestedApplication[],
  effectiveDate: BusinessDate,
  offers: ReadonlyMap<string, DiscountOffer> = new Map(),
): { readonly planned: PlannedApplication[]; readonly refusals: Refusal[] } {
  const planned: PlannedApplication[] = [];
  const refusals: Refusal[] = [];
  const left: Rest = {
    available: new Map([...items.values()].map((item) => [item.id, item.available])),
    offers: new Map(offers),
  };
  for (const request of requests) {
    const targets = request.targetItemIds.flatMap((id) => items.get(id) ?? []);
    const wrong = [
      ...checkAmount(request, credit.currency),
      ...checkTargets(credit, targets, request, effectiveDate),
    ];
    refusals.push(...wrong);
    if (wrong.length === 0) planned.push(...spread(targets, request, requests, left, refusals));
  }
  const asked = total(requests.map(({ amount }) => amount));
  if (asked.gt(credit.available))
    refusals.push(exceeds(credit, asked, credit.available, ["applications"], effectiveDate));
  if (effectiveDate < credit.documentDate) {
    refusals.push(tooEarly(credit, effectiveDate));
  }
  return { planned, refusals };
}

/** What is wrong with an amount whatever it is applied to; its decimals are not looked at without a currency. */
export function checkAmount({ amount, path }: RequestedApplication, currency: string | null): Refusal[] {
  const found: Refusal[] = [];
  if (amount.lte(0))
    found.push(refusal("INVALID_AMOUNT", [...path, "amount"], "The amount must be more than zero."));
  if (currency !== null && !fitsCurrency(amount, currency)) {
    const message = `${currency} has ${minorUnits(currency)} decimals; ${amount} has more.`;
    found.push(refusal("INVALID_AMOUNT", [...path, "amount"], message));
  }
  return found;
}

/** An invoice of which nothing, or not the instalment, can be paid. */
export interface NamedInvoice {
  /** Null for a draft. */
  readonly number: string | null;
  readonly documentDate: BusinessDate;
  readonly total: string;
  readonly currency: string;
  readonly instalments: number;
}

/** Why what an application names has no item that it could be applied to. */
export function whyNoTarget(
  named: { readonly invoiceId?: string | null; readonly instalment?: number | null },
  invoices: ReadonlyMap<string, NamedInvoice>,
  path: readonly string[],
): Refusal {
  if (named.invoiceId == null) return refusal("NOT_FOUND", path, NO_ITEM);
  const invoice = invoices.get(named.invoiceId);
  if (!invoice) return refusal("NOT_FOUND", path, "There is no such invoice.");
  const { number, documentDate, total, currency, instalments } = invoice;
  if (number === null) {
    const draft = `The invoice of ${documentDate} over ${formatAmount(total, currency)} ${currency} is a draft`;
    const message = `${draft}: it has no number, and nothing is owed yet. Issue it first.`;
    return refusal("INVALID_STATE", path, message);
  }
  if (named.instalment == null)
    return refusal("INVALID_STATE", path, `${number} has nothing that could be paid.`);
  const message = `${number} has no instalment ${named.instalment}; it has ${instalments}, told from 1.`;
  return refusal("NOT_FOUND", path, message);
}

const NO_ITEM = "There is no such open item.";

function checkTargets(
  credit: ItemState,
  targets: readonly ItemState[],
  { path, missing }: RequestedApplication,
  effectiveDate: BusinessDate,
): Refusal[] {
  const found: Refusal[] = [];
  const first = targets[0];
  if (!first) return [missing ?? refusal("NOT_FOUND", path, NO_ITEM)];
  if (targets.some((t) => t.original.isNegative())) {
    found.push(
      refusal(
        "INVALID_STATE",
        path,
        `${first.documentNumber} is a credit; a payment is applied to what is owed.`,
      ),
    );
  }
  if (first.currency !== credit.currency) {
    const message = `${first.documentNumber} is in ${first.currency}, the payment in ${credit.currency}.`;
    found.push(refusal("CURRENCY_MISMATCH", path, message));
  }
  if (first.customerId !== credit.customerId) {
    found.push(
      refusal(
        "CUSTOMER_MISMATCH",
        path,
        `${first.documentNumber} belongs to another customer than the payment.`,
      ),
    );
  }
  if (effectiveDate < first.documentDate) found.push(tooEarly(first, effectiveDate));
  return found;
}

function spread(
  targets: readonly ItemState[],
  request: RequestedApplication,
  all: readonly RequestedApplication[],
  left: Rest,
  refusals: Refusal[],
): PlannedApplication[] {
  const offered = (item: ItemState) => (request.takeDiscount ? left.offers.get(item.id) : undefined);
  const parts = targets.map((debit) => ({ debit, open: left.available.get(debit.id) ?? new Decimal(0) }));
  // First what settles each, less its discount. Only what is paid beyond that makes the discounts smaller.
  const enough = parts.map(({ debit, open }) => paymentInFull(open, offered(debit), debit.currency));
  const first = fill(request.amount, enough);
  const more = fill(
    first.rest,
    parts.map(({ open }, i) => open.minus(enough[i] ?? 0)),
  );
  const planned = parts.flatMap(({ debit, open }, i): PlannedApplication[] => {
    const amount = (first.parts[i] ?? new Decimal(0)).plus(more.parts[i] ?? 0);
    if (amount.lte(0)) return [];
    const offer = offered(debit);
    const discount = discountOn(amount, open, offer, debit.currency);
    left.available.set(debit.id, open.minus(amount).minus(discount));
    if (offer) left.offers.set(debit.id, afterPayment(offer, amount, discount, debit.currency));
    return [{ debit, amount, discount, path: request.path }];
  });
  const [item] = targets;
  if (more.rest.gt(0) && item) {
    const open = total(targets.map((t) => t.available));
    const path = [...request.path, "amount"];
    const before = all.slice(0, all.indexOf(request)).filter((other) => shareItems(other, request));
    if (before.length === 0) refusals.push(exceeds(item, request.amount, open, path, null));
    else refusals.push(exceedTogether(item, [...before, request], open, path));
  }
  return planned;
}

function shareItems(one: RequestedApplication, other: RequestedApplication): boolean {
  return one.targetItemIds.some((id) => other.targetItemIds.includes(id));
}

/** An amount into rooms, one after the other. */
function fill(amount: Decimal, rooms: readonly Decimal[]): { parts: Decimal[]; rest: Decimal } {
  let rest = amount;
  const parts = rooms.map((room) => {
    const part = Decimal.max(0, Decimal.min(rest, room));
    rest = rest.minus(part);
    return part;
  });
  return { parts, rest };
}

function exceeds(
  item: ItemState,
  asked: Decimal,
  available: Decimal,
  path: readonly string[],
  date: BusinessDate | null,
): Refusal {
  const balance = formatAmount(available, item.currency);
  const later =
    available.lt(item.open.abs()) && date ? ` from ${date} on, because of what is dated later` : "";
  const message = `${formatAmount(asked, item.currency)} ${item.currency} is more than the ${balance} ${item.currency} that ${item.documentNumber} has open${later}.`;
  return refusal("AMOUNT_EXCEEDS_BALANCE", path, message, { balance, currency: item.currency });
}

/** Parts that fit one by one and do not fit together. */
function exceedTogether(
  item: ItemState,
  parts: readonly RequestedApplication[],
  open: Decimal,
  path: readonly string[],
): Refusal {
  const { documentNumber, currency } = item;
  const money = (amount: Decimal) => `${formatAmount(amount, currency)} ${currency}`;
  const asked = total(parts.map(({ amount }) => amount));
  const message = `The ${parts.length} parts on ${documentNumber} are ${money(asked)} together; it has ${money(open)} open.`;
  return refusal("AMOUNT_EXCEEDS_BALANCE", path, message, {
    balance: formatAmount(open, currency),
    currency,
  });
}

function total(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0));
}

function tooEarly(item: ItemState, date: BusinessDate): Refusal {
  const message = `${item.documentNumber} is dated ${item.documentDate}; nothing can be applied with it on ${date}.`;
  return refusal("INVALID_DATE", "effectiveDate", message);
}
