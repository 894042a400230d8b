import type { EntrySide } from "../bank-file.model.js";

/** What a type code is of: a balance, a movement of either side, or words without money. */
export type Bai2Kind = "STATUS" | EntrySide | "LOAN" | "TEXT";

/**
 * The ranges of the BAI2 specification: 001–099 balances, 100–399 credits, 400–699 debits, 700–799 loans, 890 words;
 * 900–919, 920–959 and 960–999 are the same three for a bank's own codes. Null when the code is none.
 */
export function kindOf(code: string): Bai2Kind | null {
  if (!/^\d{3}$/.test(code)) return null;
  const number = Number(code);
  if (number === 890) return "TEXT";
  if (number >= 1 && number < 100) return "STATUS";
  if ((number >= 100 && number < 400) || (number >= 920 && number < 960)) return "CREDIT";
  if ((number >= 400 && number < 700) || number >= 960) return "DEBIT";
  if (number >= 700 && number < 800) return "LOAN";
  return number >= 900 ? "STATUS" : null;
}

export const OPENING_LEDGER = "010";
export const CLOSING_LEDGER = "015";
export const TOTAL_CREDITS = "100";
export const TOTAL_DEBITS = "400";

/** Details that undo an earlier entry: reversals, returned items, rejected payments. */
const REVERSALS = new Set([
  ...["252", "254", "255", "257", "258", "261", "266", "268"],
  ...["552", "554", "555", "557", "558", "561", "566", "568"],
]);

export function isReversal(code: string): boolean {
  return REVERSALS.has(code);
}

/** Details of cheques, whose customer reference is the cheque's number. */
const CHEQUES = new Set(["395", "472", "474", "475", "476", "477", "479"]);

export function isCheque(code: string): boolean {
  return CHEQUES.has(code);
}
