import type { Executor } from "../../platform/database/database.js";
import { type SqlFragment, sql } from "../../platform/database/sql.js";
import type { Page } from "../../platform/graphql/connections.js";

/** What a person decided of a bank line and movements; amounts are positive when money came in. */
export interface BankMatchRow {
  readonly id: string;
  readonly bankEntryId: string | null;
  readonly currency: string;
  readonly bankAmount: string;
  readonly ledgerAmount: string;
  /** The bank's amount less the ledger's. */
  readonly difference: string;
  readonly differenceReason: string | null;
  readonly keep: string;
  readonly status: string;
  readonly note: string | null;
  readonly followsId: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
  readonly undoReason: string | null;
  readonly version: number;
}

const COLUMNS: SqlFragment = sql`
  m.id, m.bank_entry_id as "bankEntryId", m.currency, m.bank_amount as "bankAmount", m.ledger_amount as "ledgerAmount",
  m.bank_amount - m.ledger_amount as difference, m.difference_reason as "differenceReason", m.kept as keep, m.status, m.note,
  m.follows_id as "followsId", m.decided_by as "decidedBy", m.decided_at as "decidedAt", m.undone_by as "undoneBy",
  m.undone_at as "undoneAt", m.undo_reason as "undoReason", m.version`;

/** With the bank line, `e`, if there is one. */
const MATCHES: SqlFragment = sql`
  bank_match m left join bank_entry e on e.tenant_id = m.tenant_id and e.id = m.bank_entry_id`;

/** All matches that the condition tells, of alias `m`, the oldest first. */
export function bankMatchesWhere(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
): Promise<BankMatchRow[]> {
  return db.rows<BankMatchRow>(
    sql`select ${COLUMNS} from bank_match m where m.tenant_id = ${tenantId} and ${where} order by m.id`,
  );
}

export function pageOfBankMatches(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<BankMatchRow[]> {
  return db.rows<BankMatchRow>(sql`
    select ${COLUMNS} from ${MATCHES} where m.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`);
}

export async function countBankMatches(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from ${MATCHES} where m.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** A movement of a match. */
export interface MatchedMovementRow {
  readonly matchId: string;
  /** The journal entry's. */
  readonly entryId: string;
  readonly role: "MATCHED" | "TAKEN_BACK" | "REVERSAL";
}

/** All movements of the matches, by day. */
export function movementsOfMatches(
  db: Executor,
  tenantId: string,
  matchIds: readonly string[],
): Promise<MatchedMovementRow[]> {
  return db.rows<MatchedMovementRow>(sql`
    select t.match_id as "matchId", t.entry_id as "entryId", t.role
    from bank_match_movement t join journal_entry j on j.tenant_id = t.tenant_id and j.id = t.entry_id
    where t.tenant_id = ${tenantId} and t.match_id = any(${matchIds})
    order by t.match_id, j.effective_date, j.id`);
}

/** What was rejected of any of these movements: the line, and all movements that were held for it. */
export function rejectedMatches(
  db: Executor,
  tenantId: string,
  entryIds: readonly string[],
): Promise<{ readonly bankEntryId: string | null; readonly entryIds: readonly string[] }[]> {
  return db.rows(sql`
    select m.bank_entry_id as "bankEntryId", t.ids as "entryIds"
    from bank_match m
    cross join lateral (select array_agg(x.entry_id) as ids from bank_match_movement x
                        where x.tenant_id = m.tenant_id and x.match_id = m.id) t
    where m.tenant_id = ${tenantId} and m.status = 'REJECTED' and m.id in (
      select x.match_id from bank_match_movement x where x.tenant_id = ${tenantId} and x.entry_id = any(${entryIds}))`);
}
