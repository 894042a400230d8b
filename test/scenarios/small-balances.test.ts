import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");
const TOLERANCE = [{ currency: "USD", amount: "1.00" }];

interface WriteOffs {
  readonly writeOffs: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly number: string; readonly amount: object }[];
  };
}

const writtenOff = (story: Story, runId: string) =>
  story.ask<WriteOffs>(
    "query ($runId: ID!) { writeOffs(where: { runId: { eq: $runId } }) { totalCount nodes { id number amount { amount } } } }",
    { runId },
  );

/** Invoices with 0.40, 1.00 and 1.01 open, and a receipt of which 0.75 is unapplied. */
async function leftovers() {
  const story = await book.begin();
  const customerId = await story.customer();
  const invoices = [];
  for (const amount of ["0.40", "1.00", "1.01"]) invoices.push(await story.invoice({ customerId, amount }));
  const receipt = await story.receipt({ customerId, amount: "0.75" });
  return { story, customerId, invoices, receipt };
}

const open = async (story: Story, invoices: readonly { id: string }[]) =>
  (await Promise.all(invoices.map((one) => story.instalments(one)))).flat();

describe("A run over small balances", () => {
  it("writes off what is at most the tolerance, debits and credits, and lists it", async () => {
    const { story, invoices, receipt } = await leftovers();
    const { run, totals } = await story.does("smallBalanceWriteOffRun", { tolerances: TOLERANCE });
    expect(totals).toEqual([
      { currency: "USD", items: 3, debits: { amount: "1.40" }, credits: { amount: "0.75" } },
    ]);
    expect(await open(story, invoices)).toEqual(["0.00", "0.00", "1.01"]);
    expect(await story.unapplied(receipt)).toBe("0.00");
    expect(await story.account("Small-balance write-off", "USD")).toMatchObject({ amount: "0.65" });
    const { writeOffs } = await writtenOff(story, given(run).id);
    expect(writeOffs.totalCount).toBe(3);
    expect(writeOffs.nodes.map((one) => one.number).toSorted()).toEqual([
      "WO-000001",
      "WO-000002",
      "WO-000003",
    ]);
    const again = await story.does("smallBalanceWriteOffRun", { tolerances: TOLERANCE });
    expect(again.totals).toEqual([]);
  });

  it("leaves what is small but a larger part of its item than the percentage", async () => {
    const { story, customerId, invoices } = await leftovers();
    const large = await story.invoice({ customerId, amount: "100.00" });
    const payment = await story.receipt({ customerId, amount: "99.50" });
    await story.apply(payment, [{ invoiceId: large.id, amount: "99.50" }]);
    const tolerances = [{ currency: "USD", amount: "1.00", percent: "0.5" }];
    const { run, totals } = await story.does("smallBalanceWriteOffRun", { tolerances });
    expect(totals).toMatchObject([{ items: 1, debits: { amount: "0.50" }, credits: { amount: "0.00" } }]);
    expect(await open(story, [...invoices, large])).toEqual(["0.40", "1.00", "1.01", "0.00"]);
    const read = await story.ask<{ smallBalanceRun: object }>(
      "query ($id: ID!) { smallBalanceRun(id: $id) { tolerances { currency amount percent } } }",
      { id: given(run).id },
    );
    expect(read.smallBalanceRun).toEqual({ tolerances });
    const wrong = { tolerances: [{ currency: "USD", amount: "1.00", percent: "100.01" }] };
    expect(await story.isRefused("smallBalanceWriteOffRun", wrong)).toEqual(["INVALID_VALUE"]);
  });

  it("is undone item by item, credits too", async () => {
    const { story, invoices, receipt } = await leftovers();
    const { run } = await story.does("smallBalanceWriteOffRun", { tolerances: TOLERANCE });
    const { writeOffs } = await writtenOff(story, given(run).id);
    for (const { id } of writeOffs.nodes) await story.does("writeOffReverse", { writeOffId: id });
    expect(await open(story, invoices)).toEqual(["0.40", "1.00", "1.01"]);
    expect(await story.unapplied(receipt)).toBe("0.75");
    expect(await story.account("Small-balance write-off", "USD")).toMatchObject({ amount: "0.00" });
  });

  it("shows what it would do, and does nothing, as a dry run", async () => {
    const { story, invoices } = await leftovers();
    const input = { tolerances: TOLERANCE, validateOnly: true };
    const { run, totals, wouldPost } = await story.does("smallBalanceWriteOffRun", input);
    expect([run, totals?.length, wouldPost?.length]).toEqual([null, 1, 3]);
    const numbers = given(wouldPost).map((entry) => entry.description.split(" ")[1]);
    expect(numbers).toEqual(["WO-000001", "WO-000002", "WO-000003"]);
    expect(await open(story, invoices)).toEqual(["0.40", "1.00", "1.01"]);
    const { smallBalances } = await story.ask<{ smallBalances: object }>(
      `query ($tolerances: [ToleranceInput!]!) { smallBalances(tolerances: $tolerances, asOf: "2026-03-10", first: 2) {
        totalCount nodes { openAmount { amount } } } }`,
      { tolerances: TOLERANCE },
    );
    expect(smallBalances).toMatchObject({ totalCount: 3, nodes: [{ openAmount: { amount: "-0.75" } }, {}] });
  });

  it("leaves items that are dated, or that something moves, after its day, and other currencies", async () => {
    const { story, customerId } = await leftovers();
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-01-01", rate: "1.1" });
    const euro = await story.invoice({ customerId, amount: "0.03", currency: "EUR" });
    const later = await story.invoice({ customerId, amount: "0.50", documentDate: "2026-03-11" });
    const { totals } = await story.does("smallBalanceWriteOffRun", { tolerances: TOLERANCE });
    expect(totals).toMatchObject([{ currency: "USD", items: 3 }]);
    expect(await open(story, [euro, later])).toEqual(["0.03", "0.50"]);
    const euros = { tolerances: [{ currency: "EUR", amount: "0.05" }] };
    await story.does("smallBalanceWriteOffRun", euros);
    const nothing = { amount: "0.00", functional: "0.00" };
    expect(await story.account("Accounts receivable", "EUR")).toEqual(nothing);
  });

  it("waits for approval when its total is above the limit, though each item is small", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "600.00" });
    const other = await story.invoice({ customerId, amount: "401.00" });
    const token = (person: string, role: string) => story.api.tokenOf(person, [role], story.tenant);
    const input = { tolerances: [{ currency: "USD", amount: "700.00" }] };
    const asked = await story.does("smallBalanceWriteOffRun", input, await token("sam", "AR_SPECIALIST"));
    expect([asked.needsApproval, asked.run]).toEqual([true, null]);
    expect(await open(story, [invoice, other])).toEqual(["600.00", "401.00"]);
    const approvalId = given(asked.approval).id;
    expect(
      await story.isRefused("approvalApprove", { approvalId }, await token("sam", "CONTROLLER")),
    ).toEqual(["OWN_REQUEST"]);
    await story.does("approvalApprove", { approvalId }, await token("mia", "AR_MANAGER"));
    expect(await open(story, [invoice, other])).toEqual(["0.00", "0.00"]);
  });

  it("is refused with all that is wrong with the tolerances", async () => {
    const { story } = await leftovers();
    const tolerances = [...TOLERANCE, ...TOLERANCE, { currency: "JPY", amount: "0.5" }];
    expect(await story.isRefused("smallBalanceWriteOffRun", { tolerances })).toEqual([
      "INVALID_VALUE",
      "INVALID_AMOUNT",
    ]);
    expect(await story.isRefused("smallBalanceWriteOffRun", { tolerances: [] })).toEqual(["REQUIRED"]);
  });
});
