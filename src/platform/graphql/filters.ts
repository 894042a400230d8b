import { Field, ID, InputType, registerEnumType } from "type-graphql";
import { type SqlFragment, sql } from "../database/sql.js";
import { requestError } from "./errors.js";
import { requireId } from "./ids.js";
import { DateScalar, DateTime, Decimal } from "./scalars.js";

/**
 * Operators that a filter of one column may have; all that are given must hold, none given holds always. An
 * operator that is null is refused, so that a variable which was left empty does not match everything.
 */
export interface Filter {
  readonly eq?: unknown;
  readonly in?: readonly unknown[] | null;
  readonly not?: unknown;
  readonly gt?: unknown;
  readonly gte?: unknown;
  readonly lt?: unknown;
  readonly lte?: unknown;
  readonly contains?: string | null;
  readonly startsWith?: string | null;
  readonly isNull?: boolean | null;
}

/** What must hold of a column's value; null when the filter is absent. */
export function condition(column: SqlFragment, filter: Filter | null | undefined): SqlFragment | null {
  if (!filter) return null;
  const parts: SqlFragment[] = [];
  for (const operator of OPERATORS) {
    const value = filter[operator];
    if (value === undefined) continue;
    if (value === null)
      throw requestError("INVALID_FILTER", `\`${operator}\` is null; leave it out, or use \`isNull\`.`);
    refuseTooMuch(operator, value);
    parts.push(OPERATIONS[operator](column, value));
  }
  return parts.length > 0 ? sql.join(parts, " and ") : null;
}

/** What a database does with one value is done for each row that it looks at. */
function refuseTooMuch(operator: string, value: unknown): void {
  const values = Array.isArray(value) ? value : [value];
  if (values.length > VALUES_MAX) {
    const message = `\`${operator}\` has ${values.length} values; at most ${VALUES_MAX} are compared. Ask for them in parts.`;
    throw requestError("BAD_USER_INPUT", message);
  }
  for (const text of values) {
    if (typeof text !== "string" || text.length <= TEXT_MAX) continue;
    const message = `The text of \`${operator}\` has ${text.length} characters; at most ${TEXT_MAX} are compared.`;
    throw requestError("BAD_USER_INPUT", message);
  }
}

/** The same for a column of UUIDs that clients know as ids with a prefix; throws INVALID_ID. */
export function idCondition(
  column: SqlFragment,
  prefix: string,
  filter: IdFilter | null | undefined,
): SqlFragment | null {
  if (!filter) return null;
  const uuid = (id: string) => requireId(prefix, id);
  return condition(column, {
    ...filter,
    ...(typeof filter.eq === "string" ? { eq: uuid(filter.eq) } : {}),
    ...(Array.isArray(filter.in) ? { in: filter.in.map(uuid) } : {}),
  });
}

/** What every `where` input has beside its columns. */
export interface Combination<Where> {
  readonly and?: readonly Where[] | null;
  readonly or?: readonly Where[] | null;
  readonly not?: Where | null;
}

/**
 * The SQL of a `where` input: its columns' conditions, `and`, `or` and `not` must all hold. An empty `or` matches
 * nothing. `not` is the logical complement: it also matches where a null made the inner condition unknown.
 */
export function whereSql<Where extends Combination<Where>>(
  where: Where | null | undefined,
  conditionsOf: (where: Where) => readonly (SqlFragment | null)[],
): SqlFragment {
  let left = CONDITIONS_MAX;
  const write = (part: Where): SqlFragment => {
    left -= 1;
    if (left < 0)
      throw requestError("INVALID_FILTER", `A filter combines at most ${CONDITIONS_MAX} conditions.`);
    const parts = conditionsOf(part).filter((fragment) => fragment !== null);
    if (part.and) parts.push(...part.and.map((inner) => write(inner)));
    if (part.or) parts.push(part.or.length > 0 ? sql`(${sql.join(part.or.map(write), " or ")})` : sql`false`);
    if (part.not) parts.push(sql`(${write(part.not)}) is not true`);
    return parts.length > 0 ? sql`(${sql.join(parts, " and ")})` : sql`true`;
  };
  return where ? write(where) : sql`true`;
}

/** A filter over an enum; declare it once per enum. */
export function enumFilter(name: string, values: object): new () => EnumFilter {
  @InputType(name, { description: "All operators that are given must hold." })
  class OneEnumFilter {
    @Field(() => values, { nullable: true, description: "Is this." })
    eq?: string | null;

    @Field(() => [values], { nullable: true, description: "Is one of these; an empty list matches nothing." })
    in?: string[] | null;

    @Field(() => values, { nullable: true, description: "Is not this." })
    not?: string | null;
  }
  return OneEnumFilter;
}

