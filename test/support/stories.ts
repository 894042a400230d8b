import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { verifyLedger } from "../../src/ledger/index.js";
import { ReadSession } from "../../src/platform/database/read-session.js";
import type { Tenant } from "../../src/platform/database/tenancy.js";
import { startApi, type TestApi } from "./api.js";
import type { AgingValue, Difference, MoneyValue, Payload, TrialLine } from "./story-values.js";

export type { AgingValue, MoneyValue, Payload, Preview, UserErrorValue } from "./story-values.js";

/** A new tenant's books for each story, told through the API; after each story its ledger is held against itself. */
export interface Storybook {
  begin(overrides?: Partial<Omit<Tenant, "id">>): Promise<Story>;
}

/** Registers the hooks of a file of stories; every story happens on `today`. */
export function storybook(today = "2026-03-10"): Storybook {
  const told: Story[] = [];
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ today });
  });
  afterEach(async () => {
    for (const story of told.splice(0)) await story.expectSoundBooks();
  });
  afterAll(() => api.close());
  return {
    async begin(overrides = {}) {
      const slug = `story-${randomUUID()}`;
      const tenant = await api.newTenant(slug, overrides);
      const story = new Story(api, tenant, await api.token(["ADMIN"], tenant));
      told.push(story);
      return story;
    },
  };
}

const WOULD_POST =
  "wouldPost { kind effectiveDate description lines { accountName currency amount functionalAmount } }";
const INVOICE = "invoice { id number status version }";
const RECEIPT = "receipt { id number status version }";
const APPLICATIONS = "applications { id amount { amount currency } realisedFx { amount currency } }";
const MEMO =
  "creditMemo { id number status netTotal { amount } taxTotal { amount } total { amount } unappliedAmount { amount } }";
const WRITE_OFF = "writeOff { id status amount { amount } recovered { amount } }";
const CHARGE = "charge { id kind number amount { amount } openItem { id } }";
const LATE_FEE =
  "lateFee { id number amount { amount } waived { amount } openItem { openAmount { amount } } }";
const APPROVAL = "approval { id status escalatedTo version }";
const PLAN = "paymentPlan { id number status version misses }";
const DISPUTE = "dispute { id number status version }";
const ALLOWANCE = `proposal { exposure { amount } required { amount } balance { amount } change { amount }
  lines { segment bucket { label } lossPercent customer { number } exposure { amount } required { amount } } }`;
const SELECTIONS: Readonly<Record<string, string>> = {
  customerCreate: "customer { id }",
  paymentTermsCreate: "paymentTerms { id }",
  invoiceCreate: INVOICE,
  invoiceIssue: `${INVOICE} ${WOULD_POST}`,
  invoiceVoid: INVOICE,
  receiptRecord: `${RECEIPT} ${WOULD_POST}`,
  receiptIdentify: RECEIPT,
  receiptReverse: RECEIPT,
  paymentApply: `${APPLICATIONS} ${WOULD_POST}`,
  paymentUnapply: APPLICATIONS,
  creditMemoCreate: `${MEMO} ${APPLICATIONS} ${APPROVAL} needsApproval ${WOULD_POST}`,
  creditMemoApply: `${MEMO} ${APPLICATIONS}`,
  creditMemoUnapply: APPLICATIONS,
  creditMemoVoid: MEMO,
  writeOffRequest: `${WRITE_OFF} ${APPROVAL} needsApproval ${WOULD_POST}`,
  writeOffReverse: WRITE_OFF,
  writeOffRecover: `${WRITE_OFF} ${APPLICATIONS}`,
  smallBalanceWriteOffRun: `run { id } totals { currency items debits { amount } credits { amount } } ${APPROVAL} needsApproval ${WOULD_POST}`,
  refundRequest: `refund { id number status } ${APPROVAL} needsApproval ${WOULD_POST}`,
  refundPay: `refund { id number status } ${WOULD_POST}`,
  refundCancel: "refund { id number status }",
  debitMemoCreate: `${CHARGE} ${APPROVAL} needsApproval ${WOULD_POST}`,
  chargebackCreate: `${CHARGE} ${APPROVAL} needsApproval ${WOULD_POST}`,
  chargeReverse: CHARGE,
  lateFeePolicySet: "lateFeePolicies { versionNo effectiveFrom }",
  lateFeeExemptionSet: "customer { id }",
  lateFeeRun: `run { id } totals { currency fees amount { amount } } ${APPROVAL} needsApproval ${WOULD_POST}`,
  lateFeeWaive: `${LATE_FEE} waiver { id number amount { amount } } ${APPROVAL} needsApproval ${WOULD_POST}`,
  lateFeeWaiverReverse: `${LATE_FEE} waiver { id number amount { amount } } ${WOULD_POST}`,
  reasonCodeSet: "reasonCodes { code name isActive }",
  letterheadSet: "letterhead { name paper locale }",
  discountPolicySet: "discountPolicy { reducesTax }",
  paymentPlanPropose: `${PLAN} chargeAmount { amount } schedule { instalmentNo dueDate amount { amount } }`,
  paymentPlanActivate: `${PLAN} ${APPROVAL} needsApproval ${WOULD_POST}`,
  paymentPlanAmend: `${PLAN} schedule { instalmentNo dueDate amount { amount } }`,
  paymentPlanCancel: `${PLAN} ${WOULD_POST}`,
  paymentPlanPay: `${PLAN} ${APPLICATIONS} ${WOULD_POST}`,
  paymentPlanReview: "reviewed missed completed { id } defaulted { id } reopened { id }",
  disputeOpen: DISPUTE,
  disputeReview: DISPUTE,
  disputeResolve: DISPUTE,
  disputeWithdraw: DISPUTE,
  approvalApprove: APPROVAL,
  approvalReject: APPROVAL,
  approvalWithdraw: APPROVAL,
  periodClose: "period { status version }",
  periodReopen: "period { status version }",
  exchangeRateSet: "exchangeRate { rate }",
  provisionMatrixSet: "provisionMatrix { id version }",
  specificProvisionSet: "specificProvision { id }",
  specificProvisionEnd: "specificProvision { id }",
  allowanceRun: `allowanceRun { id runNo } ${ALLOWANCE} ${APPROVAL} needsApproval ${WOULD_POST}`,
  allowanceReverse: `allowanceRun { id runNo } ${APPROVAL} needsApproval ${WOULD_POST}`,
  revaluationRun: `revaluationRun { runNo lines { accountRole currency rate rateDate itemCount
    amount { amount } booked { amount } revalued { amount } unrealised { amount } posted { amount } }
    entry { effectiveDate kind } reversal { effectiveDate reverses { kind } } } ${WOULD_POST}`,
};
const ERRORS = `userErrors { __typename code message path ... on AmountExceedsBalance { balance { amount currency } }
  ... on PeriodClosed { firstOpenDate } ... on StaleVersion { currentVersion } ... on ChecklistOpen { check count } }`;

