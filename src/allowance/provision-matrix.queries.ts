import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Loader } from "../platform/graphql/context.js";
import type { Segmentation } from "./provision-matrix.rules.js";

/** A version of the provision matrix, without its rates. */
export interface MatrixRow {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: string;
  /** Upper bounds of the buckets in days past due. */
  readonly scheme: readonly number[];
  readonly segmentBy: Segmentation;
  readonly note: string | null;
  readonly actor: string;
  readonly recordedAt: Date;
}

/** The version that counts on a day; undefined when there is none yet. */
export async function matrixInForce(
  db: Executor,
  tenantId: string,
  asOf: string,
): Promise<MatrixRow | undefined> {
  const [matrix] = await matricesWhere(db, tenantId, sql`m.effective_from <= ${asOf}::date`, sql`limit 1`);
  return matrix;
}

/** All versions, the one that counts latest first. */
export function readMatrices(db: Executor, tenantId: string): Promise<MatrixRow[]> {
  return matricesWhere(db, tenantId, sql`true`, sql.empty);
}

/** By UUID. */
export const matrixLoader: Loader<string, MatrixRow | null> = async (ids, { reads, principal }) => {
  const rows = await matricesWhere(reads, principal.tenantId, sql`m.id = any(${ids})`, sql.empty);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

function matricesWhere(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  limit: SqlFragment,
): Promise<MatrixRow[]> {
  return db.rows<MatrixRow>(sql`
    select m.id, m.version_no as version, m.effective_from as "effectiveFrom", m.scheme, m.segment_by as "segmentBy",
           m.note, m.actor, m.recorded_at as "recordedAt"
    from provision_matrix m where m.tenant_id = ${tenantId} and ${where}
    order by m.effective_from desc, m.version_no desc ${limit}`);
}

/** The loss rates of a segment of a matrix, in the order of the buckets. */
export interface SegmentRow {
  readonly matrixId: string;
  readonly segment: string | null;
  readonly lossPercents: readonly string[];
}

/** By the matrix's UUID; the default segment first. */
export const segmentsLoader: Loader<string, SegmentRow[]> = async (ids, { reads, principal }) => {
  const rows = await reads.rows<SegmentRow>(sql`
    select r.matrix_id as "matrixId", r.segment, array_agg(trim_scale(r.loss_percent)::text order by r.bucket) as "lossPercents"
    from provision_rate r where r.tenant_id = ${principal.tenantId} and r.matrix_id = any(${ids})
    group by r.matrix_id, r.segment_no, r.segment order by r.segment_no`);
  const byMatrix = Map.groupBy(rows, (row) => row.matrixId);
  return ids.map((id) => byMatrix.get(id) ?? []);
};
