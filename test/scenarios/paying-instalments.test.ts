import { describe, expect, it } from "vitest";
import { storybook } from "../support/stories.js";

const stories = storybook();

describe("an invoice of 100 in terms 30/50/20", () => {
  it("paid 40, oldest due first, is open at 0, 40 and 20", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", terms: "30/50/20" });
    expect(await story.instalments(invoice)).toEqual(["30.00", "50.00", "20.00"]);

    const receipt = await story.receipt({ customerId, amount: "40.00" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "40.00" }]);

    expect(await story.instalments(invoice)).toEqual(["0.00", "40.00", "20.00"]);
    expect(await story.unapplied(receipt)).toBe("0.00");
  });

  it("paid by naming instalments, 20 on the last and 20 on the second, is open at 30, 30 and 0", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", terms: "30/50/20" });
    const receipt = await story.receipt({ customerId, amount: "40.00" });

    await story.apply(receipt, [
      { invoiceId: invoice.id, instalment: 3, amount: "20.00" },
      { invoiceId: invoice.id, instalment: 2, amount: "20.00" },
    ]);

    expect(await story.instalments(invoice)).toEqual(["30.00", "30.00", "0.00"]);
  });

  it("takes nothing when one part of a payment does not fit, and tells what the instalment has open", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", terms: "30/50/20" });
    const receipt = await story.receipt({ customerId, amount: "80.00" });

    const { userErrors } = await story.attempt("paymentApply", {
      receiptId: receipt.id,
      applications: [
        { invoiceId: invoice.id, instalment: 2, amount: "50.00" },
        { invoiceId: invoice.id, instalment: 3, amount: "20.01" },
      ],
    });

    expect(userErrors).toMatchObject([
      {
        __typename: "AmountExceedsBalance",
        path: ["applications", "1", "amount"],
        balance: { amount: "20.00", currency: "USD" },
      },
    ]);
    expect(await story.instalments(invoice)).toEqual(["30.00", "50.00", "20.00"]);
    expect(await story.unapplied(receipt)).toBe("80.00");
  });

  it("paid 99.99 still shows its cent, in aging too", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const receipt = await story.receipt({ customerId, amount: "99.99" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "99.99" }]);

    expect(await story.instalments(invoice)).toEqual(["0.01"]);
    const aging = await story.aging({ asOf: "2026-03-10" });
    expect(aging.totals).toMatchObject([
      { balance: { amount: "0.01", currency: "USD" }, unappliedCredits: { amount: "0.00" } },
    ]);
    expect(aging.totals[0]?.buckets.map((bucket) => bucket.amount)).toEqual([
      "0.01",
      "0.00",
      "0.00",
      "0.00",
      "0.00",
    ]);
  });

  it("splits what does not divide by the largest remainder, so that the instalments sum to it", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const thirds = [1, 2, 3].map((no) => ({ percent: no === 1 ? "33.34" : "33.33", netDays: no * 30 }));
    await story.does("paymentTermsCreate", { code: "THIRDS", name: "Three parts", instalments: thirds });
    const invoice = await story.invoice({ customerId, amount: "100.01", terms: "THIRDS" });
    expect(await story.instalments(invoice)).toEqual(["33.35", "33.33", "33.33"]);
  });
});
