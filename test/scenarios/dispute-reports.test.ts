import { afterEach, describe, expect, it } from "vitest";
import { ABOUT, agedDisputes, dispute, disputed, FOUND, read } from "../support/disputes.js";
import { policy, preview } from "../support/late-fees.js";
import { given, type Story, storybook } from "../support/stories.js";

const TODAY = "2026-03-10";
const book = storybook(TODAY);

let story: Story;
afterEach(() => on(TODAY));

/** Lets the days pass. */
function on(date: string): void {
  story.api.clock.now = new Date(`${date}T12:00:00Z`);
}

async function begin(overrides: object = {}): Promise<string> {
  story = await book.begin(overrides);
  return story.customer();
}

/** The instant up to which everything that was done so far is known. */
async function now(): Promise<string> {
  return (await agedDisputes(story)).knownAt;
}

describe("What is disputed", () => {
  it("is told for any date as it was known at any time", async () => {
    const customerId = await begin();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-01" });
    const atFirst = await now();
    const disputeId = await dispute(story, invoice, { amount: "60.00" });
    const opened = await now();
    on("2026-03-15");
    await story.does("disputeReview", { disputeId });
    on("2026-03-20");
    await story.does("disputeResolve", { disputeId, resolution: "REJECTED", ...FOUND });
    const told = async (asOf: string, knownAt: string | null = null) => {
      const { disputedAmount, statusAt } = await read(story, disputeId, { asOf, knownAt });
      const { disputed: aged } = await agedDisputes(story, { asOf, knownAt });
      expect([aged, ...(await disputed(story, invoice, { asOf, knownAt }))]).toEqual([
        disputedAmount.amount,
        disputedAmount.amount,
      ]);
      return [statusAt, disputedAmount.amount];
    };
    expect(await told("2026-03-09")).toEqual([null, "0.00"]);
    expect(await told("2026-03-14")).toEqual(["OPEN", "60.00"]);
    expect(await told("2026-03-19")).toEqual(["UNDER_REVIEW", "60.00"]);
    expect(await told("2026-03-20")).toEqual(["RESOLVED", "0.00"]);
    expect(await told("2026-03-20", atFirst)).toEqual([null, "0.00"]);
    expect(await told("2026-03-20", opened)).toEqual(["OPEN", "60.00"]);
  });

  it("is never more than what is open: a payment takes what is not disputed first, and what bounces is disputed again", async () => {
    const customerId = await begin();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const older = await dispute(story, invoice, { amount: "50.00" });
    const newer = await dispute(story, invoice, { amount: "30.00" });
    const amounts = async () => [
      (await read(story, older)).disputedAmount.amount,
      (await read(story, newer)).disputedAmount.amount,
      ...(await disputed(story, invoice)),
    ];
    const first = await story.receipt({ customerId, amount: "20.00" });
    await story.apply(first, [{ invoiceId: invoice.id, amount: "20.00" }]);
    expect(await amounts()).toEqual(["50.00", "30.00", "80.00"]);
    const second = await story.receipt({ customerId, amount: "75.00" });
    const [applicationId] = await story.apply(second, [{ invoiceId: invoice.id, amount: "45.00" }]);
    expect(await amounts()).toEqual(["35.00", "0.00", "35.00"]);
    expect(await story.isRefused("disputeOpen", { invoiceId: invoice.id, ...ABOUT })).toEqual([
      "INVALID_STATE",
    ]);
    await story.does("paymentUnapply", { applicationIds: [applicationId] });
    expect(await amounts()).toEqual(["50.00", "30.00", "80.00"]);
    await story.apply(second, [{ invoiceId: invoice.id, amount: "75.00" }]);
    expect(await amounts()).toEqual(["5.00", "0.00", "5.00"]);
    await story.does("receiptReverse", { receiptId: second.id, reason: "Bounced" });
    expect(await amounts()).toEqual(["50.00", "30.00", "80.00"]);
  });

  it("stands in the aging as a part of the bucket of its item", async () => {
    const customerId = await begin();
    const late = await story.invoice({ customerId, amount: "600.00", documentDate: "2025-12-01" });
    await story.invoice({ customerId, amount: "400.00", documentDate: "2026-03-01" });
    await dispute(story, late, { amount: "250.00" });
    expect(await agedDisputes(story)).toMatchObject({
      balance: "1000.00",
      buckets: ["400.00", "0.00", "0.00", "600.00", "0.00"],
      disputed: "250.00",
      disputedBuckets: ["0.00", "0.00", "0.00", "250.00", "0.00"],
      rows: [{ disputed: { amount: "250.00" } }],
    });
    const byLine = await agedDisputes(story, { by: ["PRODUCT_LINE"] });
    expect(byLine.rows.map((row) => row.disputed.amount)).toEqual(["250.00"]);
  });

  it("is of an item on a plan too: the plan goes on, and the part that is due last is disputed first", async () => {
    const customerId = await begin();
    const invoice = await story.invoice({ customerId, amount: "1000.00", documentDate: "2025-12-01" });
    const { paymentPlan } = await story.does("paymentPlanPropose", {
      openItemIds: [await story.itemOf(invoice)],
      schedule: { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2026-03-15" } },
      contactName: "Jo Doe",
      graceDays: 0,
    });
    const paymentPlanId = given(paymentPlan).id;
    await story.does("paymentPlanActivate", { paymentPlanId });
    const disputeId = await dispute(story, invoice, { amount: "600.00" });
    const data = await story.ask<{ dispute: { items: { openItem: { paymentPlan: { number: string } } }[] } }>(
      "query ($id: ID!) { dispute(id: $id) { items { openItem { paymentPlan { number } } } } }",
      { id: disputeId },
    );
    expect(data.dispute.items[0]?.openItem.paymentPlan.number).toBe("PP-000001");
    expect(await story.does("paymentPlanReview", {})).toMatchObject({ reviewed: 1, missed: 0 });
    on("2026-03-16");
    expect(await agedDisputes(story, { basis: "PLAN" })).toMatchObject({
      buckets: ["500.00", "500.00", "0.00", "0.00", "0.00"],
      disputedBuckets: ["500.00", "100.00", "0.00", "0.00", "0.00"],
      disputed: "600.00",
      onPlan: "1000.00",
    });
    expect(await story.does("paymentPlanReview", {})).toMatchObject({ reviewed: 1, missed: 1 });
    const amend = {
      paymentPlanId,
      schedule: { equal: { count: 3, frequency: "MONTHLY", firstDueDate: "2026-04-15" } },
      reason: "Asked for",
    };
    const { userErrors } = await story.attempt("paymentPlanAmend", amend);
    expect(userErrors.map(({ code, path, message }) => [code, path.join("."), message])).toEqual([
      [
        "INVALID_STATE",
        "paymentPlanId",
        `${invoice.number} is disputed (DSP-000001); a plan is over what is accepted. Resolve or withdraw that first.`,
      ],
    ]);
    await story.does("disputeWithdraw", { disputeId, reason: "Accepted after all" });
    await story.does("paymentPlanAmend", amend);
  });

  it("is in no payment plan that is proposed or activated", async () => {
    const customerId = await begin();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const openItemIds = [await story.itemOf(invoice)];
    const schedule = { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2026-03-15" } };
    const offer = { openItemIds, schedule, contactName: "Jo Doe" };
    const { paymentPlan } = await story.does("paymentPlanPropose", offer);
    const disputeId = await dispute(story, invoice, { amount: "1.00" });
    const refused = await story.attempt("paymentPlanPropose", offer);
    expect(refused.userErrors).toMatchObject([
      { code: "INVALID_STATE", path: ["openItemIds", "0"], message: expect.stringContaining("(DSP-000001)") },
    ]);
    const paymentPlanId = given(paymentPlan).id;
    const { userErrors } = await story.attempt("paymentPlanActivate", { paymentPlanId });
    expect(userErrors).toMatchObject([{ code: "INVALID_STATE", path: ["paymentPlanId"] }]);
    await story.does("disputeResolve", { disputeId, resolution: "REJECTED", ...FOUND });
    await story.does("paymentPlanActivate", { paymentPlanId });
  });

  it("bears no late fees on the days on which it was disputed", async () => {
    const customerId = await begin();
    await policy(story);
    on("2026-02-03");
    const invoice = await story.invoice({ customerId, amount: "3650.00", documentDate: "2025-12-25" });
    const disputeId = await dispute(story, invoice, { amount: "1650.00" });
    on("2026-02-20");
    await story.does("disputeResolve", { disputeId, resolution: "REJECTED", ...FOUND });
    on(TODAY);
    const whole = await dispute(story, invoice);
    expect(await preview(story)).toMatchObject([
      {
        lines: [
          { fromDate: "2026-01-25", toDate: "2026-02-02", principal: { amount: "3650.00" } },
          { fromDate: "2026-02-03", toDate: "2026-02-19", principal: { amount: "2000.00" } },
          { fromDate: "2026-02-20", toDate: "2026-03-09", principal: { amount: "3650.00" } },
        ],
      },
    ]);
    await story.does("lateFeeRun", {});
    on("2026-03-20");
    await story.does("disputeWithdraw", { disputeId: whole, reason: "Accepted after all" });
    expect(await preview(story, "2026-03-20")).toMatchObject([
      {
        lines: [{ fromDate: "2026-03-20", toDate: "2026-03-20", days: 1, principal: { amount: "3650.00" } }],
      },
    ]);
  });

  it("is listed by what is asked for, in the order that is asked for", async () => {
    const customerId = await begin();
    const first = await story.invoice({ customerId, amount: "100.00" });
    const second = await story.invoice({ customerId, amount: "50.00" });
    await dispute(story, first, { amount: "60.00", ownerDepartment: "Logistics" });
    const disputeId = await dispute(story, second, { reasonCode: "TAX" });
    await dispute(story, first, { amount: "10.00" });
    await story.does("disputeResolve", { disputeId, resolution: "REJECTED", ...FOUND });
    const list = async (where: object, orderBy: object[] = []) => {
      const data = await story.ask<{ disputes: { totalCount: number; nodes: { number: string }[] } }>(
        "query ($where: DisputeWhere, $orderBy: [DisputeOrder!]) { disputes(where: $where, orderBy: $orderBy) { totalCount nodes { number } } }",
        { where, orderBy },
      );
      return data.disputes.nodes.map(({ number }) => Number(number.slice(-1)));
    };
    expect(await list({})).toEqual([3, 2, 1]);
    expect(await list({ status: { in: ["OPEN", "UNDER_REVIEW"] } }, [{ field: "AMOUNT" }])).toEqual([3, 1]);
    expect(await list({ invoiceId: { eq: first.id }, ownerDepartment: { eq: "Logistics" } })).toEqual([1]);
    expect(await list({ or: [{ reasonCode: { eq: "TAX" } }, { amount: { gt: "59" } }] })).toEqual([2, 1]);
    expect(await list({}, [{ field: "CLOSED_ON", direction: "ASC" }])).toEqual([2, 1, 3]);
    const data = await story.ask<{ invoice: { disputes: { number: string }[] } }>(
      "query ($id: ID!) { invoice(id: $id) { disputes { number } } }",
      { id: first.id },
    );
    expect(data.invoice.disputes.map(({ number }) => number)).toEqual(["DSP-000001", "DSP-000003"]);
  });
});
