import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import { type NamedInvoice, type RequestedApplication, whyNoTarget } from "./application.rules.js";

/** Either an open item, or an invoice: all of its instalments, oldest due first, or the one named. */
export interface ApplicationInput {
  readonly openItemId?: string | null;
  readonly invoiceId?: string | null;
  readonly instalment?: number | null;
  readonly amount: string;
  /** Whether it takes the discount that the item offers to what was received in time; yes if not given. */
  readonly takeDiscount?: boolean | null;
}

export interface Targets {
  readonly creditIds: readonly string[];
  /** When the money came; null when the credit is none. */
  readonly receivedOn: BusinessDate | null;
  /** What is asked for, in the order of the input. */
  readonly requests: readonly RequestedApplication[];
}

/**
 * The items to apply and to be applied to, by their ids only: which they are never changes, so they need no lock to be
 * found. `credited` tells the credit's items, of alias `i`.
 */
export async function findTargets(
  context: CommandContext,
  applications: readonly ApplicationInput[],
  credited: SqlFragment,
): Promise<Targets> {
  const { tx, tenant } = context;
  const itemIds = applications.flatMap((a) => a.openItemId ?? []);
  const invoiceIds = applications.flatMap((a) => a.invoiceId ?? []);
  const [credits, debits] = await Promise.all([
    tx.rows<{ id: string; receivedOn: BusinessDate | null }>(sql`
      select i.id, (select r.received_on from receipt r where r.tenant_id = i.tenant_id and r.id = i.receipt_id) as "receivedOn"
      from open_item i where i.tenant_id = ${tenant.id} and i.original_amount < 0 and ${credited}`),
    tx.rows<Target>(sql`
      select id, invoice_id as "invoiceId", instalment_no as "instalmentNo" from open_item
      where tenant_id = ${tenant.id} and (id = any(${itemIds}) or invoice_id = any(${invoiceIds}))
      order by due_date, instalment_no, id`),
  ]);
  const found = applications.map((application) => debits.filter((debit) => isMeant(debit, application)));
  const invoices = await invoicesOf(
    context,
    applications.flatMap(({ invoiceId }, i) =>
      invoiceId != null && found[i]?.length === 0 ? invoiceId : [],
    ),
  );
  const requests = applications.map((application, i): RequestedApplication => {
    const targets = found[i] ?? [];
    const path = ["applications", String(i)];
    return {
      targetItemIds: targets.map(({ id }) => id),
      missing: targets.length > 0 ? null : whyNoTarget(application, invoices, path),
      amount: new Decimal(application.amount),
      takeDiscount: application.takeDiscount ?? true,
      path,
    };
  });
  return { creditIds: credits.map(({ id }) => id), receivedOn: credits[0]?.receivedOn ?? null, requests };
}

interface Target {
  readonly id: string;
  readonly invoiceId: string | null;
  readonly instalmentNo: number | null;
}

function isMeant(target: Target, { openItemId, invoiceId, instalment }: ApplicationInput): boolean {
  if (openItemId != null) return target.id === openItemId;
  return target.invoiceId === invoiceId && (instalment == null || target.instalmentNo === instalment);
}

/** Invoices of which nothing was found to apply to, to say why. */
async function invoicesOf(
  { tx, tenant }: CommandContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedInvoice>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<NamedInvoice & { readonly id: string }>(sql`
    select v.id, v.number, v.document_date as "documentDate", v.total, v.currency,
      (select count(*)::integer from open_item i where i.tenant_id = v.tenant_id and i.invoice_id = v.id) as "instalments"
    from invoice v where v.tenant_id = ${tenant.id} and v.id = any(${ids})`);
  return new Map(rows.map((row) => [row.id, row]));
}
