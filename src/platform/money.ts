import { Decimal } from "decimal.js";

Decimal.set({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });

export { Decimal };

/** An exact amount as text, e.g. "100.00": the form money has in SQL rows, JSON and events. */
export type Amount = string;

/** ISO 4217 alphabetic code, e.g. "EUR". */
export type CurrencyCode = string;

/** Decimals of the currencies that do not have two (ISO 4217, "minor unit"). */
const MINOR_UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    BIF: 0,
    CLP: 0,
    DJF: 0,
    GNF: 0,
    ISK: 0,
    JPY: 0,
    KMF: 0,
    KRW: 0,
    PYG: 0,
    RWF: 0,
    UGX: 0,
    UYI: 0,
    VND: 0,
    VUV: 0,
    XAF: 0,
    XOF: 0,
    XPF: 0,
    BHD: 3,
    IQD: 3,
    JOD: 3,
    KWD: 3,
    LYD: 3,
    OMR: 3,
    TND: 3,
    CLF: 4,
    UYW: 4,
  }),
);

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

/** Whether the code is an ISO 4217 currency. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code) || MINOR_UNITS.has(code);
}

/** The number of decimals that amounts in a currency have (ISO 4217 minor unit). */
export function minorUnits(currency: CurrencyCode): number {
  return MINOR_UNITS.get(currency) ?? 2;
}

/** Amounts have at most so many digits before the point; the database holds the same. */
export const INTEGER_DIGITS_MAX = 15;

/** Whether the amount, of either sign, has more digits than the books take. */
export function isTooLarge(amount: Decimal.Value): boolean {
  return new Decimal(amount).abs().gte(new Decimal(10).pow(INTEGER_DIGITS_MAX));
}

/** Half-up to the currency's minor unit; the one place where money is rounded. */
export function roundMoney(amount: Decimal.Value, currency: CurrencyCode): Decimal {
  return new Decimal(amount).toDecimalPlaces(minorUnits(currency), Decimal.ROUND_HALF_UP);
}

/** The amount as text with exactly the currency's decimals: "100.00", "-3", "0.125". */
export function formatAmount(amount: Decimal.Value, currency: CurrencyCode): Amount {
  const scale = minorUnits(currency);
  // Text of the database, which has no exponent and seldom too many decimals: a page has hundreds of them.
  if (typeof amount === "string" && PLAIN.test(amount)) {
    const dot = amount.indexOf(".");
    const decimals = dot < 0 ? 0 : amount.length - dot - 1;
    if (decimals === scale) return amount;
    if (decimals < scale) return `${dot < 0 ? `${amount}.` : amount}${"0".repeat(scale - decimals)}`;
  }
  return new Decimal(amount).toFixed(scale, Decimal.ROUND_HALF_UP);
}

const PLAIN = /^-?\d+(\.\d+)?$/;

/** Whether the amount has no more decimals than its currency. */
export function fitsCurrency(amount: Decimal.Value, currency: CurrencyCode): boolean {
  return new Decimal(amount).decimalPlaces() <= minorUnits(currency);
}

/**
 * Splits a total in proportion to the weights by the largest-remainder method (Hamilton), in the
 * currency's minor unit, so that the parts always sum to the total. Ties go to the earlier part.
 * The total may be negative; weights are ≥ 0 and not all zero.
 */
export function allocate(
  total: Decimal.Value,
  weights: readonly Decimal.Value[],
  currency: CurrencyCode,
): Decimal[] {
  const unit = new Decimal(10).pow(-minorUnits(currency));
  const whole = new Decimal(total);
  const sum = weights.reduce<Decimal>((s, w) => s.plus(w), new Decimal(0));
  if (weights.length === 0 || sum.lte(0))
    throw new RangeError("allocate: the weights must have a positive sum");
  const exact = weights.map((w) => whole.abs().times(w).div(sum).div(unit));
  const floors = exact.map((e) => e.floor());
  let missing = whole
    .abs()
    .div(unit)
    .minus(floors.reduce((s, f) => s.plus(f), new Decimal(0)))
    .toNumber();
  const order = exact
    .map((e, index) => ({ index, remainder: e.minus(floors[index] ?? 0) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index);
  for (const { index } of order) {
    if (missing <= 0) break;
    floors[index] = (floors[index] ?? new Decimal(0)).plus(1);
    missing -= 1;
  }
  const sign = whole.isNegative() ? -1 : 1;
  return floors.map((f) => f.times(unit).times(sign));
}
