import { v7 as uuidv7 } from "uuid";
import { accountOf, chartOf, JournalEntry, post } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount, roundMoney } from "../platform/money.js";

/** Money that came in. */
export interface NewReceipt {
  readonly id: string;
  /** Null while the payer is unknown. */
  readonly customerId: string | null;
  readonly amount: Decimal;
  readonly currency: string;
  readonly receivedOn: BusinessDate;
  readonly method: ReceiptMethod;
  readonly reference: string | null;
  /** Functional currency for one unit of the receipt's currency, on its day. */
  readonly rate: string;
}

export type ReceiptMethod = "BANK_TRANSFER" | "CARD" | "CHEQUE" | "CASH" | "DIRECT_DEBIT" | "OTHER";

/** A posted receipt, with the open item that holds what is not applied yet. */
export interface PostedReceipt {
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
  readonly entryId: string;
}

/** Dr cash clearing / Cr unapplied cash, or unidentified cash while the payer is unknown. Set-based. */
export async function postReceipts(
  context: CommandContext,
  receipts: readonly NewReceipt[],
): Promise<PostedReceipt[]> {
  const { tx, tenant } = context;
  if (receipts.length === 0) return [];
  const chart = await chartOf(tx, tenant.id);
  const numbers = await tx.rows<{ number: string }>(
    sql`select 'RCT-' || lpad(n::text, greatest(8, length(n::text)), '0') as number from next_receipt_numbers(${receipts.length}::integer) as n`,
  );
  const posted = receipts.map((receipt, i) => ({
    id: receipt.id,
    number: numbers[i]?.number ?? "",
    itemId: uuidv7(),
    entryId: uuidv7(),
  }));
  const entries = receipts.map((receipt, i) => {
    const { number = "", itemId = "", entryId = "" } = posted[i] ?? {};
    const functional = roundMoney(receipt.amount.times(receipt.rate), tenant.functionalCurrency);
    return new JournalEntry({
      id: entryId,
      effectiveDate: receipt.receivedOn,
      kind: "RECEIPT",
      description: `Receipt ${number}`,
      documentId: receipt.id,
    })
      .line(
        accountOf(chart, "CASH_CLEARING"),
        receipt.currency,
        receipt.amount,
        functional,
        receipt.customerId,
      )
      .open({
        id: itemId,
        kind: "RECEIPT",
        customerId: receipt.customerId,
        accountId: accountOf(chart, receipt.customerId ? "UNAPPLIED_CASH" : "UNIDENTIFIED_CASH"),
        documentNumber: number,
        documentDate: receipt.receivedOn,
        dueDate: receipt.receivedOn,
        currency: receipt.currency,
        original: receipt.amount.negated(),
        functionalOriginal: functional.negated(),
        receiptId: receipt.id,
      });
  });
  await post(context, entries);
  await insertReceipts(context, receipts, posted);
  for (const [i, receipt] of receipts.entries()) emitRecorded(context, receipt, posted[i]?.number ?? "");
  return posted;
}

async function insertReceipts(
  { tx, tenant }: CommandContext,
  receipts: readonly NewReceipt[],
  posted: readonly PostedReceipt[],
): Promise<void> {
  const rows = receipts.map((receipt, i) => ({
    ...receipt,
    number: posted[i]?.number,
    entryId: posted[i]?.entryId,
  }));
  await tx.rows(sql`
    insert into receipt (tenant_id, id, number, customer_id, amount, currency, received_on, method, reference, rate, entry_id)
    select ${tenant.id}, id, number, "customerId", amount, currency, "receivedOn", method, reference, rate, "entryId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, number text, "customerId" uuid, amount numeric, currency text, "receivedOn" date, method text,
           reference text, rate numeric, "entryId" uuid)`);
}

function emitRecorded(context: CommandContext, receipt: NewReceipt, number: string): void {
  context.emit({
    type: "RECEIPT_RECORDED",
    subjectId: receipt.id,
    customerId: receipt.customerId,
    payload: {
      receiptId: receipt.id,
      number,
      amount: formatAmount(receipt.amount, receipt.currency),
      currency: receipt.currency,
      effectiveDate: receipt.receivedOn,
    },
  });
}
