import { CUSTOMER_COLUMNS, type CustomerRow } from "../../customers/index.js";
import { columnRows } from "../../platform/database/column-rows.js";
import type { Executor } from "../../platform/database/database.js";
import { type SqlFragment, sql } from "../../platform/database/sql.js";
import type { Page } from "../../platform/graphql/connections.js";
import {
  EXCEPTION_DISPOSITION,
  IS_UNAPPLIED_MONEY,
  REASON_OF_MATCH,
  UNAPPLIED_MONEY,
} from "./cash-exception.sql.js";

/** Money of a receipt that is not applied. */
export interface CashExceptionRow {
  /** Of the open item that holds the money. */
  readonly id: string;
  readonly receiptId: string;
  readonly customer: CustomerRow | null;
  readonly currency: string;
  /** Positive. */
  readonly amountLeft: string;
  readonly receivedOn: string;
  readonly reason: string;
  readonly disposition: "UNAPPLIED" | "ON_ACCOUNT" | "UNIDENTIFIED";
  /** The tenant's. */
  readonly timeZone: string;
}

const COLUMNS: SqlFragment = sql.columns("CashException", {
  always: { id: sql`o.id`, receiptId: sql`o.receipt_id`, currency: sql`o.currency` },
  sorting: {
    // An item of a receipt is due on the day on which the money came, also after its payer became known.
    receivedOn: sql`o.due_date`,
    amountLeft: sql`(-o.open_amount)::text`,
    reason: REASON_OF_MATCH,
    customerName: sql`c.name`,
    collector: sql`c.collector`,
    businessUnit: sql`c.business_unit`,
  },
  others: {
    customer: CUSTOMER_COLUMNS,
    disposition: EXCEPTION_DISPOSITION,
    timeZone: sql`t.time_zone`,
  },
});

export function pageOfExceptions(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<CashExceptionRow[]> {
  const statement = sql`
    select ${COLUMNS} from ${UNAPPLIED_MONEY}
    where o.tenant_id = ${tenantId} and ${IS_UNAPPLIED_MONEY} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return columnRows<CashExceptionRow>(db, statement);
}

export async function countExceptions(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(sql`
    select count(*) as count from ${UNAPPLIED_MONEY}
    where o.tenant_id = ${tenantId} and ${IS_UNAPPLIED_MONEY} and ${where}`);
  return Number(row?.count ?? 0);
}

/** Money that is not applied, of one reason in one currency. */
export interface CashExceptionTotalRow {
  readonly reason: string;
  readonly currency: string;
  readonly receipts: number;
  /** Positive. */
  readonly amount: string;
}

/** By reason and currency, those with the most receipts first. */
export function totalsOfExceptions(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
): Promise<CashExceptionTotalRow[]> {
  return db.rows<CashExceptionTotalRow>(sql`
    select e.reason, e.currency, count(distinct e.receipt_id)::integer as receipts, sum(e.amount) as amount
    from (select ${REASON_OF_MATCH} as reason, o.currency, -o.open_amount as amount, o.receipt_id from ${UNAPPLIED_MONEY}
           where o.tenant_id = ${tenantId} and ${IS_UNAPPLIED_MONEY} and ${where}) e
    group by e.reason, e.currency order by receipts desc, e.reason, e.currency`);
}
