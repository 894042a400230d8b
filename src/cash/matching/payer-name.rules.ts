import { withinOneEdit } from "./one-edit.rules.js";

/** A name in the parts by which it is compared. */
export interface NameForm {
  /** Words in capitals, without accents, legal forms and numbers. */
  readonly words: readonly string[];
  /** Legal forms ("LTD"), which payers leave out. */
  readonly legalForms: readonly string[];
  /** Words with a digit: they tell branches of one name apart. */
  readonly numbers: readonly string[];
  /** How many words it was written in. */
  readonly length: number;
  /** Its words in pieces of three letters. */
  readonly pieces: ReadonlySet<string>;
}

/** How a payer's name names a customer, the surest first. */
export type NameGrade =
  | "SAME"
  | "SAME_WITHOUT_NUMBER"
  | "SHORTENED"
  | "SHORTENED_WITHOUT_NUMBER"
  | "INITIALS"
  | "INITIALS_WITHOUT_NUMBER"
  | "SIMILAR";

/** "OTHER_BRANCH": the same words with another number. Null: another name. */
export type NameFit = NameGrade | "OTHER_BRANCH" | null;

const LEGAL_FORMS = new Set(
  (
    "INC INCORPORATED LTD LIMITED LLC LLP LP PLC CO COMPANY CORP CORPORATION PTY PTE GMBH MBH AG KG KGAA OHG UG EK " +
    "SA SAS SARL SASU SNC SPA SRL SL SLU BV NV CV VOF OY OYJ AB AS ASA APS KFT ZRT DOO SRO ZOO KK EIRL LTDA SE"
  ).split(" "),
);

const INITIALS_MOST = 5;
const SIMILAR_FROM = 0.65;

export function nameForm(text: string): NameForm {
  const all = nameWords(text);
  const own = all.filter((word, at) => !isNumber(word) && !(at > 0 && isNumber(all[at + 1] ?? "")));
  const distinctive = own.filter((word) => !LEGAL_FORMS.has(word));
  const words = distinctive.length > 0 ? distinctive : own;
  return {
    words,
    legalForms: distinctive.length > 0 ? own.filter((word) => LEGAL_FORMS.has(word)) : [],
    numbers: all.filter(isNumber),
    length: all.length,
    pieces: pieces(words.join(" ")),
  };
}

/** The word before it, as in "Plant 7" or "Store 112", says what is numbered and is left out with it. */
function isNumber(word: string): boolean {
  return /\d/.test(word);
}

export function nameWords(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}'’.]/gu, "")
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

export function nameFit(payer: NameForm, customer: NameForm): NameFit {
  const words = wordsFit(payer, customer);
  if (words === null) return null;
  if (payer.numbers.some((n) => !customer.numbers.includes(n))) return "OTHER_BRANCH";
  if (words === "SIMILAR" || payer.numbers.length === customer.numbers.length) return words;
  return `${words}_WITHOUT_NUMBER`;
}

function wordsFit(payer: NameForm, customer: NameForm): "SAME" | "SHORTENED" | "INITIALS" | "SIMILAR" | null {
  if (payer.words.length === 0 || customer.words.length === 0) return null;
  if (payer.words.join("") === customer.words.join("")) return "SAME";
  if (joinings(payer.words).some((words) => shortens(words, customer.words))) return "SHORTENED";
  const [only] = payer.words;
  if (only && payer.words.length === 1 && only.length >= 2 && only.length <= INITIALS_MOST) {
    const everyWord = [...customer.words, ...customer.legalForms];
    if (isInitials(only, customer.words) || isInitials(only, everyWord)) return "INITIALS";
  }
  if (customer.words.length >= 2 && shortens(customer.words, payer.words)) return "SIMILAR";
  return likeness(payer.pieces, customer.pieces) >= SIMILAR_FROM ? "SIMILAR" : null;
}

/** The words, and the same with two neighbours written as one: "Iron Works" for "Ironworks". */
function joinings(words: readonly string[]): (readonly string[])[] {
  const joined = words
    .slice(1)
    .map((word, at) => [...words.slice(0, at), words[at] + word, ...words.slice(at + 2)]);
  return [words, ...joined];
}

/**
 * Each word of the one stands for a word of the other, in order and from its first on; the other may have more. The
 * last may be the initials of all that follow: "Northern DC" for "Northern Data Centers".
 */
function shortens(short: readonly string[], long: readonly string[]): boolean {
  const [first] = short;
  if (first === undefined || (first.length === 1 && short.length === 1)) return false;
  if (!standsFor(first, long[0] ?? "")) return false;
  let at = 1;
  for (const [index, word] of short.entries()) {
    if (index === 0) continue;
    const rest = long.slice(at);
    const found = rest.findIndex((other) => standsFor(word, other));
    const isLast = index === short.length - 1;
    if (found < 0) return isLast && rest.length > 1 && isInitials(word, rest);
    at += found + 1;
  }
  return true;
}

/** "MFG" and "Manuf" for "MANUFACTURING", "N" for "NORTHERN", and one slip of the keyboard. */
function standsFor(short: string, long: string): boolean {
  if (short === long) return true;
  if (short[0] !== long[0]) return false;
  if (isWithin(short, long)) return true;
  const stem = sharedLength(short, long);
  if (stem >= 3 && stem >= Math.min(short.length, long.length) - 1) return true;
  return Math.min(short.length, long.length) >= 4 && withinOneEdit(short, long);
}

function sharedLength(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** Its letters stand in the other in this order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The first letter of each word, and perhaps further letters of it: "APH" for "AURORA PHARMACEUTICALS". */
function isInitials(letters: string, words: readonly string[]): boolean {
  const [word, ...others] = words;
  if (word === undefined) return letters === "";
  if (letters[0] !== word[0]) return false;
  for (let taken = 1; taken <= letters.length; taken++) {
    if (!isWithin(letters.slice(0, taken), word)) return false;
    if (isInitials(letters.slice(taken), others)) return true;
  }
  return false;
}

/** The share of the shorter name's three-letter pieces that the longer has too, 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const piece of one) if (other.has(piece)) shared++;
  return shared / Math.min(one.size, other.size);
}

function pieces(text: string): Set<string> {
  const padded = `  ${text} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  return found;
}
