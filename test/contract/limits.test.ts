import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "../../src/platform/auth/principal.js";
import { DEFAULT_LIMITS } from "../../src/platform/graphql/limits.js";
import {
  logInto,
  post,
  principal,
  type SmallServer,
  seen,
  startSmallServer,
} from "../support/small-server.js";

const READER = { authorization: "Bearer reader" };
const logged: unknown[] = [];
let server: SmallServer;
beforeAll(async () => {
  const tokens: Record<string, Principal> = {
    reader: principal(["receivables:read"], { subject: "reader" }),
    auditor: principal(["receivables:read", "audit:read"], { subject: "auditor" }),
    writer: principal(["receivables:read", "invoices:write"], { subject: "writer" }),
  };
  const limits = {
    depthMax: 8,
    aliasesMax: 5,
    directivesMax: 5,
    fieldsMax: 200,
    mutationsMax: 2,
    cost: { operationMax: 1_000, maximum: 1_500, restoreRate: 1 },
  };
  server = await startSmallServer(tokens, { limits, log: logInto(logged) });
});
afterAll(() => server.close());

const ask = (query: string, headers: Record<string, string> = READER, variables?: object) =>
  post(server.url, { query, variables }, headers);

describe("what one request may carry", () => {
  it.each([
    ["levels", `{ things { nodes ${"{ parts ".repeat(8)}{ name }${" }".repeat(8)} } }`],
    [
      "aliases",
      `{ ${"abcdef"
        .split("")
        .map((name) => `${name}: hello`)
        .join(" ")} }`,
    ],
    [
      "directives",
      "{ hello @include(if: true) @skip(if: false) a: hello @include(if: true) @skip(if: false) b: hello @include(if: true) @skip(if: false) }",
    ],
  ])("has at most so many %s", async (what, query) => {
    const { status, body } = await ask(query);
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors?.map((error) => error.extensions.code)).toEqual(["LIMIT_EXCEEDED"]);
    expect(body.errors?.[0]?.message).toContain(what);
  });

  it.each(["application/json", "application/graphql-response+json"])(
    "has at most so many tokens, told in %s as the other limits are",
    async (accept) => {
      const { tokensMax } = DEFAULT_LIMITS;
      const { status, body } = await ask(`{ ${"hello ".repeat(tokensMax)} }`, { ...READER, accept });
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([
        {
          message: `The document has more than ${tokensMax} tokens.`,
          extensions: { code: "LIMIT_EXCEEDED" },
        },
      ]);
      const fits = await ask(`{ hello } #${" long".repeat(tokensMax)}`, { ...READER, accept });
      expect(fits.body.data).toEqual({ hello: "hello" });
    },
  );

  it("is not unfolded without end by fragments of fragments", async () => {
    const fragment = (n: number) =>
      `fragment F${n} on Thing { a: parts { ...F${n + 1} } b: parts { ...F${n + 1} } }`;
    const fragments = Array.from({ length: 5 }, (_, n) => fragment(n)).join(" ");
    const wide = Array.from({ length: 12 }, (_, n) => `name id name ${n}`.replace(/\d/g, "")).join(" ");
    const query = `{ things { nodes { ...F0 } } } ${fragments} fragment F5 on Thing { ${wide} }`;
    const { body } = await ask(query);
    expect(body.errors?.[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
  });

  it("has at most so many mutations", async () => {
    const query =
      'mutation { a: thingRename(name: "a") { id } b: thingRename(name: "b") { id } c: thingRename(name: "c") { id } }';
    const { body } = await ask(query, { authorization: "Bearer writer" });
    expect(body.errors?.[0]?.message).toBe("One request carries at most 2 mutations, not 3.");
  });

  it("is one operation, not a batch", async () => {
    const { status, body } = await post(server.url, [{ query: "{ hello }" }, { query: "{ hello }" }]);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain("batching");
  });

  it("leaves room for introspection, which needs no credentials", async () => {
    const open = await startSmallServer({});
    const { status, body } = await post(open.url, { query: getIntrospectionQuery() });
    await open.close();
    expect(status).toBe(200);
    expect(body.data).toHaveProperty("__schema");
  });
});

describe("authorisation", () => {
  it("looks at every field that the document selects, also in fragments, before anything runs", async () => {
    const before = seen.contexts - seen.ended;
    const { status, body } = await ask(
      "{ things { nodes { ...Part } } } fragment Part on Thing { parts { secret } }",
    );
    expect(status).toBe(403);
    expect(body.data).toBeUndefined();
    expect(body.errors?.[0]).toEqual({
      message: 'Thing.secret needs "journal:read" or "audit:read".',
      extensions: { code: "FORBIDDEN", coordinates: "Thing.secret", scopes: ["journal:read", "audit:read"] },
    });
    expect(seen.contexts - seen.ended).toBe(before);
  });

  it("is met by any one of the scopes", async () => {
    const { body } = await ask("{ things(first: 1) { nodes { secret } } }", {
      authorization: "Bearer auditor",
    });
    expect(body.data).toEqual({ things: { nodes: [{ secret: "secret" }] } });
  });

  it("asks for credentials where anyone may not read", async () => {
    const { status, headers, body } = await ask("{ hello things { nodes { name } } }", {});
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toBe("Bearer");
    expect(body.errors?.[0]?.extensions).toEqual({ code: "UNAUTHENTICATED" });
    expect((await ask("{ hello }", {})).body.data).toEqual({ hello: "hello" });
  });

  it("refuses bad credentials even where none are needed", async () => {
    const { status, body } = await ask("{ hello }", { authorization: "Bearer nobody" });
    expect(status).toBe(401);
    expect(body.errors?.[0]?.message).toBe("The token is malformed.");
  });
});

describe("errors", () => {
  it("show of a fault only the reference under which the log has it", async () => {
    const { status, body } = await ask("{ hello broken }");
    expect(status).toBe(200);
    expect(body.data).toEqual({ hello: "hello", broken: null });
    const { reference } = body.errors?.[0]?.extensions ?? {};
    expect(body.errors?.[0]?.extensions).toEqual({
      code: "INTERNAL_SERVER_ERROR",
      reference: expect.any(String),
    });
    expect(JSON.stringify(body)).not.toContain("hunter2");
    const entry = logged.find(
      (one) => typeof one === "object" && one && "reference" in one && one.reference === reference,
    );
    expect(entry).toMatchObject({ path: "broken", err: { message: "password=hunter2" } });
  });

  it("refuse numbers where a decimal is asked for", async () => {
    const literal = await ask("{ echo(value: 1.5) }");
    expect(literal.body.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    const variable = await ask("query ($v: Decimal!) { echo(value: $v) }", READER, { v: 1.5 });
    expect(variable.status).toBe(400);
    expect(variable.body.errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT" });
  });

  const long = "9".repeat(1_000_000);
  it.each([
    ["a Decimal", "query ($v: Decimal!) { echo(value: $v) }", { v: long }, /"99.*9… is not a Decimal\./],
    ["a Decimal in the document", `{ echo(value: "${long}") }`, {}, /^"9{59}… is not a Decimal\./],
    ["a number", "query ($n: Int) { things(first: $n) { totalCount } }", { n: long }, /Int cannot/],
    ["a number in the document", `{ things(first: ${long}) { totalCount } }`, {}, /^Int cannot .*999/],
    ["a list", "query ($v: Decimal!) { echo(value: $v) }", { v: Array(3).fill(long) }, /is not a Decimal\./],
    ["an id", "query ($ids: [ID!]!) { thingsByIds(ids: $ids) { name } }", { ids: [long] }, /expected "thg_"/],
  ])("quote only a part of %s of a megabyte", async (_what, query, variables, says) => {
    const { body } = await ask(query, READER, variables);
    expect(body.errors?.[0]?.message).toMatch(says);
    expect(JSON.stringify(body).length).toBeLessThan(1_000);
  });

  it("have the same form outside of operations", async () => {
    const broken = await post(server.url, "{");
    expect(broken).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: "BAD_REQUEST" } }] },
    });
    const elsewhere = await post(server.url.replace("/graphql", "/nothing"), {});
    expect(elsewhere).toMatchObject({
      status: 404,
      body: { errors: [{ extensions: { code: "BAD_REQUEST" } }] },
    });
    const large = await post(server.url, { query: "{ hello }", padding: "x".repeat(5_000_000) });
    expect(large).toMatchObject({
      status: 413,
      body: { errors: [{ extensions: { code: "LIMIT_EXCEEDED" } }] },
    });
  });

  it("neither logs documents nor credentials", async () => {
    await ask('{ echo(value: "77.77") }');
    expect(JSON.stringify(logged)).not.toMatch(/77\.77|Bearer/);
  });
});

describe("every operation", () => {
  it("ends its context exactly once, whether it was run, refused, or not even read", async () => {
    for (const query of [
      "{ hello }",
      "{ nothing }",
      "{",
      "{ broken }",
      "mutation { thingRename(name: 1) { id } }",
      "",
    ])
      await ask(query);
    expect(seen.ended).toBe(seen.contexts);
  });

  it("carries the request's id", async () => {
    const { headers } = await ask("{ hello }", { "x-request-id": "portal-4711-abc" });
    expect(headers.get("x-request-id")).toBe("portal-4711-abc");
    expect(
      (await ask("{ hello }", { "x-request-id": "x".repeat(999) })).headers.get("x-request-id"),
    ).toHaveLength(36);
  });
});
