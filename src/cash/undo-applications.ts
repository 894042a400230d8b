import { v7 as uuidv7 } from "uuid";
import { reverse } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { undoRecoveries } from "./undo-recoveries.js";

/** Why applications are undone: one that was matched and is unapplied was applied wrongly. */
export type UndoneCause = "UNAPPLIED" | "RECEIPT_REVERSED";

/** A standing application, with what is needed to undo it. */
export interface StandingApplication {
  readonly id: string;
  readonly entryId: string;
  readonly creditItemId: string;
  readonly debitItemId: string;
  readonly customerId: string;
  readonly receiptId: string | null;
  readonly invoiceId: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly effectiveDate: BusinessDate;
  readonly reversed: boolean;
}

/** Applications by id or of a receipt, also those already undone. */
export function readApplications(
  { tx, tenant }: CommandContext,
  by: { readonly ids: readonly string[] } | { readonly receiptId: string },
): Promise<StandingApplication[]> {
  const filter = "ids" in by ? sql`a.id = any(${by.ids})` : sql`c.receipt_id = ${by.receiptId}`;
  return tx.rows<StandingApplication>(sql`
    select a.id, a.entry_id as "entryId", a.credit_item_id as "creditItemId", a.debit_item_id as "debitItemId",
           a.customer_id as "customerId", c.receipt_id as "receiptId", d.invoice_id as "invoiceId", a.amount, a.currency,
           a.effective_date as "effectiveDate", r.application_id is not null as reversed
    from application a
    join open_item c on c.tenant_id = a.tenant_id and c.id = a.credit_item_id
    join open_item d on d.tenant_id = a.tenant_id and d.id = a.debit_item_id
    left join application_reversal r on r.tenant_id = a.tenant_id and r.application_id = a.id
    where a.tenant_id = ${tenant.id} and ${filter} order by a.id`);
}

/**
 * Posts the mirror image of each application on its date, and of what it recovered of a write-off, and keeps the reason.
 * The items must be locked.
 */
export async function undoApplications(
  context: CommandContext,
  undone: readonly { readonly application: StandingApplication; readonly effectiveDate: BusinessDate }[],
  reason: string | null,
  cause: UndoneCause,
): Promise<void> {
  if (undone.length === 0) return;
  const { tx, tenant, actor } = context;
  const reversals = undone.map(({ application, effectiveDate }) => ({
    entryId: application.entryId,
    reversalId: uuidv7(),
    effectiveDate,
    description: "Payment unapplied",
    applicationId: application.id,
  }));
  await reverse(context, reversals);
  await tx.rows(sql`
    insert into application_reversal (tenant_id, application_id, effective_date, entry_id, reason)
    select ${tenant.id}, "applicationId", "effectiveDate", "reversalId", ${reason}
    from jsonb_to_recordset(${JSON.stringify(reversals)}::jsonb)
      as r("applicationId" uuid, "effectiveDate" date, "reversalId" uuid)`);
  await tx.rows(sql`
    update match_application set undone_at = clock_timestamp(), undone_by = ${actor.subject}, undone_cause = ${cause}
    where tenant_id = ${tenant.id} and application_id = any(${undone.map(({ application }) => application.id)})
      and undone_at is null`);
  await undoRecoveries(context, reversals);
  for (const { application, effectiveDate } of undone) {
    context.emit({
      type: "PAYMENT_UNAPPLIED",
      subjectId: application.id,
      customerId: application.customerId,
      payload: {
        applicationId: application.id,
        receiptId: application.receiptId,
        invoiceId: application.invoiceId,
        amount: application.amount,
        currency: application.currency,
        effectiveDate,
        reason,
      },
    });
  }
}
