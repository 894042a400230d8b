import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-06-30");

interface MetricValue {
  readonly value: string | null;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
}

async function metrics(
  story: Story,
  from: string,
  to: string,
  ceiMonths = 1,
): Promise<Record<string, MetricValue>> {
  const one = "{ value inputs { name value } }";
  const { collectionMetrics } = await story.ask<{
    collectionMetrics: { whole: Record<string, MetricValue> };
  }>(
    `query ($from: Date!, $to: Date!, $n: Int!) { collectionMetrics(from: $from, to: $to, ceiMonths: $n) {
       whole { dso ${one} bestPossibleDso ${one} averageDaysDelinquent ${one} collectionEffectivenessIndex ${one} } } }`,
    { from, to, n: ceiMonths },
  );
  return collectionMetrics.whole;
}

const inputs = (metric: MetricValue | undefined) =>
  Object.fromEntries((metric?.inputs ?? []).map(({ name, value }) => [name, Number(value)]));

describe("collection metrics of books that are told in full", () => {
  it("give DSO 45, best possible DSO 12 and 33 days delinquent for AR 15,000, current 4,000 and 30-day sales 10,000", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    // Past due at the end of June: 5,000 of an old invoice, and 6,000 of June's own.
    const old = await story.invoice({
      customerId,
      amount: "8000.00",
      terms: "NET30",
      documentDate: "2026-04-20",
    });
    await story.invoice({ customerId, amount: "6000.00", terms: "NET14", documentDate: "2026-06-05" });
    await story.invoice({ customerId, amount: "4000.00", terms: "NET30", documentDate: "2026-06-10" });
    const receipt = await story.receipt({ customerId, amount: "3000.00", receivedOn: "2026-06-15" });
    await story.apply(receipt, [{ invoiceId: old.id, amount: "3000.00" }], "2026-06-15");

    const { dso, bestPossibleDso, averageDaysDelinquent } = await metrics(story, "2026-06-01", "2026-06-30");

    expect(inputs(dso)).toEqual({ endingAr: 15_000, creditSales: 10_000, days: 30 });
    expect(inputs(bestPossibleDso)).toMatchObject({ endingCurrentAr: 4_000 });
    expect([dso, bestPossibleDso, averageDaysDelinquent].map((metric) => Number(metric?.value))).toEqual([
      45, 12, 33,
    ]);
  });

  it("give a collection effectiveness index of 79.63, and 55.93 over three months, for the textbook's quarter", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    // Beginning 6,200; sales of the quarter 10,890; ending 6,340, of which 3,590 are current.
    const old = await story.invoice({
      customerId,
      amount: "6200.00",
      terms: "NET30",
      documentDate: "2026-02-10",
    });
    const paid = await story.invoice({
      customerId,
      amount: "7300.00",
      terms: "NET30",
      documentDate: "2026-04-02",
    });
    await story.invoice({ customerId, amount: "3590.00", terms: "NET30", documentDate: "2026-06-20" });
    const receipt = await story.receipt({ customerId, amount: "10750.00", receivedOn: "2026-05-20" });
    const paidDate = "2026-05-20";
    await story.apply(receipt, [{ invoiceId: paid.id, amount: "7300.00" }], paidDate);
    await story.apply(receipt, [{ invoiceId: old.id, amount: "3450.00" }], paidDate);

    const monthly = (await metrics(story, "2026-04-01", "2026-06-30", 1)).collectionEffectivenessIndex;
    const quarterly = (await metrics(story, "2026-04-01", "2026-06-30", 3)).collectionEffectivenessIndex;

    expect(inputs(monthly)).toMatchObject({
      beginningAr: 6_200,
      creditSales: 10_890,
      endingAr: 6_340,
      endingCurrentAr: 3_590,
    });
    expect([monthly?.value, quarterly?.value].map(Number)).toEqual([79.63, 55.93]);
  });

  it("leave void invoices out of credit sales, and tell no figure where there are none", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "500.00", documentDate: "2026-06-03" });
    await story.does("invoiceVoid", { invoiceId: invoice.id, effectiveDate: "2026-06-10" });
    const { dso } = await metrics(story, "2026-06-01", "2026-06-30");
    expect(given(dso).value).toBeNull();
  });

  it("take credit memos off credit sales with NET, and lead to them; one that is voided counts no more", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "1000.00", documentDate: "2026-06-03" });
    const invoiceId = invoice.id;
    await story.does("creditMemoCreate", {
      customerId,
      amount: "150.00",
      reasonCode: "GOODWILL",
      documentDate: "2026-06-10",
    });
    const onInvoice = { invoiceId, reasonCode: "RETURN", applyToInvoice: false, documentDate: "2026-06-12" };
    const { creditMemo } = await story.does("creditMemoCreate", onInvoice);
    const sales = async (salesBasis: "GROSS" | "NET") => {
      const { collectionMetrics } = await story.ask<{
        collectionMetrics: { whole: { dso: Explained } };
      }>(
        `query ($basis: SalesBasis!) { collectionMetrics(from: "2026-06-01", to: "2026-06-30", salesBasis: $basis) {
           whole { dso { inputs { name value } drilldown { input query variables } } } } }`,
        { basis: salesBasis },
      );
      const { inputs, drilldown } = collectionMetrics.whole.dso;
      const { query, variables } = given(drilldown.find(({ input }) => input === "creditSales"));
      const { openItems } = await story.ask<Behind>(query, JSON.parse(variables));
      const told = inputs.find(({ name }) => name === "creditSales")?.value;
      return [told, openItems.nodes.map(({ originalAmount }) => originalAmount.amount).toSorted()];
    };
    expect(await sales("GROSS")).toEqual(["1000.00", ["1000.00"]]);
    expect(await sales("NET")).toEqual(["-150.00", ["-1000.00", "-150.00", "1000.00"]]);
    await story.does("creditMemoVoid", {
      creditMemoId: given(creditMemo).id,
      effectiveDate: "2026-06-20",
    });
    expect((await sales("NET"))[0]).toBe("850.00");
  });

  it("show amounts with the currency's decimals, months by name, and lead to the items behind each of them", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const sell = (amount: string, documentDate: string) =>
      story.invoice({ customerId, amount, terms: "NET30", documentDate });
    const paid = await sell("700.00", "2026-03-02");
    await sell("100.5", "2026-02-20");
    await sell("40.00", "2026-03-20");
    const receipt = await story.receipt({ customerId, amount: "700.00", receivedOn: "2026-03-12" });
    await story.apply(receipt, [{ invoiceId: paid.id, amount: "700.00" }], "2026-03-12");
    // Paid after the month's end: behind its figures the invoice is still open.
    const later = await story.receipt({ customerId, amount: "40.00", receivedOn: "2026-04-15" });
    await story.apply(
      later,
      [{ invoiceId: (await sell("40.00", "2026-03-21")).id, amount: "40.00" }],
      "2026-04-15",
    );

    const fields = "{ inputs { name value } drilldown { input query variables } }";
    const { collectionMetrics } = await story.ask<{
      collectionMetrics: { whole: Record<string, Explained> };
    }>(
      `{ collectionMetrics(from: "2026-03-01", to: "2026-03-31", currency: "USD") { whole {
         countbackDso ${fields} bestPossibleDso ${fields} collectionEffectivenessIndex ${fields}
         percentOver90 ${fields} averageDaysToPay ${fields} } } }`,
    );
    const { countbackDso, averageDaysToPay } = collectionMetrics.whole;
    expect(given(countbackDso).inputs).toEqual([
      { name: "endingAr", value: "180.50" },
      { name: "sales 2026-03", value: "780.00" },
    ]);
    expect(given(averageDaysToPay).inputs).toContainEqual({ name: "amountDays", value: "7000.00" });

    const behind: Record<string, string> = {};
    for (const { inputs, drilldown } of Object.values(collectionMetrics.whole)) {
      for (const { input, query, variables } of drilldown) {
        const { openItems } = await story.ask<Behind>(query, JSON.parse(variables));
        const isOpen = JSON.parse(variables).status === "OPEN";
        const amounts = openItems.nodes.map((item) =>
          Number((isOpen ? item.balance : item.originalAmount).amount),
        );
        behind[input] = amounts.reduce((sum, amount) => sum + amount, 0).toFixed(2);
        expect(behind[input]).toBe(inputs.find(({ name }) => name === input)?.value);
      }
    }
    expect(behind).toEqual({
      endingAr: "180.50",
      "sales 2026-03": "780.00",
      endingCurrentAr: "80.00",
      creditSales: "780.00",
      beginningAr: "100.50",
      endingOver90Ar: "0.00",
      amount: "700.00",
    });
  });
});

interface Explained extends MetricValue {
  readonly drilldown: readonly {
    readonly input: string;
    readonly query: string;
    readonly variables: string;
  }[];
}

interface Behind {
  readonly openItems: {
    readonly nodes: readonly {
      readonly originalAmount: { readonly amount: string };
      readonly balance: { readonly amount: string };
    }[];
  };
}
