/** Stands for a character that the font lacks: a box, so that nobody takes the text for whole. */
export const LACKING = "\u25A1";

/**
 * The text as it can be printed on a line: composed characters, one space for any break, and a box for each character
 * that the font lacks, which is told to `onLacking`.
 */
export function printable(
  text: string,
  hasGlyph: (codePoint: number) => boolean,
  onLacking: (character: string) => void,
): string {
  const line = text.normalize("NFC").replace(BREAKS, " ").replace(INVISIBLE, "");
  if (PLAIN.test(line)) return line;
  let printed = "";
  for (const character of line) {
    const has = hasGlyph(character.codePointAt(0) ?? 0);
    if (!has) onLacking(character);
    printed += has ? character : LACKING;
  }
  return printed;
}

/** Tabs, line ends and other controls. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** Marks that order text or forbid breaks and have no shape of their own. */
const INVISIBLE = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const PLAIN = /^[\x20-\x7E]*$/;

/**
 * The words of one line in the order in which they stand on paper: runs of right-to-left words, with the numbers between
 * them, are turned round. Letters within a word are the font engine's matter. Null when there is nothing to turn.
 */
export function wordsInVisualOrder(line: string): string[] | null {
  if (!RIGHT_TO_LEFT.test(line)) return null;
  const words = line.split(" ");
  const turned: string[] = [];
  for (let at = 0; at < words.length; ) {
    const end = endOfRun(words, at);
    turned.push(...words.slice(at, end).reverse());
    at = end;
  }
  return turned;
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const LETTER = /\p{L}/u;

/** Where the run that begins with the word ends: after its last right-to-left word, or after this one. */
function endOfRun(words: readonly string[], start: number): number {
  if (!RIGHT_TO_LEFT.test(words[start] ?? "")) return start + 1;
  let end = start + 1;
  for (let at = end; at < words.length; at++) {
    const word = words[at] ?? "";
    if (RIGHT_TO_LEFT.test(word)) end = at + 1;
    else if (LETTER.test(word)) break;
  }
  return end;
}

/** "U+682A": how a character is told by its code. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Breaks a text into at most so many lines of a width, at spaces, and within words that are wider than a line. What does
 * not fit is cut off with an ellipsis, which is never silent.
 */
export function brokenLines(
  text: string,
  width: number,
  most: number,
  widthOf: (text: string) => number,
): string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== "" && lines.length < most) {
    const isLast = lines.length === most - 1;
    if (widthOf(rest) <= width) return [...lines, rest];
    const fitting = longestFitting(rest, isLast ? ELLIPSIS : "", width, widthOf);
    const line = isLast ? rest.slice(0, fitting).trimEnd() : lineOf(rest, fitting);
    lines.push(isLast ? line + ELLIPSIS : line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return lines;
}

const ELLIPSIS = "\u2026";

/** The part of a text that fills a line: up to its last space, or all of it when it is one word. */
function lineOf(text: string, fitting: number): string {
  const space = text[fitting] === " " ? fitting : text.lastIndexOf(" ", fitting - 1);
  return text.slice(0, space > 0 ? space : fitting);
}

/** How much of the text fits, in UTF-16 units; at least one whole character, and never half of one. */
function longestFitting(text: string, end: string, width: number, widthOf: (text: string) => number): number {
  let fits = 0;
  let beyond = text.length;
  while (fits + 1 < beyond) {
    const middle = Math.floor((fits + beyond) / 2);
    if (widthOf(text.slice(0, middle) + end) <= width) fits = middle;
    else beyond = middle;
  }
  const splitsPair = /[\uD800-\uDBFF]/.test(text[fits - 1] ?? "");
  const whole = splitsPair ? fits - 1 : fits;
  return Math.max(whole, text.codePointAt(0) !== undefined && (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
}
