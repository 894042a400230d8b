import { v7 as uuidv7 } from "uuid";
import { accountOf, chartOf, type ItemState, JournalEntry, post, settle } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { type Decimal, formatAmount } from "../platform/money.js";

/** One application to post; both items are locked and have room for it. */
export interface NewApplication {
  readonly credit: ItemState;
  readonly debit: ItemState;
  readonly amount: Decimal;
  readonly effectiveDate: BusinessDate;
}

/**
 * Dr the credit's account (unapplied cash) / Cr the debit's (AR control), and the realised exchange difference
 * of each partial application. One journal entry an application, so that each can be undone alone. Set-based.
 */
export async function postApplications(
  context: CommandContext,
  applications: readonly NewApplication[],
): Promise<string[]> {
  const { tx, tenant } = context;
  if (applications.length === 0) return [];
  const chart = await chartOf(tx, tenant.id);
  const gain = accountOf(chart, "FX_GAIN_REALISED");
  const loss = accountOf(chart, "FX_LOSS_REALISED");
  const posted = applications.map((application) => {
    const { credit, debit, amount, effectiveDate } = application;
    const settlement = settle(credit, debit, amount, tenant.functionalCurrency);
    const fx = settlement.realisedFx;
    const entry = new JournalEntry({
      id: uuidv7(),
      effectiveDate,
      kind: "APPLICATION",
      description: `${credit.documentNumber} applied to ${debit.documentNumber}`,
      documentId: debit.invoiceId,
    })
      .move(credit, settlement.credit.amount, settlement.credit.functional, "APPLICATION")
      .move(debit, settlement.debit.amount, settlement.debit.functional, "APPLICATION")
      .move(debit, settlement.debit.amount.times(0), fx, "REALISED_FX")
      .line(fx.isNegative() ? loss : gain, debit.currency, fx.times(0), fx.negated(), debit.customerId);
    return { id: uuidv7(), entry, application, fx };
  });
  await post(
    context,
    posted.map((p) => p.entry),
  );
  await insertApplications(context, posted);
  for (const { id, application, fx } of posted) emitApplied(context, id, application, fx);
  return posted.map((p) => p.id);
}

async function insertApplications(
  { tx, tenant }: CommandContext,
  posted: readonly {
    readonly id: string;
    readonly entry: JournalEntry;
    readonly application: NewApplication;
  }[],
): Promise<void> {
  const rows = posted.map(({ id, entry, application: { credit, debit, amount, effectiveDate } }) => ({
    id,
    credit: credit.id,
    debit: debit.id,
    customer: debit.customerId,
    currency: debit.currency,
    amount,
    effective: effectiveDate,
    entry: entry.header.id,
  }));
  await tx.rows(sql`
    insert into application (tenant_id, id, credit_item_id, debit_item_id, customer_id, currency, amount, effective_date, entry_id)
    select ${tenant.id}, id, credit, debit, customer, currency, amount, effective, entry
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as a(id uuid, credit uuid, debit uuid, customer uuid, currency text, amount numeric, effective date, entry uuid)`);
}

function emitApplied(
  context: CommandContext,
  id: string,
  { credit, debit, amount, effectiveDate }: NewApplication,
  fx: Decimal,
): void {
  context.emit({
    type: "PAYMENT_APPLIED",
    subjectId: id,
    customerId: debit.customerId,
    payload: {
      applicationId: id,
      receiptId: credit.receiptId,
      invoiceId: debit.invoiceId,
      openItemId: debit.id,
      amount: formatAmount(amount, debit.currency),
      currency: debit.currency,
      realisedFx: fx.toFixed(),
      effectiveDate,
    },
  });
}
