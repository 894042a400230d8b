import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

/** What the page at `/graphql` shows to a browser. */
export interface PlaygroundOptions {
  readonly title: string;
  /** Filled into the headers' editor; for demonstrations only, since everyone who opens the page has it. */
  readonly demoToken?: string | undefined;
  readonly defaultQuery?: string | undefined;
}

/** Answers with the page. */
export type Playground = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * GraphiQL with its scripts, styles and fonts in the page: nothing is loaded from elsewhere, and the content security
 * policy would not let it. The page is made when first asked for, and kept.
 */
export function createPlayground(options: PlaygroundOptions): Playground {
  let page: Promise<Page> | undefined;
  return async (request, reply) => {
    page ??= makePage(options);
    const { html, compressed, etag, policy } = await page;
    reply.header("content-security-policy", policy).header("vary", "accept, accept-encoding");
    reply.header("etag", etag).header("cache-control", "private, no-cache");
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    reply.type("text/html; charset=utf-8");
    const packed = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    return packed ? reply.header("content-encoding", "gzip").send(compressed) : reply.send(html);
  };
}

/** Whether a browser asks for a page rather than a program for data. */
export function wantsPage(request: FastifyRequest): boolean {
  return request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
}

interface Page {
  readonly html: Buffer;
  readonly compressed: Buffer;
  readonly etag: string;
  readonly policy: string;
}

async function makePage({ title, demoToken, defaultQuery }: PlaygroundOptions): Promise<Page> {
  // Nine megabytes: loaded only by a server that somebody looks at in a browser.
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const text = renderGraphiQL({
    title,
    defaultQuery: defaultQuery ?? "",
    headers: JSON.stringify(demoToken ? { Authorization: `Bearer ${demoToken}` } : {}, null, 2),
    // A token does not belong into the browser's storage; nor would an old one help after a restart.
    shouldPersistHeaders: false,
    subscriptionsProtocol: "WS",
  });
  const html = Buffer.from(text);
  return {
    html,
    compressed: await promisify(gzip)(html),
    etag: `"${createHash("sha256").update(html).digest("base64url")}"`,
    policy: policyFor(text),
  };
}

/** Only the page's own scripts run, known by their hashes; the editor needs inline styles and workers from blobs. */
function policyFor(html: string): string {
  const hashes = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src data:",
    "connect-src 'self'",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
