import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROLES, SCOPES } from "../../src/platform/auth/roles.js";
import { missingRules } from "../../src/platform/graphql/schema.js";
import { startApi, type TestApi } from "../support/api.js";
import { type FullBooks, fullBooks } from "./full-books.js";
import { MUTATION_SAMPLES } from "./mutation-samples.js";
import { QUERY_SAMPLES, SUBSCRIPTION_SAMPLES } from "./samples.js";
import { bareDocument, documentFor, type OperationKind, rootFields } from "./schema-walk.js";
import { digestOf } from "./table-digest.js";

let api: TestApi;
let books: FullBooks;
let elsewhere: FullBooks;

beforeAll(async () => {
  api = await startApi();
  books = await fullBooks(api, "alpha");
  elsewhere = await fullBooks(api, "omega");
});
afterAll(() => api.close());

const EVERYONE = Object.keys(ROLES);
const CASH = ["AR_CLERK", "AR_SPECIALIST", "AR_MANAGER", "CONTROLLER", "ADMIN"];
const MASTER_DATA = ["AR_SPECIALIST", "CREDIT_ANALYST", "AR_MANAGER", "CONTROLLER", "ADMIN"];
const CHECKLIST = ["AR_MANAGER", "CONTROLLER", "ADMIN"];
const CLOSING = ["CONTROLLER", "ADMIN"];
const JOURNAL = ["AR_SPECIALIST", "AR_MANAGER", "CONTROLLER", "AUDITOR", "ADMIN"];
const EXPORTING = ["AR_MANAGER", "CONTROLLER", "ADMIN"];
const METRICS = EVERYONE.filter((role) => role !== "AR_CLERK");
const EVENTS = EVERYONE.filter((role) => !["AR_CLERK", "CREDIT_ANALYST"].includes(role));

const ADJUSTING = ["AR_SPECIALIST", "AR_MANAGER", "CONTROLLER", "ADMIN"];
const DISPUTING = ["AR_SPECIALIST", "COLLECTOR", "AR_MANAGER", "CONTROLLER", "ADMIN"];
const APPROVING = ["AR_MANAGER", "CONTROLLER", "ADMIN"];

/** Who may call what: written by hand, so that a change of a role or a rule is seen here. */
const MUTATIONS: Readonly<Record<string, readonly string[]>> = {
  allowanceReverse: CHECKLIST,
  allowanceRun: CHECKLIST,
  apiKeyCreate: ["ADMIN"],
  apiKeyRevoke: ["ADMIN"],
  approvalApprove: APPROVING,
  approvalLimitSet: ["ADMIN"],
  approvalReject: APPROVING,
  approvalWithdraw: ADJUSTING,
  bankEntryRelease: CASH,
  bankMatchConfirm: CASH,
  bankMatchReject: CASH,
  bankMatchUndo: CASH,
  bankFileImport: CASH,
  remittanceAdvicePair: CASH,
  remittanceAdviceRelease: CASH,
  remittanceAdviceUnpair: CASH,
  remittanceIngest: CASH,
  closeCheckReview: CHECKLIST,
  chargeReverse: ADJUSTING,
  chargebackCreate: ADJUSTING,
  creditMemoApply: ADJUSTING,
  creditMemoCreate: ADJUSTING,
  creditMemoUnapply: ADJUSTING,
  creditMemoVoid: ADJUSTING,
  customerCreate: MASTER_DATA,
  customerUpdate: MASTER_DATA,
  debitMemoCreate: ADJUSTING,
  disputeOpen: DISPUTING,
  disputeResolve: DISPUTING,
  disputeReview: DISPUTING,
  disputeWithdraw: DISPUTING,
  discountPolicySet: ["ADMIN"],
  exchangeRateSet: ["AR_MANAGER", "CONTROLLER", "ADMIN"],
  importStart: CASH,
  invoiceCreate: CASH,
  invoiceIssue: CASH,
  invoiceVoid: CASH,
  journalExportStart: EXPORTING,
  journalExportWrite: EXPORTING,
  lateFeeExemptionSet: APPROVING,
  lateFeePolicySet: ["ADMIN"],
  lateFeeRun: ADJUSTING,
  lateFeeWaive: ADJUSTING,
  lateFeeWaiverReverse: ADJUSTING,
  letterheadSet: ["ADMIN"],
  matchProposalConfirm: CASH,
  matchProposalReject: CASH,
  matchProposalSplit: CASH,
  matchRun: CASH,
  matchSettingSet: ["ADMIN"],
  payerAliasRemove: CASH,
  paymentApply: CASH,
  paymentPlanActivate: ADJUSTING,
  paymentPlanAmend: ADJUSTING,
  paymentPlanCancel: ADJUSTING,
  paymentPlanPay: CASH,
  paymentPlanPropose: ADJUSTING,
  paymentPlanReview: ADJUSTING,
  paymentTermsCreate: MASTER_DATA,
  paymentUnapply: CASH,
  periodClose: CLOSING,
  periodReopen: CLOSING,
  provisionMatrixSet: CHECKLIST,
  reasonCodeSet: ["ADMIN"],
  receiptIdentify: CASH,
  receiptRecord: CASH,
  receiptReverse: CASH,
  remittanceIdentify: CASH,
  revaluationRun: CHECKLIST,
  refundCancel: ADJUSTING,
  refundPay: ADJUSTING,
  refundRequest: ADJUSTING,
  smallBalanceWriteOffRun: ADJUSTING,
  specificProvisionEnd: CHECKLIST,
  specificProvisionSet: CHECKLIST,
  writeOffRecover: ADJUSTING,
  writeOffRequest: ADJUSTING,
  writeOffReverse: ADJUSTING,
};
const NARROW_QUERIES: Readonly<Record<string, readonly string[]>> = {
  allowanceRun: JOURNAL,
  allowanceRuns: JOURNAL,
  apiKeys: ["ADMIN"],
  arRollForward: JOURNAL,
  closeChecklist: JOURNAL,
  collectionMetrics: METRICS,
  journalEntries: JOURNAL,
  journalExport: JOURNAL,
  journalExportContent: JOURNAL,
  journalExports: JOURNAL,
  matchMetrics: METRICS,
  periods: JOURNAL,
  provisionMatrices: JOURNAL,
  provisionMatrix: JOURNAL,
  reconciliation: JOURNAL,
  revaluationRuns: JOURNAL,
  rollRates: JOURNAL,
  specificProvisions: JOURNAL,
  trialBalance: JOURNAL,
};

