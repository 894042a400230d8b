import { type SqlFragment, sql } from "../platform/database/sql.js";
import { condition, idCondition, whereSql } from "../platform/graphql/filters.js";
import type { SortOrder } from "../platform/graphql/keyset.js";
import { orderOf, type SortTerms } from "../platform/graphql/sorting.js";
import type { DisputeOrder, DisputeWhere } from "./dispute.input.js";

/** The condition of a `where` on disputes of alias `d`. */
export function disputeFilter(where: DisputeWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`d.id`, "dsp", w.id),
    idCondition(sql`d.customer_id`, "cus", w.customerId),
    idCondition(sql`d.invoice_id`, "inv", w.invoiceId),
    condition(sql`d.number`, w.number),
    condition(sql`d.status`, w.status),
    condition(sql`d.resolution`, w.resolution),
    condition(sql`d.reason_code`, w.reasonCode),
    condition(sql`d.owner_department`, w.ownerDepartment),
    condition(sql`d.opened_on`, w.openedOn),
    condition(sql`d.closed_on`, w.closedOn),
    condition(sql`d.amount`, w.amount),
  ]);
}

/** The order that is asked for, else the newest first. */
export function disputeOrder(orderBy: readonly DisputeOrder[] | undefined): SortOrder {
  return orderOf(orderBy, { field: "OPENED_ON", direction: "DESC" }, SORT_TERMS, sql`d.id`);
}

const SORT_TERMS: SortTerms = {
  OPENED_ON: { column: sql`d.opened_on`, key: "openedOn", type: "date" },
  CLOSED_ON: { column: sql`d.closed_on`, key: "closedOn", type: "date", nullable: true },
  NUMBER: { column: sql`d.number`, key: "number", type: "text" },
  AMOUNT: { column: sql`d.amount`, key: "amount", type: "decimal" },
};
