import { readdirSync, readFileSync } from "node:fs";
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementCounter } from "../../src/platform/database/database.js";
import { Admission } from "../../src/platform/graphql/admission.js";
import { createExecutor } from "../../src/platform/graphql/execute.js";
import { DEFAULT_LIMITS } from "../../src/platform/graphql/limits.js";
import { entry, statement } from "../cash/bank-files/statement-files.js";
import { startApi, type TestApi } from "../support/api.js";
import { given, type Story } from "../support/stories.js";
import { ingestManyAdvices } from "./full-advices.js";
import { type FullBooks, fullBooks, paymentDetails } from "./full-books.js";
import { heldWriteOff, OPERATION_VARIABLES } from "./operation-variables.js";

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
/** Queries first: what mutations do to either books is not in their lists. */
const operations = documents
  .flatMap((document) =>
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? [{ name: definition.name?.value ?? "", definition, document }]
        : [],
    ),
  )
  .sort((a, b) => Number(isMutation(a.definition)) - Number(isMutation(b.definition)));

/** Ten times as long on every list that an operation shows. */
async function grown(books: FullBooks): Promise<FullBooks> {
  const { story, customer, invoice } = books;
  for (let n = 0; n < 4; n++) await heldWriteOff(books, n);
  const receipt = await story.receipt({ customerId: customer, amount: "900.00" });
  for (let n = 0; n < 24; n++) {
    const more = await story.invoice({ customerId: customer, amount: "50.00", terms: "30/50/20" });
    await story.apply(receipt, [{ invoiceId: more.id, amount: "20.00" }]);
    await story.apply(receipt, [{ invoiceId: invoice, instalment: 3, amount: "0.50" }]);
    const other = await story.customer({ currency: "EUR", contacts: [{ name: "A" }, { name: "B" }] });
    await story.invoice({ customerId: other, amount: "30.00" });
    await story.receipt({ customerId: other, amount: "5.00" });
  }
  const { adviceBatch, remittanceAdvice } = await ingestManyAdvices(story);
  return { ...books, adviceBatch, remittanceAdvice, ...(await longBankFile(story)) };
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
  const { assembled } = api.application;
  const admission = new Admission(assembled, { ...DEFAULT_LIMITS, fieldsMax: Number.MAX_SAFE_INTEGER });
  const admitted = admission.admit(document, name, { ...variables }, principal);
  context.reads.narrow(admitted.plan.needed);
  const counter: { statements: string[] } = { statements: [] };
  const result = await statementCounter.run(counter, async () =>
    createExecutor(assembled.schema)(admitted, { contextValue: context }),
  );
  await context.end();
  expect(result.errors ?? []).toEqual([]);
  const data = JSON.stringify(result.data);
  expect(data).not.toMatch(/"userErrors":\[\{/);
  return { statements: counter.statements, data };
}

function isMutation({ operation }: OperationDefinitionNode): boolean {
  return operation === "mutation";
}

function isSubscription({ operation }: OperationDefinitionNode): boolean {
  return operation === "subscription";
}

describe("the ready documents", () => {
  it("fit the schema, and each has its variables here", () => {
    for (const document of documents)
      expect(validate(api.application.assembled.schema, document)).toEqual([]);
    const names = operations.filter(({ definition }) => !isSubscription(definition)).map(({ name }) => name);
    expect(Object.keys(OPERATION_VARIABLES).sort()).toEqual(names.sort());
  });

  it.for(operations.filter(({ definition }) => !isSubscription(definition)))(
    "$name asks the database as often for long lists as for short ones",
    async ({ name, document }) => {
      const variables = OPERATION_VARIABLES[name];
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
  "CloseChecklist",
  "PeriodHistory",
  "Revaluations",
  "RollForward",
  "ReviewCloseCheck",
  "RevalueMonth",
  "ClosePeriod",
  "ReopenPeriod",
  "ApproveRequest",
  "CreateCreditMemo",
  "RequestWriteOff",
  "OpenDispute",
  "ChargeLateFees",
  "WaiveLateFee",
  "SetLetterhead",
  "RollRates",
  "SetProvisionMatrix",
  "SetSpecificProvision",
  "ReverseAllowance",
  "CashQueueTotals",
  "MatchingRates",
  "LearnedPayers",
  "MatchingSettings",
  "RejectMatch",
  "IdentifyRemittance",
  "ForgetPayer",
  "SetMatching",
  "ReleaseAdvice",
  "PairAdvice",
  "UnpairAdvice",
]);
