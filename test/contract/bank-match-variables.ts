import { booked, OWN_ACCOUNT, reconciliation, sidesOf } from "../support/bank-matches.js";
import { given } from "../support/stories.js";
import type { OperationVariables } from "./allowance-variables.js";
import { twice } from "./full-bank-matches.js";
import type { FullBooks } from "./full-books.js";

let matches = 0;

/** Of the customer of the full books. */
const THEIR_ACCOUNT = "DE89370400440532013000";

const YEAR = { account: OWN_ACCOUNT, currency: "EUR", from: "2026-01-15", to: "2026-12-31" };

/** Variables of the documents for bank reconciliation. */
export const BANK_MATCH_VARIABLES: OperationVariables = {
  BankReconciliation: async (books, many) => {
    await deposited(books, many);
    return YEAR;
  },
  BankMatchList: async ({ story, customer }, many) => {
    for (let n = 0; n < many; n++) {
      matches += 1;
      const input = sidesOf(
        await twice(story, { customerId: customer, iban: THEIR_ACCOUNT }, `${700 + matches}.07`),
      );
      await story.ask(CONFIRM, { input: { ...input, idempotencyKey: `listed-${matches}` } });
    }
    return { first: 100 };
  },
  ConfirmBankMatch: async (books, many) => ({
    input: { ...(await deposited(books, many)), idempotencyKey: `confirm-${many}` },
  }),
  RejectBankMatch: async (books, many) => ({
    input: { ...(await deposited(books, many)), reason: "Other money" },
  }),
  UndoBankMatch: async (books, many) => {
    const input = { ...(await deposited(books, many)), idempotencyKey: `to-undo-${many}` };
    const { bankMatchConfirm } = await books.story.ask<{ bankMatchConfirm: { bankMatch: { id: string } } }>(
      CONFIRM,
      { input },
    );
    const bankMatchId = bankMatchConfirm.bankMatch.id;
    return { input: { bankMatchId, reason: "Other money", idempotencyKey: `undo-${many}` } };
  },
};

const CONFIRM =
  "mutation ($input: BankMatchConfirmInput!) { bankMatchConfirm(input: $input) { bankMatch { id } userErrors { message } } }";

/** Both sides of so many cheques that were brought to the bank together. */
async function deposited({ story, customer }: FullBooks, many: number) {
  deposits += 1;
  // A day and an amount of their own, so that these cheques are no other deposit's.
  const receivedOn = dayOfFebruary(deposits);
  const cents = 1_000_000 + 10_101 * deposits;
  const amount = (cents / 100).toFixed(2);
  for (let n = 0; n < many; n++)
    await story.receipt({ customerId: customer, amount, method: "CHEQUE", currency: "EUR", receivedOn });
  const sum = ((many * cents) / 100).toFixed(2);
  await booked(story, { amount: sum, name: "Branch", text: "deposit", date: dayOfFebruary(deposits + 2) });
  const { proposals } = await reconciliation(story, { from: "2026-01-15", to: "2026-12-31" });
  return sidesOf(given(proposals.find(({ movements }) => movements[0]?.amount.amount === amount)));
}

let deposits = 0;

function dayOfFebruary(day: number): string {
  return new Date(Date.UTC(2026, 1, day)).toISOString().slice(0, 10);
}
