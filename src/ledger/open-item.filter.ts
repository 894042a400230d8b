import { type SqlFragment, sql } from "../platform/database/sql.js";
import { condition, idCondition, whereSql } from "../platform/graphql/filters.js";
import type { OpenItemWhere } from "./open-item.input.js";

/** The condition of a `where` on open items of alias `i`. */
export function itemFilter(tenantId: string, where: OpenItemWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`i.id`, "itm", w.id),
    condition(sql`i.kind`, w.kind),
    idCondition(sql`i.customer_id`, "cus", w.customerId),
    customerCondition(tenantId, w),
    idCondition(sql`i.invoice_id`, "inv", w.invoiceId),
    idCondition(sql`i.receipt_id`, "rct", w.receiptId),
    condition(sql`i.document_number`, w.documentNumber),
    condition(sql`i.document_date`, w.documentDate),
    condition(sql`i.due_date`, w.dueDate),
    condition(SETTLED_ON, w.settledOn),
    condition(sql`i.currency`, w.currency),
    condition(sql`i.original_amount`, w.originalAmount),
    condition(sql`i.open_amount`, w.openAmount),
  ]);
}

/** The day of the last movement of an item that nothing is open of, unless it was voided. */
const SETTLED_ON: SqlFragment = sql`(
  case when i.open_amount = 0 then (
    select case when not bool_or(m.kind = 'REVERSAL' and m.amount * i.original_amount < 0) then max(m.effective_date) end
    from movement m where m.tenant_id = i.tenant_id and m.item_id = i.id) end)`;

function customerCondition(tenantId: string, where: OpenItemWhere): SqlFragment | null {
  const parts = [
    condition(sql`c.region`, where.region),
    condition(sql`c.sales_representative`, where.salesRepresentative),
    condition(sql`c.collector`, where.collector),
    condition(sql`c.business_unit`, where.businessUnit),
    condition(sql`c.risk_class`, where.riskClass),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return sql`i.customer_id in (
    select c.id from customer c where c.tenant_id = ${tenantId} and ${sql.join(parts, " and ")})`;
}
