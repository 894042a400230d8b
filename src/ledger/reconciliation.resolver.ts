import { Args, ArgsType, Ctx, Field, Query, Resolver } from "type-graphql";
import { Allow } from "../platform/graphql/access.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { DateScalar, DateTime } from "../platform/graphql/scalars.js";
import { Decimal } from "../platform/money.js";
import { type ReconciliationRow, readReconciliation } from "./reconciliation.queries.js";
import { Reconciliation } from "./reconciliation.type.js";
import { reportPoint } from "./report-point.js";
import { requireWholeBooks } from "./whole-books.js";

@ArgsType()
export class PointArgs {
  @Field(() => DateScalar, { nullable: true, description: "The date of the report; today by default." })
  asOf?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "What was recorded up to this instant; now by default. A past one gives the same figures for ever.",
  })
  knownAt?: Date | null;
}

@Resolver()
export class ReconciliationResolver {
  @Allow("journal:read")
  @Query(() => Reconciliation, {
    description: "The subledger of open items against the general ledger, at any point.",
  })
  async reconciliation(
    @Args(() => PointArgs) args: PointArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    requireWholeBooks(context.principal);
    const point = await reportPoint(context, args);
    const lines = await readReconciliation(context.reads, point);
    return { asOf: point.asOf, knownAt: point.knownAt, isReconciled: lines.every(agrees), lines };
  }
}

function agrees({ difference, functionalDifference }: ReconciliationRow): boolean {
  return new Decimal(difference).isZero() && new Decimal(functionalDifference).isZero();
}