function bare(kind: OperationKind, name: string): string {
  return bareDocument(api.application.assembled.schema, kind, name);
}

async function codeOf(document: string, variables: object, token: string): Promise<string> {
  const answer = await api.ask(document, { ...variables }, token);
  return answer.errors?.[0]?.extensions.code ?? "ADMITTED";
}

describe("the rules", () => {
  it("are there for every field of the schema, and for every root field by itself", () => {
    const { schema, rules } = api.application.assembled;
    expect(missingRules(schema)).toEqual([]);
    for (const kind of ["query", "mutation", "subscription"] as const) {
      const root = { query: "Query", mutation: "Mutation", subscription: "Subscription" }[kind];
      for (const { name } of rootFields(schema, kind)) expect(rules.has(`${root}.${name}`), name).toBe(true);
    }
  });

  it("name only scopes that exist", () => {
    const named = [...api.application.assembled.rules.values()].flatMap((rule) =>
      rule === "ANYONE" ? [] : rule,
    );
    expect(named.filter((scope) => !Object.hasOwn(SCOPES, scope))).toEqual([]);
  });

  it("let nobody change anything without credentials, and mutations ask for a scope", () => {
    const { rules } = api.application.assembled;
    const open = [...rules].filter(
      ([name, rule]) => /^(Query|Mutation|Subscription)\./.test(name) && rule === "ANYONE",
    );
    // It tells who asks, and so answers UNAUTHENTICATED by itself when nobody does.
    expect(open).toEqual([["Query.viewer", "ANYONE"]]);
  });
});

