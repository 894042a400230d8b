import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const TODAY = "2026-03-10";
const book = storybook(TODAY);
let story: Story;

const monthly = (count: number, firstDueDate = "2026-04-01") => ({
  equal: { count, frequency: "MONTHLY", firstDueDate },
});

describe("A proposed payment plan", () => {
  it("of 1,000.00 in 3 is previewed as 333.34, 333.33 and 333.33, and nothing is kept of the preview", async () => {
    story = await book.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "1000.00" });
    const offer = {
      openItemIds: [await story.itemOf(invoice)],
      schedule: monthly(3, "2026-03-31"),
      contactName: "Jo Doe",
    };
    const { schedule, paymentPlan } = await story.does("paymentPlanPropose", {
      ...offer,
      validateOnly: true,
    });
    expect(given(schedule).map(({ dueDate, amount }) => [dueDate, amount.amount])).toEqual([
      ["2026-03-31", "333.34"],
      ["2026-04-30", "333.33"],
      ["2026-05-31", "333.33"],
    ]);
    expect(paymentPlan).toBeNull();
    const { customer } = await story.ask<{ customer: { paymentPlans: { totalCount: number } } }>(
      "query ($id: ID!) { customer(id: $id) { paymentPlans { totalCount } } }",
      { id: customerId },
    );
    expect(customer.paymentPlans.totalCount).toBe(0);
  });

  it("takes a down payment first, and a list of instalments only when it sums to the rest", async () => {
    story = await book.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "1000.00" });
    const downPayment = { dueDate: TODAY, amount: "100.00" };
    const instalments = [
      { dueDate: "2026-04-01", amount: "500.00" },
      { dueDate: "2026-05-15", amount: "400.00" },
    ];
    const offer = { openItemIds: [await story.itemOf(invoice)], contactName: "Jo Doe" };
    const { schedule } = await story.does("paymentPlanPropose", {
      ...offer,
      schedule: { downPayment, instalments },
    });
    expect(given(schedule).map(({ instalmentNo, amount }) => [instalmentNo, amount.amount])).toEqual([
      [0, "100.00"],
      [1, "500.00"],
      [2, "400.00"],
    ]);
    expect(await story.isRefused("paymentPlanPropose", { ...offer, schedule: { instalments } })).toEqual([
      "INVALID_AMOUNT",
    ]);
    const backwards = { downPayment, instalments: instalments.toReversed() };
    expect(await story.isRefused("paymentPlanPropose", { ...offer, schedule: backwards })).toEqual([
      "INVALID_DATE",
    ]);
  });

  it("is refused with everything that is wrong with its items and terms at once", async () => {
    story = await book.begin();
    const own = await story.customer();
    const planned = await story.itemOf(await story.invoice({ customerId: own, amount: "10.00" }));
    const offer = { openItemIds: [planned], schedule: monthly(2), contactName: "Jo Doe" };
    const { paymentPlan } = await story.does("paymentPlanPropose", offer);
    await story.does("paymentPlanActivate", { paymentPlanId: given(paymentPlan).id });
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-01-01", rate: "1.1" });
    const other = await story.customer();
    const open = await story.invoice({ customerId: own, amount: "10.00" });
    const foreign = await story.invoice({ customerId: own, amount: "10.00", currency: "EUR" });
    const others = await story.invoice({ customerId: other, amount: "10.00" });
    const settled = await story.invoice({ customerId: own, amount: "10.00" });
    const receipt = await story.receipt({ customerId: own, amount: "15.00" });
    await story.apply(receipt, [{ invoiceId: settled.id, amount: "10.00" }]);
    const { openItems } = await story.ask<{ openItems: { nodes: { id: string; kind: string }[] } }>(
      "{ openItems { nodes { id kind } } }",
    );
    const credit = given(openItems.nodes.find(({ kind }) => kind === "RECEIPT")).id;
    const items = await Promise.all([open, foreign, others, settled].map((one) => story.itemOf(one)));
    const payload = await story.attempt("paymentPlanPropose", {
      openItemIds: [...items, credit, planned],
      schedule: monthly(2),
      contactName: " ",
      graceDays: 91,
    });
    const named = new Map([foreign, others, settled].map(({ number }, i) => [i + 1, number]));
    for (const { path, message } of payload.userErrors) {
      const number = named.get(Number(path[1]));
      if (number !== undefined) expect(message).toContain(number);
    }
    expect(payload.userErrors.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["REQUIRED", "contactName"],
      ["INVALID_VALUE", "graceDays"],
      ["INVALID_STATE", "openItemIds.3"],
      ["INVALID_STATE", "openItemIds.4"],
      ["INVALID_STATE", "openItemIds.5"],
      ["CURRENCY_MISMATCH", "openItemIds.1"],
      ["CUSTOMER_MISMATCH", "openItemIds.2"],
    ]);
  });

  it("is not activated when its items have less open than it is over, until it is amended", async () => {
    story = await book.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "1000.00" });
    const offer = { openItemIds: [await story.itemOf(invoice)], schedule: monthly(2), contactName: "Jo Doe" };
    const { paymentPlan } = await story.does("paymentPlanPropose", offer);
    const paymentPlanId = given(paymentPlan).id;
    const receipt = await story.receipt({ customerId, amount: "100.00" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "100.00" }]);
    expect(await story.isRefused("paymentPlanActivate", { paymentPlanId })).toEqual(["INVALID_STATE"]);
    await story.does("paymentPlanAmend", { paymentPlanId, schedule: monthly(2), reason: "Paid a part" });
    const stale = { paymentPlanId, expectedVersion: 1 };
    expect(await story.isRefused("paymentPlanActivate", stale)).toEqual(["STALE_VERSION"]);
    await story.does("paymentPlanActivate", { paymentPlanId, expectedVersion: 2 });
  });
});
