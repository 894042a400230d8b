import type { CommandContext } from "../platform/commands/command.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import type { BankEntry } from "./bank-files/index.js";
import { reverseReceipt } from "./reverse-receipt.js";

export interface ReturnedPayment {
  readonly reversed: boolean;
  readonly reason: string;
}

/**
 * A payment that the bank took back: the one standing receipt of the same amount and currency whose payer used the
 * same reference is reversed on the entry's day. When none or several fit, nothing is, and a person must look.
 */
export async function reverseReturned(context: CommandContext, entry: BankEntry): Promise<ReturnedPayment> {
  const { tx, tenant } = context;
  const references = [...new Set(entry.details.flatMap((d) => d.endToEndId ?? []))];
  const found = await tx.rows<{ id: string; number: string }>(sql`
    select distinct r.id, r.number from remittance m
    join receipt r on r.tenant_id = m.tenant_id and r.id = m.receipt_id
    where m.tenant_id = ${tenant.id} and m.payer_reference = any(${references}) and r.reversal_entry_id is null
      and r.amount = ${entry.amount ?? "0"}::numeric and r.currency = ${entry.currency}`);
  const [receipt] = found;
  if (!receipt || found.length > 1) {
    const why = found.length > 1 ? "several receipts fit it" : "no standing receipt fits it";
    return { reversed: false, reason: `A payment was returned, but ${why}: reverse the receipt by hand.` };
  }
  const reason = entry.details.find((d) => d.returnReason)?.returnReason ?? "returned by the bank";
  const effectiveDate = entry.bookingDate ?? entry.valueDate;
  const outcome = await reverseReceipt.run(context, { receiptId: receipt.id, effectiveDate, reason });
  if (outcome instanceof Refused) {
    return { reversed: false, reason: outcome.refusals.map((r) => r.message).join(" ") };
  }
  return { reversed: true, reason: `Receipt ${receipt.number} was reversed (${reason}).` };
}
