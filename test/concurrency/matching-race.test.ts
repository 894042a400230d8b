import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { matchOf, receiptNow, receive, receiveAll, tries } from "../support/matches.js";
import { type Story, storybook } from "../support/stories.js";
import { deadlocksSoFar } from "./deadlocks.js";

/** Each story's books are verified after it by the storybook. */
const stories = storybook("2026-03-10");
const DATED = "2026-02-25";

let story: Story;
let customerId: string;
let deadlocksBefore: number;
beforeEach(async () => {
  story = await stories.begin({ functionalCurrency: "EUR" });
  customerId = await story.customer({ name: "Northwind Traders" });
  deadlocksBefore = await deadlocksSoFar(story.api);
});
afterEach(async () => {
  expect(await deadlocksSoFar(story.api)).toBe(deadlocksBefore);
});

const bill = (amount: string) => story.invoice({ customerId, amount, documentDate: DATED });

/** Money of a name that nobody knows: proposed for the one invoice that has the amount open. */
async function proposed(amount: string) {
  const invoice = await bill(amount);
  const receipt = await receive(story, amount, { name: "Zenith Holding", text: "" });
  return { invoice, receipt, match: matchOf(receipt) };
}

describe("decisions at the same moment", () => {
  it("on one proposal: the first counts, and the second is told that nothing is left to decide", async () => {
    const { invoice, receipt, match } = await proposed("75.00");
    const confirm = () => tries(story, "matchProposalConfirm", { matchProposalId: match.id });
    const both = await Promise.all([confirm(), confirm()]);
    expect(both.map(({ userErrors }) => userErrors.map(({ code }) => code)).sort()).toEqual([
      [],
      ["INVALID_STATE"],
    ]);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.unapplied(receipt)).toBe("0.00");
  });

  it("to confirm and to pay the same item otherwise never take it twice", async () => {
    const { invoice, match } = await proposed("75.00");
    const other = await story.receipt({ customerId, amount: "75.00", currency: "EUR" });
    const [confirmed, applied] = await Promise.all([
      tries(story, "matchProposalConfirm", { matchProposalId: match.id }),
      story.attempt("paymentApply", {
        receiptId: other.id,
        applications: [{ invoiceId: invoice.id, amount: "75.00" }],
      }),
    ]);
    const codes = [confirmed, applied].map(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes.flat()).toEqual(["AMOUNT_EXCEEDS_BALANCE"]);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("to match anew and to confirm leave one decision and no money twice", async () => {
    const { invoice, receipt, match } = await proposed("75.00");
    const [confirmed] = await Promise.all([
      tries(story, "matchProposalConfirm", { matchProposalId: match.id }),
      tries(story, "matchRun", { receiptIds: [receipt.id] }),
    ]);
    const { matchProposals } = await receiptNow(story, receipt);
    const waiting = matchProposals.filter(({ status }) => status === "OPEN" || status === "NONE");
    const isConfirmed = confirmed.userErrors.length === 0;
    expect(waiting).toHaveLength(isConfirmed ? 0 : 1);
    expect(await story.instalments(invoice)).toEqual([isConfirmed ? "0.00" : "75.00"]);
  });
});

it("20 files taken in at the same moment, each with payments for the same invoices, pay each once", async () => {
  const amounts = ["10.00", "20.00", "30.00", "40.00", "50.00"];
  const invoices: { id: string; number: string; amount: string }[] = [];
  for (const amount of amounts) invoices.push({ ...(await bill(amount)), amount });
  const files = Array.from({ length: 20 }, (_, file) => {
    const payments = invoices.map(({ number, amount }) => ({
      ...{ amount, text: number, name: "Northwind Traders" },
    }));
    return receiveAll(story, file % 2 === 0 ? payments : payments.toReversed());
  });
  const receipts = (await Promise.all(files)).flat();
  expect(receipts).toHaveLength(100);
  for (const invoice of invoices) expect(await story.instalments(invoice)).toEqual(["0.00"]);
  const spent = receipts.filter(({ unappliedAmount }) => unappliedAmount.amount === "0.00");
  expect(spent).toHaveLength(5);
  const others = receipts.filter(({ unappliedAmount }) => unappliedAmount.amount !== "0.00");
  for (const receipt of others) expect(["OPEN", "NONE"]).toContain(matchOf(receipt).status);
});
