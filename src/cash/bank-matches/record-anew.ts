import { v7 as uuidv7 } from "uuid";
import { rateOn } from "../../ledger/index.js";
import { type BusinessDate, businessDate } from "../../platform/business-date.js";
import type { CommandContext } from "../../platform/commands/command.js";
import { Refused } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import { type NewReceipt, postReceipts, type ReceiptMethod } from "../post-receipts.js";

interface ReceiptRow {
  readonly id: string;
  readonly customerId: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly receivedOn: BusinessDate;
  readonly method: ReceiptMethod;
  readonly reference: string | null;
  readonly rate: string;
}

/**
 * Records receipts that were taken back anew, of their own days or of the one given, with nothing applied. Those that a
 * bank line was made are so again. Answers their ids.
 */
export async function recordAnew(
  context: CommandContext,
  entryIds: readonly string[],
  effectiveDate: string | null,
): Promise<string[] | Refused> {
  const { tx, tenant } = context;
  const old = await tx.rows<ReceiptRow>(sql`
    select id, customer_id as "customerId", amount, currency, received_on as "receivedOn", method, reference, rate
    from receipt where tenant_id = ${tenant.id} and entry_id = any(${entryIds}) order by number`);
  const receipts: (NewReceipt & { readonly oldId: string })[] = [];
  for (const { id: oldId, receivedOn: day, ...its } of old) {
    const receivedOn = effectiveDate ? businessDate(effectiveDate) : day;
    const rate =
      receivedOn === day ? its.rate : await rateOn(tx, tenant, its.currency, receivedOn, "effectiveDate");
    if (rate instanceof Refused) return rate;
    receipts.push({ ...its, id: uuidv7(), oldId, receivedOn, rate, amount: new Decimal(its.amount) });
  }
  await postReceipts(context, receipts);
  await copyRemittances(
    context,
    receipts.map(({ id, oldId }) => ({ id, oldId, remittanceId: uuidv7() })),
  );
  return receipts.map(({ id }) => id);
}

/** What came with the money comes with the new receipt, so that it can be matched as before. */
async function copyRemittances(
  { tx, tenant }: CommandContext,
  copies: readonly { readonly id: string; readonly oldId: string; readonly remittanceId: string }[],
): Promise<void> {
  const copied = sql`jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) as n(id uuid, "oldId" uuid, "remittanceId" uuid)`;
  await tx.rows(sql`
    insert into remittance (tenant_id, id, source, bank_entry_id, receipt_id, customer_id, currency, amount, received_on,
      payer_name, payer_account, payer_reference, customer_number, advice, references_found, status)
    select m.tenant_id, n."remittanceId", m.source, m.bank_entry_id, n.id, r.customer_id, m.currency, m.amount, r.received_on,
      m.payer_name, m.payer_account, m.payer_reference, m.customer_number, m.advice, m.references_found,
      case when r.customer_id is null then 'UNIDENTIFIED' else 'UNAPPLIED' end
    from ${copied}
    join remittance m on m.tenant_id = ${tenant.id} and m.receipt_id = n."oldId"
    join receipt r on r.tenant_id = m.tenant_id and r.id = n.id`);
  await tx.rows(sql`
    insert into remittance_line (tenant_id, remittance_id, line_no, place, reference, amount, memo)
    select l.tenant_id, n."remittanceId", l.line_no, l.place, l.reference, l.amount, l.memo
    from ${copied}
    join remittance m on m.tenant_id = ${tenant.id} and m.receipt_id = n."oldId"
    join remittance_line l on l.tenant_id = m.tenant_id and l.remittance_id = m.id`);
}
