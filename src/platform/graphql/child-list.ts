import {
  buildConnection,
  type Connection,
  type ConnectionArgs,
  keysetPage,
  type Page,
} from "./connections.js";
import type { Loader, RequestContext } from "./context.js";
import type { SortOrder } from "./keyset.js";

/** How a list field of many parents is read at once, one statement for all parents of a level. */
export interface ChildList<Row, Args extends ConnectionArgs> {
  readonly order: SortOrder;
  /** Each parent's rows in the order of the page, no more than its limit; in the parents' order. */
  readonly rows: (query: ChildQuery<Args>, page: Page) => Promise<readonly (readonly Row[])[]>;
  readonly counts: (query: ChildQuery<Args>) => Promise<readonly ChildCount[]>;
}

export interface ChildQuery<Args> {
  /** UUIDs. */
  readonly parentIds: readonly string[];
  readonly args: Args;
  readonly context: RequestContext;
}

export interface ChildCount {
  readonly parentId: string;
  readonly count: string;
}

/** One parent's page; parents that ask with the same arguments are read together. */
export type ChildPage<Row, Args> = (
  parentId: string,
  args: Args,
  context: RequestContext,
) => Promise<Connection<Row>>;

/** Makes the reader of a list field; call it once, at the top of a module, since loaders are known by identity. */
export function childList<Row, Args extends ConnectionArgs>(
  list: ChildList<Row, Args>,
): ChildPage<Row, Args> {
  const counts: Loader<Asked<Args>, number> = (asked, context) =>
    inGroups(asked, async (parentIds, args) => {
      const found = await list.counts({ parentIds, args, context });
      const byParent = new Map(found.map((row) => [row.parentId, Number(row.count)]));
      return parentIds.map((id) => byParent.get(id) ?? 0);
    });
  const pages: Loader<Asked<Args>, Connection<Row>> = (asked, context) =>
    inGroups(asked, async (parentIds, args) => {
      const page = keysetPage(args, list.order);
      const rows = await list.rows({ parentIds, args, context }, page);
      return parentIds.map((parentId, i) =>
        buildConnection(rows[i] ?? [], page, () => context.load(counts, { parentId, args })),
      );
    });
  return (parentId, args, context) => context.load(pages, { parentId, args });
}

interface Asked<Args> {
  readonly parentId: string;
  readonly args: Args;
}

/** Reads the parents of each group of equal arguments together, and gives the values in the order asked for. */
async function inGroups<Args extends object, Value>(
  asked: readonly Asked<Args>[],
  read: (parentIds: readonly string[], args: Args) => Promise<readonly Value[]>,
): Promise<readonly Value[]> {
  const [first] = asked;
  if (!first) return [];
  // Most operations have the field once, with the same arguments for all parents.
  if (asked.every(({ args }) => areSame(args, first.args))) return readGroup(asked, first.args, read);
  const values = new Map<Asked<Args>, Value>();
  await Promise.all(
    [...Map.groupBy(asked, ({ args }) => JSON.stringify(args)).values()].map(async (group) => {
      const found = await readGroup(group, group[0]?.args ?? first.args, read);
      for (const [i, value] of found.entries()) {
        const one = group[i];
        if (one) values.set(one, value);
      }
    }),
  );
  return asked.flatMap((one) => values.get(one) ?? []);
}

/** Whether the arguments are the same plain values; lists and objects within them are not looked into. */
function areSame(these: object, those: object): boolean {
  if (these === those) return true;
  const [names, others] = [Object.keys(these), Object.keys(those)];
  return (
    names.length === others.length &&
    names.every((name) => Reflect.get(these, name) === Reflect.get(those, name))
  );
}

function readGroup<Args, Value>(
  group: readonly Asked<Args>[],
  args: Args,
  read: (parentIds: readonly string[], args: Args) => Promise<readonly Value[]>,
): Promise<readonly Value[]> {
  return read(
    group.map((one) => one.parentId),
    args,
  );
}
