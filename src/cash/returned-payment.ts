import type { CommandContext } from "../platform/commands/command.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { achReason, type BankEntry } from "./bank-files/index.js";
import { reverseReceipt } from "./reverse-receipt.js";

export interface ReturnedPayment {
  readonly reversed: boolean;
  readonly reason: string;
  /** The receipt that was reversed. */
  readonly receiptId?: string;
}

interface Standing {
  readonly id: string;
  readonly number: string;
}

/** What to do about a return that was not carried out. */
const REMEDY =
  "Once the receipt is there, release the entry; or reverse the receipt by hand, then release the entry with confirmDuplicate, which posts nothing.";

/**
 * A payment that the bank took back: the one standing receipt of the same amount and currency whose payer used the
 * same reference, or that has the trace number which an ACH return names, is reversed on the entry's day. When none or
 * several fit, nothing is, and a person must look.
 */
export async function reverseReturned(context: CommandContext, entry: BankEntry): Promise<ReturnedPayment> {
  const why = reasonOf(entry);
  const trace = entry.notice?.originalTrace;
  const found =
    trace === undefined ? await byPayerReference(context, entry) : await byTrace(context, entry, trace);
  const what =
    trace === undefined
      ? "A payment was returned"
      : `The payment with trace number ${trace} was returned (${why})`;
  const [receipt] = found;
  if (!receipt || found.length > 1) {
    const obstacle = found.length > 1 ? "several receipts fit it" : "no standing receipt fits it";
    return { reversed: false, reason: `${what}, but ${obstacle}. ${REMEDY}` };
  }
  const effectiveDate = entry.bookingDate ?? entry.valueDate;
  const outcome = await reverseReceipt.run(context, { receiptId: receipt.id, effectiveDate, reason: why });
  if (outcome instanceof Refused) {
    const obstacle = outcome.refusals.map((r) => r.message).join(" ");
    return {
      reversed: false,
      reason: `${what}, but receipt ${receipt.number} was not reversed. ${obstacle} ${REMEDY}`,
    };
  }
  return {
    reversed: true,
    reason: `Receipt ${receipt.number} was reversed (${why}).`,
    receiptId: receipt.id,
  };
}

function reasonOf(entry: BankEntry): string {
  const code = entry.details.find((d) => d.returnReason)?.returnReason;
  if (code === undefined) return "returned by the bank";
  return entry.notice ? achReason(code) : code;
}

function byPayerReference({ tx, tenant }: CommandContext, entry: BankEntry): Promise<Standing[]> {
  const references = [...new Set(entry.details.flatMap((d) => d.endToEndId ?? []))];
  return tx.rows<Standing>(sql`
    select distinct r.id, r.number from remittance m
    join receipt r on r.tenant_id = m.tenant_id and r.id = m.receipt_id
    where m.tenant_id = ${tenant.id} and m.payer_reference = any(${references}) and r.reversal_entry_id is null
      and r.amount = ${entry.amount ?? "0"}::numeric and r.currency = ${entry.currency}`);
}

/** The receipt of the ACH entry with that trace number, or one that was recorded under it when the debit was sent. */
function byTrace({ tx, tenant }: CommandContext, entry: BankEntry, trace: string): Promise<Standing[]> {
  return tx.rows<Standing>(sql`
    with named as (
      select m.receipt_id as id from bank_entry e
      join remittance m on m.tenant_id = e.tenant_id and m.bank_entry_id = e.id
      where e.tenant_id = ${tenant.id} and e.bank_reference = ${trace}
      union select receipt_id from remittance where tenant_id = ${tenant.id} and payer_reference = ${trace}
      union select id from receipt where tenant_id = ${tenant.id} and reference = ${trace})
    select r.id, r.number from named join receipt r on r.tenant_id = ${tenant.id} and r.id = named.id
    where r.reversal_entry_id is null and r.amount = ${entry.amount ?? "0"}::numeric and r.currency = ${entry.currency}`);
}
