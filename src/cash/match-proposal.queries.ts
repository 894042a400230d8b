import { type CustomerRow, customerOf } from "../customers/index.js";
import { columnRows } from "../platform/database/column-rows.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";
import type { MatchSettings } from "./matching/index.js";

/** A match of a receipt as it is read; amounts are in the receipt's currency, positive or zero. */
export interface MatchProposalRow {
  readonly id: string;
  readonly receiptId: string;
  readonly status: "APPLIED" | "OPEN" | "NONE" | "CONFIRMED" | "REJECTED" | "SUPERSEDED";
  readonly customerId: string | null;
  readonly customer: CustomerRow | null;
  /** 0 to 1. */
  readonly payerScore: string | null;
  readonly payerEvidence: string | null;
  readonly currency: string;
  readonly amount: string;
  readonly remainderAmount: string;
  readonly remainderDisposition: MatchSettings["remainder"] | "UNIDENTIFIED" | null;
  readonly remainderReason: string | null;
  readonly obstacle: string | null;
  readonly duplicateOf: readonly string[];
  readonly matchedBy: string;
  /** ISO 8601. */
  readonly matchedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
  readonly version: number;
}

/** Of alias `m`. */
const COLUMNS: SqlFragment = sql.columns("MatchProposal", {
  always: { id: sql`m.id`, receiptId: sql`m.receipt_id`, currency: sql`m.currency` },
  sorting: { amount: sql`m.amount::text` },
  others: {
    status: sql`m.status`,
    customerId: sql`m.customer_id`,
    customer: customerOf(sql`m.tenant_id`, sql`m.customer_id`),
    payerScore: sql`m.payer_score::text`,
    payerEvidence: sql`m.payer_evidence`,
    remainderAmount: sql`m.remainder_amount::text`,
    remainderDisposition: sql`m.remainder_disposition`,
    remainderReason: sql`m.remainder_reason`,
    obstacle: sql`m.obstacle`,
    duplicateOf: sql`m.duplicate_of`,
    matchedBy: sql`m.matched_by`,
    matchedAt: sql`m.matched_at`,
    decidedBy: sql`m.decided_by`,
    decidedAt: sql`m.decided_at`,
    decisionReason: sql`m.decision_reason`,
    version: sql`m.version`,
  },
});

export function pageOfMatches(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<MatchProposalRow[]> {
  const statement = sql`
    select ${COLUMNS} from receipt_match m
    where m.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return columnRows<MatchProposalRow>(db, statement);
}

export async function countMatches(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from receipt_match m where m.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** All matches that the condition tells, the latest first. */
export function matchesWhere(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
): Promise<MatchProposalRow[]> {
  return columnRows<MatchProposalRow>(
    db,
    sql`select ${COLUMNS} from receipt_match m where m.tenant_id = ${tenantId} and ${where} order by m.id desc`,
  );
}

/** The latest match of each receipt. */
export function latestMatches(
  db: Executor,
  tenantId: string,
  receiptIds: readonly string[],
  where: SqlFragment,
): Promise<MatchProposalRow[]> {
  return columnRows<MatchProposalRow>(
    db,
    sql`
      select ${COLUMNS} from unnest(${receiptIds}::uuid[]) as asked(id)
      cross join lateral (
        select * from receipt_match m where m.tenant_id = ${tenantId} and m.receipt_id = asked.id and ${where}
        order by m.id desc limit 1) m`,
  );
}
