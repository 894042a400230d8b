import { Field, InputType } from "type-graphql";
import {
  type Combination,
  DateTimeFilter,
  DecimalFilter,
  defineEnum,
  type EnumFilter,
  enumFilter,
  IdFilter,
  StringFilter,
} from "../platform/graphql/filters.js";
import { SortDirection } from "../platform/graphql/sorting.js";

export const MatchStatus = defineEnum("MatchStatus", "Where a match of a receipt stands.", {
  APPLIED: "All that it says was applied untouched; nothing waits.",
  OPEN: "It proposes something, and waits for a person.",
  NONE: "It finds nothing to propose; a person, or a later match, has to.",
  CONFIRMED: "A person decided what to apply, as proposed or otherwise.",
  REJECTED: "A person turned it down; nothing was applied for what it proposed.",
  SUPERSEDED: "A later match, or an application by hand, took its place.",
});
const MatchStatusFilter = enumFilter("MatchStatusFilter", MatchStatus);

export const MatchRuleName = defineEnum("MatchRuleName", "By what a part of a payment was found.", {
  EXPLICIT_REFERENCE: "The payer names the document: by our number, its order's, or its own.",
  ITEM_AMOUNT: "One item has just the payment's amount open.",
  ITEM_LESS_DISCOUNT: "One item has it open, less the discount that is still to be had.",
  ACCOUNT_BALANCE: "All that the customer has open comes to the amount.",
  PAST_DUE_BALANCE: "All that is past due comes to the amount.",
  PAST_DUE_BY_TERM: "All that is past due on one payment term comes to the amount.",
  ITEMS_ADDING_UP: "Some items, and no others, come to the amount.",
  WITHIN_TOLERANCE: "One item differs from the amount by no more than the tolerance.",
  OLDEST_FIRST: "The oldest items, as far as the money goes; only where it is set.",
});

export const MatchDecision = defineEnum("MatchDecision", "How a part of a match came to be.", {
  AUTO: "Sure enough to be applied untouched.",
  PROPOSED: "For a person to confirm.",
  ALTERNATIVE: "Another item that it may be; without an amount.",
  CHOSEN: "A person said so; matching did not.",
});

export const MatchOutcome = defineEnum("MatchOutcome", "What became of a part of a match.", {
  APPLIED: "Applied untouched.",
  ACCEPTED: "A person confirmed it as it is; of an alternative, its item.",
  CHANGED: "A person confirmed its item with another amount.",
  DECLINED: "A person confirmed neither.",
});

/** By name, with what each means. */
export const MATCH_REMAINDER_REASONS = {
  OVERPAID: "More came than what it pays has open.",
  DUPLICATE_SUSPECTED: "What it would pay was paid before, by the same amount.",
  AMBIGUOUS: "It may be for several items, and nothing says which.",
  REFERENCE_UNKNOWN: "It names something that is not in these books.",
  NOTHING_FITS: "The payer is known, and nothing of what it owes fits.",
  OTHER_CURRENCY: "What fits is in another currency.",
  PAYER_UNKNOWN: "Nothing says who paid.",
  PAYER_AMBIGUOUS: "Several customers may have paid it.",
} as const;

export const MatchRemainderReason = defineEnum(
  "MatchRemainderReason",
  "Why money of a receipt would be left when all parts of its match are applied.",
  MATCH_REMAINDER_REASONS,
);
const MatchRemainderReasonFilter = enumFilter("MatchRemainderReasonFilter", MatchRemainderReason);

export const MoneyDisposition = defineEnum("MoneyDisposition", "Where money stands that is not applied.", {
  UNAPPLIED: "With its customer, to be applied.",
  ON_ACCOUNT: "With its customer, who is content to leave it there.",
  UNIDENTIFIED: "With nobody: the payer is unknown.",
});

@InputType({ description: "Which matches. Everything that is given must hold." })
export class MatchProposalWhere implements Combination<MatchProposalWhere> {
  @Field(() => [MatchProposalWhere], { nullable: true, description: "All of these hold." })
  and?: MatchProposalWhere[] | null;

  @Field(() => [MatchProposalWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: MatchProposalWhere[] | null;

  @Field(() => MatchProposalWhere, { nullable: true, description: "This does not hold." })
  not?: MatchProposalWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => MatchStatusFilter, { nullable: true, description: "By where it stands." })
  status?: EnumFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By receipt." })
  receiptId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By whom it holds for the payer." })
  customerId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By currency." })
  currency?: StringFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By what there was to be applied." })
  amount?: DecimalFilter | null;

  @Field(() => MatchRemainderReasonFilter, {
    nullable: true,
    description: "By why something would be left.",
  })
  remainderReason?: EnumFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By what would be left; zero when nothing." })
  remainderAmount?: DecimalFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when it was matched." })
  matchedAt?: DateTimeFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when it was decided." })
  decidedAt?: DateTimeFilter | null;
}

export const MatchProposalOrderField = defineEnum(
  "MatchProposalOrderField",
  "What matches can be sorted by.",
  {
    MATCHED_AT: "When it was matched.",
    AMOUNT: "What there was to be applied, whatever the currency.",
  },
);

@InputType({ description: "A sort order of matches." })
export class MatchProposalOrder {
  @Field(() => MatchProposalOrderField, { description: "What to sort by." })
  field!: string;

  @Field(() => SortDirection, { defaultValue: "ASC", description: "Which way." })
  direction!: "ASC" | "DESC";
}
