import type { Decimal } from "../../platform/money.js";

/** How two amounts that should be one came to differ. */
export type AmountSlip = "TRANSPOSED_DIGITS" | "WITHIN_FEE";

/** Null when the amounts are equal, of different signs, or further apart than a slip or a fee makes them. */
export function amountSlip(one: Decimal, other: Decimal, feeMost: Decimal): AmountSlip | null {
  if (one.eq(other) || one.isNegative() !== other.isNegative()) return null;
  if (areTransposed(digitsOf(one), digitsOf(other))) return "TRANSPOSED_DIGITS";
  return one.minus(other).abs().lte(feeMost) ? "WITHIN_FEE" : null;
}

/** Each amount is compared with many. */
const digits = new WeakMap<Decimal, string>();

function digitsOf(amount: Decimal): string {
  const known = digits.get(amount);
  if (known !== undefined) return known;
  const written = amount.abs().toFixed(2).replace(".", "");
  digits.set(amount, written);
  return written;
}

/** Two neighbouring digits changed places, and nothing else. */
function areTransposed(one: string, other: string): boolean {
  const width = Math.max(one.length, other.length);
  const [a, b] = [one.padStart(width, "0"), other.padStart(width, "0")];
  let first = 0;
  while (first < width && a[first] === b[first]) first += 1;
  const second = first + 1;
  if (second >= width) return false;
  return a[first] === b[second] && a[second] === b[first] && a.slice(second + 1) === b.slice(second + 1);
}
