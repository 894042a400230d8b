import type { AchNoticeKind, EntrySide } from "../bank-file.model.js";

/** Width of every record, how many make a block, and the one layout that the rules know (header columns 35 to 40). */
export const RECORD_WIDTH = 94;
export const RECORDS_PER_BLOCK = 10;

/** Standard entry classes, each with what it carries. */
export const ENTRY_CLASSES: ReadonlyMap<string, string> = new Map([
  ["ACK", "acknowledgement of a CCD entry"],
  ["ADV", "accounting advice of the ACH operator"],
  ["ARC", "cheque sent by post, collected as a debit"],
  ["ATX", "acknowledgement of a CTX entry"],
  ["BOC", "cheque from a counter, collected as a debit"],
  ["CCD", "corporate payment"],
  ["CIE", "consumer's payment of a bill"],
  ["COR", "notification of change"],
  ["CTX", "corporate payment with an advice"],
  ["DNE", "notice of a death"],
  ["ENR", "enrolment"],
  ["IAT", "international payment"],
  ["MTE", "cash machine transfer"],
  ["POP", "cheque at a point of purchase"],
  ["POS", "card at a point of sale"],
  ["PPD", "payment of a consumer"],
  ["RCK", "cheque presented again"],
  ["SHR", "card in a shared network"],
  ["TEL", "debit agreed by telephone"],
  ["TRC", "truncated cheque"],
  ["TRX", "truncated cheques"],
  ["WEB", "payment agreed on the internet"],
  ["XCK", "destroyed cheque"],
]);

/** Classes whose entries move no money: the entry is a notice. */
export const NOTICE_CLASSES: ReadonlyMap<string, AchNoticeKind> = new Map([
  ["ACK", "INFORMATION"],
  ["ATX", "INFORMATION"],
  ["DNE", "INFORMATION"],
  ["ENR", "INFORMATION"],
  ["ADV", "OPERATOR_ADVICE"],
]);

/** Classes whose entry states the number of its addenda, and a shorter name (columns 55 to 74). */
export const COUNTING_CLASSES: ReadonlySet<string> = new Set(["ATX", "CTX", "ENR", "TRX"]);

export const MIXED = "200";
export const CREDITS_ONLY = "220";
export const DEBITS_ONLY = "225";
export const ADVICES = "280";
export const SERVICE_CLASSES: ReadonlySet<string> = new Set([MIXED, CREDITS_ONLY, DEBITS_ONLY, ADVICES]);

const KNOWN = new Set(
  ["2", "3", "4"].flatMap((account) =>
    ["1", "2", "3", "4", "6", "7", "8", "9"].map((what) => account + what),
  ),
);
for (const code of ["51", "52", "53", "54", "55", "56"]) KNOWN.add(code);
const ADVICE_CODES = /^8[1-8]$/;

/**
 * Which way an entry moves the account of its receiver, by its transaction code: last digit 1 to 4 credit, 5 to 9
 * debit; of advices odd credit, even debit. Null when the code is not a number.
 */
export function sideOfCode(code: string): EntrySide | null {
  if (!/^\d\d$/.test(code)) return null;
  const last = Number(code[1]);
  if (code.startsWith("8")) return last % 2 === 1 ? "CREDIT" : "DEBIT";
  return last < 5 ? "CREDIT" : "DEBIT";
}

/** Whether the rules know the transaction code in the entry class. */
export function isKnownCode(code: string, entryClass: string): boolean {
  return entryClass === "ADV" ? ADVICE_CODES.test(code) : KNOWN.has(code);
}

/** Prenotifications end in 3 and 8, entries of zero dollars that only carry addenda in 4 and 9. */
export function noticeOfCode(code: string): AchNoticeKind | undefined {
  if (/^[2-5][38]$/.test(code)) return "PRENOTIFICATION";
  if (/^[2-5][49]$/.test(code)) return "INFORMATION";
  return undefined;
}

/** Whether the code is one of returns and notifications of change: last digit 1 (of a credit) or 6 (of a debit). */
export function isReturnCode(code: string): boolean {
  return /^(?:[2-4][16]|5[16])$/.test(code);
}
