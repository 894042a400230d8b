import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { GraphQLError } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asUnavailable } from "../../src/platform/database/unavailable.js";
import { presentError } from "../../src/platform/graphql/present-error.js";
import { startApi, type TestApi } from "../support/api.js";

/** Stands between the application and its database, so that the way can be cut. */
class Way {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #isCut = false;
  #target = 0;

  constructor() {
    this.#server = createServer((inward) => {
      if (this.#isCut) return void inward.destroy();
      const outward = connect(this.#target, "127.0.0.1");
      for (const socket of [inward, outward]) {
        this.#open.add(socket);
        socket
          .on("error", () => undefined)
          .on("close", () => {
            inward.destroy();
            outward.destroy();
          });
      }
      inward.pipe(outward).pipe(inward);
    });
  }

  async listen(): Promise<void> {
    await once(this.#server.listen(0, "127.0.0.1"), "listening");
  }

  to(url: string): string {
    const through = new URL(url);
    this.#target = Number(through.port);
    const address = this.#server.address();
    through.port = String(address !== null && typeof address === "object" ? address.port : 0);
    return through.href;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}

const way = new Way();
let api: TestApi;
beforeAll(async () => {
  await way.listen();
  api = await startApi({ reach: (url) => way.to(url) });
});
afterAll(async () => {
  await api.close();
  way.close();
});

describe("the server, while its database cannot be reached", () => {
  it.each([
    ["query", "{ customers { nodes { id } } }"],
    ["mutation", 'mutation { customerCreate(input: { number: "C-1", name: "Acme" }) { customer { id } } }'],
  ])("answers a %s with UNAVAILABLE and 503, and works again by itself", async (_, document) => {
    way.cut();
    const answer = await api.ask(document);
    expect(answer.status).toBe(503);
    expect(answer.errors).toMatchObject([
      {
        message:
          "The database cannot be reached for the moment. Try again; with the same idempotency key nothing is done twice.",
        extensions: { code: "UNAVAILABLE" },
      },
    ]);
    way.mend();
    expect((await api.ask(document)).errors).toBeUndefined();
  });

  it("keeps one line of it in the log, without a stack", () => {
    const lines: unknown[] = [];
    const log = { error: () => expect.unreachable(), warn: (...line: unknown[]) => void lines.push(line) };
    const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
    const thrown = asUnavailable(refused);
    const originalError = thrown instanceof Error ? thrown : undefined;
    presentError(new GraphQLError("in a field", { originalError, path: ["customers", "nodes"] }), log);
    expect(lines).toEqual([
      [
        { why: "connect ECONNREFUSED 127.0.0.1:5432", path: "customers.nodes" },
        "the database cannot be reached",
      ],
    ]);
  });

  it("takes nothing else for it", () => {
    const unique = Object.assign(new Error("duplicate key"), { code: "23505" });
    expect(asUnavailable(unique)).toBe(unique);
    expect(asUnavailable("text")).toBe("text");
  });
});
