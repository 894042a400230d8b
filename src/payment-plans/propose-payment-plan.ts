import { v7 as uuidv7 } from "uuid";
import type { BusinessDate } from "../platform/business-date.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { documentNumber, takeNumbers } from "../platform/commands/document-numbers.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { formatAmount } from "../platform/money.js";
import { type PlanChargeAsked, type PlanChargeRequest, planCharge } from "./plan-charge.rules.js";
import { lockPlanItems, type PlanItems } from "./plan-items.js";
import { emitPlan, insertSchedule } from "./plan-rows.js";
import { buildSchedule, type PlannedInstalment, type ScheduleRequest } from "./schedule.rules.js";

export interface PaymentPlanProposeInput {
  readonly openItemIds: readonly string[];
  readonly schedule: ScheduleRequest;
  readonly charge?: PlanChargeRequest | null;
  readonly graceDays: number;
  readonly missesToDefault: number;
  readonly contactName: string;
  readonly contactEmail?: string | null;
  readonly signatory?: string | null;
  readonly signedOn?: string | null;
  readonly agreement?: string | null;
}

/** What a plan is to be paid in, for the preview and for what was done. */
export interface PlannedSchedule {
  readonly paymentPlanId: string;
  readonly currency: string;
  readonly instalments: readonly PlannedInstalment[];
  /** What of it is interest or a fee; null when nothing. */
  readonly chargeAmount: string | null;
}

const ITEMS_MAX = 1_000;
const AGREEMENT_MAX = 20_000;

/** Offers a plan over all that some items have open, and its interest or fee. Nothing depends on it until it is activated. */
export const proposePaymentPlan: Command<PaymentPlanProposeInput, PlannedSchedule> = {
  name: "paymentPlanPropose",
  scope: "adjustments:write",
  isCheckedBesideBadIds: true,
  async run(context, input) {
    const checks = checkTerms(input, context.today);
    const ids = input.openItemIds;
    if (ids.length === 0 || ids.length > ITEMS_MAX) return new Refused(checks.refusals);
    const held = await lockPlanItems(context, ids, (i) => `openItemIds.${i}`);
    checks.refusals.push(...held.refusals);
    const [first] = held.items;
    const currency = first?.currency ?? context.tenant.functionalCurrency;
    const principal = { amount: held.total, currency, today: context.today };
    const before = checks.refusals.length - held.refusals.length;
    const charge = planCharge(input.charge, principal, input.schedule, checks);
    const amount = held.total.plus(charge?.amount ?? 0);
    // Over items that do not go together there is no amount to look at a schedule with.
    const instalments =
      checks.refusals.length === before
        ? buildSchedule(input.schedule, { ...principal, amount }, checks)
        : [];
    if (!first?.customerId || checks.refusals.length > 0) return new Refused(checks.refusals);
    const whole = { ...held, total: amount, charge };
    const paymentPlanId = await insertPlan(context, input, whole, instalments);
    return { paymentPlanId, currency, instalments, chargeAmount: charge?.amount ?? null };
  },
};

function checkTerms(input: PaymentPlanProposeInput, today: BusinessDate): InputChecks {
  const checks = new InputChecks();
  const { openItemIds, graceDays, missesToDefault } = input;
  if (openItemIds.length === 0) checks.add("REQUIRED", "openItemIds", "Name at least one open item.");
  if (openItemIds.length > ITEMS_MAX)
    checks.add("LIMIT_EXCEEDED", "openItemIds", `A plan is over at most ${ITEMS_MAX} items.`);
  // Of a list that is too long the items are not looked at one by one.
  const looked = openItemIds.length > ITEMS_MAX ? [] : openItemIds;
  for (const [i, id] of looked.entries()) {
    if (openItemIds.indexOf(id) < i)
      checks.add("INVALID_VALUE", `openItemIds.${i}`, "This item is named twice.");
  }
  if (graceDays < 0 || graceDays > 90)
    checks.add("INVALID_VALUE", "graceDays", `There are 0 to 90 grace days, not ${graceDays}.`);
  if (missesToDefault < 1 || missesToDefault > 100) {
    const message = `A plan defaults with 1 to 100 misses, not ${missesToDefault}.`;
    checks.add("INVALID_VALUE", "missesToDefault", message);
  }
  checks.text(input.contactName, "contactName", "the name of who agrees for the customer");
  if (input.contactEmail != null) checks.text(input.contactEmail, "contactEmail", "their e-mail address");
  if (input.signatory != null) checks.text(input.signatory, "signatory", "who signs");
  if (input.agreement != null) checks.text(input.agreement, "agreement", "what is agreed", AGREEMENT_MAX);
  const signedOn = input.signedOn == null ? null : checks.date(input.signedOn, "signedOn");
  if (signedOn && signedOn > today)
    checks.add("INVALID_DATE", "signedOn", `It cannot have been signed after ${today}.`);
  return checks;
}

async function insertPlan(
  context: CommandContext,
  input: PaymentPlanProposeInput,
  { items, total, charge }: PlanItems & { readonly charge: PlanChargeAsked | null },
  instalments: readonly PlannedInstalment[],
): Promise<string> {
  const { tx, tenant, today } = context;
  const [first] = items;
  if (!first?.customerId) throw new Error("a plan without items");
  const { currency, customerId } = first;
  const id = uuidv7();
  const { prefix, first: value } = await takeNumbers(context, "PAYMENT_PLAN", 1);
  const number = documentNumber(prefix, value);
  await tx.rows(sql`
    insert into payment_plan (tenant_id, id, number, customer_id, currency, grace_days, misses_to_default, contact_name,
                              contact_email, signatory, signed_on, agreement, proposed_on, charge_kind, charge_amount,
                              charge_rate_percent)
    values (${tenant.id}, ${id}, ${number}, ${customerId}, ${currency}, ${input.graceDays}, ${input.missesToDefault},
            ${input.contactName}, ${input.contactEmail ?? null}, ${input.signatory ?? null}, ${input.signedOn ?? null},
            ${input.agreement ?? null}, ${today}, ${charge?.kind ?? null}, ${charge?.amount ?? null},
            ${charge?.annualRatePercent ?? null})`);
  await tx.rows(sql`
    insert into payment_plan_item (tenant_id, plan_id, item_id)
    select ${tenant.id}, ${id}, item from unnest(${items.map((item) => item.id)}::uuid[]) as item`);
  const schedule = { planId: id, scheduleNo: 1, currency, amount: total, reason: null, instalments };
  await insertSchedule(context, schedule);
  emitPlan(
    context,
    "PAYMENT_PLAN_PROPOSED",
    { id, number, customerId, currency },
    {
      amount: formatAmount(total, currency),
      instalmentCount: instalments.length,
    },
  );
  return id;
}
