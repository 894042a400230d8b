import { expect } from "vitest";
import { activatePaymentPlan } from "../../../src/payment-plans/activate-payment-plan.js";
import { amendPaymentPlan } from "../../../src/payment-plans/amend-payment-plan.js";
import { cancelPaymentPlan } from "../../../src/payment-plans/cancel-payment-plan.js";
import { payPaymentPlan } from "../../../src/payment-plans/pay-payment-plan.js";
import { proposePaymentPlan } from "../../../src/payment-plans/propose-payment-plan.js";
import { reviewPaymentPlans } from "../../../src/payment-plans/review-payment-plans.js";
import { sql } from "../../../src/platform/database/sql.js";
import {
  availableOf,
  balanceOf,
  decimal,
  fits,
  laterOf,
  type ModelItem,
  type ModelPlan,
} from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import { keepApplications, ofReceipt, planned, targetOf } from "./planned-applications.js";
import type { AskedFor } from "./requests.js";
import { after, mostly, type Step } from "./step.js";

const COUNT = 2;

export async function proposePlan(ledger: ModelledBooks, step: Step): Promise<void> {
  const { today } = ledger.books;
  const first = mostly(ledger.debits(), (item) => canBePlanned(ledger, item), step.pick);
  if (!first) return;
  const alike = (item: ModelItem) =>
    item.customerId === first.customerId && item.currency === first.currency && canBePlanned(ledger, item);
  const second = mostly(ledger.debits(), alike, step.other) ?? first;
  const items = [...new Set([first, second])];
  const fee = step.other % 3 === 0 ? 1 + (step.cents % 100) : 0;
  const cents = openOf(items, today) + fee;
  const allowed =
    items.every((item) => canBePlanned(ledger, item) && item.currency === first.currency) &&
    items.every((item) => item.customerId === first.customerId) &&
    cents >= COUNT;
  const firstDueDate = after(today, step.cents % 40);
  const made = await ledger.execute(allowed, proposePaymentPlan, {
    openItemIds: items.map(({ id }) => id),
    charge: fee > 0 ? { kind: "FEE" as const, amount: decimal(fee) } : null,
    schedule: { equal: { count: COUNT, frequency: "WEEKLY", firstDueDate } },
    ...{ graceDays: 5, missesToDefault: 2, contactName: "Jo Doe" },
  });
  if (!made) return;
  const its = { id: made.paymentPlanId, items, cents, fee, charge: null, schedules: 1 };
  ledger.plans.push({ ...its, status: "PROPOSED", activated: null, ended: null });
}

export async function activatePlan(ledger: ModelledBooks, step: Step): Promise<void> {
  const asked = activationAsked(ledger, step);
  if (asked) await ledger.does(asked);
}

/** The plan's fee may need somebody's word; while that is waited for, the plan stays as it is. */
export function activationAsked(
  ledger: ModelledBooks,
  step: Step,
): AskedFor<typeof activatePaymentPlan> | null {
  const plan = mostly(ledger.plans, ({ status }) => status === "PROPOSED", step.pick);
  if (!plan) return null;
  const { today } = ledger.books;
  const currency = plan.items[0]?.currency ?? "";
  const rate = ledger.rateOn(currency, today);
  return {
    command: activatePaymentPlan,
    input: { paymentPlanId: plan.id },
    about: plan,
    canBeDone: (areOpen, approvalId) =>
      plan.status === "PROPOSED" &&
      !ledger.isWaitedFor(plan, approvalId) &&
      plan.items.every((item) => canBePlanned(ledger, item)) &&
      openOf(plan.items, today) + plan.fee === plan.cents &&
      (plan.fee === 0 || (areOpen([today]) && ledger.hasRate(currency, today))),
    postsTheSame: () => ledger.rateOn(currency, today) === rate,
    maker: "AR_SPECIALIST",
    waits: () => plan.fee > 0 && currency === "EUR",
    async keep() {
      plan.status = "ACTIVE";
      plan.activated = ledger.instants.length + 1;
      if (plan.fee > 0) await keepFee(ledger, plan);
    },
  };
}

