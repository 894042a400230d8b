import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Throttle } from "../../src/platform/graphql/cost.js";
import { encodeId } from "../../src/platform/graphql/ids.js";
import { DEFAULT_LIMITS } from "../../src/platform/graphql/limits.js";
import {
  logInto,
  post,
  principal,
  type SmallServer,
  startSmallServer,
  THINGS,
} from "../support/small-server.js";

const READER = { authorization: "Bearer reader" };
let server: SmallServer;
beforeAll(async () => {
  const tokens = {
    reader: principal(["receivables:read"], { subject: "reader" }),
    writer: principal(["receivables:read", "invoices:write"], { subject: "writer" }),
  };
  const limits = { ...DEFAULT_LIMITS, cost: { operationMax: 1_000, maximum: 1_500, restoreRate: 1 } };
  server = await startSmallServer(tokens, { limits, log: logInto([]) });
});
afterAll(() => server.close());

const ask = (query: string, headers: Record<string, string> = READER, variables?: object) =>
  post(server.url, { query, variables }, headers);

describe("cost", () => {
  it("counts each object that may be returned, by the page asked for", async () => {
    const { body } = await ask(
      "query ($n: Int) { things(first: $n) { nodes { name parts { name } } } }",
      READER,
      { n: 50 },
    );
    // 50 things, each with a list of unknown length taken for 10; 3 and their one part each came.
    expect(body.extensions?.cost).toMatchObject({ requested: 550, actual: 6 });
  });

  it("takes a page of 25 where none is asked for, and ids for their number", async () => {
    const byDefault = await ask("{ things { edges { node { name } } pageInfo { hasNextPage } } }");
    expect(byDefault.body.extensions?.cost.requested).toBe(25);
    const ids = THINGS.slice(0, 2).map((thing) => encodeId("thg", thing.id));
    const byIds = await ask("query ($ids: [ID!]!) { thingsByIds(ids: $ids) { name } }", READER, { ids });
    expect(byIds.body.extensions?.cost).toMatchObject({ requested: 2, actual: 2 });
  });

  it("is higher for mutations", async () => {
    const { body } = await ask('mutation { thingRename(name: "a") { id } }', {
      authorization: "Bearer writer",
    });
    expect(body.extensions?.cost).toMatchObject({ requested: 11, actual: 11 });
  });

  it.each([
    ["how many there are", "{ things(first: 1) { totalCount } }", 1, 1],
    ["where a page ends", "{ things(first: 100) { pageInfo { endCursor } } }", 1, 1],
    ["an empty list", "{ thingsByIds(ids: []) { name } }", 1, 1],
    ["two values of the operation's own", "{ hello again: hello }", 2, 2],
  ])("is a point at least for what is read: %s", async (_what, query, requested, actual) => {
    const { body } = await ask(query);
    expect(body.extensions?.cost).toMatchObject({ requested, actual });
  });

  it("is what was asked for when a failure takes all of the data away", async () => {
    const { body } = await ask("{ things(first: 70) { nodes { name failing } } }");
    expect(body.data).toBeNull();
    expect(body.extensions?.cost).toMatchObject({ requested: 70, actual: 70 });
  });

  it("is told with the maximum when it is too much, and nothing runs", async () => {
    const { status, body } = await ask("{ things(first: 100) { nodes { parts { name } } } }");
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toEqual({
      code: "COST_EXCEEDED",
      cost: { requested: 1_100, maximum: 1_000 },
    });
    expect(body.data).toBeUndefined();
  });

  it("is given back as time goes by, and by what was not used", () => {
    let now = 0;
    const throttle = new Throttle({ operationMax: 1_000, maximum: 1_000, restoreRate: 100 }, () => now);
    const spender = principal([], { subject: "spender" });
    throttle.charge(spender, 900);
    expect(() => throttle.charge(spender, 200)).toThrow("ask again in 1 s");
    expect(throttle.settle(spender, 900, 500).throttle.available).toBe(500);
    throttle.charge(spender, 500);
    now = 2_000;
    expect(throttle.report(spender, 0, 0).throttle).toEqual({
      maximum: 1_000,
      available: 200,
      restoreRate: 100,
    });
    expect(throttle.report(principal([], { subject: "other" }), 0, 0).throttle.available).toBe(1_000);
  });
});
