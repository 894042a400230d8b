import { describe, expect, it } from "vitest";
import { given, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");
const TODAY = "2026-03-10";
const TOMORROW = "2026-03-11";

describe("a report at a date", () => {
  it("shows 100 open today when 110 come in and are applied tomorrow, and tomorrow nothing but 10 unapplied", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-03-01" });
    const receipt = await story.receipt({ customerId, amount: "110.00", receivedOn: TOMORROW });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "100.00" }], TOMORROW);

    const today = await story.aging({ asOf: TODAY });
    const tomorrow = await story.aging({ asOf: TOMORROW });

    expect(today.totals).toMatchObject([
      {
        buckets: [{ amount: "100.00" }, {}, {}, {}, {}],
        unappliedCredits: { amount: "0.00" },
        balance: { amount: "100.00" },
      },
    ]);
    expect(tomorrow.totals).toMatchObject([
      {
        buckets: [{ amount: "0.00" }, {}, {}, {}, {}],
        unappliedCredits: { amount: "-10.00" },
        balance: { amount: "-10.00" },
      },
    ]);
  });

  it("does not take a payment dated today from money that comes in tomorrow", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-03-01" });
    const receipt = await story.receipt({ customerId, amount: "110.00", receivedOn: TOMORROW });
    const applications = [{ invoiceId: invoice.id, amount: "100.00" }];
    const codes = await story.isRefused("paymentApply", {
      receiptId: receipt.id,
      applications,
      effectiveDate: TODAY,
    });
    expect(codes).toContain("INVALID_DATE");
  });

  it("prints the same as before when the payment is unapplied later", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({
      customerId,
      amount: "100.00",
      terms: "30/50/20",
      documentDate: "2026-01-05",
    });
    const receipt = await story.receipt({ customerId, amount: "70.00", receivedOn: "2026-02-01" });
    const applied = await story.apply(receipt, [{ invoiceId: invoice.id, amount: "65.00" }], "2026-02-01");
    const before = await story.aging({ asOf: "2026-02-15" });

    await story.does("paymentUnapply", {
      applicationIds: applied,
      effectiveDate: "2026-03-01",
      reason: "wrong invoice",
    });

    // The same date is the same figures, because the payment stood then; only the instant of knowledge moved on.
    const after = await story.aging({ asOf: "2026-02-15" });
    expect({ ...after, knownAt: before.knownAt }).toEqual(before);
    expect(JSON.stringify(await story.aging({ asOf: "2026-02-15", knownAt: before.knownAt }))).toBe(
      JSON.stringify(before),
    );
    expect(await story.instalments(invoice)).toEqual(["30.00", "50.00", "20.00"]);
    expect(await story.instalments(invoice, "2026-02-15")).toEqual(["0.00", "15.00", "20.00"]);
  });

  it("is changed by a backdated payment when it is told today, and not as it was known then", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-01-05" });
    const then = await story.aging({ asOf: "2026-02-15" });
    expect(then.totals[0]?.balance.amount).toBe("100.00");

    const receipt = await story.receipt({ customerId, amount: "60.00", receivedOn: "2026-01-20" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "55.00" }], "2026-01-20");

    const now = await story.aging({ asOf: "2026-02-15" });
    expect(now.totals[0]).toMatchObject({
      balance: { amount: "40.00" },
      unappliedCredits: { amount: "-5.00" },
    });
    const asKnownThen = await story.aging({ asOf: "2026-02-15", knownAt: then.knownAt });
    expect(JSON.stringify(asKnownThen)).toBe(JSON.stringify(then));
  });

  it("keeps a void invoice in the reports of the days before it was void", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "80.00", documentDate: "2026-02-01" });
    await story.does("invoiceVoid", { invoiceId: invoice.id, effectiveDate: "2026-03-05" });
    expect((await story.aging({ asOf: "2026-03-04" })).totals[0]?.balance.amount).toBe("80.00");
    expect((await story.aging({ asOf: "2026-03-05" })).totals).toEqual([]);
  });

  it("does not let a backdated payment take what a later one has taken already", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-01-05" });
    const receipt = await story.receipt({ customerId, amount: "150.00", receivedOn: "2026-01-10" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "80.00" }], "2026-03-01");

    const backdated = { receiptId: receipt.id, effectiveDate: "2026-01-20" };
    const { userErrors } = await story.attempt("paymentApply", {
      ...backdated,
      applications: [{ invoiceId: invoice.id, amount: "20.01" }],
    });
    expect(given(userErrors[0])).toMatchObject({
      code: "AMOUNT_EXCEEDS_BALANCE",
      balance: { amount: "20.00" },
    });
    await story.does("paymentApply", {
      ...backdated,
      applications: [{ invoiceId: invoice.id, amount: "20.00" }],
    });
    expect(await story.instalments(invoice, "2026-02-01")).toEqual(["80.00"]);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });
});

describe("a report as known at an instant that has not come yet", () => {
  it("is refused at once, in words that say what to do", async () => {
    const story = await stories.begin();
    const knownAt = new Date(Date.now() + 60_000).toISOString();
    await expect(story.aging({ knownAt })).rejects.toThrow(
      /BAD_USER_INPUT: .*has not come yet.*Leave it out/,
    );
  }, 5_000);
});
