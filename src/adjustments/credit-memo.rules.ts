import { type Refusal, refusal } from "../platform/commands/refusal.js";
import { Decimal, fitsCurrency, formatAmount, minorUnits, roundMoney } from "../platform/money.js";

/** An invoice's line, and what of it is credited already. */
export interface CreditableLine {
  readonly id: string;
  readonly lineNo: number;
  readonly quantity: Decimal;
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly creditedQuantity: Decimal;
  readonly creditedNet: Decimal;
  readonly creditedTax: Decimal;
}

/** What is to be credited of a line: a quantity, or an amount before tax, or all that is left when neither is given. */
export interface LineCredit {
  readonly invoiceLineId: string;
  readonly quantity?: string | null;
  readonly netAmount?: string | null;
}

export interface PricedCredit {
  readonly invoiceLineId: string;
  readonly quantity: Decimal | null;
  readonly net: Decimal;
  readonly tax: Decimal;
}

/**
 * The net and tax of each credited line. The tax is the line's tax in proportion to all that is credited of it, less
 * what was credited before: rounding never piles up, and a line that is credited in full is so to the last unit.
 */
export function priceCredits(
  credits: readonly LineCredit[],
  lines: ReadonlyMap<string, CreditableLine>,
  currency: string,
): { readonly priced: PricedCredit[]; readonly refusals: Refusal[] } {
  const priced: PricedCredit[] = [];
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  for (const [index, credit] of credits.entries()) {
    const path = ["lines", String(index)];
    const line = lines.get(credit.invoiceLineId);
    if (!line)
      refusals.push(refusal("NOT_FOUND", [...path, "invoiceLineId"], "The invoice has no such line."));
    else if (seen.has(line.id))
      refusals.push(refusal("INVALID_VALUE", path, `Line ${line.lineNo} is named twice.`));
    else {
      seen.add(line.id);
      const one = priceCredit(credit, line, currency, path);
      if ("code" in one) refusals.push(one);
      else priced.push(one);
    }
  }
  return { priced, refusals };
}

function priceCredit(
  { quantity, netAmount }: LineCredit,
  line: CreditableLine,
  currency: string,
  path: readonly string[],
): PricedCredit | Refusal {
  if (quantity != null && netAmount != null) {
    return refusal("INVALID_VALUE", path, "Give a quantity or an amount, not both.");
  }
  const left = line.net.minus(line.creditedNet);
  const asked =
    quantity != null ? byQuantity(new Decimal(quantity), line, currency) : new Decimal(netAmount ?? left);
  const field = quantity != null ? "quantity" : "netAmount";
  if (asked.lte(0) || (quantity != null && new Decimal(quantity).lte(0))) {
    const message = left.isZero()
      ? `Nothing of line ${line.lineNo} is left to credit.`
      : "What is credited must be more than zero.";
    return refusal("INVALID_AMOUNT", [...path, field], message);
  }
  if (!fitsCurrency(asked, currency)) {
    const message = `${currency} has ${minorUnits(currency)} decimals; ${asked} has more.`;
    return refusal("INVALID_AMOUNT", [...path, field], message);
  }
  if (asked.gt(left)) {
    const balance = left.toFixed(minorUnits(currency));
    const message = `Of line ${line.lineNo}, ${balance} ${currency} before tax is left to credit.`;
    return refusal("AMOUNT_EXCEEDS_BALANCE", [...path, field], message, { balance, currency });
  }
  const credited = line.creditedNet.plus(asked);
  const taxed = roundMoney(line.tax.times(credited).div(line.net), currency);
  return {
    invoiceLineId: line.id,
    quantity: quantity == null ? null : new Decimal(quantity),
    net: asked,
    tax: taxed.minus(line.creditedTax),
  };
}

/** The last of a quantity takes all that is left. */
function byQuantity(quantity: Decimal, line: CreditableLine, currency: string): Decimal {
  if (line.creditedQuantity.plus(quantity).eq(line.quantity)) return line.net.minus(line.creditedNet);
  return roundMoney(line.net.times(quantity).div(line.quantity), currency);
}

/** What an invoice was settled by that is no money of the customer's, and stands; zero or positive. */
export interface LetGo {
  /** Discounts given for being paid early. */
  readonly discounts: Decimal;
  /** Written off, less what was recovered of it. */
  readonly writtenOff: Decimal;
}

/**
 * The most that can be credited of an invoice, with tax: what of its lines is not credited, less what was let go or
 * written off. More would give the customer money back that it never paid. Zero or positive.
 */
export function creditRoom(lines: Iterable<CreditableLine>, { discounts, writtenOff }: LetGo): Decimal {
  let room = discounts.plus(writtenOff).negated();
  for (const { net, tax, creditedNet, creditedTax } of lines)
    room = room.plus(net).plus(tax).minus(creditedNet).minus(creditedTax);
  return Decimal.max(room, 0);
}

/** What is wrong with crediting an amount, with tax, where there is less room. */
export function exceedsRoom(
  amount: Decimal,
  room: Decimal,
  { discounts, writtenOff }: LetGo,
  { number, currency }: { readonly number: string | null; readonly currency: string },
  path: string,
): Refusal[] {
  if (amount.lte(room)) return [];
  const told = (sum: Decimal) => `${formatAmount(sum, currency)} ${currency}`;
  const reasons = [
    ...(discounts.gt(0) ? [`${told(discounts)} was given as discount`] : []),
    ...(writtenOff.gt(0) ? [`${told(writtenOff)} was written off`] : []),
  ];
  const message = `${told(amount)} is more than the ${told(room)} with tax that can still be credited of invoice ${number}: ${reasons.join(" and ")}.`;
  const balance = formatAmount(room, currency);
  return [refusal("AMOUNT_EXCEEDS_BALANCE", path, message, { balance, currency })];
}
