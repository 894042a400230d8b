import type { FullBooks } from "./full-books.js";

export type Variables = Readonly<Record<string, unknown>>;

/** Arguments that reach into the given books: at least one set for every root field of the schema. */
export type Sample = (books: FullBooks) => Variables[];

const JANUARY = { startsOn: "2026-01-01" };
const POINT = { asOf: "2026-12-31" };

export const QUERY_SAMPLES: Readonly<Record<string, Sample>> = {
  aging: (b) => [
    { ...POINT, by: ["CUSTOMER"], where: { customerIds: [b.customer] } },
    { ...POINT, by: ["CUSTOMER", "PARENT_CUSTOMER"] },
    { ...POINT, by: ["REGION"], where: { regions: [b.marker] } },
  ],
  allowanceRun: (b) => [{ id: b.allowanceRun }],
  allowanceRuns: () => [{}, { asOf: "2026-01-31" }],
  apiKeys: () => [{}],
  approval: (b) => [{ id: b.approval }],
  approvalLimits: () => [{}],
  approvals: (b) => [{}, { where: { customerId: { eq: b.customer } } }],
  arRollForward: () => [JANUARY],
  bankBatch: (b) => [{ id: b.bankBatch }],
  bankBatches: (b) => [
    {},
    { where: { id: { eq: b.bankBatch } } },
    { where: { fileName: { contains: b.marker } } },
  ],
  charge: (b) => [{ id: b.debitMemo }, { id: b.chargeback }],
  charges: (b) => [
    {},
    { where: { customerId: { eq: b.customer } } },
    { where: { or: [{ id: { eq: b.debitMemo } }, { id: { in: [b.chargeback] } }] } },
  ],
  closeChecklist: () => [{ startsOn: "2026-03-01" }],
  collectionMetrics: (b) => [
    { from: "2026-01-01", to: "2026-12-31", where: { customerIds: [b.customer] } },
    { from: "2026-01-01", to: "2026-12-31" },
  ],
  confirmationLetters: () => [
    { ...POINT, selection: { minimumBalance: "0" } },
    { ...POINT, selection: { sampleSize: 1_000, seed: "any" } },
  ],
  creditMemo: (b) => [{ id: b.creditMemo }],
  creditMemos: (b) => [{}, { where: { customerId: { eq: b.customer } } }],
  customer: (b) => [{ id: b.customer }, { number: b.customerNumber }],
  customerStatement: (b) => [
    { id: b.customer, ...POINT },
    { number: b.customerNumber, from: "2026-01-01", ...POINT },
  ],
  customers: (b) => [
    {},
    { where: { id: { in: [b.customer] } } },
    { where: { parentId: { eq: b.customer } } },
    { where: { name: { contains: b.marker } } },
    { where: { not: { name: { eq: "nobody" } } } },
  ],
  discountPolicy: () => [{}],
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
  lateFee: (b) => [{ id: b.lateFee }],
  lateFeePolicies: () => [{}, { currency: "EUR" }],
  lateFeePreview: (b) => [POINT, { ...POINT, customerIds: [b.customer] }],
  lateFeeRun: (b) => [{ id: b.lateFeeRun }],
  lateFeeWaiver: (b) => [{ id: b.lateFeeWaiver }],
  lateFees: (b) => [
    {},
    { where: { customerId: { eq: b.customer } } },
    { where: { or: [{ id: { eq: b.lateFee } }, { runId: { in: [b.lateFeeRun] } }] } },
  ],
  letterhead: () => [{}],
  matchProposal: (b) => [{ id: b.matchProposal }],
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
  provisionMatrices: () => [{}],
  provisionMatrix: () => [{}],
  receipt: (b) => [{ id: b.receipt }, { number: b.receiptNumber }],
  receipts: (b) => [
    {},
    { where: { id: { eq: b.receipt } } },
    { where: { customerId: { eq: b.customer } } },
    { where: { reference: { eq: b.marker } } },
  ],
  reconciliation: () => [POINT],
  refund: (b) => [{ id: b.refund }],
  refunds: (b) => [
    {},
    { where: { customerId: { eq: b.customer } } },
    { where: { and: [{ id: { eq: b.refund } }, { not: { reasonCode: { eq: "DUPLICATE_PAYMENT" } } }] } },
  ],
  remittance: (b) => [{ id: b.remittance }],
  remittances: (b) => [
    {},
    { where: { id: { eq: b.remittance } } },
    { where: { customerId: { eq: b.customer } } },
    { where: { bankEntryId: { eq: b.bankEntry } } },
    { where: { payerName: { contains: b.marker } } },
  ],
  rollRates: () => [
    { from: "2026-01-01", to: "2026-12-31", asOf: "2026-12-31" },
    { from: "2026-01-01", to: "2026-12-31", segmentBy: "REGION" },
  ],
  smallBalanceRun: (b) => [{ id: b.smallBalanceRun }],
  smallBalances: () => [{ tolerances: [{ currency: "EUR", amount: "1000.00" }], ...POINT }],
  specificProvisions: (b) => [{}, { customerId: b.customer }, { asOf: "2026-12-31" }],
  trialBalance: () => [POINT],
  revaluationRuns: () => [JANUARY],
  reasonCodes: () => [{ kind: "WRITE_OFF" }, { kind: "WRITE_OFF", includeRetired: true }],
  viewer: () => [{}],
  writeOff: (b) => [{ id: b.writeOff }],
  writeOffs: (b) => [
    {},
    { where: { customerId: { eq: b.customer } } },
    { where: { runId: { eq: b.smallBalanceRun } } },
    { where: { or: [{ id: { eq: b.writeOff } }, { runId: { in: [b.smallBalanceRun] } }] } },
  ],
};

/** An id of every type that `node` finds. */
export function nodeIds(b: FullBooks): string[] {
  return [
    b.allowanceRun,
    b.application,
    b.approval,
    b.creditMemo,
    b.writeOff,
    b.bankBatch,
    b.bankEntry,
    b.chargeback,
    b.customer,
    b.importRun,
    b.invoice,
    b.journalEntry,
    b.journalExport,
    b.lateFee,
    b.lateFeeRun,
    b.lateFeeWaiver,
    b.matchProposal,
    b.openItem,
    b.paymentPlan,
    b.terms,
    b.period,
    b.receipt,
    b.refund,
    b.remittance,
    b.revaluationRun,
    b.smallBalanceRun,
  ];
}

export const SUBSCRIPTION_SAMPLES: Readonly<Record<string, Sample>> = {
  importProgress: (b) => [{ id: b.importRun }],
  paymentEvents: (b) => [{}, { customerIds: [b.customer] }],
  remittanceReceived: (b) => [{}, { where: { customerIds: [b.customer] } }],
};
