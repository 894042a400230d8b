import { ArgsType, Field, ObjectType } from "type-graphql";
import { CashExceptionTotalType } from "../cash/index.js";
import type { ReportPoint } from "../ledger/index.js";
import { Allow, Derived } from "../platform/graphql/fields.js";
import { DateScalar, Decimal } from "../platform/graphql/scalars.js";
import type { Period } from "./collection-metrics.queries.js";
import { Interval } from "./collection-metrics.type.js";
import { readUnappliedCash } from "./match-metrics.queries.js";
import * as rules from "./match-metrics.rules.js";

/** What matching did in a period, with its figures. */
export interface MatchPeriodRow extends Period {
  readonly figures: rules.MatchFigures;
}

export interface MatchMetricsRow {
  readonly whole: MatchPeriodRow;
  readonly series: readonly MatchPeriodRow[];
  /** The end of the period. */
  readonly point: ReportPoint;
}

@ArgsType()
export class MatchMetricsArgs {
  @Field(() => DateScalar, { description: "First day of the period." })
  from!: string;

  @Field(() => DateScalar, { description: "Last day of the period." })
  to!: string;

  @Field(() => Interval, { defaultValue: "PERIOD", description: "What the series is made of." })
  interval!: "PERIOD" | "MONTH";
}

@Allow("metrics:read")
@ObjectType({ description: "A numerator or a denominator of a metric." })
export class MatchMetricTerm {
  @Field(() => String, { description: "Its name in the formula." })
  name!: string;

  @Field(() => Decimal, {
    description: "How many; of amounts, in the tenant's functional currency at the receipts' rates.",
  })
  value!: string;
}

@Allow("metrics:read")
@ObjectType({ description: "A rate or a number of days with how it was found." })
export class MatchMetric {
  @Field(() => Decimal, {
    nullable: true,
    description:
      "A rate in per cent with four decimals, or days with two, rounded half-up; null when the denominator is zero.",
  })
  value!: string | null;

  @Field(() => String, { description: "The formula's name and expression." })
  formula!: string;

  @Field(() => MatchMetricTerm, { description: "What is divided." })
  numerator!: MatchMetricTerm;

  @Field(() => MatchMetricTerm, { description: "By what." })
  denominator!: MatchMetricTerm;

  @Field(() => String, { nullable: true, description: "Why there is no value; null when there is one." })
  reason!: string | null;
}

function MatchMetricField(
  description: string,
  find: (figures: rules.MatchFigures) => rules.MatchMetric,
): PropertyDecorator {
  return Derived<MatchPeriodRow>(
    () => MatchMetric,
    { description },
    (row) => find(row.figures),
  );
}

@Allow("metrics:read")
@ObjectType({
  description:
    "What matching did in one period. A line is money of one receipt on one item; it counts on the day on which it was applied untouched, or on which a person decided it.",
})
export class MatchPeriodMetrics {
  @Field(() => DateScalar, { description: "First day." })
  from!: string;

  @Field(() => DateScalar, { description: "Last day." })
  to!: string;

  @MatchMetricField(
    "Lines that matching said right, in per cent of the lines decided: applied untouched and not found wrong since, or confirmed as proposed. A line that a person changed, declined, or chose without a proposal was not.",
    rules.hitRate,
  )
  hitRate!: MatchMetric;

  @MatchMetricField(
    "Lines applied untouched and not found wrong since, in per cent of the lines that money was put on for a match.",
    rules.straightThroughRate,
  )
  straightThroughRate!: MatchMetric;

  @MatchMetricField(
    "Receipts that came in the period and were applied whole and untouched, in per cent of those that were matched.",
    rules.straightThroughReceipts,
  )
  straightThroughReceipts!: MatchMetric;

  @MatchMetricField(
    "Lines applied untouched that a person unapplied since, in per cent of the lines applied untouched in the period. Money that went back and credits that were voided do not count. The ceiling is 0.1.",
    rules.falseApplyRate,
  )
  falseApplyRate!: MatchMetric;

  @MatchMetricField(
    "Mean days from the day on which money came to the day from which it counts as applied, of the applications of the period that stand, by hand or by match.",
    rules.daysToApply,
  )
  daysToApply!: MatchMetric;

  @MatchMetricField("The same, by amount.", rules.weightedDaysToApply)
  weightedDaysToApply!: MatchMetric;
}

@Allow("metrics:read")
@ObjectType({ description: "How much cash is applied untouched, how much of it wrongly, and how soon." })
export class MatchMetrics {
  @Field(() => MatchPeriodMetrics, { description: "The period as a whole." })
  whole!: MatchPeriodMetrics;

  @Field(() => [MatchPeriodMetrics], { description: "The series, in order of time." })
  series!: MatchPeriodMetrics[];

  @Derived<MatchMetricsRow>(
    () => [CashExceptionTotalType],
    {
      description:
        "Money that is not applied at the end of the period, by the reason that the latest match until then gave, and by currency.",
    },
    (row, _, context) => readUnappliedCash(context.reads, row.point),
  )
  unappliedByReason!: object[];
}
