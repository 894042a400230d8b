import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { startApi, type TestApi } from "../support/api.js";

let api: TestApi;
let customerId: string;
let sequence = 0;

beforeAll(async () => {
  api = await startApi();
  const created = await api.run<{ customerCreate: { customer: { id: string } } }>(
    `mutation { customerCreate(input: { number: "C-1", name: "Payer" }) { customer { id } } }`,
  );
  customerId = created.customerCreate.customer.id;
});
afterAll(() => api.close());

interface PaymentEvent {
  readonly cursor: string;
  readonly type: string;
  readonly receipt: { readonly reference: string } | null;
}

const PAYMENT_EVENTS = `
  subscription ($after: EventCursor) {
    paymentEvents(after: $after) {
      ... on Event { cursor type }
      ... on PaymentEvent { receipt { reference } }
    }
  }`;

/** Follows payment events from a cursor until `enough` says so, then drops the socket without a word. */
async function follow(
  after: string | null,
  enough: (seen: readonly PaymentEvent[]) => boolean,
  onStanding: () => void = () => undefined,
): Promise<PaymentEvent[]> {
  const authorization = `Bearer ${await api.token(["AUDITOR"])}`;
  const client = createClient({
    url: api.url.replace("http", "ws"),
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 0,
    lazy: true,
  });
  const seen: PaymentEvent[] = [];
  const events = client.iterate<{ paymentEvents: PaymentEvent }>({
    query: PAYMENT_EVENTS,
    variables: { after },
  });
  client.on("connected", onStanding);
  for await (const { data, errors } of events) {
    if (errors) throw new Error(JSON.stringify(errors));
    if (data) seen.push(data.paymentEvents);
    if (enough(seen)) break;
  }
  client.terminate();
  return seen;
}

async function recordReceipt(reference: string): Promise<void> {
  sequence += 1;
  const input = {
    customerId,
    amount: "10.00",
    currency: "USD",
    method: "CARD",
    reference,
    idempotencyKey: `s-${sequence}`,
  };
  const { receiptRecord } = await api.run<{ receiptRecord: { userErrors: unknown[] } }>(
    `mutation ($input: ReceiptRecordInput!) { receiptRecord(input: $input) { userErrors { message } } }`,
    { input },
  );
  expect(receiptRecord.userErrors).toEqual([]);
}

describe("payment events over graphql-ws", () => {
  it("miss nothing and keep each writer's order for a client that is cut off again and again under 50 writers", async () => {
    const writers = Array.from({ length: 50 }, (_, w) => w);
    const perWriter = 6;
    const total = writers.length * perWriter;
    const warm = await startCursor();
    await recordReceipt("first");
    const before = await follow(warm, (seen) => seen.at(-1)?.receipt?.reference === "first");
    const first = before.at(-1);
    const load = Promise.all(
      writers.map(async (w) => {
        for (let i = 0; i < perWriter; i++) await recordReceipt(`${w}/${i}`);
      }),
    );
    const seen: PaymentEvent[] = [];
    let cursor = first?.cursor ?? null;
    while (seen.length < total) {
      const part = await follow(cursor, (p) => p.length === 37 || seen.length + p.length === total);
      seen.push(...part);
      cursor = part.at(-1)?.cursor ?? cursor;
    }
    await load;
    const references = seen.map((event) => event.receipt?.reference ?? "");
    expect(new Set(references).size).toBe(total);
    for (const w of writers) {
      const own = references.filter((r) => r.startsWith(`${w}/`));
      expect(own).toEqual(Array.from({ length: perWriter }, (_, i) => `${w}/${i}`));
    }
    const again = await follow(first?.cursor ?? null, (p) => p.length === total);
    expect(again.map((event) => event.cursor)).toEqual(seen.map((event) => event.cursor));
  }, 120_000);

  it("are told with what they are about though writers hold every connection of requests", async () => {
    const cursor = await startCursor();
    const references = Array.from({ length: 60 }, (_, n) => `waiting ${n}`);
    for (const reference of references) await recordReceipt(reference);
    const { pool } = api.application.database;
    const held = await Promise.all(Array.from({ length: pool.options.max ?? 0 }, () => pool.connect()));
    try {
      const seen = await follow(cursor, (p) => p.at(-1)?.receipt?.reference === references.at(-1));
      expect(seen.map((e) => e.receipt?.reference).filter((r) => r !== "warm-up")).toEqual(references);
    } finally {
      for (const client of held) client.release();
    }
  }, 60_000);

  it("refuse a cursor that is none, and a principal without the scope", async () => {
    await expect(follow("bm9uc2Vuc2U", () => true)).rejects.toThrow(/INVALID_CURSOR/);
    const answer = await api.ask(PAYMENT_EVENTS, {}, await api.token(["AR_CLERK"]));
    expect(answer.errors?.[0]?.extensions.code).toBeDefined();
  });
});

/** A cursor to begin with: found by subscribing to now and recording receipts until one is told. */
async function startCursor(): Promise<string | null> {
  const standing = Promise.withResolvers<void>();
  const events = follow(null, (seen) => seen.length === 1, standing.resolve);
  await standing.promise;
  let done = false;
  events.finally(() => {
    done = true;
  });
  // The subscription stands a moment after its socket does; receipts go on until it has told one.
  while (!done) await recordReceipt("warm-up");
  const [event] = await events;
  return event?.cursor ?? null;
}
