import { v7 as uuidv7 } from "uuid";
import type { Command } from "../platform/commands/command.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { checkMatrix, type MatrixInput } from "./provision-matrix.rules.js";

/**
 * Adds a version of the provision matrix, effective from a day. Nothing is replaced: on a day, the version with the
 * latest effective date counts, and of several with the same the one that came last.
 */
export const setProvisionMatrix: Command<MatrixInput, { matrixId: string }> = {
  name: "provisionMatrixSet",
  scope: "close:write",
  async run({ tx, tenant, actor, emit }, input) {
    const { refusals } = checkMatrix(input);
    if (refusals.length > 0) return new Refused(refusals);
    const { effectiveFrom, scheme, segmentBy, segments, note } = input;
    const matrixId = uuidv7();
    // Versions are numbered one after the other; two that are set at once wait for each other.
    await tx.rows(sql`select pg_advisory_xact_lock(7213, hashtext(${tenant.id}::text))`);
    const [matrix] = await tx.rows<{ versionNo: number }>(sql`
      insert into provision_matrix (tenant_id, id, version_no, effective_from, scheme, segment_by, segment_count, note, actor)
      select ${tenant.id}, ${matrixId},
             1 + coalesce((select max(version_no) from provision_matrix where tenant_id = ${tenant.id}), 0),
             ${effectiveFrom}::date, ${[...scheme]}::int[], ${segmentBy}, ${segments.length}, ${note ?? null}, ${actor.subject}
      returning version_no as "versionNo"`);
    await tx.rows(sql`
      insert into provision_rate (tenant_id, matrix_id, segment_no, segment, bucket, loss_percent)
      select ${tenant.id}, ${matrixId}, segment_no, segment, bucket, loss_percent
      from jsonb_to_recordset(${JSON.stringify(rateRows(input))}::jsonb)
        as r(segment_no integer, segment text, bucket integer, loss_percent numeric)`);
    emit({
      type: "PROVISION_MATRIX_SET",
      subjectId: matrixId,
      customerId: null,
      payload: { matrixId, version: matrix?.versionNo, effectiveFrom },
    });
    return { matrixId };
  },
};

/** Segment 0 is the default one; the others are numbered as they were given. */
function rateRows({ segments }: MatrixInput): object[] {
  const named = segments.filter(({ segment }) => segment != null);
  const ordered = [...segments.filter(({ segment }) => segment == null), ...named];
  return ordered.flatMap(({ segment, lossPercents }, segmentNo) =>
    lossPercents.map((percent, bucket) => ({
      segment_no: segmentNo,
      segment: segment ?? null,
      bucket,
      loss_percent: percent,
    })),
  );
}
