import fc from "fast-check";
import { type BusinessDate, businessDate } from "../../../src/platform/business-date.js";
import { type Amount, Decimal } from "../../../src/platform/money.js";

/** What a payer wants to say, before it is printed in one of the formats. Amounts have two decimals. */
export interface PlainAdvice {
  /** Also the trace number of the payment. */
  readonly number: string;
  readonly payer: string;
  readonly payerId: string;
  readonly payee: string;
  readonly currency: "USD" | "EUR" | "GBP" | "CHF" | "JPY";
  readonly paidOn: BusinessDate;
  readonly lines: readonly PlainLine[];
}

export interface PlainLine {
  readonly reference: string;
  readonly type: "INVOICE" | "CREDIT_MEMO";
  /** Positive, also of a credit memo. */
  readonly gross: Amount;
  /** Positive, less than the gross amount; "0.00" for none, always for a credit memo. */
  readonly discount: Amount;
  /** A deduction, positive; "0.00" for none, always for a credit memo. */
  readonly deduction: Amount;
  readonly date: BusinessDate;
  readonly text: string;
}

/** What the payer pays for a line: negative for a credit memo. */
export function paidFor(line: PlainLine): Amount {
  const net = new Decimal(line.gross).minus(line.discount).minus(line.deduction);
  return (line.type === "CREDIT_MEMO" ? net.neg() : net).toFixed(2);
}

export function totalOf(advice: PlainAdvice): Amount {
  return advice.lines.reduce((sum, line) => sum.plus(paidFor(line)), new Decimal(0)).toFixed(2);
}

const word = (letters: string, min: number, max: number) =>
  fc
    .array(fc.constantFrom(...letters), { minLength: min, maxLength: max })
    .map((characters) => characters.join(""));
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS = "0123456789";

const name = fc.array(word(LETTERS, 2, 9), { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const day = fc
  .record({ year: fc.integer({ min: 2015, max: 2035 }), dayOfYear: fc.integer({ min: 0, max: 364 }) })
  .map(({ year, dayOfYear }) => {
    const at = new Date(Date.UTC(year, 0, 1 + dayOfYear));
    return businessDate(at.toISOString().slice(0, 10));
  });
const cents = (min: number, max: number) =>
  fc.integer({ min, max }).map((units) => new Decimal(units).div(100).toFixed(2));

const line: fc.Arbitrary<PlainLine> = fc
  .record({
    prefix: fc.constantFrom("INV-", "F", "", "RE/", "CM."),
    digits: word(DIGITS, 3, 9),
    type: fc.constantFrom("INVOICE" as const, "INVOICE" as const, "CREDIT_MEMO" as const),
    gross: cents(1_000, 100_000_000),
    discount: fc.option(cents(1, 400), { nil: "0.00" }),
    deduction: fc.option(cents(1, 400), { nil: "0.00" }),
    date: day,
    text: fc.option(name, { nil: "" }),
  })
  .map(({ prefix, digits, type, gross, discount, deduction, date, text }) => {
    const credit = type === "CREDIT_MEMO";
    const reference = `${prefix}${digits}`;
    const off = { discount: credit ? "0.00" : discount, deduction: credit ? "0.00" : deduction };
    return { reference, type, gross, ...off, date, text };
  });

/** Advices of payments above zero; no document stands twice in one of them. */
export const plainAdvice: fc.Arbitrary<PlainAdvice> = fc
  .record({
    number: word(DIGITS, 4, 15).map((digits) => `9${digits}`),
    payer: name,
    payerId: word(DIGITS, 9, 10).map((digits) => `1${digits}`),
    payee: name,
    currency: fc.constantFrom("USD" as const, "EUR" as const, "GBP" as const),
    paidOn: day,
    lines: fc.uniqueArray(line, { minLength: 1, maxLength: 8, selector: (each) => each.reference }),
  })
  .filter((advice) => new Decimal(totalOf(advice)).gt(0));

/** Several of one file, each with its own number. */
export const plainAdvices = fc.uniqueArray(plainAdvice, {
  minLength: 1,
  maxLength: 4,
  selector: (advice) => advice.number,
});
