import { Args, Ctx, Query, Resolver } from "type-graphql";
import { reportPoint } from "../ledger/index.js";
import { businessDate } from "../platform/business-date.js";
import { Allow } from "../platform/graphql/access.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { monthsOf } from "./collection-metrics.js";
import { refusePeriod } from "./collection-metrics.resolver.js";
import { readMatchFigures } from "./match-metrics.queries.js";
import { MatchMetrics, MatchMetricsArgs, type MatchMetricsRow } from "./match-metrics.type.js";

@Resolver()
export class MatchMetricsResolver {
  @Allow("metrics:read")
  @Query(() => MatchMetrics, {
    description:
      "How well cash was matched in a period of up to ten years: hit, straight-through and false-apply rate, and days to apply.",
  })
  async matchMetrics(
    @Args(() => MatchMetricsArgs) args: MatchMetricsArgs,
    @Ctx() context: RequestContext,
  ): Promise<MatchMetricsRow> {
    refusePeriod(args);
    const point = await reportPoint(context, { asOf: args.to });
    const whole = { from: businessDate(args.from), to: businessDate(args.to) };
    const months = args.interval === "MONTH" ? monthsOf(whole) : [];
    const periods = [whole, ...months];
    const figures = await readMatchFigures(context.reads, point, periods);
    const [first, ...others] = periods.flatMap((period, n) => {
      const found = figures[n];
      return found ? [{ ...period, figures: found }] : [];
    });
    if (!first) throw new Error("a period without its figures");
    return { whole: first, series: args.interval === "MONTH" ? others : [first], point };
  }
}
