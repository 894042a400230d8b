import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import {
  checkDepartment,
  checkNote,
  emitDispute,
  insertStep,
  lockDispute,
  NO_SUCH_DISPUTE,
  obstaclesToStep,
} from "./dispute-rows.js";

export interface DisputeReviewInput {
  readonly disputeId: string;
  /** Who answers for it from now on; who did before if not given. */
  readonly ownerDepartment?: string | null;
  readonly note?: string | null;
  readonly expectedVersion?: number | null;
}

/** Takes a dispute up, or hands one that is under review on to another department; each time is kept. */
export const reviewDispute: Command<DisputeReviewInput, { disputeId: string }> = {
  name: "disputeReview",
  scope: "disputes:write",
  async run(context, { disputeId, note, expectedVersion, ...input }) {
    const { tx, tenant } = context;
    const dispute = await lockDispute(context, disputeId);
    if (!dispute) return refuse(NO_SUCH_DISPUTE);
    const ownerDepartment = input.ownerDepartment ?? dispute.ownerDepartment;
    const checks = new InputChecks();
    checkDepartment(checks, ownerDepartment);
    checkNote(checks, note, "note");
    checks.refusals.push(...obstaclesToStep(dispute, "reviewed", expectedVersion));
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    await tx.rows(sql`
      update dispute set status = 'UNDER_REVIEW', owner_department = ${ownerDepartment}, version = version + 1
      where tenant_id = ${tenant.id} and id = ${disputeId}`);
    await insertStep(context, { disputeId, status: "UNDER_REVIEW", ownerDepartment, note });
    emitDispute(context, "DISPUTE_REVIEWED", dispute, { ownerDepartment });
    return { disputeId };
  },
};
