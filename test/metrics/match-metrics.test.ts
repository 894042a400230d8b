import { describe, expect, it } from "vitest";
import { decides, matchOf, receiveAll } from "../support/matches.js";
import { given, type Story, storybook } from "../support/stories.js";

const books = storybook("2026-03-10");

const IBAN = "DE89370400440532013000";

interface Rates {
  readonly whole: Readonly<Record<string, { readonly value: string | null; readonly reason: string | null }>>;
  readonly series: readonly {
    readonly from: string;
    readonly falseApplyRate: { readonly value: string | null };
  }[];
  readonly unappliedByReason: readonly object[];
}

async function rates(story: Story, from: string, to: string): Promise<Rates> {
  const { matchMetrics } = await story.ask<{ matchMetrics: Rates }>(
    `query ($from: Date!, $to: Date!) { matchMetrics(from: $from, to: $to, interval: MONTH) {
      whole { hitRate { value reason } straightThroughRate { value reason } straightThroughReceipts { value reason }
        falseApplyRate { value reason } daysToApply { value reason } weightedDaysToApply { value reason } }
      series { from falseApplyRate { value } }
      unappliedByReason { reason receipts amount { amount } } } }`,
    { from, to },
  );
  return matchMetrics;
}

/** Matching happens by the database's clock; figures are of the month in which the test runs. */
function thisMonth(): { readonly from: string; readonly to: string } {
  const now = new Date().toISOString();
  const later = new Date(Date.now() + 86_400_000 * 2).toISOString();
  return { from: `${now.slice(0, 8)}01`, to: later.slice(0, 10) };
}

describe("the rates of a company", () => {
  it("count what was applied untouched, what a person confirmed or declined, and what was found wrong since", async () => {
    const story = await books.begin({ functionalCurrency: "EUR" });
    const customerId = await story.customer({ bankAccounts: [IBAN] });
    const issue = (amount: string) => story.invoice({ customerId, amount, documentDate: "2026-02-01" });
    const [first, second, third] = [await issue("100.00"), await issue("60.00"), await issue("35.00")];
    const own = (amount: string, text: string) => ({ amount, text, iban: IBAN });
    const [right, wrong, other] = await receiveAll(story, [
      own("100.00", first.number),
      own("60.00", second.number),
      own("5.00", "as agreed"),
    ]);
    const { from, to } = thisMonth();
    expect((await rates(story, from, to)).whole).toMatchObject({
      hitRate: { value: "100.0000" },
      straightThroughRate: { value: "100.0000" },
      falseApplyRate: { value: "0.0000" },
    });
    // One of the two was wrong, and a third line was chosen by a person.
    const applied = given(matchOf(given(wrong)).parts[0]?.applications[0]);
    await story.does("paymentUnapply", { applicationIds: [applied.id] });
    await decides(story, "matchProposalConfirm", {
      matchProposalId: matchOf(given(other)).id,
      parts: [{ openItemId: await story.itemOf(third), amount: "5.00" }],
    });
    const { whole, series } = await rates(story, from, to);
    expect(whole).toMatchObject({
      hitRate: { value: "33.3333" },
      straightThroughRate: { value: "33.3333" },
      falseApplyRate: { value: "50.0000" },
    });
    expect(series[0]).toMatchObject({ from, falseApplyRate: { value: "50.0000" } });
    expect(matchOf(given(right)).status).toBe("APPLIED");
  });

  it("count days from received to applied on the books' own days, and money that is left at the end", async () => {
    const story = await books.begin({ functionalCurrency: "EUR" });
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-01" });
    const late = await story.receipt({ customerId, amount: "90.00", receivedOn: "2026-03-01" });
    await story.apply(late, [{ invoiceId: invoice.id, amount: "75.00" }], "2026-03-05");
    const soon = await story.receipt({ customerId, amount: "25.00", receivedOn: "2026-03-06" });
    await story.apply(soon, [{ invoiceId: invoice.id, amount: "25.00" }], "2026-03-06");
    const march = await rates(story, "2026-03-01", "2026-03-31");
    expect(march.whole).toMatchObject({
      daysToApply: { value: "2.00" },
      weightedDaysToApply: { value: "3.00" },
      hitRate: { value: null, reason: "No line was decided in the period." },
    });
    expect(march.unappliedByReason).toEqual([
      { reason: "NOT_MATCHED", receipts: 1, amount: { amount: "15.00" } },
    ]);
    const begun = await rates(story, "2026-03-01", "2026-03-02");
    expect(begun.unappliedByReason).toEqual([
      { reason: "NOT_MATCHED", receipts: 1, amount: { amount: "90.00" } },
    ]);
  });
});
