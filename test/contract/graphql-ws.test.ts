import { once } from "node:events";
import { createClient } from "graphql-ws";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { createApiKey } from "../../src/platform/auth/api-keys.js";
import type { Principal } from "../../src/platform/auth/principal.js";
import { requestError } from "../../src/platform/graphql/errors.js";
import { RawClient } from "../support/raw-client.js";
import { principal, type SmallServer, seen, startSmallServer, TENANT } from "../support/small-server.js";

const SUBSCRIBER = principal(["receivables:read", "events:read"], { subject: "subscriber" });
const NARROW = principal(["receivables:read"], { subject: "narrow" });
const TOKENS: Record<string, Principal> = { subscriber: SUBSCRIBER, narrow: NARROW };

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function start(...parameters: Parameters<typeof startSmallServer>): Promise<SmallServer> {
  const server = await startSmallServer(...parameters);
  open.push(server);
  return server;
}

async function connect(
  server: SmallServer,
  payload?: object,
  headers: Record<string, string> = {},
): Promise<RawClient> {
  const socket = new WebSocket(server.socketUrl, "graphql-transport-ws", { headers });
  const client = new RawClient(socket);
  open.push({ close: () => socket.terminate() });
  await once(socket, "open");
  client.send({ type: "connection_init", payload });
  return client;
}

const AS_SUBSCRIBER = { authorization: "Bearer subscriber" };

