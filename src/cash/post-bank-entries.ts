import { v7 as uuidv7 } from "uuid";
import { rateOn } from "../ledger/index.js";
import type { CommandContext } from "../platform/commands/command.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { type Finding, leftToStatement, type ParsedBankFile, postableEntries } from "./bank-files/index.js";
import { notAReceipt } from "./bank-payments.rules.js";
import { depositOf } from "./deposit.rules.js";
import { descriptionOf } from "./entry-description.rules.js";
import { followNotice, hasFollowUp } from "./follow-notice.js";
import { matchDeposits } from "./match-deposits.js";
import { holdByDay, postingDays } from "./posting-day.js";
import { holdPossibleDuplicates, leaveToStatements, lockAccounts } from "./provisional-entries.js";
import { recordBankPayments } from "./record-bank-payments.js";
import { NO_RATE, receivedOn, type TakenEntry } from "./taken-entry.js";

export interface PostedEntries {
  readonly receiptIds: string[];
  /** Returns, which are held back, and notifications that nothing could be done about. */
  readonly left: readonly Finding[];
}

export interface BatchToPost {
  readonly batchId: string;
  /** The file's entries as `classifyEntries` has them; emptied, since what was read of a large file is much. */
  readonly taken: TakenEntry[];
  /** Whether the file is no statement. */
  readonly isChecked: boolean;
  /** So many payments are matched at a time. */
  readonly size: number;
}

/** Posts the batch's entries and keeps each with its outcome. */
export async function postBankEntries(
  context: CommandContext,
  { batchId, taken, isChecked, size }: BatchToPost,
): Promise<PostedEntries> {
  await lockAccounts(context, taken);
  await markDuplicates(context, taken);
  await leaveToStatements(context, taken);
  // What is no statement tells nothing that a report has announced.
  if (!isChecked) await holdPossibleDuplicates(context, taken);
  await findRates(context, taken);
  const days = await postingDays(context);
  await matchDeposits(context, taken, days);
  holdByDay(taken, days);
  const notices = taken.filter(hasFollowUp);
  await insertEntries(
    context,
    batchId,
    taken.filter((one) => !hasFollowUp(one)),
  );
  const recorded = taken.filter(({ outcome }) => outcome === "RECEIPT_RECORDED");
  taken.length = 0;
  const receiptIds = await recordBankPayments(context, recorded, size);
  // After the receipts, because a payment can come in and go back within one file.
  const left: Finding[] = [];
  for (const one of notices) {
    const finding = await followNotice(context, one);
    if (finding) left.push(finding);
  }
  if (notices.length > 0) await insertEntries(context, batchId, notices);
  return { receiptIds, left };
}

/** The file's entries with what is to become of them, as far as the file tells. */
export function classifyEntries(file: ParsedBankFile, findings: readonly Finding[]): TakenEntry[] {
  const postable = new Set(postableEntries(file, findings).map((entry) => entry.index));
  const quarantined = new Map(
    findings.filter((f) => f.severity === "QUARANTINE_ENTRY").map((f) => [f.entryIndex, f]),
  );
  return file.statements.flatMap((statement) =>
    statement.entries.map((entry): TakenEntry => {
      const account = entry.account ?? statement.account.iban ?? statement.account.other ?? "";
      const base = {
        id: uuidv7(),
        account,
        entry,
        isProvisional: statement.report !== undefined,
        rate: "1",
        reason: null,
        obstacle: null,
        deposit: depositOf(entry),
      };
      const problem = quarantined.get(entry.index);
      if (problem !== undefined)
        return { ...base, outcome: "QUARANTINED", reason: problem.message, obstacle: problem.code };
      const left = leftToStatement(entry, statement);
      if (left !== null) return { ...base, outcome: "LEFT_TO_STATEMENT", reason: left };
      if (!postable.has(entry.index))
        return { ...base, outcome: "PENDING", reason: "The bank has not booked it yet." };
      const reason = notAReceipt(entry);
      return reason === null
        ? { ...base, outcome: "RECEIPT_RECORDED" }
        : { ...base, outcome: "NOT_A_RECEIPT", reason };
    }),
  );
}

