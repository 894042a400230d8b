import type { InformationText } from "./information.js";
import { givenReference } from "./mt-values.js";

/** Length at which a subfield is cut in the midst of a word. */
const FULL = 27;

/** SEPA's key words within the text, each with what follows up to the next. */
const KEY_WORD = /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|RREF|RTRN|ANAM|SQTP)\+/g;

const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

/** Key additions of German banks that tell why a payment came back. */
const RETURN_KEY = /^9\d\d$/;

/**
 * The numbered subfields that German and other banks use: 00 kind of booking, 10 journal number, 20–29 and 60–69 text,
 * 30 bank, 31 account, 32 and 33 name, 34 key addition. `text` begins with the separator.
 */
export function readSubfields(code: string | undefined, text: string, separator: string): InformationText {
  const subfields = subfieldsOf(text, separator);
  const textOf = (number: number): string | undefined =>
    subfields.find((each) => each.number === number)?.text.trim() || undefined;
  const between = (from: number, to: number) =>
    subfields.filter(({ number }) => number >= from && number <= to).map((each) => each.text);
  const purpose = joined([...between(20, 29), ...between(60, 69)]);
  const words = keyWordsOf(purpose);
  const take = (key: string): string | undefined => words.find((word) => word.key === key)?.text || undefined;
  const addition = textOf(34);
  const bank = textOf(30);
  const isBic = bank !== undefined && BIC.test(bank);
  const name = joined(between(32, 33)).replace(/\s+/g, " ").trim();
  const told = new Set(["", "SVWZ", "EREF", "MREF"]);
  return {
    transactionCode: code,
    endToEndId: givenReference(take("EREF")?.replace(/\s*\n\s*/g, " ")),
    mandateId: givenReference(take("MREF")),
    returnReason: addition !== undefined && RETURN_KEY.test(addition) ? addition : undefined,
    payerName: name || undefined,
    account: textOf(38) ?? textOf(31) ?? take("IBAN"),
    bic: isBic ? bank : take("BIC"),
    remittanceLines: words
      .filter(({ key }) => key === "" || key === "SVWZ")
      .flatMap((word) => word.text.split("\n"))
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    others: [
      ...between(0, 0).map((each) => each.trim()),
      ...words.filter(({ key }) => !told.has(key)).map((word) => `${word.key}+${word.text}`),
      ...(bank === undefined || isBic ? [] : [`${separator}30${bank}`]),
      ...subfields
        .filter(({ number }) => number >= 70 || number === 34 || number === 10)
        .map((each) => `${separator}${String(each.number).padStart(2, "0")}${each.text.trim()}`),
    ].filter((each) => each !== ""),
  };
}

interface Subfield {
  readonly number: number;
  readonly text: string;
}

/** Only numbers that are used begin a subfield: a question mark within the text stays text. */
function subfieldsOf(text: string, separator: string): Subfield[] {
  const parts = text.split(separator);
  const found: { number: number; text: string }[] = [];
  for (const part of parts.slice(1)) {
    const [, number, rest] = /^(00|10|2\d|3[0-9]|6\d|7\d)([\s\S]*)$/.exec(part) ?? [];
    const last = found.at(-1);
    if (number !== undefined && rest !== undefined) found.push({ number: Number(number), text: rest });
    else if (last) last.text += separator + part;
  }
  return found;
}

/** Full subfields run on, short ones end a line. */
function joined(texts: readonly string[]): string {
  return texts.reduce((whole, text, index) => {
    const before = texts[index - 1];
    return before === undefined || before.length >= FULL ? whole + text : `${whole}\n${text}`;
  }, "");
}

/** The text by key words; what stands before the first has the empty key. */
function keyWordsOf(text: string): { readonly key: string; readonly text: string }[] {
  const starts = [...text.matchAll(KEY_WORD)];
  const before = text.slice(0, starts[0]?.index ?? text.length);
  return [
    { key: "", text: before.trim() },
    ...starts.map((start, index) => ({
      key: start[1] ?? "",
      text: text.slice(start.index + start[0].length, starts[index + 1]?.index ?? text.length).trim(),
    })),
  ];
}
