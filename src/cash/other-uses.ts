import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";

interface Use {
  readonly kind: "REFUND" | "PAID_REFUND" | "WRITE_OFF";
  readonly number: string;
}

const WHAT_TO_DO: Readonly<Record<Use["kind"], (number: string) => string>> = {
  REFUND: (number) => `Cancel its refund ${number} first.`,
  PAID_REFUND: (number) =>
    `Its refund ${number} is paid out and cannot be cancelled; charge the customer by a debit memo instead.`,
  WRITE_OFF: (number) => `Reverse its write-off ${number} first.`,
};

/**
 * What stands in the way of taking a credit back though nothing of it is applied, in words for whoever asks: refunds and
 * write-offs of its items. Null when there are none. The items must be locked.
 */
export async function otherUses(
  { tx, tenant }: CommandContext,
  itemIds: readonly string[],
): Promise<string | null> {
  const uses = await tx.rows<Use>(sql`
    select case when payment_entry_id is null then 'REFUND' else 'PAID_REFUND' end as kind, number
    from refund where tenant_id = ${tenant.id} and item_id = any(${itemIds}) and cancel_entry_id is null
    union all
    select 'WRITE_OFF', number
    from write_off where tenant_id = ${tenant.id} and item_id = any(${itemIds}) and reversal_entry_id is null
    order by kind, number`);
  return uses.length === 0 ? null : uses.map(({ kind, number }) => WHAT_TO_DO[kind](number)).join(" ");
}
