import { describe, expect, it } from "vitest";
import {
  asProposed,
  attempts,
  booked,
  carries,
  cash,
  onlyProposal,
  opened,
  reconciliation,
  recorded,
  sidesOf,
} from "../support/bank-matches.js";
import { given, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

describe("What was taken back", () => {
  it("undoes its receipt when the bank has neither", async () => {
    const { story, customerId } = await opened(stories);
    const receipt = await recorded(story, customerId, "75.00", { method: "CHEQUE" });
    await story.does("receiptReverse", { receiptId: receipt.id, effectiveDate: "2026-03-03" });
    const proposal = await onlyProposal(story);
    expect(proposal).toMatchObject({ kind: "VOID", bankEntry: null, movements: [{}, { isReversal: true }] });
    expect(proposal.evidence).toMatch(/^(RCT-\d+) \(reversed\) cancels \1$/);
    await carries(story, "bankMatchConfirm", asProposed(proposal));
    const after = await reconciliation(story, { from: "2026-02-01" });
    expect([after.proposals, after.unmatchedMovements]).toEqual([[], []]);
  });

  it("is the money that the bank has booked as going back", async () => {
    const { story, customerId } = await opened(stories);
    await booked(story, { amount: "60.00", name: "Northwind Traders", text: "transfer" });
    const { receipts } = await story.ask<{ receipts: { nodes: { id: string }[] } }>(
      "{ receipts { nodes { id } } }",
    );
    await story.does("receiptReverse", {
      receiptId: given(receipts.nodes[0]).id,
      effectiveDate: "2026-03-04",
    });
    await booked(story, { amount: "60.00", name: "Northwind Traders", side: "DBIT", date: "2026-03-05" });
    const proposal = await onlyProposal(story);
    expect(proposal).toMatchObject({ kind: "ONE_TO_ONE", movements: [{ isReversal: true }] });
    await carries(story, "bankMatchConfirm", asProposed(proposal));
    expect((await reconciliation(story)).totals).toMatchObject({
      ...{ statement: { amount: "0.00" }, ledger: { amount: "0.00" }, difference: { amount: "0.00" } },
    });
    expect(customerId).toBeDefined();
  });

  it("by the bank's own return needs nobody", async () => {
    const { story, customerId } = await opened(stories);
    const paid = { amount: "60.00", name: "Northwind Traders", text: "transfer", endToEndId: "E2E-1" };
    await booked(story, paid);
    await booked(story, { ...paid, side: "DBIT", date: "2026-03-05", returnReason: "AC04" });
    const { totals, ...left } = await reconciliation(story);
    expect(left).toEqual({ proposals: [], unmatchedLines: [], unmatchedMovements: [] });
    expect(totals).toMatchObject({ lineCount: 2, fromBank: { amount: "0.00" }, ledger: { amount: "0.00" } });
    expect(customerId).toBeDefined();
  });
});

it("A refund that was paid out is the bank's line of money that went out; a supplier's payment is left", async () => {
  const { story, customerId } = await opened(stories);
  const receipt = await recorded(story, customerId, "90.00");
  const { refund } = await story.does("refundRequest", {
    ...{ receiptId: receipt.id, amount: "40.00", reasonCode: "CREDIT_BALANCE", effectiveDate: "2026-03-01" },
  });
  await story.does("refundPay", {
    refundId: given(refund).id,
    paidOn: "2026-03-02",
    reference: "PAYOUT 7001",
  });
  await booked(
    story,
    { amount: "40.00", name: "Northwind Traders", text: "PAYOUT 7001", side: "DBIT", date: "2026-03-03" },
    { amount: "812.00", name: "Paper supplier", text: "their invoice", side: "DBIT", date: "2026-03-03" },
  );
  const proposal = await onlyProposal(story);
  expect(proposal).toMatchObject({ kind: "ONE_TO_ONE", movements: [{ amount: { amount: "-40.00" } }] });
  expect(proposal.evidence).toContain("both have number 7001");
  await carries(story, "bankMatchConfirm", asProposed(proposal));
  const { totals, unmatchedLines } = await reconciliation(story);
  expect(unmatchedLines).toHaveLength(1);
  expect(totals).toMatchObject({ unmatchedLineCount: 1, unmatchedLines: { amount: "-812.00" } });
});

describe("Money of another", () => {
  it("is not proposed, however equal the amounts are", async () => {
    const { story, customerId } = await opened(stories);
    await story.customer({ name: "Contoso" });
    await recorded(story, customerId, "250.00");
    await booked(story, { amount: "250.00", name: "Contoso", text: "transfer" });
    const { proposals } = await reconciliation(story);
    expect(proposals).toEqual([]);
  });

  it("is confirmed only as what it is: each mistake is told with what to do", async () => {
    const { story, customerId } = await opened(stories);
    await recorded(story, customerId, "250.00");
    await recorded(story, customerId, "60.00", { currency: "USD" }).catch(() => null);
    await booked(story, { amount: "250.00", name: "Northwind Traders", text: "transfer" });
    const proposal = await onlyProposal(story);
    const sides = sidesOf(proposal);
    const codes = async (input: object) =>
      (await attempts(story, "bankMatchConfirm", input)).userErrors.map(({ code, path }) => [
        code,
        path.join("."),
      ]);
    expect(await codes({ journalEntryIds: sides.journalEntryIds })).toEqual([["REQUIRED", "bankEntryId"]]);
    expect(await codes({ ...sides, journalEntryIds: [] })).toEqual([["INVALID_VALUE", "journalEntryIds"]]);
    const twice = [...sides.journalEntryIds, ...sides.journalEntryIds];
    expect(await codes({ ...sides, journalEntryIds: twice })).toEqual([
      ["INVALID_VALUE", "journalEntryIds.1"],
    ]);
    const unknown = "jre_00000000000000000000000000000000";
    expect(
      await codes({ bankEntryId: "ben_00000000000000000000000000000000", journalEntryIds: [unknown] }),
    ).toEqual([
      ["NOT_FOUND", "bankEntryId"],
      ["NOT_FOUND", "journalEntryIds.0"],
    ]);
    expect(await codes({ ...sides, differenceReason: "OTHER" })).toEqual([
      ["INVALID_VALUE", "differenceReason"],
    ]);
    expect(await cash(story)).toBe("500.00");
  });
});

it("Two lines that are confirmed for one movement at the same moment: one has it, the other is told", async () => {
  const { story, customerId } = await opened(stories);
  await recorded(story, customerId, "250.00");
  const paid = { amount: "250.00", name: "Northwind Traders", text: "transfer" };
  await booked(story, paid, { ...paid, date: "2026-03-04" });
  const { journalEntryIds } = sidesOf(await onlyProposal(story));
  const lines = await story.ask<{ bankBatches: { nodes: { entries: { nodes: { id: string }[] } }[] } }>(
    "{ bankBatches { nodes { entries { nodes { id } } } } }",
  );
  const both = await Promise.all(
    given(lines.bankBatches.nodes[0]).entries.nodes.map(({ id }) =>
      attempts(story, "bankMatchConfirm", { bankEntryId: id, journalEntryIds }),
    ),
  );
  expect(
    both.flatMap(({ userErrors }) => userErrors.map(({ code, path }) => [code, path.join(".")])),
  ).toEqual([["INVALID_STATE", "journalEntryIds.0"]]);
  expect(await cash(story)).toBe("500.00");
});

it("A period that is too long, or ends before it begins, is refused with what to ask instead", async () => {
  const { story } = await opened(stories);
  const ask = (from: string, to: string) =>
    story.api.ask(
      `{ bankReconciliation(account: "x", currency: "EUR", from: "${from}", to: "${to}") { totals { lineCount } } }`,
      {},
      story.token,
    );
  const codes = async (from: string, to: string) =>
    (await ask(from, to)).errors?.map(({ extensions }) => extensions?.code);
  expect(await codes("2026-03-31", "2026-03-01")).toEqual(["INVALID_FILTER"]);
  expect(await codes("2025-01-01", "2026-03-01")).toEqual(["LIMIT_EXCEEDED"]);
  expect(await codes("2026-03-01", "2026-03-01")).toBeUndefined();
});
