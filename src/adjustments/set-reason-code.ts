import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { REASON_KINDS } from "./reason-codes.js";

export interface ReasonCodeSetInput {
  readonly kind: string;
  /** Capitals, digits and underscores, at most 40; unique within the kind. */
  readonly code: string;
  /** In words; as it is when not given. */
  readonly name?: string | null;
  /** False: no new document takes it. As it is when not given, and in use when it is new. */
  readonly isActive?: boolean | null;
}

interface Reason {
  readonly name: string;
  readonly isActive: boolean;
}

/** Adds a reason, or renames it, retires it or takes it up again. What has it already keeps it. */
export const setReasonCode: Command<ReasonCodeSetInput, { kind: string }> = {
  name: "reasonCodeSet",
  scope: "tenant:manage",
  async run(context, input) {
    const { tx, tenant } = context;
    const { kind, code } = input;
    const known = await lockReason(context, input);
    const name = input.name ?? known?.name;
    const isActive = input.isActive ?? known?.isActive ?? true;
    const checks = new InputChecks().text(name, "name", "a name");
    if (!REASON_KINDS.some((one) => one === kind))
      checks.add("INVALID_VALUE", "kind", `Adjustments of the kind ${kind} have no reasons.`);
    if (!/^[A-Z0-9_]{1,40}$/.test(code))
      checks.add("INVALID_VALUE", "code", "A code is 1 to 40 capitals, digits and underscores.");
    if (kind === "WRITE_OFF" && code === "SMALL_BALANCE" && !isActive)
      checks.add("INVALID_STATE", "isActive", "SMALL_BALANCE is the reason of runs over small balances.");
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    await tx.rows(sql`
      insert into reason_code as r (tenant_id, kind, code, name, is_active)
      values (${tenant.id}, ${kind}, ${code}, ${name}, ${isActive})
      on conflict (tenant_id, kind, code)
      do update set name = excluded.name, is_active = excluded.is_active, version = r.version + 1`);
    return { kind };
  },
};

async function lockReason(
  { tx, tenant }: CommandContext,
  { kind, code }: ReasonCodeSetInput,
): Promise<Reason | undefined> {
  const [reason] = await tx.rows<Reason>(sql`
    select name, is_active as "isActive" from reason_code
    where tenant_id = ${tenant.id} and kind = ${kind} and code = ${code} for update`);
  return reason;
}
