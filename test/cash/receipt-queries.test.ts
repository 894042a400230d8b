import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../support/api.js";

let api: TestApi;
let customerId: string;
let invoiceId: string;
let keys = 0;

const APPLY = `mutation ($input: PaymentApplyInput!) { paymentApply(input: $input) {
  receipt { number unappliedAmount { amount currency } applications { id } }
  applications { id amount { amount } effectiveDate reversedOn invoice { number } openItem { openAmount { amount } } realisedFx { amount currency } receipt { number } }
  openItems { documentNumber openAmount { amount } }
  wouldPost { kind lines { accountName amount } } replayed
  userErrors { __typename code message path ... on AmountExceedsBalance { balance { amount currency } } } } }`;
const UNAPPLY = `mutation ($input: PaymentUnapplyInput!) { paymentUnapply(input: $input) {
  receipts { number unappliedAmount { amount } } applications { id reversedOn reversalReason }
  openItems { openAmount { amount } } userErrors { code path } } }`;
const RECEIPT = `query ($id: ID!) { receipt(id: $id) {
  id number status method reference receivedOn reversedOn reversalReason version customer { number }
  amount { amount currency } unappliedAmount { amount } remittance { id }
  applications { amount { amount } reversedOn invoice { number applications { id } } } } }`;

/** Runs a mutation that moves money, with a key of its own. */
async function post<Payload>(name: string, input: object, fields: string): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { __typename code message path } } }`;
  keys += 1;
  const data = await api.run<Record<string, Payload>>(document, {
    input: { idempotencyKey: `key-${keys}`, ...input },
  });
  const payload = data[name];
  if (!payload) throw new Error(`no ${name}`);
  return payload;
}

interface Recorded {
  readonly receipt: { readonly id: string; readonly number: string; readonly version: number };
}

async function record(amount: string, from: string | null = customerId): Promise<Recorded["receipt"]> {
  const input = {
    customerId: from,
    amount,
    currency: "EUR",
    receivedOn: "2026-03-02",
    method: "CHEQUE",
    reference: "chq 7",
  };
  return (await post<Recorded>("receiptRecord", input, "receipt { id number version }")).receipt;
}

beforeAll(async () => {
  api = await startApi({ today: "2026-03-10", currency: "EUR" });
  const made = await api.run<{ customerCreate: { customer: { id: string } } }>(
    `mutation { customerCreate(input: { number: "C1", name: "Payer" }) { customer { id } } }`,
  );
  customerId = made.customerCreate.customer.id;
  const { paymentTerms } = await api.run<{ paymentTerms: { id: string; code: string }[] }>(
    `{ paymentTerms { id code } }`,
  );
  const termsId = paymentTerms.find((t) => t.code === "30/50/20")?.id;
  const lines = [{ product: "Bolts", quantity: "10", unitPrice: "100" }];
  const draft = await api.run<{ invoiceCreate: { invoice: { id: string } } }>(
    `mutation ($input: InvoiceCreateInput!) { invoiceCreate(input: $input) { invoice { id } } }`,
    { input: { customerId, termsId, documentDate: "2026-02-01", lines } },
  );
  invoiceId = draft.invoiceCreate.invoice.id;
  await post("invoiceIssue", { invoiceId }, "replayed");
});

afterAll(() => api.close());

describe("A payment", () => {
  it("pays an invoice's instalments in the order in which they fall due, and is undone again", async () => {
    const receipt = await record("400.00");
    const input = {
      receiptId: receipt.id,
      applications: [{ invoiceId, amount: "350.00" }],
      idempotencyKey: "apply-1",
    };
    const dry = await api.run<{ paymentApply: { wouldPost: object[]; receipt: null } }>(APPLY, {
      input: { ...input, validateOnly: true },
    });
    expect(dry.paymentApply).toMatchObject({
      receipt: null,
      wouldPost: [{ kind: "APPLICATION" }, { kind: "APPLICATION" }],
    });
    const { paymentApply } = await api.run<{ paymentApply: { applications: { id: string }[] } }>(APPLY, {
      input,
    });
    expect(paymentApply).toMatchObject({
      receipt: { unappliedAmount: { amount: "50.00", currency: "EUR" } },
      applications: [
        {
          amount: { amount: "300.00" },
          effectiveDate: "2026-03-10",
          invoice: { number: "INV-000001" },
          openItem: { openAmount: { amount: "0.00" } },
        },
        {
          amount: { amount: "50.00" },
          realisedFx: { amount: "0.00", currency: "EUR" },
          receipt: { number: receipt.number },
        },
      ],
      openItems: [{ openAmount: { amount: "0.00" } }, { openAmount: { amount: "450.00" } }],
      userErrors: [],
      replayed: false,
    });
    const again = await api.run<{ paymentApply: object }>(APPLY, { input });
    expect(again.paymentApply).toEqual({ ...paymentApply, replayed: true });

    const applicationIds = paymentApply.applications.map((a) => a.id);
    const undo = { applicationIds, reason: "wrong invoice", idempotencyKey: "undo-1" };
    const { paymentUnapply } = await api.run<{ paymentUnapply: object }>(UNAPPLY, { input: undo });
    expect(paymentUnapply).toMatchObject({
      receipts: [{ unappliedAmount: { amount: "400.00" } }],
      applications: [
        { reversedOn: "2026-03-10", reversalReason: "wrong invoice" },
        { reversedOn: "2026-03-10" },
      ],
      openItems: [{ openAmount: { amount: "300.00" } }, { openAmount: { amount: "500.00" } }],
      userErrors: [],
    });
    const { receipt: read } = await api.run<{ receipt: object }>(RECEIPT, { id: receipt.id });
    expect(read).toMatchObject({
      status: "RECORDED",
      method: "CHEQUE",
      reference: "chq 7",
      remittance: null,
      customer: { number: "C1" },
    });
  });

  it("that is more than what is open is refused with the balance", async () => {
    const receipt = await record("5000.00");
    const applications = [{ invoiceId, amount: "1000.01" }];
    const { paymentApply } = await api.run<{ paymentApply: object }>(APPLY, {
      input: { receiptId: receipt.id, applications, idempotencyKey: "too-much" },
    });
    expect(paymentApply).toMatchObject({
      receipt: null,
      applications: null,
      userErrors: [
        {
          __typename: "AmountExceedsBalance",
          balance: { amount: "1000.00", currency: "EUR" },
          path: ["applications", "0", "amount"],
        },
      ],
    });
  });

  it("needs ids of the right type, and says at which one", async () => {
    const { paymentApply } = await api.run<{ paymentApply: object }>(APPLY, {
      input: {
        receiptId: customerId,
        applications: [{ invoiceId: "inv_7", amount: "1" }],
        idempotencyKey: "ids",
      },
    });
    expect(paymentApply).toMatchObject({
      userErrors: [
        { code: "INVALID_ID", path: ["receiptId"] },
        { code: "INVALID_ID", path: ["applications", "0", "invoiceId"] },
      ],
    });
  });

  it("without a key is no valid document", async () => {
    const answer = await api.ask(APPLY, { input: { receiptId: customerId, applications: [] } });
    expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("A receipt", () => {
  it("goes back, and shows when and why", async () => {
    const receipt = await record("10.00");
    const payload = await post<object>(
      "receiptReverse",
      { receiptId: receipt.id, reason: "bounced", expectedVersion: receipt.version },
      "receipt { status reversedOn reversalReason unappliedAmount { amount } version } wouldPost { kind }",
    );
    expect(payload).toEqual({
      receipt: {
        status: "REVERSED",
        reversedOn: "2026-03-10",
        reversalReason: "bounced",
        unappliedAmount: { amount: "0.00" },
        version: 2,
      },
      wouldPost: null,
      userErrors: [],
    });
  });

  it("of an unknown payer is identified later", async () => {
    const { id } = await record("77.00", null);
    const unknown = await api.run<{ receipts: object }>(
      `{ receipts(where: { customerId: { isNull: true } }) { nodes { id customer { id } } } }`,
    );
    expect(unknown.receipts).toEqual({ nodes: [{ id, customer: null }] });
    const payload = await post<object>(
      "receiptIdentify",
      { receiptId: id, customerId },
      "receipt { customer { number } unappliedAmount { amount } }",
    );
    expect(payload).toMatchObject({
      receipt: { customer: { number: "C1" }, unappliedAmount: { amount: "77.00" } },
      userErrors: [],
    });
  });

  it("is found by what is left of it, and by its customer", async () => {
    const data = await api.run<{ receipts: object; customer: object }>(
      `query ($id: ID!) {
        receipts(where: { unappliedAmount: { gt: "100" }, status: { eq: RECORDED }, method: { in: [CHEQUE, CASH] } }, orderBy: [{ field: AMOUNT, direction: DESC }]) {
          totalCount nodes { amount { amount } } }
        customer(id: $id) { receipts(first: 1) { totalCount nodes { amount { amount } customer { number } } }
          openItems(status: ALL) { nodes { kind receipt { number } } } } }`,
      { id: customerId },
    );
    expect(data).toMatchObject({
      receipts: {
        totalCount: 2,
        nodes: [{ amount: { amount: "5000.00" } }, { amount: { amount: "400.00" } }],
      },
      customer: { receipts: { totalCount: 4, nodes: [{ customer: { number: "C1" } }] } },
    });
  });
});

describe("A bank file", () => {
  it("is read back as its batch, entries, remittances and receipts", async () => {
    const file = await readFile(
      new URL("./bank-files/fixtures/statement.camt.053.001.02.xml", import.meta.url),
    );
    const { commands } = api.application;
    const actor = { tenantId: api.tenant.id, subject: "test", scopes: new Set(["bank-files:import"]) };
    const { importBankFile } = await import("../../src/cash/import-bank-file.js");
    const outcome = await commands.execute(actor, importBankFile, {
      fileName: "bank.xml",
      content: file.toString("base64"),
    });
    expect(outcome.kind).toBe("DONE");
    const { bankBatches, remittances } = await api.run<{
      bankBatches: {
        nodes: { id: string; entryCount: number; entries: { totalCount: number; nodes: { id: string }[] } }[];
      };
      remittances: { totalCount: number; nodes: { id: string }[] };
    }>(`{
      bankBatches { nodes { id fileName fileHash format messageId entryCount importedBy importedAt findings { severity code message line path }
        entries(first: 100) { totalCount nodes { id entryNo line account reference bankReference amount { amount currency } side isReversal bookingStatus
          bookingDate valueDate outcome outcomeReason batch { id } remittances { id } } } } }
      remittances(orderBy: [{ field: AMOUNT }]) { totalCount nodes { id source status amount { amount currency } receivedOn payerName payerAccount
        payerReference advice referencesFound createdAt customer { number } receipt { number remittance { id } } bankEntry { entryNo batch { fileName } } } } }`);
    const [batch] = bankBatches.nodes;
    expect(batch?.entryCount).toBe(batch?.entries.totalCount);
    expect(remittances.totalCount).toBeGreaterThan(0);
    for (const remittance of remittances.nodes) {
      expect(remittance).toMatchObject({
        source: "BANK_FILE",
        receipt: { remittance: { id: remittance.id } },
        bankEntry: { batch: { fileName: "bank.xml" } },
      });
    }
    const ids = [batch?.id, batch?.entries.nodes[0]?.id, remittances.nodes[0]?.id, invoiceId, customerId];
    const { nodes, missing } = await api.run<{ nodes: { __typename: string; id: string }[]; missing: null }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Invoice { number } ... on Remittance { receipt { number } } }
        missing: node(id: "rct_00000000000000000000000000000000") { id } }`,
      { ids },
    );
    expect(nodes.map((n) => n.__typename)).toEqual([
      "BankBatch",
      "BankEntry",
      "Remittance",
      "Invoice",
      "Customer",
    ]);
    expect(nodes.map((n) => n.id)).toEqual(ids);
    expect(missing).toBeNull();
  });
});

describe("The viewer", () => {
  it("is told who it is and which day it is", async () => {
    const { viewer } = await api.run<{ viewer: object }>(
      `{ viewer { subject kind roles scopes tenant { name slug functionalCurrency timeZone } today } }`,
      {},
      await api.token(["AUDITOR"]),
    );
    expect(viewer).toMatchObject({
      kind: "USER",
      roles: ["AUDITOR"],
      today: "2026-03-10",
      tenant: { slug: "acme", functionalCurrency: "EUR", timeZone: "UTC" },
    });
  });
});
