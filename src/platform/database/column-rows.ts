import type { Executor } from "./database.js";
import { ByColumnFragment, PARENT, type SqlFragment } from "./sql.js";

/**
 * The rows of a statement that selects `sql.columns`, in its order, brought over column by column as JSON: the driver
 * takes many times as long over the same values one by one. JSON has no exact decimals, so the columns cast `numeric`
 * and `bigint` to text; instants come as ISO 8601 text.
 */
export async function columnRows<Row>(db: Executor, statement: SqlFragment): Promise<Row[]> {
  const [columns] = await db.rows<Columns>(new ByColumnFragment(statement, null));
  return rowsOf<Row>(columns ?? {});
}

/** The same for each parent, in the parents' order; the statement tells its parent's UUID by `parent.id`. */
export async function childRows<Row>(
  db: Executor,
  parentIds: readonly string[],
  statement: SqlFragment,
): Promise<Row[][]> {
  const [columns] = await db.rows<Columns>(new ByColumnFragment(statement, parentIds));
  const children = parentIds.map((): Row[] => []);
  const places = columns?.[PARENT];
  if (!columns || !places) return children;
  const rows = rowsOf<Row>(columns);
  for (let i = 0; i < places.length; i++) {
    const row = rows[i];
    if (row !== undefined) children[Number(places[i]) - 1]?.push(row);
  }
  return children;
}

/** All values of each column; null when there are no rows. */
type Columns = Readonly<Record<string, readonly unknown[] | null>>;

function rowsOf<Row>(columns: Columns): Row[] {
  const names = Object.keys(columns);
  const [first] = names;
  const values = first === undefined ? null : columns[first];
  return values ? (builderOf(names)(columns, values.length) as Row[]) : [];
}

type Build = (columns: Columns, length: number) => unknown[];

const builders = new Map<string, Build>();

/**
 * Rows that are filled by computed names take ten times as long as by code that names them, so that code is written:
 * once for each list of columns, of which there are as many as the program has selections.
 */
function builderOf(names: readonly string[]): Build {
  const key = names.join();
  const known = builders.get(key);
  if (known) return known;
  const own = names.filter((name) => name !== PARENT);
  const columns = own.map((name, n) => `const column${n} = columns[${JSON.stringify(name)}];`);
  const row = literalOf(own.map((name, n) => ({ path: name.split("."), value: `column${n}[i]` })));
  const body = `${columns.join("")} const rows = new Array(length); for (let i = 0; i < length; i++) rows[i] = ${row}; return rows;`;
  const build = new Function("columns", "length", body) as Build;
  builders.set(key, build);
  return build;
}

interface Property {
  /** One name, or those of the rows that it is within and its own. */
  readonly path: readonly string[];
  /** The expression of its value. */
  readonly value: string;
}

function literalOf(properties: readonly Property[]): string {
  const byName = Map.groupBy(properties, ({ path }) => path[0]);
  const written = [...byName].map(([name, inside]) => {
    const [own] = inside;
    return `${JSON.stringify(name)}: ${own?.path.length === 1 ? own.value : rowWithin(inside)}`;
  });
  return `{ ${written.join(", ")} }`;
}

/** A row within the row that has no id is one that there is not. */
function rowWithin(inside: readonly Property[]): string {
  const properties = inside.map(({ path, value }) => ({ path: path.slice(1), value }));
  const id = properties.find(({ path }) => path.join() === "id");
  return `${id?.value} === null ? null : ${literalOf(properties)}`;
}
