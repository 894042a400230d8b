import type { CommandContext } from "../platform/commands/command.js";
import type { Finding } from "./bank-files/index.js";
import { changeBankData } from "./change-bank-data.js";
import { reverseReturned } from "./returned-payment.js";
import { isReturn, RETURN_NOT_CARRIED_OUT, type TakenEntry } from "./taken-entry.js";

/** Whether an entry that brings in no receipt has something else to be done: a return, or a notification of change. */
export function hasFollowUp({ outcome, entry, isDoneByHand }: TakenEntry): boolean {
  return !isDoneByHand && outcome === "NOT_A_RECEIPT" && (isReturn(entry) || entry.notice?.kind === "CHANGE");
}

/**
 * Does what the entry is there for, and keeps on it what became of that. A return that cannot be carried out is held back:
 * what it takes back still counts as paid. Answers a finding when a person must look.
 */
export async function followNotice(context: CommandContext, taken: TakenEntry): Promise<Finding | null> {
  const { entry } = taken;
  const followed =
    entry.notice?.kind === "CHANGE"
      ? await changeBankData(context, entry)
      : await reverseReturned(context, entry);
  if ("reversed" in followed && followed.reversed) {
    taken.outcome = "RECEIPT_REVERSED";
    if (followed.receiptId !== undefined) taken.returnedReceiptId = followed.receiptId;
  }
  taken.reason = followed.reason;
  if ("reversed" in followed ? followed.reversed : followed.changed) return null;
  const message = `Entry at line ${entry.line}: ${followed.reason}`;
  const where = { message, line: entry.line, entryIndex: entry.index };
  if (!("reversed" in followed)) return { severity: "WARN", code: "LEFT_TO_A_PERSON", ...where };
  taken.outcome = "QUARANTINED";
  taken.obstacle = RETURN_NOT_CARRIED_OUT;
  return { severity: "QUARANTINE_ENTRY", code: RETURN_NOT_CARRIED_OUT, ...where };
}
