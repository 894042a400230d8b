import type { ReportPoint } from "../ledger/index.js";
import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";
import { allowanceBalance, allowanceCells } from "./allowance-cells.sql.js";
import { matrixInForce } from "./provision-matrix.queries.js";

/** How the allowance of a day stands. */
export interface AllowanceStanding {
  /** Runs of the day that are not taken back. */
  readonly runs: number;
  /** What a run would post now, in functional currency; positive raises the allowance. */
  readonly change: string;
}

/** At the point's date, as the books are now; null when no provision matrix counts on it. */
export async function readAllowanceStanding(
  db: Executor,
  point: ReportPoint,
): Promise<AllowanceStanding | null> {
  const { tenantId, asOf } = point;
  const matrix = await matrixInForce(db, tenantId, asOf);
  if (!matrix) return null;
  const [standing] = await db.rows<AllowanceStanding>(sql`
    select (select count(*)::int from allowance_run
            where tenant_id = ${tenantId} and as_of = ${asOf}::date and reversal_entry_id is null) as runs,
           coalesce(sum(required), 0) - (${allowanceBalance(tenantId, asOf)}) as change
    from (${allowanceCells(point, matrix)}) cell`);
  return standing ?? null;
}
