import type { CommandContext } from "../../platform/commands/command.js";
import { Refused } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import { reverseReceipt } from "../reverse-receipt.js";
import type { NewMatchMovement } from "./bank-match-rows.js";

export interface TakingBack {
  /** Each receipt's own day when null, so that every day's figures have the money once. */
  readonly effectiveDate: string | null;
  readonly reason: string;
}

interface ReceiptRow {
  readonly id: string;
  readonly receivedOn: string;
}

/** Reverses receipts, what they are applied to first. Answers their movements and the reversals'. */
export async function takeBack(
  context: CommandContext,
  receiptIds: readonly string[],
  { effectiveDate, reason }: TakingBack,
): Promise<NewMatchMovement[] | Refused> {
  const { tx, tenant } = context;
  const receipts = await tx.rows<ReceiptRow>(sql`
    select id, received_on as "receivedOn" from receipt
    where tenant_id = ${tenant.id} and id = any(${receiptIds}) order by id`);
  for (const { id, receivedOn } of receipts) {
    const day = effectiveDate ?? receivedOn;
    const outcome = await reverseReceipt.run(context, { receiptId: id, effectiveDate: day, reason });
    if (outcome instanceof Refused) return new Refused(outcome.refusals.map(asOfMatch));
  }
  const taken = await tx.rows<{ entryId: string; reversalId: string; amount: string }>(sql`
    select entry_id as "entryId", reversal_entry_id as "reversalId", amount from receipt
    where tenant_id = ${tenant.id} and id = any(${receiptIds}) order by id`);
  return taken.flatMap(({ entryId, reversalId, amount }): NewMatchMovement[] => [
    { entryId, amount, role: "TAKEN_BACK" },
    { entryId: reversalId, amount: new Decimal(amount).negated().toFixed(), role: "REVERSAL" },
  ]);
}

/** What stands in the way of a reversal is told of the match. */
function asOfMatch<Told extends { readonly path: readonly string[] }>(told: Told): Told {
  return told.path[0] === "receiptId" ? { ...told, path: ["keep"] } : told;
}
