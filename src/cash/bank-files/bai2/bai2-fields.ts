import { type Amount, Decimal, minorUnits } from "../../../platform/money.js";
import { isIsoCurrency } from "../iso20022-values.js";

const INTEGER = /^[+-]?\d{1,18}$/;

/** A whole number of the currency's smallest unit, with sign; null when it is none. An empty field counts as zero. */
export function readUnits(text: string): Decimal | null {
  if (text === "") return new Decimal(0);
  return INTEGER.test(text) ? new Decimal(text.replace("+", "")) : null;
}

/** Smallest units as an amount of the currency, which implies the decimals: "123456" in USD is "1234.56". */
export function amountOf(units: Decimal, currency: string): Amount {
  const decimals = isIsoCurrency(currency) ? minorUnits(currency) : 2;
  const value = units.div(new Decimal(10).pow(decimals));
  return value.isZero() ? new Decimal(0).toFixed(decimals) : value.toFixed(decimals);
}

/** How soon the money can be drawn: the fields behind an amount that say so. */
export interface Funds {
  readonly type: string;
  /** YYMMDD, of the type V. */
  readonly valueDate: string | undefined;
}

/** Goes through the fields of a record one by one. */
export class FieldCursor {
  private at = 0;

  constructor(private readonly fields: readonly string[]) {}

  get isAtEnd(): boolean {
    return this.at >= this.fields.length;
  }

  next(): string {
    const field = this.fields[this.at] ?? "";
    this.at += 1;
    return field;
  }

  /** Where the next field is. */
  get position(): number {
    return this.at;
  }

  /**
   * The funds type with the fields that belong to it: S has three amounts, V a date and a time, D a number and that
   * many pairs. Null when the type is none of the specification.
   */
  funds(): Funds | null {
    const type = this.next().toUpperCase();
    if (/^[012Z]?$/.test(type)) return { type, valueDate: undefined };
    if (type === "S") {
      this.at += 3;
      return { type, valueDate: undefined };
    }
    if (type === "V") {
      const valueDate = this.next();
      this.at += 1;
      return { type, valueDate };
    }
    if (type !== "D") return null;
    const count = this.next();
    if (!/^\d{0,2}$/.test(count)) return null;
    this.at += 2 * Number(count);
    return { type, valueDate: undefined };
  }
}
