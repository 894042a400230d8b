import type { CommandContext } from "../platform/commands/command.js";
import { changeBankData } from "./change-bank-data.js";
import { reverseReturned } from "./returned-payment.js";
import { isReturn, type TakenEntry } from "./taken-entry.js";

/** Whether an entry that brings in no receipt has something else to be done: a return, or a notification of change. */
export function hasFollowUp({ outcome, entry }: TakenEntry): boolean {
  return outcome === "NOT_A_RECEIPT" && (isReturn(entry) || entry.notice?.kind === "CHANGE");
}

/** Does what the entry is there for, and keeps on it what became of that. */
export async function followNotice(context: CommandContext, taken: TakenEntry): Promise<void> {
  if (taken.entry.notice?.kind === "CHANGE") {
    taken.reason = await changeBankData(context, taken.entry);
    return;
  }
  const returned = await reverseReturned(context, taken.entry);
  if (returned.reversed) taken.outcome = "RECEIPT_REVERSED";
  taken.reason = returned.reason;
}
