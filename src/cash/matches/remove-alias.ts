import type { Command } from "../../platform/commands/command.js";
import { InputChecks } from "../../platform/commands/input-checks.js";
import { Refused, refusal } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";

export interface PayerAliasRemoveInput {
  readonly payerAliasId: string;
  readonly reason?: string | null;
  readonly expectedVersion?: number | null;
}

interface AliasRow {
  readonly version: number;
  readonly customerId: string;
  readonly isRemoved: boolean;
}

/** Forgets a name or an account under which a customer was known to pay. */
export const removeAlias: Command<PayerAliasRemoveInput, { payerAliasId: string }> = {
  name: "payerAliasRemove",
  scope: "cash:write",
  async run({ tx, tenant, actor, emit }, { payerAliasId, reason, expectedVersion }) {
    const checks = new InputChecks();
    const [alias] = await tx.rows<AliasRow>(sql`
      select version, customer_id as "customerId", removed_at is not null as "isRemoved"
      from payer_alias where tenant_id = ${tenant.id} and id = ${payerAliasId} for update`);
    if (!alias)
      return new Refused(checks.add("NOT_FOUND", "payerAliasId", "There is no such alias.").refusals);
    if (alias.isRemoved) checks.add("INVALID_STATE", "payerAliasId", "The alias is removed already.");
    if (expectedVersion != null && expectedVersion !== alias.version) {
      const message = `The alias was changed: it is at version ${alias.version}, you expected ${expectedVersion}.`;
      checks.refusals.push(
        refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: alias.version }),
      );
    }
    if (reason != null) checks.text(reason, "reason", "the reason", 1_000);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    await tx.rows(sql`
      update payer_alias set removed_at = clock_timestamp(), removed_by = ${actor.subject}, removal_reason = ${reason ?? null},
             version = version + 1
      where tenant_id = ${tenant.id} and id = ${payerAliasId}`);
    emit({
      type: "PAYER_ALIAS_REMOVED",
      subjectId: payerAliasId,
      customerId: alias.customerId,
      payload: { payerAliasId, customerId: alias.customerId, reason: reason ?? null },
    });
    return { payerAliasId };
  },
};
