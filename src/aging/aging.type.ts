import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import { Allow, Derived, MoneyField } from "../platform/graphql/fields.js";
import { encodeId } from "../platform/graphql/ids.js";
import { CurrencyCode, DateScalar, DateTime, Decimal, Money } from "../platform/graphql/scalars.js";
import { formatAmount } from "../platform/money.js";
import { CurrencyBasis, Dimension } from "./aging.input.js";
import type { AgingRow as Row } from "./aging.queries.js";
import { type AgingReport as Report, rowsOf } from "./aging-report.js";

@Allow("receivables:read", "metrics:read")
@ObjectType({ description: "A range of days past due." })
export class AgingBucket {
  @Field(() => String, { description: '"Current", "1–30", "91+".' })
  label!: string;

  @Field(() => Int, { nullable: true, description: "First day of the range; null when it has no lower end." })
  fromDays!: number | null;

  @Field(() => Int, { nullable: true, description: "Last day of the range; null when it has no upper end." })
  toDays!: number | null;
}

@Allow("receivables:read", "metrics:read")
@ObjectType({ description: "The value of one dimension that a row is for." })
export class AgingKey {
  @Field(() => Dimension, { description: "The dimension." })
  dimension!: string;

  @Derived<{ customerId: string | null }>(
    () => ID,
    { nullable: true, description: "The customer's id, in the dimensions that are customers." },
    (key) => (key.customerId === null ? null : encodeId("cus", key.customerId)),
  )
  id!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The value; of a customer its number. Null for what has none, such as unidentified cash.",
  })
  value!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The customer's name, in the dimensions that are customers.",
  })
  name!: string | null;
}

type ReportRow = Row & { readonly report: Report };

const bucketAmounts = (row: ReportRow, prefix: "a" | "f", currency: string) =>
  row.report.buckets.map((_, bucket) => ({ amount: row[`${prefix}${bucket}`], currency }));

const moneyOf = (amount: string | undefined, currency: string) => ({
  amount: formatAmount(amount ?? "0", currency),
  currency,
});

const functional = (row: Readonly<Record<string, unknown>>): string => String(row.functionalCurrency);

@Allow("receivables:read", "metrics:read")
@ObjectType({ description: "Balances of one currency. Debits are positive, credits negative." })
export class AgingAmounts {
  @Field(() => CurrencyCode, { description: "The documents' currency." })
  currency!: string;

  @Field(() => Int, { description: "Open items with a balance." })
  itemCount!: number;

  @Field(() => DateScalar, { nullable: true, description: "The earliest due date of what is owed." })
  oldestDueDate!: string | null;

  @Derived<ReportRow>(
    () => [Money],
    { description: "Balances in the order of the report's `buckets`." },
    (row) => bucketAmounts(row, "a", row.currency),
  )
  buckets!: Money[];

  @Derived<ReportRow>(
    () => [Decimal],
    {
      description:
        "`buckets` as plain decimals in `currency`: half the size, for reports of thousands of rows.",
    },
    (row) => row.report.buckets.map((_, bucket) => row[`a${bucket}`]),
  )
  bucketAmounts!: string[];

  @MoneyField("Unapplied receipts and credits, negative; zero when credits are AGED.", {
    amount: "credits",
    currency: "currency",
  })
  unappliedCredits!: Money;

  @MoneyField("The buckets and the unapplied credits together.", { amount: "balance", currency: "currency" })
  balance!: Money;

  @Derived<ReportRow>(
    () => Money,
    {
      description:
        "Of which on plan: what of `balance` is of items on a payment plan that was active at the date of the report.",
    },
    async (row) => moneyOf((await row.report.onPlan(row))?.balance, row.currency),
  )
  onPlan!: Money;

  @Derived<ReportRow>(
    () => [Money],
    { description: "`onPlan` by bucket, in the order of the report's `buckets`." },
    async (row) => {
      const onPlan = await row.report.onPlan(row);
      return row.report.buckets.map((_, bucket) => moneyOf(onPlan?.[`a${bucket}`], row.currency));
    },
  )
  onPlanBuckets!: Money[];

  @Derived<ReportRow>(
    () => Money,
    {
      description:
        "Of which disputed: what of `balance` was disputed at the date of the report; of an item never more than it had open.",
    },
    async (row) => moneyOf((await row.report.disputed(row))?.balance, row.currency),
  )
  disputed!: Money;

