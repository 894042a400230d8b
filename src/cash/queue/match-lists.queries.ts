import type { Executor } from "../../platform/database/database.js";
import { type SqlFragment, sql } from "../../platform/database/sql.js";
import type { Page } from "../../platform/graphql/connections.js";
import {
  ALIAS_COLUMNS,
  MATCH_COLUMNS,
  type MatchProposalRow,
  type PayerAliasRow,
} from "../matches/match-proposal.queries.js";

/** Matches of alias `m`. */
export function pageOfMatches(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<MatchProposalRow[]> {
  return db.rows<MatchProposalRow>(sql`
    select ${MATCH_COLUMNS} from receipt_match m
    where m.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`);
}

export async function countMatches(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from receipt_match m where m.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** The latest match of each receipt. */
export function latestMatches(
  db: Executor,
  tenantId: string,
  receiptIds: readonly string[],
  where: SqlFragment,
): Promise<MatchProposalRow[]> {
  return db.rows<MatchProposalRow>(sql`
    select ${MATCH_COLUMNS} from unnest(${receiptIds}::uuid[]) as asked(id)
    cross join lateral (
      select * from receipt_match m where m.tenant_id = ${tenantId} and m.receipt_id = asked.id and ${where}
      order by m.id desc limit 1) m`);
}

/** Names and accounts of payers, of alias `a`. */
export function pageOfAliases(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<PayerAliasRow[]> {
  return db.rows<PayerAliasRow>(sql`
    select ${ALIAS_COLUMNS} from payer_alias a
    where a.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`);
}

export async function countAliases(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from payer_alias a where a.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}
