import { Field, ID, InputType, Int } from "type-graphql";
import {
  type Combination,
  DateFilter,
  DecimalFilter,
  defineEnum,
  enumFilter,
  IdFilter,
  StringFilter,
} from "../platform/graphql/filters.js";
import { MutationInput } from "../platform/graphql/mutation.input.js";
import { Decimal } from "../platform/graphql/scalars.js";
import { SortDirection } from "../platform/graphql/sorting.js";
import type { DisputeResolution } from "./dispute.rules.js";
import { DisputeResolutionEnum, DisputeStatusEnum } from "./dispute.type.js";

@InputType({ description: "A line of the invoice that is disputed." })
export class DisputeLineInput {
  @Field(() => ID, { description: "Id of the invoice's line." })
  invoiceLineId!: string;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "How much of it, with tax; all that is neither credited nor disputed of it when left out. More than zero.",
  })
  amount?: string | null;
}

@InputType({
  description:
    "What a customer does not accept: on `lines`, on an `amount`, or with neither on all that is open and not disputed.",
})
export class DisputeOpenInput extends MutationInput {
  @Field(() => ID, { description: "Id of the invoice." })
  invoiceId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Only on this instalment; on all, the oldest due first, when left out.",
  })
  openItemId?: string | null;

  @Field(() => [DisputeLineInput], { nullable: true, description: "On these lines." })
  lines?: DisputeLineInput[] | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "On this amount, in the invoice's currency; more than zero, not more than is open.",
  })
  amount?: string | null;

  @Field(() => String, { description: "Code of the reason: `reasonCodes(kind: DISPUTE)`." })
  reasonCode!: string;

  @Field(() => String, { description: "Which department answers for it; at most 100 characters." })
  ownerDepartment!: string;

  @Field(() => String, { nullable: true, description: "What the customer says; at most 2,000 characters." })
  note?: string | null;
}

@InputType({ description: "Which dispute to take up, or to hand on." })
export class DisputeReviewInput extends MutationInput {
  @Field(() => ID, { description: "Id of the dispute." })
  disputeId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Which department answers for it from now on; the same when left out.",
  })
  ownerDepartment?: string | null;

  @Field(() => String, { nullable: true, description: "What was found so far." })
  note?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the dispute is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "What came of a dispute." })
export class DisputeResolveInput extends MutationInput {
  @Field(() => ID, { description: "Id of the dispute." })
  disputeId!: string;

  @Field(() => DisputeResolutionEnum, { description: "What came of it." })
  resolution!: DisputeResolution;

  @Field(() => [ID], {
    nullable: true,
    description:
      "Ids of what settles it: credit memos against the invoice, or write-offs or chargebacks of its items, posted since the dispute was opened. Needed unless it is REJECTED; at most 100.",
  })
  settledBy?: string[] | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "What of the disputed amount is accepted; the rest is rejected. When left out all of it, but at most what the invoice would have open without what settles it.",
  })
  acceptedAmount?: string | null;

  @Field(() => String, { description: "What caused it; at most 2,000 characters." })
  rootCause!: string;

  @Field(() => String, { description: "What was done about the cause; at most 2,000 characters." })
  correctiveAction!: string;

  @Field(() => String, { nullable: true, description: "Anything else." })
  note?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the dispute is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "Which dispute was given up." })
export class DisputeWithdrawInput extends MutationInput {
  @Field(() => ID, { description: "Id of the dispute." })
  disputeId!: string;

  @Field(() => String, { description: "Why; at most 1,000 characters." })
  reason!: string;

  @Field(() => String, { nullable: true, description: "What caused it, if that was found." })
  rootCause?: string | null;

  @Field(() => String, { nullable: true, description: "What was done about the cause." })
  correctiveAction?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the dispute is no longer at this version." })
  expectedVersion?: number | null;
}

const DisputeStatusFilter = enumFilter("DisputeStatusFilter", DisputeStatusEnum);
const DisputeResolutionFilter = enumFilter("DisputeResolutionFilter", DisputeResolutionEnum);

@InputType({ description: "Which disputes. Everything that is given must hold." })
export class DisputeWhere implements Combination<DisputeWhere> {
  @Field(() => [DisputeWhere], { nullable: true, description: "All of these hold." })
  and?: DisputeWhere[] | null;

  @Field(() => [DisputeWhere], {
    nullable: true,
    description: "At least one of these holds; an empty list matches nothing.",
  })
  or?: DisputeWhere[] | null;

  @Field(() => DisputeWhere, { nullable: true, description: "This does not hold." })
  not?: DisputeWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "The dispute itself." })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "The customer." })
  customerId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "The invoice." })
  invoiceId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "The number." })
  number?: StringFilter | null;

  @Field(() => DisputeStatusFilter, { nullable: true, description: "Where it stands." })
  status?: InstanceType<typeof DisputeStatusFilter> | null;

  @Field(() => DisputeResolutionFilter, { nullable: true, description: "What came of it." })
  resolution?: InstanceType<typeof DisputeResolutionFilter> | null;

  @Field(() => StringFilter, { nullable: true, description: "Code of the reason." })
  reasonCode?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "Which department answers for it." })
  ownerDepartment?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "When it was opened." })
  openedOn?: DateFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "When it was resolved or withdrawn." })
  closedOn?: DateFilter | null;

  @Field(() => DecimalFilter, {
    nullable: true,
    description: "How much was disputed when it was opened, whatever the currency.",
  })
  amount?: DecimalFilter | null;
}

export const DisputeOrderField = defineEnum("DisputeOrderField", "What disputes can be sorted by.", {
  OPENED_ON: "When it was opened.",
  CLOSED_ON: "When it was closed; those that stand come last when rising.",
  NUMBER: "The number.",
  AMOUNT: "How much was disputed when it was opened, whatever the currency.",
});

@InputType({ description: "A sort order of disputes." })
export class DisputeOrder {
  @Field(() => DisputeOrderField, { description: "What to sort by." })
  field!: string;

  @Field(() => SortDirection, { defaultValue: "ASC", description: "Which way." })
  direction!: "ASC" | "DESC";
}
