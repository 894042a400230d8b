import { columnRows } from "../platform/database/column-rows.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

/** An approval request as it is read; the amount is positive. */
export interface ApprovalRow {
  readonly id: string;
  readonly kind: string;
  readonly summary: string;
  readonly reasonCode: string | null;
  readonly customerId: string | null;
  readonly itemIds: readonly string[];
  readonly currency: string;
  readonly amount: string;
  readonly wouldPost: readonly object[];
  readonly status: string;
  readonly makerPerson: string;
  readonly requestedAt: string;
  readonly escalatedTo: string | null;
  readonly decidedPerson: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly version: number;
}

const COLUMNS: SqlFragment = sql.columns("Approval", {
  always: {
    id: sql`a.id`,
    customerId: sql`a.customer_id`,
    status: sql`a.status`,
    makerPerson: sql`a.maker_person`,
  },
  sorting: {},
  others: {
    kind: sql`a.kind`,
    summary: sql`a.summary`,
    reasonCode: sql`a.reason_code`,
    itemIds: sql`a.item_ids`,
    currency: sql`a.currency`,
    amount: sql`a.amount::text`,
    wouldPost: sql`a.would_post`,
    requestedAt: sql`a.requested_at`,
    escalatedTo: sql`a.escalated_to`,
    decidedPerson: sql`a.decided_person`,
    decidedAt: sql`a.decided_at`,
    decisionReason: sql`a.decision_reason`,
    result: sql`a.result`,
    version: sql`a.version`,
  },
});

export function pageOfApprovals(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<ApprovalRow[]> {
  const statement = sql`
    select ${COLUMNS} from approval_request a
    where a.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return columnRows<ApprovalRow>(db, statement);
}

export async function countApprovals(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from approval_request a where a.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** In no particular order. */
export function approvalsById(
  db: Executor,
  tenantId: string,
  ids: readonly string[],
): Promise<ApprovalRow[]> {
  const statement = sql`
    select ${COLUMNS} from approval_request a where a.tenant_id = ${tenantId} and a.id = any(${ids})`;
  return columnRows<ApprovalRow>(db, statement);
}
