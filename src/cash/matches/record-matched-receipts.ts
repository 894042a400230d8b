import { v7 as uuidv7 } from "uuid";
import type { CommandContext } from "../../platform/commands/command.js";
import { Decimal } from "../../platform/money.js";
import { type NewReceipt, postReceipts } from "../post-receipts.js";
import type { RemittanceStatus } from "../remittance-rows.js";
import { type AppliedMatches, applyMatches } from "./apply-matches.js";
import type { MatchedPayment } from "./match-payments.js";
import { insertMatches, type MatchRecord } from "./match-record.js";

/** Money that came in with what matching says of it. */
export interface IncomingReceipt {
  readonly receipt: Omit<NewReceipt, "customerId">;
  readonly match: MatchedPayment;
}

export interface MatchedReceipt {
  readonly customerId: string | null;
  /** How far it was applied. */
  readonly status: RemittanceStatus;
  readonly record: MatchRecord;
}

/**
 * Records receipts as matching finds them: with their payer where that is sure, and applied where the items are; the rest is
 * proposed. What matching said is kept. In the order given.
 */
export async function recordMatchedReceipts(
  context: CommandContext,
  incoming: readonly IncomingReceipt[],
): Promise<MatchedReceipt[]> {
  if (incoming.length === 0) return [];
  const matched = incoming.map(({ receipt, match }) => ({
    receipt: { ...receipt, customerId: match.payerId },
    match,
  }));
  const posted = await postReceipts(
    context,
    matched.map(({ receipt }) => receipt),
  );
  const applied = await applyMatches(
    context,
    matched.map(({ receipt, match }, i) => ({
      receiptId: receipt.id,
      itemId: posted[i]?.itemId ?? "",
      receivedOn: receipt.receivedOn,
      effectiveDate: receipt.receivedOn,
      matched: match,
    })),
  );
  await insertMatches(context, uuidv7(), applied.records, applied.applications);
  const money = moneyApplied(applied);
  return matched.flatMap(({ receipt }, i): MatchedReceipt[] => {
    const record = applied.records[i];
    if (!record) return [];
    const { customerId } = receipt;
    const used = money.get(record.id) ?? new Decimal(0);
    return [{ customerId, record, status: statusOf(customerId, used, receipt.amount) }];
  });
}

/** What of each receipt's own money was applied, by match. */
export function moneyApplied({ allocated }: AppliedMatches): Map<string, Decimal> {
  const money = new Map<string, Decimal>();
  for (const { matchId, amount, creditPartId } of allocated)
    if (creditPartId === null) money.set(matchId, (money.get(matchId) ?? new Decimal(0)).plus(amount));
  return money;
}

function statusOf(customerId: string | null, used: Decimal, amount: Decimal): RemittanceStatus {
  if (customerId === null) return "UNIDENTIFIED";
  if (used.isZero()) return "UNAPPLIED";
  return used.eq(amount) ? "APPLIED" : "PARTLY_APPLIED";
}
