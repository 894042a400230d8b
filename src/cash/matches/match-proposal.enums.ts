import { defineEnum } from "../../platform/graphql/filters.js";

export const MatchStatusEnum = defineEnum("MatchStatus", "Where a match stands.", {
  APPLIED: "All that it says was sure, and was applied untouched.",
  OPEN: "It proposes something that a person confirms, changes or rejects.",
  NONE: "It finds nothing to propose for money that is there.",
  CONFIRMED: "A person confirmed it, as it was or with other parts.",
  REJECTED: "A person said that it is wrong.",
  SUPERSEDED: "A later match, or what happened to the receipt, took its place.",
});

export const MatchRuleEnum = defineEnum("MatchRule", "What led from a payment to an item.", {
  EXPLICIT_REFERENCE: "The payment names it, by our number or the customer's own.",
  ITEM_AMOUNT: "Its open balance is the amount.",
  ITEM_LESS_DISCOUNT: "Its open balance less the discount on offer is the amount.",
  ACCOUNT_BALANCE: "The customer's whole balance is the amount.",
  PAST_DUE_BALANCE: "What the customer owes past due is the amount.",
  PAST_DUE_BY_TERM: "What is past due under one payment term is the amount.",
  ITEMS_ADDING_UP: "A few items add up to the amount, and no others as few do.",
  WITHIN_TOLERANCE: "Its open balance differs from the amount by no more than the tolerance.",
  OLDEST_FIRST: "The customer's oldest items, because the tenant wants it so.",
});

export const MatchPartDecision = defineEnum("MatchPartDecision", "What matching decided of a part.", {
  AUTO: "Sure enough: it was applied.",
  PROPOSED: "For a person to confirm.",
  ALTERNATIVE: "Another item that it may be; no amount is said.",
  CHOSEN: "Not matching's: a person chose it.",
});

export const MatchPartOutcome = defineEnum("MatchPartOutcome", "What became of a part.", {
  APPLIED: "It was applied untouched.",
  ACCEPTED: "A person confirmed it; of an alternative, its item.",
  CHANGED: "A person confirmed its item with another amount.",
  DECLINED: "A person decided otherwise.",
});

export const MatchRemainderDisposition = defineEnum(
  "MatchRemainderDisposition",
  "Where money goes that pays nothing yet.",
  {
    UNAPPLIED: "It is unapplied cash of its customer.",
    ON_ACCOUNT: "It is left on the customer's account on purpose.",
    UNIDENTIFIED: "It is nobody's yet.",
  },
);

/** By name, with what each means. */
export const MATCH_REMAINDER_REASONS = {
  OVERPAID: "More came than the parts take.",
  DUPLICATE_SUSPECTED: "The same was paid before.",
  AMBIGUOUS: "Several items are about as likely.",
  REFERENCE_UNKNOWN: "What it names is not there.",
  NOTHING_FITS: "The payer is known and owes nothing that fits.",
  OTHER_CURRENCY: "What it names, or all that its payer owes, is in another currency.",
  PAYER_UNKNOWN: "Nobody is known to pay so.",
  PAYER_AMBIGUOUS: "Several customers may have paid.",
} as const;

export const MatchRemainderReason = defineEnum(
  "MatchRemainderReason",
  "Why money of a receipt is left.",
  MATCH_REMAINDER_REASONS,
);

export const PayerAliasKind = defineEnum("PayerAliasKind", "By what a payer is known.", {
  NAME: "A name, as banks write it.",
  ACCOUNT: "An account that it pays from.",
});

export const MatchRemainderSetting = defineEnum(
  "MatchRemainderSetting",
  "Where money of a known payer goes that settles nothing.",
  {
    UNAPPLIED: "It waits as unapplied cash.",
    ON_ACCOUNT: "It is left on account on purpose.",
  },
);
