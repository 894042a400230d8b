import type { Command } from "../../platform/commands/command.js";
import { InputChecks } from "../../platform/commands/input-checks.js";
import { Refused } from "../../platform/commands/refusal.js";
import { closeMatch, keepOutcomes, lockWaitingMatch, readParts } from "./waiting-match.js";

export interface MatchProposalRejectInput {
  readonly matchProposalId: string;
  readonly reason: string;
  readonly expectedVersion?: number | null;
}

/** Says that nothing of what is proposed is right; the money stays where it is. */
export const rejectMatch: Command<MatchProposalRejectInput, { matchProposalId: string }> = {
  name: "matchProposalReject",
  scope: "cash:write",
  async run(context, input) {
    const checks = new InputChecks().text(input.reason, "reason", "the reason", 1_000);
    const match = await lockWaitingMatch(context, input, checks);
    if (!match || checks.refusals.length > 0) return new Refused(checks.refusals);
    const parts = await readParts(context, match.id);
    const undecided = parts.filter(({ decision }) => decision === "PROPOSED" || decision === "ALTERNATIVE");
    await keepOutcomes(
      context,
      undecided.map(({ id }) => ({ id, outcome: "DECLINED" as const })),
    );
    await closeMatch(context, match.id, "REJECTED", input.reason);
    context.emit({
      type: "MATCH_REJECTED",
      subjectId: match.id,
      customerId: match.receipt.customerId,
      payload: { matchProposalId: match.id, receiptId: match.receipt.id, reason: input.reason },
    });
    return { matchProposalId: match.id };
  },
};
