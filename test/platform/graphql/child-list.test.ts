import { describe, expect, it } from "vitest";
import { Database } from "../../../src/platform/database/database.js";
import { ReadSession } from "../../../src/platform/database/read-session.js";
import { sql } from "../../../src/platform/database/sql.js";
import { childList } from "../../../src/platform/graphql/child-list.js";
import type { ConnectionArgs } from "../../../src/platform/graphql/connections.js";
import { OperationContext } from "../../../src/platform/graphql/context.js";
import { totalOrder } from "../../../src/platform/graphql/keyset.js";

interface ItemArguments extends ConnectionArgs {
  readonly status?: string;
  readonly kinds?: readonly string[];
}

/** Asks for the items of each parent, and tells what came and which parents were read together. */
async function pagesOf(asked: readonly (readonly [parentId: string, args: ItemArguments])[]) {
  const statements: string[][] = [];
  const pageOf = childList<string, ItemArguments>({
    order: totalOrder([], sql`i.id`),
    rows: async ({ parentIds, args }) => {
      statements.push([...parentIds]);
      return parentIds.map((id) => [`${id} ${args.status ?? args.kinds?.join()}`]);
    },
    counts: async () => [],
  });
  const database = new Database({ url: "postgres://localhost/unused", poolSize: 1 });
  const request = { requestId: "r", query: "", signal: new AbortController().signal };
  const context = new OperationContext(null, request, new ReadSession(database, "t"));
  const pages = await Promise.all(asked.map(([parentId, args]) => pageOf(parentId, args, context)));
  return { statements, items: pages.flatMap(({ nodes }) => nodes) };
}

describe("the lists of many parents", () => {
  it("are read at once when they are asked for with the same arguments", async () => {
    const { statements, items } = await pagesOf([
      ["a", { first: 10, status: "OPEN" }],
      ["b", { first: 10, status: "OPEN" }],
    ]);
    expect(statements).toEqual([["a", "b"]]);
    expect(items).toEqual(["a OPEN", "b OPEN"]);
  });

  it("are read by their own arguments, in the order asked for", async () => {
    const { statements, items } = await pagesOf([
      ["a", { first: 10, status: "OPEN" }],
      ["a", { first: 10, status: "ALL" }],
      ["b", { first: 10, status: "OPEN" }],
      ["b", { first: 10, status: "ALL" }],
    ]);
    expect(statements).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
    expect(items).toEqual(["a OPEN", "a ALL", "b OPEN", "b ALL"]);
  });

  it("are told apart by an argument that only some have, and by what a list of theirs holds", async () => {
    const { statements, items } = await pagesOf([
      ["a", { kinds: ["INVOICE"] }],
      ["b", { kinds: ["INVOICE"] }],
      ["c", { kinds: ["RECEIPT"] }],
      ["d", { kinds: ["RECEIPT"], first: 10 }],
    ]);
    expect(statements).toEqual([["a", "b"], ["c"], ["d"]]);
    expect(items).toEqual(["a INVOICE", "b INVOICE", "c RECEIPT", "d RECEIPT"]);
  });
});
