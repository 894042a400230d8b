import { v7 as uuidv7 } from "uuid";
import type { Command } from "../platform/commands/command.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { formatAmount } from "../platform/money.js";
import { InvoiceEntity } from "./invoice.entity.js";
import { checkInvoice, type LineInput, priceLine, totalsOf } from "./invoice.rules.js";
import { insertLines } from "./invoice-rows.js";

export interface InvoiceCreateInput {
  readonly customerId: string;
  readonly documentDate?: string | null;
  /** The customer's currency, if not given. */
  readonly currency?: string | null;
  /** The customer's terms, if not given. */
  readonly termsId?: string | null;
  readonly purchaseOrder?: string | null;
  readonly lines: readonly LineInput[];
}

/** Makes a draft: it has no number and owes nothing until it is issued. */
export const createInvoice: Command<InvoiceCreateInput, { invoiceId: string }> = {
  name: "invoiceCreate",
  scope: "invoices:write",
  async run(context, input) {
    const { tx, tenant } = context;
    const [customer] = await tx.rows<{ currency: string; termsId: string | null }>(sql`
      select currency, terms_id as "termsId" from customer where tenant_id = ${tenant.id} and id = ${input.customerId}`);
    const currency = input.currency ?? customer?.currency ?? tenant.functionalCurrency;
    const documentDate = input.documentDate ?? context.today;
    const termsId = input.termsId ?? customer?.termsId ?? null;
    const refusals = checkInvoice({ ...input, currency, documentDate });
    if (!customer) refusals.push(refusal("NOT_FOUND", "customerId", "There is no such customer."));
    const terms = await tx.rows(
      sql`select 1 from payment_terms where tenant_id = ${tenant.id} and id = ${termsId}`,
    );
    if (!termsId)
      refusals.push(refusal("REQUIRED", "termsId", "The customer has no payment terms; give some."));
    else if (terms.length === 0)
      refusals.push(refusal("NOT_FOUND", "termsId", "There are no such payment terms."));
    if (refusals.length > 0 || !termsId) return new Refused(refusals);

    const lines = input.lines.map((line) => priceLine(line, currency));
    const totals = totalsOf(lines);
    const id = uuidv7();
    tx.entities.create(
      InvoiceEntity,
      {
        tenantId: tenant.id,
        id,
        status: "DRAFT",
        customerId: input.customerId,
        documentDate,
        currency,
        termsId,
        purchaseOrder: input.purchaseOrder ?? null,
        netTotal: formatAmount(totals.net, currency),
        taxTotal: formatAmount(totals.tax, currency),
        total: formatAmount(totals.total, currency),
      },
      { partial: true },
    );
    await tx.flush();
    await insertLines(context, [{ id, lines }]);
    return { invoiceId: id };
  },
};
