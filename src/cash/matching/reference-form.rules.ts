import { withinOneEdit } from "./one-edit.rules.js";

/** A number as written and in the forms in which it is compared. */
export interface ReferenceForm {
  readonly written: string;
  /** Letters and digits only, in capitals: "INV00150". */
  readonly plain: string;
  /** Its groups of digits without leading zeros, joined by a point: "2024.117". */
  readonly digits: string;
  /** All its digits run together, without leading zeros. */
  readonly number: string;
  /** Which digits but zero are in it, a bit each: by them most numbers are told apart at a glance. */
  readonly digitsIn: number;
  /** The last group of digits, without leading zeros. */
  readonly tail: string;
  /** The letters before the first digit: "INV". */
  readonly prefix: string;
  /** The same word by word: "NO", "INV". */
  readonly words: readonly string[];
  /** Letters as A and digits as 9: numbers of one series have one shape. */
  readonly shape: string;
}

/** How a reference names an item's number, the surest first. */
export type ReferenceGrade = "EXACT" | "NUMBER" | "ONE_EDIT" | "ENDING" | "OTHER_PREFIX";

/** Below so many characters, one slip makes of too many numbers another that exists. */
const EDITABLE_LENGTH = 5;

const ENDING_LENGTH = 3;

export function referenceForm(written: string): ReferenceForm {
  const capitals = written.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase();
  const plain = capitals.replace(/[^\p{L}\p{N}]/gu, "");
  const groups = (capitals.match(/\d+/g) ?? []).map(withoutZeros);
  return {
    written,
    plain,
    digits: groups.join("."),
    number: withoutZeros(plain.replace(/\D/g, "")),
    digitsIn: digitsIn(plain),
    tail: groups.at(-1) ?? "",
    prefix: /^\D*/.exec(plain)?.[0] ?? "",
    words: /^\D*/.exec(capitals)?.[0].match(/\p{L}+/gu) ?? [],
    shape: plain.replace(/\p{L}/gu, "A").replace(/\d/g, "9"),
  };
}

/** Null when a reference does not resemble the number at all. */
export function gradeOf(reference: ReferenceForm, number: ReferenceForm): ReferenceGrade | null {
  if (reference.plain === "") return null;
  if (reference.plain === number.plain) return "EXACT";
  const grade =
    reference.digits !== "" && sameDigits(reference, number)
      ? "NUMBER"
      : oneSlip(reference, number)
        ? "ONE_EDIT"
        : reference.tail !== "" && endsAlike(reference, number)
          ? "ENDING"
          : null;
  if (grade === null || fittingPrefix(reference, number.prefix)) return grade;
  return grade === "NUMBER" ? "OTHER_PREFIX" : null;
}

/** Groups may be run together: "2024/0117" as "20240117". */
function sameDigits(one: ReferenceForm, other: ReferenceForm): boolean {
  return one.digits === other.digits || one.number === other.number;
}

/** "Invoice 150" and "no. INV 150" may mean "INV-150", and "150" as well; "PO-150" does not. */
function fittingPrefix(reference: ReferenceForm, own: string): boolean {
  if (reference.prefix === "" || own === "" || reference.prefix === own) return true;
  return reference.words.some((word) => (own.length > 1 && word.startsWith(own)) || own.startsWith(word));
}

function oneSlip(one: ReferenceForm, other: ReferenceForm): boolean {
  if (isMoreThanTwo(one.digitsIn ^ other.digitsIn)) return false;
  const shortest = Math.min(one.plain.length, other.plain.length);
  if (shortest >= EDITABLE_LENGTH && withinOneEdit(one.plain, other.plain)) return true;
  const fewest = Math.min(one.number.length, other.number.length);
  return fewest >= EDITABLE_LENGTH && withinOneEdit(one.number, other.number);
}

/** A slip takes a digit and brings another at most. */
function isMoreThanTwo(bits: number): boolean {
  const withoutOne = bits & (bits - 1);
  return (withoutOne & (withoutOne - 1)) !== 0;
}

/** The payer wrote only the end of the number: its last group, or the last digits of it. */
function endsAlike(one: ReferenceForm, other: ReferenceForm): boolean {
  if (one.digits.includes(".") || one.tail.length < ENDING_LENGTH) return false;
  return other.tail === one.tail || other.number.endsWith(one.tail);
}

function digitsIn(text: string): number {
  return "123456789"
    .split("")
    .reduce((bits, digit, at) => (text.includes(digit) ? bits | (1 << at) : bits), 0);
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}
