import { expect, it } from "vitest";
import type { Payload, Story } from "../support/stories.js";
import { storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");
const CLIENTS = 20;
const POSTINGS_EACH = 6;

const isDone = (payload: Payload): boolean => payload.userErrors.length === 0;

/** Everything that the books say of February, and of each account at its end. */
async function february(story: Story): Promise<string> {
  const { trialBalance, aging } = await story.ask<{ trialBalance: object; aging: object }>(
    `{ trialBalance(asOf: "2026-02-28") { lines { accountCode currency debits { amount } credits { amount }
         functionalDebits { amount } functionalCredits { amount } } }
       aging(asOf: "2026-02-28") { totals { currency balance { amount } functionalBalance { amount } } } }`,
  );
  return JSON.stringify({ trialBalance, aging });
}

it("a month that is closed while 20 clients post into it: each posting is before the close or told of it, and the month never changes again", async () => {
  const story = await stories.begin();
  const customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount: "9000.00", documentDate: "2026-02-01" });
  const receipt = await story.receipt({ customerId, amount: "500.00", receivedOn: "2026-02-01" });
  const postings = [
    (day: string) =>
      story.attempt("receiptRecord", {
        customerId,
        amount: "5.00",
        currency: "USD",
        method: "CARD",
        receivedOn: day,
      }),
    (day: string) =>
      story.attempt("paymentApply", {
        receiptId: receipt.id,
        applications: [{ invoiceId: invoice.id, amount: "1.00" }],
        effectiveDate: day,
      }),
    async (day: string) => {
      const draft = await story.draft({ customerId, amount: "3.00", documentDate: day });
      return story.attempt("invoiceIssue", { invoiceId: draft.id });
    },
  ];
  const client = async (number: number): Promise<Payload[]> => {
    const payloads: Payload[] = [];
    for (let n = 0; n < POSTINGS_EACH; n++) {
      const posting = postings[(number + n) % postings.length];
      if (posting) payloads.push(await posting(`2026-02-${10 + n}`));
    }
    return payloads;
  };

  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
  const first = story.receipt({ customerId, amount: "2.00", receivedOn: "2026-02-02" });
  const close = first.then(() =>
    story.attempt("periodClose", { startsOn: "2026-02-01", overrideReason: "In a hurry" }),
  );
  expect((await close).userErrors).toEqual([]);
  const closed = await february(story);
  const payloads = (await Promise.all(clients)).flat();

  const refused = payloads.filter((payload) => !isDone(payload));
  for (const { userErrors } of refused) {
    expect(userErrors).toMatchObject([
      { __typename: "PeriodClosed", code: "PERIOD_CLOSED", firstOpenDate: "2026-03-01" },
    ]);
  }
  console.log(`${payloads.length - refused.length} postings before the close, ${refused.length} refused`);
  expect(refused.length).toBeGreaterThan(0);
  expect(await february(story)).toBe(closed);
  for (const posting of postings.slice(0, 2)) expect(isDone(await posting("2026-03-05"))).toBe(true);
  expect(await february(story)).toBe(closed);
});
