import { type BusinessDate, parseBusinessDate } from "../business-date.js";
import { requestError } from "../graphql/errors.js";
import { isCurrency } from "../money.js";

/** The parameters of a document's address. Each method throws BAD_USER_INPUT on a value that is not what it reads. */
export class DocumentParameters {
  readonly #given: ReadonlyMap<string, readonly string[]>;

  /** Throws BAD_USER_INPUT on a name that is not among those, since a misspelt one would silently change what is asked. */
  constructor(given: Readonly<Record<string, unknown>>, names: readonly string[]) {
    for (const name of Object.keys(given)) {
      if (!names.includes(name))
        throw wrong(`There is no parameter \`${name}\`; there are ${names.join(", ")}.`);
    }
    this.#given = new Map(Object.entries(given).map(([name, value]) => [name, textsIn(value)]));
  }

  list(name: string): readonly string[] {
    return this.#given.get(name) ?? [];
  }

  text(name: string): string | null {
    const values = this.list(name);
    if (values.length > 1) throw wrong(`\`${name}\` is given more than once.`);
    return values[0] ?? null;
  }

  required(name: string): string {
    const text = this.text(name);
    if (text === null) throw wrong(`Give \`${name}\`.`);
    return text;
  }

  date(name: string): BusinessDate | null {
    const text = this.text(name);
    if (text === null) return null;
    const date = parseBusinessDate(text);
    if (!date) throw wrong(`\`${name}\` is "${text}", which is not a calendar date (YYYY-MM-DD).`);
    return date;
  }

  instant(name: string): Date | null {
    const text = this.text(name);
    if (text === null) return null;
    const instant = instantOf(text);
    if (instant) return instant;
    throw wrong(`\`${name}\` is "${text}", which is not an instant such as 2026-01-31T12:00:00Z.`);
  }

  currency(name: string): string | null {
    const text = this.text(name);
    if (text !== null && !isCurrency(text))
      throw wrong(`\`${name}\` is "${text}", which is not an ISO 4217 code.`);
    return text;
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | null {
    const text = this.text(name);
    if (text === null) return null;
    const found = values.find((value) => value === text);
    if (!found) throw wrong(`\`${name}\` is "${text}"; it is one of ${values.join(", ")}.`);
    return found;
  }

  boolean(name: string): boolean {
    return this.oneOf(name, ["true", "false"]) === "true";
  }

  integer(name: string): number | null {
    const text = this.text(name);
    if (text === null) return null;
    if (WHOLE_NUMBER.test(text)) return Number(text);
    throw wrong(`\`${name}\` is "${text}", which is not a whole number.`);
  }

  /** Zero or more, without exponent. */
  decimal(name: string): string | null {
    const text = this.text(name);
    if (text === null || AMOUNT.test(text)) return text;
    throw wrong(`\`${name}\` is "${text}", which is not a decimal such as 1000.00.`);
  }
}

/** How a whole number, zero or more, is written. */
export const WHOLE_NUMBER = /^\d{1,9}$/;

/** How an amount of zero or more is written, in units of its currency. */
export const AMOUNT = /^\d{1,15}(\.\d{1,9})?$/;

/** The instant that the text is, ISO 8601 with an offset or Z; null when it is none. */
export function instantOf(text: string): Date | null {
  const instant = new Date(INSTANT.test(text) ? text : Number.NaN);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function textsIn(value: unknown): string[] {
  const texts = (Array.isArray(value) ? value : [value]).map(String);
  if (texts.some((text) => text.includes("\u0000")))
    throw wrong("Text cannot have the character NUL (U+0000).");
  return texts;
}

function wrong(message: string): Error {
  return requestError("BAD_USER_INPUT", message);
}