export interface InvoiceGiven {
  readonly customerId: string;
  readonly amount: string;
  readonly terms?: string;
  readonly documentDate?: string;
  readonly currency?: string;
}

export interface ReceiptGiven {
  readonly customerId: string | null;
  readonly amount: string;
  readonly receivedOn?: string;
  readonly currency?: string;
  readonly method?: string;
}

/** One tenant's story. Everything goes through GraphQL over HTTP. */
export class Story {
  #customers = 0;

  constructor(
    readonly api: TestApi,
    readonly tenant: Tenant,
    readonly token: string,
  ) {}

  /** A mutation's payload, whatever it says. It has a key of its own unless one is given. */
  async attempt(mutation: string, input: object, as = this.token): Promise<Payload> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${SELECTIONS[mutation] ?? ""} replayed ${ERRORS} } }`;
    const data = await this.api.run<Record<string, Payload>>(
      document,
      { input: { idempotencyKey: randomUUID(), ...input } },
      as,
    );
    const payload = data[mutation];
    if (!payload) throw new Error(`${mutation} answered nothing`);
    return payload;
  }

  /** A mutation that must be carried out. */
  async does(mutation: string, input: object, as = this.token): Promise<Payload> {
    const payload = await this.attempt(mutation, input, as);
    expect(payload.userErrors).toEqual([]);
    return payload;
  }

  /** The codes of a mutation that must be refused, in the order in which they are told. */
  async isRefused(mutation: string, input: object, as = this.token): Promise<string[]> {
    const { userErrors } = await this.attempt(mutation, input, as);
    expect(userErrors.length).toBeGreaterThan(0);
    return userErrors.map((error) => error.code);
  }

  ask<Data>(document: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return this.api.run<Data>(document, variables, this.token);
  }

  async customer(more: object = {}): Promise<string> {
    this.#customers += 1;
    const number = `C-${this.#customers}`;
    const { customer } = await this.does("customerCreate", { number, name: `Customer ${number}`, ...more });
    return given(customer).id;
  }

  async terms(code: string): Promise<string> {
    const { paymentTerms } = await this.ask<{ paymentTerms: { id: string; code: string }[] }>(
      "{ paymentTerms { id code } }",
    );
    return given(paymentTerms.find((terms) => terms.code === code)).id;
  }

  /** An invoice of one line, not issued yet. */
  async draft({ amount, terms = "NET30", ...given_ }: InvoiceGiven) {
    const lines = [{ product: "Goods", quantity: "1", unitPrice: amount }];
    const { invoice } = await this.does("invoiceCreate", {
      ...given_,
      termsId: await this.terms(terms),
      lines,
    });
    return given(invoice);
  }

  async invoice(its: InvoiceGiven) {
    const { id } = await this.draft(its);
    const { invoice } = await this.does("invoiceIssue", { invoiceId: id });
    return given(invoice);
  }

  async receipt({
    currency = this.tenant.functionalCurrency,
    method = "BANK_TRANSFER",
    ...its
  }: ReceiptGiven) {
    const { receipt } = await this.does("receiptRecord", { ...its, currency, method });
    return given(receipt);
  }

  /** Applies a receipt; the ids of the applications that came of it. */
  async apply(
    receipt: { readonly id: string },
    applications: readonly object[],
    effectiveDate?: string,
  ): Promise<string[]> {
    const payload = await this.does("paymentApply", { receiptId: receipt.id, applications, effectiveDate });
    return given(payload.applications).map((application) => application.id);
  }

  /** What is open on each instalment, in their order; at a date if one is given. */
  async instalments(invoice: { readonly id: string }, asOf?: string): Promise<string[]> {
    const data = await this.ask<{
      invoice: { openItems: { balance: MoneyValue; openAmount: MoneyValue }[] };
    }>(
      `query ($id: ID!, $asOf: Date) { invoice(id: $id) { openItems { openAmount { amount } balance(asOf: $asOf) { amount } } } }`,
      { id: invoice.id, asOf },
    );
    return data.invoice.openItems.map((item) => (asOf ? item.balance.amount : item.openAmount.amount));
  }

  /** The id of an invoice's first open item. */
  async itemOf(invoice: { readonly id: string }): Promise<string> {
    const data = await this.ask<{ invoice: { openItems: { id: string }[] } }>(
      "query ($id: ID!) { invoice(id: $id) { openItems { id } } }",
      { id: invoice.id },
    );
    return given(data.invoice.openItems[0]).id;
  }

  async unapplied(receipt: { readonly id: string }): Promise<string> {
    const data = await this.ask<{ receipt: { unappliedAmount: MoneyValue } }>(
      "query ($id: ID!) { receipt(id: $id) { unappliedAmount { amount } } }",
      { id: receipt.id },
    );
    return data.receipt.unappliedAmount.amount;
  }

  /** The aging report whole, as a client gets it. */
  async aging(point: { asOf?: string; knownAt?: string | null } = {}): Promise<AgingValue> {
    const { aging } = await this.ask<{ aging: AgingValue }>(AGING, point);
    return aging;
  }

  /** Balance of an account in a currency, in it and in functional currency; debits positive. */
  async account(name: string, currency: string): Promise<{ amount: string; functional: string }> {
    const { trialBalance } = await this.ask<{ trialBalance: { lines: TrialLine[] } }>(
      '{ trialBalance(asOf: "2099-12-31") { lines { accountName currency balance { amount } functionalBalance { amount } } } }',
    );
    const line = trialBalance.lines.find((l) => l.accountName === name && l.currency === currency);
    return { amount: line?.balance.amount ?? "0", functional: line?.functionalBalance.amount ?? "0" };
  }

  /** Subledger = GL by the reconciliation query, and every invariant by the verification of the whole ledger. */
  async expectSoundBooks(): Promise<void> {
    const { reconciliation } = await this.ask<{
      reconciliation: { isReconciled: boolean; lines: Difference[] };
    }>(
      `{ reconciliation(asOf: "2099-12-31") { isReconciled lines { difference { amount } functionalDifference { amount } } } }`,
    );
    const amounts = reconciliation.lines.flatMap((l) => [l.difference.amount, l.functionalDifference.amount]);
    expect([reconciliation.isReconciled, amounts.filter((amount) => Number(amount) !== 0)]).toEqual([
      true,
      [],
    ]);
    const session = new ReadSession(this.api.application.database, this.tenant.id);
    for await (const { check, differences } of verifyLedger(session, this.tenant.id)) {
      expect({ check, differences }).toEqual({ check, differences: [] });
    }
    await session.close();
  }
}

const AMOUNTS = `currency itemCount oldestDueDate buckets { amount currency } unappliedCredits { amount currency } balance { amount currency }
  functionalBuckets { amount } functionalUnappliedCredits { amount } functionalBalance { amount }`;
const AGING = `query ($asOf: Date, $knownAt: DateTime) { aging(asOf: $asOf, knownAt: $knownAt, by: [CUSTOMER]) {
  asOf knownAt buckets { label } totals { ${AMOUNTS} } rowCount rows { keys { value name } ${AMOUNTS} }
  functionalTotal { buckets { amount } unappliedCredits { amount } balance { amount } } } }`;

/** The thing itself, once it is known to be there. */
export function given<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined)
    throw new Error("the story expected something that is not there");
  return thing;
}
