import { Field, ID, InputType, Int } from "type-graphql";
import type { PlanChargeKind } from "../adjustments/index.js";
import {
  type Combination,
  DateFilter,
  defineEnum,
  enumFilter,
  IdFilter,
  StringFilter,
} from "../platform/graphql/filters.js";
import { MutationInput, PostingInput } from "../platform/graphql/mutation.input.js";
import { DateScalar, Decimal } from "../platform/graphql/scalars.js";
import { PaymentPlanChargeKind, PaymentPlanStatus } from "./payment-plan.type.js";
import type { PlanFrequency } from "./schedule.rules.js";

export const PaymentPlanFrequency = defineEnum("PaymentPlanFrequency", "How often an instalment is due.", {
  WEEKLY: "Every seven days.",
  EVERY_TWO_WEEKS: "Every fourteen days.",
  MONTHLY: "On the same day of each month, or its last day when it has no such day.",
});

@InputType({ description: "A part of the plan's amount and the day on which it is due." })
export class PaymentPlanInstalmentInput {
  @Field(() => DateScalar, { description: "When it is due; today or later, and after the one before it." })
  dueDate!: string;

  @Field(() => Decimal, { description: "How much, in the plan's currency; more than zero." })
  amount!: string;
}

@InputType({
  description: "Equal instalments; what does not divide is added to the first ones, unit by unit.",
})
export class PaymentPlanEqualInput {
  @Field(() => Int, { description: "How many; 1 to 120." })
  count!: number;

  @Field(() => PaymentPlanFrequency, { description: "How often." })
  frequency!: PlanFrequency;

  @Field(() => DateScalar, { description: "When the first one is due; today or later." })
  firstDueDate!: string;
}

@InputType({
  description: "How the plan is paid: either `equal` or `instalments`, after a down payment or not.",
})
export class PaymentPlanScheduleInput {
  @Field(() => PaymentPlanInstalmentInput, {
    nullable: true,
    description: "What is paid first; it becomes instalment 0.",
  })
  downPayment?: PaymentPlanInstalmentInput | null;

  @Field(() => PaymentPlanEqualInput, { nullable: true, description: "Equal parts of what is left." })
  equal?: PaymentPlanEqualInput | null;

  @Field(() => [PaymentPlanInstalmentInput], {
    nullable: true,
    description: "Or each part by itself; they must sum to what is left.",
  })
  instalments?: PaymentPlanInstalmentInput[] | null;
}

@InputType({ description: "What a plan costs the customer beside its items." })
export class PaymentPlanChargeInput {
  @Field(() => PaymentPlanChargeKind, { description: "What it is for." })
  kind!: PlanChargeKind;

  @Field(() => Decimal, {
    nullable: true,
    description: "How much, in the plan's currency; more than zero. Either this or a rate.",
  })
  amount?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Interest in per cent a year, at most 100: simple, on what is left of the items' amount until each of the `equal` instalments is due (actual/365).",
  })
  annualRatePercent?: string | null;
}

@InputType({ description: "An agreement to offer to a customer." })
export class PaymentPlanProposeInput extends MutationInput {
  @Field(() => [ID], {
    description: "Ids of the open items, 1 to 1,000: what one customer owes in one currency.",
  })
  openItemIds!: string[];

  @Field(() => PaymentPlanScheduleInput, {
    description: "How all that the items have open is paid, with the plan's `charge`.",
  })
  schedule!: PaymentPlanScheduleInput;

  @Field(() => PaymentPlanChargeInput, {
    nullable: true,
    description: "Interest or a fee: a debit memo of its own, posted when the plan is activated.",
  })
  charge?: PaymentPlanChargeInput | null;

  @Field(() => Int, {
    defaultValue: 5,
    description: "An instalment is missed so many days after its due date; 0 to 90.",
  })
  graceDays!: number;

  @Field(() => Int, {
    defaultValue: 2,
    description: "The plan defaults when so many instalments were missed; 1 to 100.",
  })
  missesToDefault!: number;

  @Field(() => String, { description: "Who agrees for the customer." })
  contactName!: string;

  @Field(() => String, { nullable: true, description: "Their e-mail address." })
  contactEmail?: string | null;

  @Field(() => String, { nullable: true, description: "Who signs the agreement." })
  signatory?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it was signed; not in the future." })
  signedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What is agreed, in words; at most 20,000 characters.",
  })
  agreement?: string | null;
}

@InputType({ description: "A plan that the customer agreed to." })
export class PaymentPlanActivateInput extends PostingInput {
  @Field(() => ID, { description: "Id of the plan." })
  paymentPlanId!: string;

  @Field(() => Int, { nullable: true, description: "Refuse when the plan is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "Another schedule for what is left of a plan." })
export class PaymentPlanAmendInput extends MutationInput {
  @Field(() => ID, { description: "Id of the plan." })
  paymentPlanId!: string;

  @Field(() => Int, { nullable: true, description: "Refuse when the plan is no longer at this version." })
  expectedVersion?: number | null;

  @Field(() => PaymentPlanScheduleInput, {
    description: "How all that the plan's items still have open is paid.",
  })
  schedule!: PaymentPlanScheduleInput;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@InputType({ description: "A plan to give up." })
export class PaymentPlanCancelInput extends PaymentPlanActivateInput {
  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Takes the plan's interest or fee back too, if nothing of it is paid; otherwise it stays owed.",
  })
  reverseCharge!: boolean;
}

@InputType({ description: "Money for a plan." })
export class PaymentPlanPayInput extends PostingInput {
  @Field(() => ID, { description: "Id of the plan; active, or in default." })
  paymentPlanId!: string;

  @Field(() => ID, { description: "Id of the receipt; its money is unapplied so far." })
  receiptId!: string;

  @Field(() => Decimal, {
    description: "How much; not more than the receipt has left and the plan's items have open.",
  })
  amount!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it counts; today when left out.",
  })
  effectiveDate?: string | null;
}

@InputType({ description: "When to look through the active plans." })
export class PaymentPlanReviewInput extends MutationInput {}

const PaymentPlanStatusFilter = enumFilter("PaymentPlanStatusFilter", PaymentPlanStatus);

@InputType({ description: "Which payment plans. Everything that is given must hold." })
export class PaymentPlanWhere implements Combination<PaymentPlanWhere> {
  @Field(() => [PaymentPlanWhere], { nullable: true, description: "All of these hold." })
  and?: PaymentPlanWhere[] | null;

  @Field(() => [PaymentPlanWhere], {
    nullable: true,
    description: "At least one of these holds; an empty list matches nothing.",
  })
  or?: PaymentPlanWhere[] | null;

  @Field(() => PaymentPlanWhere, { nullable: true, description: "This does not hold." })
  not?: PaymentPlanWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "The plan itself." })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "The customer." })
  customerId?: IdFilter | null;

  @Field(() => PaymentPlanStatusFilter, { nullable: true, description: "Where it stands." })
  status?: InstanceType<typeof PaymentPlanStatusFilter> | null;

  @Field(() => StringFilter, { nullable: true, description: "The number." })
  number?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "When it was proposed." })
  proposedOn?: DateFilter | null;
}
