import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { PageLimitFragment, type SqlFragment, sql } from "../database/sql.js";
import { AllowAnyone } from "./access.js";
import { requestError } from "./errors.js";
import { Derived, type TypeClass } from "./fields.js";
import { decodeCursor, encodeCursor, keysetPredicate, orderBySql, type SortOrder } from "./keyset.js";

export const PAGE_SIZE_DEFAULT = 25;
export const PAGE_SIZE_MAX = 100;

@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the start, at most ${PAGE_SIZE_MAX}; ${PAGE_SIZE_DEFAULT} when neither \`first\` nor \`last\` is given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes after this cursor." })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: `How many from the end, at most ${PAGE_SIZE_MAX}.` })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes before this cursor." })
  before?: string | null;
}

/** One page of a list, as parts of a statement: `where ${page.where} order by ${page.orderBy} limit ${page.limit}`. */
export interface Page {
  readonly order: SortOrder;
  readonly where: SqlFragment;
  readonly orderBy: SqlFragment;
  /** One row more than asked for, which tells whether there are more; not where the operation does not tell it. */
  readonly limit: SqlFragment;
  readonly size: number;
  readonly fromEnd: boolean;
  readonly hasAfter: boolean;
  readonly hasBefore: boolean;
}

/**
 * The page that the arguments ask for. Throws INVALID_PAGE when both `first` and `last` are given or one is out
 * of range, INVALID_CURSOR when a cursor is not of this list in this order.
 */
export function keysetPage({ first, after, last, before }: ConnectionArgs, order: SortOrder): Page {
  const size = pageSize(first, last);
  const fromEnd = typeof last === "number";
  const bounds: SqlFragment[] = [];
  if (after) bounds.push(keysetPredicate(order, decodeCursor(order, after), "after"));
  if (before) bounds.push(keysetPredicate(order, decodeCursor(order, before), "before"));
  return {
    order,
    where: bounds.length > 0 ? sql.join(bounds, " and ") : sql`true`,
    orderBy: orderBySql(order, fromEnd),
    limit: new PageLimitFragment(size),
    size,
    fromEnd,
    hasAfter: Boolean(after),
    hasBefore: Boolean(before),
  };
}

type Row = Readonly<Record<string, unknown>>;

/** What a resolver returns for a connection; cursors and the count are made only when asked for. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly page: Page;
  readonly hasMore: boolean;
  readonly countAll: () => Promise<number | null>;
}

/** A connection of the rows that `keysetPage`'s statement gave, in the statement's order. */
export function buildConnection<Node>(
  rows: readonly Node[],
  page: Page,
  countAll: () => Promise<number | null> = async () => null,
): Connection<Node> {
  const wanted = rows.slice(0, page.size);
  if (page.fromEnd) wanted.reverse();
  return { nodes: wanted, page, hasMore: rows.length > page.size, countAll };
}

@AllowAnyone()
@ObjectType({ description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there are more after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether there are some before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first edge; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last edge; null on an empty page." })
  endCursor!: string | null;
}

interface Edge {
  readonly node: Row;
  readonly order: SortOrder;
}

/** The object types `<Name>Connection` and `<Name>Edge`, for a class whose rows have the order's sort keys. */
export function connectionType(name: string, node: () => TypeClass): TypeClass {
  const noun = name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();

  @AllowAnyone()
  @ObjectType(`${name}Edge`, { description: `A ${noun} in a list.` })
  class NodeEdge {
    @Derived<Edge>(
      () => String,
      { description: "Its place in the list, for `after` and `before`." },
      (edge) => encodeCursor(edge.order, edge.node),
    )
    cursor!: string;

    @Field(node, { description: `The ${noun}.` })
    node!: object;
  }

  @AllowAnyone()
  @ObjectType(`${name}Connection`, {
    description: `A page of a list; each ${noun} is in \`nodes\` and in \`edges\`.`,
  })
  class NodeConnection {
    @Derived<Connection<Row>>(
      () => [NodeEdge],
      { description: "The page, with cursors." },
      ({ nodes, page }) => nodes.map((row): Edge => ({ node: row, order: page.order })),
    )
    edges!: object[];

    @Field(() => [node()], { description: "The page, without cursors." })
    nodes!: object[];

    @Derived<Connection<Row>>(() => PageInfo, { description: "Where the page stands in the list." }, pageInfo)
    pageInfo!: PageInfo;

    @Derived<Connection<Row>>(
      () => Int,
      { nullable: true, description: "How many there are in all pages; counted only when asked for." },
      (connection) => connection.countAll(),
    )
    totalCount!: number | null;
  }

  return NodeConnection;
}

function pageInfo({ nodes, page, hasMore }: Connection<Row>): object {
  const first = nodes.at(0);
  const last = nodes.at(-1);
  return {
    hasNextPage: page.fromEnd ? page.hasBefore : hasMore,
    hasPreviousPage: page.fromEnd ? hasMore : page.hasAfter,
    startCursor: first ? encodeCursor(page.order, first) : null,
    endCursor: last ? encodeCursor(page.order, last) : null,
  };
}

function pageSize(first: number | null | undefined, last: number | null | undefined): number {
  if (typeof first === "number" && typeof last === "number") {
    throw requestError("INVALID_PAGE", "Give `first` or `last`, not both.");
  }
  const size = first ?? last ?? PAGE_SIZE_DEFAULT;
  if (size < 0 || size > PAGE_SIZE_MAX) {
    throw requestError("INVALID_PAGE", `\`first\` and \`last\` are from 0 to ${PAGE_SIZE_MAX}, not ${size}.`);
  }
  return size;
}
