import { afterEach, describe, expect, it } from "vitest";
import { chargeLateFeesOf } from "../../src/worker.js";
import { lateFees, policy, preview } from "../support/late-fees.js";
import { given, type Story, storybook } from "../support/stories.js";

const TODAY = "2026-03-10";
const book = storybook(TODAY);
let told: Story | undefined;
afterEach(() => on(told, TODAY));

async function begin(): Promise<Story> {
  told = await book.begin();
  return told;
}

function on(story: Story | undefined, day: string): void {
  if (story) story.api.clock.now = new Date(`${day}T12:00:00Z`);
}

/** An active plan over an invoice of 3,650.00 that was due on 2026-01-24; its instalments are due on 1 March and 1 April. */
async function planned(story: Story, missesToDefault = 2) {
  await policy(story);
  on(story, "2026-02-03");
  const customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount: "3650.00", documentDate: "2025-12-25" });
  const { paymentPlan } = await story.does("paymentPlanPropose", {
    openItemIds: [await story.itemOf(invoice)],
    schedule: { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2026-03-01" } },
    graceDays: 3,
    missesToDefault,
    contactName: "Jo Doe",
  });
  const paymentPlanId = given(paymentPlan).id;
  await story.does("paymentPlanActivate", { paymentPlanId });
  on(story, TODAY);
  return { customerId, invoice, paymentPlanId };
}

describe("Late fees on an item in a payment plan", () => {
  it("are none while the plan is kept, also later, and begin again when it has ended", async () => {
    const story = await begin();
    const { customerId, invoice, paymentPlanId } = await planned(story);
    const receipt = await story.receipt({ customerId, amount: "1825.00", receivedOn: "2026-03-01" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "1825.00" }], "2026-03-01");
    const before = { fromDate: "2026-01-25", toDate: "2026-02-02", days: 9 };
    expect(await preview(story)).toMatchObject([{ lines: [before] }]);
    await story.does("lateFeeRun", {});
    await story.does("paymentPlanCancel", { paymentPlanId, reason: "Pays as usual" });
    on(story, "2026-03-20");
    expect(await preview(story, "2026-03-20")).toMatchObject([
      {
        lines: [{ fromDate: "2026-03-10", toDate: "2026-03-20", days: 11, principal: { amount: "1825.00" } }],
      },
    ]);
  });

  it("begin again after the grace of an instalment that is missed", async () => {
    const story = await begin();
    await planned(story);
    expect(await preview(story, "2026-03-04")).toMatchObject([{ lines: [{ toDate: "2026-02-02" }] }]);
    expect(await preview(story)).toMatchObject([
      {
        lines: [
          { fromDate: "2026-01-25", toDate: "2026-02-02" },
          { fromDate: "2026-03-05", toDate: "2026-03-10", days: 6 },
        ],
      },
    ]);
  });

  it("are charged after default from the grace of the instalment that was missed", async () => {
    const story = await begin();
    await planned(story, 1);
    on(story, "2026-03-07");
    expect((await story.does("paymentPlanReview", {})).defaulted).toHaveLength(1);
    on(story, TODAY);
    expect(await preview(story)).toMatchObject([
      { lines: [{ toDate: "2026-02-02" }, { fromDate: "2026-03-05", toDate: "2026-03-10", days: 6 }] },
    ]);
  });
});

describe("Late fees by the clock", () => {
  const warnings: string[] = [];
  const log = { warn: (text: string) => void warnings.push(text) };
  const tick = (story: Story) => chargeLateFeesOf(story.api.application, story.tenant.id, log);

  async function late(story: Story): Promise<void> {
    await story.invoice({
      customerId: await story.customer(),
      amount: "3650.00",
      documentDate: "2025-12-25",
    });
  }

  it("are charged once a day when the policy says daily, and not at all when it does not", async () => {
    const story = await begin();
    await late(story);
    await policy(story);
    await tick(story);
    expect(await lateFees(story)).toEqual([]);
    await policy(story, { effectiveFrom: "2026-03-09", schedule: "DAILY" });
    await tick(story);
    await tick(story);
    on(story, "2026-03-11");
    await tick(story);
    expect((await lateFees(story)).map(({ documentDate, amount }) => [documentDate, amount.amount])).toEqual([
      ["2026-03-10", "81.00"],
      ["2026-03-11", "1.80"],
    ]);
  });

  it("are charged up to the end of the month before when the policy says monthly", async () => {
    const story = await begin();
    await late(story);
    await policy(story, { schedule: "MONTHLY" });
    await Promise.all([tick(story), tick(story)]);
    expect(await lateFees(story)).toMatchObject([
      { documentDate: "2026-02-28", amount: { amount: "63.00" } },
    ]);
  });

  it("are left with a word of why when the month is closed", async () => {
    const story = await begin();
    await late(story);
    await policy(story, { schedule: "MONTHLY" });
    await story.does("periodClose", { startsOn: "2026-02-01", overrideReason: "Everything is in" });
    warnings.length = 0;
    await tick(story);
    expect(await lateFees(story)).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining("closed")]);
  });
});
