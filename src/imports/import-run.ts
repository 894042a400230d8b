import type { Command } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import type { Rejection } from "./import-row.rules.js";

/** How far an import is. */
export interface ImportCounts {
  readonly rowsRead: number;
  readonly rowsImported: number;
  readonly rowsDuplicate: number;
  readonly rowsRejected: number;
}

export interface ImportRunStart {
  readonly runId: string;
  readonly kind: "INVOICES" | "CUSTOMERS" | "RATES";
  readonly profile: string;
  readonly fileName: string;
  readonly fileHash: string;
}

export const startRun: Command<ImportRunStart, { runId: string }> = {
  name: "importStart",
  scope: "imports:write",
  async run({ tx, tenant, actor }, { runId, kind, profile, fileName, fileHash }) {
    await tx.rows(sql`
      insert into import_run (tenant_id, id, kind, profile, file_name, file_hash, status, started_by)
      values (${tenant.id}, ${runId}, ${kind}, ${profile}, ${fileName}, ${fileHash}, 'RUNNING', ${actor.subject})`);
    return { runId };
  },
};

export interface ImportProgress {
  readonly runId: string;
  /** The tables have about doubled since the planner last looked at them. */
  readonly hasGrown: boolean;
  readonly counts: ImportCounts;
  readonly rejections: readonly (Rejection & { readonly cells: readonly string[] })[];
}

/** Keeps the counts and the rejections of a chunk. */
export const recordProgress: Command<ImportProgress, { runId: string }> = {
  name: "importProgress",
  scope: "imports:write",
  auditedInput: ({ runId, counts }) => ({ runId, counts }),
  async run({ tx, tenant }, { runId, hasGrown, counts, rejections }) {
    if (hasGrown) await tx.rows(sql`select refresh_statistics()`);
    if (rejections.length > 0) {
      await tx.rows(sql`
        insert into import_rejection (tenant_id, run_id, rejection_no, line, column_name, value, code, reason, source_row)
        select ${tenant.id}, ${runId},
               row_number() over () + (select count(*) from import_rejection where tenant_id = ${tenant.id} and run_id = ${runId}),
               line, "column", value, code, reason, cells
        from jsonb_to_recordset(${storableJson(rejections)}::jsonb)
          as r(line integer, "column" text, value text, code text, reason text, cells jsonb)`);
    }
    await tx.rows(sql`
      update import_run set rows_read = ${counts.rowsRead}, rows_imported = ${counts.rowsImported},
             rows_duplicate = ${counts.rowsDuplicate}, rows_rejected = ${counts.rowsRejected},
             progress_at = clock_timestamp()
      where tenant_id = ${tenant.id} and id = ${runId}`);
    return { runId };
  },
};

export interface ImportRunEnd {
  readonly runId: string;
  readonly counts: ImportCounts;
  readonly failure: string | null;
}

export const finishRun: Command<ImportRunEnd, { runId: string }> = {
  name: "importFinish",
  scope: "imports:write",
  async run({ tx, tenant, emit }, { runId, counts, failure }) {
    await tx.rows(sql`
      update import_run set status = ${failure === null ? "COMPLETED" : "FAILED"}, failure = ${failure},
             finished_at = clock_timestamp(), rows_read = ${counts.rowsRead}, rows_imported = ${counts.rowsImported},
             rows_duplicate = ${counts.rowsDuplicate}, rows_rejected = ${counts.rowsRejected}
      where tenant_id = ${tenant.id} and id = ${runId}`);
    emit({ type: "IMPORT_FINISHED", subjectId: runId, customerId: null, payload: { ...counts, failure } });
    return { runId };
  },
};

/** The text as PostgreSQL can keep it: U+FFFD for NUL and for halves of surrogate pairs. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD").toWellFormed();
}

function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? storable(part) : part));
}
