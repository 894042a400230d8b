import { decides, matchOf, receive } from "../support/matches.js";
import { given, type Story } from "../support/stories.js";

/** Payments that a person had to look at: one confirmed, by which its payer is known since, and one that waits. */
export async function tellMatching(story: Story, customerId: string, marker: string) {
  const its = { customerId, documentDate: "2026-02-20", currency: "EUR" };
  const paid = await story.invoice({ ...its, amount: "11.11" });
  await story.invoice({ ...its, amount: "12.34" });
  await decides(story, "matchSettingSet", { customerId, discountGraceDays: 2 });
  const stated = [[`Order ${marker}`, "11.11"]] as const;
  const first = await receive(story, "11.11", {
    name: `Quite Another Company Elsewhere ${marker}`,
    text: "",
    stated,
  });
  const { payerAliases } = await decides(story, "matchProposalConfirm", {
    matchProposalId: matchOf(first).id,
    parts: [{ openItemId: await story.itemOf(paid), amount: "11.11" }],
  });
  const waiting = await receive(story, "12.34", {
    name: `Holdings of Somebody Unheard Of ${marker}`,
    text: "",
  });
  return {
    payerAlias: given(payerAliases?.[0]).id,
    matchProposal: matchOf(waiting).id,
    unknownRemittance: waiting.remittance.id,
  };
}
