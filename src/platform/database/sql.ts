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
  readonly #narrowed = new WeakMap<NeededColumns, NarrowedColumns>();

  constructor(
    readonly rows: string,
    private readonly columns: RowColumns,
  ) {
    super([""], []);
  }

  /** The columns that are needed, and those that are always read. */
  narrowedTo(needed: NeededColumns): NarrowedColumns {
    const known = this.#narrowed.get(needed);
    if (known) return known;
    const columns = [...this.#selected(needed)];
    const properties = columns.map(([property]) => property);
    const select = written(
      sql.join(columns.map(([property, column]) => sql`${column} as ${sql.identifier(property)}`)),
      needed,
    );
    const withoutId = this.#needsId(needed) ? properties : properties.filter((property) => property !== "id");
    const childrenByColumn = arraysOf(withoutId, [sql`json_agg(parent.place) as ${sql.identifier(PARENT)}`]);
    const narrowed = { select, byColumn: arraysOf(properties), childrenByColumn };
    this.#narrowed.set(needed, narrowed);
    return narrowed;
  }

  /** Whether the ids of rows that are told by their place are needed: for a field, or in cursors, which end with them. */
  #needsId(needed: NeededColumns): boolean {
    const asked = needed(this.rows);
    return asked === null || asked.has("id") || asked.has(CURSORS);
  }

  *#selected(needed: NeededColumns): Generator<[property: string, column: SqlFragment]> {
    const { always, sorting, others } = this.columns;
    const asked = needed(this.rows);
    const inCursors = asked === null || asked.has(CURSORS);
    const isRead = (property: string) =>
      property in always || (inCursors && property in sorting) || (asked?.has(property) ?? true);
    for (const [property, column] of Object.entries({ ...always, ...sorting, ...others })) {
      if (!isRead(property)) continue;
      if (!(column instanceof ColumnsFragment)) yield [property, column];
      else for (const [inner, read] of column.#selected(needed)) yield [`${property}.${inner}`, read];
    }
  }
}

/** What stands after SELECT; the properties of a row within the row follow its own property and a dot. */
export interface NarrowedColumns {
  readonly select: SqlFragment;
  /** All values of each column of the rows `r`, as JSON arrays. */
  readonly byColumn: SqlFragment;
  /** The same with the column `(parent)`, of rows that are told by their parent's place. */
  readonly childrenByColumn: SqlFragment;
}

/** By property; another kind's columns are a row within the row. */
export type Columns = Readonly<Record<string, SqlFragment>>;

export interface RowColumns {
  /** Read whatever is needed; an `id` not for rows that are told by their parent's place. */
  readonly always: Columns;
  /** What lists are sorted by; read when cursors are needed. */
  readonly sorting: Columns;
  readonly others: Columns;
}

/** Stands among needed properties for all that a list may be sorted by. */
export const CURSORS = "(cursors)";

/** The properties that are needed of a kind of rows; null for all of them. Known by identity: made once an operation. */
export type NeededColumns = (rows: string) => ReadonlySet<string> | null;

const ALL_COLUMNS: NeededColumns = () => null;

/**
 * The rows of a statement that selects `sql.columns`, as one row that holds all values of each column as a JSON array.
 * With parents, the rows of each of them: the statement may tell its parent's UUID by `parent.id`, and the column
 * `(parent)` tells whose each row is, counted from 1.
 */
export class ByColumnFragment extends SqlFragment {
  readonly #columns: ColumnsFragment;

  constructor(
    private readonly statement: SqlFragment,
    private readonly parentIds: readonly string[] | null,
  ) {
    super([""], []);
    const columns = columnsIn(statement);
    if (!columns) throw new Error("the statement selects no columns");
    this.#columns = columns;
  }

  narrowedTo(needed: NeededColumns): SqlFragment {
    const { byColumn, childrenByColumn } = this.#columns.narrowedTo(needed);
    if (!this.parentIds) return sql`select ${byColumn} from (${this.statement}) as r`;
    return sql`
      select ${childrenByColumn}
      from unnest(${this.parentIds}::uuid[]) with ordinality as parent(id, place)
      cross join lateral (${this.statement}) as r`;
  }
}

/** All values of each property of the rows `r`, as JSON arrays, after the given columns. */
function arraysOf(properties: readonly string[], before: readonly SqlFragment[] = []): SqlFragment {
  const names = properties.map((property) => sql.identifier(property));
  return written(
    sql.join([...before, ...names.map((name) => sql`json_agg(r.${name}) as ${name}`)]),
    ALL_COLUMNS,
  );
}

/** The column of which parent a row is. */
export const PARENT = "(parent)";

/**
 * The limit of a page: one row more than it shows, which tells whether there are more, where the operation tells that.
 * Part of the text: only with a limit that it knows can PostgreSQL keep one plan for all calls.
 */
export class PageLimitFragment extends SqlFragment {
  constructor(private readonly size: number) {
    super([""], []);
  }

  narrowedTo(needed: NeededColumns): SqlFragment {
    const told = needed(PAGE_INFO);
    const tellsMore = told === null || told.has("hasNextPage") || told.has("hasPreviousPage");
    return sql.constant(String(tellsMore ? this.size + 1 : this.size));
  }
}

/** What is needed of it says whether an operation tells if there are more rows than a page shows. */
export const PAGE_INFO = "PageInfo";

function columnsIn(fragment: SqlFragment): ColumnsFragment | undefined {
  for (const value of fragment.values) {
    if (value instanceof ColumnsFragment) return value;
    const found = value instanceof SqlFragment ? columnsIn(value) : undefined;
    if (found) return found;
  }
  return undefined;
}

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
export function compile(fragment: SqlFragment, needed: NeededColumns = ALL_COLUMNS): Statement {
  const values: unknown[] = [];
  const text = write(fragment, values, needed);
  return { name: nameOf(text), text, values };
}

/** The same in one piece, for what is spliced in again and again; as it is when it has values. */
function written(fragment: SqlFragment, needed: NeededColumns): SqlFragment {
  const values: unknown[] = [];
  const text = write(fragment, values, needed);
  return values.length === 0 ? sql.constant(text) : fragment;
}

function write(fragment: SqlFragment, values: unknown[], needed: NeededColumns): string {
  if (fragment instanceof ColumnsFragment) return write(fragment.narrowedTo(needed).select, values, needed);
  if (fragment instanceof ByColumnFragment || fragment instanceof PageLimitFragment) {
    return write(fragment.narrowedTo(needed), values, needed);
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
