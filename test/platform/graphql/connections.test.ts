import fc from "fast-check";
import { execute, parse } from "graphql";
import { Args, Field, ObjectType, Query, Resolver } from "type-graphql";
import { describe, expect, it } from "vitest";
import { compile, sql } from "../../../src/platform/database/sql.js";
import {
  buildConnection,
  ConnectionArgs,
  connectionType,
  keysetPage,
} from "../../../src/platform/graphql/connections.js";
import { Allow } from "../../../src/platform/graphql/fields.js";
import {
  decodeCursor,
  encodeCursor,
  keysetPredicate,
  type SortTerm,
  type SortValue,
  totalOrder,
} from "../../../src/platform/graphql/keyset.js";
import { assembleSchema } from "../../../src/platform/graphql/schema.js";

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";
const DUE: SortTerm = { column: sql`i.due_date`, key: "due", type: "date", direction: "ASC" };
const BALANCE: SortTerm = {
  column: sql`i.balance`,
  key: "balance",
  type: "decimal",
  direction: "DESC",
  nullable: true,
};
const BY_DUE = totalOrder([DUE], sql`i.id`);
const MIXED = totalOrder([DUE, BALANCE], sql`i.id`);

function codeOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error instanceof Error && "extensions" in error ? error.extensions : error;
  }
  return undefined;
}

describe("a cursor", () => {
  it("carries any sort values and gives them back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.uuid(), (due, id) => {
        const order = totalOrder([{ ...DUE, type: "text" }], sql`id`);
        expect(decodeCursor(order, encodeCursor(order, { due, id }))).toEqual([due, id]);
      }),
    );
  });

  it("is refused in another order, when cut, changed, or not a cursor at all", () => {
    const cursor = encodeCursor(BY_DUE, { due: "2026-03-31", id: ID });
    const forged = Buffer.from('\u0001["+due+id","2026-03-31\' or 1=1","x"]').toString("base64url");
    const refused = { code: "INVALID_CURSOR", http: { status: 400 } };
    expect(codeOf(() => decodeCursor(MIXED, cursor))).toEqual(refused);
    for (const text of ["", "x", cursor.slice(0, -4), `A${cursor}`, forged, "x".repeat(5_000)]) {
      expect(codeOf(() => decodeCursor(BY_DUE, text))).toEqual(refused);
    }
  });

  it("cannot be made of a Date, which has lost the microseconds", () => {
    expect(() => encodeCursor(BY_DUE, { due: new Date(), id: ID })).toThrow(TypeError);
  });
});

describe("a page", () => {
  it("seeks by one row comparison when all columns rise together", () => {
    const after = encodeCursor(BY_DUE, { due: "2026-03-31", id: ID });
    const page = keysetPage({ first: 10, after }, BY_DUE);
    const { text, values } = compile(sql`where ${page.where} order by ${page.orderBy} limit ${page.limit}`);
    expect(text).toBe("where (i.due_date, i.id) > ($1, $2) order by i.due_date ASC, i.id ASC limit 11");
    expect(values).toEqual(["2026-03-31", ID]);
  });

  it("is read backwards from the end of the list", () => {
    const page = keysetPage({ last: 10 }, BY_DUE);
    expect(compile(page.orderBy).text).toBe("i.due_date DESC, i.id DESC");
    expect(buildConnection([3, 2, 1], { ...page, size: 2 })).toMatchObject({ nodes: [2, 3], hasMore: true });
  });

  it("has 25 rows unless asked, at most 100, and one direction", () => {
    expect(keysetPage({}, BY_DUE).size).toBe(25);
    expect(keysetPage({ first: 0 }, BY_DUE).size).toBe(0);
    for (const args of [{ first: 101 }, { last: -1 }, { first: 1, last: 1 }]) {
      expect(codeOf(() => keysetPage(args, BY_DUE))).toMatchObject({ code: "INVALID_PAGE" });
    }
  });
});