describe("GraphQL over WebSocket", () => {
  it("serves subscriptions, queries and mutations to a client of graphql-ws", async () => {
    const server = await start(TOKENS);
    const client = createClient({
      url: server.socketUrl,
      webSocketImpl: WebSocket,
      connectionParams: AS_SUBSCRIBER,
    });
    const counted: unknown[] = [];
    for await (const { data } of client.iterate({ query: "subscription { counted(to: 3) }" }))
      counted.push(data?.counted);
    expect(counted).toEqual([1, 2, 3]);
    const { value } = await client.iterate({ query: "{ things(first: 2) { nodes { name } } }" }).next();
    expect(value).toMatchObject({
      data: { things: { nodes: [{ name: "thing 0" }, { name: "thing 1" }] } },
      extensions: { cost: { requested: 2, actual: 2 } },
    });
    await client.dispose();
  });

  it("gives events that are there together one context of their own and ends it", async () => {
    const server = await start(TOKENS);
    const before = seen.contexts;
    const client = await connect(server, AS_SUBSCRIBER);
    await client.receive("connection_ack");
    client.subscribe("subscription { counted(to: 3) }");
    await client.receive("complete");
    expect(seen.contexts - before).toBe(2);
    expect(seen.ended).toBe(seen.contexts);
  });

  it("takes the credentials of the upgrade request, or of an operation of a socket that has none", async () => {
    const server = await start(TOKENS);
    const byHeader = await connect(server, undefined, AS_SUBSCRIBER);
    await byHeader.receive("connection_ack");
    byHeader.subscribe("subscription { counted(to: 1) }");
    expect(await byHeader.receive("next")).toMatchObject({ payload: { data: { counted: 1 } } });
    const byOperation = await connect(server);
    await byOperation.receive("connection_ack");
    byOperation.subscribe("subscription { counted(to: 1) }", "1", {
      extensions: { headers: { Authorization: "Bearer subscriber" } },
    });
    expect(await byOperation.receive("next")).toMatchObject({ payload: { data: { counted: 1 } } });
  });

  it("has one identity: a first operation with other credentials than the one before it is refused", async () => {
    const { key } = createApiKey(TENANT);
    const record = { id: "k", person: "ann", scopes: ["events:read"], customerIds: null, expiresAt: null };
    let found = () => {};
    const gate = new Promise<void>((resolve) => {
      found = resolve;
    });
    const server = await start(TOKENS, {}, async () => gate.then(() => record));
    const client = await connect(server);
    await client.receive("connection_ack");
    const withHeaders = (headers: object) => ({ extensions: { headers } });
    client.subscribe("subscription { waiting }", "1", withHeaders({ "X-API-Key": key }));
    client.subscribe("{ things { nodes { name } } }", "2", withHeaders(AS_SUBSCRIBER));
    client.subscribe("{ hello }", "3", withHeaders({ "x-api-key": key }));
    client.send({ type: "ping" });
    await client.receive("pong");
    found();
    const results = [await client.receive("next"), await client.receive("next")];
    expect(results).toContainEqual(expect.objectContaining({ id: "1", payload: expect.anything() }));
    expect(results).toContainEqual(expect.objectContaining({ id: "3", payload: expect.anything() }));
    expect(await client.receive("error")).toMatchObject({
      id: "2",
      payload: [
        {
          message: "The socket has other credentials. Open another one for these.",
          extensions: { code: "UNAUTHENTICATED" },
        },
      ],
    });
  });

  it.each([
    ["{", "GRAPHQL_PARSE_FAILED"],
    ["{ nothing }", "GRAPHQL_VALIDATION_FAILED"],
    ["query { echo(value: 1) }", "BAD_USER_INPUT"],
    ["subscription { waiting }", "FORBIDDEN"],
    [`{ things { nodes ${"{ parts ".repeat(16)}{ name }${" }".repeat(16)} } }`, "LIMIT_EXCEEDED"],
    [`{ ${"hello ".repeat(5_000)} }`, "LIMIT_EXCEEDED"],
    ["query A { hello } query B { hello }", "OPERATION_RESOLUTION_FAILURE"],
  ])("passes %s through the same gate as HTTP", async (query, code) => {
    const server = await start(TOKENS);
    const client = await connect(server, { authorization: "Bearer narrow" });
    await client.receive("connection_ack");
    client.subscribe(query);
    expect(await client.receive("error")).toMatchObject({ payload: [{ extensions: { code } }] });
  });

  it("asks for credentials, and hides faults", async () => {
    const server = await start(TOKENS);
    const client = await connect(server);
    await client.receive("connection_ack");
    client.subscribe("subscription { waiting }");
    expect(await client.receive("error")).toMatchObject({
      payload: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
    client.subscribe("{ broken }", "2");
    const answer = await client.receive("next");
    expect(answer).toMatchObject({
      payload: { data: { broken: null }, errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }] },
    });
    expect(JSON.stringify(answer)).not.toContain("hunter2");
  });

  it("stops the source at once when the client completes, though it waits for an event", async () => {
    const server = await start(TOKENS);
    const client = await connect(server, AS_SUBSCRIBER);
    await client.receive("connection_ack");
    const before = seen.stopped;
    client.subscribe("subscription { waiting }");
    await client.receive("next");
    client.send({ type: "complete", id: "1" });
    client.subscribe("{ hello }", "2");
    await client.receive("next");
    expect(seen.stopped).toBe(before + 1);
    expect(seen.ended).toBe(seen.contexts);
  });

  it("carries at most so many operations in a socket, and messages of at most so many bytes", async () => {
    const server = await start(TOKENS, { sockets: { operationsMax: 2, messageBytesMax: 2_000 } });
    const client = await connect(server, AS_SUBSCRIBER);
    await client.receive("connection_ack");
    for (const id of ["1", "2"]) {
      client.subscribe("subscription { waiting }", id);
      await client.receive("next");
    }
    client.subscribe("subscription { waiting }", "3");
    expect(await client.receive("error")).toMatchObject({
      id: "3",
      payload: [{ extensions: { code: "LIMIT_EXCEEDED" } }],
    });
    client.subscribe(`# ${"x".repeat(2_000)}`, "4");
    expect(await client.closed).toMatchObject({ code: 1009 });
  });
});

