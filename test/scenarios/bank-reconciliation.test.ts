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
  statusOf,
} from "../support/bank-matches.js";
import { given, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

describe("A transfer that was recorded by hand and then booked by the bank", () => {
  async function doubled() {
    const { story, customerId } = await opened(stories);
    const invoice = await story.invoice({ customerId, amount: "500.00", documentDate: "2026-02-20" });
    const receipt = await recorded(story, customerId, "500.00");
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "500.00" }]);
    await booked(story, { amount: "500.00", name: "Northwind Traders", text: "paid as agreed" });
    return { story, customerId, invoice, receipt };
  }

  it("is proposed as the same money; confirmed, it is in the ledger once and stays applied", async () => {
    const { story, invoice, receipt } = await doubled();
    expect(await cash(story)).toBe("1000.00");
    const before = await reconciliation(story, { from: "2026-02-01" });
    expect(before.totals).toMatchObject({
      ...{ lineCount: 1, unmatchedMovementCount: 1, statement: { amount: "500.00" } },
      ...{ fromBank: { amount: "500.00" }, ledger: { amount: "1000.00" }, difference: { amount: "-500.00" } },
    });
    const proposal = await onlyProposal(story);
    const [made] = proposal.receiptsOfLine;
    expect(proposal).toMatchObject({
      ...{ kind: "ONE_TO_ONE", keep: "RECORDED", difference: { amount: "0.00" }, differenceReason: null },
      movements: [{ receipt: { id: receipt.id } }],
      bankEntry: { description: "Northwind Traders paid as agreed" },
    });
    expect(proposal.evidence).toBe(
      `equal amounts; the same party; 3 days apart; the bank line was made receipt ${made?.number}, which is taken back: the money is in already`,
    );
    const { bankMatch } = await carries(story, "bankMatchConfirm", asProposed(proposal));
    expect(bankMatch.movements.map(({ role, movement }) => [role, movement.amount.amount])).toEqual([
      ["MATCHED", "500.00"],
      ["TAKEN_BACK", "500.00"],
      ["REVERSAL", "-500.00"],
    ]);
    expect(await cash(story)).toBe("500.00");
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await statusOf(story, given(made).id)).toEqual({
      status: "REVERSED",
      reversalReason: expect.stringMatching(/^The same money as RCT-\d+, recorded before the bank's line$/),
    });
    const after = await reconciliation(story);
    expect([after.proposals, after.unmatchedLines, after.unmatchedMovements]).toEqual([[], [], []]);
    expect(after.totals).toMatchObject({
      ...{ confirmed: { amount: "500.00" }, fromBank: { amount: "0.00" }, ledger: { amount: "0.00" } },
      // Recorded in February, booked in March.
      otherPeriods: { amount: "500.00" },
    });
  });

  it("stays with the bank's receipt instead when that is asked for", async () => {
    const { story, invoice, receipt } = await doubled();
    const proposal = await onlyProposal(story);
    const keep = "FROM_BANK";
    const { bankMatch } = await carries(story, "bankMatchConfirm", { ...asProposed(proposal), keep });
    expect(bankMatch).toMatchObject({ keep, difference: { amount: "0.00" } });
    expect(await cash(story)).toBe("500.00");
    expect(await story.instalments(invoice)).toEqual(["500.00"]);
    expect((await statusOf(story, receipt.id)).reversalReason).toContain("which the bank line was made");
    expect((await statusOf(story, given(proposal.receiptsOfLine[0]).id)).status).not.toBe("REVERSED");
  });

  it("is shown what would be posted, and nothing is, when it is only checked", async () => {
    const { story } = await doubled();
    const proposal = await onlyProposal(story);
    const checked = await attempts(story, "bankMatchConfirm", {
      ...asProposed(proposal),
      validateOnly: true,
    });
    expect(checked.userErrors).toEqual([]);
    expect(checked.wouldPost).toMatchObject([{ kind: "REVERSAL", effectiveDate: "2026-03-02" }]);
    expect(await cash(story)).toBe("1000.00");
    expect((await reconciliation(story)).proposals).toHaveLength(1);
  });

  it("is confirmed once, whoever asks again, with one key or at the same moment", async () => {
    const { story } = await doubled();
    const input = asProposed(await onlyProposal(story));
    const both = await Promise.all([1, 2].map(() => attempts(story, "bankMatchConfirm", input)));
    const refusals = both.flatMap(({ userErrors }) => userErrors);
    expect(refusals.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["INVALID_STATE", "bankEntryId"],
      ["INVALID_STATE", "journalEntryIds.0"],
    ]);
    expect(await cash(story)).toBe("500.00");
  });

  it("is two receipts again when that is undone, and can be decided anew", async () => {
    const { story, invoice } = await doubled();
    const input = asProposed(await onlyProposal(story));
    const { bankMatch } = await carries(story, "bankMatchConfirm", input);
    const idempotencyKey = "undo";
    const undo = { bankMatchId: bankMatch.id, reason: "Two transfers after all", idempotencyKey };
    const undone = await carries(story, "bankMatchUndo", { ...undo, expectedVersion: 1 });
    expect(undone.bankMatch).toMatchObject({ status: "UNDONE", undoReason: undo.reason, version: 2 });
    expect(undone.receipts).toHaveLength(1);
    expect(await cash(story)).toBe("1000.00");
    expect(await story.unapplied(given(undone.receipts?.[0]))).toBe("500.00");
    expect((await carries(story, "bankMatchUndo", { ...undo, expectedVersion: 1 })).replayed).toBe(true);
    const again = await attempts(story, "bankMatchUndo", { bankMatchId: bankMatch.id, reason: "Once more" });
    expect(again.userErrors.map(({ code }) => code)).toEqual(["INVALID_STATE"]);

    const proposal = await onlyProposal(story);
    expect(proposal.receiptsOfLine.map(({ id }) => id)).toEqual([undone.receipts?.[0]?.id]);
    await carries(story, "bankMatchConfirm", asProposed(proposal));
    expect(await cash(story)).toBe("500.00");
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    // What the undone match had taken back is kept as undoing itself, for good.
    const { bankMatches } = await story.ask<{ bankMatches: { nodes: { id: string; follows: object }[] } }>(
      "{ bankMatches(where: { bankEntryId: { isNull: true } }) { nodes { id follows { id } } } }",
    );
    expect(bankMatches.nodes).toMatchObject([{ follows: { id: bankMatch.id } }]);
    const kept = { bankMatchId: given(bankMatches.nodes[0]).id, reason: "Why not" };
    expect((await attempts(story, "bankMatchUndo", kept)).userErrors.map(({ code }) => code)).toEqual([
      "INVALID_STATE",
    ]);
  });

  it("is not proposed again once somebody has said that it is other money, until that is undone", async () => {
    const { story } = await doubled();
    const proposal = await onlyProposal(story);
    const rejected = { ...sidesOf(proposal), reason: "He paid twice" };
    const { bankMatch } = await carries(story, "bankMatchReject", rejected);
    expect(bankMatch).toMatchObject({ status: "REJECTED", differenceReason: null });
    const after = await reconciliation(story, { from: "2026-02-01" });
    expect(after.proposals).toEqual([]);
    expect(after.unmatchedMovements).toHaveLength(1);
    expect(await cash(story)).toBe("1000.00");
    await carries(story, "bankMatchUndo", { bankMatchId: bankMatch.id, reason: "He did not" });
    await carries(story, "bankMatchConfirm", asProposed(await onlyProposal(story)));
    expect(await cash(story)).toBe("500.00");
  });

  it("is refused with the first open day when the receipt's month is closed, and done on a day that is open", async () => {
    const { story } = await doubled();
    const proposal = await onlyProposal(story);
    for (const startsOn of ["2025-12-01", "2026-01-01", "2026-02-01"])
      await story.attempt("periodClose", { startsOn, overrideReason: "Agreed" });
    const input = { ...asProposed(proposal), keep: "FROM_BANK" };
    const refused = await attempts(story, "bankMatchConfirm", input);
    expect(refused.userErrors).toMatchObject([{ code: "PERIOD_CLOSED", path: ["effectiveDate"] }]);
    await carries(story, "bankMatchConfirm", { ...input, effectiveDate: "2026-03-02" });
    expect(await cash(story)).toBe("500.00");
  });
});

