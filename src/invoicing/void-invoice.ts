import { LockMode } from "@mikro-orm/postgresql";
import { v7 as uuidv7 } from "uuid";
import { type ItemState, lockItems, reverse } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { type Refusal, Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { InvoiceEntity } from "./invoice.entity.js";
import { staleVersion } from "./issue-invoice.js";

export interface InvoiceVoidInput {
  readonly invoiceId: string;
  /** The day from which it is void; today if not given, never before the document date. */
  readonly effectiveDate?: string | null;
  readonly reason?: string | null;
  readonly expectedVersion?: number | null;
}

/** Takes an issued invoice back by the mirror image of its posting. What was paid on it must be unapplied first. */
export const voidInvoice: Command<InvoiceVoidInput, { invoiceId: string }> = {
  name: "invoiceVoid",
  scope: "invoices:write",
  async run(context, input) {
    const { tx, tenant } = context;
    const invoice = await tx.entities.findOne(
      InvoiceEntity,
      { tenantId: tenant.id, id: input.invoiceId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!invoice) return refuse(refusal("NOT_FOUND", "invoiceId", "There is no such invoice."));
    const stale = staleVersion(invoice, input.expectedVersion);
    if (stale) return refuse(stale);
    if (invoice.status !== "ISSUED" || !invoice.issueEntryId) {
      return refuse(
        refusal(
          "INVALID_STATE",
          "invoiceId",
          `The invoice is ${invoice.status}; only an issued one is voided.`,
        ),
      );
    }
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
    if (date && date < invoice.documentDate) {
      checks.add(
        "INVALID_DATE",
        "effectiveDate",
        `The invoice is dated ${invoice.documentDate}; it cannot be void before.`,
      );
    }
    if (!date || checks.refusals.length > 0) return new Refused(checks.refusals);
    const ids = await tx.rows<{ id: string }>(
      sql`select id from open_item where tenant_id = ${tenant.id} and invoice_id = ${invoice.id}`,
    );
    const items = await lockItems(
      context,
      ids.map(({ id }) => ({ id, from: date })),
    );
    const obstacle = obstacleInItems(items, invoice.number, date) ?? (await creditedBy(context, invoice));
    if (obstacle) return refuse(obstacle);
    const reversalId = uuidv7();
    await reverse(context, [
      {
        entryId: invoice.issueEntryId,
        reversalId,
        effectiveDate: date,
        description: `Invoice ${invoice.number} voided`,
      },
    ]);
    Object.assign(invoice, { status: "VOID", voidEntryId: reversalId, voidedOn: date });
    context.emit({
      type: "INVOICE_VOIDED",
      subjectId: invoice.id,
      customerId: invoice.customerId,
      payload: { number: invoice.number, effectiveDate: date, reason: input.reason ?? null },
    });
    return { invoiceId: invoice.id };
  },
};

/** What is credited is taken back by voiding the credit memo first. The invoice is locked. */
async function creditedBy(
  { tx, tenant }: CommandContext,
  { id, number }: { readonly id: string; readonly number?: string | null },
): Promise<Refusal | undefined> {
  const memos = await tx.rows<{ number: string }>(sql`
    select number from credit_memo where tenant_id = ${tenant.id} and invoice_id = ${id} and void_entry_id is null`);
  if (memos.length === 0) return undefined;
  const message = `Invoice ${number} is credited by ${memos.map((memo) => memo.number).join(", ")}. Void that first.`;
  return refusal("INVALID_STATE", "invoiceId", message);
}

/** Only what nothing is, or on that day was, applied to can be void. */
function obstacleInItems(
  items: readonly ItemState[],
  number: string | null | undefined,
  date: BusinessDate,
): Refusal | undefined {
  if (items.some((item) => !item.open.eq(item.original))) {
    const message = `Invoice ${number} has payments applied. Unapply them first.`;
    return refusal("INVALID_STATE", "invoiceId", message);
  }
  if (items.every((item) => item.available.eq(item.original.abs()))) return undefined;
  const message = `Payments were applied to invoice ${number} on or after ${date}, though they are unapplied now. Void it on a later date.`;
  return refusal("INVALID_DATE", "effectiveDate", message);
}
