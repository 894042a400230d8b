import { describe, expect, it } from "vitest";
import { given, type MoneyValue, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

interface Rate {
  readonly bucket: { readonly label: string };
  readonly reached: MoneyValue;
  readonly neverPaid: MoneyValue;
  readonly lossPercent: string | null;
  readonly items: readonly {
    readonly openItem: { readonly documentNumber: string };
    readonly reached: MoneyValue;
    readonly neverPaid: MoneyValue;
  }[];
}

interface Report {
  readonly asOf: string;
  readonly segments: readonly {
    readonly segment: string | null;
    readonly itemCount: number;
    readonly rates: readonly Rate[];
  }[];
  readonly excludedCount: number;
  readonly excludedAmount: MoneyValue;
  readonly excludedItems: readonly { readonly original: MoneyValue }[];
}

async function rollRates(story: Story, variables: object = {}): Promise<Report> {
  const { rollRates } = await story.ask<{ rollRates: Report }>(
    `query ($from: Date!, $to: Date!, $asOf: Date, $segmentBy: ProvisionSegmentation! = NONE, $scheme: [Int!]) {
      rollRates(from: $from, to: $to, asOf: $asOf, segmentBy: $segmentBy, scheme: $scheme) {
        asOf excludedCount excludedAmount { amount } excludedItems { original { amount } }
        segments { segment itemCount rates { bucket { label } reached { amount } neverPaid { amount } lossPercent
          items { openItem { documentNumber } reached { amount } neverPaid { amount } } } } } }`,
    { from: "2025-01-01", to: "2025-12-31", ...variables },
  );
  return rollRates;
}

/** Reached, never paid and rate of each bucket of the only segment. */
function table({ segments }: Report): (string | null)[][] {
  expect(segments).toHaveLength(1);
  return given(segments[0]).rates.map(({ reached, neverPaid, lossPercent }) => [
    reached.amount,
    neverPaid.amount,
    lossPercent,
  ]);
}

/** An invoice of 2025, due on its date, and what of it is paid so many days later. */
async function sale(
  story: Story,
  customerId: string,
  amount: string,
  payments: readonly [on: string, amount: string][],
) {
  const invoice = await story.invoice({ customerId, amount, terms: "DUE", documentDate: "2025-06-01" });
  for (const [on, paid] of payments) {
    const receipt = await story.receipt({ customerId, amount: paid, receivedOn: on });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: paid }], on);
  }
  return invoice;
}

