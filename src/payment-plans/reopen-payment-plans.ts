import { lockItems } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import { planStates } from "./payment-plan.queries.js";
import { emitPlan, holdItems } from "./plan-rows.js";

interface CompletedPlan {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly completedOn: BusinessDate;
  readonly itemIds: readonly string[];
}

/**
 * Makes completed plans active again whose items have something open today: a payment bounced or was unapplied. A plan
 * stays completed when one of its items has come into another plan since: an item is in one on any day. Returns the UUIDs of those that are reopened.
 */
export async function reopenPlans(context: CommandContext, which: SqlFragment): Promise<string[]> {
  const { tx, tenant, today } = context;
  const plans = await tx.rows<CompletedPlan>(sql`
    select p.id, p.number, p.customer_id as "customerId", p.currency, p.ended_on as "completedOn",
           (select array_agg(pi.item_id::text) from payment_plan_item pi
             where pi.tenant_id = p.tenant_id and pi.plan_id = p.id) as "itemIds"
    from payment_plan p
    where p.tenant_id = ${tenant.id} and p.status = 'COMPLETED' and ${which} and exists (
      select from payment_plan_item pi join open_item i on i.tenant_id = pi.tenant_id and i.id = pi.item_id
      where pi.tenant_id = p.tenant_id and pi.plan_id = p.id and i.open_amount > 0)
    order by p.id for update`);
  const reopened: string[] = [];
  // There are few: each is the end of a payment that failed.
  for (const plan of plans) {
    if (await reopen(context, plan, today)) reopened.push(plan.id);
  }
  return reopened;
}

async function reopen(context: CommandContext, plan: CompletedPlan, today: BusinessDate): Promise<boolean> {
  const { tx, tenant } = context;
  await lockItems(
    context,
    plan.itemIds.map((id) => ({ id, from: today })),
  );
  const [later] = await tx.rows(sql`
    select q.id from payment_plan p
    join payment_plan_item pi on pi.tenant_id = p.tenant_id and pi.item_id = any(${plan.itemIds})
    join payment_plan q on q.tenant_id = pi.tenant_id and q.id = pi.plan_id
    where p.tenant_id = ${tenant.id} and p.id = ${plan.id} and q.id <> p.id
      and coalesce(q.activated_at > p.ended_at, q.activated_on >= p.ended_on) limit 1`);
  if (later) return false;
  const [state] = await planStates(tx, tenant.id, sql`p.id = ${plan.id}`, today);
  if (!state || new Decimal(state.outstanding).lte(0)) return false;
  await tx.rows(sql`
    insert into payment_plan_reopening (tenant_id, plan_id, reopening_no, completed_on, completed_at, reopened_on)
    select p.tenant_id, p.id, count(r.plan_id) + 1, p.ended_on, p.ended_at, ${today}::date from payment_plan p
    left join payment_plan_reopening r on r.tenant_id = p.tenant_id and r.plan_id = p.id
    where p.tenant_id = ${tenant.id} and p.id = ${plan.id} group by p.tenant_id, p.id`);
  await tx.rows(sql`
    update payment_plan set status = 'ACTIVE', ended_on = null, end_reason = null, version = version + 1
    where tenant_id = ${tenant.id} and id = ${plan.id}`);
  await holdItems(context, plan.id, true);
  const { outstanding } = state;
  emitPlan(context, "PAYMENT_PLAN_REOPENED", plan, { completedOn: plan.completedOn, outstanding });
  return true;
}
