import { BANK_MATCH_SAMPLES } from "./bank-match-samples.js";
import { DISPUTE_SAMPLES } from "./dispute-samples.js";
import { FEE_AND_ALLOWANCE_SAMPLES, type MutationSamples } from "./fee-and-allowance-samples.js";
import { customerFile } from "./full-books.js";
import { MATCHING_SAMPLES } from "./matching-samples.js";

const LINES = [{ product: "Goods", quantity: "1", unitPrice: "1.00" }];

const SCHEDULE = { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2099-01-01" } };

export const MUTATION_SAMPLES: MutationSamples = {
  ...FEE_AND_ALLOWANCE_SAMPLES,
  ...DISPUTE_SAMPLES,
  ...MATCHING_SAMPLES,
  ...BANK_MATCH_SAMPLES,
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
  remittanceIngest: [{ input: (b, key) => ({ ...b.adviceFile, idempotencyKey: key }), refusal: null }],
  chargeReverse: [
    { input: (b, idempotencyKey) => ({ chargeId: b.debitMemo, idempotencyKey }), refusal: "NOT_FOUND" },
  ],
  chargebackCreate: [
    {
      input: (b, idempotencyKey) => ({ openItemId: b.openItem, reasonCode: "SHORTAGE", idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  closeCheckReview: [{ input: () => ({ startsOn: "2026-01-01", check: "CUT_OFF" }), refusal: null }],
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
  debitMemoCreate: [
    {
      input: (b, idempotencyKey) => ({
        customerId: b.customer,
        amount: "1.00",
        currency: "EUR",
        reasonCode: "FREIGHT",
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  discountPolicySet: [{ input: () => ({ reducesTax: false }), refusal: null }],
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
  letterheadSet: [{ input: () => ({ replyPhone: "+1 555 0100", paper: "LETTER" }), refusal: null }],
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
  paymentPlanActivate: [
    {
      input: (b, idempotencyKey) => ({ paymentPlanId: b.paymentPlan, idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  paymentPlanAmend: [
    {
      input: (b) => ({ paymentPlanId: b.paymentPlan, schedule: SCHEDULE, reason: "Asked for" }),
      refusal: "NOT_FOUND",
    },
  ],
  paymentPlanCancel: [
    {
      input: (b, idempotencyKey) => ({ paymentPlanId: b.paymentPlan, reason: "Asked for", idempotencyKey }),
      refusal: "NOT_FOUND",
    },
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
  periodClose: [{ input: () => ({ startsOn: "2025-05-01" }), refusal: null }],
  periodReopen: [{ input: () => ({ startsOn: "2025-05-01", reason: "A late invoice" }), refusal: null }],
  reasonCodeSet: [
    {
      input: (_, code) => ({
        kind: "REFUND",
        code: code.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_"),
        name: "Other",
      }),
      refusal: null,
    },
  ],
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
  refundCancel: [
    { input: (b, idempotencyKey) => ({ refundId: b.refund, idempotencyKey }), refusal: "NOT_FOUND" },
  ],
  refundPay: [
    { input: (b, idempotencyKey) => ({ refundId: b.refund, idempotencyKey }), refusal: "NOT_FOUND" },
  ],
  refundRequest: [
    {
      input: (b, idempotencyKey) => ({
        receiptId: b.receipt,
        amount: "1.00",
        reasonCode: "OVERPAYMENT",
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
    {
      input: (b, idempotencyKey) => ({
        creditMemoId: b.creditMemo,
        amount: "1.00",
        reasonCode: "CREDIT_BALANCE",
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  smallBalanceWriteOffRun: [
    {
      input: (_, idempotencyKey) => ({
        tolerances: [{ currency: "EUR", amount: "0.01" }],
        idempotencyKey,
      }),
      refusal: null,
    },
  ],
  revaluationRun: [
    { input: (_, idempotencyKey) => ({ startsOn: "2024-06-01", idempotencyKey }), refusal: null },
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
