import { asProposed, booked, carries, reconciliation, sidesOf } from "../support/bank-matches.js";
import { given, type Story } from "../support/stories.js";

/** What was recorded by hand before the bank told of it: one confirmed, one rejected, one undone, and one undecided. */
export async function tellBankMatches(story: Story, marker: string) {
  const iban = "DE02500105170137075030";
  const payer = { iban, customerId: await story.customer({ name: `Payer ${marker}`, bankAccounts: [iban] }) };
  const confirmed = await twice(story, payer, "61.01");
  const { bankMatch } = await carries(story, "bankMatchConfirm", { ...asProposed(confirmed), note: marker });
  const rejected = await twice(story, payer, "62.02");
  await carries(story, "bankMatchReject", { ...sidesOf(rejected), reason: marker });
  const undone = await carries(story, "bankMatchConfirm", asProposed(await twice(story, payer, "63.03")));
  await carries(story, "bankMatchUndo", { bankMatchId: undone.bankMatch.id, reason: marker });
  const undecided = sidesOf(await twice(story, payer, "64.04"));
  return {
    bankMatch: bankMatch.id,
    bankLine: given(undecided.bankEntryId),
    cashMovement: given(undecided.journalEntryIds[0]),
  };
}

/** Money that is recorded, and that the bank then tells of; the proposal for it. */
export async function twice(
  story: Story,
  { customerId, iban }: { readonly customerId: string; readonly iban: string },
  amount: string,
) {
  await story.receipt({ customerId, amount, currency: "EUR", receivedOn: "2026-02-27" });
  await booked(story, { amount, name: "Somebody", iban, text: `as agreed ${amount}` });
  const { proposals } = await reconciliation(story);
  const found = proposals.find(({ movements }) => movements[0]?.amount.amount === amount);
  if (!found) throw new Error(`nothing is proposed for ${amount}, but ${JSON.stringify(proposals)}`);
  return found;
}
