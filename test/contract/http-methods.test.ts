import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SmallServer, startSmallServer } from "../support/small-server.js";

let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer({});
});
afterAll(() => server.close());

describe("the address of the API", () => {
  it.each(["PUT", "PATCH", "DELETE", "OPTIONS"])(
    "answers %s with 405 and what is allowed",
    async (method) => {
      for (const body of [undefined, "{}", "{"]) {
        if (method === "OPTIONS" && body) continue;
        const headers = { "content-type": "application/json" };
        const response = await fetch(server.url, { method, headers, body });
        expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, POST"]);
        expect(await response.json()).toEqual({
          errors: [
            { message: `${method} is not taken here; GET, POST are.`, extensions: { code: "BAD_REQUEST" } },
          ],
        });
      }
    },
  );

  it.each([
    ["application/graphql-response+json", 400],
    ["application/json", 200],
    ["*/*", 200],
  ])("answers a document that cannot be executed under %s with %s", async (accept, status) => {
    const send = (body: object) =>
      fetch(server.url, {
        method: "POST",
        headers: { accept, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const codes: unknown[] = [];
    for (const body of [
      { query: "{ nope(" },
      { query: "{ nope }" },
      { query: "query ($value: Decimal!) { echo(value: $value) }", variables: { value: "x" } },
    ]) {
      const response = await send(body);
      codes.push([response.status, (await response.json()).errors[0].extensions.code]);
    }
    expect(codes).toEqual([
      [status, "GRAPHQL_PARSE_FAILED"],
      [status, "GRAPHQL_VALIDATION_FAILED"],
      [status, "BAD_USER_INPUT"],
    ]);
    expect((await send({ nothing: 1 })).status).toBe(400);
  });
});