describe("a socket is closed", () => {
  it("with 4401 when its credentials are not good", async () => {
    const server = await start(TOKENS);
    const client = await connect(server, { authorization: "Bearer nobody" });
    expect(await client.closed).toEqual({ code: 4401, reason: "The token is malformed." });
  });

  it("with 4403 at the moment its token expires", async () => {
    const expiresAt = new Date(Date.now() + 300);
    const server = await start({ brief: { ...SUBSCRIBER, expiresAt } });
    const client = await connect(server, { authorization: "Bearer brief" });
    await client.receive("connection_ack");
    expect(await client.closed).toEqual({ code: 4403, reason: "The token has expired." });
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt.getTime() - 5);
  });

  it("with 4403 soon after its API key is revoked", async () => {
    const { key } = createApiKey(TENANT);
    let revoked = false;
    const record = {
      id: "k",
      person: "ann",
      scopes: ["events:read"],
      customerIds: null,
      expiresAt: new Date(Date.now() + 200),
    };
    const server = await start(TOKENS, { sockets: { recheckMs: 50 } }, async () => (revoked ? null : record));
    const client = await connect(server, { "X-API-Key": key });
    await client.receive("connection_ack");
    revoked = true;
    expect(await client.closed).toMatchObject({ code: 4403 });
  });

  it.each(["its token has expired", "its API key is revoked"])(
    "though the client does not answer, and takes nothing from it once %s",
    async (why) => {
      const scopes = ["events:read", "invoices:write"];
      const person = principal(scopes, { expiresAt: new Date(Date.now() + 500) });
      const program = principal(scopes, { kind: "API_KEY" });
      let revoked = false;
      const authenticate = async () => {
        if (why.includes("token")) return person;
        if (revoked) throw requestError("UNAUTHENTICATED", "The API key is unknown or revoked.");
        return program;
      };
      const server = await start({}, { authenticate, sockets: { recheckMs: 50 } });
      const client = await connect(server);
      const toldToClose = new Promise<void>((resolve) => {
        client.socket.close = () => resolve();
      });
      await client.receive("connection_ack");
      client.subscribe("subscription { waiting }");
      await client.receive("next");
      const before = { ...seen };
      revoked = true;
      await toldToClose;
      expect(seen.stopped).toBe(before.stopped + 1);
      client.subscribe('mutation { thingRename(name: "late") { id } }', "2");
      expect(await client.closed).toMatchObject({ code: 4403 });
      expect(seen.contexts).toBe(before.contexts);
      expect(seen.ended).toBe(seen.contexts);
    },
  );

  it("with 4413 when it takes events too slowly, after an error that tells its cursor", async () => {
    const server = await start(TOKENS);
    const client = await connect(server, AS_SUBSCRIBER);
    await client.receive("connection_ack");
    client.subscribe("subscription { slow }");
    expect(await client.receive("error")).toMatchObject({
      payload: [{ extensions: { code: "SLOW_CONSUMER", cursor: "c1" } }],
    });
    expect(await client.closed).toMatchObject({ code: 4413 });
  });

  it("with 1001 before the server goes, which then lets requests finish and closes last", async () => {
    const order: string[] = [];
    const server = await startSmallServer(TOKENS, { onClose: async () => void order.push("onClose") });
    const client = await connect(server, AS_SUBSCRIBER);
    await client.receive("connection_ack");
    client.subscribe("subscription { waiting }");
    await client.receive("next");
    void client.closed.then(({ code, reason }) => order.push(`${code} ${reason}`));
    await server.close();
    expect(order).toEqual(["1001 Going away", "onClose"]);
    expect(seen.ended).toBe(seen.contexts);
  });

  it("without a handshake on any other path", async () => {
    const server = await start(TOKENS);
    const socket = new WebSocket(server.socketUrl.replace("/graphql", "/other"), "graphql-transport-ws");
    const [error] = await once(socket, "error");
    expect(String(error)).toContain("404");
  });
});
