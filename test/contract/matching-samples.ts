import type { MutationSamples } from "./fee-and-allowance-samples.js";

export const MATCHING_SAMPLES: MutationSamples = {
  matchProposalConfirm: [
    {
      input: (b, idempotencyKey) => ({ matchProposalId: b.matchProposal, idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  matchProposalReject: [
    { input: (b, reason) => ({ matchProposalId: b.matchProposal, reason }), refusal: "NOT_FOUND" },
  ],
  matchProposalSplit: [
    {
      input: (b, idempotencyKey) => ({
        matchProposalId: b.matchProposal,
        shares: [{ customerId: b.customer, amount: "12.34" }],
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  matchRun: [
    { input: (b, idempotencyKey) => ({ receiptIds: [b.receipt], idempotencyKey }), refusal: "NOT_FOUND" },
  ],
  matchSettingSet: [
    { input: (b) => ({ customerId: b.customer, discountGraceDays: 3 }), refusal: "NOT_FOUND" },
    { input: () => ({ applyFrom: "0.97" }), refusal: null },
  ],
  payerAliasRemove: [{ input: (b) => ({ payerAliasId: b.payerAlias }), refusal: "NOT_FOUND" }],
  remittanceAdvicePair: [
    {
      input: (b, idempotencyKey) => ({
        remittanceAdviceId: b.remittanceAdvice,
        receiptId: b.unidentified,
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  remittanceAdviceRelease: [
    {
      input: (b, idempotencyKey) => ({
        remittanceAdviceId: b.remittanceAdvice,
        reason: "Put right",
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  remittanceAdviceUnpair: [
    {
      input: (b, idempotencyKey) => ({
        remittanceAdviceId: b.remittanceAdvice,
        reason: "Of another",
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  remittanceIdentify: [
    {
      input: (b, idempotencyKey) => ({
        remittanceId: b.unknownRemittance,
        customerId: b.customer,
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
};
