import { asProposed, booked, carries, reconciliation, sidesOf } from "../support/bank-matches.js";
import { given, type Story } from "../support/stories.js";

/** What was recorded by hand before the bank told of it: one confirmed, one rejected, one undone, and one undecided. */
export async function tellBankMatches(story: Story, customerId: string, marker: string) {
  const confirmed = await twice(story, customerId, "61.01");
  const { bankMatch } = await carries(story, "bankMatchConfirm", { ...asProposed(confirmed), note: marker });
  const rejected = await twice(story, customerId, "62.02");
  await carries(story, "bankMatchReject", { ...sidesOf(rejected), reason: marker });
  const undone = await carries(
    story,
    "bankMatchConfirm",
    asProposed(await twice(story, customerId, "63.03")),
  );
  await carries(story, "bankMatchUndo", { bankMatchId: undone.bankMatch.id, reason: marker });
  const undecided = sidesOf(await twice(story, customerId, "64.04"));
  return {
    bankMatch: bankMatch.id,
    bankLine: given(undecided.bankEntryId),
    cashMovement: given(undecided.journalEntryIds[0]),
  };
}

/** Money that is recorded, and that the bank then tells of; the proposal for it. */
export async function twice(story: Story, customerId: string, amount: string) {
  await story.receipt({ customerId, amount, currency: "EUR", receivedOn: "2026-02-27" });
  await booked(story, { amount, name: "Somebody", text: `as agreed ${amount}` });
  const { proposals } = await reconciliation(story);
  return given(proposals.find(({ movements }) => movements[0]?.amount.amount === amount));
}
