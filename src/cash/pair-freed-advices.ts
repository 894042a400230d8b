import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { type Rematched, rematchReceipts } from "./matches/rematch-receipts.js";
import { countVersions, findPairs, keepPairs } from "./pair-advices.js";

/** Advices and receipts that can be paired anew. */
export interface Freed {
  readonly adviceIds: readonly string[];
  readonly receiptIds: readonly string[];
}

/**
 * Pairs what has become free with what fits it now, and matches anew the receipts that have got another advice, or have
 * lost theirs: `receiptIds` too. Null when there are none.
 */
export async function pairFreed(context: CommandContext, freed: Freed): Promise<Rematched | null> {
  const pairs = await findPairs(context, freed);
  await keepPairs(context, pairs);
  const changed = [...freed.receiptIds, ...pairs.map(({ paymentId }) => paymentId)];
  return changed.length === 0 ? null : rematchReceipts(context, changed);
}

/** The advice of a receipt that was just reversed explains another payment, if one fits. */
export async function pairAdviceOfReversed(context: CommandContext, receiptId: string): Promise<void> {
  const { tx, tenant } = context;
  const advices = await tx.rows<{ id: string }>(sql`
    select advice_id as id from remittance_advice_pairing
    where tenant_id = ${tenant.id} and receipt_id = ${receiptId} and unpaired_at is null`);
  if (advices.length === 0) return;
  const adviceIds = advices.map(({ id }) => id);
  await countVersions(context, adviceIds);
  await pairFreed(context, { adviceIds, receiptIds: [] });
}
