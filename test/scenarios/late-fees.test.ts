import { describe, expect, it } from "vitest";
import { lateFees, policy, preview } from "../support/late-fees.js";
import { given, storybook } from "../support/stories.js";

/** An invoice of 2025-12-25 in NET30 was due on 2026-01-24 and is 45 days late on 2026-03-10. */
const book = storybook("2026-03-10");
const DUE_45_DAYS_AGO = "2025-12-25";

describe("Late fees", () => {
  it("on 10,000 that are 45 days late, at 18 % a year after 10 days of grace, are 221.92", async () => {
    const story = await book.begin();
    await policy(story, { graceDays: 10 });
    const customerId = await story.customer();
    await story.invoice({ customerId, amount: "10000.00", documentDate: DUE_45_DAYS_AGO });
    const [would] = await preview(story);
    expect(would).toMatchObject({
      amount: { amount: "221.92" },
      lines: [
        {
          kind: "INTEREST",
          fromDate: "2026-01-25",
          toDate: "2026-03-10",
          days: 45,
          principal: { amount: "10000.00" },
          annualRatePercent: "18",
          amount: { amount: "221.92" },
        },
      ],
    });
    const { totals } = await story.does("lateFeeRun", {});
    expect(totals).toEqual([{ currency: "USD", fees: 1, amount: { amount: "221.92" } }]);
    const [fee] = await lateFees(story);
    expect(fee).toMatchObject({
      number: "LF-000001",
      documentDate: "2026-03-10",
      amount: { amount: "221.92" },
      openItem: { kind: "LATE_FEE", dueDate: "2026-03-10", openAmount: { amount: "221.92" } },
      journalEntry: { kind: "LATE_FEE" },
    });
    expect(given(fee).lines).toEqual(given(would).lines);
    expect(await story.account("Late-fee income", "USD")).toMatchObject({ amount: "-221.92" });
    expect(await story.account("Accounts receivable", "USD")).toMatchObject({ amount: "10221.92" });
  });
});