describe("A deposit of several cheques", () => {
  it("is proposed for all cheques of one customer that add up to it, and their receipts stay", async () => {
    const { story, customerId } = await opened(stories);
    await recorded(story, customerId, "120.00", { method: "CHEQUE", reference: "CHQ 1041" });
    await recorded(story, customerId, "80.50", { method: "CHEQUE", reference: "CHQ 1042" });
    await booked(story, { amount: "200.50", name: "Northwind Traders", text: "Deposit" });
    const proposal = await onlyProposal(story);
    expect(proposal).toMatchObject({ kind: "BATCH", difference: { amount: "0.00" } });
    expect(proposal.evidence).toContain("2 lines of the same party add up to the bank's amount");
    await carries(story, "bankMatchConfirm", asProposed(proposal));
    expect(await cash(story)).toBe("200.50");
    expect((await reconciliation(story)).proposals).toEqual([]);
  });

  it("is proposed for all cheques of one day, whoever's they are", async () => {
    const { story, customerId } = await opened(stories);
    const other = await story.customer({ name: "Contoso" });
    await recorded(story, customerId, "120.00", { method: "CHEQUE" });
    await recorded(story, other, "80.50", { method: "CHEQUE" });
    await recorded(story, other, "33.00", { method: "CHEQUE", receivedOn: "2026-02-26" });
    await booked(story, { amount: "200.50", name: "Branch office", text: "DEPOSIT" });
    const proposal = await onlyProposal(story);
    expect(proposal.evidence).toContain("all 2 cheques of 2026-02-27 add up to the bank's amount");
    await carries(story, "bankMatchConfirm", asProposed(proposal));
    expect(await cash(story)).toBe("233.50");
  });
});