/** Registers an enum of string constants with the description of each value. */
export function defineEnum(
  name: string,
  description: string,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const names = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([value, text]) => [value, { description: text }]),
  );
  registerEnumType(names, { name, description, valuesConfig });
  return names;
}

export interface EnumFilter {
  eq?: string | null;
  in?: string[] | null;
  not?: string | null;
}

@InputType({ description: "Compares ids. All operators that are given must hold." })
export class IdFilter {
  @Field(() => ID, { nullable: true, description: "Is this id." })
  eq?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Is one of these ids; an empty list matches nothing.",
  })
  in?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether there is none." })
  isNull?: boolean | null;
}

@InputType({ description: "Compares text. All operators that are given must hold." })
export class StringFilter {
  @Field(() => String, { nullable: true, description: "Is exactly this." })
  eq?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Is exactly one of these; an empty list matches nothing.",
  })
  in?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Has this somewhere; capitals and small letters are the same.",
  })
  contains?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Begins with this; capitals and small letters are the same.",
  })
  startsWith?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether there is none." })
  isNull?: boolean | null;
}

/** A filter over values that have an order. */
export interface RangeFilter<Value> {
  eq?: Value | null;
  in?: Value[] | null;
  gt?: Value | null;
  gte?: Value | null;
  lt?: Value | null;
  lte?: Value | null;
  isNull?: boolean | null;
}

export type DateFilter = RangeFilter<string>;
export const DateFilter = rangeFilter<string>("DateFilter", DateScalar, "Compares calendar dates.");
export type DateTimeFilter = RangeFilter<Date>;
export const DateTimeFilter = rangeFilter<Date>("DateTimeFilter", DateTime, "Compares instants.");
export type DecimalFilter = RangeFilter<string>;
export const DecimalFilter = rangeFilter<string>("DecimalFilter", Decimal, "Compares exact decimal numbers.");

function rangeFilter<Value>(name: string, scalar: object, description: string): new () => RangeFilter<Value> {
  class OneRangeFilter implements RangeFilter<Value> {}
  const add = (operator: string, type: () => object, text: string) =>
    Field(type, { nullable: true, description: text })(OneRangeFilter.prototype, operator);
  add("eq", () => scalar, "Equal to.");
  add("in", () => [scalar], "Equal to one of these; an empty list matches nothing.");
  add("gt", () => scalar, "Greater than (after).");
  add("gte", () => scalar, "Greater than or equal to (on or after).");
  add("lt", () => scalar, "Less than (before).");
  add("lte", () => scalar, "Less than or equal to (on or before).");
  add("isNull", () => Boolean, "Whether there is none.");
  InputType(name, { description: `${description} All operators that are given must hold.` })(OneRangeFilter);
  return OneRangeFilter;
}

/** More than any person or report needs, and few enough to plan quickly. */
const CONDITIONS_MAX = 100;

/** Of one `in`. */
const VALUES_MAX = 1_000;

/** Characters of one text: the longest that are compared (numbers, names, references) have half as many. */
const TEXT_MAX = 500;

const OPERATIONS = {
  eq: (column: SqlFragment, value: unknown) => sql`${column} = ${value}`,
  in: (column: SqlFragment, value: unknown) => sql`${column} = any(${value})`,
  not: (column: SqlFragment, value: unknown) => sql`${column} <> ${value}`,
  gt: (column: SqlFragment, value: unknown) => sql`${column} > ${value}`,
  gte: (column: SqlFragment, value: unknown) => sql`${column} >= ${value}`,
  lt: (column: SqlFragment, value: unknown) => sql`${column} < ${value}`,
  lte: (column: SqlFragment, value: unknown) => sql`${column} <= ${value}`,
  contains: (column: SqlFragment, value: unknown) => sql`${column} ilike ${`%${literally(String(value))}%`}`,
  startsWith: (column: SqlFragment, value: unknown) => sql`${column} ilike ${`${literally(String(value))}%`}`,
  isNull: (column: SqlFragment, value: unknown) =>
    value === true ? sql`${column} is null` : sql`${column} is not null`,
} as const;

const OPERATORS: readonly (keyof typeof OPERATIONS)[] = [
  "eq",
  "in",
  "not",
  "gt",
  "gte",
  "lt",
  "lte",
  "contains",
  "startsWith",
  "isNull",
];

function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
