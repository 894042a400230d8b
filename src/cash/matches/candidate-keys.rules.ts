import type { MatchPayment } from "../matching/matching.model.js";
import { nameWords } from "../matching/payer-name.rules.js";
import { referenceForm } from "../matching/reference-form.rules.js";

/** By what the customers that payments may be from are looked up, surely. */
export interface CustomerKeys {
  readonly accounts: readonly string[];
  /** Payers' names as aliases are kept. */
  readonly aliases: readonly string[];
  /** As in `customer_key`. */
  readonly keys: readonly string[];
}

const STEM = 3;
const INITIALS_MOST = 5;
/** Of a bank's text; what a name stands in is near its beginning. */
const WORDS_OF_TEXT = 40;

export function customerKeysOf(payments: readonly MatchPayment[]): CustomerKeys {
  return {
    accounts: unique(payments.flatMap(({ payerAccount }) => payerAccount ?? [])),
    aliases: unique(payments.flatMap(({ payerName }) => (payerName ? aliasKey(payerName) : []))),
    keys: unique(payments.flatMap(sureKeys)),
  };
}

/** A name as aliases are compared. */
export function aliasKey(name: string): string {
  return nameWords(name).join(" ");
}

function sureKeys({ customerNumber, payerName, text }: MatchPayment): string[] {
  const number = customerNumber ? referenceForm(customerNumber).plain : "";
  const words = payerName ? lettersOnly(payerName).slice(0, 2) : [];
  return [
    ...(number === "" ? [] : [`number ${number}`]),
    ...pairs(words),
    ...(payerName ? [] : text.flatMap((line) => pairs(lettersOnly(line).slice(0, WORDS_OF_TEXT)))),
  ];
}

function pairs(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `pair ${stem(words[at] ?? "")} ${stem(word)}`);
}

/** By what customers with a like name are looked up; nothing without a name. */
export function stemKeysOf({ payerName }: MatchPayment): string[] {
  if (!payerName) return [];
  const words = lettersOnly(payerName);
  const [first = "", ...more] = words;
  const initials = more.length === 0 && first.length <= INITIALS_MOST ? [`first ${first.slice(0, 1)}`] : [];
  return unique([...words.map((word) => `stem ${stem(word)}`), ...(first === "" ? [] : initials)]);
}

function lettersOnly(text: string): string[] {
  return nameWords(text).filter((word) => !/\d/.test(word));
}

function stem(word: string): string {
  return word.slice(0, STEM);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
