import { type CustomerRow, customerOf } from "../customers/index.js";
import { columnRows } from "../platform/database/column-rows.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

/** A name or an account under which a customer has paid, as it is read. */
export interface PayerAliasRow {
  readonly id: string;
  readonly kind: "NAME" | "ACCOUNT";
  /** As the bank wrote it. */
  readonly value: string;
  readonly customer: CustomerRow | null;
  readonly receiptId: string;
  readonly matchId: string | null;
  readonly learnedBy: string;
  /** ISO 8601. */
  readonly learnedAt: string;
  readonly removedBy: string | null;
  readonly removedAt: string | null;
  readonly removalReason: string | null;
  readonly version: number;
}

/** Of alias `p`. */
const COLUMNS: SqlFragment = sql.columns("PayerAlias", {
  always: { id: sql`p.id` },
  sorting: { value: sql`p.value` },
  others: {
    kind: sql`p.kind`,
    customer: customerOf(sql`p.tenant_id`, sql`p.customer_id`),
    receiptId: sql`p.receipt_id`,
    matchId: sql`p.match_id`,
    learnedBy: sql`p.learned_by`,
    learnedAt: sql`p.learned_at`,
    removedBy: sql`p.removed_by`,
    removedAt: sql`p.removed_at`,
    removalReason: sql`p.removal_reason`,
    version: sql`p.version`,
  },
});

export function pageOfAliases(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<PayerAliasRow[]> {
  const statement = sql`
    select ${COLUMNS} from payer_alias p
    where p.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return columnRows<PayerAliasRow>(db, statement);
}

export async function countAliases(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from payer_alias p where p.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** All aliases that the condition tells, in no particular order. */
export function aliasesWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<PayerAliasRow[]> {
  return columnRows<PayerAliasRow>(
    db,
    sql`select ${COLUMNS} from payer_alias p where p.tenant_id = ${tenantId} and ${where}`,
  );
}
