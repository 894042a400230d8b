import type { FullBooks } from "./full-books.js";
import { customerFile } from "./full-books.js";

export type Variables = Readonly<Record<string, unknown>>;

/** Arguments that reach into the given books: at least one set for every root field of the schema. */
export type Sample = (books: FullBooks) => Variables[];

const POINT = { asOf: "2026-12-31" };

export const QUERY_SAMPLES: Readonly<Record<string, Sample>> = {
  aging: (b) => [
    { ...POINT, by: ["CUSTOMER"], where: { customerIds: [b.customer] } },
    { ...POINT, by: ["CUSTOMER", "PARENT_CUSTOMER"] },
    { ...POINT, by: ["REGION"], where: { regions: [b.marker] } },
  ],
  apiKeys: () => [{}],
  approval: (b) => [{ id: b.approval }],
  approvalLimits: () => [{}],
  approvals: (b) => [{}, { where: { customerId: { eq: b.customer } } }],
  bankBatch: (b) => [{ id: b.bankBatch }],
  bankBatches: (b) => [
    {},
    { where: { id: { eq: b.bankBatch } } },
    { where: { fileName: { contains: b.marker } } },
  ],
  collectionMetrics: (b) => [
    { from: "2026-01-01", to: "2026-12-31", where: { customerIds: [b.customer] } },
    { from: "2026-01-01", to: "2026-12-31" },
  ],
  creditMemo: (b) => [{ id: b.creditMemo }],
  creditMemos: (b) => [{}, { where: { customerId: { eq: b.customer } } }],
  customer: (b) => [{ id: b.customer }, { number: b.customerNumber }],
  customers: (b) => [
    {},
    { where: { id: { in: [b.customer] } } },
    { where: { parentId: { eq: b.customer } } },
    { where: { name: { contains: b.marker } } },
    { where: { not: { name: { eq: "nobody" } } } },
  ],
  exchangeRates: () => [{ currency: "USD" }],
  importRun: (b) => [{ id: b.importRun }],
  importRuns: () => [{}],
  invoice: (b) => [{ id: b.invoice }, { id: b.draft }, { number: b.invoiceNumber }],
  invoices: (b) => [
    {},
    { where: { id: { eq: b.invoice } } },
    { where: { customerId: { eq: b.customer } } },
    { where: { customerName: { contains: b.marker } } },
    { where: { or: [{ id: { eq: b.invoice } }, { customerId: { in: [b.customer] } }] } },
  ],
  journalEntries: (b) => [
    {},
    { where: { id: { eq: b.journalEntry } } },
    { where: { customerId: { eq: b.customer } } },
    { where: { openItemId: { eq: b.openItem } } },
  ],
  journalExport: (b) => [{ id: b.journalExport }],
  journalExportContent: (b) => [{ id: b.journalExport }],
  journalExports: () => [{}],
  node: (b) => nodeIds(b).map((id) => ({ id })),
  nodes: (b) => [{ ids: nodeIds(b) }],
  openItem: (b) => [{ id: b.openItem }],
  openItems: (b) => [
    {},
    { status: "ALL", where: { id: { eq: b.openItem } } },
    { status: "ALL", where: { customerId: { eq: b.customer } } },
    { status: "ALL", where: { or: [{ invoiceId: { eq: b.invoice } }, { receiptId: { eq: b.receipt } }] } },
  ],
  paymentPlan: (b) => [{ id: b.paymentPlan }],
  paymentPlans: (b) => [
    {},
    { where: { customerId: { eq: b.customer } } },
    { where: { number: { contains: "PP" }, status: { eq: "ACTIVE" } } },
  ],
  paymentTerms: () => [{}],
  periods: () => [{}],
  receipt: (b) => [{ id: b.receipt }, { number: b.receiptNumber }],
  receipts: (b) => [
    {},
    { where: { id: { eq: b.receipt } } },
    { where: { customerId: { eq: b.customer } } },
    { where: { reference: { eq: b.marker } } },
  ],
  reconciliation: () => [POINT],
  remittance: (b) => [{ id: b.remittance }],
  remittances: (b) => [
    {},
    { where: { id: { eq: b.remittance } } },
    { where: { customerId: { eq: b.customer } } },
    { where: { bankEntryId: { eq: b.bankEntry } } },
    { where: { payerName: { contains: b.marker } } },
  ],
  trialBalance: () => [POINT],
  reasonCodes: () => [{ kind: "WRITE_OFF" }],
  viewer: () => [{}],
  writeOff: (b) => [{ id: b.writeOff }],
  writeOffs: (b) => [{}, { where: { customerId: { eq: b.customer } } }],
};

