import { Decimal } from "../platform/money.js";
import { linesInAddenda } from "./advice-lines.rules.js";
import {
  type BankEntry,
  type EntryDetail,
  noReceiptOf,
  referencesIn,
  type StructuredReference,
} from "./bank-files/index.js";
import type { AdviceLine } from "./matching/index.js";

/** One payer's money within a bank entry: what becomes a receipt and a remittance. */
export interface BankPayment {
  readonly amount: Decimal;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  /** Routing number with which `payerAccount` begins; null when it is not of that form. */
  readonly payerRouting: string | null;
  readonly payerReference: string | null;
  readonly advice: readonly string[];
  /** Document numbers that the payer may mean, as written. */
  readonly references: readonly string[];
  /** What the payer says of one document each, in fields of their own. */
  readonly lines: readonly AdviceLine[];
  /** What it wrote in words, line by line. */
  readonly text: readonly string[];
}

/** A booked credit is one payment, or one for each detail when the bank states all their amounts. */
export function paymentsOf(entry: BookedCredit): BankPayment[] {
  return sharesOf(entry).map(({ details, amount }) => paymentOf(details, amount, entry));
}

/** What the payments of a booked credit are worth, in their order. */
export function amountsOf(entry: BookedCredit): Decimal[] {
  return sharesOf(entry).map(({ amount }) => amount);
}

type BookedCredit = BankEntry & { readonly amount: string };

/** Details that are one payer's, as far as the bank tells. */
interface Share {
  readonly details: readonly EntryDetail[];
  readonly amount: Decimal;
}

function sharesOf(entry: BookedCredit): Share[] {
  const { details } = entry;
  const amounts = details.map((d) => d.amount);
  const sum = amounts.reduce<Decimal>((s, a) => s.plus(a ?? 0), new Decimal(0));
  const splits =
    details.length > 1 &&
    details.every(
      (d) =>
        d.amount !== undefined && d.side === "CREDIT" && (d.currency ?? entry.currency) === entry.currency,
    ) &&
    sum.eq(entry.amount);
  if (splits)
    return details.map((detail) => ({ details: [detail], amount: new Decimal(detail.amount ?? 0) }));
  return [{ details, amount: new Decimal(entry.amount) }];
}

function paymentOf(details: readonly EntryDetail[], amount: Decimal, entry: BankEntry): BankPayment {
  const payers = new Set(details.map((d) => d.payerIban ?? d.payerAccount ?? d.payerName ?? ""));
  // Several payers in one sum that the bank does not split: nobody's in particular.
  const detail = payers.size === 1 ? details[0] : undefined;
  const advice = details.flatMap((d) => [
    ...d.remittanceLines,
    ...d.structuredReferences.map((r) => r.reference),
  ]);
  const fallback = details.length === 0 && entry.additionalInfo ? [entry.additionalInfo] : [];
  const references = [
    ...new Set([
      ...details.flatMap((d) => referencesIn(d)),
      ...referencesIn({ remittanceLines: fallback, structuredReferences: [] }),
    ]),
  ];
  const inAddenda = details.flatMap(linesInAddenda);
  const lines = inAddenda.length > 0 ? inAddenda : details.flatMap((d) => d.structuredReferences).map(lineOf);
  const words = advice.length > 0 ? details.flatMap((d) => d.remittanceLines) : fallback;
  return {
    amount,
    payerName: detail?.payerName ?? null,
    payerAccount: detail?.payerIban ?? micrOf(detail) ?? null,
    payerRouting: detail?.payerIban ? null : (detail?.payerRouting ?? null),
    payerReference: detail?.endToEndId ?? null,
    advice: advice.length > 0 ? advice : fallback,
    references,
    lines,
    // EDI is no text: its numbers are in the lines.
    text: inAddenda.length > 0 ? [] : textOf(words, references, lines),
  };
}

/** The account that a payment came from, behind its bank's number when that is told. */
function micrOf(detail: EntryDetail | undefined): string | undefined {
  return detail?.payerAccount && detail.payerRouting
    ? detail.payerRouting + detail.payerAccount
    : detail?.payerAccount;
}

function lineOf({ reference, amount }: StructuredReference, index: number): AdviceLine {
  return {
    place: `structured reference ${index + 1}`,
    reference: reference.trim(),
    amount: amount === undefined ? null : new Decimal(amount),
    memo: null,
  };
}

/** The payer's words, and numbers in them that were cut at the end of a line. */
export function textOf(
  words: readonly string[],
  references: readonly string[],
  lines: readonly AdviceLine[],
): string[] {
  const own = new Set(lines.map(({ reference }) => reference));
  const cut = references.filter((one) => !own.has(one) && !words.some((line) => line.includes(one)));
  return [...words, ...cut];
}

/** Why a booked entry brings in no receipt; null when it does. */
export function notAReceipt(entry: BankEntry): string | null {
  if (entry.notice) return noReceiptOf(entry.notice);
  if (entry.side === "DEBIT") return "Money that went out.";
  if (entry.reversal) return "The bank took an earlier debit back; no customer paid.";
  return null;
}
