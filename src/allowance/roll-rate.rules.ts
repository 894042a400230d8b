import { Decimal } from "../platform/money.js";

/** A loss rate is told with so many decimals. */
const DECIMALS = 4;

/**
 * The loss rate of a bucket: what was never paid ÷ what reached the bucket, in per cent, rounded half-up to 4 decimals;
 * null when nothing reached it. Amounts in one currency, not negative.
 *
 * Source: roll rates (flow rates) over the buckets of an aging, as IFRS 9 B5.5.35 and ASC 326-20-55-37 ff. take them for
 * a provision matrix.
 */
export function lossPercent(neverPaid: Decimal.Value, reached: Decimal.Value): string | null {
  const whole = new Decimal(reached);
  if (whole.lte(0)) return null;
  return new Decimal(neverPaid)
    .times(100)
    .div(whole)
    .toDecimalPlaces(DECIMALS, Decimal.ROUND_HALF_UP)
    .toFixed();
}
