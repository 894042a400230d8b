import type { CommandContext } from "../platform/commands/command.js";
import { type Refusal, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";

/** The kinds of adjustment that are made for a reason, and disputes, which ask for one. */
export const REASON_KINDS = [
  "CREDIT_MEMO",
  "WRITE_OFF",
  "REFUND",
  "DEBIT_MEMO",
  "CHARGEBACK",
  "LATE_FEE_WAIVER",
  "DISPUTE",
] as const;

/** What stands in the way of a reason; null when it is one of the tenant's that is in use. */
export async function checkReason(
  { tx, tenant }: CommandContext,
  kind: (typeof REASON_KINDS)[number],
  code: string,
): Promise<Refusal | null> {
  const known = await tx.rows<{ code: string }>(sql`
    select code from reason_code where tenant_id = ${tenant.id} and kind = ${kind} and is_active order by code`);
  if (known.some((reason) => reason.code === code)) return null;
  const codes = known.map((reason) => reason.code).join(", ");
  return refusal(
    "INVALID_VALUE",
    "reasonCode",
    `"${code}" is not a reason in use here. There are: ${codes}.`,
  );
}
