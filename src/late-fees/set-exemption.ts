import { v7 as uuidv7 } from "uuid";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";

export interface LateFeeExemptionSetInput {
  readonly customerId: string;
  readonly isExempt: boolean;
  /** Today if not given. */
  readonly effectiveFrom?: string | null;
  readonly reason?: string | null;
}

/**
 * Exempts a customer from late fees from a day on, or ends that. The days of an exemption are never charged, also not
 * after it; what was charged before stays. It allows in advance what a waiver would need somebody's word for, so it is
 * for those who approve.
 */
export const setLateFeeExemption: Command<LateFeeExemptionSetInput, { readonly customerId: string }> = {
  name: "lateFeeExemptionSet",
  scope: "approvals:write",
  async run({ tx, tenant, actor, today, emit }, { customerId, isExempt, effectiveFrom, reason }) {
    const checks = new InputChecks();
    const from = checks.date(effectiveFrom ?? today, "effectiveFrom");
    const [customer] = await tx.rows(
      sql`select 1 from customer where tenant_id = ${tenant.id} and id = ${customerId} for update`,
    );
    if (!customer) checks.add("NOT_FOUND", "customerId", "There is no such customer.");
    const [last] = await tx.rows<{ versionNo: number; effectiveFrom: string }>(sql`
      select version_no as "versionNo", effective_from as "effectiveFrom" from late_fee_exemption
      where tenant_id = ${tenant.id} and customer_id = ${customerId} order by version_no desc limit 1`);
    if (from && last && from < last.effectiveFrom) {
      const message = `It was set anew from ${last.effectiveFrom}; what held before stays.`;
      checks.add("INVALID_DATE", "effectiveFrom", message);
    }
    if (!from || checks.refusals.length > 0) return new Refused(checks.refusals);
    await tx.rows(sql`
      insert into late_fee_exemption (tenant_id, id, customer_id, version_no, effective_from, is_exempt, reason, set_by)
      values (${tenant.id}, ${uuidv7()}, ${customerId}, ${(last?.versionNo ?? 0) + 1}, ${from}, ${isExempt}, ${reason ?? null},
              ${actor.person ?? actor.subject})`);
    const payload = { customerId, isExempt, effectiveFrom: from, reason: reason ?? null };
    emit({ type: "LATE_FEE_EXEMPTION_SET", subjectId: customerId, customerId, payload });
    return { customerId };
  },
};
