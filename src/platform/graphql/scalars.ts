import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { Field, InputType, ObjectType } from "type-graphql";
import { parseBusinessDate } from "../business-date.js";
import { Decimal as DecimalValue, isCurrency } from "../money.js";
import { AllowAnyone } from "./access.js";
import { requestError } from "./errors.js";

/** An exact decimal as a JSON string. A JSON number is refused: it may have lost digits before it came here. */
export const Decimal = stringScalar(
  "Decimal",
  'An exact decimal number as a string, e.g. "1234.50". Numbers and exponents are refused, in both directions.',
  (text) => (DECIMAL.test(text) ? text : undefined),
  (value) => (DecimalValue.isDecimal(value) && value.isFinite() ? value.toFixed() : undefined),
);

/** A `BusinessDate`: the calendar date in the tenant's time zone. */
export const DateScalar = stringScalar(
  "Date",
  'A calendar date in the tenant\'s time zone, "YYYY-MM-DD".',
  (text) => parseBusinessDate(text) ?? undefined,
);

/** A JavaScript `Date` in resolvers' arguments; rows may carry a `Date` or ISO 8601 text. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description:
    'An instant in UTC, ISO 8601 with milliseconds: "2026-03-31T22:00:00.000Z". Input may have an offset.',
  serialize: (value) => instant(value).toISOString(),
  parseValue: (value) => parseInstant(value),
  parseLiteral: (node) => parseInstant(literalText(node, "DateTime")),
});

/** ISO 4217. */
export const CurrencyCode = stringScalar("CurrencyCode", 'An ISO 4217 currency code, e.g. "EUR".', (text) =>
  isCurrency(text) ? text : undefined,
);

/** Where a client is in the feed of events. */
export const EventCursor = stringScalar(
  "EventCursor",
  "A position in the feed of events. Opaque: keep it as it came and hand it back as `after`.",
  (text) => (text.length > 0 && text.length <= 200 ? text : undefined),
);

@AllowAnyone()
@ObjectType({ description: "An amount in one currency." })
export class Money {
  @Field(() => Decimal, {
    description: "Units of the currency, with exactly its decimals; negative when owed the other way.",
  })
  amount!: string;

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;
}

@InputType({ description: "An amount in one currency." })
export class MoneyInput {
  @Field(() => Decimal, { description: "Units of the currency; not more decimals than it has." })
  amount!: string;

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;
}

/** Without exponent, and no longer than a numeric column takes. */
const DECIMAL = /^-?\d{1,30}(\.\d{1,20})?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A scalar that is text on both sides. What the server itself puts out is not checked again: lists are long. */
function stringScalar(
  name: string,
  description: string,
  parse: (text: string) => string | undefined,
  print: (value: unknown) => string | undefined = () => undefined,
): GraphQLScalarType<string, string> {
  const parseText = (value: unknown): string => {
    const parsed = typeof value === "string" ? parse(value) : undefined;
    if (parsed === undefined) throw badValue(name, value, description);
    return parsed;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => {
      const text = typeof value === "string" ? value : print(value);
      if (text === undefined) throw new TypeError(`${name} cannot represent a ${typeof value}`);
      return text;
    },
    parseValue: parseText,
    parseLiteral: (node) => parseText(literalText(node, name)),
  });
}

function literalText(node: ValueNode, name: string): string {
  if (node.kind === Kind.STRING) return node.value;
  throw requestError("BAD_USER_INPUT", `${name} is written as a string, in quotes.`);
}

function badValue(name: string, value: unknown, description: string): Error {
  const text = JSON.stringify(value) ?? "undefined";
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return requestError("BAD_USER_INPUT", `${shown} is not a ${name}. ${description}`);
}

function parseInstant(value: unknown): Date {
  const date = typeof value === "string" && INSTANT.test(value) ? new Date(value) : undefined;
  // `Date` moves 31 February into March; the calendar does not.
  if (!date || Number.isNaN(date.getTime()) || parseBusinessDate(String(value).slice(0, 10)) === null) {
    throw badValue("DateTime", value, "It needs a date, a time and an offset or Z.");
  }
  return date;
}

function instant(value: unknown): Date {
  const date = value instanceof Date ? value : typeof value === "string" ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime()))
    throw new TypeError(`DateTime cannot represent a ${typeof value}`);
  return date;
}
