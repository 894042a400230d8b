import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { type AdviceNamed, lockAdvice, type StandingPair, standingPairs } from "./advice-to-pair.js";
import { lockReceiptRows } from "./matches/waiting-match.js";
import { countVersions } from "./pair-advices.js";
import { pairFreed } from "./pair-freed-advices.js";

export interface RemittanceAdviceUnpairInput extends AdviceNamed {
  /** Why they do not belong together. */
  readonly reason: string;
}

export interface RemittanceAdviceUnpairResult {
  readonly remittanceAdviceId: string;
  readonly receiptId: string;
  /** What matching says of the receipt without it; null when nothing is left to apply. */
  readonly matchProposalId: string | null;
}

/**
 * Takes an advice from its payment. The two are not paired again by themselves; each is paired with another that fits, and
 * what is left of the payment is matched anew. What was applied stays: it is unapplied where it was wrong.
 */
export const unpairAdvice: Command<RemittanceAdviceUnpairInput, RemittanceAdviceUnpairResult> = {
  name: "remittanceAdviceUnpair",
  scope: "cash:write",
  postingDateAt: "remittanceAdviceId",
  async run(context, input) {
    const checks = new InputChecks().text(input.reason, "reason", "the reason", 1_000);
    const adviceId = input.remittanceAdviceId;
    const [seen] = await standingPairs(context, { adviceId, receiptId: null });
    // The receipt first, as everybody else does.
    if (seen) await lockReceiptRows(context, [seen.receiptId]);
    const advice = await lockAdvice(context, input, checks);
    const [pair] = advice ? await standingPairs(context, { adviceId, receiptId: null }) : [];
    const isSame = pair !== undefined && pair.receiptId === seen?.receiptId;
    if (advice && !isSame)
      checks.add("INVALID_STATE", "remittanceAdviceId", "The advice is paired with no payment that stands.");
    if (!isSame || checks.refusals.length > 0) return new Refused(checks.refusals);
    await takeApart(context, pair, input.reason);
    const { receiptId } = pair;
    const rematched = await pairFreed(context, { adviceIds: [adviceId], receiptIds: [receiptId] });
    const match = rematched?.matches.find((one) => one.receiptId === receiptId);
    return { remittanceAdviceId: adviceId, receiptId, matchProposalId: match?.id ?? null };
  },
};

async function takeApart(
  context: CommandContext,
  { adviceId, pairingNo }: StandingPair,
  reason: string,
): Promise<void> {
  const { tx, tenant, actor } = context;
  await tx.rows(sql`
    update remittance_advice_pairing
    set unpaired_at = clock_timestamp(), unpaired_by = ${actor.subject}, unpair_reason = ${reason}
    where tenant_id = ${tenant.id} and advice_id = ${adviceId} and pairing_no = ${pairingNo}::integer`);
  await countVersions(context, [adviceId]);
}
