import type { PlanChargeKind } from "../adjustments/index.js";
import { pendingRequestFor } from "../approvals/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { type Refusal, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import type { Decimal } from "../platform/money.js";
import type { PlanStatus } from "./payment-plan.queries.js";
import type { PlannedInstalment } from "./schedule.rules.js";

/** A plan as a command needs it. */
export interface LockedPlan {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly status: PlanStatus;
  readonly version: number;
  readonly itemIds: readonly string[];
  /** Of the schedule in force. */
  readonly scheduleNo: number;
  /** What its instalments sum to. */
  readonly amount: string;
  readonly firstDueDate: BusinessDate;
  /** The interest or fee that it asks for beside its items, and the charge once it is posted. */
  readonly chargeKind: PlanChargeKind | null;
  readonly chargeAmount: string | null;
  readonly chargeId: string | null;
}

/** A plan's row comes before its items in the order of locks. */
export async function lockPlan({ tx, tenant }: CommandContext, id: string): Promise<LockedPlan | undefined> {
  const locked = tx.rows(
    sql`select id from payment_plan where tenant_id = ${tenant.id} and id = ${id} for update`,
  );
  const read = tx.rows<LockedPlan>(sql`
    select p.id, p.number, p.customer_id as "customerId", p.currency, p.status, p.version,
           (select array_agg(pi.item_id::text) from payment_plan_item pi
             where pi.tenant_id = p.tenant_id and pi.plan_id = p.id) as "itemIds",
           p.charge_kind as "chargeKind", p.charge_amount as "chargeAmount", p.charge_id as "chargeId",
           s.schedule_no as "scheduleNo", s.amount,
           (select min(i.due_date) from payment_plan_instalment i
             where i.tenant_id = p.tenant_id and i.plan_id = p.id and i.schedule_no = s.schedule_no) as "firstDueDate"
    from payment_plan p
    join lateral (
      select schedule_no, amount from payment_plan_schedule
      where tenant_id = p.tenant_id and plan_id = p.id order by schedule_no desc limit 1) s on true
    where p.tenant_id = ${tenant.id} and p.id = ${id}`);
  const [, [plan]] = await Promise.all([locked, read]);
  return plan;
}

export const NO_SUCH_PLAN: Refusal = refusal("NOT_FOUND", "paymentPlanId", "There is no such payment plan.");

/** What keeps a plan from a change that only plans in some states take, asked for at some version. */
export function obstaclesToChange(
  plan: LockedPlan,
  allowed: readonly PlanStatus[],
  what: string,
  expectedVersion: number | null | undefined,
): Refusal[] {
  const found: Refusal[] = [];
  if (!allowed.includes(plan.status)) {
    const message = `Payment plan ${plan.number} is ${plan.status}; it is not ${what} any more.`;
    found.push(refusal("INVALID_STATE", "paymentPlanId", message));
  }
  if (expectedVersion != null && expectedVersion !== plan.version) {
    const message = `The payment plan was changed: it is at version ${plan.version}, you expected ${expectedVersion}.`;
    found.push(refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: plan.version }));
  }
  return found;
}

/** A plan whose activation waits for somebody's word stays as it was shown to them. */
export async function waitingActivation(context: CommandContext, plan: LockedPlan): Promise<Refusal[]> {
  if (plan.status !== "PROPOSED") return [];
  const waiting = await pendingRequestFor(context, "paymentPlanActivate", "paymentPlanId", plan.id);
  if (!waiting) return [];
  const message = `The activation of ${plan.number} waits for approval, as ${waiting.makerPerson} asked for. Withdraw or reject that request first.`;
  return [refusal("INVALID_STATE", "paymentPlanId", message)];
}

export interface NewSchedule {
  readonly planId: string;
  readonly scheduleNo: number;
  readonly currency: string;
  readonly amount: Decimal;
  readonly reason: string | null;
  readonly instalments: readonly PlannedInstalment[];
}

/** Adds a version of a plan's schedule; the ones before stay. */
export async function insertSchedule(context: CommandContext, schedule: NewSchedule): Promise<void> {
  const { tx, tenant, today, actor } = context;
  const { planId, scheduleNo, currency, instalments } = schedule;
  await tx.rows(sql`
    insert into payment_plan_schedule (tenant_id, plan_id, schedule_no, starts_on, currency, amount, reason, made_by)
    values (${tenant.id}, ${planId}, ${scheduleNo}, ${today}, ${currency}, ${schedule.amount.toFixed()}, ${schedule.reason},
            ${actor.subject})`);
  await tx.rows(sql`
    insert into payment_plan_instalment (tenant_id, plan_id, schedule_no, instalment_no, due_date, amount)
    select ${tenant.id}, ${planId}, ${scheduleNo}, i.no, i.due, i.amount
    from unnest(${instalments.map((i) => i.instalmentNo)}::integer[], ${instalments.map((i) => i.dueDate)}::date[],
                ${instalments.map((i) => i.amount)}::numeric[]) as i(no, due, amount)`);
}

/** Its items are in the plan, or are left to the ordinary way of collecting. */
export async function holdItems(
  { tx, tenant }: CommandContext,
  planId: string,
  held: boolean,
): Promise<void> {
  await tx.rows(sql`
    update payment_plan_item set is_active = ${held}
    where tenant_id = ${tenant.id} and plan_id = ${planId} and is_active <> ${held}`);
}

/** Ends a plan and lets its items go. */
export async function endPlan(
  context: CommandContext,
  planId: string,
  status: "COMPLETED" | "DEFAULTED" | "CANCELLED",
  reason: string | null,
): Promise<void> {
  const { tx, tenant, today } = context;
  await tx.rows(sql`
    update payment_plan set status = ${status}, ended_on = ${today}, end_reason = ${reason}, version = version + 1
    where tenant_id = ${tenant.id} and id = ${planId}`);
  await holdItems(context, planId, false);
}

/** Tells what became of a plan. */
export function emitPlan(
  context: CommandContext,
  type: `PAYMENT_PLAN_${string}`,
  plan: Pick<LockedPlan, "id" | "number" | "customerId" | "currency">,
  more: Readonly<Record<string, unknown>> = {},
): void {
  context.emit({
    type,
    subjectId: plan.id,
    customerId: plan.customerId,
    payload: {
      paymentPlanId: plan.id,
      number: plan.number,
      currency: plan.currency,
      on: context.today,
      ...more,
    },
  });
}
