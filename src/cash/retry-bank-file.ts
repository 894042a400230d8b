import type { Command, CommandContext } from "../platform/commands/command.js";
import { refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { auditedFile, type BankFileImportInput, bytesOf, fileHashOf } from "./bank-file-input.js";
import { type BankEntry, type Finding, type ParsedBankFile, readBankFile } from "./bank-files/index.js";
import { dayProblem, postingDays } from "./posting-day.js";
import { examineHeld, type HeldEntry, postReleased } from "./release-held-entries.js";
import { NO_RATE, type TakenEntry } from "./taken-entry.js";

export interface BankFileRetryResult {
  readonly receiptIds: string[];
  readonly released: number;
  /** The entries that still wait, with what holds them. */
  readonly held: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Tries the quarantined entries of a file again that was taken in before. What was posted of it is not looked at.
 * The file is read for what its entries say: batches of earlier versions did not keep that.
 */
export const retryBankFile: Command<BankFileImportInput, BankFileRetryResult> = {
  name: "bankFileRetry",
  scope: "bank-files:import",
  postingDateAt: "content",
  auditedInput: auditedFile,
  async run(context, input) {
    const { file, findings } = readBankFile(bytesOf(input));
    if (!file)
      return refuse(refusal("INVALID_FILE", "content", findings[0]?.message ?? "It cannot be read."));
    const waiting = await lockHeld(context, fileHashOf(input), file, findings);
    const days = await postingDays(context);
    const ready: TakenEntry[] = [];
    const held: { line: number; reason: string }[] = [];
    for (const one of waiting) {
      const { line } = one.entry;
      const examined = await examineHeld(context, one, false);
      const problem = "code" in examined ? null : dayProblem(examined, days);
      if ("code" in examined) held.push({ line, reason: examined.message });
      else if (problem !== null) held.push({ line, reason: `${problem.why} ${problem.remedy}` });
      else ready.push(examined);
    }
    if (ready.length === 0) return { receiptIds: [], released: 0, held };
    const { receiptIds, held: left } = await postReleased(context, ready, false);
    held.push(...left.map(({ entry, reason }) => ({ line: entry.line, reason: reason ?? "" })));
    return { receiptIds, released: ready.length - left.length, held };
  },
};

interface HeldRow {
  readonly id: string;
  readonly entryNo: number;
  readonly account: string;
  readonly reference: string;
  readonly reason: string | null;
  /** Null for batches of earlier versions, which did not keep it. */
  readonly obstacle: string | null;
}

/** The batch's quarantined entries, in the order of the file. */
async function lockHeld(
  { tx, tenant }: CommandContext,
  fileHash: string,
  file: ParsedBankFile,
  findings: readonly Finding[],
): Promise<HeldEntry[]> {
  const rows = await tx.rows<HeldRow>(sql`
    select e.id, e.entry_no as "entryNo", e.account, e.reference, e.outcome_reason as reason, e.obstacle
    from bank_entry e join bank_batch b on b.tenant_id = e.tenant_id and b.id = e.batch_id
    where e.tenant_id = ${tenant.id} and b.file_hash = ${fileHash} and e.outcome = 'QUARANTINED'
    order by e.entry_no for update of e`);
  const entries = new Map<number, BankEntry>(
    file.statements.flatMap((statement) => statement.entries).map((entry) => [entry.index, entry]),
  );
  const codes = new Map(
    findings.filter((f) => f.severity === "QUARANTINE_ENTRY").map((f) => [f.entryIndex, f.code]),
  );
  return rows.map(({ entryNo, reason, obstacle, ...row }) => {
    const entry = entries.get(entryNo - 1);
    if (!entry) throw new Error(`the file has no entry ${entryNo}, though its batch has`);
    return { ...row, entry, reason: reason ?? "", obstacle: obstacle ?? codes.get(entry.index) ?? NO_RATE };
  });
}
