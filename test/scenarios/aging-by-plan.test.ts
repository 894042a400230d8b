import { afterEach, describe, expect, it } from "vitest";
import { given, type MoneyValue, type Story, storybook } from "../support/stories.js";

const TODAY = "2026-03-10";
const book = storybook(TODAY);

let story: Story;
afterEach(() => on(TODAY));

/** Lets the days pass. */
function on(date: string): void {
  story.api.clock.now = new Date(`${date}T12:00:00Z`);
}

interface Amounts {
  readonly itemCount: number;
  readonly buckets: readonly MoneyValue[];
  readonly onPlan: MoneyValue;
  readonly onPlanBuckets: readonly MoneyValue[];
}

/** Current, 1–30, 31–60, 61–90 and 91+, and what of all of them is on a plan. */
async function aged(
  basis: "DUE_DATE" | "PLAN",
  asOf: string,
  knownAt: string | null = null,
  by = "CUSTOMER",
) {
  const fields = "itemCount buckets { amount } onPlan { amount currency } onPlanBuckets { amount }";
  const { aging } = await story.ask<{ aging: { knownAt: string; rows: Amounts[]; totals: Amounts[] } }>(
    `query ($basis: AgingBasis!, $asOf: Date!, $knownAt: DateTime, $by: [AgingDimension!]!) {
       aging(basis: $basis, asOf: $asOf, knownAt: $knownAt, by: $by) { knownAt rows { ${fields} } totals { ${fields} } } }`,
    { basis, asOf, knownAt, by: [by] },
  );
  expect(aging.rows).toEqual(aging.totals);
  const row = given(aging.rows[0]);
  const amounts = (money: readonly MoneyValue[]) => money.map(({ amount }) => amount);
  return {
    knownAt: aging.knownAt,
    buckets: amounts(row.buckets),
    onPlan: row.onPlan.amount,
    onPlanBuckets: amounts(row.onPlanBuckets),
    itemCount: row.itemCount,
  };
}

/** 600.00 that are due since December and 400.00 since 2 March on a plan of four months, and 100.00 beside it. */
async function planned() {
  story = await book.begin();
  const customerId = await story.customer();
  const invoices = [];
  for (const [amount, documentDate] of [
    ["600.00", "2025-12-01"],
    ["400.00", "2026-01-31"],
    ["100.00", "2026-02-20"],
  ] as const)
    invoices.push(await story.invoice({ customerId, amount, documentDate }));
  const before = await aged("PLAN", TODAY);
  const { paymentPlan } = await story.does("paymentPlanPropose", {
    openItemIds: await Promise.all(invoices.slice(0, 2).map((invoice) => story.itemOf(invoice))),
    schedule: { equal: { count: 4, frequency: "MONTHLY", firstDueDate: "2026-03-31" } },
    contactName: "Jo Doe",
  });
  const paymentPlanId = given(paymentPlan).id;
  await story.does("paymentPlanActivate", { paymentPlanId });
  return { customerId, invoices, paymentPlanId, before };
}

const BY_DUE_DATE = ["100.00", "400.00", "0.00", "600.00", "0.00"];

