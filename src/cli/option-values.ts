import { InvalidArgumentError } from "commander";
import { parseBusinessDate } from "../platform/business-date.js";
import { AMOUNT, instantOf, WHOLE_NUMBER } from "../platform/http/document-parameters.js";
import { isCurrency } from "../platform/money.js";

/** Readers of options' values. Each throws InvalidArgumentError, of which commander makes a line that names the option. */
export const optionValue = {
  /** A calendar date. */
  date: (text: string) =>
    given(text, parseBusinessDate(text) !== null, "Give a calendar date, such as 2026-01-31."),
  /** An instant, with its offset. */
  instant: (text: string) =>
    given(text, instantOf(text) !== null, "Give an instant, such as 2026-01-31T12:00:00Z."),
  /** An ISO 4217 code. */
  currency: (text: string) => given(text, isCurrency(text), "Give an ISO 4217 code, such as EUR."),
  /** An IANA time zone. */
  timeZone: (text: string) => given(text, isTimeZone(text), "Give an IANA time zone, such as Europe/Berlin."),
  /** What something is called. */
  name: (text: string) =>
    given(
      text,
      text.trim() !== "" && text.length <= NAME_MAX,
      `Give a name of at most ${NAME_MAX} characters.`,
    ),
  /** Zero or more, in units of a currency. */
  amount: (text: string) =>
    given(text, AMOUNT.test(text), "Give an amount of zero or more, such as 1000.00."),
  /** How many, or which. */
  wholeNumber: (text: string) => given(text, WHOLE_NUMBER.test(text), "Give a whole number, such as 25."),
  /** How long something is good for. */
  span: (text: string) => given(text, SPAN.test(text), `Give a span: ${SPAN_FORM}.`),
} as const;

/** How a span is written, for help texts. */
export const SPAN_FORM = "a number and s, m, h, d, w or y (seconds to years), such as 30m, 12h, 7d or 1y";

const NAME_MAX = 200;

/** More than nothing; jose, which reads it, would take the past as well. */
const SPAN = /^(?=0*[1-9])\d{1,9}[smh]$|^(?=0*[1-9])\d{1,4}[dwy]$/;

function given(text: string, isRight: boolean, advice: string): string {
  if (isRight) return text;
  throw new InvalidArgumentError(advice);
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
