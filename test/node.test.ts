import { isInterfaceType } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startApi, type TestApi } from "./support/api.js";

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

it("node finds objects of every type that has ids", async () => {
  const wrong = await api.ask(`{ node(id: "zzz_${"0".repeat(32)}") { id } }`);
  expect(wrong.errors?.[0]?.extensions.code).toBe("INVALID_ID");
  const prefixes = /prefixes (.*)\./.exec(wrong.errors?.[0]?.message ?? "")?.[1]?.split(", ") ?? [];
  const { schema } = api.application.assembled;
  const node = schema.getType("Node");
  expect(prefixes).toHaveLength(isInterfaceType(node) ? schema.getPossibleTypes(node).length : 0);
  const ids = prefixes.map((prefix) => `${prefix}_${"0".repeat(32)}`);
  const { nodes } = await api.run<{ nodes: null[] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }`,
    { ids },
  );
  expect(nodes).toEqual(ids.map(() => null));
});

it("nodes takes at most 100 ids", async () => {
  const ids = Array.from({ length: 101 }, () => `inv_${"0".repeat(32)}`);
  const answer = await api.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, { ids });
  expect(answer.errors?.[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
});