describe("A bank line of another amount", () => {
  it("is proposed as less a fee, which is kept as the difference when it is confirmed", async () => {
    const { story, customerId } = await opened(stories);
    await recorded(story, customerId, "1000.00");
    await booked(story, { amount: "985.00", name: "Northwind Traders", text: "transfer" });
    const proposal = await onlyProposal(story);
    expect(proposal).toMatchObject({
      ...{ kind: "DIFFERENCE", difference: { amount: "-15.00" }, differenceReason: "BANK_FEE" },
      keep: "RECORDED",
    });
    const untold = await attempts(story, "bankMatchConfirm", sidesOf(proposal));
    expect(untold.userErrors).toMatchObject([
      { code: "REQUIRED", path: ["differenceReason"], message: expect.stringContaining("-15.00 EUR") },
    ]);
    await carries(story, "bankMatchConfirm", asProposed(proposal));
    expect(await cash(story)).toBe("1000.00");
    const { totals } = await reconciliation(story, { from: "2026-02-01" });
    expect(totals).toMatchObject({ differences: { amount: "-15.00" }, difference: { amount: "-15.00" } });
  });

  it("is proposed as a slip in writing when digits changed places, and the bank's amount stays", async () => {
    const { story, customerId } = await opened(stories);
    const mistyped = await recorded(story, customerId, "1530.00");
    await booked(story, { amount: "1350.00", name: "Northwind Traders", text: "transfer" });
    const proposal = await onlyProposal(story);
    expect(proposal).toMatchObject({ kind: "DIFFERENCE", keep: "FROM_BANK", differenceReason: null });
    expect(proposal.evidence).toContain("two digits changed places");
    await carries(story, "bankMatchConfirm", asProposed(proposal));
    expect(await cash(story)).toBe("1350.00");
    expect((await statusOf(story, mistyped.id)).status).toBe("REVERSED");
  });
});
