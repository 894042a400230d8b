import type { Decimal } from "../../platform/money.js";

/** How two amounts that should be one came to differ. */
export type AmountSlip = "TRANSPOSED_DIGITS" | "WITHIN_FEE";

/** Null when the amounts are equal, of different signs, or further apart than a slip or a fee makes them. */
export function amountSlip(one: Decimal, other: Decimal, feeMost: Decimal): AmountSlip | null {
  if (one.eq(other) || one.isNegative() !== other.isNegative()) return null;
  if (areTransposed(digitsOf(one), digitsOf(other))) return "TRANSPOSED_DIGITS";
  return one.minus(other).abs().lte(feeMost) ? "WITHIN_FEE" : null;
}

function digitsOf(amount: Decimal): string {
  return amount.abs().toFixed(2).replace(".", "");
}

/** Two neighbouring digits changed places, and nothing else. */
function areTransposed(one: string, other: string): boolean {
  const width = Math.max(one.length, other.length);
  const [a, b] = [one.padStart(width, "0"), other.padStart(width, "0")];
  const differing = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  const [first, second] = differing;
  if (differing.length !== 2 || first === undefined || second !== first + 1) return false;
  return a[first] === b[second] && a[second] === b[first];
}
