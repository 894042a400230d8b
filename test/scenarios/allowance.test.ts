import { describe, expect, it } from "vitest";
import { given, type MoneyValue, type Payload, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");
const FEBRUARY = { asOf: "2026-02-28" };
/** Current, 1–30, 31–60, 61–90, 91+ days past due. */
const RATES = ["1", "5", "10", "25", "80"];

/** 100.00 in each bucket at the end of February: due then, and 15, 45, 75 and 120 days before. */
async function agedBook(story: Story, more: object = {}): Promise<string> {
  const customerId = await story.customer(more);
  for (const documentDate of ["2026-02-28", "2026-02-13", "2026-01-14", "2025-12-15", "2025-10-31"]) {
    await story.invoice({ customerId, amount: "100.00", terms: "DUE", documentDate });
  }
  return customerId;
}

async function setRates(story: Story, lossPercents = RATES, more: object = {}): Promise<Payload> {
  return story.does("provisionMatrixSet", {
    effectiveFrom: "2026-01-01",
    segments: [{ lossPercents }],
    ...more,
  });
}

/** What a run found: exposure, required, balance before, change. */
function figures({ proposal }: Payload): string[] {
  const { exposure, required, balance, change } = given(proposal);
  return [exposure, required, balance, change].map(({ amount }) => amount);
}

const allowance = async (story: Story) =>
  (await story.account("Allowance for doubtful accounts", "USD")).functional;
const expense = async (story: Story) => (await story.account("Bad-debt expense", "USD")).functional;

/** The cells of a run: customer, bucket, required. */
async function cellsOf(story: Story, { allowanceRun }: Payload): Promise<string[][]> {
  const data = await story.ask<{
    allowanceRun: {
      cells: {
        totalCount: number;
        nodes: { customer: { number: string }; bucket: { label: string }; required: MoneyValue }[];
      };
    };
  }>(
    "query ($id: ID!) { allowanceRun(id: $id) { cells(first: 100) { totalCount nodes { customer { number } bucket { label } required { amount } } } } }",
    { id: given(allowanceRun).id },
  );
  const { nodes, totalCount } = data.allowanceRun.cells;
  expect(nodes).toHaveLength(totalCount);
  return nodes.map(({ customer, bucket, required }) => [customer.number, bucket.label, required.amount]);
}

describe("the allowance for doubtful accounts", () => {
  it("by given rates is each bucket times its rate, and is posted against bad-debt expense", async () => {
    const story = await stories.begin();
    await agedBook(story);
    expect(await story.isRefused("allowanceRun", FEBRUARY)).toEqual(["INVALID_STATE"]);
    await setRates(story);

    const dry = await story.does("allowanceRun", { ...FEBRUARY, validateOnly: true });
    expect(figures(dry)).toEqual(["500.00", "121.00", "0.00", "121.00"]);
    expect(given(dry.wouldPost)).toEqual([
      {
        kind: "ALLOWANCE",
        description: "Allowance for doubtful accounts as of 2026-02-28",
        effectiveDate: "2026-02-28",
        lines: [
          { accountName: "Bad-debt expense", currency: "USD", amount: "121.00", functionalAmount: "121.00" },
          {
            accountName: "Allowance for doubtful accounts",
            currency: "USD",
            amount: "-121.00",
            functionalAmount: "-121.00",
          },
        ],
      },
    ]);
    expect(await allowance(story)).toBe("0");

    const run = await story.does("allowanceRun", FEBRUARY);
    expect(given(run.proposal).lines.map(({ bucket, required }) => [bucket?.label, required.amount])).toEqual(
      [
        ["Current", "1.00"],
        ["1–30", "5.00"],
        ["31–60", "10.00"],
        ["61–90", "25.00"],
        ["91+", "80.00"],
      ],
    );
    expect(await cellsOf(story, run)).toEqual([
      ["C-1", "91+", "80.00"],
      ["C-1", "61–90", "25.00"],
      ["C-1", "31–60", "10.00"],
      ["C-1", "1–30", "5.00"],
      ["C-1", "Current", "1.00"],
    ]);
    expect([await allowance(story), await expense(story)]).toEqual(["-121.00", "121.00"]);
  });

  it("is over what is owed as booked: the buckets of the aging, foreign items at their booking rate, credits not taken off", async () => {
    const story = await stories.begin();
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-01-01", rate: "1.10" });
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-02-27", rate: "1.30" });
    const customerId = await agedBook(story);
    await story.invoice({
      customerId,
      amount: "1000.00",
      currency: "EUR",
      documentDate: "2026-01-05",
      terms: "DUE",
    });
    await story.receipt({ customerId, amount: "250.00", receivedOn: "2026-02-01" });
    await setRates(story);
    const run = await story.does("allowanceRun", FEBRUARY);
    expect(figures(run)).toEqual(["1600.00", "231.00", "0.00", "231.00"]);
    const { aging } = await story.ask<{ aging: { functionalTotal: { buckets: MoneyValue[] } } }>(
      '{ aging(asOf: "2026-02-28") { functionalTotal { buckets { amount } } } }',
    );
    expect(aging.functionalTotal.buckets.map(({ amount }) => amount)).toEqual(
      given(run.proposal).lines.map(({ exposure }) => exposure.amount),
    );
  });

  it("run a second time changes nothing, and after a change of the books posts only that", async () => {
    const story = await stories.begin();
    const customerId = await agedBook(story);
    await setRates(story);
    const first = await story.does("allowanceRun", FEBRUARY);
    const cells = await cellsOf(story, first);
    const second = await story.does("allowanceRun", FEBRUARY);
    expect([second.allowanceRun?.runNo, ...figures(second)]).toEqual([
      2,
      "500.00",
      "121.00",
      "121.00",
      "0.00",
    ]);

    const { openItems } = await story.ask<{ openItems: { nodes: { id: string }[] } }>(
      "{ openItems(first: 1, orderBy: [{ field: DUE_DATE }]) { nodes { id } } }",
    );
    const receipt = await story.receipt({ customerId, amount: "100.00", receivedOn: "2026-02-20" });
    await story.apply(
      receipt,
      [{ openItemId: given(openItems.nodes[0]).id, amount: "100.00" }],
      "2026-02-20",
    );
    expect(await cellsOf(story, first)).toEqual(cells);
    const third = await story.does("allowanceRun", FEBRUARY);
    expect([third.allowanceRun?.runNo, ...figures(third)]).toEqual([
      3,
      "400.00",
      "41.00",
      "121.00",
      "-80.00",
    ]);
    expect([await allowance(story), await expense(story)]).toEqual(["-41.00", "41.00"]);
    const { allowanceRuns } = await story.ask<{
      allowanceRuns: { nodes: { runNo: number; change: MoneyValue }[] };
    }>('{ allowanceRuns(asOf: "2026-02-28") { nodes { runNo change { amount } } } }');
    expect(allowanceRuns.nodes.map(({ runNo, change }) => [runNo, change.amount])).toEqual([
      [3, "-80.00"],
      [2, "0.00"],
      [1, "121.00"],
    ]);
  });

  it("is used up by write-offs on the allowance method, and restored by the next run", async () => {
    const story = await stories.begin();
    await agedBook(story);
    await setRates(story);
    await story.does("allowanceRun", FEBRUARY);
    const { openItems } = await story.ask<{ openItems: { nodes: { id: string }[] } }>(
      "{ openItems(first: 1, orderBy: [{ field: DUE_DATE }]) { nodes { id } } }",
    );
    const bankrupt = {
      openItemId: given(openItems.nodes[0]).id,
      reasonCode: "BANKRUPTCY",
      method: "ALLOWANCE",
    };
    await story.does("writeOffRequest", { ...bankrupt, effectiveDate: "2026-03-05" });
    expect([await allowance(story), await expense(story)]).toEqual(["-21.00", "121.00"]);

    const march = await story.does("allowanceRun", { asOf: "2026-03-10" });
    expect(figures(march)).toEqual(["400.00", "45.00", "21.00", "24.00"]);
    expect([await allowance(story), await expense(story)]).toEqual(["-45.00", "145.00"]);
    const again = await story.does("allowanceRun", FEBRUARY);
    expect(figures(again)).toEqual(["500.00", "121.00", "121.00", "0.00"]);
  });

  it("takes the rates of the customer's segment, and the default rates for all others", async () => {
    const story = await stories.begin();
    await agedBook(story, { riskClass: "HIGH" });
    await agedBook(story, { riskClass: "UNHEARD" });
    await agedBook(story);
    const double = ["2", "10", "20", "50", "100"];
    const segments = [{ lossPercents: RATES }, { segment: "HIGH", lossPercents: double }];
    await setRates(story, RATES, { segmentBy: "RISK_CLASS", segments });
    const run = await story.does("allowanceRun", FEBRUARY);
    expect(figures(run)).toEqual(["1500.00", "424.00", "0.00", "424.00"]);
    const lines = given(run.proposal).lines.map((line) => [
      line.segment,
      line.bucket?.label,
      line.required.amount,
    ]);
    expect(lines.slice(0, 2)).toEqual([
      [null, "Current", "2.00"],
      [null, "1–30", "10.00"],
    ]);
    expect(lines.slice(-1)).toEqual([["HIGH", "91+", "100.00"]]);
  });

  it("rounds each segment and bucket half-up, and gives the cents to customers by the largest remainder", async () => {
    const story = await stories.begin();
    for (let n = 0; n < 3; n++) {
      const customerId = await story.customer();
      await story.invoice({ customerId, amount: "0.50", terms: "DUE", documentDate: "2026-02-20" });
    }
    await setRates(story, ["0", "1", "1", "1", "1"]);
    const run = await story.does("allowanceRun", FEBRUARY);
    expect(figures(run)[1]).toBe("0.02");
    expect((await cellsOf(story, run)).map(([, , required]) => required)).toEqual(["0.01", "0.01", "0.00"]);
  });
});

describe("a specific provision", () => {
  it("overrides the matrix for its customer, by percentage or amount, from its day until its end", async () => {
    const story = await stories.begin();
    const doubtful = await agedBook(story);
    const fixed = await agedBook(story);
    await setRates(story);
    const set = (input: object) =>
      story.does("specificProvisionSet", { reason: "Insolvency filed", ...input });
    await set({ customerId: doubtful, percent: "60", effectiveFrom: "2026-02-01" });
    await set({ customerId: fixed, amount: "9999.00", effectiveFrom: "2026-02-28" });
    const run = await story.does("allowanceRun", FEBRUARY);
    expect(figures(run)).toEqual(["1000.00", "800.00", "0.00", "800.00"]);
    expect(
      given(run.proposal).lines.map((line) => [
        line.customer?.number,
        line.bucket,
        line.lossPercent,
        line.required.amount,
      ]),
    ).toEqual([
      ["C-2", null, null, "500.00"],
      ["C-1", null, "60", "300.00"],
    ]);

    const january = await story.does("allowanceRun", { asOf: "2026-01-31", validateOnly: true });
    expect(given(january.proposal).lines.every(({ customer }) => customer === null)).toBe(true);

    await story.does("specificProvisionEnd", {
      customerId: fixed,
      reason: "Paid up",
      effectiveFrom: "2026-03-01",
    });
    const march = await story.does("allowanceRun", { asOf: "2026-03-10", validateOnly: true });
    expect(given(march.proposal).lines.map(({ customer }) => customer?.number)).toEqual([
      ...[undefined, undefined, undefined, undefined],
      "C-1",
    ]);
    const { history, now } = await story.ask<Record<"history" | "now", { nodes: object[] }>>(
      `query ($id: ID!) {
         history: specificProvisions(customerId: $id) { nodes { effectiveFrom endsOn isEnd amount { amount } reason } }
         now: specificProvisions(asOf: "2026-03-10") { nodes { customer { number } percent } } }`,
      { id: fixed },
    );
    expect(given(history).nodes).toEqual([
      { effectiveFrom: "2026-03-01", endsOn: null, isEnd: true, amount: null, reason: "Paid up" },
      {
        effectiveFrom: "2026-02-28",
        endsOn: "2026-02-28",
        isEnd: false,
        amount: { amount: "9999.00" },
        reason: "Insolvency filed",
      },
    ]);
    expect(given(now).nodes).toEqual([{ customer: { number: "C-1" }, percent: "60" }]);
  });

  it("needs a percentage or an amount, a reason, and a customer that is there; ends only where there is one", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const reason = "Insolvency filed";
    const refused = (input: object) =>
      story.isRefused("specificProvisionSet", { customerId, reason, ...input });
    expect(await refused({})).toEqual(["REQUIRED"]);
    expect(await refused({ percent: "1", amount: "1.00" })).toEqual(["INVALID_VALUE"]);
    expect(await refused({ percent: "100.1" })).toEqual(["INVALID_VALUE"]);
    expect(await refused({ percent: "-1", reason: "" })).toEqual(["REQUIRED", "INVALID_VALUE"]);
    expect(await refused({ amount: "1.001" })).toEqual(["INVALID_AMOUNT"]);
    expect(await story.isRefused("specificProvisionEnd", { customerId, reason })).toEqual(["INVALID_STATE"]);
  });
});
