import type { AdviceReferenceType } from "./advice.model.js";
import type { LooseRow } from "./advice-table.rules.js";
import { isTotalWord, typeOf } from "./advice-table.rules.js";
import { type DecimalMark, decimalMarkOf, readLooseAmount, readLooseDate } from "./loose-values.rules.js";

/** What a letter says of one document. */
export interface LetterLine {
  readonly line: number;
  readonly reference: string;
  readonly referenceType: AdviceReferenceType;
  readonly paid: string | null;
  /** A greater amount that stands before the one paid. */
  readonly gross: string | null;
  readonly text: string;
}

export interface Letter {
  readonly lines: readonly LetterLine[];
  readonly total: string | null;
  readonly payments: readonly { readonly type: string; readonly value: string; readonly line: number }[];
  readonly paidOn: string | null;
}

const MAX_LINE = 2_000;

/** Words that stand before a document's number. */
const DOCUMENT =
  /\b(?:invoices?|inv|bills?|documents?|doc|credit (?:note|memo)s?|debit (?:note|memo)s?|rechnung(?:en|snummer|snr)?|gutschrift|beleg|factures?|facturas?|fatture|fattura|avoir)(?=[\s.:#\d]|$)/gi;

/** Words that stand before the number of a payment. */
const PAYMENT =
  /\b(?:check|cheque|trace|eft|ach|wire|payment|transaction|transfer|remittance|end-to-end|zahlung|überweisung|virement)(?: advice)?(?: (?:trace|reference|ref|id))?\b/gi;

/** What may stand between such a word and the number itself. */
const FILLER = /^(?:no|nr|num|number|ref|reference|id|nos|numbers|und|and|et|y|e|&|is|was|our|your)$/i;

const TOTAL =
  /\b(?:total|amount (?:paid|transferred|remitted)|payment (?:amount|total|of)|net (?:payment|amount)|paid(?: amount)?|gesamt\w*|summe|zahlbetrag|montant|importe)\b/i;

const PAID_ON = /\b(?:payment|paid|value|settlement|transfer|zahlungs?|valuta)[ -]?(?:date|on|datum|tag)\b/i;

/**
 * Reads what a letter says in words: "invoice 4711: 45.00", "for invoices 17 and 18", lines that begin with a number
 * and end with an amount, totals, and the number and day of the payment. Quoted earlier letters (">") are left out.
 */
export function readLetter(rows: readonly { readonly line: number; readonly text: string }[]): Letter {
  const told = rows.filter(({ text }) => !text.trimStart().startsWith(">") && text.length <= MAX_LINE);
  const mark = decimalMarkOf(told.map(({ text }) => text));
  const lines: LetterLine[] = [];
  const payments: { type: string; value: string; line: number }[] = [];
  const totals: string[] = [];
  let paidOn: string | null = null;
  for (const { line, text } of told) {
    const amounts = amountsIn(text, mark);
    const found = documentsIn(text, line, amounts);
    lines.push(...found);
    payments.push(...paymentsIn(text, line));
    if (paidOn === null && PAID_ON.test(text)) paidOn = dateIn(text);
    const last = amounts.at(-1);
    if (last === undefined || found.length === 1) continue;
    if (found.length === 0 && !TOTAL.test(text)) lines.push(...numberedLine(text, line, amounts));
    else if (isTotalWord(text.trim())) totals.unshift(last);
    else totals.push(last);
  }
  return { lines: each(lines), total: totals[0] ?? null, payments, paidOn };
}

/** The cells of lines of text: parted by tabs, bars, or two blanks. */
export function rowsOfText(rows: readonly { readonly line: number; readonly text: string }[]): LooseRow[] {
  return rows
    .filter(({ text }) => text.trim() !== "" && text.length <= MAX_LINE)
    .map(({ line, text }) => ({ line, cells: text.split(/\t|\|| {2,}/).map((cell) => cell.trim()) }))
    .map((row) => ({ ...row, cells: row.cells[0] === "" ? row.cells.slice(1) : row.cells }));
}

/** Amounts have two decimals, or a currency beside them, so that numbers of documents are none. */
function amountsIn(text: string, mark: DecimalMark | null): string[] {
  const written = text.match(
    /(?:[$€£¥]|\b[A-Z]{3} ?)?\(?-?[$€£¥]?\d[\d.,']{0,20}(?<=\d)\)?-?(?: ?€)?(?![\w/])/g,
  );
  return (written ?? []).flatMap((each) => {
    const decimals = /\d[.,]\d{2,3}\)?-?(?: ?€)?$/.test(each) || /[$€£¥]|[A-Z]{3}/.test(each);
    const amount = decimals ? readLooseAmount(each, mark) : null;
    return amount === null || /^[^\d]*\d{1,2}\.\d{1,2}\.\d{2,4}/.test(each) ? [] : [amount];
  });
}

function documentsIn(text: string, line: number, amounts: readonly string[]): LetterLine[] {
  const numbers = [...text.matchAll(DOCUMENT)].flatMap((match) => {
    const word = match[0].toLowerCase();
    return numbersAfter(text.slice(match.index + match[0].length), 30).map((value) => ({ word, value }));
  });
  const [paid, gross] = numbers.length === 1 ? paidOf(amounts) : [null, null];
  return numbers.map(({ word, value }) => ({
    line,
    reference: value,
    referenceType: typeOf(word, paid),
    paid,
    gross,
    text: text.trim(),
  }));
}

function paidOf(amounts: readonly string[]): [string | null, string | null] {
  const paid = amounts.at(-1) ?? null;
  const first = amounts[0];
  return [paid, amounts.length > 1 && first !== undefined && first !== paid ? first : null];
}

/** The numbers that follow a word directly, in a list: "4711, 4712 and 4713". */
function numbersAfter(rest: string, most: number): string[] {
  const numbers: string[] = [];
  for (const word of rest.slice(0, 600).split(/[\s,;:#()]+/)) {
    const bare = word.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
    if (bare === "" || FILLER.test(bare)) continue;
    if (!isNumber(bare) || isDateOrAmount(word, bare) || numbers.length >= most) break;
    numbers.push(bare);
  }
  return numbers;
}

function isNumber(word: string): boolean {
  return word.length <= 35 && /\d{2}/.test(word) && /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(word);
}

function isDateOrAmount(word: string, bare: string): boolean {
  return (
    /[$€£¥]/.test(word) ||
    /^\d[\d.,]*[.,]\d{2}$/.test(bare) ||
    readLooseDate(bare) !== null ||
    /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(bare)
  );
}

/** "RE-1001  14.01.2026  45,00": a number first, an amount last, and little else. */
function numberedLine(text: string, line: number, amounts: readonly string[]): LetterLine[] {
  const words = text
    .trim()
    .split(/[\s|;]+/)
    .filter((word) => word !== "");
  const first = (words[0] ?? "").replace(/[,:]$/, "");
  const last = words.at(-1) ?? "";
  const short = words.length >= 2 && words.length <= 9;
  if (!short || !isNumber(first) || !/\d{3}/.test(first) || isDateOrAmount(first, first)) return [];
  if (!/\d|€/.test(last) || isTotalWord(text)) return [];
  const [paid, gross] = paidOf(amounts);
  const referenceType = typeOf(text.replace(first, ""), paid);
  return [{ line, reference: first, referenceType, paid, gross, text: text.trim() }];
}

function paymentsIn(text: string, line: number): { type: string; value: string; line: number }[] {
  return [...text.matchAll(PAYMENT)].flatMap((match) => {
    const rest = text.slice(match.index + match[0].length);
    // A word of its kind or a mark must stand between, or "payment of 45.00 for 2026" would name one.
    const named = /^\s*(?:(?:no|nr|num|number|ref|reference|id|trace)\b[\s.:#]*|[:#]\s*|\s\d)/i.test(rest);
    const [value] = named ? numbersAfter(rest, 1) : [];
    return value !== undefined && value.length >= 4 ? [{ type: match[0].toLowerCase(), value, line }] : [];
  });
}

function dateIn(text: string): string | null {
  const written = text.match(
    /\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2} [A-Za-z]{3,9},? \d{4}|[A-Za-z]{3,9} \d{1,2},? \d{4}/,
  )?.[0];
  return written === undefined ? null : readLooseDate(written);
}

/** Each document once: a letter often repeats in words what its list says. */
function each(lines: readonly LetterLine[]): LetterLine[] {
  const found = new Map<string, LetterLine>();
  for (const line of lines) {
    const known = found.get(line.reference);
    if (!known || (known.paid === null && line.paid !== null)) found.set(line.reference, line);
  }
  return [...found.values()];
}
