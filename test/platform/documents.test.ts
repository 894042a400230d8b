import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { requestError } from "../../src/platform/graphql/errors.js";
import type { DocumentSource, OpenedDocument } from "../../src/platform/http/document-source.js";
import { Turnstile } from "../../src/platform/http/turnstile.js";
import { writeTable } from "../../src/platform/pdf/pdf-table.js";
import { logInto, principal, type SmallServer, seen, startSmallServer } from "../support/small-server.js";

const OPTIONS = {
  paper: "A4",
  title: "A document",
  author: "Somebody",
  createdAt: new Date("2026-03-10T12:00:00Z"),
  footer: "",
} as const;

/** Documents that end well, end badly, or never end, by the path. */
function source(name: string, open: () => OpenedDocument): DocumentSource {
  return {
    path: `/documents/${name}`,
    scopes: ["receivables:read"],
    parameters: [],
    open: async () => open(),
  };
}

async function fail(): Promise<void> {
  await setImmediate();
  throw new Error("password=hunter2");
}

function* endless(): Generator<string[]> {
  for (let n = 0; ; n++) yield [String(n)];
}

const SOURCES = [
  source("well", () => ({
    fileName: "a.pdf",
    options: OPTIONS,
    write: async (pdf) => pdf.paragraph("Well"),
  })),
  source("refused", () => {
    throw requestError("NOT_FOUND", "There is none.");
  }),
  source("unopened", () => {
    throw new Error("password=hunter2");
  }),
  source("broken", () => ({ fileName: "a.pdf", options: OPTIONS, write: fail })),
  source("endless", () => ({
    fileName: "a.pdf",
    options: OPTIONS,
    write: (pdf) => writeTable(pdf, { columns: [{ title: "No", share: 1 }], rows: endless() }),
  })),
];

const log: unknown[] = [];
let server: SmallServer;
beforeAll(async () => {
  const tokens = { reader: principal(["receivables:read"]), other: principal(["audit:read"]) };
  server = await startSmallServer(tokens, { documents: SOURCES, log: logInto(log) });
});
afterAll(() => server.close());

function get(name: string, token = "reader", signal?: AbortSignal): Promise<Response> {
  const url = new URL(`/documents/${name}`, server.url);
  return fetch(url, { headers: { authorization: `Bearer ${token}` }, signal });
}

async function told(answer: Response): Promise<[number, string, string]> {
  const { errors } = await answer.json();
  return [answer.status, errors[0].extensions.code, errors[0].message];
}

describe("a document's request", () => {
  it("is answered with the whole file, or refused before its first byte in the form of all errors", async () => {
    const well = await get("well");
    const bytes = Buffer.from(await well.arrayBuffer()).toString("latin1");
    expect([well.status, bytes.slice(0, 5), bytes.trimEnd().slice(-5)]).toEqual([200, "%PDF-", "%%EOF"]);
    expect(await told(await get("refused"))).toEqual([404, "NOT_FOUND", "There is none."]);
    expect((await told(await get("well", "other"))).slice(0, 2)).toEqual([403, "FORBIDDEN"]);
  });

  it("that meets a fault shows only a reference, and is cut off when its first byte is gone", async () => {
    const [status, code, message] = await told(await get("unopened"));
    expect([status, code]).toEqual([500, "INTERNAL_SERVER_ERROR"]);
    expect(message).not.toContain("hunter2");
    await expect(get("broken").then((answer) => answer.arrayBuffer())).rejects.toThrow();
    expect(log).toContainEqual(
      expect.objectContaining({ err: expect.objectContaining({ message: "password=hunter2" }) }),
    );
  });

  it("stops being worked on when the client has gone, and gives back what it held", async () => {
    const before = { ...seen };
    const gone = new AbortController();
    const answer = await get("endless", "reader", gone.signal);
    await answer.body?.getReader().read();
    gone.abort();
    await vi.waitFor(() => expect(seen.ended - before.ended).toBe(seen.contexts - before.contexts));
    expect((await get("well")).status).toBe(200);
  });
});

describe("a turnstile", () => {
  it("lets so many in at once, the others in their order, and turns away those for whom there is no room", async () => {
    const turnstile = new Turnstile(1, 2);
    const { signal } = new AbortController();
    const leave = await turnstile.enter(signal);
    const came: string[] = [];
    const impatient = new AbortController();
    const first = turnstile.enter(impatient.signal).then(
      () => came.push("first"),
      () => came.push("first gave up"),
    );
    const second = turnstile.enter(signal).then(() => came.push("second"));
    await expect(turnstile.enter(signal)).rejects.toThrow("ask again");
    impatient.abort();
    await first;
    leave();
    leave();
    await second;
    expect(came).toEqual(["first gave up", "second"]);
  });
});
