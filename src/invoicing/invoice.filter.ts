import { type SqlFragment, sql } from "../platform/database/sql.js";
import { condition, idCondition, type StringFilter, whereSql } from "../platform/graphql/filters.js";
import type { SortOrder } from "../platform/graphql/keyset.js";
import { orderOf, type SortTerms } from "../platform/graphql/sorting.js";
import type { InvoiceOrder, InvoiceWhere } from "./invoice.input.js";
import { OPEN_AMOUNT } from "./invoice.queries.js";

/** The condition of a `where` on invoices of alias `v`. */
export function invoiceFilter(tenantId: string, where: InvoiceWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`v.id`, "inv", w.id),
    condition(sql`v.number`, w.number),
    condition(sql`v.status`, w.status),
    idCondition(sql`v.customer_id`, "cus", w.customerId),
    customerCondition(tenantId, w),
    condition(sql`v.document_date`, w.documentDate),
    condition(sql`v.due_date`, w.dueDate),
    condition(sql`v.currency`, w.currency),
    condition(sql`v.total`, w.total),
    condition(OPEN_AMOUNT, w.openAmount),
    condition(sql`v.purchase_order`, w.purchaseOrder),
  ]);
}

/** The order that is asked for, else the newest first. */
export function invoiceOrder(
  orderBy: readonly InvoiceOrder[] | undefined,
  where: InvoiceWhere | undefined,
): SortOrder {
  const order = orderOf(orderBy, { field: "DOCUMENT_DATE", direction: "DESC" }, SORT_TERMS, sql`v.id`);
  // Without drafts nothing sorted by is null, and a row comparison seeks straight to the page in the index.
  return withoutDrafts(where) ? order.map((term) => ({ ...term, nullable: false })) : order;
}

const SORT_TERMS: SortTerms = {
  DOCUMENT_DATE: { column: sql`v.document_date`, key: "documentDate", type: "date" },
  DUE_DATE: { column: sql`v.due_date`, key: "dueDate", type: "date", nullable: true },
  NUMBER: { column: sql`v.number`, key: "number", type: "text", nullable: true },
  TOTAL: { column: sql`v.total`, key: "total", type: "decimal" },
};

function withoutDrafts(where: InvoiceWhere | undefined): boolean {
  const { status, dueDate } = where ?? {};
  if (status?.eq && status.eq !== "DRAFT") return true;
  if (status?.in && !status.in.includes("DRAFT")) return true;
  if (status?.not === "DRAFT") return true;
  const { eq, gt, gte, lt, lte } = dueDate ?? {};
  return [eq, gt, gte, lt, lte].some((bound) => typeof bound === "string");
}

function customerCondition(
  tenantId: string,
  {
    customerNumber,
    customerName,
  }: { customerNumber?: StringFilter | null; customerName?: StringFilter | null },
): SqlFragment | null {
  const parts = [condition(sql`c.number`, customerNumber), condition(sql`c.name`, customerName)].filter(
    (part) => part !== null,
  );
  if (parts.length === 0) return null;
  return sql`v.customer_id in (
    select c.id from customer c where c.tenant_id = ${tenantId} and ${sql.join(parts, " and ")})`;
}
