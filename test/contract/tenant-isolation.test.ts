import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { startApi, type TestApi } from "../support/api.js";
import { type FullBooks, fullBooks } from "./full-books.js";
import { MUTATION_SAMPLES } from "./mutation-samples.js";
import { QUERY_SAMPLES, SUBSCRIPTION_SAMPLES } from "./samples.js";
import { deepestDocumentFor, documentFor, rootFields } from "./schema-walk.js";
import { digestOf, tenantTables } from "./table-digest.js";

let api: TestApi;
let own: FullBooks;
let other: FullBooks;
/** Every id of the other tenant, as the database and as clients write them, and what its people wrote. */
let secrets: RegExp;

beforeAll(async () => {
  api = await startApi();
  own = await fullBooks(api, "alpha");
  other = await fullBooks(api, "omega");
  secrets = await secretsOf(other);
});
afterAll(() => api.close());

async function secretsOf({ story, marker }: FullBooks): Promise<RegExp> {
  const ids: string[] = [];
  for (const table of await tenantTables(api)) {
    const { rows } = await api.owner.pool.query<{ id?: string }>(
      `select to_jsonb(t) ->> 'id' as id from ${table} t where tenant_id = $1`,
      [story.tenant.id],
    );
    ids.push(...rows.flatMap((row) => row.id ?? []));
  }
  return new RegExp([marker, ...ids, ...ids.map((id) => id.replaceAll("-", ""))].join("|"));
}

/** What a stranger sees of a call with the other tenant's arguments; the answer as text. */
async function asStranger(document: string, variables: object): Promise<string> {
  const answer = await api.ask<object>(document, { ...variables }, own.story.token);
  expect(answer.errors ?? []).toEqual([]);
  return JSON.stringify(answer);
}

/** Imports go on after the answer; what follows compares tables. */
async function importsEnded(): Promise<void> {
  const running = async () => {
    const { importRuns } = await own.story.ask<{ importRuns: { nodes: { status: string }[] } }>(
      "{ importRuns { nodes { status } } }",
    );
    return importRuns.nodes.some(({ status }) => status === "RUNNING");
  };
  await vi.waitUntil(async () => !(await running()), { timeout: 20_000, interval: 50 });
}

describe("every query", () => {
  it("has a sample", () => {
    const names = rootFields(api.application.assembled.schema, "query").map((field) => field.name);
    expect(Object.keys(QUERY_SAMPLES).sort()).toEqual(names.sort());
  });

  it.for(Object.keys(QUERY_SAMPLES))(
    "%s shows its own tenant's things and nothing of another's",
    async (name) => {
      const { schema } = api.application.assembled;
      const field = rootFields(schema, "query").find((f) => f.name === name);
      if (!field) throw new Error(`there is no query ${name}`);
      const document = deepestDocumentFor(schema, field);
      const before = await digestOf(api, other.story.tenant.id);
      for (const variables of QUERY_SAMPLES[name]?.(other) ?? []) {
        const shown = JSON.stringify(await other.story.ask(document, variables));
        if (!SHOWS_NO_IDS.has(name)) expect(secrets.test(shown), JSON.stringify(variables)).toBe(true);
        expect(withoutEcho(await asStranger(document, variables))).not.toMatch(secrets);
      }
      expect(await digestOf(api, other.story.tenant.id)).toEqual(before);
    },
  );
});

/** Reports of amounts, of which the next test tells that they are the tenant's own; and what all tenants begin with. */
const SHOWS_NO_IDS = new Set([
  ...["arRollForward", "cashExceptionTotals", "collectionMetrics", "matchMetrics", "reconciliation"],
  "trialBalance",
  ...["approvalLimits", "discountPolicy", "lateFeePolicies", "reasonCodes"],
]);

describe("reports", () => {
  it("count only the tenant's own amounts", async () => {
    const report = `{ trialBalance(asOf: "2099-12-31") { lines { accountCode balance { amount currency } } }
      aging(asOf: "2026-12-31", by: [CUSTOMER]) { rowCount totals { balance { amount } } }
      collectionMetrics(from: "2026-03-01", to: "2026-03-31") { whole { dso { value inputs { value } } } } }`;
    const before = await own.story.ask(report);
    await other.story.invoice({ customerId: other.customer, amount: "1234.00" });
    expect(await own.story.ask(report)).toEqual(before);
  });
});

/** What they answer with is the file that was given to them. */
const ECHOES_ITS_FILE = new Set(["bankFileImport", "remittanceIngest"]);

