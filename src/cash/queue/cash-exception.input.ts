import { Field, InputType, Int } from "type-graphql";
import {
  type Combination,
  DateFilter,
  DecimalFilter,
  defineEnum,
  type EnumFilter,
  enumFilter,
  IdFilter,
  StringFilter,
} from "../../platform/graphql/filters.js";
import { SortDirection } from "../../platform/graphql/sorting.js";
import { MATCH_REMAINDER_REASONS } from "../matches/match-proposal.enums.js";

export const CashExceptionReason = defineEnum(
  "CashExceptionReason",
  "Why money of a receipt is not applied, as its latest match says.",
  {
    NOT_MATCHED: "It was never matched.",
    PROPOSED: "A proposal for all of it waits for a person.",
    OBSTACLE: "What was sure could not be applied; the proposal says why.",
    REJECTED: "A person rejected what was proposed.",
    LEFT_OVER: "A person applied it otherwise and this is left, or something was undone since.",
    ...MATCH_REMAINDER_REASONS,
  },
);
const CashExceptionReasonFilter = enumFilter("CashExceptionReasonFilter", CashExceptionReason);

@InputType({
  description: "Which money that is not applied. Everything that is given must hold.",
})
export class CashExceptionWhere implements Combination<CashExceptionWhere> {
  @Field(() => [CashExceptionWhere], { nullable: true, description: "All of these hold." })
  and?: CashExceptionWhere[] | null;

  @Field(() => [CashExceptionWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: CashExceptionWhere[] | null;

  @Field(() => CashExceptionWhere, { nullable: true, description: "This does not hold." })
  not?: CashExceptionWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By the id of the open item that holds the money." })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By receipt." })
  receiptId?: IdFilter | null;

  @Field(() => CashExceptionReasonFilter, { nullable: true, description: "By why it is not applied." })
  reason?: EnumFilter | null;

  @Field(() => Boolean, { nullable: true, description: "Whether a proposal waits for a person." })
  hasProposal?: boolean | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By what is left, whatever the currency." })
  amountLeft?: DecimalFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By currency." })
  currency?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "By the day the money came in." })
  receivedOn?: DateFilter | null;

  @Field(() => Int, { nullable: true, description: "Came in so many days ago, or longer." })
  minAgeDays?: number | null;

  @Field(() => Int, { nullable: true, description: "Came in so many days ago at most." })
  maxAgeDays?: number | null;

  @Field(() => IdFilter, {
    nullable: true,
    description: "By customer; without one while the payer is unknown.",
  })
  customerId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the customer's collector." })
  collector?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the customer's business unit." })
  businessUnit?: StringFilter | null;
}

export const CashExceptionOrderField = defineEnum(
  "CashExceptionOrderField",
  "What money that is not applied can be sorted by.",
  {
    RECEIVED_ON: "The day the money came in: ascending, the oldest first.",
    AMOUNT: "What is left, whatever the currency.",
    REASON: "Why it is not applied, by name.",
    CURRENCY: "Currency.",
    CUSTOMER: "The customer's name; without one last.",
    COLLECTOR: "The customer's collector; without one last.",
    BUSINESS_UNIT: "The customer's business unit; without one last.",
  },
);

@InputType({ description: "A sort order of money that is not applied." })
export class CashExceptionOrder {
  @Field(() => CashExceptionOrderField, { description: "What to sort by." })
  field!: string;

  @Field(() => SortDirection, { defaultValue: "ASC", description: "Which way." })
  direction!: "ASC" | "DESC";
}
