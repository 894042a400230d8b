import { describe, expect, it } from "vitest";
import { given, type MoneyValue, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");
const FEBRUARY = { startsOn: "2026-02-01" };

/** Books in USD with EUR 1,000 owed and EUR 200 unapplied, booked at 1.10; February closes at 1.15. */
async function euroInFebruary(): Promise<{
  story: Story;
  customerId: string;
  invoice: { readonly id: string };
}> {
  const story = await stories.begin();
  for (const [rateDate, rate] of [
    ["2026-02-01", "1.10"],
    ["2026-02-27", "1.15"],
    ["2026-03-01", "1.20"],
  ]) {
    await story.does("exchangeRateSet", { currency: "EUR", rateDate, rate });
  }
  const customerId = await story.customer({ currency: "EUR" });
  const invoice = await story.invoice({ customerId, amount: "1000.00", documentDate: "2026-02-05" });
  await story.receipt({ customerId, amount: "200.00", currency: "EUR", receivedOn: "2026-02-10" });
  await story.invoice({
    customerId: await story.customer(),
    amount: "77.00",
    currency: "USD",
    documentDate: "2026-02-06",
  });
  return { story, customerId, invoice };
}

/** The balance of an account in functional currency on a date. */
async function balanceOn(story: Story, asOf: string, accountName: string): Promise<string> {
  const { trialBalance } = await story.ask<{
    trialBalance: { lines: { accountName: string; functionalBalance: MoneyValue }[] };
  }>(
    "query ($asOf: Date) { trialBalance(asOf: $asOf) { lines { accountName functionalBalance { amount } } } }",
    {
      asOf,
    },
  );
  const lines = trialBalance.lines.filter((line) => line.accountName === accountName);
  return lines.reduce((sum, line) => sum + Number(line.functionalBalance.amount), 0).toFixed(2);
}

async function agingIn(story: Story, currencyBasis: "BOOKED" | "REVALUED", asOf = "2026-02-28") {
  const { aging } = await story.ask<{
    aging: {
      closingRates: { currency: string; rate: string; rateDate: string }[];
      functionalTotal: { balance: MoneyValue };
      totals: { currency: string; balance: MoneyValue; functionalBalance: MoneyValue }[];
    };
  }>(
    `query ($basis: AgingCurrencyBasis!, $asOf: Date) { aging(asOf: $asOf, currencyBasis: $basis) {
      closingRates { currency rate rateDate } functionalTotal { balance { amount currency } }
      totals { currency balance { amount } functionalBalance { amount } } } }`,
    { basis: currencyBasis, asOf },
  );
  return aging;
}

describe("the revaluation of a month", () => {
  it("posts the unrealised gain and loss on its last day beside the control accounts, and takes them back the day after", async () => {
    const { story } = await euroInFebruary();
    const { revaluationRun } = await story.does("revaluationRun", FEBRUARY);

    expect(revaluationRun).toEqual({
      runNo: 1,
      lines: [
        {
          accountRole: "AR_CONTROL",
          currency: "EUR",
          rate: "1.15",
          rateDate: "2026-02-27",
          itemCount: 1,
          amount: { amount: "1000.00" },
          booked: { amount: "1100.00" },
          revalued: { amount: "1150.00" },
          unrealised: { amount: "50.00" },
          posted: { amount: "50.00" },
        },
        {
          accountRole: "UNAPPLIED_CASH",
          currency: "EUR",
          rate: "1.15",
          rateDate: "2026-02-27",
          itemCount: 1,
          amount: { amount: "-200.00" },
          booked: { amount: "-220.00" },
          revalued: { amount: "-230.00" },
          unrealised: { amount: "-10.00" },
          posted: { amount: "-10.00" },
        },
      ],
      entry: { effectiveDate: "2026-02-28", kind: "REVALUATION" },
      reversal: { effectiveDate: "2026-03-01", reverses: { kind: "REVALUATION" } },
    });
    const accounts = [
      "Receivables revaluation",
      "Unrealised FX gain",
      "Unrealised FX loss",
      "Accounts receivable",
    ];
    const on = (day: string) => Promise.all(accounts.map((name) => balanceOn(story, day, name)));
    expect(await on("2026-02-27")).toEqual(["0.00", "0.00", "0.00", "1177.00"]);
    expect(await on("2026-02-28")).toEqual(["40.00", "-50.00", "10.00", "1177.00"]);
    expect(await on("2026-03-01")).toEqual(["0.00", "0.00", "0.00", "1177.00"]);
  });

  it("is found by its id, among others, through nodes", async () => {
    const { story, customerId } = await euroInFebruary();
    await story.does("revaluationRun", FEBRUARY);
    const { revaluationRuns } = await story.ask<{ revaluationRuns: { id: string }[] }>(
      `{ revaluationRuns(startsOn: "2026-02-01") { id } }`,
    );
    const runId = given(revaluationRuns[0]).id;
    const { nodes } = await story.ask<{ nodes: object[] }>(
      "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on RevaluationRun { runNo lines { currency } } } }",
      { ids: [runId, customerId] },
    );
    expect(nodes).toEqual([
      {
        __typename: "RevaluationRun",
        id: runId,
        runNo: 1,
        lines: [{ currency: "EUR" }, { currency: "EUR" }],
      },
      { __typename: "Customer", id: customerId },
    ]);
  });

  it("that is closed is refused at the month that was asked for", async () => {
    const { story } = await euroInFebruary();
    await story.does("periodClose", { ...FEBRUARY, overrideReason: "Closed too early" });
    const { userErrors } = await story.attempt("revaluationRun", FEBRUARY);
    expect(userErrors).toMatchObject([{ code: "PERIOD_CLOSED", path: ["startsOn"] }]);
  });

  it("asked only to validate shows both entries and posts nothing", async () => {
    const { story } = await euroInFebruary();
    const { wouldPost } = await story.does("revaluationRun", { ...FEBRUARY, validateOnly: true });
    expect(
      given(wouldPost).map(({ kind, effectiveDate, lines }) => [kind, effectiveDate, lines.length]),
    ).toEqual([
      ["REVALUATION", "2026-02-28", 4],
      ["REVERSAL", "2026-03-01", 4],
    ]);
    expect(await balanceOn(story, "2026-02-28", "Receivables revaluation")).toBe("0.00");
    expect((await story.does("revaluationRun", FEBRUARY)).revaluationRun?.runNo).toBe(1);
  });

  it("is refused a second time; asked to run again it posts what has changed since, and nothing when nothing has", async () => {
    const { story, customerId } = await euroInFebruary();
    await story.does("revaluationRun", FEBRUARY);
    expect(await story.isRefused("revaluationRun", FEBRUARY)).toEqual(["ALREADY_EXISTS"]);
    const again = { ...FEBRUARY, rerun: true };
    expect(await story.isRefused("revaluationRun", again)).toEqual(["INVALID_STATE"]);

    await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-20" });
    const { revaluationRun } = await story.does("revaluationRun", again);
    expect(given(revaluationRun)).toMatchObject({
      runNo: 2,
      lines: [
        { accountRole: "AR_CONTROL", unrealised: { amount: "55.00" }, posted: { amount: "5.00" } },
        { accountRole: "UNAPPLIED_CASH", unrealised: { amount: "-10.00" }, posted: { amount: "0.00" } },
      ],
    });
    expect(await balanceOn(story, "2026-02-28", "Receivables revaluation")).toBe("45.00");
    expect(await balanceOn(story, "2026-03-01", "Receivables revaluation")).toBe("0.00");
  });

  it("run again after a backdated settlement takes back what is no longer open", async () => {
    const { story, customerId, invoice } = await euroInFebruary();
    await story.does("revaluationRun", FEBRUARY);
    const receipt = await story.receipt({
      customerId,
      amount: "1000.00",
      currency: "EUR",
      receivedOn: "2026-02-27",
    });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "1000.00" }], "2026-02-28");
    const { revaluationRun } = await story.does("revaluationRun", { ...FEBRUARY, rerun: true });
    expect(given(revaluationRun).lines).toMatchObject(
      [
        { accountRole: "UNAPPLIED_CASH", posted: { amount: "0.00" } },
        {
          accountRole: "AR_CONTROL",
          itemCount: 0,
          unrealised: { amount: "0.00" },
          posted: { amount: "-50.00" },
        },
      ].toSorted((a, b) => (a.accountRole < b.accountRole ? -1 : 1)),
    );
    expect(await balanceOn(story, "2026-02-28", "Receivables revaluation")).toBe("-10.00");
  });

  it("happens once when ten ask at the same moment", async () => {
    const { story } = await euroInFebruary();
    const payloads = await Promise.all(
      Array.from({ length: 10 }, () => story.attempt("revaluationRun", FEBRUARY)),
    );
    const codes = payloads.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array(9).fill("ALREADY_EXISTS"));
    expect(await balanceOn(story, "2026-02-28", "Receivables revaluation")).toBe("40.00");
  });

  it("needs a month that is over, and is for managers and controllers", async () => {
    const { story } = await euroInFebruary();
    expect(await story.isRefused("revaluationRun", { startsOn: "2026-02-02" })).toEqual(["INVALID_DATE"]);
    expect(await story.isRefused("revaluationRun", { startsOn: "2026-03-01" })).toEqual(["INVALID_DATE"]);
    const manager = await story.api.token(["AR_MANAGER"], story.tenant);
    const clerk = await story.api.token(["AR_CLERK"], story.tenant);
    const input = { ...FEBRUARY, idempotencyKey: "clerk" };
    const { errors } = await story.api.ask(
      "mutation ($input: RevaluationRunInput!) { revaluationRun(input: $input) { replayed } }",
      { input },
      clerk,
    );
    expect(given(errors)[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await story.attempt("revaluationRun", FEBRUARY, manager)).userErrors).toEqual([]);
  });
});

