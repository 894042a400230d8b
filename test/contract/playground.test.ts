import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SmallServer, startSmallServer } from "../support/small-server.js";

let server: SmallServer;
beforeAll(async () => {
  const playground = { title: "Receivables", demoToken: "demo-token", defaultQuery: "{ hello }" };
  server = await startSmallServer({}, { playground });
});
afterAll(() => server.close());

const open = (headers: Record<string, string> = {}) =>
  fetch(server.url, { headers: { accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", ...headers } });

describe("the playground", () => {
  it("is what a browser gets, with the token and the query filled in and subscriptions over WebSocket", async () => {
    const response = await open();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const html = await response.text();
    const options = /document\.querySelector\('#root'\),\s*(\{.*\}),\n/.exec(html)?.[1] ?? "";
    expect(JSON.parse(options)).toMatchObject({
      defaultQuery: "{ hello }",
      headers: expect.stringContaining("Bearer demo-token"),
      subscriptionsProtocol: "WS",
      shouldPersistHeaders: false,
    });
  });

  it("loads nothing from elsewhere and may not", async () => {
    const response = await open();
    const html = await response.text();
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    const markup = html.replace(/<script>[\s\S]*?<\/script>/g, "").replace(/<style>[\s\S]*?<\/style>/g, "");
    const styles = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
    expect(markup).not.toMatch(/(src|href)=["']?(https?:)?\/\//);
    expect(styles).not.toMatch(/@import|url\(["']?(https?:)?\/\//);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${createHash("sha256").update(script).digest("base64")}';`);
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it("is not sent again to a browser that has it", async () => {
    const etag = (await open()).headers.get("etag") ?? "";
    expect((await open({ "if-none-match": etag })).status).toBe(304);
  });

  it("is not what a program gets, nor anyone where it is turned off", async () => {
    expect((await fetch(server.url)).headers.get("content-type")).toContain("application/json");
    const bare = await startSmallServer({});
    const response = await fetch(bare.url, { headers: { accept: "text/html" } });
    expect(response.headers.get("content-type")).toContain("application/json");
    await bare.close();
  });
});

describe("the health probes", () => {
  it("tell apart that the process lives and that it can serve", async () => {
    const base = server.url.replace("/graphql", "");
    expect((await fetch(`${base}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${base}/health/ready`)).json()).toEqual({
      ok: true,
      checks: { database: "ok" },
    });
    const sick = await startSmallServer({}, { ready: () => Promise.reject(new Error("no database")) });
    const response = await fetch(sick.url.replace("/graphql", "/health/ready"));
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ok: false, checks: {} });
    await sick.close();
  });
});
