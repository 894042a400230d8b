import { v7 as uuidv7 } from "uuid";
import { accountOf, type ChartOfAccounts, type ItemState, JournalEntry, letGo } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import type { Decimal } from "../platform/money.js";

/** Money of a receipt that becomes a customer's; its item is locked and has so much available. */
export interface MovedMoney {
  readonly receiptId: string;
  readonly number: string;
  /** Of nobody yet, or of another customer. */
  readonly from: ItemState;
  readonly amount: Decimal;
  readonly customerId: string;
  readonly effectiveDate: BusinessDate;
}

/**
 * Takes money off the item that holds it and opens one of the customer's: Dr unidentified cash, or the other customer's
 * unapplied cash / Cr unapplied cash. Returns the entry and the new item's id.
 */
export function moneyMoved(
  chart: ChartOfAccounts,
  functionalCurrency: string,
  { receiptId, number, from, amount, customerId, effectiveDate }: MovedMoney,
): { readonly entry: JournalEntry; readonly itemId: string } {
  const itemId = uuidv7();
  const isUnknown = from.customerId === null;
  const relief = letGo(from, amount, functionalCurrency);
  const entry = new JournalEntry({
    id: uuidv7(),
    effectiveDate,
    kind: isUnknown ? "RECEIPT_IDENTIFIED" : "RECEIPT_TRANSFERRED",
    description: isUnknown
      ? `Payer of receipt ${number} identified`
      : `Money of receipt ${number} is another customer's`,
    documentId: receiptId,
  })
    .move(from, relief.amount, relief.functional, "TRANSFER")
    .open({
      id: itemId,
      kind: "RECEIPT",
      customerId,
      accountId: accountOf(chart, "UNAPPLIED_CASH"),
      documentNumber: from.documentNumber,
      documentDate: effectiveDate,
      dueDate: from.dueDate,
      currency: from.currency,
      original: relief.amount.negated(),
      functionalOriginal: relief.functional.negated(),
      receiptId,
    });
  return { entry, itemId };
}

/** Keeps who paid a receipt whose payer was unknown, and tells it. */
export async function nameThePayer(
  { tx, tenant, emit }: CommandContext,
  receipt: { readonly id: string; readonly number: string },
  customerId: string,
): Promise<void> {
  await tx.rows(sql`
    update receipt set customer_id = ${customerId}, version = version + 1
    where tenant_id = ${tenant.id} and id = ${receipt.id}`);
  await tx.rows(sql`
    update remittance set customer_id = ${customerId}, status = 'UNAPPLIED'
    where tenant_id = ${tenant.id} and receipt_id = ${receipt.id} and status = 'UNIDENTIFIED'`);
  emit({
    type: "RECEIPT_IDENTIFIED",
    subjectId: receipt.id,
    customerId,
    payload: { receiptId: receipt.id, number: receipt.number, customerId },
  });
}
