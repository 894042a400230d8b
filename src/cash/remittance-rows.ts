import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";

export type RemittanceStatus = "APPLIED" | "PARTLY_APPLIED" | "UNAPPLIED" | "UNIDENTIFIED";

/** What a payer sent, and what it says it pays. */
export interface NewRemittance {
  readonly id: string;
  readonly bankEntryId: string | null;
  readonly receiptId: string;
  readonly customerId: string | null;
  readonly currency: string;
  readonly amount: string;
  readonly receivedOn: BusinessDate;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly payerReference: string | null;
  readonly advice: readonly string[];
  readonly references: readonly string[];
  readonly status: RemittanceStatus;
}

/** Keeps remittances and tells subscribers of each. */
export async function insertRemittances(
  context: CommandContext,
  remittances: readonly NewRemittance[],
): Promise<void> {
  const { tx, tenant } = context;
  if (remittances.length === 0) return;
  await tx.rows(sql`
    insert into remittance (tenant_id, id, source, bank_entry_id, receipt_id, customer_id, currency, amount, received_on,
      payer_name, payer_account, payer_reference, advice, references_found, status)
    select ${tenant.id}, r.id, case when r."bankEntryId" is null then 'API' else 'BANK_FILE' end, r."bankEntryId", r."receiptId",
      r."customerId", r.currency, r.amount, r."receivedOn", r."payerName", r."payerAccount", r."payerReference",
      array(select jsonb_array_elements_text(r.advice)), array(select jsonb_array_elements_text(r."references")), r.status
    from jsonb_to_recordset(${JSON.stringify(remittances)}::jsonb)
      as r(id uuid, "bankEntryId" uuid, "receiptId" uuid, "customerId" uuid, currency text, amount numeric, "receivedOn" date,
           "payerName" text, "payerAccount" text, "payerReference" text, advice jsonb, "references" jsonb, status text)`);
  for (const remittance of remittances) {
    context.emit({
      type: "REMITTANCE_RECEIVED",
      subjectId: remittance.id,
      customerId: remittance.customerId,
      payload: {
        remittanceId: remittance.id,
        receiptId: remittance.receiptId,
        amount: remittance.amount,
        currency: remittance.currency,
        effectiveDate: remittance.receivedOn,
        status: remittance.status,
      },
    });
  }
}