describe("the keyset predicate", () => {
  interface Item extends Record<string, unknown> {
    due: string;
    balance: string | null;
    id: string;
  }

  /** PostgreSQL's own ordering: nulls last when rising, first when falling. */
  function compare(a: Item, b: Item): number {
    if (a.due !== b.due) return a.due < b.due ? -1 : 1;
    if (a.balance !== b.balance) {
      if (a.balance === null) return -1;
      if (b.balance === null) return 1;
      return Number(b.balance) - Number(a.balance);
    }
    return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
  }

  /** Evaluates the SQL's text on a row, in three-valued logic as far as this predicate needs it. */
  function holds(text: string, values: readonly unknown[], item: Item): boolean {
    const value = (name: string) =>
      JSON.stringify(name === "due_date" ? item.due : name === "id" ? item.id : item.balance);
    const expression = text
      .replace(/i\.(\w+) is not null/g, (_, name) => `(${value(name)} !== null)`)
      .replace(/i\.(\w+) is null/g, (_, name) => `(${value(name)} === null)`)
      .replace(/i\.(\w+) (=|<|>) \$(\d+)/g, (_, name, operator, index) => {
        const right = JSON.stringify(values[Number(index) - 1]);
        const left = value(name);
        return left === "null" ? "false" : `(${left} ${operator === "=" ? "===" : operator} ${right})`;
      })
      .replaceAll(" or ", " || ")
      .replaceAll(" and ", " && ");
    return new Function(`return ${expression}`)() === true;
  }

  const item = fc.record({
    due: fc.constantFrom("2026-01-01", "2026-02-01"),
    balance: fc.constantFrom(null, "1", "2"),
    id: fc.constantFrom("a", "b", "c"),
  });

  it("splits a list with nulls and mixed directions exactly where the order does", () => {
    fc.assert(
      fc.property(fc.array(item), item, (items, bound) => {
        const values: SortValue[] = [bound.due, bound.balance, bound.id];
        for (const side of ["after", "before"] as const) {
          const { text, values: parameters } = compile(keysetPredicate(MIXED, values, side));
          for (const one of items) {
            const wanted = side === "after" ? compare(one, bound) > 0 : compare(one, bound) < 0;
            expect(holds(text, parameters, one)).toBe(wanted);
          }
        }
      }),
    );
  });
});

@Allow("receivables:read")
@ObjectType({ description: "An item." })
class ListedItem {
  @Field(() => String, { description: "Its due date." })
  due!: string;
}
const ItemConnection = connectionType("ListedItem", () => ListedItem);
let counted = 0;

@Resolver()
class ItemResolver {
  @Allow("receivables:read")
  @Query(() => ItemConnection, { description: "Items." })
  items(@Args(() => ConnectionArgs) args: ConnectionArgs): unknown {
    const rows = ["2026-01-01", "2026-01-02", "2026-01-03"].map((due) => ({ due, id: ID }));
    return buildConnection(rows, keysetPage(args, BY_DUE), async () => {
      counted += 1;
      return 3;
    });
  }
}

describe("a connection", () => {
  const { schema } = assembleSchema([ItemResolver]);

  it("shows nodes, edges and where the page stands, and counts only when asked", async () => {
    const document = parse(
      "{ items(first: 2) { nodes { due } edges { cursor node { due } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
    );
    const { data, errors } = await execute({ schema, document });
    expect(errors).toBeUndefined();
    const cursorOf = (due: string) => encodeCursor(BY_DUE, { due, id: ID });
    const [first, second] = ["2026-01-01", "2026-01-02"];
    expect(data?.items).toEqual({
      nodes: [{ due: first }, { due: second }],
      edges: [
        { cursor: cursorOf("2026-01-01"), node: { due: first } },
        { cursor: cursorOf("2026-01-02"), node: { due: second } },
      ],
      pageInfo: {
        hasNextPage: true,
        hasPreviousPage: false,
        startCursor: cursorOf("2026-01-01"),
        endCursor: cursorOf("2026-01-02"),
      },
    });
    expect(counted).toBe(0);
    const withCount = await execute({ schema, document: parse("{ items { totalCount } }") });
    expect(withCount.data).toEqual({ items: { totalCount: 3 } });
  });
});