describe("The aging of what is on a payment plan", () => {
  it("is by the true due dates, and on request by those of the instalments", async () => {
    await planned();
    expect(await aged("DUE_DATE", TODAY)).toMatchObject({ buckets: BY_DUE_DATE, onPlan: "1000.00" });
    expect((await aged("PLAN", TODAY)).buckets).toEqual(["1100.00", "0.00", "0.00", "0.00", "0.00"]);
    // On 15 May the first instalment is 45 days past due, the second 15; what is on no plan is 56.
    expect(await aged("PLAN", "2026-05-15")).toMatchObject({
      buckets: ["500.00", "250.00", "350.00", "0.00", "0.00"],
      onPlanBuckets: ["500.00", "250.00", "250.00", "0.00", "0.00"],
      itemCount: 3,
    });
  });

  it("takes what is paid off the oldest instalments, whichever item it was applied to", async () => {
    const { customerId, invoices } = await planned();
    const receipt = await story.receipt({ customerId, amount: "300.00", receivedOn: TODAY });
    await story.apply(receipt, [{ invoiceId: given(invoices[1]).id, amount: "300.00" }]);
    expect(await aged("PLAN", "2026-05-15")).toMatchObject({
      buckets: ["500.00", "200.00", "100.00", "0.00", "0.00"],
      onPlan: "700.00",
    });
    expect((await aged("PLAN", "2026-05-15", null, "PRODUCT_LINE")).buckets).toEqual([
      ...["500.00", "200.00", "100.00", "0.00", "0.00"],
    ]);
  });

  it("of which on plan, is told by the true buckets too", async () => {
    await planned();
    expect(await aged("DUE_DATE", TODAY)).toMatchObject({
      onPlanBuckets: ["0.00", "400.00", "0.00", "600.00", "0.00"],
    });
  });

  it("follows the plan as it stood: not before it was active, nor from its end on, nor before that was known", async () => {
    const { paymentPlanId, before } = await planned();
    expect(before).toMatchObject({ buckets: BY_DUE_DATE, onPlan: "0.00" });
    expect(await aged("PLAN", TODAY, before.knownAt)).toEqual(before);
    expect(await aged("PLAN", "2026-03-09")).toMatchObject({ onPlan: "0.00" });
    const active = await aged("PLAN", "2026-03-20");

    on("2026-03-20");
    const schedule = { equal: { count: 1, frequency: "MONTHLY", firstDueDate: "2026-03-20" } };
    await story.does("paymentPlanAmend", { paymentPlanId, schedule, reason: "Pays at once" });
    expect(await aged("PLAN", "2026-04-20")).toMatchObject({
      buckets: ["0.00", "100.00", "1000.00", "0.00", "0.00"],
    });
    await story.does("paymentPlanCancel", { paymentPlanId, reason: "Did not pay" });

    expect(await aged("PLAN", "2026-03-20")).toMatchObject({
      ...{ onPlan: "0.00", buckets: (await aged("DUE_DATE", "2026-03-20")).buckets },
    });
    expect(await aged("PLAN", "2026-03-19")).toMatchObject({
      buckets: ["1100.00", "0.00", "0.00", "0.00", "0.00"],
    });
    expect(await aged("PLAN", "2026-03-20", active.knownAt)).toEqual(active);
  });

  it("keeps the cent that an item has in functional currency on a day between payments that were dated back", async () => {
    story = await book.begin();
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-01-01", rate: "1.25" });
    const customerId = await story.customer();
    const of = { customerId, currency: "EUR" };
    const small = await story.invoice({ ...of, amount: "0.02", documentDate: "2026-01-31" });
    const other = await story.invoice({ ...of, amount: "1.00", documentDate: "2026-02-20" });
    const { paymentPlan } = await story.does("paymentPlanPropose", {
      openItemIds: [await story.itemOf(small), await story.itemOf(other)],
      schedule: { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2026-03-31" } },
      contactName: "Jo Doe",
    });
    await story.does("paymentPlanActivate", { paymentPlanId: given(paymentPlan).id });
    const receipt = await story.receipt({ ...of, amount: "0.02", receivedOn: TODAY });
    const cent = [{ invoiceId: small.id, amount: "0.01" }];
    const applicationIds = await story.apply(receipt, cent, TODAY);
    await story.does("paymentUnapply", { applicationIds, effectiveDate: "2026-03-30" });
    await story.apply(receipt, cent, "2026-03-15");

    // 0.02 is 0.03 in dollars, and each cent of it was paid as one.
    const balances = async (basis: "DUE_DATE" | "PLAN") => {
      const { aging } = await story.ask<{ aging: { totals: Record<string, MoneyValue[] | MoneyValue>[] } }>(
        `query ($basis: AgingBasis!) { aging(basis: $basis, asOf: "2026-03-20", by: [CUSTOMER]) {
           totals { balance { amount } functionalBalance { amount } functionalBuckets { amount } } } }`,
        { basis },
      );
      return aging.totals;
    };
    const [byPlan] = await balances("PLAN");
    const [byDueDate] = await balances("DUE_DATE");
    expect(byPlan?.functionalBalance).toEqual(byDueDate?.functionalBalance);
    expect(byPlan?.functionalBuckets).toMatchObject([
      { amount: "1.25" },
      ...[{ amount: "0.01" }, { amount: "0.00" }, { amount: "0.00" }, { amount: "0.00" }],
    ]);
  });
});
