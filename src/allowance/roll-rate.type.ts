import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { AgingBucketType, bucketsOf } from "../aging/index.js";
import { OpenItemType, openItemLoader } from "../ledger/index.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { requestError } from "../platform/graphql/errors.js";
import { Allow, Derived, MoneyField } from "../platform/graphql/fields.js";
import { DateScalar, Decimal, Money } from "../platform/graphql/scalars.js";
import { formatAmount } from "../platform/money.js";
import type { Segmentation } from "./provision-matrix.rules.js";
import { ProvisionSegmentation } from "./provision-matrix.type.js";
import {
  type RollRateReport as Report,
  type RollRateItemRow,
  type RollRateItemsAsked,
  type RollRateRow,
  rollRateItemsLoader,
} from "./roll-rates.queries.js";

const inFunctional = (amount: string) => ({ amount, currency: "functionalCurrency" });

@ArgsType()
export class RollRatesArgs {
  @Field(() => DateScalar, { description: "The first document date of the receivables that are followed." })
  from!: string;

  @Field(() => DateScalar, { description: "The last document date of the receivables that are followed." })
  to!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which it is seen what was never paid; today by default.",
  })
  asOf?: string | null;

  @Field(() => ProvisionSegmentation, {
    defaultValue: "NONE",
    description: "What of a customer tells its segment.",
  })
  segmentBy!: Segmentation;

  @Field(() => [Int], {
    nullable: true,
    description:
      "Upper bounds of the buckets in days past due, rising: [30, 60, 90], the default, gives current, 1–30, 31–60, 61–90 and 91+.",
  })
  scheme?: number[] | null;
}

@Allow("journal:read")
@ObjectType({
  description: "A receivable behind a figure of the roll rates. In functional currency, as booked.",
})
export class RollRateItem {
  @Derived<RollRateItemRow>(
    () => OpenItemType,
    { nullable: true, description: "The receivable." },
    (row, _, context) => context.load(openItemLoader, row.itemId),
  )
  openItem!: object | null;

  @Field(() => DateScalar, { description: "The document's date." })
  documentDate!: string;

  @Field(() => DateScalar, { description: "When it was due." })
  dueDate!: string;

  @MoneyField("What it was at first.", inFunctional("original"))
  original!: object;

  @MoneyField("What of it reached the bucket.", inFunctional("reached"))
  reached!: object;

  @MoneyField("What of it was never paid.", inFunctional("neverPaid"))
  neverPaid!: object;
}

@ArgsType()
class RollRateItemsArgs {
  @Field(() => Int, { defaultValue: 25, description: "How many, at most 1,000." })
  first!: number;

  @Field(() => Int, { defaultValue: 0, description: "How many to leave out at the start." })
  skip!: number;
}

const ITEMS_MAX = 1_000;

/** Throws INVALID_PAGE when the page is out of range. */
function itemsOf(
  context: RequestContext,
  { first, skip }: RollRateItemsArgs,
  which: Pick<RollRateItemsAsked, "request" | "segment" | "bucketNo">,
): Promise<RollRateItemRow[]> {
  if (first < 0 || first > ITEMS_MAX || skip < 0) {
    throw requestError("INVALID_PAGE", `\`first\` is from 0 to ${ITEMS_MAX}, and \`skip\` is not negative.`);
  }
  return context.load(rollRateItemsLoader, { ...which, first, skip });
}

@Allow("journal:read")
@ObjectType({ description: "The loss rate of a bucket. In functional currency, as booked." })
export class RollRate {
  @Field(() => AgingBucketType, { description: "The days past due." })
  bucket!: object;

  @MoneyField(
    "What reached the bucket: the original amounts for the current one, for each other what was unpaid at the end of the day on which it was entered, written off or not.",
    inFunctional("reached"),
  )
  reached!: object;

  @MoneyField(
    "What was never paid: written off for good, or still open on the report's day.",
    inFunctional("neverPaid"),
  )
  neverPaid!: object;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "`neverPaid` ÷ `reached` in per cent, rounded half-up to 4 decimals; null when nothing reached the bucket.",
  })
  lossPercent!: string | null;

  @Derived<RollRateRow, RollRateItemsArgs>(
    () => [RollRateItem],
    { description: "The receivables that reached the bucket, by due date.", args: () => RollRateItemsArgs },
    ({ request, segment, bucketNo }, page, context) => itemsOf(context, page, { request, segment, bucketNo }),
  )
  items!: RollRateItem[];
}

@Allow("journal:read")
@ObjectType({ description: "The loss rates of a segment." })
export class RollRateSegment {
  @Field(() => String, {
    nullable: true,
    description: "The risk class or region; null for customers without one, and with segmentation NONE.",
  })
  segment!: string | null;

  @Field(() => Int, { description: "How many receivables were followed." })
  itemCount!: number;

  @Field(() => [RollRate], { description: "By bucket, in the order of the report's `buckets`." })
  rates!: RollRate[];
}

@Allow("journal:read")
@ObjectType({
  description: "What history tells of losses, by how far receivables rolled through the buckets.",
})
export class RollRateReport {
  @Derived<Report>(
    () => DateScalar,
    { description: "The first document date." },
    ({ request }) => request.from,
  )
  from!: string;

  @Derived<Report>(
    () => DateScalar,
    { description: "The last document date." },
    ({ request }) => request.to,
  )
  to!: string;

  @Derived<Report>(
    () => DateScalar,
    { description: "The day on which it was seen what was never paid." },
    ({ request }) => request.asOf,
  )
  asOf!: string;

  @Derived<Report>(
    () => [AgingBucketType],
    { description: "The buckets of days past due." },
    ({ request }) => bucketsOf(request.scheme),
  )
  buckets!: object[];

  @Field(() => [RollRateSegment], { description: "The rates, by segment." })
  segments!: RollRateSegment[];

  @Field(() => Int, {
    description: "How many receivables were too young to have entered the last bucket, and were left out.",
  })
  excludedCount!: number;

  @Derived<Report>(
    () => Money,
    { description: "The original amounts of what was left out, in functional currency." },
    ({ excludedAmount, request: { functionalCurrency } }) => ({
      amount: formatAmount(excludedAmount, functionalCurrency),
      currency: functionalCurrency,
    }),
  )
  excludedAmount!: object;

  @Derived<Report, RollRateItemsArgs>(
    () => [RollRateItem],
    { description: "What was left out, by due date.", args: () => RollRateItemsArgs },
    ({ request }, page, context) => itemsOf(context, page, { request, bucketNo: null }),
  )
  excludedItems!: RollRateItem[];
}
