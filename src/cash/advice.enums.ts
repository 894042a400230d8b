import { defineEnum } from "../platform/graphql/filters.js";

export const RemittanceAdviceOutcome = defineEnum(
  "RemittanceAdviceOutcome",
  "What became of a remittance advice.",
  {
    TAKEN: "It is there to be paired with its payment.",
    DUPLICATE: "The same advice was taken before, with this or another file.",
    QUARANTINED: "A person must look at it and release it; until then it is paired with nothing.",
  },
);

export const RemittanceAdviceMethod = defineEnum("RemittanceAdviceMethod", "How a payer says that it pays.", {
  ACH: "Through a clearing house.",
  CHECK: "By cheque.",
  WIRE: "By transfer between banks.",
  CARD: "By card.",
  DIRECT_DEBIT: "By direct debit.",
  NONE: "No money moves.",
  OTHER: "Otherwise, or not said.",
});

export const RemittanceAdvicePairedBy = defineEnum(
  "RemittanceAdvicePairedBy",
  "By what a remittance advice was paired with its payment.",
  {
    PAYMENT_REFERENCE: "A reference of the payment, and the amount.",
    PAYER_AND_AMOUNT: "Payer and exact amount within a few days.",
    PERSON: "A person said so.",
  },
);

export const RemittanceAdviceReferenceType = defineEnum(
  "RemittanceAdviceReferenceType",
  "What a line of a remittance advice names.",
  {
    INVOICE: "An invoice.",
    CREDIT_MEMO: "A credit memo that is netted.",
    DEBIT_MEMO: "A debit memo.",
    PURCHASE_ORDER: "The payer's own order.",
    ACCOUNT: "An account or contract.",
    ADJUSTMENT: "Money added or taken off that names no document.",
    OTHER: "Something else.",
  },
);

export const RemittanceAdviceCorrectionField = defineEnum(
  "RemittanceAdviceCorrectionField",
  "What of a remittance advice was put right.",
  { CURRENCY: "Its currency.", TOTAL: "How much is paid.", PAID_ON: "The day of the payment." },
);
