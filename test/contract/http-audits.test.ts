import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SmallServer, startSmallServer } from "../support/small-server.js";

/** The audits that a server may leave unmet, and why this one does. No MUST and no SHOULD is among them. */
const CSRF =
  "GETs that a browser sends across sites without asking first are refused; a program adds a header.";
const EXCEPTIONS: Readonly<Record<string, string>> = { "5A70": CSRF, D6D5: CSRF, "6A70": CSRF };

let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer({});
});
afterAll(() => server.close());

describe("GraphQL over HTTP", () => {
  it.each(serverAudits({ url: () => server.url }))("$name ($id)", async (audit) => {
    const result = await audit.fn();
    const reason = "reason" in result ? result.reason : "";
    expect(result.status, reason).toBe(audit.id in EXCEPTIONS ? "notice" : "ok");
  });

  it("leaves nothing unmet that is more than a MAY", () => {
    const names = serverAudits({ url: server.url }).filter((audit) => audit.id in EXCEPTIONS);
    expect(names.map((audit) => audit.name.split(" ", 1)[0])).toEqual(["MAY", "MAY", "MAY"]);
  });

  it("answers GETs of programs, which set a header that browsers do not", async () => {
    const url = new URL(server.url);
    url.searchParams.set("query", "query ($value: Decimal!) { echo(value: $value) }");
    url.searchParams.set("variables", JSON.stringify({ value: "1.50" }));
    const response = await fetch(url, { headers: { "apollo-require-preflight": "1" } });
    expect(await response.json()).toMatchObject({ data: { echo: "1.50" } });
  });
});
