import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const TODAY = "2026-03-10";
const book = storybook(TODAY);

interface ChargedPlan {
  readonly status: string;
  readonly amount: { readonly amount: string };
  readonly outstanding: { readonly amount: string };
  readonly chargeKind: string | null;
  readonly chargeAmount: { readonly amount: string } | null;
  readonly charge: {
    readonly number: string;
    readonly dueDate: string;
    readonly openItem: { id: string };
  } | null;
  readonly instalments: readonly { readonly paidAmount: { readonly amount: string } }[];
}

async function planOf(story: Story, id: string): Promise<ChargedPlan> {
  const { paymentPlan } = await story.ask<{ paymentPlan: ChargedPlan }>(
    `query ($id: ID!) { paymentPlan(id: $id) { status amount { amount } outstanding { amount } chargeKind
       chargeAmount { amount } charge { number dueDate openItem { id } } instalments { paidAmount { amount } } } }`,
    { id },
  );
  return paymentPlan;
}

const monthly = (count: number) => ({ equal: { count, frequency: "MONTHLY", firstDueDate: "2026-04-01" } });

/** A plan in three instalments over an invoice of 1,000.00, with a fee or interest. */
async function offered(charge: object, more: { currency?: string } = {}) {
  const story = await book.begin();
  if (more.currency) {
    await story.does("exchangeRateSet", { currency: more.currency, rateDate: "2026-01-01", rate: "1.10" });
    await story.does("exchangeRateSet", { currency: more.currency, rateDate: TODAY, rate: "1.25" });
  }
  const customerId = await story.customer(more);
  const its = { customerId, amount: "1000.00", documentDate: "2026-01-05", ...more };
  const openItemIds = [await story.itemOf(await story.invoice(its))];
  const offer = { openItemIds, charge, schedule: monthly(3), contactName: "Jo Doe" };
  const preview = await story.does("paymentPlanPropose", { ...offer, validateOnly: true });
  const { paymentPlan } = await story.does("paymentPlanPropose", offer);
  return { story, customerId, offer, preview, paymentPlanId: given(paymentPlan).id };
}

describe("The fee of a payment plan", () => {
  it("is a part of its schedule, is posted as a debit memo when it is activated, and is paid by its instalments", async () => {
    const { story, customerId, preview, paymentPlanId } = await offered({ kind: "FEE", amount: "50.00" });
    expect(given(preview.schedule).map(({ amount }) => amount.amount)).toEqual([
      "350.00",
      "350.00",
      "350.00",
    ]);
    expect(await story.account("Late-fee income", "USD")).toMatchObject({ amount: "0" });
    expect(await planOf(story, paymentPlanId)).toMatchObject({
      ...{ amount: { amount: "1050.00" }, outstanding: { amount: "1000.00" } },
      ...{ chargeKind: "FEE", chargeAmount: { amount: "50.00" }, charge: null },
    });

    const { wouldPost } = await story.does("paymentPlanActivate", { paymentPlanId, validateOnly: true });
    expect(given(wouldPost)).toMatchObject([
      { kind: "DEBIT_MEMO", effectiveDate: TODAY, lines: [{ amount: "50.00" }, { amount: "-50.00" }] },
    ]);
    await story.does("paymentPlanActivate", { paymentPlanId });
    expect(await story.account("Late-fee income", "USD")).toMatchObject({ amount: "-50.00" });
    expect(await planOf(story, paymentPlanId)).toMatchObject({
      ...{ outstanding: { amount: "1050.00" }, charge: { number: "DM-000001", dueDate: "2026-04-01" } },
      instalments: [0, 1, 2].map(() => ({ paidAmount: { amount: "0.00" } })),
    });

    const receipt = await story.receipt({ customerId, amount: "1050.00" });
    const pay = (amount: string) =>
      story.does("paymentPlanPay", { paymentPlanId, receiptId: receipt.id, amount });
    await pay("1020.00");
    expect((await planOf(story, paymentPlanId)).outstanding.amount).toBe("30.00");
    const { paymentPlan } = await pay("30.00");
    expect(given(paymentPlan).status).toBe("COMPLETED");
  });

  it("stays owed when the plan is cancelled, unless it is to be reversed", async () => {
    const { story, paymentPlanId } = await offered({ kind: "FEE", amount: "50.00" });
    const cancel = { paymentPlanId, reason: "Refinanced" };
    expect(await story.isRefused("paymentPlanCancel", { ...cancel, reverseCharge: true })).toEqual([
      "INVALID_STATE",
    ]);
    await story.does("paymentPlanActivate", { paymentPlanId });
    const { wouldPost } = await story.does("paymentPlanCancel", {
      ...cancel,
      reverseCharge: true,
      validateOnly: true,
    });
    expect(given(wouldPost).map(({ kind }) => kind)).toEqual(["REVERSAL"]);
    await story.does("paymentPlanCancel", cancel);
    expect(await planOf(story, paymentPlanId)).toMatchObject({ outstanding: { amount: "1050.00" } });
  });

  it("is reversed with the plan as long as nothing of it is paid", async () => {
    const paid = await offered({ kind: "FEE", amount: "50.00" });
    for (const amount of [null, "10.00"]) {
      const { story, customerId, paymentPlanId } = amount
        ? paid
        : await offered({ kind: "FEE", amount: "50.00" });
      await story.does("paymentPlanActivate", { paymentPlanId });
      const cancel = { paymentPlanId, reason: "Refinanced", reverseCharge: true };
      if (amount) {
        const receipt = await story.receipt({ customerId, amount });
        const { charge } = await planOf(story, paymentPlanId);
        await story.apply(receipt, [{ openItemId: given(charge).openItem.id, amount }]);
        const { userErrors } = await story.attempt("paymentPlanCancel", cancel);
        expect(userErrors).toMatchObject([{ code: "INVALID_STATE", path: ["reverseCharge"] }]);
      } else {
        await story.does("paymentPlanCancel", cancel);
        expect(await story.account("Late-fee income", "USD")).toMatchObject({ amount: "0.00" });
        expect((await planOf(story, paymentPlanId)).outstanding.amount).toBe("1000.00");
      }
    }
  });

  it("stays a part of the schedule when the plan is amended before it is active, and after", async () => {
    const { story, paymentPlanId } = await offered({ kind: "FEE", amount: "50.00" });
    const amend = { paymentPlanId, schedule: monthly(2), reason: "Pays faster" };
    const amounts = async () => given((await story.does("paymentPlanAmend", amend)).schedule);
    expect((await amounts()).map(({ amount }) => amount.amount)).toEqual(["525.00", "525.00"]);
    await story.does("paymentPlanActivate", { paymentPlanId });
    expect((await amounts()).map(({ amount }) => amount.amount)).toEqual(["525.00", "525.00"]);
  });
});

