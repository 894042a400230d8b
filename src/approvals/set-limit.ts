import { isRole } from "../platform/auth/roles.js";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";

export interface ApprovalLimitSetInput {
  readonly kind: string;
  readonly role: string;
  readonly currency?: string | null;
  readonly amount?: string | null;
}

/** Sets how much a role may adjust alone. What waits already is held against the limits of the day it is decided. */
export const setApprovalLimit: Command<ApprovalLimitSetInput, { kind: string; role: string }> = {
  name: "approvalLimitSet",
  scope: "tenant:manage",
  async run({ tx, tenant }, { kind, role, currency = null, amount = null }) {
    const checks = new InputChecks();
    if (kind === "DISPUTE")
      checks.add("INVALID_VALUE", "kind", "Disputes post nothing; they have no limits.");
    if (!isRole(role)) checks.add("INVALID_VALUE", "role", `"${role}" is not a role.`);
    if (amount !== null && currency === null) {
      checks.add("REQUIRED", "currency", "An amount needs a currency; without both there is no limit.");
    } else if (amount !== null && currency !== null)
      checks.amount(amount, currency, "amount", { zero: true });
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    await tx.rows(sql`
      insert into approval_limit (tenant_id, kind, role, currency, amount)
      values (${tenant.id}, ${kind}, ${role}, ${currency}, ${amount})
      on conflict (tenant_id, kind, role, currency)
      do update set amount = excluded.amount, version = approval_limit.version + 1`);
    return { kind, role };
  },
};
