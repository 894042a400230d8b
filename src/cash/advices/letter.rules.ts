import type { AdviceReferenceType } from "./advice.model.js";
import type { LooseRow } from "./advice-table.rules.js";
import { isTotalWord, typeOf } from "./advice-table.rules.js";
import { isIsoCurrency } from "./advice-values.rules.js";
import { amountsIn } from "./letter-amounts.rules.js";
import { type FoundNumber, sharesOf } from "./letter-shares.rules.js";
import { decimalMarkOf, readLooseDate } from "./loose-values.rules.js";

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

const AND = /^(?:und|and|et|y|e|&)$/i;

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
    const numbers = documentsIn(text);
    const { shares, rest } = sharesOf(text, numbers, amounts);
    lines.push(...numbers.map((number, at) => documentLine(number, shares[at] ?? [], text, line)));
    payments.push(...paymentsIn(text, line));
    if (paidOn === null && PAID_ON.test(text)) paidOn = dateIn(text);
    const last = rest.at(-1);
    if (last === undefined) continue;
    if (numbers.length === 0 && !TOTAL.test(text)) lines.push(...numberedLine(text, line, rest));
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

interface DocumentNumber extends FoundNumber {
  /** What it is called in the letter. */
  readonly word: string;
}

function documentsIn(text: string): DocumentNumber[] {
  const matches = [...text.matchAll(DOCUMENT)];
  const words = new Set(matches.map(({ index }) => index));
  return matches.flatMap((match) => {
    const word = match[0].toLowerCase();
    const numbers = numbersAfter(text, match.index + match[0].length, 30);
    // "inv.36" in a list after "inv.35" is a word with its number, which is found by itself.
    return numbers.filter(({ at }) => !words.has(at)).map((number) => ({ word, ...number }));
  });
}

function documentLine(
  { word, value }: DocumentNumber,
  amounts: readonly string[],
  text: string,
  line: number,
): LetterLine {
  const [paid, gross] = paidOf(amounts);
  return { line, reference: value, referenceType: typeOf(word, paid), paid, gross, text: text.trim() };
}

function paidOf(amounts: readonly string[]): [string | null, string | null] {
  const paid = amounts.at(-1) ?? null;
  const first = amounts[0];
  return [paid, amounts.length > 1 && first !== undefined && first !== paid ? first : null];
}

/** Words of a list; a comma within an amount parts none. */
const LISTED = /(?:[^\s,;:#()]|(?<=\d),(?=\d{2}(?!\d)|\d{3}(?:,\d{3}){0,4}\.\d{2}(?!\d)))+/g;

/**
 * The numbers that follow a word directly, in a list: "4711, 4712 and 4713". Amounts may stand between them where the
 * list goes on visibly: "4711 (45.00 EUR), 4712 (46.00 EUR)".
 */
function numbersAfter(text: string, from: number, most: number): FoundNumber[] {
  const numbers: FoundNumber[] = [];
  const rest = text.slice(from, from + 600);
  let behindAmount = false;
  let end = 0;
  for (const match of rest.matchAll(LISTED)) {
    const [word] = match;
    const goesOn = /[,;]/.test(rest.slice(end, match.index)) || AND.test(word);
    end = match.index + word.length;
    const bare = word.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
    if (goesOn) behindAmount = false;
    if (bare === "" || FILLER.test(bare)) continue;
    const priced =
      /^\d+$/.test(bare) && isIsoCurrency(/^ ?([A-Z]{3})\b/.exec(rest.slice(end, end + 5))?.[1] ?? "");
    if (numbers.length > 0 && (priced || isMoney(word, bare))) behindAmount = true;
    else if (behindAmount || !isNumber(bare) || isDateOrAmount(word, bare) || numbers.length >= most) break;
    else numbers.push({ value: bare, at: from + match.index, end: from + end });
  }
  return numbers;
}

function isMoney(word: string, bare: string): boolean {
  const currency = isIsoCurrency(bare.slice(0, 3)) ? bare.slice(0, 3) : "";
  if (currency === bare || /[$€£¥]/.test(word)) return true;
  return /^\d[\d.,]*[.,]\d{2}$/.test(bare.slice(currency.length));
}

function isNumber(word: string): boolean {
  return word.length <= 35 && /\d{2}/.test(word) && /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(word);
}

function isDateOrAmount(word: string, bare: string): boolean {
  return (
    isMoney(word, bare) || readLooseDate(bare) !== null || /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(bare)
  );
}

/** "RE-1001  14.01.2026  45,00": a number first, an amount last, and little else. */
function numberedLine(text: string, line: number, amounts: readonly string[]): LetterLine[] {
  const words = text
    .trim()
    .replace(/^(?:[-*•–·]|\d{1,3}[.)])\s+/, "")
    .split(/[\s|;]+/)
    .filter((word) => word !== "");
  const first = (words[0] ?? "").replace(/[,:]$/, "");
  const last = words.at(-1) ?? "";
  const short = words.length >= 2 && words.length <= 9;
  if (!short || !isNumber(first) || !/\d{3}/.test(first) || isDateOrAmount(first, first)) return [];
  if (!(/\d|€/.test(last) || isIsoCurrency(last)) || isTotalWord(text)) return [];
  const [paid, gross] = paidOf(amounts);
  const referenceType = typeOf(text.replace(first, ""), paid);
  return [{ line, reference: first, referenceType, paid, gross, text: text.trim() }];
}

function paymentsIn(text: string, line: number): { type: string; value: string; line: number }[] {
  return [...text.matchAll(PAYMENT)].flatMap((match) => {
    const from = match.index + match[0].length;
    const rest = text.slice(from);
    // A word of its kind or a mark must stand between, or "payment of 45.00 for 2026" would name one.
    const named = /^\s*(?:(?:no|nr|num|number|ref|reference|id|trace)\b[\s.:#]*|[:#]\s*|\s\d)/i.test(rest);
    const [value] = named ? numbersAfter(text, from, 1) : [];
    return value !== undefined && value.value.length >= 4
      ? [{ type: match[0].toLowerCase(), value: value.value, line }]
      : [];
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
