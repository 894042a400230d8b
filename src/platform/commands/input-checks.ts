import { type BusinessDate, parseBusinessDate } from "../business-date.js";
import { Decimal, fitsCurrency, INTEGER_DIGITS_MAX, isCurrency, isTooLarge, minorUnits } from "../money.js";
import { type Refusal, refusal } from "./refusal.js";

/** Collects everything that is wrong with an input, so that all of it is told at once. */
export class InputChecks {
  readonly refusals: Refusal[] = [];

  add(code: string, path: string, message: string): this {
    this.refusals.push(refusal(code, path, message));
    return this;
  }

  /** Text that is there and not longer than the limit. */
  text(value: string | null | undefined, path: string, what: string, max = 200): this {
    if (!value || value.trim() === "") return this.add("REQUIRED", path, `Give ${what}.`);
    if (value.length > max)
      this.add("INVALID_VALUE", path, `${capital(what)} has ${value.length} characters; at most ${max} fit.`);
    return this;
  }

  currency(code: string, path: string): this {
    if (!isCurrency(code)) this.add("UNKNOWN_CURRENCY", path, `"${code}" is not an ISO 4217 currency code.`);
    return this;
  }

  /** A positive amount (or one ≥ 0) that fits the currency's decimals: refused, never rounded. */
  amount(value: string, currency: string, path: string, { zero = false } = {}): this {
    const amount = new Decimal(value);
    if (zero ? amount.isNegative() && !amount.isZero() : amount.lte(0)) {
      this.add(
        "INVALID_AMOUNT",
        path,
        `The amount must be ${zero ? "zero or more" : "more than zero"}; it is ${value}.`,
      );
    }
    this.size(amount, path);
    if (!fitsCurrency(amount, currency)) {
      this.add(
        "INVALID_AMOUNT",
        path,
        `${currency} has ${minorUnits(currency)} decimals; ${value} has more.`,
      );
    }
    return this;
  }

  /** An amount, or a number of things, that the books can hold. */
  size(value: Decimal.Value, path: string): this {
    if (isTooLarge(value)) {
      const message = `At most ${INTEGER_DIGITS_MAX} digits fit before the point; ${new Decimal(value).toFixed()} has more.`;
      this.add("INVALID_AMOUNT", path, message);
    }
    return this;
  }

  /** A calendar date; returns it, or null after saying what is wrong. */
  date(value: string, path: string): BusinessDate | null {
    const date = parseBusinessDate(value);
    if (!date) this.add("INVALID_DATE", path, `"${value}" is not a calendar date (YYYY-MM-DD).`);
    return date;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