describe("roll rates", () => {
  it("of sales of 100,000 of which 50,000, 23,000, 8,000 and 2,000 stay unpaid are 2, 4, 8.7, 25 and 100 per cent", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    await sale(story, customerId, "60000.00", [
      ["2025-06-01", "10000.00"],
      ["2025-06-20", "27000.00"],
      ["2025-07-10", "15000.00"],
      ["2025-08-15", "6000.00"],
    ]);
    await sale(story, customerId, "40000.00", [["2025-06-02", "40000.00"]]);

    const report = await rollRates(story);
    expect(table(report)).toEqual([
      ["100000.00", "2000.00", "2"],
      ["50000.00", "2000.00", "4"],
      ["23000.00", "2000.00", "8.6957"],
      ["8000.00", "2000.00", "25"],
      ["2000.00", "2000.00", "100"],
    ]);
    const rates = given(report.segments[0]).rates;
    expect(rates.map(({ items }) => items.map(({ reached }) => reached.amount))).toEqual([
      ["60000.00", "40000.00"],
      ["50000.00"],
      ["23000.00"],
      ["8000.00"],
      ["2000.00"],
    ]);

    await story.does("provisionMatrixSet", {
      effectiveFrom: "2026-01-01",
      segments: [{ lossPercents: rates.map(({ lossPercent }) => given(lossPercent)) }],
      note: "Roll rates of 2025",
    });
    const run = await story.does("allowanceRun", { asOf: "2026-02-28" });
    expect(given(run.proposal).required.amount).toBe("2000.00");
  });

  it("count what was written off as never paid from the start, and what was recovered as paid", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await sale(story, customerId, "1000.00", []);
    const { writeOff } = await story.does("writeOffRequest", {
      openItemId: await story.itemOf(invoice),
      reasonCode: "BANKRUPTCY",
      effectiveDate: "2025-06-10",
    });
    expect(table(await rollRates(story)).map(([reached]) => reached)).toEqual(Array(5).fill("1000.00"));
    const late = await story.receipt({ customerId, amount: "300.00", receivedOn: "2026-01-15" });
    await story.does("writeOffRecover", {
      writeOffId: given(writeOff).id,
      receiptId: late.id,
      amount: "300.00",
      effectiveDate: "2026-01-15",
    });
    expect(table(await rollRates(story))).toEqual(Array(5).fill(["1000.00", "700.00", "70"]));
    expect(table(await rollRates(story, { asOf: "2025-12-31" }))).toEqual(
      Array(5).fill(["1000.00", "1000.00", "100"]),
    );
  });

  it("leave out invoices that were voided, and tell of those that are too young", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    await sale(story, customerId, "100.00", [["2025-06-01", "100.00"]]);
    const voided = await sale(story, customerId, "70.00", []);
    await story.does("invoiceVoid", { invoiceId: voided.id, effectiveDate: "2025-06-05" });
    await story.invoice({ customerId, amount: "33.00", terms: "DUE", documentDate: "2025-12-31" });
    const report = await rollRates(story);
    expect(table(report)).toEqual([["100.00", "0.00", "0"], ...Array(4).fill(["0.00", "0.00", null])]);
    expect([report.excludedCount, report.excludedAmount.amount, report.excludedItems]).toEqual([
      1,
      "33.00",
      [{ original: { amount: "33.00" } }],
    ]);
    expect((await rollRates(story, { asOf: "2026-04-01" })).excludedCount).toBe(0);
  });

  it("never exceed a hundred per cent: what a payment that bounced had settled was never paid", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({
      customerId,
      amount: "50.00",
      terms: "DUE",
      documentDate: "2025-06-01",
    });
    const receipt = await story.receipt({ customerId, amount: "50.00", receivedOn: "2025-06-01" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "50.00" }], "2025-06-01");
    expect(table(await rollRates(story)).at(-1)).toEqual(["0.00", "0.00", null]);
    await story.does("receiptReverse", { receiptId: receipt.id, effectiveDate: "2025-07-20" });
    expect(table(await rollRates(story))).toEqual(Array(5).fill(["50.00", "50.00", "100"]));
  });

  it("are told by segment and by the buckets that are asked for", async () => {
    const story = await stories.begin();
    const north = await story.customer({ region: "NORTH" });
    await sale(story, north, "80.00", [["2025-07-15", "60.00"]]);
    await sale(story, await story.customer(), "10.00", [["2025-06-01", "10.00"]]);
    const { segments } = await rollRates(story, { segmentBy: "REGION", scheme: [60] });
    expect(
      segments.map(({ segment, itemCount, rates }) => [
        segment,
        itemCount,
        ...rates.map(({ bucket, lossPercent }) => `${bucket.label}: ${lossPercent}`),
      ]),
    ).toEqual([
      [null, 1, "Current: 0", "1–60: null", "61+: null"],
      ["NORTH", 1, "Current: 25", "1–60: 25", "61+: 100"],
    ]);
  });

  it("refuse buckets that are none and a time that ends before it begins", async () => {
    const story = await stories.begin();
    const codeOf = async (args: string) => {
      const answer = await story.api.ask(`{ rollRates(${args}) { asOf } }`, {}, story.token);
      return answer.errors?.[0]?.extensions.code;
    };
    expect(await codeOf('from: "2025-01-01", to: "2025-12-31", scheme: [30, 30]')).toBe("BAD_USER_INPUT");
    expect(await codeOf('from: "2025-12-31", to: "2025-01-01"')).toBe("BAD_USER_INPUT");
  });
});