describe("The interest of a payment plan", () => {
  it("in a foreign currency is booked at the rate of the day on which the plan is activated", async () => {
    const { story, paymentPlanId } = await offered(
      { kind: "INTEREST", amount: "20.00" },
      { currency: "EUR" },
    );
    await story.does("paymentPlanActivate", { paymentPlanId });
    expect(await story.account("Late-fee income", "EUR")).toEqual({ amount: "-20.00", functional: "-25.00" });
  });

  it("above the limit for debit memos lets the activation wait, and the plan stays proposed until it is approved", async () => {
    const { story, paymentPlanId } = await offered({ kind: "INTEREST", amount: "2000.00" });
    const as = (person: string, role: string) => story.api.tokenOf(person, [role], story.tenant);
    const specialist = await as("sam", "AR_SPECIALIST");
    const { approval } = await story.does("paymentPlanActivate", { paymentPlanId }, specialist);
    expect((await planOf(story, paymentPlanId)).status).toBe("PROPOSED");
    const decision = { approvalId: given(approval).id };
    await story.does("approvalApprove", decision, await as("mia", "AR_MANAGER"));
    expect(await planOf(story, paymentPlanId)).toMatchObject({
      status: "ACTIVE",
      outstanding: { amount: "3000.00" },
    });
  });

  it("at a rate is worked out on what is left until each instalment is due", async () => {
    const { preview, story, paymentPlanId } = await offered({ kind: "INTEREST", annualRatePercent: "7.3" });
    // 1,000.00 for 22 days, 666.66 for 30 and 333.33 for 31, at 7.3 per cent: 4.40 + 4.00 + 2.07.
    expect(given(preview.chargeAmount).amount).toBe("10.47");
    expect(given(preview.schedule).map(({ amount }) => amount.amount)).toEqual([
      "336.83",
      "336.82",
      "336.82",
    ]);
    await story.does("paymentPlanActivate", { paymentPlanId });
    expect(await story.account("Late-fee income", "USD")).toMatchObject({ amount: "-10.47" });
  });

  it("at a rate is refused with all that is wrong with it", async () => {
    const { story, offer } = await offered({ kind: "INTEREST", amount: "20.00" });
    const refused = async (charge: object, schedule: object = monthly(3)) => {
      const { userErrors } = await story.attempt("paymentPlanPropose", { ...offer, charge, schedule });
      return userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);
    };
    const annualRatePercent = "8";
    expect(await refused({ kind: "INTEREST" })).toEqual(["REQUIRED charge"]);
    expect(await refused({ kind: "INTEREST", annualRatePercent, amount: "5.00" })).toEqual([
      "REQUIRED charge",
    ]);
    const instalments = [{ dueDate: "2026-04-01", amount: "1000.00" }];
    const at = "INVALID_VALUE charge.annualRatePercent";
    expect(await refused({ kind: "FEE", annualRatePercent: "101" }, { instalments })).toEqual([at, at, at]);
    expect(await refused({ kind: "INTEREST", annualRatePercent: "0.000001" })).toEqual([at]);
  });

  it("is refused when it is not an amount of the plan's currency", async () => {
    const { story, offer } = await offered({ kind: "INTEREST", amount: "20.00" });
    const refused = async (amount: string) => {
      const { userErrors } = await story.attempt("paymentPlanPropose", {
        ...offer,
        charge: { kind: "INTEREST", amount },
      });
      return userErrors.map(({ code, path }) => [code, path.join(".")]);
    };
    expect(await refused("0.00")).toEqual([["INVALID_AMOUNT", "charge.amount"]]);
    expect(await refused("1.005")).toEqual([["INVALID_AMOUNT", "charge.amount"]]);
  });
});
