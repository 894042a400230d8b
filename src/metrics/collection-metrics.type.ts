import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { ReceivablesWhere } from "../aging/index.js";
import { Allow, Derived } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { CurrencyCode, DateScalar, DateTime, Decimal } from "../platform/graphql/scalars.js";
import { formatAmount } from "../platform/money.js";
import type { PeriodMetrics as Row } from "./collection-metrics.js";
import * as rules from "./collection-metrics.rules.js";
import { drilldownsOf } from "./metric-drilldown.js";

export const Interval = defineEnum("MetricsInterval", "What the series is made of.", {
  PERIOD: "The whole period as one.",
  MONTH: "Each calendar month of the period; the first and the last may be cut.",
});

const SalesBasis = defineEnum("SalesBasis", "What counts as credit sales.", {
  GROSS: "Totals of the invoices dated in the period, less voids.",
  NET: "The same, less credit memos.",
});

@ArgsType()
export class CollectionMetricsArgs {
  @Field(() => DateScalar, { description: "First day of the period." })
  from!: string;

  @Field(() => DateScalar, { description: "Last day of the period; balances are those at its end." })
  to!: string;

  @Field(() => Interval, { defaultValue: "PERIOD", description: "What the series is made of." })
  interval!: "PERIOD" | "MONTH";

  @Field(() => Int, {
    defaultValue: 1,
    description: "N of the collection effectiveness index, in months: 1 to 120.",
  })
  ceiMonths!: number;

  @Field(() => SalesBasis, { defaultValue: "GROSS", description: "What counts as credit sales." })
  salesBasis!: "GROSS" | "NET";

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "Only documents in this currency, in it; otherwise all documents, in functional currency.",
  })
  currency?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "What was recorded up to this instant; now by default.",
  })
  knownAt?: Date | null;

  @Field(() => ReceivablesWhere, { nullable: true, description: "Narrows the documents." })
  where?: ReceivablesWhere | null;
}

@Allow("metrics:read")
@ObjectType({ description: "A value that went into a metric." })
export class MetricInput {
  @Field(() => String, { description: "Its name in the formula." })
  name!: string;

  @Field(() => Decimal, {
    description:
      "An amount in the metrics' currency, with exactly its decimals, or a whole number of days or months.",
  })
  value!: string;
}

@Allow("metrics:read")
@ObjectType({ description: "The query that opens the items behind an input of a metric; send it as it is." })
export class MetricDrilldown {
  @Field(() => String, { description: "The input's name." })
  input!: string;

  @Field(() => String, {
    description:
      "A document for this endpoint. It pages by its variable `after`: the last page's `endCursor`.",
  })
  query!: string;

  @Field(() => String, { description: "Its variables, a JSON object." })
  variables!: string;
}

/** A metric with the period that it is of. */
type ShownMetric = rules.Metric & { readonly row: Row };

@Allow("metrics:read")
@ObjectType({ description: "A figure with how it was found." })
export class Metric {
  @Derived<ShownMetric>(
    () => Decimal,
    { nullable: true, description: "Two decimals, rounded half-up; null when it cannot be told." },
    (metric) => metric.value?.toFixed(2) ?? null,
  )
  value!: string | null;

  @Field(() => String, { description: "The formula's name and expression." })
  formula!: string;

  @Derived<ShownMetric>(
    () => [MetricInput],
    { description: "What went into it." },
    ({ inputs, row }) => {
      const { currency, point } = row.scope;
      const decimals = currency ?? point.tenant.functionalCurrency;
      return inputs.map(({ name, value, unit }) => ({
        name,
        value: unit === "AMOUNT" ? formatAmount(value, decimals) : value.toFixed(),
      }));
    },
  )
  inputs!: MetricInput[];

  @Derived<ShownMetric>(
    () => [MetricDrilldown],
    {
      description:
        "A query for each input that items stand behind. Credit sales are those items less the voids of the period.",
    },
    (metric) => drilldownsOf(metric, metric.row, metric.row.scope),
  )
  drilldown!: MetricDrilldown[];

  @Field(() => String, { nullable: true, description: "Why there is no value; null when there is one." })
  reason!: string | null;
}

function MetricField(
  description: string,
  find: (row: Row) => rules.Metric | Promise<rules.Metric>,
): PropertyDecorator {
  return Derived<Row>(
    () => Metric,
    { description },
    (row) => {
      const found = find(row);
      // Only what has to be waited for is: most metrics are reckoned at once.
      return found instanceof Promise ? found.then((one) => ({ ...one, row })) : { ...found, row };
    },
  );
}

@Allow("metrics:read")
@ObjectType({
  description: "The metrics of one period. Balances are those at its end, on the AR control account.",
})
export class PeriodMetrics {
  @Field(() => DateScalar, { description: "First day." })
  from!: string;

  @Field(() => DateScalar, { description: "Last day." })
  to!: string;

  @MetricField("Days sales outstanding.", (row) => rules.daysSalesOutstanding(row.figures))
  dso!: Metric;

  @MetricField("DSO by counting back month by month.", (row) => rules.countbackDso(row.figures))
  countbackDso!: Metric;

  @MetricField("What DSO would be if nothing were past due.", (row) => rules.bestPossibleDso(row.figures))
  bestPossibleDso!: Metric;

  @MetricField("Average days delinquent: DSO less best possible DSO.", (row) =>
    rules.averageDaysDelinquent(row.figures),
  )
  averageDaysDelinquent!: Metric;

  @MetricField("Collection effectiveness index, in per cent; 100 is all that could be collected.", (row) =>
    rules.collectionEffectivenessIndex(row.figures, row.ceiMonths),
  )
  collectionEffectivenessIndex!: Metric;

  @MetricField("Credit sales over average AR, in times a period.", (row) => rules.arTurnover(row.figures))
  arTurnover!: Metric;

  @MetricField(
    "Days from document to settlement, by amount, over the items settled in the period.",
    async (row) => rules.averageDaysToPay(await row.settled()),
  )
  averageDaysToPay!: Metric;

  @MetricField("Days from due date to settlement, by amount; negative is early.", async (row) =>
    rules.averageDaysLate(await row.settled()),
  )
  averageDaysLate!: Metric;

  @MetricField("What is not past due, in per cent of AR.", (row) => rules.percentCurrent(row.figures))
  percentCurrent!: Metric;

  @MetricField("What is more than 90 days past due, in per cent of AR.", (row) =>
    rules.percentOver90(row.figures),
  )
  percentOver90!: Metric;
}

@Allow("metrics:read")
@ObjectType({ description: "How well receivables are collected." })
export class CollectionMetrics {
  @Field(() => DateTime, {
    nullable: true,
    description: "What was recorded up to this instant; ask again with it for the same figures.",
  })
  knownAt!: string | null;

  @Field(() => CurrencyCode, { description: "The currency of all amounts." })
  currency!: string;

  @Field(() => PeriodMetrics, { description: "The period as a whole." })
  whole!: PeriodMetrics;

  @Field(() => [PeriodMetrics], { description: "The series, in order of time." })
  series!: PeriodMetrics[];
}
