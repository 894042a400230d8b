import { createHash } from "node:crypto";

/** A piece of SQL with its values, composed by the `sql` template; never concatenated from text by hand. */
export class SqlFragment {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

/**
 * The columns of a kind of rows, each under the property that holds it. A session that knows which of them its
 * operation needs reads only those; any other reads all.
 */
export class ColumnsFragment extends SqlFragment {
  constructor(
    readonly rows: string,
    private readonly columns: RowColumns,
  ) {
    super([""], []);
  }

  /** The columns of these properties and those that are always read; all when null. */
  narrowedTo(needed: ReadonlySet<string> | null): SqlFragment {
    const { always, sorting, others } = this.columns;
    const inCursors = needed === null || needed.has(CURSORS);
    const asked = (part: Columns) => Object.entries(part).filter(([name]) => needed?.has(name) ?? true);
    const read = [
      ...Object.entries(always),
      ...(inCursors ? Object.entries(sorting) : asked(sorting)),
      ...asked(others),
    ];
    return sql.join(read.map(([property, column]) => sql`${column} as ${sql.identifier(property)}`));
  }
}

export type Columns = Readonly<Record<string, SqlFragment>>;

export interface RowColumns {
  /** Read whatever is needed: the id, and what rows are grouped by. */
  readonly always: Columns;
  /** What lists are sorted by; read when cursors are needed. */
  readonly sorting: Columns;
  readonly others: Columns;
}

/** Stands among needed properties for all that a list may be sorted by. */
export const CURSORS = "(cursors)";

/** The properties that are needed of a kind of rows; null for all of them. */
export type NeededColumns = (rows: string) => ReadonlySet<string> | null;

/** A statement as the driver takes it. The name lets PostgreSQL keep its plan on each connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Builds a statement: an interpolated fragment is spliced in, anything else becomes a parameter.
 * Arrays become one array parameter (`= any(${ids})`).
 */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): SqlFragment {
  return new SqlFragment(strings, values);
}

/** Fragments one after another, with a separator; none gives an empty fragment. */
sql.join = (fragments: readonly SqlFragment[], separator = ", "): SqlFragment =>
  fragments.length === 0
    ? sql.empty
    : new SqlFragment(["", ...fragments.slice(1).map(() => separator), ""], fragments);

/** Columns of the rows of that name, of which a session may read only those that it needs. */
sql.columns = (rows: string, columns: RowColumns): ColumnsFragment => new ColumnsFragment(rows, columns);

/** A quoted identifier. */
sql.identifier = (...names: string[]): SqlFragment =>
  new SqlFragment([names.map((n) => `"${n.replaceAll('"', '""')}"`).join(".")], []);

/** Constant text of the program itself; never anything that came from outside. */
sql.constant = (text: string): SqlFragment => new SqlFragment([text], []);

sql.empty = new SqlFragment([""], []);

/** Statement names are per connection for ever, so only so many shapes are prepared; the rest run unnamed. */
const PREPARED_SHAPES_MAX = 2_000;
const names = new Map<string, string>();

/** Flattens a fragment into text with $1, $2 … and its values. */
export function compile(fragment: SqlFragment, needed: NeededColumns = () => null): Statement {
  const values: unknown[] = [];
  const text = write(fragment, values, needed);
  return { name: nameOf(text), text, values };
}

function write(fragment: SqlFragment, values: unknown[], needed: NeededColumns): string {
  if (fragment instanceof ColumnsFragment) {
    return write(fragment.narrowedTo(needed(fragment.rows)), values, needed);
  }
  let text = fragment.strings[0] ?? "";
  for (let i = 0; i < fragment.values.length; i++) {
    const value = fragment.values[i];
    if (value instanceof SqlFragment) text += write(value, values, needed);
    else text += `$${values.push(value)}`;
    text += fragment.strings[i + 1] ?? "";
  }
  return text;
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= PREPARED_SHAPES_MAX) return "";
  const name = createHash("sha1").update(text).digest("base64url");
  names.set(text, name);
  return name;
}
