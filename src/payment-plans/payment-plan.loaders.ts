import { businessDate, todayIn } from "../platform/business-date.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { readTenant } from "../platform/database/tenancy.js";
import { type ChildPage, childList } from "../platform/graphql/child-list.js";
import type { ConnectionArgs } from "../platform/graphql/connections.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { type SortOrder, totalOrder } from "../platform/graphql/keyset.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import { type InstalmentState, instalmentsAt } from "./instalment.rules.js";
import {
  activePlansOf,
  countCustomerPlans,
  type PaymentPlanRow,
  pagesOfCustomerPlans,
  planStates,
  plansWhere,
  type ScheduleRow,
  schedulesOf,
} from "./payment-plan.queries.js";

/** By UUID. */
export const paymentPlanLoader: Loader<string, PaymentPlanRow | null> = async (ids, context) => {
  const where = sql`p.id = any(${ids}) and ${visiblePlans(context)}`;
  const rows = await plansWhere(context.reads, context.principal.tenantId, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The active plan that an open item is in, by the item's UUID. */
export const itemPlanLoader: Loader<string, PaymentPlanRow | null> = async (ids, context) => {
  const found = await activePlansOf(context.reads, context.principal.tenantId, ids);
  const planOf = new Map(found.map(({ itemId, planId }) => [itemId, planId]));
  const plans = await paymentPlanLoader([...new Set(planOf.values())], context);
  const byId = new Map(plans.flatMap((plan) => (plan ? [[plan.id, plan]] : [])));
  return ids.map((id) => byId.get(planOf.get(id) ?? "") ?? null);
};

/** By the plan's UUID. */
export const schedulesLoader: Loader<string, ScheduleRow[]> = async (ids, context) => {
  const rows = await schedulesOf(context.reads, context.principal.tenantId, ids);
  const byPlan = Map.groupBy(rows, (row) => row.planId);
  return ids.map((id) => byPlan.get(id) ?? []);
};

export interface InstalmentsAtKey {
  readonly planId: string;
  /** Today if null. */
  readonly asOf: string | null;
}

/** The instalments of a plan at a date; one statement for each date that is asked for. */
export const instalmentsAtLoader: Loader<InstalmentsAtKey, InstalmentState[]> = async (keys, context) => {
  const { reads, principal } = context;
  const tenant = await readTenant(reads, principal.tenantId);
  const today = todayIn(tenant?.timeZone ?? "UTC", context.now());
  const groups = Map.groupBy(keys, ({ asOf }) => asOf);
  const states = await Promise.all(
    [...groups].map(async ([asOf, asked]) => {
      const ids = asked.map(({ planId }) => planId);
      const date = asOf === null ? today : businessDate(asOf);
      const found = await planStates(reads, principal.tenantId, sql`p.id = any(${ids})`, date);
      return [asOf, new Map(found.map((state) => [state.planId, instalmentsAt(state)]))] as const;
    }),
  );
  const byDate = new Map(states);
  return keys.map(({ planId, asOf }) => byDate.get(asOf)?.get(planId) ?? []);
};

export const NEWEST_FIRST: SortOrder = totalOrder(
  [{ column: sql`p.proposed_on`, key: "proposedOn", type: "date", direction: "DESC" }],
  sql`p.id`,
);

/** A page of a customer's plans. */
export const customerPlans: ChildPage<PaymentPlanRow, ConnectionArgs> = childList({
  order: NEWEST_FIRST,
  rows: ({ parentIds, context }, page) =>
    pagesOfCustomerPlans(context.reads, context.principal.tenantId, parentIds, visiblePlans(context), page),
  counts: ({ parentIds, context }) =>
    countCustomerPlans(context.reads, context.principal.tenantId, parentIds, visiblePlans(context)),
});

/** The condition that shows the principal its own customers' plans only. */
export function visiblePlans({ principal }: RequestContext): SqlFragment {
  return visibleTo(principal, sql`p.customer_id`);
}
