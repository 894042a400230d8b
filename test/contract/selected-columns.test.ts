import { isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receivablesSchema } from "../../src/schema.js";
import { startApi, type TestApi } from "../support/api.js";
import { type FullBooks, fullBooks } from "./full-books.js";
import { nodeIds } from "./samples.js";
import { fieldSelections } from "./schema-walk.js";

let api: TestApi;
let books: FullBooks;

beforeAll(async () => {
  api = await startApi();
  books = await fullBooks(api, "columns");
});
afterAll(() => api.close());

const { schema } = receivablesSchema();

/** Only what a document selects is read from the database. */
describe("a field", () => {
  it("has the same value when it is asked for alone as among all others", async () => {
    const types = new Set<string>();
    for (const id of nodeIds(books)) {
      const { node } = await ask<{ __typename: string }>(id, "__typename");
      const type = schema.getType(node.__typename);
      if (!isObjectType(type)) throw new Error(`${node.__typename} is not an object type`);
      types.add(type.name);
      const selections = fieldSelections(schema, type, 2);
      const { node: whole } = await ask(id, `... on ${type.name} { ${selections.join(" ")} }`);
      const alone: Record<string, unknown> = {};
      for (const selection of selections) {
        Object.assign(alone, (await ask(id, `... on ${type.name} { ${selection} }`)).node);
      }
      expect(alone, type.name).toEqual(whole);
    }
    expect([...types]).toEqual(
      expect.arrayContaining(["Customer", "Invoice", "OpenItem", "Receipt", "Remittance", "Application"]),
    );
  });

  it("is read for pages in every order with the cursors that lead on", async () => {
    const { story } = books;
    const fields = { customers: "name", invoices: "status", openItems: "kind", receipts: "method" };
    for (const [list, field] of Object.entries(fields)) {
      const orders = enumValues(`${list.replace(/s$/, "").replace(/^./, (c) => c.toUpperCase())}OrderField`);
      for (const order of orders) {
        const page = (args: string) =>
          story.ask<Record<string, { nodes: { id: string }[]; pageInfo: { endCursor: string | null } }>>(
            `{ ${list}(first: 1, orderBy: [{ field: ${order}, direction: ASC }] ${args}) { nodes { id ${field} } pageInfo { endCursor } } }`,
          );
        const first = (await page(""))[list];
        const second = (await page(`after: "${first?.pageInfo.endCursor}"`))[list];
        const ids = [first, second].map((shown) => shown?.nodes[0]?.id);
        expect(ids, `${list} by ${order}`).toEqual([expect.any(String), expect.any(String)]);
        expect(new Set(ids).size, `${list} by ${order}`).toBe(2);
      }
    }
  });
});

function ask<Node = Record<string, unknown>>(id: string, selection: string): Promise<{ node: Node }> {
  return books.story.ask(`query ($id: ID!) { node(id: $id) { ${selection} } }`, { id });
}

function enumValues(name: string): string[] {
  const type = schema.getType(name);
  if (!type || !("getValues" in type)) throw new Error(`there is no enum ${name}`);
  return type.getValues().map((value) => value.name);
}
