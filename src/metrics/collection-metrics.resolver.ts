import { Args, Ctx, Query, Resolver } from "type-graphql";
import { receivablesFilter } from "../aging/index.js";
import { reportPoint } from "../ledger/index.js";
import { businessDate, daysBetween } from "../platform/business-date.js";
import { Allow } from "../platform/graphql/access.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { requestError } from "../platform/graphql/errors.js";
import { readPeriods } from "./collection-metrics.js";
import { CollectionMetrics, CollectionMetricsArgs } from "./collection-metrics.type.js";

const DAYS_MAX = 3_660;
const CEI_MONTHS_MAX = 120;

@Resolver()
export class CollectionMetricsResolver {
  @Allow("metrics:read")
  @Query(() => CollectionMetrics, {
    description: "How well receivables were collected in a period of up to ten years.",
  })
  async collectionMetrics(
    @Args(() => CollectionMetricsArgs) args: CollectionMetricsArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    refuseRange(args);
    const { reads, principal } = context;
    const point = await reportPoint(context, { asOf: args.to, knownAt: args.knownAt });
    const filter = receivablesFilter(args.where, principal.customerIds);
    const currency = args.currency ?? null;
    const scope = { point, from: businessDate(args.from), currency, salesBasis: args.salesBasis, filter };
    const { whole, months } = await readPeriods(reads, scope, args.ceiMonths);
    const series = args.interval === "MONTH" ? months : [whole];
    return { knownAt: point.knownAt, currency: currency ?? point.tenant.functionalCurrency, whole, series };
  }
}

function refuseRange(args: CollectionMetricsArgs): void {
  refusePeriod(args);
  const { ceiMonths } = args;
  if (ceiMonths < 1 || ceiMonths > CEI_MONTHS_MAX) {
    throw requestError("BAD_USER_INPUT", `\`ceiMonths\` is from 1 to ${CEI_MONTHS_MAX}, not ${ceiMonths}.`);
  }
}

/** Throws BAD_USER_INPUT for a period that ends before it begins, or that is longer than ten years. */
export function refusePeriod({ from, to }: { readonly from: string; readonly to: string }): void {
  const days = daysBetween(businessDate(from), businessDate(to)) + 1;
  if (days >= 1 && days <= DAYS_MAX) return;
  throw requestError("BAD_USER_INPUT", `The period is from 1 to ${DAYS_MAX} days; ${from} to ${to} is not.`);
}
