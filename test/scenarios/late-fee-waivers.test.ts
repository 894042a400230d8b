import { describe, expect, it } from "vitest";
import { lateFees, policy } from "../support/late-fees.js";
import { given, type Story, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

/** A late fee of 81.00, of 2026-03-10. */
async function charged(story: Story): Promise<string> {
  await policy(story);
  const customerId = await story.customer();
  await story.invoice({ customerId, amount: "3650.00", documentDate: "2025-12-25" });
  await story.does("lateFeeRun", {});
  return given((await lateFees(story))[0]).id;
}

describe("A late fee", () => {
  it("is waived in part, and the waiver is taken back", async () => {
    const story = await book.begin();
    const lateFeeId = await charged(story);
    const part = { lateFeeId, amount: "31.00", reasonCode: "GOODWILL" };
    const { lateFee, waiver } = await story.does("lateFeeWaive", part);
    expect(given(waiver)).toMatchObject({ number: "LW-000001", amount: { amount: "31.00" } });
    expect(given(lateFee)).toMatchObject({
      amount: { amount: "81.00" },
      waived: { amount: "31.00" },
      openItem: { openAmount: { amount: "50.00" } },
    });
    expect(await story.account("Late-fee income", "USD")).toMatchObject({ amount: "-50.00" });
    const lateFeeWaiverId = given(waiver).id;
    const undone = await story.does("lateFeeWaiverReverse", { lateFeeWaiverId, reason: "Not agreed" });
    expect(given(undone.lateFee)).toMatchObject({
      waived: { amount: "0.00" },
      openItem: { openAmount: { amount: "81.00" } },
    });
    expect(await story.account("Late-fee income", "USD")).toMatchObject({ amount: "-81.00" });
    expect(await story.isRefused("lateFeeWaiverReverse", { lateFeeWaiverId })).toEqual(["INVALID_STATE"]);
    expect((await story.does("lateFeeRun", {})).totals).toEqual([]);
  });

  it("is waived no further than it is open, and not before it was charged", async () => {
    const story = await book.begin();
    const lateFeeId = await charged(story);
    const waive = (more: object) =>
      story.isRefused("lateFeeWaive", { lateFeeId, reasonCode: "GOODWILL", ...more });
    expect(await waive({ amount: "81.01" })).toEqual(["AMOUNT_EXCEEDS_BALANCE"]);
    expect(await waive({ amount: "0.001", reasonCode: "WHIM" })).toEqual(["INVALID_VALUE", "INVALID_AMOUNT"]);
    expect(await waive({ effectiveDate: "2026-03-09" })).toEqual(["INVALID_DATE"]);
    await story.does("lateFeeWaive", { lateFeeId, reasonCode: "OUR_FAULT" });
    expect(await waive({})).toEqual(["INVALID_STATE"]);
    expect(await story.account("Accounts receivable", "USD")).toMatchObject({ amount: "3650.00" });
  });

  it("is told in aging and in the roll-forward, less what was waived, and is no credit sale", async () => {
    const story = await book.begin();
    const lateFeeId = await charged(story);
    await story.does("lateFeeWaive", { lateFeeId, amount: "31.00", reasonCode: "GOODWILL" });
    const { totals } = await story.aging();
    expect(totals).toMatchObject([{ balance: { amount: "3700.00" } }]);
    expect(given(totals[0]).buckets[0]).toMatchObject({ amount: "50.00" });
    const { arRollForward, collectionMetrics } = await story.ask<{
      arRollForward: { lines: { figures: { figure: string; amount: { amount: string } }[] }[] };
      collectionMetrics: { whole: { dso: { inputs: { name: string; value: string }[] } } };
    }>(`{ arRollForward(startsOn: "2026-03-01") { lines { figures { figure amount { amount } } } }
      collectionMetrics(from: "2026-03-01", to: "2026-03-31") { whole { dso { inputs { name value } } } } }`);
    const figures = given(arRollForward.lines[0]).figures.filter(({ amount }) => amount.amount !== "0.00");
    expect(figures).toEqual([{ figure: "DEBIT_MEMOS_AND_FEES", amount: { amount: "50.00" } }]);
    const sales = collectionMetrics.whole.dso.inputs.find(({ name }) => name === "creditSales");
    expect(Number(given(sales).value)).toBe(0);
  });

  it("is charged and waived in a soft-closed period by a controller only", async () => {
    const story = await book.begin();
    await policy(story);
    const customerId = await story.customer();
    await story.invoice({ customerId, amount: "3650.00", documentDate: "2025-12-25" });
    await story.does("periodClose", { startsOn: "2026-02-01", status: "SOFT_CLOSED" });
    const manager = await story.api.tokenOf("mia", ["AR_MANAGER"], story.tenant);
    const controller = await story.api.tokenOf("cleo", ["CONTROLLER"], story.tenant);
    const { userErrors } = await story.attempt("lateFeeRun", { asOf: "2026-02-28" }, manager);
    expect(userErrors).toMatchObject([{ code: "PERIOD_SOFT_CLOSED", path: ["asOf"] }]);
    expect(await lateFees(story)).toEqual([]);
    await story.does("lateFeeRun", { asOf: "2026-02-28" }, controller);
    const waiver = {
      lateFeeId: given((await lateFees(story))[0]).id,
      reasonCode: "GOODWILL",
      effectiveDate: "2026-02-28",
    };
    expect(await story.isRefused("lateFeeWaive", waiver, manager)).toEqual(["PERIOD_SOFT_CLOSED"]);
    await story.does("lateFeeWaive", waiver, controller);
  });
});

describe("A run that charges late fees", () => {
  it("waits for approval when its total is above the limit, and is asked for again when the books changed", async () => {
    const story = await book.begin();
    await policy(story);
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "73000.00", documentDate: "2025-12-25" });
    const token = (person: string, role: string) => story.api.tokenOf(person, [role], story.tenant);
    const asked = await story.does("lateFeeRun", {}, await token("sam", "AR_SPECIALIST"));
    expect([asked.needsApproval, asked.run]).toEqual([true, null]);
    expect(await lateFees(story)).toEqual([]);
    const receipt = await story.receipt({ customerId, amount: "70000.00", receivedOn: "2026-02-28" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "70000.00" }], "2026-02-28");
    const { approvals } = await story.ask<{ approvals: { nodes: object[] } }>(
      "{ approvals { nodes { kind summary amount { amount } } } }",
    );
    expect(approvals.nodes).toEqual([
      {
        kind: "LATE_FEE",
        summary: "Charge late fees of 1620.00 USD in all to 1 customer",
        amount: { amount: "1620.00" },
      },
    ]);
    const approvalId = given(asked.approval).id;
    const manager = await token("mia", "AR_MANAGER");
    expect(await story.isRefused("approvalApprove", { approvalId }, manager)).toEqual(["REQUEST_CHANGED"]);
    expect(await lateFees(story)).toEqual([]);
    await story.does("approvalReject", { approvalId, reason: "It was paid" }, manager);
    const again = await story.does("lateFeeRun", {}, await token("sam", "AR_SPECIALIST"));
    await story.does("approvalApprove", { approvalId: given(again.approval).id }, manager);
    expect(await lateFees(story)).toMatchObject([{ amount: { amount: "1274.79" } }]);
  });

  it("shows its entries and totals as a dry run, and takes no days", async () => {
    const story = await book.begin();
    await policy(story);
    const customerId = await story.customer();
    await story.invoice({ customerId, amount: "3650.00", documentDate: "2025-12-25" });
    const dry = await story.does("lateFeeRun", { validateOnly: true });
    expect(dry.totals).toEqual([{ currency: "USD", fees: 1, amount: { amount: "81.00" } }]);
    expect(dry.wouldPost).toMatchObject([
      {
        kind: "LATE_FEE",
        lines: [
          { accountName: "Accounts receivable", amount: "81.00" },
          { accountName: "Late-fee income", amount: "-81.00" },
        ],
      },
    ]);
    expect((await story.does("lateFeeRun", {})).totals).toEqual(dry.totals);
  });

  it("is refused for days that have not come, for strangers, and without a rate", async () => {
    const story = await book.begin();
    expect(await story.isRefused("lateFeeRun", {})).toEqual(["INVALID_STATE"]);
    await policy(story, { currency: "EUR" });
    expect(await story.isRefused("lateFeeRun", { asOf: "2026-03-11" })).toEqual(["INVALID_DATE"]);
    const nobody = `cus_${"0".repeat(32)}`;
    expect(await story.isRefused("lateFeeRun", { customerIds: [nobody] })).toEqual(["NOT_FOUND"]);
    const wrong = {
      ...{ currency: "USD", annualRatePercent: "1000", flatFee: "0.001", graceDays: -1 },
      ...{ minimumFee: "9.00", maximumFee: "8.00" },
    };
    expect(await story.isRefused("lateFeePolicySet", wrong)).toEqual([
      "INVALID_VALUE",
      "INVALID_VALUE",
      "INVALID_VALUE",
      "INVALID_AMOUNT",
    ]);
  });
});
