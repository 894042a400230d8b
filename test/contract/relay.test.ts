import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printSchemaFile } from "../../src/platform/graphql/schema.js";
import { startApi, type TestApi } from "../support/api.js";
import { type FullBooks, fullBooks } from "./full-books.js";
import { nodeIds } from "./samples.js";
import { rootFields } from "./schema-walk.js";

let api: TestApi;
let books: FullBooks;

beforeAll(async () => {
  api = await startApi();
  books = await fullBooks(api, "alpha");
  const { story } = books;
  // Many of one name, one date and one amount, some without: what pages must not lose or double.
  const customers = Array.from({ length: 12 }, () => story.customer({ name: "Twin", currency: "EUR" }));
  await Promise.all(customers);
  for (let n = 0; n < 9; n++) {
    const its = { customerId: books.customer, amount: n % 2 === 0 ? "10.00" : "20.00" };
    if (n % 3 === 0) await story.draft(its);
    else await story.invoice({ ...its, terms: n % 3 === 1 ? "30/50/20" : "NET30" });
    await story.receipt({ ...its, receivedOn: n % 2 === 0 ? "2026-03-01" : "2026-03-10" });
  }
});
afterAll(() => api.close());

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE = `edges { cursor node { id } } nodes { id } totalCount
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

async function page(list: string, args: string): Promise<Page> {
  const given = args ? `(${args})` : "";
  const data = await books.story.ask<Record<string, Page>>(`{ ${list}${given} { ${PAGE} } }`);
  const found = data[list];
  if (!found) throw new Error(`there is no list ${list}`);
  return found;
}

async function codeOf(list: string, args: string): Promise<string | undefined> {
  const answer = await api.ask(`{ ${list}(${args}) { nodes { id } } }`, {}, books.story.token);
  return answer.errors?.[0]?.extensions.code;
}

/** The whole list, page by page, in its own order whichever way it is walked. */
async function walk(
  list: string,
  args: string,
  way: "forwards" | "backwards",
  size: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const at: string = cursor === null ? "" : `, ${way === "forwards" ? "after" : "before"}: "${cursor}"`;
    const { nodes, edges, pageInfo } = await page(
      list,
      `${way === "forwards" ? "first" : "last"}: ${size}${at}${args}`,
    );
    expect(edges.map((edge) => edge.node.id)).toEqual(nodes.map((node) => node.id));
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
      edges[0]?.cursor ?? null,
      edges.at(-1)?.cursor ?? null,
    ]);
    const own = nodes.map((node) => node.id);
    if (way === "forwards") ids.push(...own);
    else ids.unshift(...own);
    const more = way === "forwards" ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
    if (!more) return ids;
    expect(nodes).toHaveLength(size);
    cursor = way === "forwards" ? pageInfo.endCursor : pageInfo.startCursor;
  }
}

/** What makes lists as long as they get, or what they need. */
const WHOLE: Readonly<Record<string, string>> = {
  lateFeePreview: ', asOf: "2026-12-31"',
  openItems: ", status: ALL",
  smallBalances: ', tolerances: [{ currency: "EUR", amount: "1000.00" }], asOf: "2026-12-31"',
};

/** Every root connection, in every order that the schema has for it; due dates of drafts are null. */
function orders(): { list: string; args: string }[] {
  const { schema } = api.application.assembled;
  return rootFields(schema, "query")
    .filter((field) => field.args.some((arg) => arg.name === "after"))
    .flatMap(({ name, args }) => {
      const all = WHOLE[name] ?? "";
      const order = args.find((arg) => arg.name === "orderBy");
      if (!order) return [{ list: name, args: all }];
      const type = schema.getType(`${String(order.type).replace(/\W/g, "")}Field`);
      const fields = type && "getValues" in type ? type.getValues().map((value) => value.name) : [];
      expect(fields.length, name).toBeGreaterThan(0);
      return fields.flatMap((field) =>
        ["ASC", "DESC"].map((direction) => ({
          list: name,
          args: `${all}, orderBy: [{ field: ${field}, direction: ${direction} }]`,
        })),
      );
    });
}

describe("a list", () => {
  it("is shown page by page, forwards and backwards, without gap or double, in every order, under ties and nulls", async () => {
    const all = orders();
    expect(new Set(all.map(({ list }) => list)).size).toBeGreaterThanOrEqual(8);
    for (const { list, args } of all) {
      const whole = await page(list, `first: 100${args}`);
      const ids = whole.nodes.map((node) => node.id);
      expect([list, whole.totalCount]).toEqual([list, ids.length]);
      expect(new Set(ids).size).toBe(ids.length);
      expect([list, args, await walk(list, args, "forwards", 4)]).toEqual([list, args, ids]);
      expect([list, args, await walk(list, args, "backwards", 3)]).toEqual([list, args, ids]);
    }
  });

  it("shows at most 100 at once, 25 when nobody says how many, and refuses arguments that contradict each other", async () => {
    for (const { list, args } of orders()) {
      expect([list, await codeOf(list, `first: 101${args}`)]).toEqual([list, "INVALID_PAGE"]);
      expect([list, await codeOf(list, `last: 101${args}`)]).toEqual([list, "INVALID_PAGE"]);
      expect([list, await codeOf(list, `first: -1${args}`)]).toEqual([list, "INVALID_PAGE"]);
      expect([list, await codeOf(list, `first: 1, last: 1${args}`)]).toEqual([list, "INVALID_PAGE"]);
    }
    const { nodes, totalCount } = await page("journalEntries", "");
    expect(totalCount).toBeGreaterThan(25);
    expect(nodes).toHaveLength(25);
  });

  it("refuses cursors that it did not make: nonsense, another list's, another order's", async () => {
    const receipts = await page("receipts", "first: 1");
    const cursor = receipts.edges[0]?.cursor ?? "";
    const wrong = ["nonsense", "b3RoZXI=", `${cursor}x`];
    for (const text of wrong)
      expect([text, await codeOf("receipts", `after: "${text}"`)]).toEqual([text, "INVALID_CURSOR"]);
    expect(await codeOf("invoices", `after: "${cursor}", orderBy: [{ field: TOTAL }]`)).toBe(
      "INVALID_CURSOR",
    );
    expect(await codeOf("receipts", `after: "${cursor}", orderBy: [{ field: NUMBER }]`)).toBe(
      "INVALID_CURSOR",
    );
  });

  it("matches nothing with an empty `in`, and everything but that with its `not`", async () => {
    for (const { list } of orders()) {
      const { schema } = api.application.assembled;
      const field = rootFields(schema, "query").find(({ name }) => name === list);
      if (!field?.args.some((arg) => arg.name === "where")) continue;
      const status = list === "openItems" ? "status: ALL, " : "";
      expect([list, (await page(list, `${status}where: { id: { in: [] } }`)).totalCount]).toEqual([list, 0]);
      const all = await page(list, status.replace(", ", ""));
      const rest = await page(list, `${status}where: { not: { id: { in: [] } } }`);
      expect([list, rest.totalCount]).toEqual([list, all.totalCount]);
    }
  });
});

describe("an object", () => {
  it("of every type that has an id is found by it, through node and nodes", async () => {
    const { schema } = api.application.assembled;
    const node = schema.getType("Node");
    const types =
      node && "getInterfaces" in node && !("isTypeOf" in node) ? schema.getPossibleTypes(node) : [];
    const ids = nodeIds(books);
    const found: Record<string, string>[] = [];
    for (const id of ids) {
      const data = await books.story.ask<{ node: Record<string, string> | null }>(
        "query ($id: ID!) { node(id: $id) { __typename id } }",
        { id },
      );
      if (data.node) found.push(data.node);
    }
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(found.map(({ __typename }) => __typename).sort()).toEqual(types.map((type) => type.name).sort());
    const data = await books.story.ask<{ nodes: unknown[] }>(
      "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
      { ids },
    );
    expect(data.nodes).toEqual(found);
  });

  it("is not found by an id of another type, or of none", async () => {
    for (const id of [
      books.invoice.replace("inv_", "xyz_"),
      books.invoice.slice(0, -1),
      books.invoice.toUpperCase(),
      "",
      "1",
    ]) {
      const answer = await api.ask("query ($id: ID!) { node(id: $id) { id } }", { id }, books.story.token);
      expect([id, answer.errors?.[0]?.extensions.code]).toEqual([id, "INVALID_ID"]);
    }
    const asReceipt = books.invoice.replace("inv_", "rct_");
    const data = await books.story.ask("query ($id: ID!) { node(id: $id) { id } }", { id: asReceipt });
    expect(data).toEqual({ node: null });
  });
});

describe("the schema", () => {
  it("is the one in schema/schema.graphql", () => {
    const committed = readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8");
    expect(printSchemaFile(api.application.assembled.schema)).toBe(committed);
  });
});
