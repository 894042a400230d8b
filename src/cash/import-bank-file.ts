import { v7 as uuidv7 } from "uuid";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { auditedFile, type BankFileImportInput, bytesOf, fileHashOf } from "./bank-file-input.js";
import { type Finding, isRejected, type ParsedBankFile, readBankFile } from "./bank-files/index.js";
import { PAYMENTS_AT_A_TIME } from "./matches/match-in-chunks.js";
import { type BatchToPost, classifyEntries, postBankEntries } from "./post-bank-entries.js";

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
export const importBankFile = bankFileImportInChunks(PAYMENTS_AT_A_TIME);

/** The same with so many payments matched at a time, which changes nothing of what becomes of them. */
export function bankFileImportInChunks(size: number): Command<BankFileImportInput, BankFileImportResult> {
  return {
    name: "bankFileImport",
    scope: "bank-files:import",
    postingDateAt: "content",
    auditedInput: auditedFile,
    async run(context, input) {
      const opened = await openBatch(context, input);
      if (opened instanceof Refused) return opened;
      const { batchId, findings } = opened;
      const { receiptIds, left } = await postBankEntries(context, { ...opened, size });
      return {
        batchId,
        receiptIds,
        findings: [...findings, ...left],
        outcomes: await outcomesOf(context, batchId),
      };
    },
  };
}

interface OpenedBatch extends Omit<BatchToPost, "size"> {
  readonly findings: readonly Finding[];
}

/** Reads the file and begins its batch. Of what was read only the entries live on. */
async function openBatch(
  context: CommandContext,
  input: BankFileImportInput,
): Promise<OpenedBatch | Refused> {
  const { tx, tenant, actor } = context;
  const { file, findings } = readBankFile(bytesOf(input));
  if (!file || isRejected(findings)) return new Refused(refusalsOf(findings));
  const batchId = uuidv7();
  const claimed = await tx.rows(sql`
    insert into bank_batch (tenant_id, id, file_hash, file_name, format, message_id, entry_count, findings, imported_by)
    values (${tenant.id}, ${batchId}, ${fileHashOf(input)}, ${input.fileName}, ${formatOf(file)}, ${file.messageId},
            ${entryCount(file)}::integer, ${JSON.stringify(findings)}, ${actor.subject})
    on conflict (tenant_id, file_hash) do nothing returning id`);
  if (claimed.length === 0) {
    const message =
      "This very file was taken in before. Nothing was posted; look at the bank batches for what it did. What it holds in quarantine is released entry by entry.";
    return refuse(refusal("DUPLICATE_FILE", "content", message));
  }
  return { batchId, findings, taken: classifyEntries(file, findings), isChecked: file.isChecked === true };
}

function outcomesOf(
  { tx, tenant }: CommandContext,
  batchId: string,
): Promise<BankFileImportResult["outcomes"]> {
  return tx.rows<{ outcome: string; count: number }>(sql`
    select outcome, count(*)::integer as count from bank_entry
    where tenant_id = ${tenant.id} and batch_id = ${batchId} group by outcome order by outcome`);
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
