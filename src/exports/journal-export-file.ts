import type { CommandContext } from "../platform/commands/command.js";
import { Refused } from "../platform/commands/refusal.js";
import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";
import { type JournalLayout, layoutSchema } from "./layout-schema.js";
import { digestOfBatch, type OnWritten } from "./write-batch.js";

/** How a batch was written once. */
export interface JournalExportFile {
  readonly fileNo: number;
  readonly format: string;
  readonly layout: JournalLayout;
  readonly sha256: string;
}

/** Which of a batch's files; the last of those that fit. */
export interface FileChoice {
  readonly format?: string | null;
  readonly fileNo?: number | null;
}

/** The file of a batch; undefined when there is none. */
export async function fileOf(
  db: Executor,
  tenantId: string,
  exportId: string,
  { format, fileNo }: FileChoice = {},
): Promise<JournalExportFile | undefined> {
  const [file] = await db.rows<Omit<JournalExportFile, "layout"> & { layout: unknown }>(sql`
    select file_no as "fileNo", format, layout, sha256 from journal_export_file
    where tenant_id = ${tenantId} and export_id = ${exportId}
      and format = coalesce(${format ?? null}::text, format)
      and file_no = coalesce(${fileNo ?? null}::integer, file_no)
    order by file_no desc limit 1`);
  return file && { ...file, layout: layoutSchema.parse(file.layout) };
}

/** The format in which a batch was written first; undefined when there is no such batch. */
export async function firstFormatOf(
  db: Executor,
  tenantId: string,
  exportId: string,
): Promise<string | undefined> {
  const [file] = await db.rows<{ format: string }>(sql`
    select format from journal_export_file
    where tenant_id = ${tenantId} and export_id = ${exportId} order by file_no limit 1`);
  return file?.format;
}

/**
 * Keeps how a batch is written, with the hash of its file; returns the file's number in the batch. Refused when a value
 * that identifies something does not fit its column.
 */
export async function recordFile(
  { tx, tenant, actor }: CommandContext,
  exportId: string,
  { format, layout }: { readonly format: string; readonly layout: JournalLayout },
  onWritten?: OnWritten,
): Promise<number | Refused> {
  const { sha256, byteCount, tooLong } = await digestOfBatch(
    tx,
    { tenantId: tenant.id, exportId, layout },
    onWritten,
  );
  if (tooLong.length > 0) return new Refused(tooLong);
  const [file] = await tx.rows<{ fileNo: number }>(sql`
    insert into journal_export_file (tenant_id, export_id, file_no, format, layout, sha256, byte_count, written_by)
    select ${tenant.id}, ${exportId},
           (select coalesce(max(file_no), 0) + 1 from journal_export_file
             where tenant_id = ${tenant.id} and export_id = ${exportId}),
           ${format}, ${JSON.stringify(layout)}, ${sha256}, ${byteCount}, ${actor.subject}
    returning file_no as "fileNo"`);
  if (!file) throw new Error("the file was not recorded");
  return file.fileNo;
}
