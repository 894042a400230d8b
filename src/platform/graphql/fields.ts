import "reflect-metadata";
import type { GraphQLFieldResolver } from "graphql";
import { Args, Extensions, Field, ID } from "type-graphql";
import { formatAmount } from "../money.js";
import type { RequestContext } from "./context.js";
import { encodeId } from "./ids.js";
import { Money } from "./scalars.js";

export { Allow, AllowAnyone } from "./access.js";

declare module "graphql" {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    readonly derive?: GraphQLFieldResolver<_TSource, _TContext>;
    readonly columns?: readonly string[];
  }
}

/** A class that type-graphql knows, whether its instances are ever made or not. */
export type TypeClass = abstract new (...args: never[]) => object;

export interface DerivedOptions {
  readonly description: string;
  readonly nullable?: boolean | "items" | "itemsAndList";
  readonly deprecationReason?: string;
  /** The name in the schema, when it differs from the property's. */
  readonly name?: string;
  /** The row's properties that it is computed from; all of them when left out. */
  readonly columns?: readonly string[];
  /** A class with `@ArgsType`; `derive` gets the arguments as a plain object with the defaults filled in. */
  readonly args?: () => TypeClass;
}

type Derive<Row, Arguments, Value> = (row: Row, args: Arguments, context: RequestContext) => Value;

/**
 * A field computed from its parent's row. The schema assembly installs the function as it is, so that on a long
 * list it costs one call: no instance of the type's class is made, no middleware runs.
 */
export function Derived<Row, Arguments = Record<string, unknown>, Value = unknown>(
  type: () => object | symbol,
  options: DerivedOptions,
  derive: Derive<Row, Arguments, Value>,
): PropertyDecorator {
  const { args, columns, ...fieldOptions } = options;
  return (prototype, property) => {
    Field(type, fieldOptions)(prototype, property);
    Extensions({ derive, columns })(prototype, property);
    if (args) Args(args)(prototype, property, 0);
  };
}

type Row = Readonly<Record<string, unknown>>;

/** An opaque id made of a UUID column; null stays null when the field is nullable. */
export function IdField(
  prefix: string,
  column = "id",
  options: Partial<DerivedOptions> = {},
): PropertyDecorator {
  const description = options.description ?? `Opaque id, with the prefix "${prefix}_".`;
  return Derived<Row>(
    () => ID,
    { ...options, description, columns: [column] },
    (row) => {
      const uuid = row[column];
      return typeof uuid === "string" ? encodeId(prefix, uuid) : null;
    },
  );
}

export interface MoneyColumns {
  /** Column of the amount, in units of the currency. */
  readonly amount: string;
  /** Column of the ISO 4217 code, or a function of the row. */
  readonly currency: string | ((row: Row) => string);
  readonly nullable?: boolean;
}

/** `Money` of two columns, with exactly the currency's decimals. */
export function MoneyField(
  description: string,
  { amount, currency, nullable }: MoneyColumns,
): PropertyDecorator {
  const currencyOf = typeof currency === "string" ? (row: Row) => String(row[currency]) : currency;
  const columns = typeof currency === "string" ? [amount, currency] : undefined;
  return Derived<Row>(
    () => Money,
    { description, nullable, columns },
    (row) => {
      const value = row[amount];
      if (value === null || value === undefined) return null;
      const code = currencyOf(row);
      // A number has lost digits already; only text or a Decimal may come out of a row.
      if (typeof value === "number") throw new TypeError(`${amount} is a JavaScript number`);
      return { amount: formatAmount(String(value), code), currency: code };
    },
  );
}