/** Entries that an earlier batch has taken in. Two files with one entry at once: the second waits, then fails as a whole. */
async function markDuplicates({ tx, tenant }: CommandContext, taken: readonly TakenEntry[]): Promise<void> {
  const known = await tx.rows<{ account: string; reference: string }>(sql`
    select account, reference from bank_entry
    join unnest(${taken.map((t) => t.account)}::text[], ${taken.map((t) => t.entry.reference)}::text[])
      as own(account, reference) using (account, reference)
    where tenant_id = ${tenant.id} and outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED', 'NOT_A_RECEIPT')`);
  const keys = new Set(known.map(keyOf));
  for (const one of taken) {
    if (one.outcome === "QUARANTINED" || one.outcome === "PENDING" || one.outcome === "LEFT_TO_STATEMENT")
      continue;
    if (!keys.has(keyOf({ account: one.account, reference: one.entry.reference }))) continue;
    one.outcome = "DUPLICATE";
    one.reason = "The entry was taken in with an earlier file.";
  }
}

/** Accounts and references may hold any character: no separator tells every two pairs apart. */
function keyOf({ account, reference }: { readonly account: string; readonly reference: string }): string {
  return JSON.stringify([account, reference]);
}

/** An entry in a currency without a rate waits for a person; the rest of the file is not held up by it. */
async function findRates({ tx, tenant }: CommandContext, taken: readonly TakenEntry[]): Promise<void> {
  const known = new Map<string, string | Refused>();
  for (const one of taken.filter((t) => t.outcome === "RECEIPT_RECORDED")) {
    const [currency, day] = [one.entry.currency ?? "", receivedOn(one.entry)];
    const rate = known.get(currency + day) ?? (await rateOn(tx, tenant, currency, day, "content"));
    known.set(currency + day, rate);
    if (rate instanceof Refused) {
      one.outcome = "QUARANTINED";
      one.reason = rate.refusals[0]?.message ?? null;
      one.obstacle = NO_RATE;
    } else one.rate = rate;
  }
}

/** Entries of one statement; what is one text to the driver and the database must not grow with the file. */
const CHUNK = 5_000;

async function insertEntries(
  context: CommandContext,
  batchId: string,
  taken: readonly TakenEntry[],
): Promise<void> {
  for (let start = 0; start < taken.length; start += CHUNK)
    await insertChunk(context, batchId, taken.slice(start, start + CHUNK));
}

async function insertChunk(
  { tx, tenant }: CommandContext,
  batchId: string,
  taken: readonly TakenEntry[],
): Promise<void> {
  const rows = taken.map(({ id, account, entry, isProvisional, outcome, reason, ...its }) => ({
    id,
    isProvisional,
    obstacle: its.obstacle,
    content: outcome === "QUARANTINED" ? entry : null,
    account,
    outcome,
    reason,
    no: entry.index + 1,
    line: entry.line,
    reference: entry.reference,
    bankReference: entry.bankReference ?? null,
    // What is no currency code would not fit; the finding tells it.
    currency: entry.currency?.length === 3 ? entry.currency : "",
    amount: entry.amount ?? "0",
    side: entry.side,
    reversal: entry.reversal,
    status: entry.status === "INFO" ? "INFORMATION" : (entry.status ?? "INFORMATION"),
    bookingDate: entry.bookingDate,
    valueDate: entry.valueDate,
    depositKind: its.deposit?.kind ?? null,
    deposit: its.deposit?.name ?? null,
    depositBatchId: its.deposit?.batchId ?? null,
    replaces: its.deposit?.replaces ?? null,
    description: descriptionOf(entry),
    returned: its.returnedReceiptId ?? null,
  }));
  await tx.rows(sql`
    insert into bank_entry (tenant_id, id, batch_id, entry_no, line, account, reference, bank_reference, currency, amount, side,
      is_reversal, booking_status, booking_date, value_date, outcome, outcome_reason, obstacle, content,
      is_provisional, deposit_kind, deposit, deposit_batch_id, replaces_entry_id,
      description, returned_receipt_id)
    select ${tenant.id}, id, ${batchId}, no, line, account, reference, "bankReference", currency, amount, side,
      reversal, status, "bookingDate", "valueDate", outcome, reason, obstacle, content,
      "isProvisional", "depositKind", deposit, "depositBatchId", replaces,
      description, returned
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e(id uuid, no integer, line integer, account text, reference text, "bankReference" text, currency text, amount numeric,
           side text, reversal boolean, status text, "bookingDate" date, "valueDate" date, outcome text, reason text,
           obstacle text, content jsonb, "isProvisional" boolean, "depositKind" text, deposit text, "depositBatchId" uuid, replaces uuid,
           description text, returned uuid)`);
}
