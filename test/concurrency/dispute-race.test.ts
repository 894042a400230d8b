import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ABOUT, dispute, disputed, FOUND } from "../support/disputes.js";
import { given, type Payload, type Story, storybook } from "../support/stories.js";
import { deadlocksSoFar } from "./deadlocks.js";

/** Each story's books are verified after it by the storybook. */
const stories = storybook();

let story: Story;
let customerId: string;
let deadlocksBefore: number;
beforeEach(async () => {
  story = await stories.begin();
  customerId = await story.customer();
  deadlocksBefore = await deadlocksSoFar(story.api);
});
afterEach(async () => {
  expect(await deadlocksSoFar(story.api)).toBe(deadlocksBefore);
});

const done = (payload: Payload): boolean => payload.userErrors.length === 0;
const codes = (payloads: readonly Payload[]) =>
  payloads.flatMap(({ userErrors }) => userErrors.map((error) => error.code));

describe("disputes at the same moment", () => {
  it("are together of no more than the item has open, however many are opened", async () => {
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const asked = await Promise.all(
      Array.from({ length: 12 }, () =>
        story.attempt("disputeOpen", { invoiceId: invoice.id, amount: "30.00", ...ABOUT }),
      ),
    );
    expect(asked.filter(done)).toHaveLength(3);
    expect(new Set(codes(asked))).toEqual(new Set(["AMOUNT_EXCEEDS_BALANCE"]));
    expect(await disputed(story, invoice)).toEqual(["90.00"]);
  });

  it("and a payment: what is disputed is what is open at most, whoever comes first", async () => {
    for (let round = 0; round < 5; round++) {
      const invoice = await story.invoice({ customerId, amount: "100.00" });
      const receipt = await story.receipt({ customerId, amount: "70.00" });
      const [opened, paid] = await Promise.all([
        story.attempt("disputeOpen", { invoiceId: invoice.id, amount: "60.00", ...ABOUT }),
        story.attempt("paymentApply", {
          receiptId: receipt.id,
          applications: [{ invoiceId: invoice.id, amount: "70.00" }],
        }),
      ]);
      expect(done(paid)).toBe(true);
      expect(await story.instalments(invoice)).toEqual(["30.00"]);
      expect(await disputed(story, invoice)).toEqual([done(opened) ? "30.00" : "0.00"]);
      if (!done(opened)) expect(codes([opened])).toEqual(["AMOUNT_EXCEEDS_BALANCE"]);
    }
  });

  it("and a plan: no plan becomes active over what is disputed already", async () => {
    for (let round = 0; round < 5; round++) {
      const invoice = await story.invoice({ customerId, amount: "100.00" });
      const { paymentPlan } = await story.does("paymentPlanPropose", {
        openItemIds: [await story.itemOf(invoice)],
        schedule: { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2026-04-01" } },
        contactName: "Jo Doe",
      });
      const paymentPlanId = given(paymentPlan).id;
      const [opened, activated] = await Promise.all([
        story.attempt("disputeOpen", { invoiceId: invoice.id, ...ABOUT }),
        story.attempt("paymentPlanActivate", { paymentPlanId }),
      ]);
      expect(done(opened)).toBe(true);
      if (!done(activated)) expect(codes([activated])).toEqual(["INVALID_STATE"]);
    }
  });

  it("are settled once by one document, however many name it", async () => {
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const ids = [];
    for (let n = 0; n < 4; n++) ids.push(await dispute(story, invoice, { amount: "25.00" }));
    const part = { openItemId: await story.itemOf(invoice), amount: "50.00", reasonCode: "UNCOLLECTIBLE" };
    const { writeOff } = await story.does("writeOffRequest", part);
    const settled = { resolution: "WRITE_OFF", settledBy: [given(writeOff).id], ...FOUND };
    const asked = await Promise.all(
      ids.map((disputeId) => story.attempt("disputeResolve", { disputeId, ...settled })),
    );
    expect(asked.filter(done)).toHaveLength(2);
    expect(codes(asked)).toEqual(["INVALID_VALUE", "INVALID_VALUE"]);
  });

  it("end once: two who close one are told of each other", async () => {
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const disputeId = await dispute(story, invoice);
    const asked = await Promise.all([
      story.attempt("disputeWithdraw", { disputeId, reason: "A mistake" }),
      story.attempt("disputeResolve", { disputeId, resolution: "REJECTED", ...FOUND }),
    ]);
    expect(asked.filter(done)).toHaveLength(1);
    expect(codes(asked)).toEqual(["INVALID_STATE"]);
  });
});
