import type { ItemState } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { type Refusal, refusal } from "../platform/commands/refusal.js";
import { Decimal, fitsCurrency, formatAmount, minorUnits } from "../platform/money.js";

/** A part of a payment as the client asks for it: on one item, or on an invoice's items, oldest due first. */
export interface RequestedApplication {
  readonly targetItemIds: readonly string[];
  readonly amount: Decimal;
  /** Where it stands in the input, e.g. ["applications", "0"]. */
  readonly path: readonly string[];
}

/** A positive amount of one credit on one debit. */
export interface PlannedApplication {
  readonly debit: ItemState;
  readonly amount: Decimal;
  readonly path: readonly string[];
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
): { readonly planned: PlannedApplication[]; readonly refusals: Refusal[] } {
  const planned: PlannedApplication[] = [];
  const refusals: Refusal[] = [];
  const left = new Map([...items.values()].map((item) => [item.id, item.available]));
  for (const request of requests) {
    const targets = request.targetItemIds.flatMap((id) => items.get(id) ?? []);
    const wrong = [
      ...checkAmount(request, credit.currency),
      ...checkTargets(credit, targets, request, effectiveDate),
    ];
    refusals.push(...wrong);
    if (wrong.length === 0) planned.push(...spread(targets, request, left, refusals));
  }
  const total = requests.reduce((sum, r) => sum.plus(r.amount), new Decimal(0));
  if (total.gt(credit.available))
    refusals.push(exceeds(credit, total, credit.available, ["applications"], effectiveDate));
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

function checkTargets(
  credit: ItemState,
  targets: readonly ItemState[],
  { path }: RequestedApplication,
  effectiveDate: BusinessDate,
): Refusal[] {
  const found: Refusal[] = [];
  const first = targets[0];
  if (!first) return [refusal("NOT_FOUND", path, "There is no such open item.")];
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
  left: Map<string, Decimal>,
  refusals: Refusal[],
): PlannedApplication[] {
  const planned: PlannedApplication[] = [];
  let rest = request.amount;
  for (const debit of targets) {
    const amount = Decimal.min(rest, left.get(debit.id) ?? 0);
    if (amount.lte(0)) continue;
    planned.push({ debit, amount, path: request.path });
    left.set(debit.id, (left.get(debit.id) ?? new Decimal(0)).minus(amount));
    rest = rest.minus(amount);
  }
  const [first] = targets;
  if (rest.gt(0) && first) {
    const open = targets.reduce((sum, t) => sum.plus(t.available), new Decimal(0));
    refusals.push(exceeds(first, request.amount, open, [...request.path, "amount"], null));
  }
  return planned;
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

function tooEarly(item: ItemState, date: BusinessDate): Refusal {
  const message = `${item.documentNumber} is dated ${item.documentDate}; nothing can be applied with it on ${date}.`;
  return refusal("INVALID_DATE", "effectiveDate", message);
}
