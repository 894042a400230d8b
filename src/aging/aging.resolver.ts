import { Args, Ctx, Query, Resolver } from "type-graphql";
import { readClosingRates, reportPoint } from "../ledger/index.js";
import { Allow } from "../platform/graphql/access.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { requestError } from "../platform/graphql/errors.js";
import { AgingArgs } from "./aging.input.js";
import { AgingReport } from "./aging.type.js";
import { makeAgingReport, type AgingReport as Report } from "./aging-report.js";
import { DEFAULT_SCHEME, schemeFault } from "./aging-scheme.rules.js";
import { receivablesFilter } from "./receivables-where.js";

@Resolver()
export class AgingResolver {
  @Allow("receivables:read", "metrics:read")
  @Query(() => AgingReport, {
    description: "What is owed, by how long it is past due, at any date and knowledge.",
  })
  async aging(@Args(() => AgingArgs) args: AgingArgs, @Ctx() context: RequestContext): Promise<Report> {
    const { by, basis, credits, where } = args;
    const { principal, reads } = context;
    const scheme = args.scheme ?? DEFAULT_SCHEME;
    refuseFault(schemeFault(scheme));
    refuseFault(
      new Set(by).size !== by.length || by.length > 2 ? "`by` takes at most two different dimensions." : null,
    );
    const filter = receivablesFilter(where, principal.customerIds);
    const point = await reportPoint(context, args);
    const closingRates = args.currencyBasis === "REVALUED" ? await readClosingRates(reads, point) : null;
    return makeAgingReport(reads, { point, by, scheme, basis, credits, closingRates, filter });
  }
}

function refuseFault(fault: string | null): void {
  if (fault !== null) throw requestError("BAD_USER_INPUT", fault);
}
