import { columnRows } from "../platform/database/column-rows.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";

/** A part of a match as it is read: money on an item, or another item that it may be. */
export interface MatchPartRow {
  readonly id: string;
  readonly matchId: string;
  readonly partNo: number;
  readonly decision: "AUTO" | "PROPOSED" | "ALTERNATIVE" | "CHOSEN";
  readonly itemId: string;
  readonly currency: string;
  /** Of the item's sign; null of an alternative. */
  readonly amount: string | null;
  readonly discount: string;
  readonly deduction: string | null;
  readonly deductionReason: string | null;
  readonly writeOff: string;
  readonly rule: string | null;
  /** 0 to 1. */
  readonly score: string | null;
  readonly evidence: string | null;
  readonly outcome: "APPLIED" | "ACCEPTED" | "CHANGED" | "DECLINED" | null;
}

/** Of alias `p`. */
const COLUMNS: SqlFragment = sql.columns("MatchPart", {
  always: {
    id: sql`p.id`,
    matchId: sql`p.match_id`,
    partNo: sql`p.part_no`,
    decision: sql`p.decision`,
    currency: sql`p.currency`,
  },
  sorting: {},
  others: {
    itemId: sql`p.item_id`,
    amount: sql`p.amount::text`,
    discount: sql`p.discount::text`,
    deduction: sql`p.deduction::text`,
    deductionReason: sql`p.deduction_reason`,
    writeOff: sql`p.write_off::text`,
    rule: sql`p.rule`,
    score: sql`p.score::text`,
    evidence: sql`p.evidence`,
    outcome: sql`p.outcome`,
  },
});

/** The parts that the condition tells, in the order in which their matches have them. */
export function matchPartsWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<MatchPartRow[]> {
  return columnRows<MatchPartRow>(
    db,
    sql`select ${COLUMNS} from match_part p where p.tenant_id = ${tenantId} and ${where} order by p.match_id, p.part_no`,
  );
}

/** What an application was made for. */
export interface MatchApplicationRow {
  readonly applicationId: string;
  readonly matchId: string;
  readonly partId: string;
  readonly creditPartId: string | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoneCause: "UNAPPLIED" | "RECEIPT_REVERSED" | "CREDIT_VOIDED" | null;
}

/** In the order in which they were applied. */
export function matchApplicationsWhere(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
): Promise<MatchApplicationRow[]> {
  return db.rows<MatchApplicationRow>(sql`
    select a.application_id as "applicationId", a.match_id as "matchId", a.part_id as "partId",
           a.credit_part_id as "creditPartId", a.undone_at as "undoneAt", a.undone_by as "undoneBy",
           a.undone_cause as "undoneCause"
    from match_application a where a.tenant_id = ${tenantId} and ${where} order by a.application_id`);
}