  @Derived<ReportRow>(
    () => [Money],
    { description: "`disputed` by bucket, in the order of the report's `buckets`." },
    async (row) => {
      const disputed = await row.report.disputed(row);
      return row.report.buckets.map((_, bucket) => moneyOf(disputed?.[`a${bucket}`], row.currency));
    },
  )
  disputedBuckets!: Money[];

  @Derived<ReportRow>(
    () => [Money],
    { description: "`buckets` in functional currency, at the rates of the report's `currencyBasis`." },
    (row) => bucketAmounts(row, "f", row.report.functionalCurrency),
  )
  functionalBuckets!: Money[];

  @MoneyField("`unappliedCredits` in functional currency, at the rates of the report's `currencyBasis`.", {
    amount: "functionalCredits",
    currency: functional,
  })
  functionalUnappliedCredits!: Money;

  @MoneyField("`balance` in functional currency, at the rates of the report's `currencyBasis`.", {
    amount: "functionalBalance",
    currency: functional,
  })
  functionalBalance!: Money;
}

@Allow("receivables:read", "metrics:read")
@ObjectType({ description: "One combination of the dimensions' values in one currency." })
export class AgingRow extends AgingAmounts {
  @Derived<ReportRow>(
    () => [AgingKey],
    { description: "The values, in the order of `by`." },
    (row) =>
      row.report.by.map((dimension, n) =>
        n === 0
          ? { dimension, customerId: row.key1, value: row.value1, name: row.name1 }
          : { dimension, customerId: row.key2, value: row.value2, name: row.name2 },
      ),
  )
  keys!: AgingKey[];
}

@ArgsType()
class AgingRowsArgs {
  @Field(() => Int, { defaultValue: 5_000, description: "How many rows, at most 10,000." })
  first!: number;

  @Field(() => Int, {
    defaultValue: 0,
    description:
      "How many rows to leave out at the start; ask with the first page's `knownAt` for the same report.",
  })
  skip!: number;
}

@Allow("receivables:read", "metrics:read")
@ObjectType({
  description: "All balances in functional currency, at the rates of the report's `currencyBasis`.",
})
export class AgingFunctionalTotal {
  @Field(() => [Money], { description: "In the order of the report's `buckets`." })
  buckets!: Money[];

  @Field(() => Money, {
    description: "Unapplied receipts and credits, negative; zero when credits are AGED.",
  })
  unappliedCredits!: Money;

  @Field(() => Money, {
    description: "The buckets and the unapplied credits together; with BOOKED the books' balance.",
  })
  balance!: Money;
}

@Allow("receivables:read", "metrics:read")
@ObjectType({ description: "The rate at which a foreign currency is revalued." })
export class AgingClosingRate {
  @Field(() => CurrencyCode, { description: "The foreign currency." })
  currency!: string;

  @Field(() => Decimal, { description: "Units of the functional currency for one unit." })
  rate!: string;

  @Field(() => DateScalar, { description: "The day that the rate is of." })
  rateDate!: string;
}

@Allow("receivables:read", "metrics:read")
@ObjectType({ description: "What is owed, by how long it is past due." })
export class AgingReport {
  @Field(() => DateScalar, { description: "The date of the report." })
  asOf!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "What was recorded up to this instant; ask again with it for the same figures.",
  })
  knownAt!: string | null;

  @Field(() => CurrencyBasis, { description: "At which rates functional amounts are told." })
  currencyBasis!: string;

  @Field(() => [AgingClosingRate], { description: "The rates that were used; none with BOOKED." })
  closingRates!: AgingClosingRate[];

  @Field(() => [AgingBucket], { description: "The ranges, contiguous." })
  buckets!: AgingBucket[];

  @Field(() => [AgingAmounts], { description: "The totals of each currency." })
  totals!: AgingAmounts[];

  @Field(() => AgingFunctionalTotal, { description: "The total of all currencies in functional currency." })
  functionalTotal!: AgingFunctionalTotal;

  @Field(() => Int, { description: "How many rows there are." })
  rowCount!: number;

  @Derived<Report, AgingRowsArgs>(
    () => [AgingRow],
    {
      description: "The rows, by the dimensions' values and currency; none come last.",
      args: () => AgingRowsArgs,
    },
    (report, { first, skip }) => rowsOf(report, first, skip),
  )
  rows!: AgingRow[];
}
