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

const monthly = (count: number, firstDueDate = "2026-04-01") => ({
  equal: { count, frequency: "MONTHLY", firstDueDate },
});

interface Agreed {
  readonly customerId: string;
  readonly invoice: { readonly id: string };
  readonly openItemIds: string[];
  readonly paymentPlanId: string;
}

/** An active plan over an invoice of 1,000.00 in three monthly instalments. */
async function agreed(schedule: object = monthly(3)): Promise<Agreed> {
  story = await book.begin();
  const customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount: "1000.00", documentDate: "2026-01-05" });
  const openItemIds = [await story.itemOf(invoice)];
  const offer = { openItemIds, schedule, contactName: "Jo Doe" };
  const { paymentPlan } = await story.does("paymentPlanPropose", offer);
  const paymentPlanId = given(paymentPlan).id;
  await story.does("paymentPlanActivate", { paymentPlanId });
  return { customerId, invoice, openItemIds, paymentPlanId };
}

async function pay({ customerId, paymentPlanId }: Agreed, amount: string) {
  const receipt = await story.receipt({ customerId, amount });
  return story.does("paymentPlanPay", { paymentPlanId, receiptId: receipt.id, amount });
}

interface PlanValue {
  readonly status: string;
  readonly misses: number;
  readonly endedOn: string | null;
  readonly outstanding: { readonly amount: string };
  readonly instalments: readonly {
    readonly dueDate: string;
    readonly amount: { readonly amount: string };
    readonly paidAmount: { readonly amount: string };
    readonly status: string;
  }[];
}

async function planOf({ paymentPlanId }: Agreed, asOf?: string): Promise<PlanValue> {
  const { paymentPlan } = await story.ask<{ paymentPlan: PlanValue }>(
    `query ($id: ID!, $asOf: Date) { paymentPlan(id: $id) { status misses endedOn outstanding { amount }
      instalments(asOf: $asOf) { dueDate amount { amount } paidAmount { amount } status } } }`,
    { id: paymentPlanId, asOf },
  );
  return paymentPlan;
}

const statuses = ({ instalments }: PlanValue) => instalments.map(({ status }) => status);
const paid = ({ instalments }: PlanValue) => instalments.map(({ paidAmount }) => paidAmount.amount);

/** The active plan of an item. */
async function planOfItem(openItemId: string | undefined): Promise<string | null> {
  const { openItem } = await story.ask<{ openItem: { paymentPlan: { number: string } | null } }>(
    "query ($id: ID!) { openItem(id: $id) { paymentPlan { number } } }",
    { id: openItemId },
  );
  return openItem.paymentPlan?.number ?? null;
}

