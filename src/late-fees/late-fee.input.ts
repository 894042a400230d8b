import { Field, ID, InputType, Int } from "type-graphql";
import { type Combination, DateFilter, IdFilter, StringFilter } from "../platform/graphql/filters.js";
import { MutationInput, PostingInput } from "../platform/graphql/mutation.input.js";
import { CurrencyCode, DateScalar, Decimal } from "../platform/graphql/scalars.js";
import type { ClockSchedule } from "./late-fee-lines.sql.js";
import type { DayCount } from "./late-fee-policy.queries.js";
import { LateFeeDayCount, LateFeeSchedule } from "./late-fee-policy.type.js";

@InputType({
  description:
    "What is charged on late items in a currency from a day on. Neither rate nor flat fee: nothing.",
})
export class LateFeePolicySetInput extends MutationInput {
  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The first day on which it holds; today when left out, not before the version that it follows.",
  })
  effectiveFrom?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Interest, per cent a year; more than 0, less than 1,000.",
  })
  annualRatePercent?: string | null;

  @Field(() => Decimal, { nullable: true, description: "For each item that becomes late, once." })
  flatFee?: string | null;

  @Field(() => LateFeeDayCount, {
    defaultValue: "ACTUAL_365",
    description: "How days become parts of a year.",
  })
  dayCount!: DayCount;

  @Field(() => Int, {
    defaultValue: 0,
    description: "What is paid within so many days after it was due is charged nothing; 0 to 365.",
  })
  graceDays!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether what is paid later is charged only for the days after those of grace; else from the due date.",
  })
  graceDaysFree!: boolean;

  @Field(() => Decimal, {
    nullable: true,
    description: "The least that a customer is charged in a calendar month in which something accrues.",
  })
  minimumFee?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "The most that a customer is charged in a calendar month.",
  })
  maximumFee?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "A customer with less late than this is charged nothing yet.",
  })
  minimumBalance?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Whether late fees bear late fees." })
  compounding!: boolean;

  @Field(() => LateFeeSchedule, { defaultValue: "MANUAL", description: "When it is charged." })
  schedule!: ClockSchedule | "MANUAL";
}

@InputType({ description: "Whether a customer is exempt from late fees, from a day on." })
export class LateFeeExemptionSetInput extends MutationInput {
  @Field(() => ID, { description: "Id of the customer." })
  customerId!: string;

  @Field(() => Boolean, { description: "Whether no late fees are charged." })
  isExempt!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: "From this day; today when left out, not before what was set last.",
  })
  effectiveFrom?: string | null;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;
}

@InputType({ description: "What to charge." })
export class LateFeeRunInput extends PostingInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day that is charged, and the date of the fees; today when left out, never later.",
  })
  asOf?: string | null;

  @Field(() => [ID], { nullable: true, description: "Ids of customers; all when left out." })
  customerIds?: string[] | null;
}

@InputType({ description: "A late fee to waive." })
export class LateFeeWaiveInput extends PostingInput {
  @Field(() => ID, { description: "Id of the late fee." })
  lateFeeId!: string;

  @Field(() => Decimal, { nullable: true, description: "How much; all that is open when left out." })
  amount?: string | null;

  @Field(() => String, { description: "Code of the reason; see `reasonCodes`." })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: "A remark." })
  note?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it counts; today when left out.",
  })
  effectiveDate?: string | null;
}

@InputType({ description: "A waiver to take back." })
export class LateFeeWaiverReverseInput extends PostingInput {
  @Field(() => ID, { description: "Id of the waiver." })
  lateFeeWaiverId!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day from which; today when left out." })
  effectiveDate?: string | null;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;
}

@InputType({ description: "Which late fees. All that is given must hold." })
export class LateFeeWhere implements Combination<LateFeeWhere> {
  @Field(() => [LateFeeWhere], { nullable: true, description: "All of these hold." })
  and?: LateFeeWhere[] | null;

  @Field(() => [LateFeeWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: LateFeeWhere[] | null;

  @Field(() => LateFeeWhere, { nullable: true, description: "This does not hold." })
  not?: LateFeeWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "The customer." })
  customerId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "The number." })
  number?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "Its date." })
  documentDate?: DateFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "The run that it is of." })
  runId?: IdFilter | null;
}