describe("the aging in functional currency", () => {
  it("booked ties to the control accounts, revalued is what is open at the closing rate; the revaluation posts the difference", async () => {
    const { story } = await euroInFebruary();
    const booked = await agingIn(story, "BOOKED");
    const revalued = await agingIn(story, "REVALUED");
    expect(booked.closingRates).toEqual([]);
    expect(revalued.closingRates).toEqual([{ currency: "EUR", rate: "1.15", rateDate: "2026-02-27" }]);
    expect(booked.functionalTotal.balance).toEqual({ amount: "957.00", currency: "USD" });
    expect(revalued.functionalTotal.balance).toEqual({ amount: "997.00", currency: "USD" });
    expect(
      revalued.totals.map(({ currency, balance, functionalBalance }) => [
        currency,
        balance.amount,
        functionalBalance.amount,
      ]),
    ).toEqual([
      ["EUR", "800.00", "920.00"],
      ["USD", "77.00", "77.00"],
    ]);
    await story.does("revaluationRun", FEBRUARY);
    expect(await balanceOn(story, "2026-02-28", "Receivables revaluation")).toBe("40.00");
    expect((await agingIn(story, "BOOKED")).functionalTotal).toEqual(booked.functionalTotal);
  });

  it("of a past instant stays as it was when a rate for that date comes later", async () => {
    const { story } = await euroInFebruary();
    const ask = (knownAt: string | null) =>
      story.ask<{ aging: { knownAt: string; functionalTotal: { balance: MoneyValue } } }>(
        `query ($knownAt: DateTime) { aging(asOf: "2026-02-28", knownAt: $knownAt, currencyBasis: REVALUED) {
          knownAt functionalTotal { balance { amount } } } }`,
        { knownAt },
      );
    const { aging: before } = await ask(null);
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-02-28", rate: "1.30" });
    expect((await ask(before.knownAt)).aging.functionalTotal).toEqual(before.functionalTotal);
    expect((await ask(null)).aging.functionalTotal.balance.amount).toBe("1117.00");
  });
});
