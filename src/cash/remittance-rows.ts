import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { type MatchRecord, toldOf } from "./matches/match-record.js";
import type { AdviceLine } from "./matching/index.js";

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
  readonly customerNumber: string | null;
  /** What it says of one document each. */
  readonly lines: readonly AdviceLine[];
  readonly status: RemittanceStatus;
  /** What matching made of it. */
  readonly match: MatchRecord;
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
      payer_name, payer_account, payer_reference, customer_number, advice, references_found, status)
    select ${tenant.id}, r.id, case when r."bankEntryId" is null then 'API' else 'BANK_FILE' end, r."bankEntryId", r."receiptId",
      r."customerId", r.currency, r.amount, r."receivedOn", r."payerName", r."payerAccount", r."payerReference",
      r."customerNumber", array(select jsonb_array_elements_text(r.advice)), array(select jsonb_array_elements_text(r."references")), r.status
    from jsonb_to_recordset(${JSON.stringify(remittances.map(({ lines: _, match: __, ...row }) => row))}::jsonb)
      as r(id uuid, "bankEntryId" uuid, "receiptId" uuid, "customerId" uuid, currency text, amount numeric, "receivedOn" date,
           "payerName" text, "payerAccount" text, "payerReference" text, "customerNumber" text, advice jsonb, "references" jsonb, status text)`);
  await insertLines(context, remittances);
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
        matchProposalId: remittance.match.id,
        match: toldOf(remittance.match),
      },
    });
  }
}

async function insertLines(
  { tx, tenant }: CommandContext,
  remittances: readonly NewRemittance[],
): Promise<void> {
  const lines = remittances.flatMap(({ id, lines: own }) =>
    own.map((line, i) => ({ ...line, remittanceId: id, lineNo: i + 1 })),
  );
  if (lines.length === 0) return;
  await tx.rows(sql`
    insert into remittance_line (tenant_id, remittance_id, line_no, place, reference, amount, memo)
    select ${tenant.id}, "remittanceId", "lineNo", place, reference, amount, memo
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as l("remittanceId" uuid, "lineNo" integer, place text, reference text, amount numeric, memo text)`);
}
