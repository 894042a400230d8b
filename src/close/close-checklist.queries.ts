import type { ReportPoint } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";
import type { Tenant } from "../platform/database/tenancy.js";
import {
  CHECK_DEFINITIONS,
  type CheckDefinition,
  type CheckFinding,
  type CloseCheck,
  REVIEWED_CHECKS,
} from "./close-checks.js";
import type { CloseScope } from "./close-checks.sql.js";
import type { CloseMonth } from "./close-month.rules.js";

export interface ReviewRow {
  readonly check: string;
  readonly fingerprint: string;
  readonly itemCount: number;
  readonly note: string | null;
  readonly actor: string;
  readonly recordedAt: Date;
}

export interface ChecklistItem extends CheckFinding {
  readonly check: CloseCheck;
  readonly status: "DONE" | "OPEN" | "NOT_APPLICABLE";
  readonly seenBy: string;
  readonly isReviewable: boolean;
  readonly review: (ReviewRow & { readonly isCurrent: boolean }) | null;
  readonly definition: CheckDefinition;
  readonly scope: CloseScope;
}

/** The scope of a month's checklist: what counts by its last day, as known now. */
export function closeScope(tenant: Tenant, month: CloseMonth, today: BusinessDate): CloseScope {
  const point: ReportPoint = { tenantId: tenant.id, tenant, asOf: month.endsOn, knownAt: null };
  return { point, month, today };
}

/** Every check of a month, in the order in which it is worked. */
export async function readChecklist(db: Executor, scope: CloseScope): Promise<ChecklistItem[]> {
  const { tenantId } = scope.point;
  const reviews = await db.rows<ReviewRow>(sql`
    select distinct on (check_name) check_name as check, fingerprint, item_count as "itemCount", note, actor,
           recorded_at as "recordedAt"
    from close_review where tenant_id = ${tenantId} and period_starts_on = ${scope.month.startsOn}::date
    order by check_name, recorded_at desc`);
  const items: ChecklistItem[] = [];
  for (const definition of CHECK_DEFINITIONS) {
    const { check, seenBy } = definition;
    const finding = await definition.find(db, scope);
    const latest = reviews.find((review) => review.check === check) ?? null;
    const review = latest && { ...latest, isCurrent: latest.fingerprint === finding.fingerprint };
    items.push({
      ...finding,
      check,
      seenBy,
      isReviewable: check in REVIEWED_CHECKS,
      review,
      status: statusOf(finding, review?.isCurrent ?? false),
      definition,
      scope,
    });
  }
  return items;
}

function statusOf({ count, isNotApplicable }: CheckFinding, isReviewed: boolean): ChecklistItem["status"] {
  if (isNotApplicable) return "NOT_APPLICABLE";
  return count === 0 || isReviewed ? "DONE" : "OPEN";
}

/** UUIDs of what a check found, in their order. */
export async function readSubjects(
  db: Executor,
  { definition, scope }: ChecklistItem,
  first: number,
): Promise<string[]> {
  if (!definition.items || !definition.idPrefix) return [];
  const rows = await db.rows<{ id: string }>(
    sql`select id from (${definition.items(scope)}) found order by id limit ${first}`,
  );
  return rows.map((row) => row.id);
}