describe("An active payment plan", () => {
  it("keeps the due date of its item, and whatever is applied to the item settles the oldest instalment first", async () => {
    const plan = await agreed();
    await pay(plan, "400.00");
    const receipt = await story.receipt({ customerId: plan.customerId, amount: "100.00" });
    const [application] = await story.apply(receipt, [{ invoiceId: plan.invoice.id, amount: "100.00" }]);
    const before = await planOf(plan);
    expect(paid(before)).toEqual(["333.34", "166.66", "0.00"]);
    expect(statuses(before)).toEqual(["PAID", "PARTIAL", "OPEN"]);
    await story.does("paymentUnapply", { applicationIds: [application] });
    expect(paid(await planOf(plan))).toEqual(["333.34", "66.66", "0.00"]);
    const { openItem } = await story.ask<{ openItem: { dueDate: string } }>(
      "query ($id: ID!) { openItem(id: $id) { dueDate } }",
      { id: plan.openItemIds[0] },
    );
    expect(openItem.dueDate).toBe("2026-02-04");
  });

  it("pays its items in the order in which they fall due, never beyond what they have open, and is completed", async () => {
    story = await book.begin();
    const customerId = await story.customer();
    const newer = await story.invoice({ customerId, amount: "50.00", documentDate: "2026-02-01" });
    const older = await story.invoice({ customerId, amount: "50.00", documentDate: "2026-01-01" });
    const openItemIds = [await story.itemOf(newer), await story.itemOf(older)];
    const offer = { openItemIds, schedule: monthly(2), contactName: "Jo Doe" };
    const { paymentPlan } = await story.does("paymentPlanPropose", offer);
    const plan = { customerId, invoice: newer, openItemIds, paymentPlanId: given(paymentPlan).id };
    const { paymentPlanId } = plan;
    const receipt = await story.receipt({ customerId, amount: "200.00" });
    const payment = { paymentPlanId, receiptId: receipt.id };
    expect(await story.isRefused("paymentPlanPay", { ...payment, amount: "1.00" })).toEqual([
      "INVALID_STATE",
    ]);
    await story.does("paymentPlanActivate", { paymentPlanId });
    expect(await story.isRefused("paymentPlanPay", { ...payment, amount: "100.01" })).toEqual([
      "AMOUNT_EXCEEDS_BALANCE",
    ]);
    await story.does("paymentPlanPay", { ...payment, amount: "60.00" });
    expect([await story.instalments(older), await story.instalments(newer)]).toEqual([["0.00"], ["40.00"]]);
    const last = await story.does("paymentPlanPay", { ...payment, amount: "40.00" });
    expect(last.paymentPlan).toMatchObject({ status: "COMPLETED" });
    expect(await planOfItem(openItemIds[0])).toBeNull();
  });

  it("defaults when its second instalment is missed twice, and is paid in full all the same", async () => {
    const plan = await agreed();
    const { paymentPlanId } = plan;
    on("2026-04-01");
    await pay(plan, "333.34");
    on("2026-05-06");
    expect((await story.does("paymentPlanReview", {})).missed).toBe(0);
    expect(statuses(await planOf(plan))).toEqual(["PAID", "OPEN", "OPEN"]);
    on("2026-05-07");
    expect(await story.does("paymentPlanReview", {})).toMatchObject({ missed: 1, defaulted: [] });
    expect((await story.does("paymentPlanReview", {})).missed).toBe(0);
    expect(statuses(await planOf(plan))).toEqual(["PAID", "MISSED", "OPEN"]);
    const schedule = monthly(2, "2026-05-20");
    await story.does("paymentPlanAmend", { paymentPlanId, schedule, reason: "Asked for two weeks more" });
    expect(statuses(await planOf(plan))).toEqual(["OPEN", "OPEN"]);
    expect(statuses(await planOf(plan, "2026-05-06"))).toEqual(["PAID", "OPEN", "OPEN"]);
    on("2026-05-26");
    const review = await story.does("paymentPlanReview", {});
    expect(review).toMatchObject({ missed: 1, defaulted: [{ id: paymentPlanId }] });
    expect(await planOf(plan)).toMatchObject({ status: "DEFAULTED", misses: 2, endedOn: "2026-05-26" });
    expect(await planOfItem(plan.openItemIds[0])).toBeNull();
    await pay(plan, "666.66");
    const end = await planOf(plan);
    expect(end).toMatchObject({ status: "DEFAULTED", outstanding: { amount: "0.00" } });
    expect(statuses(end)).toEqual(["PAID", "PAID"]);
  });

  it("is completed by the review when its items were paid past it", async () => {
    const plan = await agreed();
    const receipt = await story.receipt({ customerId: plan.customerId, amount: "1000.00" });
    await story.apply(receipt, [{ invoiceId: plan.invoice.id, amount: "1000.00" }]);
    const review = await story.does("paymentPlanReview", {});
    expect(review).toMatchObject({ reviewed: 1, missed: 0, completed: [{ id: plan.paymentPlanId }] });
    expect(statuses(await planOf(plan))).toEqual(["PAID", "PAID", "PAID"]);
  });

  it("keeps every version of its schedule when it is amended", async () => {
    const plan = await agreed();
    await pay(plan, "400.00");
    on("2026-03-20");
    const { paymentPlanId } = plan;
    await story.does("paymentPlanAmend", {
      paymentPlanId,
      schedule: { equal: { count: 4, frequency: "WEEKLY", firstDueDate: "2026-04-01" } },
      reason: "Paid weekly now",
    });
    const { paymentPlan } = await story.ask<{
      paymentPlan: { schedules: { instalments: { amount: { amount: string } }[] }[] };
    }>(
      "query ($id: ID!) { paymentPlan(id: $id) { schedules { scheduleNo startsOn reason instalments { amount { amount } } } } }",
      { id: paymentPlanId },
    );
    expect(paymentPlan.schedules).toMatchObject([
      { scheduleNo: 1, startsOn: TODAY, reason: null },
      { scheduleNo: 2, startsOn: "2026-03-20", reason: "Paid weekly now" },
    ]);
    const amounts = paymentPlan.schedules.map((one) => one.instalments.map(({ amount }) => amount.amount));
    expect(amounts).toEqual([
      ["333.34", "333.33", "333.33"],
      ["150.00", "150.00", "150.00", "150.00"],
    ]);
  });

  it("gives what is left back when it is cancelled, and is told as it stood on that day", async () => {
    const plan = await agreed();
    const { paymentPlanId, openItemIds } = plan;
    expect(await planOfItem(openItemIds[0])).toBe("PP-000001");
    await pay(plan, "400.00");
    on("2026-03-20");
    expect(await story.isRefused("paymentPlanCancel", { paymentPlanId, reason: "" })).toEqual(["REQUIRED"]);
    await story.does("paymentPlanCancel", { paymentPlanId, reason: "Customer refinanced" });
    on("2026-08-01");
    const cancelled = await planOf(plan);
    expect(cancelled).toMatchObject({ status: "CANCELLED", outstanding: { amount: "600.00" } });
    expect(statuses(cancelled)).toEqual(["PAID", "PARTIAL", "OPEN"]);
    expect(await planOfItem(openItemIds[0])).toBeNull();
    expect(await story.isRefused("paymentPlanActivate", { paymentPlanId })).toEqual(["INVALID_STATE"]);
    const again = { openItemIds, schedule: monthly(2, "2026-09-01"), contactName: "Jo Doe" };
    const { paymentPlan } = await story.does("paymentPlanPropose", again);
    await story.does("paymentPlanActivate", { paymentPlanId: given(paymentPlan).id });
  });
});

describe("Two plans over the same item", () => {
  it("activated at the same moment: one becomes active, the other is told", async () => {
    story = await book.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "1000.00" });
    const offer = { openItemIds: [await story.itemOf(invoice)], schedule: monthly(3), contactName: "Jo Doe" };
    const plans = await Promise.all([0, 1].map(() => story.does("paymentPlanPropose", offer)));
    const payloads = await Promise.all(
      plans.map(({ paymentPlan }) =>
        story.attempt("paymentPlanActivate", { paymentPlanId: given(paymentPlan).id }),
      ),
    );
    const codes = payloads.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
    expect(codes.toSorted()).toEqual(["", "INVALID_STATE"]);
  });
});
