import { type SqlFragment, sql } from "../database/sql.js";
import { requestError } from "./errors.js";

/** What a sort column holds, so that a cursor that was tampered with is refused before it reaches SQL. */
export type SortType = keyof typeof VALID;

/** One column of a sort order. Nulls are larger than any value, as in PostgreSQL's own default. */
export interface SortTerm {
  /** The SQL expression to sort by. */
  readonly column: SqlFragment;
  /** The row's property that holds the same value; instants must be read as text, with all their microseconds. */
  readonly key: string;
  readonly type: SortType;
  readonly direction: "ASC" | "DESC";
  readonly nullable?: boolean;
}

/** A sort order that is total: its last term is the id. */
export type SortOrder = readonly SortTerm[];

export type SortValue = string | number | boolean | null;

/** Makes an order total by the id, in the direction of the last term, so that one index can serve it. */
export function totalOrder(terms: readonly SortTerm[], idColumn: SqlFragment, idKey = "id"): SortOrder {
  const direction = terms.at(-1)?.direction ?? "ASC";
  return [...terms, { column: idColumn, key: idKey, type: "uuid", direction }];
}

/** `ORDER BY` terms of the order, or of its reverse for reading a list from its end. */
export function orderBySql(order: SortOrder, reversed: boolean): SqlFragment {
  return sql.join(order.map((term) => sql`${term.column} ${sql.constant(directionOf(term, reversed))}`));
}

/** The rows after (or before) the one with these sort values, seeking rather than counting. */
export function keysetPredicate(
  order: SortOrder,
  values: readonly SortValue[],
  side: "after" | "before",
): SqlFragment {
  const before = side === "before";
  const [first] = order;
  const uniform = order.every((term) => !term.nullable && term.direction === first?.direction);
  if (first && uniform) return rowComparison(order, values, comparison(first, before));
  // (a > x) or (a = x and ((b > y) or (b = y and …))): the form that takes nulls and mixed directions.
  return order.reduceRight<SqlFragment>((rest, term, index) => {
    const value = values[index] ?? null;
    const beyond = beyondSql(term, value, before);
    const equal = value === null ? sql`${term.column} is null` : sql`${term.column} = ${value}`;
    return sql`(${beyond} or (${equal} and ${rest}))`;
  }, sql`false`);
}

/**
 * An opaque cursor: base64url of a version byte and the JSON of the order's signature and the row's sort values.
 * The signature keeps it from being used in another order.
 */
export function encodeCursor(order: SortOrder, row: Readonly<Record<string, unknown>>): string {
  const values = order.map((term) => sortValue(row[term.key], term.key));
  return Buffer.from(VERSION + JSON.stringify([signature(order), ...values])).toString("base64url");
}

/** The sort values of a cursor; throws a top-level INVALID_CURSOR unless it was made in this order. */
export function decodeCursor(order: SortOrder, cursor: string): SortValue[] {
  const parsed = cursor.length <= CURSOR_CHARACTERS_MAX ? parse(cursor) : undefined;
  const values = Array.isArray(parsed) && parsed[0] === signature(order) ? parsed.slice(1) : [];
  if (values.length === 0 || values.length !== order.length) throw invalidCursor();
  return order.map((term, index) => {
    const value: unknown = values[index];
    if (value === null && term.nullable) return null;
    if (!VALID[term.type](value)) throw invalidCursor();
    return sortValue(value, term.key);
  });
}

const VERSION = "\u0001";
const CURSOR_CHARACTERS_MAX = 2_000;

const VALID = {
  text: (value: unknown) => typeof value === "string",
  boolean: (value: unknown) => typeof value === "boolean",
  integer: (value: unknown) =>
    Number.isSafeInteger(Number(value)) && value !== "" && typeof value !== "boolean",
  decimal: (value: unknown) => typeof value === "string" && /^-?\d{1,30}(\.\d{1,20})?$/.test(value),
  date: (value: unknown) =>
    typeof value === "string" && /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(value),
  instant: (value: unknown) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
  uuid: (value: unknown) =>
    typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
} as const;

function directionOf(term: SortTerm, reversed: boolean): "ASC" | "DESC" {
  return (term.direction === "ASC") === reversed ? "DESC" : "ASC";
}

function comparison(term: SortTerm, before: boolean): SqlFragment {
  return sql.constant(directionOf(term, before) === "ASC" ? ">" : "<");
}

function rowComparison(order: SortOrder, values: readonly SortValue[], operator: SqlFragment): SqlFragment {
  const columns = sql.join(order.map((term) => term.column));
  const bounds = sql.join(order.map((_, index) => sql`${values[index] ?? null}`));
  return sql`(${columns}) ${operator} (${bounds})`;
}

/** Strictly beyond a value in one column; nulls come last when rising and first when falling. */
function beyondSql(term: SortTerm, value: SortValue, before: boolean): SqlFragment {
  const rising = directionOf(term, before) === "ASC";
  if (value === null) return rising ? sql`false` : sql`${term.column} is not null`;
  const further = sql`${term.column} ${comparison(term, before)} ${value}`;
  return rising && term.nullable ? sql`(${further} or ${term.column} is null)` : further;
}

function sortValue(value: unknown, key: string): SortValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return value;
  // A Date has no microseconds: a cursor made of one would show the same row again.
  throw new TypeError(`the sort value "${key}" is not text, a number, a boolean or null`);
}

function parse(cursor: string): unknown {
  const text = Buffer.from(cursor, "base64url").toString();
  if (!text.startsWith(VERSION)) return undefined;
  try {
    return JSON.parse(text.slice(1));
  } catch {
    return undefined;
  }
}

function invalidCursor(): Error {
  return requestError(
    "INVALID_CURSOR",
    "The cursor was not made by this list in this order. Start without one.",
  );
}

const signatures = new WeakMap<SortOrder, string>();

/** Directions and names of the order; short, since it is in every cursor. */
function signature(order: SortOrder): string {
  const known = signatures.get(order);
  if (known !== undefined) return known;
  const made = order.map((term) => (term.direction === "ASC" ? "+" : "-") + term.key).join("");
  signatures.set(order, made);
  return made;
}
