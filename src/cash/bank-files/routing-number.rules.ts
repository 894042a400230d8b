const WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7];

/** The ninth digit of a routing number: what makes the weighted sum (3, 7, 1) a multiple of ten. Null if not eight digits. */
export function checkDigitOf(bank: string): string | null {
  if (!/^\d{8}$/.test(bank)) return null;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(bank[at]), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Whether the text is a routing number of nine digits with the right check digit. */
export function isRoutingNumber(text: string): boolean {
  return /^\d{9}$/.test(text) && checkDigitOf(text.slice(0, 8)) === text.slice(8);
}