describe.for(EVERYONE)("the role %s", (role) => {
  it("may call the mutations that are its own; the others answer FORBIDDEN and change nothing", async () => {
    const token = await api.token([role], books.story.tenant);
    const names = rootFields(api.application.assembled.schema, "mutation").map((field) => field.name);
    expect(Object.keys(MUTATIONS).sort()).toEqual(names.sort());
    const before = await digestOf(api, books.story.tenant.id);
    for (const name of names.filter((n) => !MUTATIONS[n]?.includes(role))) {
      for (const { input } of MUTATION_SAMPLES[name] ?? []) {
        const code = await codeOf(bare("mutation", name), { input: input(books, `${role}-${name}`) }, token);
        expect([name, code]).toEqual([name, "FORBIDDEN"]);
      }
    }
    expect(await digestOf(api, books.story.tenant.id)).toEqual(before);
    for (const name of names.filter((n) => MUTATIONS[n]?.includes(role))) {
      // Ids of another tenant: admitted, and then told that there is no such thing.
      const [sample] = MUTATION_SAMPLES[name] ?? [];
      const code = await codeOf(
        bare("mutation", name),
        { input: sample?.input(elsewhere, `${role}-${name}`) },
        token,
      );
      expect([name, code]).toEqual([name, "ADMITTED"]);
    }
  });

  it("may ask the queries that are its own; the others answer FORBIDDEN", async () => {
    const token = await api.token([role], books.story.tenant);
    for (const [name, sample] of Object.entries(QUERY_SAMPLES)) {
      const [variables = {}] = sample(books);
      const mayAsk = NARROW_QUERIES[name]?.includes(role) ?? true;
      const code = await codeOf(bare("query", name), variables, token);
      expect([name, code]).toEqual([name, mayAsk ? "ADMITTED" : "FORBIDDEN"]);
    }
    // Over HTTP a subscription is refused in any case, but first for want of a scope.
    for (const [name, sample] of Object.entries(SUBSCRIPTION_SAMPLES)) {
      const [variables = {}] = sample(books);
      const mayListen = name === "importProgress" || EVENTS.includes(role);
      const code = await codeOf(bare("subscription", name), variables, token);
      expect([name, code]).toEqual([name, mayListen ? "BAD_REQUEST" : "FORBIDDEN"]);
    }
  });
});

describe("without credentials", () => {
  it("every query and mutation answers 401 UNAUTHENTICATED and changes nothing", async () => {
    const before = await digestOf(api, books.story.tenant.id);
    const calls = [
      ...Object.entries(QUERY_SAMPLES).map(
        ([name, sample]) => ["query", name, sample(books)[0] ?? {}] as const,
      ),
      ...Object.entries(MUTATION_SAMPLES).map(
        ([name, [sample]]) => ["mutation", name, { input: sample?.input(books, `nobody-${name}`) }] as const,
      ),
    ];
    for (const [kind, name, variables] of calls) {
      const response = await fetch(api.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: bare(kind, name), variables }),
      });
      const { errors } = await response.json();
      expect([name, response.status, errors[0].extensions.code]).toEqual([name, 401, "UNAUTHENTICATED"]);
    }
    expect(await digestOf(api, books.story.tenant.id)).toEqual(before);
  });
});

describe("a key that is bound to some customers", () => {
  it("changes nothing, whatever its scopes, and sees nothing of other customers", async () => {
    const bystander = await books.story.customer({ name: "Bystander" });
    const { apiKeyCreate } = await books.story.ask<{ apiKeyCreate: { key: string } }>(
      "mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { key } }",
      { input: { name: "bound", scopes: READING, customerIds: [bystander] } },
    );
    const { key } = apiKeyCreate;
    const before = await digestOf(api, books.story.tenant.id);
    for (const [name, [sample]] of Object.entries(MUTATION_SAMPLES)) {
      const code = await codeOf(
        bare("mutation", name),
        { input: sample?.input(books, `bound-${name}`) },
        key,
      );
      expect([name, code]).toEqual([name, "FORBIDDEN"]);
    }
    expect(await digestOf(api, books.story.tenant.id)).toEqual(before);
    const { schema } = api.application.assembled;
    for (const field of rootFields(schema, "query").filter(({ name }) => !VISIBLE_TO_BOUND_KEYS.has(name))) {
      for (const variables of QUERY_SAMPLES[field.name]?.(books) ?? []) {
        const answer = await api.ask(documentFor(schema, "query", field, 3), { ...variables }, key);
        expect([field.name, JSON.stringify(answer)]).toEqual([
          field.name,
          expect.not.stringContaining(books.marker),
        ]);
        for (const id of [
          books.customer,
          books.invoice,
          books.receipt,
          books.remittance,
          books.bankBatch,
          books.journalEntry,
        ]) {
          expect([field.name, JSON.stringify(answer)]).toEqual([field.name, expect.not.stringContaining(id)]);
        }
      }
    }
  });
});

/** The most that a key which is bound to customers may have. */
const READING = ["receivables:read", "metrics:read", "events:payments"];

/** Whose tenant it is, what stands on its letters, and its rates, are no customer's secret. */
const VISIBLE_TO_BOUND_KEYS = new Set(["viewer", "letterhead", "exchangeRates"]);