async function keepFee(ledger: ModelledBooks, plan: ModelPlan): Promise<void> {
  const { books } = ledger;
  const { id, itemId } = await books.row<{ id: string; itemId: string }>(sql`
    select c.id, c.item_id as "itemId" from payment_plan p join charge c on c.tenant_id = p.tenant_id and c.id = p.charge_id
    where p.id = ${plan.id}`);
  const [item] = await ledger.newItems(sql`id = ${itemId}`, books.today);
  if (!item) throw new Error("a fee without an item");
  plan.items = [...plan.items, item];
  plan.charge = { id, item, source: null, reversed: false };
  ledger.charges.push(plan.charge);
}

/** What is left of it under another schedule: a down payment, if any, and equal instalments every week. */
export async function amendPlan(ledger: ModelledBooks, step: Step): Promise<void> {
  const plan = mostly(ledger.plans, ({ status }) => status === "PROPOSED" || status === "ACTIVE", step.pick);
  if (!plan) return;
  const { today } = ledger.books;
  const open = openOf(plan.items, today);
  const cents = open + (plan.charge ? 0 : plan.fee);
  const down = step.other % 3 === 0 ? 1 + (step.cents % 200) : 0;
  const count = 1 + (step.other % 4);
  const downDate = after(today, step.later);
  const firstDueDate = after(downDate, step.cents % 9 === 0 ? 0 : 1 + (step.cents % 30));
  const allowed =
    (plan.status === "ACTIVE" || (plan.status === "PROPOSED" && !ledger.isWaitedFor(plan))) &&
    open > 0 &&
    plan.items.every((item) => openOf([item], today) === 0 || ledger.disputedOf(item) === 0) &&
    cents - down >= count &&
    firstDueDate >= today &&
    (down === 0 || (downDate >= today && firstDueDate > downDate));
  const done = await ledger.execute(allowed, amendPaymentPlan, {
    paymentPlanId: plan.id,
    reason: "Paid in other parts",
    schedule: {
      downPayment: down > 0 ? { dueDate: downDate, amount: decimal(down) } : null,
      equal: { count, frequency: "WEEKLY", firstDueDate },
    },
  });
  if (!done) return;
  const expected = [
    ...(down > 0 ? [`${downDate} ${decimal(down)}`] : []),
    ...equalParts(cents - down, count).map((part, n) => `${after(firstDueDate, 7 * n)} ${decimal(part)}`),
  ];
  expect(done.instalments.map(({ dueDate, amount }) => `${dueDate} ${amount}`)).toEqual(expected);
  plan.cents = cents;
  plan.schedules += 1;
  const { schedules } = await ledger.books.row<{ schedules: number }>(
    sql`select count(*)::integer as schedules from payment_plan_schedule where plan_id = ${plan.id}`,
  );
  expect(schedules).toBe(plan.schedules);
}

/** The larger ones first. */
function equalParts(cents: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => Math.floor(cents / count) + (n < cents % count ? 1 : 0));
}

/** A receipt through the plan's instalments to its items, the oldest due first, each with its discount. */
export async function payPlan(ledger: ModelledBooks, step: Step): Promise<void> {
  const pairs = ledger.plans.flatMap((plan) => ledger.receipts.map((receipt) => ({ plan, receipt })));
  const { plan, receipt } =
    mostly(
      pairs,
      (pair) =>
        isPayable(ledger, pair.plan) &&
        pair.receipt.customerId === pair.plan.items[0]?.customerId &&
        pair.receipt.currency === pair.plan.items[0]?.currency,
      step.pick,
    ) ?? {};
  if (!plan || !receipt) return;
  const payer = ofReceipt(receipt);
  const effectiveDate = after(laterOf(receipt.receivedOn, ledger.books.today), step.later);
  const inOrder = plan.items.toSorted(oldestFirst);
  const most = Math.min(openOf(plan.items, effectiveDate), availableOf(payer.credit, effectiveDate));
  const cents = step.day % 9 === 0 ? step.cents : Math.max(1, Math.min(step.cents, most));
  let left = cents;
  const requests = inOrder.map((item) => {
    const part = Math.min(left, openOf([item], effectiveDate));
    left -= part;
    return { ...targetOf(item), cents: part };
  });
  const asked = requests.filter((request) => request.cents > 0);
  const parts = isPayable(ledger, plan) && left === 0 ? planned(ledger, payer, asked, effectiveDate) : null;
  const input = { paymentPlanId: plan.id, receiptId: receipt.id, amount: decimal(cents), effectiveDate };
  const done = await ledger.execute(parts !== null, payPaymentPlan, input);
  if (!done || !parts) return;
  plan.status = "ACTIVE";
  keepApplications(ledger, receipt, parts, done.applicationIds, effectiveDate);
  complete(ledger, [plan]);
}

