import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refuse } from "../platform/commands/refusal.js";
import {
  checkNote,
  closeDispute,
  emitDispute,
  lockDispute,
  NO_SUCH_DISPUTE,
  obstaclesToStep,
} from "./dispute-rows.js";

export interface DisputeWithdrawInput {
  readonly disputeId: string;
  readonly reason: string;
  readonly rootCause?: string | null;
  readonly correctiveAction?: string | null;
  readonly expectedVersion?: number | null;
}

/** Ends a dispute that the customer gave up, or that was opened by mistake. What it was about is owed as before. */
export const withdrawDispute: Command<DisputeWithdrawInput, { disputeId: string }> = {
  name: "disputeWithdraw",
  scope: "disputes:write",
  async run(context, { disputeId, reason, rootCause = null, correctiveAction = null, expectedVersion }) {
    const dispute = await lockDispute(context, disputeId);
    if (!dispute) return refuse(NO_SUCH_DISPUTE);
    const checks = new InputChecks().text(reason, "reason", "a reason", 1_000);
    checkNote(checks, rootCause, "rootCause");
    checkNote(checks, correctiveAction, "correctiveAction");
    checks.refusals.push(...obstaclesToStep(dispute, "withdrawn", expectedVersion));
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const its = { resolution: null, accepted: null, rootCause, correctiveAction, note: reason };
    await closeDispute(context, dispute, { status: "WITHDRAWN", ...its });
    emitDispute(context, "DISPUTE_WITHDRAWN", dispute, { reason });
    return { disputeId };
  },
};
