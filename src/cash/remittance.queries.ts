import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

/** A remittance as it is read; the amount is positive. */
export interface RemittanceRow {
  readonly id: string;
  readonly source: "BANK_FILE" | "API";
  readonly status: string;
  readonly bankEntryId: string | null;
  readonly receiptId: string;
  readonly customerId: string | null;
  readonly currency: string;
  readonly amount: string;
  readonly receivedOn: string;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly customerNumber: string | null;
  readonly payerReference: string | null;
  readonly advice: readonly string[];
  readonly referencesFound: readonly string[];
  readonly createdAt: Date;
}

const COLUMNS: SqlFragment = sql`
  n.id, n.source, n.status, n.bank_entry_id as "bankEntryId", n.receipt_id as "receiptId", n.customer_id as "customerId",
  n.currency, n.amount, n.received_on as "receivedOn", n.payer_name as "payerName", n.payer_account as "payerAccount",
  n.customer_number as "customerNumber",
  n.payer_reference as "payerReference", n.advice, n.references_found as "referencesFound", n.created_at as "createdAt"`;

export function pageOfRemittances(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<RemittanceRow[]> {
  return db.rows<RemittanceRow>(sql`
    select ${COLUMNS} from remittance n
    where n.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`);
}

export async function countRemittances(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from remittance n where n.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** All remittances that the condition tells, the oldest first. */
export function remittancesWhere(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
): Promise<RemittanceRow[]> {
  return db.rows<RemittanceRow>(
    sql`select ${COLUMNS} from remittance n where n.tenant_id = ${tenantId} and ${where} order by n.id`,
  );
}
