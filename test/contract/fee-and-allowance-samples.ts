import type { FullBooks } from "./full-books.js";
import type { Variables } from "./samples.js";

export interface MutationSample {
  readonly input: (books: FullBooks, key: string) => Variables;
  /**
   * What a stranger with these ids is told. Null: the input holds nothing of the books' own (or only text), so the
   * mutation does its work among the stranger's own things.
   */
  readonly refusal: "NOT_FOUND" | null;
}

export type MutationSamples = Readonly<Record<string, readonly MutationSample[]>>;

export const FEE_AND_ALLOWANCE_SAMPLES: MutationSamples = {
  allowanceReverse: [
    {
      input: (b, idempotencyKey) => ({ allowanceRunId: b.allowanceRun, reason: "Wrong", idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  allowanceRun: [{ input: (_, idempotencyKey) => ({ asOf: "2026-02-28", idempotencyKey }), refusal: null }],
  lateFeeExemptionSet: [
    { input: (b, reason) => ({ customerId: b.customer, isExempt: true, reason }), refusal: "NOT_FOUND" },
  ],
  lateFeePolicySet: [{ input: () => ({ currency: "CHF", flatFee: "7.00" }), refusal: null }],
  lateFeeRun: [
    {
      input: (b, idempotencyKey) => ({ customerIds: [b.customer], idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  lateFeeWaive: [
    {
      input: (b, idempotencyKey) => ({ lateFeeId: b.lateFee, reasonCode: "GOODWILL", idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  lateFeeWaiverReverse: [
    {
      input: (b, idempotencyKey) => ({ lateFeeWaiverId: b.lateFeeWaiver, idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
  provisionMatrixSet: [
    {
      input: () => ({ effectiveFrom: "2026-01-01", segments: [{ lossPercents: Array(5).fill("1") }] }),
      refusal: null,
    },
  ],
  specificProvisionEnd: [
    { input: (b, reason) => ({ customerId: b.customer, reason }), refusal: "NOT_FOUND" },
  ],
  specificProvisionSet: [
    { input: (b, reason) => ({ customerId: b.customer, percent: "7", reason }), refusal: "NOT_FOUND" },
  ],
};
