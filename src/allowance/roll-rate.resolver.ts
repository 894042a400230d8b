import { Args, Ctx, Query, Resolver } from "type-graphql";
import { DEFAULT_SCHEME, schemeFault } from "../aging/index.js";
import { requireWholeBooks } from "../ledger/index.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { requestError } from "../platform/graphql/errors.js";
import { Allow } from "../platform/graphql/fields.js";
import { RollRateReport, RollRatesArgs } from "./roll-rate.type.js";
import { type RollRateReport as Report, readRollRates } from "./roll-rates.queries.js";

@Resolver()
export class RollRateResolver {
  @Allow("journal:read")
  @Query(() => RollRateReport, {
    description:
      "Loss rates by bucket, derived from history: what was never paid ÷ what reached the bucket. For `provisionMatrixSet`.",
  })
  async rollRates(
    @Ctx() context: ApplicationContext,
    @Args(() => RollRatesArgs) { from, to, asOf, segmentBy, scheme }: RollRatesArgs,
  ): Promise<Report> {
    requireWholeBooks(context.principal);
    const fault = schemeFault(scheme ?? DEFAULT_SCHEME);
    if (fault !== null) throw requestError("BAD_USER_INPUT", fault);
    if (from > to) throw requestError("BAD_USER_INPUT", `\`from\` (${from}) is after \`to\` (${to}).`);
    const { functionalCurrency } = await context.tenant();
    return readRollRates(context.reads, {
      tenantId: context.tenantId,
      functionalCurrency,
      from,
      to,
      asOf: asOf ?? (await context.today()),
      segmentBy,
      scheme: scheme ?? DEFAULT_SCHEME,
    });
  }
}
