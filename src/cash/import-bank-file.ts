import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Command } from "../platform/commands/command.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { type Finding, isRejected, type ParsedBankFile, readBankFile } from "./bank-files/index.js";
import { postBankEntries } from "./post-bank-entries.js";

export interface BankFileImportInput {
  readonly fileName: string;
  /** The file, in base64. */
  readonly content: string;
}

export interface BankFileImportResult {
  readonly batchId: string;
  readonly receiptIds: string[];
  readonly findings: readonly Finding[];
  /** How many entries ended how. */
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
}

/**
 * Takes in a bank file as one atomic batch: all of it, or nothing when its control totals or its structure are
 * wrong. The same file is refused; an entry that is in already, in whatever file, is passed over.
 */
export const importBankFile: Command<BankFileImportInput, BankFileImportResult> = {
  name: "bankFileImport",
  scope: "bank-files:import",
  postingDateAt: "content",
  auditedInput: ({ fileName, content }) => ({ fileName, sha256: hashOf(content) }),
  async run(context, { fileName, content }) {
    const { tx, tenant } = context;
    const { file, findings } = readBankFile(Buffer.from(content, "base64"));
    if (!file || isRejected(findings)) return new Refused(refusalsOf(findings));
    const fileHash = hashOf(content);
    const batchId = uuidv7();
    const claimed = await tx.rows(sql`
      insert into bank_batch (tenant_id, id, file_hash, file_name, format, message_id, entry_count, findings, imported_by)
      values (${tenant.id}, ${batchId}, ${fileHash}, ${fileName}, ${formatOf(file)}, ${file.messageId},
              ${entryCount(file)}::integer, ${JSON.stringify(findings)}, ${context.actor.subject})
      on conflict (tenant_id, file_hash) do nothing returning id`);
    if (claimed.length === 0) {
      const message =
        "This very file was taken in before. Nothing was posted; look at the bank batches for what it did. What it holds in quarantine is released entry by entry.";
      return refuse(refusal("DUPLICATE_FILE", "content", message));
    }
    const { receiptIds, left } = await postBankEntries(context, batchId, file, findings);
    const outcomes = await tx.rows<{ outcome: string; count: number }>(sql`
      select outcome, count(*)::integer as count from bank_entry
      where tenant_id = ${tenant.id} and batch_id = ${batchId} group by outcome order by outcome`);
    return { batchId, receiptIds, findings: [...findings, ...left], outcomes };
  },
};

function hashOf(base64: string): string {
  return createHash("sha256").update(Buffer.from(base64, "base64")).digest("hex");
}

/** "CAMT_053.8", "MT940". */
function formatOf({ format, version }: ParsedBankFile): string {
  return version === "" ? format : `${format}.${version}`;
}

function entryCount(file: ParsedBankFile): number {
  return file.statements.reduce((sum, statement) => sum + statement.entries.length, 0);
}

/** What rejects the file, each with its line; warnings do not matter then. */
function refusalsOf(findings: readonly Finding[]) {
  return findings
    .filter((finding) => finding.severity === "REJECT_FILE")
    .map((finding) => {
      const where = finding.line === undefined ? "" : `Line ${finding.line}: `;
      return refusal("INVALID_FILE", "content", `${where}${finding.message}`, {
        finding: finding.code,
        line: finding.line,
      });
    });
}
