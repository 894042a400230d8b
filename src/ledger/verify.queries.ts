import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";
import { adjustmentChecks } from "./verify-adjustments.checks.js";
import { allowanceChecks } from "./verify-allowance.checks.js";
import { bankChecks } from "./verify-bank.checks.js";
import { disputeChecks } from "./verify-disputes.checks.js";
import { documentChecks } from "./verify-documents.checks.js";
import { lateFeeChecks } from "./verify-late-fees.checks.js";
import { ledgerChecks } from "./verify-ledger.checks.js";
import { planChecks } from "./verify-plans.checks.js";

/** Something that is not as it must be. */
export interface Difference {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

export interface CheckResult {
  /** The invariant, in words. */
  readonly check: string;
  /** How many entries, items, documents … it was held against. */
  readonly rowsChecked: number;
  /** Empty when the invariant holds; at most `DIFFERENCES_MAX` of a check are told. */
  readonly differences: readonly Difference[];
}

/** Enough to see what is wrong; a broken ledger may have millions. */
export const DIFFERENCES_MAX = 100;

/**
 * Recomputes every invariant of a tenant's ledger and documents from the rows as they lie, one after the other.
 * The executor should be one snapshot (REPEATABLE READ), or commands that commit between two statements may look
 * like differences.
 */
export async function* verifyLedger(db: Executor, tenantId: string): AsyncGenerator<CheckResult> {
  const each = [
    ledgerChecks,
    documentChecks,
    adjustmentChecks,
    lateFeeChecks,
    planChecks,
    allowanceChecks,
    disputeChecks,
    bankChecks,
  ];
  const checks = each.flatMap((checksOf) => checksOf(tenantId));
  for (const { check, rows, broken } of checks) {
    const [counted] = await db.rows<{ rows: string }>(rows);
    const differences = await db.rows<Difference>(
      sql`select what, expected, found from (${broken}) d order by what limit ${DIFFERENCES_MAX}`,
    );
    yield { check, rowsChecked: Number(counted?.rows ?? 0), differences };
  }
}
