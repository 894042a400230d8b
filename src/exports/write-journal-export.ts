import { isDeepStrictEqual } from "node:util";
import type { Command } from "../platform/commands/command.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { fileOf, recordFile } from "./journal-export-file.js";
import type { JournalLayout } from "./layout-schema.js";
import { type JournalExportResult, unmappedAccounts } from "./start-journal-export.js";
import type { OnWritten } from "./write-batch.js";

export interface JournalExportWriteRequest {
  /** UUID of the batch. */
  readonly journalExportId: string;
  readonly format: string;
  readonly layout: JournalLayout;
}

/** Writes a batch in a further format, or with other accounts. Written the same way before, it stays the same file. */
export function writeJournalExport(
  onWritten?: OnWritten,
): Command<JournalExportWriteRequest, JournalExportResult> {
  return {
    name: "journalExportWrite",
    scope: "journal:export",
    // The layout is kept with the file.
    auditedInput: ({ journalExportId, format }) => ({ journalExportId, format }),
    async run(context, { journalExportId: exportId, format, layout }) {
      const { tx, tenant } = context;
      await tx.rows(sql`select pg_advisory_xact_lock(7210, hashtext(${tenant.id}))`);
      const [batch] = await tx.rows(
        sql`select from journal_export where tenant_id = ${tenant.id} and id = ${exportId}`,
      );
      if (!batch) return refuse(refusal("NOT_FOUND", "journalExportId", "There is no such batch."));
      const unmapped = await unmappedAccounts(context, exportId, layout);
      if (unmapped.length > 0) return new Refused(unmapped);
      const written = await fileOf(tx, tenant.id, exportId, { format });
      const fileNo =
        written && isDeepStrictEqual(written.layout, layout)
          ? written.fileNo
          : await recordFile(context, exportId, { format, layout }, onWritten);
      return fileNo instanceof Refused ? fileNo : { exportId, fileNo };
    },
  };
}
