import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementCounter } from "../../src/platform/database/database.js";
import { createExecutor } from "../../src/platform/graphql/execute.js";
import { neededBy, Planner } from "../../src/platform/graphql/plan.js";
import { entry, statement } from "../cash/bank-files/statement-files.js";
import { startApi, type TestApi } from "../support/api.js";
import { given, type Story } from "../support/stories.js";
import { exportJournal, type FullBooks, fullBooks, paymentDetails } from "./full-books.js";

let api: TestApi;
/** The same books twice: with little in every list, and with much. */
let little: FullBooks;
let much: FullBooks;

beforeAll(async () => {
  api = await startApi();
  little = await fullBooks(api, "little");
  much = await grown(await fullBooks(api, "much"));
});
afterAll(() => api.close());

const FOLDER = new URL("../../schema/operations/", import.meta.url);
const documents = readdirSync(FOLDER).map((file) => parse(readFileSync(new URL(file, FOLDER), "utf8")));
const operations = documents.flatMap((document) =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [{ name: definition.name?.value ?? "", definition, document }]
      : [],
  ),
);

/** Ten times as long on every list that an operation shows. */
async function grown(books: FullBooks): Promise<FullBooks> {
  const { story, customer, invoice } = books;
  for (let n = 0; n < 4; n++) await heldWriteOff(books, n);
  const receipt = await story.receipt({ customerId: customer, amount: "900.00" });
  for (let n = 0; n < 12; n++) {
    const more = await story.invoice({ customerId: customer, amount: "50.00", terms: "30/50/20" });
    await story.apply(receipt, [{ invoiceId: more.id, amount: "20.00" }]);
    await story.apply(receipt, [{ invoiceId: invoice, instalment: 3, amount: "1.00" }]);
    const other = await story.customer({ currency: "EUR", contacts: [{ name: "A" }, { name: "B" }] });
    await story.invoice({ customerId: other, amount: "30.00" });
    await story.receipt({ customerId: other, amount: "5.00" });
  }
  return { ...books, ...(await longBankFile(story)) };
}

async function longBankFile(story: Story): Promise<Pick<FullBooks, "bankBatch">> {
  const entries = Array.from({ length: 15 }, (_, n) =>
    entry({ amount: `${n + 1}.00`, reference: `LONG-${n}`, details: paymentDetails("Payer", "nothing") }),
  );
  const content = statement(entries.join("")).toString("base64");
  const { bankFileImport } = await story.ask<{ bankFileImport: { bankBatch: { id: string } | null } }>(
    "mutation ($input: BankFileImportInput!) { bankFileImport(input: $input) { bankBatch { id } userErrors { message } } }",
    { input: { fileName: "long.xml", content, idempotencyKey: "long" } },
  );
  return { bankBatch: given(bankFileImport.bankBatch).id };
}

const LINE = {
  product: "Goods",
  quantity: "1",
  unitPrice: "1.00",
  taxes: [{ name: "VAT", ratePercent: "19" }],
};

