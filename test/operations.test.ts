import { globSync, readFileSync } from "node:fs";
import { Kind, OperationTypeNode, parse, validate, visit } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestedCost } from "../src/platform/graphql/cost.js";
import { DEFAULT_LIMITS } from "../src/platform/graphql/limits.js";
import { Planner } from "../src/platform/graphql/plan.js";
import { startApi, type TestApi } from "./support/api.js";

const FILES = globSync("schema/operations/*.graphql").sort();
const SAMPLES: Readonly<Record<string, unknown>> = {
  id: `cus_${"0".repeat(32)}`,
  from: "2026-01-01",
  to: "2026-03-31",
  asOf: "2026-03-10",
  invoiceId: `inv_${"0".repeat(32)}`,
  runId: `ltr_${"0".repeat(32)}`,
  since: "2026-01-01",
  startsOn: "2026-02-01",
  numbers: ["INV-000001"],
  dimensions: ["REGION"],
  account: "DE02120300000000202051",
  currency: "EUR",
};

/** Whose `$id` is not a customer's. */
const ID_PREFIXES: Readonly<Record<string, string>> = {
  AllowanceRunDetail: "alr",
  AllowanceRunCells: "alr",
  BankBatchDetail: "bat",
  AdviceFileDetail: "rab",
  JournalExportText: "jex",
  MatchProposalDetail: "mat",
  MatchesOfReceipt: "rct",
};

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

describe.each(FILES)("%s", (file) => {
  const document = parse(readFileSync(file, "utf8"));
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);

  it("fits the schema", () => {
    expect(validate(api.application.assembled.schema, document)).toEqual([]);
  });

  it("costs no more than an operation may", () => {
    const { schema, rules } = api.application.assembled;
    const planner = new Planner(schema, rules, DEFAULT_LIMITS.fieldsMax);
    for (const operation of operations) {
      const plan = planner.planOf(document, operation.name?.value);
      expect(plan && requestedCost(plan, {})).toBeLessThan(DEFAULT_LIMITS.cost.operationMax);
    }
  });

  const queries = operations
    .filter((o) => o.operation === OperationTypeNode.QUERY)
    .map((o) => o.name?.value ?? "");

  it.skipIf(queries.length === 0).each(queries)("%s is answered", async (name) => {
    const used = new Set<string>();
    visit(operations.find((o) => o.name?.value === name) ?? document, {
      VariableDefinition: ({ variable, type }) =>
        void (type.kind === Kind.NON_NULL_TYPE && used.add(variable.name.value)),
    });
    const variables = Object.fromEntries([...used].map((key) => [key, SAMPLES[key]]));
    if (name === "InvoiceDetail") variables.number = "INV-000001";
    const prefix = ID_PREFIXES[name];
    if (prefix) variables.id = `${prefix}_${"0".repeat(32)}`;
    const response = await fetch(api.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await api.token()}` },
      body: JSON.stringify({ query: readFileSync(file, "utf8"), operationName: name, variables }),
    });
    expect(await response.json()).not.toHaveProperty("errors");
  });
});