/** An id of every type that `node` finds. */
export function nodeIds(b: FullBooks): string[] {
  return [
    b.application,
    b.approval,
    b.creditMemo,
    b.writeOff,
    b.bankBatch,
    b.bankEntry,
    b.customer,
    b.importRun,
    b.invoice,
    b.journalEntry,
    b.journalExport,
    b.openItem,
    b.paymentPlan,
    b.terms,
    b.period,
    b.receipt,
    b.remittance,
  ];
}

export const SUBSCRIPTION_SAMPLES: Readonly<Record<string, Sample>> = {
  importProgress: (b) => [{ id: b.importRun }],
  paymentEvents: (b) => [{}, { customerIds: [b.customer] }],
  remittanceReceived: (b) => [{}, { where: { customerIds: [b.customer] } }],
};

export interface MutationSample {
  readonly input: (books: FullBooks, key: string) => Variables;
  /**
   * What a stranger with these ids is told. Null: the input holds nothing of the books' own (or only text), so the
   * mutation does its work among the stranger's own things.
   */
  readonly refusal: "NOT_FOUND" | null;
}

const LINES = [{ product: "Goods", quantity: "1", unitPrice: "1.00" }];

const SCHEDULE = { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2099-01-01" } };

export const MUTATION_SAMPLES: Readonly<Record<string, readonly MutationSample[]>> = {
  apiKeyCreate: [
    {
      input: (b, key) => ({ name: key, scopes: ["receivables:read"], customerIds: [b.customer] }),
      refusal: "NOT_FOUND",
    },
  ],
  apiKeyRevoke: [{ input: (b) => ({ apiKeyId: b.apiKey }), refusal: "NOT_FOUND" }],
  approvalApprove: [
    { input: (b, idempotencyKey) => ({ approvalId: b.approval, idempotencyKey }), refusal: "NOT_FOUND" },
  ],
  approvalLimitSet: [
    {
      input: () => ({ kind: "WRITE_OFF", role: "AR_CLERK", currency: "EUR", amount: "7.00" }),
      refusal: null,
    },
  ],
  approvalReject: [{ input: (b, reason) => ({ approvalId: b.approval, reason }), refusal: "NOT_FOUND" }],
  approvalWithdraw: [{ input: (b) => ({ approvalId: b.approval }), refusal: "NOT_FOUND" }],
  bankEntryRelease: [
    {
      input: (b, idempotencyKey) => ({ entryId: b.bankEntry, idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  bankFileImport: [{ input: (b, key) => ({ ...b.bankFile, idempotencyKey: key }), refusal: null }],
  creditMemoApply: [
    {
      input: (b, idempotencyKey) => ({
        creditMemoId: b.creditMemo,
        applications: [{ invoiceId: b.invoice, amount: "1.00" }],
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  creditMemoCreate: [
    {
      input: (b, idempotencyKey) => ({ invoiceId: b.unpaid, reasonCode: "RETURN", idempotencyKey }),
      refusal: "NOT_FOUND",
    },
    {
      input: (b, idempotencyKey) => ({
        customerId: b.customer,
        amount: "1.00",
        reasonCode: "RETURN",
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  creditMemoUnapply: [
    {
      input: (b, idempotencyKey) => ({ applicationIds: [b.creditApplication], idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  creditMemoVoid: [
    { input: (b, idempotencyKey) => ({ creditMemoId: b.creditMemo, idempotencyKey }), refusal: "NOT_FOUND" },
  ],
  customerCreate: [
    { input: (b, key) => ({ number: key, name: key, parentId: b.customer }), refusal: "NOT_FOUND" },
    { input: (b, key) => ({ number: key, name: key, termsId: b.terms }), refusal: "NOT_FOUND" },
  ],
  customerUpdate: [{ input: (b, key) => ({ customerId: b.customer, name: key }), refusal: "NOT_FOUND" }],
  exchangeRateSet: [
    { input: () => ({ currency: "CHF", rate: "1.1", rateDate: "2026-01-01" }), refusal: null },
  ],
  importStart: [{ input: (_, key) => ({ ...customerFile(key) }), refusal: null }],
  invoiceCreate: [
    { input: (b) => ({ customerId: b.customer, termsId: b.terms, lines: LINES }), refusal: "NOT_FOUND" },
  ],
  invoiceIssue: [
    { input: (b, idempotencyKey) => ({ invoiceId: b.draft, idempotencyKey }), refusal: "NOT_FOUND" },
  ],
  invoiceVoid: [
    { input: (b, idempotencyKey) => ({ invoiceId: b.unpaid, idempotencyKey }), refusal: "NOT_FOUND" },
  ],
  journalExportStart: [
    { input: (_, idempotencyKey) => ({ format: "HLEDGER", idempotencyKey }), refusal: null },
  ],
  journalExportWrite: [
    {
      input: (b, idempotencyKey) => ({ journalExportId: b.journalExport, format: "CSV", idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  paymentApply: [
    {
      input: (b, idempotencyKey) => ({
        receiptId: b.receipt,
        applications: [{ invoiceId: b.invoice, amount: "1.00" }],
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
    {
      input: (b, idempotencyKey) => ({
        receiptId: b.receipt,
        applications: [{ openItemId: b.openItem, amount: "1.00" }],
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  paymentPlanActivate: [{ input: (b) => ({ paymentPlanId: b.paymentPlan }), refusal: "NOT_FOUND" }],
  paymentPlanAmend: [
    {
      input: (b) => ({ paymentPlanId: b.paymentPlan, schedule: SCHEDULE, reason: "Asked for" }),
      refusal: "NOT_FOUND",
    },
  ],
  paymentPlanCancel: [
    { input: (b) => ({ paymentPlanId: b.paymentPlan, reason: "Asked for" }), refusal: "NOT_FOUND" },
  ],
  paymentPlanPay: [
    {
      input: (b, idempotencyKey) => ({
        paymentPlanId: b.paymentPlan,
        receiptId: b.receipt,
        amount: "1.00",
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  paymentPlanPropose: [
    {
      input: (b, key) => ({ openItemIds: [b.openItem], schedule: SCHEDULE, contactName: key }),
      refusal: "NOT_FOUND",
    },
  ],
  paymentPlanReview: [{ input: () => ({}), refusal: null }],
  paymentTermsCreate: [
    {
      input: (_, key) => ({ code: key, name: key, instalments: [{ percent: "100", netDays: 3 }] }),
      refusal: null,
    },
  ],
  paymentUnapply: [
    {
      input: (b, idempotencyKey) => ({ applicationIds: [b.application], idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  periodClose: [{ input: () => ({ startsOn: "2024-05-01" }), refusal: null }],
  periodReopen: [{ input: () => ({ startsOn: "2024-05-01" }), refusal: null }],
  receiptIdentify: [
    {
      input: (b, idempotencyKey) => ({ receiptId: b.unidentified, customerId: b.customer, idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  receiptRecord: [
    {
      input: (b, idempotencyKey) => ({
        customerId: b.customer,
        amount: "1.00",
        currency: "EUR",
        method: "CARD",
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  receiptReverse: [
    { input: (b, idempotencyKey) => ({ receiptId: b.receipt, idempotencyKey }), refusal: "NOT_FOUND" },
  ],
  writeOffRecover: [
    {
      input: (b, idempotencyKey) => ({
        writeOffId: b.writeOff,
        receiptId: b.receipt,
        amount: "1.00",
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  writeOffRequest: [
    {
      input: (b, idempotencyKey) => ({ openItemId: b.openItem, reasonCode: "UNCOLLECTIBLE", idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  writeOffReverse: [
    { input: (b, idempotencyKey) => ({ writeOffId: b.writeOff, idempotencyKey }), refusal: "NOT_FOUND" },
  ],
};
