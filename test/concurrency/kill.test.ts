import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram, ProgramUnderTest } from "../support/program.js";
import { PaymentLoad } from "./payment-load.js";

/** Two seconds on an idle machine; the rest is for machines that test other things at the same time. */
const START_MS = 15_000;

let program: ProgramUnderTest;
let token: string;
let customerId: string;

beforeAll(async () => {
  buildProgram();
  program = await ProgramUnderTest.create();
  await program.serve();
  const books = ["--name", "Acme", "--currency", "USD", "--time-zone", "UTC"];
  expect(await program.run("tenant", "create", "acme", ...books)).toMatchObject({ code: 0 });
  const printed = await program.run("token", "--role", "ADMIN");
  expect(printed.code).toBe(0);
  token = printed.stdout.trim();
  const { customerCreate } = await ask<{ customerCreate: { customer: { id: string } } }>(
    'mutation { customerCreate(input: { number: "C-1", name: "Payer" }) { customer { id } } }',
  );
  customerId = customerCreate.customer.id;
});
afterAll(() => program.remove());

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(program.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

async function issuedInvoice(amount: string): Promise<string> {
  const lines = [{ product: "Goods", quantity: "1", unitPrice: amount }];
  const { paymentTerms } = await ask<{ paymentTerms: { id: string; code: string }[] }>(
    "{ paymentTerms { id code } }",
  );
  // Without a discount, so that what is open is what is not paid.
  const net = paymentTerms.find(({ code }) => code === "NET30");
  const { invoiceCreate } = await ask<{ invoiceCreate: { invoice: { id: string } } }>(
    "mutation ($input: InvoiceCreateInput!) { invoiceCreate(input: $input) { invoice { id } } }",
    { input: { customerId, lines, termsId: net?.id } },
  );
  const { id } = invoiceCreate.invoice;
  const { invoiceIssue } = await ask<{ invoiceIssue: { userErrors: unknown[] } }>(
    "mutation ($input: InvoiceIssueInput!) { invoiceIssue(input: $input) { userErrors { code message } } }",
    { input: { invoiceId: id, idempotencyKey: `issue-${id}` } },
  );
  expect(invoiceIssue.userErrors).toEqual([]);
  return id;
}

interface AppliedToInvoice {
  readonly invoice: {
    readonly openAmount: { readonly amount: string };
    readonly applications: readonly { readonly id: string; readonly receipt: { readonly id: string } }[];
  };
}

const APPLIED = `query ($id: ID!) { invoice(id: $id) { openAmount { amount } applications { id receipt { id } } } }`;

/** Every payment that was acknowledged is on the invoice, once. */
async function expectAcknowledged(load: PaymentLoad, invoiceId: string): Promise<void> {
  const { invoice } = await ask<AppliedToInvoice>(APPLIED, { id: invoiceId });
  const receiptOf = new Map(invoice.applications.map(({ id, receipt }) => [id, receipt.id]));
  expect(receiptOf.size).toBe(invoice.applications.length);
  for (const { receiptId, applicationId } of load.payments) {
    if (applicationId !== undefined) expect(receiptOf.get(applicationId)).toBe(receiptId);
  }
}

/** A load of payments, in whose middle everything that `kill` names dies at once. */
async function dieUnderLoad(round: string, kill: () => Promise<void>): Promise<void> {
  const invoiceId = await issuedInvoice("100000.00");
  const load = new PaymentLoad(ask, customerId, invoiceId, round);
  const running = load.run(12);
  while (load.acknowledged < 40) await delay(5);
  // Nothing new is begun, or clients of a dead server would begin thousands; what is under way is hit.
  load.stop();
  await kill();
  await running;
  expect(load.failures.length).toBeGreaterThan(0);

  expect(await program.run("verify")).toMatchObject({ code: 0 });
  await program.serve();
  await expectAcknowledged(load, invoiceId);

  const acknowledged = load.acknowledged;
  expect(await load.retryAll()).toBeGreaterThanOrEqual(2 * acknowledged);
  await expectAcknowledged(load, invoiceId);
  const { invoice } = await ask<AppliedToInvoice>(APPLIED, { id: invoiceId });
  expect(invoice.applications).toHaveLength(load.payments.length);
  expect(invoice.openAmount.amount).toBe(`${100_000 - load.payments.length}.00`);
  const { receipts } = await ask<{ receipts: { totalCount: number } }>(
    "query ($round: String!) { receipts(where: { reference: { startsWith: $round } }) { totalCount } }",
    { round },
  );
  expect(receipts.totalCount).toBe(load.payments.length);
}

describe("the program, killed under a load of payments", () => {
  it("has every acknowledged payment once when its server is killed, and each retry makes one of each", async () => {
    await dieUnderLoad("server", async () => void (await program.end("SIGKILL")));
  }, 120_000);

  it("has every acknowledged payment once when its database is killed with it", async () => {
    await dieUnderLoad("both", async () => {
      const postmaster = program.postmaster();
      if (postmaster) process.kill(postmaster, "SIGKILL");
      await program.end("SIGKILL");
    });
  }, 120_000);

  it("stops cleanly at Ctrl-C and at SIGTERM, its database too, and starts again quickly", async () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      expect(program.postmaster()).not.toBeNull();
      expect(await program.end(signal)).toBe(0);
      expect(program.postmaster()).toBeNull();
      expect(await program.answers()).toBe(false);
      const begun = performance.now();
      await program.serve();
      expect(performance.now() - begun).toBeLessThan(START_MS);
    }
    expect(await program.run("verify")).toMatchObject({ code: 0 });
  });
});
