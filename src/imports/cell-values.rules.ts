import {
  type CurrencyCode,
  Decimal,
  INTEGER_DIGITS_MAX,
  isTooLarge,
  minorUnits,
  roundMoney,
} from "../platform/money.js";
import { quoted, type RejectionCode } from "./import-row.rules.js";
import type { AmountColumn, FlagColumn, TextColumn } from "./profile-schema.js";

/** A value read from a cell, or why it could not be. */
export type CellResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: RejectionCode; readonly reason: string };

const MAX_TEXT = 255;
/** Differences below this come from binary floating point in the source system, not from the document. */
const FLOAT_NOISE = new Decimal("1e-6");
const CONTROL_CHARACTER = /[^\P{Cc}\t\n]/u;
const WORDS_FOR_FLAGS: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  "1": true,
  no: false,
  n: false,
  false: false,
  "0": false,
};

/** The text of a cell that is not blank, by the column's options in this order: trim, stripSuffix, upper, map, pad, prefix. */
export function readText(cell: string, options: Omit<TextColumn, "column">): CellResult<string> {
  if (CONTROL_CHARACTER.test(cell)) {
    return refused("INVALID_CHARACTERS", "has characters that cannot be printed: type the value again.");
  }
  let value = options.trim ? cell.trim() : cell;
  if (options.stripSuffix && value.endsWith(options.stripSuffix)) {
    value = value.slice(0, -options.stripSuffix.length);
  }
  if (value === "")
    return refused("INVALID_VALUE", `${quoted(cell)} has nothing but an ending: give the value.`);
  if (options.upper) value = value.toUpperCase();
  if (options.map) {
    const mapped = lookUp(options.map, value);
    if (mapped === undefined) return notMapped(value, Object.keys(options.map));
    value = mapped;
  }
  if (options.pad && (!options.pad.onlyDigits || /^\d+$/.test(value))) {
    value = value.padStart(options.pad.length, options.pad.with);
  }
  value = `${options.prefix ?? ""}${value}`;
  if (value.length > MAX_TEXT)
    return refused("TOO_LONG", `is longer than ${MAX_TEXT} characters: shorten it.`);
  return { ok: true, value };
}

/** True or false by the column's map, or without one by yes/no, y/n, true/false, 1/0 in any case. */
export function readFlag(cell: string, options: Omit<FlagColumn, "column">): CellResult<boolean> {
  const value = cell.trim();
  const known = lookUp(options.map ?? WORDS_FOR_FLAGS, options.map ? value : value.toLowerCase());
  if (known !== undefined) return { ok: true, value: known };
  return notMapped(value, options.map ? Object.keys(options.map) : ["yes", "no"]);
}

/** The value that a map has for exactly this text. */
export function lookUp<Value>(map: Readonly<Record<string, Value>>, text: string): Value | undefined {
  return Object.hasOwn(map, text) ? map[text] : undefined;
}

export function notMapped(value: string, known: readonly string[]): CellResult<never> {
  const shown = known.slice(0, 20).map((one) => `"${one}"`);
  return refused("VALUE_NOT_MAPPED", `${quoted(value)} is not one of ${shown.join(", ")}: use one of these.`);
}

/**
 * A signed amount in a currency, with no more decimals than it has. The minus stands before or after the digits, or
 * the number is in parentheses. With `round: minor-unit` a difference below 1e-6 (2309.7899999999995) is rounded
 * away and a greater one is refused; with `round: half-up`, for amounts that the source converted from another
 * currency, every difference is. A null currency (itself refused elsewhere) leaves the decimals unchecked.
 */
export function readAmount(
  cell: string,
  options: Omit<AmountColumn, "column">,
  currency: CurrencyCode | null,
): CellResult<Decimal> {
  const number = plainNumber(cell.trim(), options);
  if (number === null) {
    const example = exampleOf(options);
    return refused("NOT_A_NUMBER", `${quoted(cell)} is not a number such as ${example}: type it like that.`);
  }
  const exact = new Decimal(number);
  if (isTooLarge(exact)) {
    return refused(
      "AMOUNT_TOO_LARGE",
      `${quoted(cell)} has more than ${INTEGER_DIGITS_MAX} digits: correct it.`,
    );
  }
  if (currency === null) return { ok: true, value: exact };
  const rounded = roundMoney(exact, currency);
  const difference = exact.minus(rounded).abs();
  const noise = options.round === "minor-unit" && difference.lt(FLOAT_NOISE);
  if (difference.isZero() || noise || options.round === "half-up") {
    return { ok: true, value: rounded };
  }
  const reason = `${quoted(cell)} has more decimals than the ${minorUnits(currency)} of ${currency}: give the amount that stands on the document.`;
  return refused("TOO_MANY_DECIMALS", reason);
}

export function refused(code: RejectionCode, reason: string): CellResult<never> {
  return { ok: false, code, reason };
}

function plainNumber(text: string, options: Omit<AmountColumn, "column">): string | null {
  const wrapped = /^\((.+)\)$/.exec(text) ?? /^(.+)-$/.exec(text) ?? /^-(.+)$/.exec(text);
  const digits = (wrapped?.[1] ?? text).replace(/^\+/, "").replace(/[\u00a0\u202f]/g, " ");
  const [whole = "", fraction, ...more] = digits.split(options.decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const groups = options.thousands === "none" ? [whole] : whole.split(options.thousands);
  const grouped =
    groups.length === 1 || (/^\d{1,3}$/.test(groups[0] ?? "") && groups.slice(1).every(isThree));
  if (!grouped || !groups.every((group) => /^\d+$/.test(group))) return null;
  return `${wrapped ? "-" : ""}${groups.join("")}${fraction === undefined ? "" : `.${fraction}`}`;
}

function isThree(group: string): boolean {
  return /^\d{3}$/.test(group);
}

function exampleOf(options: Omit<AmountColumn, "column">): string {
  const separator = options.thousands === "none" ? "" : options.thousands;
  return `1${separator}234${options.decimal}50`;
}