/** Variables of each operation for the given books: `many` things to do at once, where it takes several. */
const VARIABLES: Readonly<Record<string, (books: FullBooks, many: number) => object | Promise<object>>> = {
  AgingByCustomer: () => ({ asOf: "2026-12-31" }),
  AgingBy: () => ({ asOf: "2026-12-31", dimensions: ["CUSTOMER"] }),
  CollectionIndicators: () => ({ from: "2026-01-01", to: "2026-12-31" }),
  LedgerReconciliation: () => ({}),
  JournalExportList: async (books, many) => {
    for (let n = 0; n < many; n++) await exported(books);
    return {};
  },
  JournalExportText: async (books) => ({ id: await exported(books) }),
  JournalExportStart: async ({ story, customer }, many) => {
    await story.invoice({ customerId: customer, amount: "2.00" });
    return { input: { format: "HLEDGER", idempotencyKey: `export-${many}` } };
  },
  InvoiceExtract: () => ({ from: "2026-01-01", to: "2026-12-31" }),
  OpenItemExtract: () => ({ asOf: "2026-12-31" }),
  PartnerReceipts: () => ({ since: "2026-01-01" }),
  PartnerRemittances: () => ({ since: "2026-01-01" }),
  PartnerInvoices: () => ({
    numbers: Array.from({ length: 20 }, (_, n) => `INV-${String(n + 1).padStart(6, "0")}`),
  }),
  ApprovalQueue: () => ({ first: 100 }),
  ApproveRequest: async (books, many) => ({
    input: { approvalId: await heldWriteOff(books, many), idempotencyKey: `approve-${many}` },
  }),
  CreateCreditMemo: async ({ story, customer, terms }, many) => {
    const { invoice } = await story.does("invoiceCreate", {
      customerId: customer,
      termsId: terms,
      lines: Array(many).fill(LINE),
    });
    const { id } = given(invoice);
    await story.does("invoiceIssue", { invoiceId: id });
    return { input: { invoiceId: id, reasonCode: "RETURN", idempotencyKey: `credit-${many}` } };
  },
  RequestWriteOff: async ({ story, customer }, many) => {
    const openItemId = await story.itemOf(await story.invoice({ customerId: customer, amount: "9.00" }));
    return { input: { openItemId, reasonCode: "UNCOLLECTIBLE", idempotencyKey: `write-off-${many}` } };
  },
  Viewer: () => ({}),
  CustomerList: () => ({ first: 100 }),
  CustomerAccount: (books) => ({ id: books.customer, items: 100 }),
  InvoiceDetail: (books) => ({ id: books.invoice }),
  UnappliedReceipts: () => ({ first: 100 }),
  BankBatchDetail: (books) => ({ id: books.bankBatch }),
  ReleaseBankEntry: async (books, many) => ({
    input: {
      entryId: await heldEntry(books, many),
      confirmDuplicate: true,
      idempotencyKey: `release-${many}`,
    },
  }),
  CreateInvoice: (books, many) => ({
    input: { customerId: books.customer, termsId: books.terms, lines: Array(many).fill(LINE) },
  }),
  IssueInvoice: async ({ story, customer, terms }, many) => {
    const { invoice } = await story.does("invoiceCreate", {
      customerId: customer,
      termsId: terms,
      lines: Array(many).fill(LINE),
    });
    return { input: { invoiceId: given(invoice).id, idempotencyKey: `issue-${many}` } };
  },
  VoidInvoice: async ({ story, customer }, many) => {
    const terms = many > 1 ? "30/50/20" : "NET30";
    const { id } = await story.invoice({ customerId: customer, amount: "9.00", terms });
    return { input: { invoiceId: id, idempotencyKey: `void-${many}` } };
  },
  PaymentPlanPreview: async ({ story, customer }, many) => ({
    input: {
      openItemIds: await itemsOf(story, customer, many),
      schedule: { equal: { count: many + 1, frequency: "WEEKLY", firstDueDate: "2099-01-01" } },
      contactName: "Jo Doe",
      validateOnly: true,
    },
  }),
  ActivePaymentPlans: async ({ story, customer }, many) => {
    for (const openItemId of await itemsOf(story, customer, many)) {
      const { paymentPlan } = await story.does("paymentPlanPropose", {
        openItemIds: [openItemId],
        schedule: { equal: { count: 2, frequency: "WEEKLY", firstDueDate: "2099-01-01" } },
        contactName: "Jo Doe",
      });
      await story.does("paymentPlanActivate", { paymentPlanId: given(paymentPlan).id });
    }
    return { first: 100 };
  },
  RecordReceipt: ({ customer }, many) => ({
    input: {
      customerId: customer,
      amount: "1.00",
      currency: "EUR",
      method: "CARD",
      idempotencyKey: `record-${many}`,
    },
  }),
  IdentifyReceipt: async ({ story, customer }, many) => {
    const receipt = await story.receipt({ customerId: null, amount: "2.00" });
    return { input: { receiptId: receipt.id, customerId: customer, idempotencyKey: `identify-${many}` } };
  },
  ReverseReceipt: async (books, many) => {
    const { receiptId } = await applied(books, many);
    return { input: { receiptId, idempotencyKey: `reverse-${many}` } };
  },
  ApplyPayment: async (books, many) => {
    const { receiptId, applications } = await payment(books, many);
    return { input: { receiptId, applications, idempotencyKey: `apply-${many}` } };
  },
  UnapplyPayment: async (books, many) => ({
    input: { applicationIds: (await applied(books, many)).applicationIds, idempotencyKey: `unapply-${many}` },
  }),
};

/** A write-off that a specialist asked for, above their limit. */
async function heldWriteOff({ story, customer }: FullBooks, many: number): Promise<string> {
  const openItemId = await story.itemOf(await story.invoice({ customerId: customer, amount: "4000.00" }));
  const specialist = await story.api.tokenOf(`specialist-${many}`, ["AR_SPECIALIST"], story.tenant);
  const { approval } = await story.does(
    "writeOffRequest",
    { openItemId, reasonCode: "UNCOLLECTIBLE" },
    specialist,
  );
  return given(approval).id;
}

