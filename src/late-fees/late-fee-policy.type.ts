import { Field, Int, ObjectType } from "type-graphql";
import { Allow, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { CurrencyCode, DateScalar, Decimal } from "../platform/graphql/scalars.js";

export const LateFeeDayCount = defineEnum("LateFeeDayCount", "How days become parts of a year.", {
  ACTUAL_365: "Each day is a 365th of a year.",
  THIRTY_360: "Each month has 30 days and a year 360, so that a whole month is a twelfth of the rate.",
});

export const LateFeeSchedule = defineEnum("LateFeeSchedule", "When late fees are charged.", {
  MANUAL: "When somebody runs it.",
  DAILY: "Every day, by the worker, up to that day.",
  MONTHLY: "Once a month, by the worker, up to the last day of the month before.",
});

@Allow("receivables:read")
@ObjectType({ description: "What is charged on late items in a currency, from a day on." })
export class LateFeePolicy {
  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => Int, { description: "Counts the versions in the currency, from 1." })
  versionNo!: number;

  @Field(() => DateScalar, { description: "The first day on which it holds." })
  effectiveFrom!: string;

  @Field(() => Decimal, { nullable: true, description: "Interest, per cent a year." })
  annualRatePercent!: string | null;

  @MoneyField("For each item that becomes late, once.", {
    amount: "flatFee",
    currency: "currency",
    nullable: true,
  })
  flatFee!: object | null;

  @Field(() => LateFeeDayCount, { description: "How days become parts of a year." })
  dayCount!: string;

  @Field(() => Int, { description: "What is paid within so many days after it was due is charged nothing." })
  graceDays!: number;

  @Field(() => Boolean, {
    description:
      "Whether what is paid later is charged only for the days after those of grace; else from the due date.",
  })
  graceDaysFree!: boolean;

  @MoneyField("The least that a customer is charged in a calendar month in which something accrues.", {
    amount: "minimumFee",
    currency: "currency",
    nullable: true,
  })
  minimumFee!: object | null;

  @MoneyField("The most that a customer is charged in a calendar month.", {
    amount: "maximumFee",
    currency: "currency",
    nullable: true,
  })
  maximumFee!: object | null;

  @MoneyField("A customer with less late than this is charged nothing yet.", {
    amount: "minimumBalance",
    currency: "currency",
    nullable: true,
  })
  minimumBalance!: object | null;

  @Field(() => Boolean, { description: "Whether late fees bear late fees." })
  compounding!: boolean;

  @Field(() => LateFeeSchedule, { description: "When it is charged." })
  schedule!: string;

  @Field(() => String, { description: "Who set it." })
  setBy!: string;
}

@Allow("receivables:read")
@ObjectType({ description: "From when on a customer is exempt from late fees, or is not any more." })
export class LateFeeExemption {
  @Field(() => DateScalar, { description: "From this day." })
  effectiveFrom!: string;

  @Field(() => Boolean, { description: "Whether no late fees are charged." })
  isExempt!: boolean;

  @Field(() => String, { nullable: true, description: "Why." })
  reason!: string | null;

  @Field(() => String, { description: "Who set it." })
  setBy!: string;
}
