import { Field, ID, InputType, Int } from "type-graphql";
import { MutationInput, PostingInput } from "../../platform/graphql/mutation.input.js";
import { DateScalar, Decimal } from "../../platform/graphql/scalars.js";
import { MatchRemainderSetting, MatchRuleEnum } from "./match-proposal.enums.js";

@InputType({ description: "Which receipts to match as the books stand now." })
export class MatchRunInput extends PostingInput {
  @Field(() => [ID], {
    nullable: true,
    description:
      "Ids of the receipts, 1 to 5,000. Left out: up to 5,000 that have money to apply, those not matched for longest first.",
  })
  receiptIds?: string[] | null;
}

@InputType({ description: "An item that a person chooses, and how much of the money goes on it." })
export class MatchPartInput {
  @Field(() => ID, {
    description: "Id of the open item: one that was proposed, an alternative, or any other.",
  })
  openItemId!: string;

  @Field(() => Decimal, {
    description: "Positive on what is owed; negative for a credit memo that the payer has taken off.",
  })
  amount!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether it takes the early-payment discount that the money came in time for.",
  })
  takeDiscount!: boolean;
}

@InputType({ description: "A proposal that is right, or what is right instead." })
export class MatchProposalConfirmInput extends PostingInput {
  @Field(() => ID, { description: "Id of the match." })
  matchProposalId!: string;

  @Field(() => [MatchPartInput], {
    nullable: true,
    description:
      "What to apply instead of what is proposed; items of one customer. As proposed when left out.",
  })
  parts?: MatchPartInput[] | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      "Whether the payer's name and account are learned, where the customer was not known by them.",
  })
  learn!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day from which it counts; today when left out, never before the receipt's or an item's date.",
  })
  effectiveDate?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the match is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "A proposal that is wrong." })
export class MatchProposalRejectInput extends MutationInput {
  @Field(() => ID, { description: "Id of the match." })
  matchProposalId!: string;

  @Field(() => String, { description: "Why; at most 1,000 characters." })
  reason!: string;

  @Field(() => Int, { nullable: true, description: "Refuse when the match is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "A customer's share of a receipt." })
export class MatchShareInput {
  @Field(() => ID, { description: "Id of the customer." })
  customerId!: string;

  @Field(() => Decimal, {
    description: "How much; more than zero, but for a credit memo of the customer's that is netted.",
  })
  amount!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the customer's item that it pays; left out, it is the customer's unapplied money.",
  })
  openItemId?: string | null;
}

@InputType({ description: "How to split a receipt's money between customers." })
export class MatchProposalSplitInput extends PostingInput {
  @Field(() => ID, { description: "Id of the match." })
  matchProposalId!: string;

  @Field(() => [MatchShareInput], {
    description: "1 to 1,000 shares; together all that the receipt has to apply.",
  })
  shares!: MatchShareInput[];

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it counts; today when left out.",
  })
  effectiveDate?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the match is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "Who sent a remittance." })
export class RemittanceIdentifyInput extends PostingInput {
  @Field(() => ID, { description: "Id of the remittance." })
  remittanceId!: string;

  @Field(() => ID, { description: "Id of the customer who sent it." })
  customerId!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      "Whether the payer's name and account are learned, where the customer was not known by them.",
  })
  learn!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: "From which day on the payer counts as known; today when left out.",
  })
  effectiveDate?: string | null;
}

@InputType({ description: "A learned name or account that is wrong." })
export class PayerAliasRemoveInput extends MutationInput {
  @Field(() => ID, { description: "Its id." })
  payerAliasId!: string;

  @Field(() => String, { nullable: true, description: "Why; at most 1,000 characters." })
  reason?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when it is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "How to match payments. What is left out stays as it is." })
export class MatchSettingSetInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: "Id of the customer; left out for all customers that have none of their own.",
  })
  customerId?: string | null;

  @Field(() => [MatchRuleEnum], {
    nullable: true,
    description:
      "The rules in the order in which they are tried; OLDEST_FIRST only counts when it is listed.",
  })
  rules?: string[] | null;

  @Field(() => Decimal, { nullable: true, description: "Score from which on a part is applied; 0.5 to 1." })
  applyFrom?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Score from which on a part is proposed; 0 to `applyFrom`.",
  })
  proposeFrom?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "By how much an amount may differ and still be meant, in the item's currency; zero or more.",
  })
  tolerance?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days after a discount's last day on which it is still granted; 0 to 365.",
  })
  discountGraceDays?: number | null;

  @Field(() => MatchRemainderSetting, {
    nullable: true,
    description: "Where money of a known payer goes that settles nothing.",
  })
  remainder?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Refuse when the setting is no longer at this version; 0 when there must be none.",
  })
  expectedVersion?: number | null;
}