describe("every mutation", () => {
  it("has a sample", () => {
    const names = rootFields(api.application.assembled.schema, "mutation").map((field) => field.name);
    expect(Object.keys(MUTATION_SAMPLES).sort()).toEqual(names.sort());
  });

  it.for(Object.keys(MUTATION_SAMPLES))(
    "%s changes nothing of another tenant's, with its ids or without",
    async (name) => {
      const { schema } = api.application.assembled;
      const field = rootFields(schema, "mutation").find((f) => f.name === name);
      if (!field) throw new Error(`there is no mutation ${name}`);
      const document = documentFor(schema, "mutation", field, 3);
      const before = await digestOf(api, other.story.tenant.id);
      const mine = await digestOf(api, own.story.tenant.id);
      for (const [n, { input, refusal }] of (MUTATION_SAMPLES[name] ?? []).entries()) {
        const text = await asStranger(document, { input: input(other, `${name}-${n}`) });
        if (name === "importStart") await importsEnded();
        if (!ECHOES_ITS_FILE.has(name)) expect(text).not.toMatch(secrets);
        const codes = [
          ...text.matchAll(/"__typename":"\w+(?:Error|Balance|Closed|Version)","code":"(\w+)"/g),
        ].map((match) => match[1]);
        if (refusal === null) expect(codes).toEqual([]);
        else {
          expect(new Set(codes)).toEqual(new Set([refusal]));
          expect(await digestOf(api, own.story.tenant.id)).toEqual(mine);
        }
      }
      expect(await digestOf(api, other.story.tenant.id)).toEqual(before);
    },
  );

  it("applies its own receipt to another tenant's invoice as little as to none", async () => {
    const applications = [
      { invoiceId: other.invoice, amount: "1.00" },
      { openItemId: other.openItem, amount: "1.00" },
    ];
    expect(await own.story.isRefused("paymentApply", { receiptId: own.receipt, applications })).toEqual([
      "NOT_FOUND",
      "NOT_FOUND",
    ]);
    expect(
      await own.story.isRefused("receiptIdentify", {
        receiptId: own.unidentified,
        customerId: other.customer,
      }),
    ).toEqual(["NOT_FOUND"]);
  });

  it("keeps keys apart: the same idempotency key in two tenants is two keys", async () => {
    const input = { amount: "2.00", currency: "EUR", method: "CARD", idempotencyKey: "same-key" };
    const first = await own.story.does("receiptRecord", { ...input, customerId: own.customer });
    const second = await other.story.does("receiptRecord", { ...input, customerId: other.customer });
    expect([first.replayed, second.replayed]).toEqual([false, false]);
  });
});

describe("every subscription", () => {
  it("has a sample", () => {
    const names = rootFields(api.application.assembled.schema, "subscription").map((field) => field.name);
    expect(Object.keys(SUBSCRIPTION_SAMPLES).sort()).toEqual(names.sort());
  });

  it("tells its own tenant's events and nothing of another's", async () => {
    const told: Record<string, string[]> = { own: [], other: [] };
    const [stranger, insider] = [connect(own.story.token), connect(other.story.token)];
    for (const name of Object.keys(SUBSCRIPTION_SAMPLES)) {
      for (const variables of SUBSCRIPTION_SAMPLES[name]?.(other) ?? []) {
        listen(stranger, name, variables, (text) => told.own?.push(text));
        listen(insider, name, variables, (text) => told.other?.push(text));
      }
    }
    // Subscriptions stand a moment after their sockets do, so both tenants go on until both have been told.
    for (let n = 0; n < 100 && !(told.own?.some(isEvent) && told.other?.some(isEvent)); n++) {
      await other.story.receipt({ customerId: other.customer, amount: "1.00" });
      await own.story.receipt({ customerId: own.customer, amount: "1.00" });
    }
    await Promise.all([stranger.dispose(), insider.dispose()]);
    expect(told.other?.some((text) => secrets.test(text))).toBe(true);
    expect(told.own?.some(isEvent)).toBe(true);
    for (const text of told.own ?? []) expect(text).not.toMatch(secrets);
  });
});

/** A metric's drilldown repeats the customers that the request itself named, whosever they are. */
function withoutEcho(text: string): string {
  return text.replace(/"variables":"(?:[^"\\]|\\.)*"/g, '"variables":""');
}

type Socket = ReturnType<typeof createClient>;

function connect(token: string): Socket {
  return createClient({
    url: api.url.replace("http", "ws"),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
}

/** Hears what a subscription says, errors too. */
function listen(
  client: Socket,
  name: string,
  variables: Record<string, unknown>,
  hear: (text: string) => void,
): void {
  const { schema } = api.application.assembled;
  const field = rootFields(schema, "subscription").find((f) => f.name === name);
  if (!field) throw new Error(`there is no subscription ${name}`);
  client.subscribe(
    { query: documentFor(schema, "subscription", field, 3), variables },
    {
      next: (value) => hear(JSON.stringify(value)),
      error: (error) => hear(JSON.stringify(error)),
      complete: () => undefined,
    },
  );
}

function isEvent(text: string): boolean {
  return text.includes("RECEIPT_RECORDED");
}
