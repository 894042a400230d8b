import type { Command, CommandContext } from "../platform/commands/command.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import { instalmentsAt, type PlanState } from "./instalment.rules.js";
import { planStates } from "./payment-plan.queries.js";
import { emitPlan, endPlan } from "./plan-rows.js";
import { reopenPlans } from "./reopen-payment-plans.js";

/** What a review found. */
export interface PlanReview {
  /** How many active plans were looked at. */
  readonly reviewed: number;
  /** How many instalments were found missed that were not before. */
  readonly missed: number;
  /** UUIDs. */
  readonly completedIds: readonly string[];
  readonly defaultedIds: readonly string[];
}

/** What a review of all plans found. */
export interface WholeReview extends PlanReview {
  /** UUIDs of plans that were completed and are active again; not told by reviews that were kept before there were any. */
  readonly reopenedIds?: readonly string[];
}

/**
 * Makes completed plans active again whose items opened again. Looks through the active plans as they stand today: completes what is paid, notes instalments whose grace days are over,
 * and lets plans default that have as many misses as they may not have. Running it again the same day finds nothing more.
 */
export const reviewPaymentPlans: Command<object, WholeReview> = {
  name: "paymentPlanReview",
  scope: "adjustments:write",
  async run(context) {
    const reopenedIds = await reopenPlans(context, sql`true`);
    const found: PlanReview[] = [];
    for (let last: string | null = null; ; ) {
      const plans: ActivePlan[] = await lockActive(
        context,
        last === null ? sql`true` : sql`p.id > ${last}`,
        sql.constant(String(AT_ONCE)),
      );
      found.push(await reviewLocked(context, plans));
      if (plans.length < AT_ONCE) break;
      last = plans.at(-1)?.id ?? null;
    }
    return {
      reviewed: found.reduce((sum, one) => sum + one.reviewed, 0),
      missed: found.reduce((sum, one) => sum + one.missed, 0),
      completedIds: found.flatMap((one) => one.completedIds),
      defaultedIds: found.flatMap((one) => one.defaultedIds),
      reopenedIds,
    };
  },
};

/** Looks at one plan, if it is active. */
export async function reviewPlan(context: CommandContext, planId: string): Promise<void> {
  await reviewLocked(context, await lockActive(context, sql`p.id = ${planId}`, sql`1`));
}

/** Plans that are held in memory at once. */
const AT_ONCE = 500;

interface ActivePlan {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly missesToDefault: number;
}

function lockActive(
  { tx, tenant }: CommandContext,
  which: SqlFragment,
  limit: SqlFragment,
): Promise<ActivePlan[]> {
  return tx.rows<ActivePlan>(sql`
    select p.id, p.number, p.customer_id as "customerId", p.currency, p.misses_to_default as "missesToDefault"
    from payment_plan p where p.tenant_id = ${tenant.id} and p.status = 'ACTIVE' and ${which}
    order by p.id limit ${limit} for update`);
}

async function reviewLocked(context: CommandContext, plans: readonly ActivePlan[]): Promise<PlanReview> {
  const { tx, tenant, today } = context;
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const states = await planStates(tx, tenant.id, sql`p.id = any(${[...byId.keys()]})`, today);
  const paid = states.filter(({ outstanding }) => new Decimal(outstanding).isZero());
  for (const plan of plansOf(paid, byId)) {
    await endPlan(context, plan.id, "COMPLETED", null);
    emitPlan(context, "PAYMENT_PLAN_COMPLETED", plan);
  }
  const missed = await noteMisses(context, states, byId);
  const defaulted = await beyondTheirMisses(context, [...byId.keys()]);
  for (const { planId, misses } of defaulted) {
    const plan = byId.get(planId);
    if (!plan) continue;
    await endPlan(context, planId, "DEFAULTED", `${misses} missed instalments`);
    emitPlan(context, "PAYMENT_PLAN_DEFAULTED", plan, {
      misses,
      outstanding: states.find((state) => state.planId === planId)?.outstanding,
    });
  }
  return {
    reviewed: plans.length,
    missed,
    completedIds: paid.map(({ planId }) => planId),
    defaultedIds: defaulted.map(({ planId }) => planId),
  };
}

function plansOf(states: readonly PlanState[], byId: ReadonlyMap<string, ActivePlan>): ActivePlan[] {
  return states.flatMap(({ planId }) => byId.get(planId) ?? []);
}

/** How many were not noted before. */
async function noteMisses(
  context: CommandContext,
  states: readonly PlanState[],
  byId: ReadonlyMap<string, ActivePlan>,
): Promise<number> {
  const { tx, tenant, today } = context;
  const missed = states.flatMap((state) =>
    instalmentsAt(state)
      .filter(({ status }) => status === "MISSED")
      .map((instalment) => ({ ...instalment, planId: state.planId, scheduleNo: state.scheduleNo })),
  );
  if (missed.length === 0) return 0;
  const added = await tx.rows<{ planId: string; instalmentNo: number }>(sql`
    insert into payment_plan_miss (tenant_id, plan_id, schedule_no, instalment_no, missed_on)
    select ${tenant.id}, m.plan_id, m.schedule_no, m.instalment_no, ${today}
    from unnest(${missed.map((m) => m.planId)}::uuid[], ${missed.map((m) => m.scheduleNo)}::integer[],
                ${missed.map((m) => m.instalmentNo)}::integer[]) as m(plan_id, schedule_no, instalment_no)
    on conflict do nothing returning plan_id as "planId", instalment_no as "instalmentNo"`);
  for (const { planId, instalmentNo } of added) {
    const plan = byId.get(planId);
    const one = missed.find((m) => m.planId === planId && m.instalmentNo === instalmentNo);
    if (!plan || !one) continue;
    const { dueDate, openAmount } = one;
    emitPlan(context, "PAYMENT_PLAN_INSTALMENT_MISSED", plan, { instalmentNo, dueDate, openAmount });
  }
  return added.length;
}

function beyondTheirMisses(
  { tx, tenant }: CommandContext,
  planIds: readonly string[],
): Promise<{ planId: string; misses: number }[]> {
  return tx.rows(sql`
    select p.id as "planId", m.misses from payment_plan p
    cross join lateral (
      select count(*)::integer as misses from payment_plan_miss m where m.tenant_id = p.tenant_id and m.plan_id = p.id) m
    where p.tenant_id = ${tenant.id} and p.id = any(${planIds}) and p.status = 'ACTIVE' and m.misses >= p.misses_to_default
    order by p.id`);
}