/** Active, or completed by a payment that failed since. */
function isPayable(ledger: ModelledBooks, plan: ModelPlan): boolean {
  return plan.status === "ACTIVE" || opensAgain(ledger, plan);
}

export async function endPlans(ledger: ModelledBooks, step: Step): Promise<void> {
  if (step.cents % 3 > 0) {
    await reviewPlans(ledger);
    return;
  }
  const plan = mostly(ledger.plans, ({ status }) => status === "ACTIVE", step.pick);
  if (!plan) return;
  const { charge } = plan;
  const reverseCharge = step.other % 2 === 0;
  const day = ledger.books.today;
  const proposed = charge && reverseCharge ? [{ item: charge.item, day, cents: -charge.item.original }] : [];
  const canReverse =
    charge !== null &&
    !charge.reversed &&
    availableOf(charge.item, day) === charge.item.original &&
    ledger.isOpen([day]) &&
    fits(proposed);
  const allowed = (plan.status === "PROPOSED" || plan.status === "ACTIVE") && (!reverseCharge || canReverse);
  const input = { paymentPlanId: plan.id, reason: "The customer refinanced", reverseCharge };
  if (!(await ledger.execute(allowed, cancelPaymentPlan, input))) return;
  plan.status = "CANCELLED";
  for (const one of ledger.requests) if (one.about === plan) one.decided = true;
  plan.ended = ledger.instants.length + 1;
  ledger.move(proposed);
  if (charge && reverseCharge) charge.reversed = true;
}

/** Completed ones whose payment failed are active again; active ones that are paid are completed. */
async function reviewPlans(ledger: ModelledBooks): Promise<void> {
  const reopened = ledger.plans.filter((plan) => opensAgain(ledger, plan));
  const review = await ledger.execute(true, reviewPaymentPlans, {});
  for (const plan of reopened) plan.status = "ACTIVE";
  const completed = complete(ledger, ledger.plans);
  const ids = (plans: readonly ModelPlan[]) => plans.map(({ id }) => id).toSorted();
  expect(review?.reopenedIds?.toSorted()).toEqual(ids(reopened));
  expect(review?.completedIds.toSorted()).toEqual(ids(completed));
}

/** Whether something of a completed plan is owed again, and none of its items has come into another plan since. */
function opensAgain(ledger: ModelledBooks, { status, items, ended }: ModelPlan): boolean {
  const isOpen = (day: string) => items.reduce((sum, item) => sum + balanceOf(item, day), 0) > 0;
  const since = ledger.plans.filter(({ activated }) => (activated ?? 0) > (ended ?? 0));
  return (
    status === "COMPLETED" &&
    isOpen(ledger.books.today) &&
    isOpen("9999-12-31") &&
    !since.some((later) => later.items.some((item) => items.includes(item)))
  );
}

/** Those of the plans that are completed by today, which were not. */
function complete(ledger: ModelledBooks, plans: readonly ModelPlan[]): ModelPlan[] {
  const done = plans.filter(
    ({ status, items }) =>
      status === "ACTIVE" && items.every((item) => balanceOf(item, ledger.books.today) === 0),
  );
  for (const plan of done) {
    plan.status = "COMPLETED";
    plan.ended = ledger.instants.length + 1;
  }
  return done;
}

function canBePlanned(ledger: ModelledBooks, item: ModelItem): boolean {
  return (
    openOf([item], ledger.books.today) > 0 &&
    item.documentDate <= ledger.books.today &&
    ledger.disputedOf(item) === 0 &&
    !ledger.plans.some(({ status, items }) => status === "ACTIVE" && items.includes(item))
  );
}

function oldestFirst(a: ModelItem, b: ModelItem): number {
  const [first, second] = [a, b].map(({ dueDate, instalmentNo, id }) =>
    [dueDate, String(instalmentNo ?? 9_999).padStart(4, "0"), id].join(" "),
  );
  return (first ?? "") < (second ?? "") ? -1 : 1;
}

function openOf(items: readonly ModelItem[], day: string): number {
  return items.reduce((sum, item) => sum + availableOf(item, laterOf(day, item.documentDate)), 0);
}
