import type { Executor } from "../../platform/database/database.js";
import { type SqlFragment, sql } from "../../platform/database/sql.js";
import type { MatchStatus } from "./match-record.js";

/** A match as it is read; amounts are positive. */
export interface MatchProposalRow {
  readonly id: string;
  readonly receiptId: string;
  readonly runId: string;
  readonly customerId: string | null;
  readonly payerScore: string | null;
  readonly payerEvidence: string | null;
  readonly currency: string;
  readonly amount: string;
  readonly status: MatchStatus;
  readonly remainderAmount: string;
  readonly remainderDisposition: string | null;
  readonly remainderReason: string | null;
  readonly obstacle: string | null;
  readonly isAmbiguous: boolean;
  readonly duplicateOf: readonly string[];
  readonly matchedBy: string;
  readonly matchedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly version: number;
}

/** Of the match of alias `m`. */
export const MATCH_COLUMNS: SqlFragment = sql`
  m.id, m.receipt_id as "receiptId", m.run_id as "runId", m.customer_id as "customerId", m.payer_score as "payerScore",
  m.payer_evidence as "payerEvidence", m.currency, m.amount, m.status, m.remainder_amount as "remainderAmount",
  m.remainder_disposition as "remainderDisposition", m.remainder_reason as "remainderReason", m.obstacle, m.is_ambiguous as "isAmbiguous",
  m.duplicate_of as "duplicateOf", m.matched_by as "matchedBy", m.matched_at as "matchedAt", m.decided_by as "decidedBy",
  m.decided_at as "decidedAt", m.decision_reason as "decisionReason", m.version`;

/** All matches that the condition tells, the oldest first. */
export function matchesWhere(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
): Promise<MatchProposalRow[]> {
  return db.rows<MatchProposalRow>(
    sql`select ${MATCH_COLUMNS} from receipt_match m where m.tenant_id = ${tenantId} and ${where} order by m.id`,
  );
}

/** A part of a match as it is read; negative on a credit. */
export interface MatchPartRow {
  readonly id: string;
  readonly matchId: string;
  readonly partNo: number;
  readonly decision: string;
  readonly itemId: string;
  readonly currency: string;
  readonly amount: string | null;
  readonly discount: string;
  readonly deduction: string | null;
  readonly deductionReason: string | null;
  readonly writeOff: string;
  readonly rule: string | null;
  readonly score: string | null;
  readonly evidence: string | null;
  readonly outcome: string | null;
  readonly applicationIds: readonly string[];
  /** When the first of what was applied for it was undone as wrong. */
  readonly undoneAt: Date | null;
}

/** All parts that the condition tells of, of alias `p`, in their order. */
export function partsWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<MatchPartRow[]> {
  return db.rows<MatchPartRow>(sql`
    select p.id, p.match_id as "matchId", p.part_no as "partNo", p.decision, p.item_id as "itemId", p.currency, p.amount,
           p.discount, p.deduction, p.deduction_reason as "deductionReason", p.write_off as "writeOff", p.rule, p.score,
           p.evidence, p.outcome, coalesce(a.ids, '{}') as "applicationIds", a.undone_at as "undoneAt"
    from match_part p
    left join lateral (
      select array_agg(x.application_id order by x.application_id) as ids,
             min(x.undone_at) filter (where x.undone_cause = 'UNAPPLIED') as undone_at
      from match_application x
      where x.tenant_id = p.tenant_id and (x.part_id = p.id or x.credit_part_id = p.id)) a on true
    where p.tenant_id = ${tenantId} and ${where} order by p.match_id, p.part_no`);
}

/** A learned name or account as it is read. */
export interface PayerAliasRow {
  readonly id: string;
  readonly kind: string;
  readonly value: string;
  readonly customerId: string;
  readonly receiptId: string;
  readonly matchId: string | null;
  readonly learnedBy: string;
  readonly learnedAt: Date;
  readonly removedBy: string | null;
  readonly removedAt: Date | null;
  readonly removalReason: string | null;
  readonly version: number;
}

/** Of the alias of alias `a`. */
export const ALIAS_COLUMNS: SqlFragment = sql`
  a.id, a.kind, a.value, a.customer_id as "customerId", a.receipt_id as "receiptId", a.match_id as "matchId",
  a.learned_by as "learnedBy", a.learned_at as "learnedAt", a.removed_by as "removedBy", a.removed_at as "removedAt",
  a.removal_reason as "removalReason", a.version`;

/** All aliases that the condition tells of, of alias `a`, the oldest first. */
export function aliasesWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<PayerAliasRow[]> {
  return db.rows<PayerAliasRow>(
    sql`select ${ALIAS_COLUMNS} from payer_alias a where a.tenant_id = ${tenantId} and ${where} order by a.id`,
  );
}

/** Settings of matching as they are read. */
export interface MatchSettingRow {
  readonly id: string;
  readonly customerId: string | null;
  readonly rules: readonly string[];
  readonly applyFrom: string;
  readonly proposeFrom: string;
  readonly tolerance: string;
  readonly discountGraceDays: number;
  readonly remainder: string;
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** All settings that the condition tells of, of alias `s`; those for all customers first. */
export function settingsWhere(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
): Promise<MatchSettingRow[]> {
  return db.rows<MatchSettingRow>(sql`
    select s.id, s.customer_id as "customerId", s.rules, s.apply_from as "applyFrom", s.propose_from as "proposeFrom",
           s.tolerance, s.discount_grace_days as "discountGraceDays", s.remainder, s.version, s.updated_at as "updatedAt",
           s.updated_by as "updatedBy"
    from match_setting s where s.tenant_id = ${tenantId} and ${where} order by s.customer_id nulls first`);
}
