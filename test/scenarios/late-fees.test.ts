import { describe, expect, it } from "vitest";
import { lateFees, policy, preview } from "../support/late-fees.js";
import { given, storybook } from "../support/stories.js";

/** An invoice of 2025-12-25 in NET30 was due on 2026-01-24 and is 45 days late on 2026-03-10. */
const book = storybook("2026-03-10");
const DUE_45_DAYS_AGO = "2025-12-25";

describe("Late fees", () => {
  it("on 10,000 that are 45 days late, at 18 % a year after 10 days of grace, are 221.92", async () => {
    const story = await book.begin();
    await policy(story, { graceDays: 10 });
    const customerId = await story.customer();
    await story.invoice({ customerId, amount: "10000.00", documentDate: DUE_45_DAYS_AGO });
    const [would] = await preview(story);
    expect(would).toMatchObject({
      amount: { amount: "221.92" },
      lines: [
        {
          kind: "INTEREST",
          fromDate: "2026-01-25",
          toDate: "2026-03-10",
          days: 45,
          principal: { amount: "10000.00" },
          annualRatePercent: "18",
          amount: { amount: "221.92" },
        },
      ],
    });
    const { totals } = await story.does("lateFeeRun", {});
    expect(totals).toEqual([{ currency: "USD", fees: 1, amount: { amount: "221.92" } }]);
    const [fee] = await lateFees(story);
    expect(fee).toMatchObject({
      number: "LF-000001",
      documentDate: "2026-03-10",
      amount: { amount: "221.92" },
      openItem: { kind: "LATE_FEE", dueDate: "2026-03-10", openAmount: { amount: "221.92" } },
      journalEntry: { kind: "LATE_FEE" },
    });
    expect(given(fee).lines).toEqual(given(would).lines);
    expect(await story.account("Late-fee income", "USD")).toMatchObject({ amount: "-221.92" });
    expect(await story.account("Accounts receivable", "USD")).toMatchObject({ amount: "10221.92" });
  });

  it("charge nothing in the days of grace, nor what was paid in them", async () => {
    const story = await book.begin();
    await policy(story, { graceDays: 10 });
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "1000.00", documentDate: DUE_45_DAYS_AGO });
    expect(await preview(story, "2026-02-03")).toEqual([]);
    const receipt = await story.receipt({ customerId, amount: "600.00", receivedOn: "2026-01-30" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "600.00" }], "2026-01-30");
    expect(await preview(story, "2026-02-04")).toMatchObject([
      {
        lines: [{ fromDate: "2026-01-25", toDate: "2026-02-04", days: 11, principal: { amount: "400.00" } }],
      },
    ]);
  });

  it("begin after the days of grace when these are free", async () => {
    const story = await book.begin();
    await policy(story, { graceDays: 10, graceDaysFree: true });
    const customerId = await story.customer();
    await story.invoice({ customerId, amount: "10000.00", documentDate: DUE_45_DAYS_AGO });
    expect(await preview(story)).toMatchObject([
      { amount: { amount: "172.60" }, lines: [{ fromDate: "2026-02-04", days: 35 }] },
    ]);
  });

  it("are not charged again on the same day, and later only for the days since, on what is left", async () => {
    const story = await book.begin();
    await policy(story);
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "10000.00", documentDate: DUE_45_DAYS_AGO });
    await story.does("lateFeeRun", { asOf: "2026-02-13" });
    expect((await story.does("lateFeeRun", { asOf: "2026-02-13" })).totals).toEqual([]);
    const receipt = await story.receipt({ customerId, amount: "4000.00", receivedOn: "2026-02-23" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "4000.00" }], "2026-02-23");
    await story.does("lateFeeRun", {});
    expect((await lateFees(story)).map(({ amount, lines }) => [amount.amount, lines])).toMatchObject([
      ["98.63", [{ fromDate: "2026-01-25", toDate: "2026-02-13", days: 20 }]],
      [
        "93.70",
        [
          { fromDate: "2026-02-14", toDate: "2026-02-23", days: 10, principal: { amount: "10000.00" } },
          { fromDate: "2026-02-24", toDate: "2026-03-10", days: 15, principal: { amount: "6000.00" } },
        ],
      ],
    ]);
  });

  it("are charged up to the day of payment on what was paid late before the run", async () => {
    const story = await book.begin();
    await policy(story, { graceDays: 5 });
    const customerId = await story.customer();
    const pay = async (amount: string, on: string) => {
      const invoice = await story.invoice({ customerId, amount, documentDate: DUE_45_DAYS_AGO });
      const receipt = await story.receipt({ customerId, amount, receivedOn: on });
      await story.apply(receipt, [{ invoiceId: invoice.id, amount }], on);
    };
    await pay("365.00", "2026-01-29");
    await pay("3650.00", "2026-02-13");
    expect(await preview(story)).toMatchObject([
      { amount: { amount: "36.00" }, lines: [{ fromDate: "2026-01-25", toDate: "2026-02-13", days: 20 }] },
    ]);
  });

  it("bear no late fees themselves, unless the policy compounds", async () => {
    const charged = async (compounding: boolean) => {
      const story = await book.begin();
      await policy(story, { compounding });
      const customerId = await story.customer();
      await story.invoice({ customerId, amount: "36500.00", documentDate: DUE_45_DAYS_AGO });
      await story.does("lateFeeRun", { asOf: "2026-02-28" });
      await story.does("lateFeeRun", {});
      return (await lateFees(story)).map(({ amount }) => amount.amount);
    };
    expect(await charged(false)).toEqual(["630.00", "180.00"]);
    expect(await charged(true)).toEqual(["630.00", "183.11"]);
  });

  it("are at least the month's minimum, once, and at most its maximum, however often they are run", async () => {
    const story = await book.begin();
    await policy(story, { minimumFee: "10.00", maximumFee: "40.00" });
    const small = await story.customer();
    const large = await story.customer();
    await story.invoice({ customerId: small, amount: "100.00", documentDate: DUE_45_DAYS_AGO });
    await story.invoice({ customerId: large, amount: "3650.00", documentDate: DUE_45_DAYS_AGO });
    for (const asOf of ["2026-02-13", "2026-02-20", "2026-02-28", "2026-03-01", "2026-03-10"]) {
      await story.does("lateFeeRun", { asOf });
    }
    const fees = await lateFees(story);
    expect(fees.map(({ documentDate, amount }) => [documentDate, amount.amount])).toEqual([
      ["2026-02-13", "10.00"],
      ["2026-02-13", "36.00"],
      ["2026-02-20", "4.00"],
      ["2026-03-01", "10.00"],
      ["2026-03-01", "10.00"],
      ["2026-03-10", "8.00"],
    ]);
    const kinds = fees.map(({ lines }) => lines.map(({ kind, amount }) => [kind, amount.amount]));
    expect(kinds[0]).toEqual([
      ["INTEREST", "0.99"],
      ["MINIMUM", "9.01"],
    ]);
    expect(kinds[2]).toEqual([
      ["INTEREST", "12.60"],
      ["MAXIMUM", "-8.60"],
    ]);
    expect(kinds[5]).toEqual([
      ["INTEREST", "16.20"],
      ["MINIMUM", "-8.20"],
    ]);
  });

  it("are a flat fee for each item, once, beside interest or without", async () => {
    const story = await book.begin();
    await policy(story, { annualRatePercent: null, flatFee: "25.00", graceDays: 3 });
    const customerId = await story.customer();
    await story.invoice({ customerId, amount: "100.00", documentDate: DUE_45_DAYS_AGO });
    await story.invoice({ customerId, amount: "70.00", documentDate: "2026-02-01" });
    await story.does("lateFeeRun", { asOf: "2026-02-01" });
    await story.does("lateFeeRun", {});
    const amounts = (await lateFees(story)).map(({ amount }) => amount.amount);
    expect(amounts).toEqual(["25.00", "25.00"]);
  });

  it("of a whole month are a twelfth of the rate when months have 30 days", async () => {
    const story = await book.begin();
    await policy(story, { dayCount: "THIRTY_360", annualRatePercent: "12" });
    const customerId = await story.customer();
    await story.invoice({ customerId, amount: "1000.00", documentDate: "2026-01-01" });
    for (const asOf of ["2026-01-31", "2026-02-15", "2026-02-28"]) await story.does("lateFeeRun", { asOf });
    expect((await lateFees(story)).map(({ amount }) => amount.amount)).toEqual(["5.00", "5.00"]);
  });

  it("go by the policy of each day, and a version changes nothing before its day", async () => {
    const story = await book.begin();
    await policy(story, { effectiveFrom: "2026-02-01" });
    await policy(story, { effectiveFrom: "2026-03-01", annualRatePercent: "36.5" });
    const customerId = await story.customer();
    await story.invoice({ customerId, amount: "1000.00", documentDate: DUE_45_DAYS_AGO });
    const asOfFebruary = await preview(story, "2026-02-28");
    expect(await preview(story)).toMatchObject([
      {
        lines: [
          {
            fromDate: "2026-02-01",
            toDate: "2026-02-28",
            annualRatePercent: "18",
            amount: { amount: "13.81" },
          },
          {
            fromDate: "2026-03-01",
            toDate: "2026-03-10",
            annualRatePercent: "36.5",
            amount: { amount: "10.00" },
          },
        ],
      },
    ]);
    expect(
      await story.isRefused("lateFeePolicySet", { currency: "USD", effectiveFrom: "2026-02-28" }),
    ).toEqual(["INVALID_DATE"]);
    await policy(story, { effectiveFrom: "2026-03-05", annualRatePercent: null });
    expect(await preview(story)).toEqual([]);
    expect(await preview(story, "2026-02-28")).toEqual(asOfFebruary);
    expect(await story.isRefused("lateFeeRun", {})).toEqual(["INVALID_STATE"]);
  });

  it("leave exempt customers, those with little that is late, credits, and other currencies", async () => {
    const story = await book.begin();
    await policy(story, { minimumBalance: "100.00" });
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2025-01-01", rate: "1.1" });
    const [exempt, little, other, owing] = [
      await story.customer(),
      await story.customer(),
      await story.customer({ currency: "EUR" }),
      await story.customer(),
    ];
    const documentDate = DUE_45_DAYS_AGO;
    await story.invoice({ customerId: exempt, amount: "1000.00", documentDate });
    await story.invoice({ customerId: little, amount: "99.99", documentDate });
    await story.invoice({ customerId: other, amount: "1000.00", documentDate, currency: "EUR" });
    await story.invoice({ customerId: owing, amount: "100.00", documentDate });
    await story.receipt({ customerId: owing, amount: "500.00", receivedOn: "2026-01-01" });
    const exemption = { customerId: exempt, reason: "Strategic", effectiveFrom: "2026-01-01" };
    await story.does("lateFeeExemptionSet", { ...exemption, isExempt: true });
    expect(await preview(story)).toMatchObject([{ customer: { number: "C-4" }, amount: { amount: "2.22" } }]);
    await story.does("lateFeeExemptionSet", { ...exemption, isExempt: false, effectiveFrom: "2026-03-01" });
    expect(await preview(story)).toMatchObject([
      { customer: { number: "C-1" }, lines: [{ fromDate: "2026-03-01", toDate: "2026-03-10", days: 10 }] },
      { customer: { number: "C-4" } },
    ]);
  });

  it("are charged to the customers that are named, in their own currency, at the day's rate", async () => {
    const story = await book.begin();
    await policy(story, { currency: "EUR" });
    const customerId = await story.customer({ currency: "EUR" });
    const other = await story.customer({ currency: "EUR" });
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2025-01-01", rate: "1.1" });
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-03-01", rate: "1.2" });
    for (const its of [customerId, other]) {
      await story.invoice({
        customerId: its,
        amount: "3650.00",
        currency: "EUR",
        documentDate: DUE_45_DAYS_AGO,
      });
    }
    const { totals } = await story.does("lateFeeRun", { customerIds: [customerId] });
    expect(totals).toEqual([{ currency: "EUR", fees: 1, amount: { amount: "81.00" } }]);
    expect(await story.account("Late-fee income", "EUR")).toEqual({ amount: "-81.00", functional: "-97.20" });
    expect(await preview(story)).toMatchObject([{ customer: { number: "C-2" } }]);
  });
});