/** An entry that waits because its file has it twice. */
async function heldEntry({ story }: FullBooks, many: number): Promise<string> {
  const twice = entry({ amount: "3.00", reference: `HELD-${many}` }).repeat(2);
  const input = {
    fileName: "held.xml",
    content: statement(twice).toString("base64"),
    idempotencyKey: `held-${many}`,
  };
  const { bankFileImport } = await story.ask<{
    bankFileImport: { bankBatch: { entries: { nodes: { id: string }[] } } };
  }>(
    "mutation ($input: BankFileImportInput!) { bankFileImport(input: $input) { bankBatch { entries(outcome: QUARANTINED) { nodes { id } } } } }",
    { input },
  );
  return given(bankFileImport.bankBatch.entries.nodes[0]).id;
}

async function exported({ story, customer }: FullBooks): Promise<string> {
  await story.invoice({ customerId: customer, amount: "1.00" });
  return exportJournal(story, randomUUID());
}

async function payment({ story, customer }: FullBooks, many: number) {
  const receipt = await story.receipt({ customerId: customer, amount: "50.00" });
  const invoices = Array.from({ length: many }, () =>
    story.invoice({ customerId: customer, amount: "3.00" }),
  );
  const applications = (await Promise.all(invoices)).map(({ id }) => ({ invoiceId: id, amount: "1.00" }));
  return { receiptId: receipt.id, applications };
}

async function applied(books: FullBooks, many: number) {
  const { receiptId, applications } = await payment(books, many);
  return { receiptId, applicationIds: await books.story.apply({ id: receiptId }, applications) };
}

interface Counted {
  readonly statements: readonly string[];
  readonly data: string;
}

/** Runs the operation in this process, where its statements can be counted. */
async function counted(
  books: FullBooks,
  document: DocumentNode,
  name: string,
  variables: object,
): Promise<Counted> {
  const principal = await api.application.authenticate({ authorization: `Bearer ${books.story.token}` });
  const signal = new AbortController().signal;
  const context = api.application.createContext(principal, {
    requestId: name,
    query: JSON.stringify(document),
    signal,
  });
  const { schema, rules } = api.application.assembled;
  const plan = new Planner(schema, rules, Number.MAX_SAFE_INTEGER).planOf(document, name);
  if (plan) context.reads.narrow(neededBy(plan));
  const counter: { statements: string[] } = { statements: [] };
  const result = await statementCounter.run(counter, async () =>
    createExecutor(schema)({
      schema,
      document,
      operationName: name,
      contextValue: context,
      variableValues: { ...variables },
    }),
  );
  await context.end();
  expect(result.errors ?? []).toEqual([]);
  const data = JSON.stringify(result.data);
  expect(data).not.toMatch(/"userErrors":\[\{/);
  return { statements: counter.statements, data };
}

function isSubscription({ operation }: OperationDefinitionNode): boolean {
  return operation === "subscription";
}

describe("the ready documents", () => {
  it("fit the schema, and each has its variables here", () => {
    for (const document of documents)
      expect(validate(api.application.assembled.schema, document)).toEqual([]);
    const names = operations.filter(({ definition }) => !isSubscription(definition)).map(({ name }) => name);
    expect(Object.keys(VARIABLES).sort()).toEqual(names.sort());
  });

  it.for(operations.filter(({ definition }) => !isSubscription(definition)))(
    "$name asks the database as often for long lists as for short ones",
    async ({ name, document }) => {
      const variables = VARIABLES[name];
      if (!variables) throw new Error(`${name} has no variables here`);
      // Once for what is read only the first time, such as the chart of accounts.
      await counted(little, document, name, await variables(little, 2));
      const few = await counted(little, document, name, await variables(little, 1));
      const many = await counted(much, document, name, await variables(much, 20));
      expect(many.statements).toHaveLength(few.statements.length);
      expect(few.statements.length).toBeLessThanOrEqual(MOST_STATEMENTS);
      if (!ONE_THING.has(name)) expect(many.data.length).toBeGreaterThan(few.data.length * 1.5);
    },
  );
});

/** New open items of a customer. */
async function itemsOf(story: Story, customerId: string, many: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < many; n++) {
    ids.push(await story.itemOf(await story.invoice({ customerId, amount: "30.00" })));
  }
  return ids;
}

/** A mutation claims, locks, posts, records, and reads its answer; queries need far less. */
const MOST_STATEMENTS = 40;

/** What answers with a single thing, however large the books are. */
const ONE_THING = new Set([
  "Viewer",
  "CollectionIndicators",
  "LedgerReconciliation",
  "JournalExportText",
  "JournalExportStart",
  "CreateInvoice",
  "IssueInvoice",
  "VoidInvoice",
  "RecordReceipt",
  "IdentifyReceipt",
  "ReverseReceipt",
  "ReleaseBankEntry",
  "AgingBy",
  "ApproveRequest",
  "CreateCreditMemo",
  "RequestWriteOff",
]);
