import { v7 as uuidv7 } from "uuid";
import { lockItems } from "../../ledger/index.js";
import type { CommandContext } from "../../platform/commands/command.js";
import { becomesCustomers } from "../identify-receipt.js";
import { latest } from "./application-days.js";
import { applyMatches, type ReceiptToApply } from "./apply-matches.js";
import { declinedItems } from "./declined-items.js";
import { inOrder, matchInChunks, PAYMENTS_AT_A_TIME } from "./match-in-chunks.js";
import { type MatchedPayment, proposedOnly } from "./match-payments.js";
import { insertMatches, type MatchRecord, statusOf, toldOf } from "./match-record.js";
import { type StoredPayment, storedPayments } from "./stored-payments.js";
import { lockReceiptRows, supersedeWaiting } from "./waiting-match.js";

export interface Rematched {
  readonly runId: string;
  readonly matches: readonly { readonly id: string; readonly receiptId: string; readonly status: string }[];
}

/**
 * Matches what the receipts have to apply as the books stand now. What waited for a decision on them gives way; what is sure
 * is applied from today on, and the payer of money that was nobody's becomes known where that is sure.
 */
export async function rematchReceipts(
  context: CommandContext,
  receiptIds: readonly string[],
): Promise<Rematched> {
  const runId = uuidv7();
  const ordered = [...new Set(receiptIds)].sort();
  await lockReceiptRows(context, ordered);
  await supersedeWaiting(context, ordered, "Matched anew.");
  const stored = await storedPayments(context, ordered);
  const declined = await declinedItems(context, ordered);
  const records: MatchRecord[] = [];
  await matchInChunks(context, inOrder(stored), PAYMENTS_AT_A_TIME, async (decided) => {
    const receipts: ReceiptToApply[] = [];
    for (const { one, match } of decided) {
      const matched = respecting(match, declined.get(one.receiptId));
      const itemId = await itemOfPayer(context, one, matched);
      const { receiptId, receivedOn } = one;
      const effectiveDate = latest(context.today, receivedOn);
      receipts.push({ receiptId, receivedOn, itemId, effectiveDate, matched });
    }
    const applied = await applyMatches(context, receipts);
    await insertMatches(context, runId, applied.records, applied.applications);
    for (const record of applied.records) tell(context, record);
    records.push(...applied.records);
  });
  return {
    runId,
    matches: records.map((record) => ({
      ...{ id: record.id, receiptId: record.receiptId, status: statusOf(record) },
    })),
  };
}

/** Nothing is applied by itself where a person has said that it is not what the money pays. */
function respecting(match: MatchedPayment, declined: ReadonlySet<string> = new Set()): MatchedPayment {
  const isOverruled = match.parts.some(({ itemId, decision }) => decision === "AUTO" && declined.has(itemId));
  return isOverruled ? { ...proposedOnly(match), obstacle: SOMEBODY_SAID_NO } : match;
}

const SOMEBODY_SAID_NO = "Somebody took it from there, or rejected it, before.";

/** The item that holds the money: the customer's, when matching is sure now whose it is. */
async function itemOfPayer(
  context: CommandContext,
  { receiptId, number, customerId, itemId, receivedOn }: StoredPayment,
  { payerId }: MatchedPayment,
): Promise<string> {
  if (customerId !== null || payerId === null) return itemId;
  const effectiveDate = latest(context.today, receivedOn);
  const [from] = await lockItems(context, [{ id: itemId, from: effectiveDate }]);
  if (!from) throw new Error("a receipt without its open item");
  return becomesCustomers(context, { id: receiptId, number }, from, payerId, effectiveDate);
}

function tell({ emit }: CommandContext, record: MatchRecord): void {
  emit({
    type: "RECEIPT_MATCHED",
    subjectId: record.id,
    customerId: record.matched.payerId,
    payload: { receiptId: record.receiptId, matchProposalId: record.id, match: toldOf(record) },
  });
}
