import type { CommandContext } from "../platform/commands/command.js";
import type { Finding } from "./bank-files/index.js";
import { changeBankData } from "./change-bank-data.js";
import { reverseReturned } from "./returned-payment.js";
import { isReturn, type TakenEntry } from "./taken-entry.js";

/** Whether an entry that brings in no receipt has something else to be done: a return, or a notification of change. */
export function hasFollowUp({ outcome, entry }: TakenEntry): boolean {
  return outcome === "NOT_A_RECEIPT" && (isReturn(entry) || entry.notice?.kind === "CHANGE");
}

/** Does what the entry is there for, and keeps on it what became of that. Answers a finding when a person must look. */
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
  return { severity: "WARN", code: "LEFT_TO_A_PERSON", message, line: entry.line, entryIndex: entry.index };
}
