import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../platform/graphql/connections.js";
import { Allow } from "../platform/graphql/fields.js";
import { condition, idCondition, whereSql } from "../platform/graphql/filters.js";
import { requireId } from "../platform/graphql/ids.js";
import { PaymentPlanWhere } from "./payment-plan.input.js";
import { NEWEST_FIRST, paymentPlanLoader, visiblePlans } from "./payment-plan.loaders.js";
import { countPlans, type PaymentPlanRow, pageOfPlans } from "./payment-plan.queries.js";
import { PaymentPlanConnection, PaymentPlanType } from "./payment-plan.type.js";

@Resolver()
export class PaymentPlanResolver {
  @Allow("receivables:read")
  @Query(() => PaymentPlanType, { nullable: true, description: "A payment plan by id." })
  paymentPlan(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<PaymentPlanRow | null> {
    return context.load(paymentPlanLoader, requireId("pln", id));
  }

  @Allow("receivables:read")
  @Query(() => PaymentPlanConnection, { description: "Payment plans, the newest first." })
  async paymentPlans(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => PaymentPlanWhere, { nullable: true, description: "Which ones." })
    where?: PaymentPlanWhere,
  ): Promise<Connection<PaymentPlanRow>> {
    const page = keysetPage(args, NEWEST_FIRST);
    const filter = sql`${planFilter(where)} and ${visiblePlans(context)}`;
    const rows = await pageOfPlans(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countPlans(context.reads, context.tenantId, filter));
  }
}

function planFilter(where: PaymentPlanWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`p.id`, "pln", w.id),
    idCondition(sql`p.customer_id`, "cus", w.customerId),
    condition(sql`p.status`, w.status),
    condition(sql`p.number`, w.number),
    condition(sql`p.proposed_on`, w.proposedOn),
  ]);
}
