import { afterEach, describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const TODAY = "2026-03-10";
const book = storybook(TODAY);

let story: Story;
afterEach(() => on(TODAY));

/** Lets the days pass. */
function on(date: string): void {
  story.api.clock.now = new Date(`${date}T12:00:00Z`);
}

const monthly = (count: number) => ({ equal: { count, frequency: "MONTHLY", firstDueDate: "2026-04-01" } });

/** An active plan in three instalments over all that an invoice of 100.00 has open, once something of it was paid. */
async function agreed(paidBefore?: string) {
  story = await book.begin();
  const customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-01-05" });
  const before = paidBefore ? await story.receipt({ customerId, amount: paidBefore }) : null;
  if (before) await story.apply(before, [{ invoiceId: invoice.id, amount: paidBefore }]);
  const openItemId = await story.itemOf(invoice);
  const offer = { openItemIds: [openItemId], schedule: monthly(3), contactName: "Jo Doe" };
  const { paymentPlan } = await story.does("paymentPlanPropose", offer);
  const paymentPlanId = given(paymentPlan).id;
  await story.does("paymentPlanActivate", { paymentPlanId });
  return { customerId, before, openItemId, paymentPlanId };
}

type Agreed = Awaited<ReturnType<typeof agreed>>;

async function pay({ customerId, paymentPlanId }: Agreed, amount: string) {
  const receipt = await story.receipt({ customerId, amount });
  const { paymentPlan } = await story.does("paymentPlanPay", {
    paymentPlanId,
    receiptId: receipt.id,
    amount,
  });
  return { receipt, paymentPlan: given(paymentPlan) };
}

const bounces = ({ id }: { readonly id: string }) =>
  story.does("receiptReverse", { receiptId: id, reason: "NSF" });

interface Amount {
  readonly amount: string;
}

async function planOf({ paymentPlanId, openItemId }: Agreed) {
  const { paymentPlan, openItem } = await story.ask<{
    paymentPlan: {
      status: string;
      endedOn: string | null;
      reopenedOn: string | null;
      misses: number;
      outstanding: Amount;
      unscheduled: Amount;
      instalments: { openAmount: Amount; paidAmount: Amount }[];
    };
    openItem: { paymentPlan: { id: string } | null };
  }>(
    `query ($id: ID!, $item: ID!) { openItem(id: $item) { paymentPlan { id } }
      paymentPlan(id: $id) { status endedOn reopenedOn misses outstanding { amount } unscheduled { amount }
        instalments { openAmount { amount } paidAmount { amount } } } }`,
    { id: paymentPlanId, item: openItemId },
  );
  const { outstanding, unscheduled, instalments, ...rest } = paymentPlan;
  return {
    ...rest,
    outstanding: outstanding.amount,
    unscheduled: unscheduled.amount,
    open: instalments.map((one) => one.openAmount.amount),
    isItems: openItem.paymentPlan?.id === paymentPlanId,
  };
}

/** What is on a plan, by the due dates of its instalments. */
async function agingOnPlan(asOf: string, knownAt?: string) {
  const { aging } = await story.ask<{ aging: { knownAt: string; rows: { onPlan: Amount }[] } }>(
    "query ($asOf: Date, $knownAt: DateTime) { aging(asOf: $asOf, knownAt: $knownAt, by: [CUSTOMER], basis: PLAN) { knownAt rows { onPlan { amount } } } }",
    { asOf, knownAt },
  );
  return { knownAt: aging.knownAt, onPlan: aging.rows.map(({ onPlan }) => onPlan.amount) };
}

describe("A completed payment plan", () => {
  it("is active again after the review when its last payment bounces, and is completed again when it is paid", async () => {
    const plan = await agreed();
    const { receipt, paymentPlan } = await pay(plan, "100.00");
    expect(paymentPlan.status).toBe("COMPLETED");
    on("2026-03-20");
    await bounces(receipt);
    const review = await story.does("paymentPlanReview", {});
    expect(review).toMatchObject({ reviewed: 1, missed: 0, reopened: [{ id: plan.paymentPlanId }] });
    expect(await planOf(plan)).toMatchObject({
      ...{ status: "ACTIVE", endedOn: null, reopenedOn: "2026-03-20", isItems: true },
      ...{ outstanding: "100.00", open: ["33.34", "33.33", "33.33"] },
    });
    expect((await agingOnPlan("2026-03-20")).onPlan).toEqual(["100.00"]);
    expect(await story.does("paymentPlanReview", {})).toMatchObject({ reopened: [] });
    expect((await pay(plan, "100.00")).paymentPlan.status).toBe("COMPLETED");
  });

  it("is on no plan for an aging as known between the bounce and the review, then and for ever", async () => {
    const plan = await agreed();
    const { receipt } = await pay(plan, "100.00");
    await bounces(receipt);
    const before = await agingOnPlan(TODAY);
    expect(before.onPlan).toEqual(["0.00"]);
    await story.does("paymentPlanReview", {});
    expect((await agingOnPlan(TODAY)).onPlan).toEqual(["100.00"]);
    expect(await agingOnPlan(TODAY, before.knownAt)).toEqual(before);
  });

  it("misses what fell due in the meantime", async () => {
    const plan = await agreed();
    const { receipt } = await pay(plan, "100.00");
    on("2026-04-20");
    await bounces(receipt);
    expect(await story.does("paymentPlanReview", {})).toMatchObject({ missed: 1 });
    expect(await planOf(plan)).toMatchObject({ status: "ACTIVE", misses: 1 });
  });

  it("takes money before the review has come by", async () => {
    const plan = await agreed();
    const { receipt } = await pay(plan, "100.00");
    await bounces(receipt);
    expect((await pay(plan, "40.00")).paymentPlan.status).toBe("ACTIVE");
    expect(await planOf(plan)).toMatchObject({ outstanding: "60.00", open: ["0.00", "26.67", "33.33"] });
  });

  it("is active again though another plan of its item was given up before it, on the very same day", async () => {
    const earlier = await agreed();
    await story.does("paymentPlanCancel", { paymentPlanId: earlier.paymentPlanId, reason: "Another term" });
    const offer = { openItemIds: [earlier.openItemId], schedule: monthly(2), contactName: "Jo Doe" };
    const { paymentPlan } = await story.does("paymentPlanPropose", offer);
    const plan = { ...earlier, paymentPlanId: given(paymentPlan).id };
    await story.does("paymentPlanActivate", { paymentPlanId: plan.paymentPlanId });
    await bounces((await pay(plan, "100.00")).receipt);
    const review = await story.does("paymentPlanReview", {});
    expect(review).toMatchObject({ reopened: [{ id: plan.paymentPlanId }] });
    expect(await planOf(plan)).toMatchObject({ status: "ACTIVE", isItems: true });
  });

  it("stays completed when its item has come into another plan by then, active still or not", async () => {
    const plan = await agreed();
    const { receipt } = await pay(plan, "100.00");
    await bounces(receipt);
    const offer = { openItemIds: [plan.openItemId], schedule: monthly(2), contactName: "Jo Doe" };
    const { paymentPlan } = await story.does("paymentPlanPropose", offer);
    const other = { paymentPlanId: given(paymentPlan).id };
    await story.does("paymentPlanActivate", other);
    expect(await story.does("paymentPlanReview", {})).toMatchObject({ reopened: [] });
    await story.does("paymentPlanCancel", { ...other, reason: "Not kept" });
    expect(await story.does("paymentPlanReview", {})).toMatchObject({ reopened: [] });
    expect(await planOf(plan)).toMatchObject({ status: "COMPLETED", isItems: false });
  });
});

describe("A payment from before the plan that bounces", () => {
  it("is outstanding beyond the instalments, which tell what they have open, until the plan is amended", async () => {
    const plan = await agreed("10.00");
    expect(await planOf(plan)).toMatchObject({ outstanding: "90.00", unscheduled: "0.00" });
    await bounces(given(plan.before));
    const open = ["30.00", "30.00", "30.00"];
    expect(await planOf(plan)).toMatchObject({ outstanding: "100.00", unscheduled: "10.00", open });
    await pay(plan, "5.00");
    expect(await planOf(plan)).toMatchObject({ outstanding: "95.00", unscheduled: "5.00", open });
    await pay(plan, "85.00");
    const rest = { outstanding: "10.00", unscheduled: "0.00", open: ["0.00", "0.00", "10.00"] };
    expect(await planOf(plan)).toMatchObject(rest);
    const amendment = {
      paymentPlanId: plan.paymentPlanId,
      schedule: monthly(2),
      reason: "A cheque bounced",
    };
    await story.does("paymentPlanAmend", amendment);
    expect(await planOf(plan)).toMatchObject({ outstanding: "10.00", open: ["5.00", "5.00"] });
  });
});
