import type { MutationSamples } from "./fee-and-allowance-samples.js";

export const BANK_MATCH_SAMPLES: MutationSamples = {
  bankMatchConfirm: [
    {
      input: (b, idempotencyKey) => ({
        bankEntryId: b.bankLine,
        journalEntryIds: [b.cashMovement],
        idempotencyKey,
      }),
      refusal: "NOT_FOUND",
    },
  ],
  bankMatchReject: [
    {
      input: (b, reason) => ({ bankEntryId: b.bankLine, journalEntryIds: [b.cashMovement], reason }),
      refusal: "NOT_FOUND",
    },
  ],
  bankMatchUndo: [
    {
      input: (b, idempotencyKey) => ({ bankMatchId: b.bankMatch, reason: idempotencyKey, idempotencyKey }),
      refusal: "NOT_FOUND",
    },
  ],
};
