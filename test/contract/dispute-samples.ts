import type { MutationSamples } from "./fee-and-allowance-samples.js";

const FOUND = { rootCause: "Prices", correctiveAction: "None" };

export const DISPUTE_SAMPLES: MutationSamples = {
  disputeOpen: [
    {
      input: (b, ownerDepartment) => ({ invoiceId: b.unpaid, reasonCode: "PRICE", ownerDepartment }),
      refusal: "NOT_FOUND",
    },
  ],
  disputeResolve: [
    { input: (b) => ({ disputeId: b.dispute, resolution: "REJECTED", ...FOUND }), refusal: "NOT_FOUND" },
    {
      input: (b) => ({ disputeId: b.dispute, resolution: "WRITE_OFF", settledBy: [b.writeOff], ...FOUND }),
      refusal: "NOT_FOUND",
    },
  ],
  disputeReview: [{ input: (b, note) => ({ disputeId: b.dispute, note }), refusal: "NOT_FOUND" }],
  disputeWithdraw: [{ input: (b, reason) => ({ disputeId: b.dispute, reason }), refusal: "NOT_FOUND" }],
};
