import { createClient } from "graphql-ws";
import { expect, it } from "vitest";
import WebSocket from "ws";
import { lockboxFile } from "../../seeds/bank-files/lockbox-file.js";
import type { MatchValue } from "../support/matches.js";
import { given, type Story, storybook } from "../support/stories.js";

const book = storybook();

const CHEQUES = 50;
const ROUTING = "231380104";

const MATCH = `matchProposal { status remainder { reason } parts { decision outcome amount { amount } rule score evidence
  openItem { documentNumber } } }`;
const RECEIPT = "receipt { id number reference amount { amount } }";
const REMITTANCES = `subscription { remittanceReceived { ... on RemittanceReceived { cursor remittance { id ${RECEIPT} } ${MATCH} } } }`;
const PAYMENTS = `subscription { paymentEvents { ... on PaymentEvent { cursor type amount { amount } ${RECEIPT} ${MATCH} } } }`;

interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly reference: string;
  readonly amount: { readonly amount: string };
}

interface RemittanceValue {
  readonly cursor: string;
  readonly remittance: { readonly receipt: Receipt };
  readonly matchProposal: MatchValue | null;
}

interface PaymentValue {
  readonly cursor: string;
  readonly type: string;
  readonly receipt: Receipt;
  readonly matchProposal: MatchValue | null;
}

/** What a lockbox's bank scanned: cheques of customers, each naming an invoice; every tenth names none and is no invoice's. */
async function cheques(story: Story) {
  const rows = [];
  const named = new Map<string, string>();
  for (let n = 0; n < CHEQUES; n++) {
    const number = String(7_000 + n).padStart(10, "0");
    const account = String(4_000_000 + n);
    const customerId = await story.customer({ bankAccounts: [`${ROUTING} ${account}`] });
    const cents = 10_000 + n * 137;
    const isUnknown = n % 10 === 9;
    const amount = (cents / 100).toFixed(2);
    const invoice = await story.invoice({ customerId, amount: isUnknown ? "99999.00" : amount });
    if (!isUnknown) named.set(number, given(invoice.number));
    const texts = isUnknown ? [] : [`INV ${given(invoice.number)}`];
    rows.push({ cents, routing: ROUTING, account, number, remitter: `CUSTOMER C-${n + 1}`, texts });
  }
  return { rows, named };
}

/** Follows a subscription from now on until `done` says so; `standing` when events are seen. */
async function follow<Value>(
  story: Story,
  query: string,
  field: string,
  done: (seen: readonly Value[]) => boolean,
  onEvent: () => void,
): Promise<Value[]> {
  const client = createClient({
    url: story.api.url.replace("http", "ws"),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${story.token}` },
    retryAttempts: 0,
  });
  const seen: Value[] = [];
  for await (const { data, errors } of client.iterate<Record<string, Value>>({ query })) {
    if (errors) throw new Error(JSON.stringify(errors));
    seen.push(given(data?.[field]));
    onEvent();
    if (done(seen)) break;
  }
  client.terminate();
  return seen;
}

async function takeIn(story: Story, content: Buffer, key: string): Promise<readonly Receipt[]> {
  const { bankFileImport } = await story.ask<{
    bankFileImport: { receipts: Receipt[] | null; userErrors: readonly object[] };
  }>(
    `mutation ($input: BankFileImportInput!) { bankFileImport(input: $input) {
      receipts { id number reference amount { amount } } userErrors { message } } }`,
    { input: { fileName: `${key}.txt`, content: content.toString("base64"), idempotencyKey: key } },
  );
  expect(bankFileImport.userErrors).toEqual([]);
  return given(bankFileImport.receipts);
}

const lockbox = (no: string, rows: Awaited<ReturnType<typeof cheques>>["rows"]) =>
  lockboxFile("260302", [{ number: no, depositedOn: "260302", batches: [{ cheques: rows }] }]);

it("a client that subscribes while a lockbox file is taken in sees every receipt in order, once, with what was matched and why", async () => {
  const story = await book.begin();
  const { rows, named } = await cheques(story);
  const standing = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
  const isLast = (receipt: Receipt) => receipt.reference === rows.at(-1)?.number;
  const remittances = follow<RemittanceValue>(
    story,
    REMITTANCES,
    "remittanceReceived",
    (seen) => seen.some(({ remittance }) => isLast(remittance.receipt)),
    standing[0].resolve,
  );
  const payments = follow<PaymentValue>(
    story,
    PAYMENTS,
    "paymentEvents",
    (seen) =>
      seen.filter(({ type }) => type === "RECEIPT_RECORDED").some(({ receipt }) => isLast(receipt)) &&
      seen.filter(({ type }) => type === "PAYMENT_APPLIED").length === named.size,
    standing[1].resolve,
  );
  // Subscriptions stand a moment after they were asked for: until both tell something, small files come in.
  let stand = false;
  void Promise.all(standing.map(({ promise }) => promise)).then(() => {
    stand = true;
  });
  for (let n = 0; !stand; n++)
    await takeIn(
      story,
      lockbox("1", [
        { cents: 1, routing: ROUTING, account: "1", number: String(n + 1), remitter: "NOBODY", texts: [] },
      ]),
      `warm-${n}`,
    );
  const receipts = await takeIn(story, lockbox("77", rows), "lockbox");

  const own = new Map(receipts.map((receipt) => [receipt.id, receipt]));
  const received = (await remittances).filter(({ remittance }) => own.has(remittance.receipt.id));
  expect(received.map(({ remittance }) => remittance.receipt)).toEqual(receipts);
  expect(receipts.map(({ reference }) => reference)).toEqual(rows.map(({ number }) => number));
  for (const { remittance, matchProposal } of received)
    expectExplained(named, remittance.receipt, matchProposal);

  const events = (await payments).filter(({ receipt }) => own.has(receipt.id));
  const recorded = events.filter(({ type }) => type === "RECEIPT_RECORDED");
  expect(recorded.map(({ receipt }) => receipt)).toEqual(receipts);
  const applied = events.filter(({ type }) => type === "PAYMENT_APPLIED");
  expect(applied.map(({ receipt }) => receipt.reference)).toEqual([...named.keys()]);
  expect(events).toHaveLength(CHEQUES + named.size);
  for (const { receipt, matchProposal } of events) expectExplained(named, receipt, matchProposal);
}, 120_000);

function expectExplained(
  named: ReadonlyMap<string, string>,
  receipt: Receipt,
  match: MatchValue | null,
): void {
  const { status, parts, remainder } = given(match);
  const invoice = named.get(receipt.reference);
  const auto = parts.filter(({ decision }) => decision === "AUTO");
  if (invoice === undefined) {
    expect({ status, auto }).toEqual({ status: expect.stringMatching(/^(OPEN|NONE)$/), auto: [] });
    expect(remainder?.reason ?? parts.map(({ evidence }) => evidence).join()).toMatch(/./);
    return;
  }
  expect({ status, remainder }).toEqual({ status: "APPLIED", remainder: null });
  expect(auto).toMatchObject([
    { outcome: "APPLIED", openItem: { documentNumber: invoice }, amount: receipt.amount },
  ]);
  expect(Number(auto[0]?.score)).toBeGreaterThan(0);
  expect(auto[0]?.evidence).toContain(invoice);
}
