import { decides, matchOf, receive, receiveAll } from "../support/matches.js";
import type { OperationVariables } from "./allowance-variables.js";
import type { FullBooks } from "./full-books.js";

/** Before the payments, which are of 2 March. */
const ISSUED = { documentDate: "2026-02-20" };

/** Of the customer of the full books. */
const OWN_ACCOUNT = "DE89370400440532013000";

/** Variables of the documents for the queue of cash. */
export const CASH_QUEUE_VARIABLES: OperationVariables = {
  CashQueue: proposed,
  CashQueueTotals: () => ({}),
  MatchProposalDetail: async ({ story, customer }, many) => {
    const invoices: string[] = [];
    for (let n = 0; n < many; n++) {
      const { number } = await story.invoice({ ...ISSUED, customerId: customer, amount: "41.00" });
      invoices.push(number);
    }
    const paid = await receive(story, `${41 * many}.00`, { text: invoices.join(" ") });
    return { id: matchOf(paid).id };
  },
  OpenMatchProposals: proposed,
  WhyApplied: async ({ story, customer }, many) => {
    const invoice = await story.invoice({ ...ISSUED, customerId: customer, amount: "900.00" });
    const openItemId = await story.itemOf(invoice);
    const amounts = Array.from({ length: many }, (_, n) => `${n + 1}.07`);
    const paid = await receiveAll(
      story,
      amounts.map((amount) => ({ amount, text: "as agreed", iban: OWN_ACCOUNT })),
    );
    for (const [n, receipt] of paid.entries()) {
      const parts = [{ openItemId, amount: amounts[n] }];
      await decides(story, "matchProposalConfirm", { matchProposalId: matchOf(receipt).id, parts });
    }
    return { invoiceId: invoice.id };
  },
  MatchingRates: () => ({ from: "2026-01-01", to: "2026-12-31" }),
  LearnedPayers: () => ({ first: 100 }),
  MatchingSettings: () => ({}),
};

/** So much waits for a person: money of strangers, of whom only the amount says what it is for. */
async function proposed({ story, customer }: FullBooks, many: number): Promise<object> {
  strangers += 100;
  const amounts = Array.from({ length: many }, (_, n) => `${strangers + n}.31`);
  for (const amount of amounts) await story.invoice({ ...ISSUED, customerId: customer, amount });
  await receiveAll(
    story,
    amounts.map((amount) => ({ amount, name: `Unheard of ${amount}`, text: "" })),
  );
  return { first: 100 };
}

/** Each amount is one invoice's only. */
let strangers = 7_000;
