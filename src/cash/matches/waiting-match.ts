import type { BusinessDate } from "../../platform/business-date.js";
import type { CommandContext } from "../../platform/commands/command.js";
import type { InputChecks } from "../../platform/commands/input-checks.js";
import { refusal } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";
import type { MatchStatus } from "./match-record.js";

/** A match that a person decides on; its row and its receipt's are locked. */
export interface WaitingMatch {
  readonly id: string;
  readonly status: MatchStatus;
  readonly version: number;
  readonly currency: string;
  readonly customerId: string | null;
  readonly receipt: MatchedReceiptRow;
}

export interface MatchedReceiptRow {
  readonly id: string;
  readonly number: string;
  readonly customerId: string | null;
  readonly receivedOn: BusinessDate;
  readonly isReversed: boolean;
}

/** Locks the match and its receipt, and says what stands in the way of deciding on it now. Null when there is none. */
export async function lockWaitingMatch(
  context: CommandContext,
  input: { readonly matchProposalId: string; readonly expectedVersion?: number | null },
  checks: InputChecks,
): Promise<WaitingMatch | null> {
  const { tx, tenant } = context;
  const [named] = await tx.rows<{ receiptId: string }>(sql`
    select receipt_id as "receiptId" from receipt_match
    where tenant_id = ${tenant.id} and id = ${input.matchProposalId}`);
  // The receipt first, as everybody else does.
  const receipt = named && (await lockReceiptRow(context, named.receiptId));
  const [match] = await tx.rows<Omit<WaitingMatch, "receipt">>(sql`
    select id, status, version, currency, customer_id as "customerId"
    from receipt_match where tenant_id = ${tenant.id} and id = ${input.matchProposalId} for update`);
  if (!match || !receipt) {
    checks.add("NOT_FOUND", "matchProposalId", "There is no such match.");
    return null;
  }
  if (input.expectedVersion != null && input.expectedVersion !== match.version) {
    const message = `The match was changed: it is at version ${match.version}, you expected ${input.expectedVersion}.`;
    checks.refusals.push(
      refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: match.version }),
    );
  }
  if (match.status !== "OPEN" && match.status !== "NONE") {
    const message = `There is nothing to decide: the match is ${match.status}.`;
    checks.add("INVALID_STATE", "matchProposalId", message);
  } else if (receipt.isReversed)
    checks.add("INVALID_STATE", "matchProposalId", `Receipt ${receipt.number} is reversed.`);
  return { ...match, receipt };
}

export async function lockReceiptRow(
  context: CommandContext,
  id: string,
): Promise<MatchedReceiptRow | undefined> {
  const [row] = await lockReceiptRows(context, [id]);
  return row;
}

export function lockReceiptRows(
  { tx, tenant }: CommandContext,
  ids: readonly string[],
): Promise<MatchedReceiptRow[]> {
  return tx.rows<MatchedReceiptRow>(sql`
    select id, number, customer_id as "customerId", received_on as "receivedOn",
           reversal_entry_id is not null as "isReversed"
    from receipt where tenant_id = ${tenant.id} and id = any(${ids}) order by id for update`);
}

/** What matching proposed or named, as it is kept; amounts as text. */
export interface StoredPart {
  readonly id: string;
  readonly partNo: number;
  readonly decision: "AUTO" | "PROPOSED" | "ALTERNATIVE" | "CHOSEN";
  readonly itemId: string;
  readonly amount: string | null;
  readonly discount: string;
  readonly rule: string | null;
  readonly score: string | null;
  readonly evidence: string | null;
}

export function readParts({ tx, tenant }: CommandContext, matchId: string): Promise<StoredPart[]> {
  return tx.rows<StoredPart>(sql`
    select id, part_no as "partNo", decision, item_id as "itemId", amount, discount, rule, score, evidence
    from match_part where tenant_id = ${tenant.id} and match_id = ${matchId} order by part_no`);
}

/** Keeps what a person decided. */
export async function closeMatch(
  { tx, tenant, actor }: CommandContext,
  matchId: string,
  status: "CONFIRMED" | "REJECTED",
  reason: string | null,
): Promise<void> {
  await tx.rows(sql`
    update receipt_match set status = ${status}, decided_by = ${actor.subject}, decided_at = clock_timestamp(),
           decision_reason = ${reason}, version = version + 1
    where tenant_id = ${tenant.id} and id = ${matchId}`);
}

export interface PartOutcome {
  readonly id: string;
  readonly outcome: "ACCEPTED" | "CHANGED" | "DECLINED";
}

export async function keepOutcomes(
  { tx, tenant }: CommandContext,
  outcomes: readonly PartOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  await tx.rows(sql`
    update match_part p set outcome = o.outcome
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o(id uuid, outcome text)
    where p.tenant_id = ${tenant.id} and p.id = o.id`);
}

/** Something else takes the place of what waits for a decision on these receipts. */
export async function supersedeWaiting(
  { tx, tenant, actor }: CommandContext,
  receiptIds: readonly string[],
  reason: string,
): Promise<void> {
  await tx.rows(sql`
    update receipt_match m set status = 'SUPERSEDED', decided_by = ${actor.subject}, decided_at = clock_timestamp(),
           decision_reason = ${reason}, version = m.version + 1
    from (select id from receipt_match
           where tenant_id = ${tenant.id} and receipt_id = any(${receiptIds}) and status in ('OPEN', 'NONE')
           order by id for update) w
    where m.tenant_id = ${tenant.id} and m.id = w.id`);
}

/** The same for receipts of which nothing is left to decide: a person applied all of their money, or it went back. */
export async function supersedeSpent(context: CommandContext, receiptIds: readonly string[]): Promise<void> {
  const { tx, tenant } = context;
  if (receiptIds.length === 0) return;
  const spent = await tx.rows<{ id: string }>(sql`
    select m.receipt_id as id from receipt_match m
    where m.tenant_id = ${tenant.id} and m.receipt_id = any(${receiptIds}) and m.status in ('OPEN', 'NONE')
      and not exists (select from open_item i where i.tenant_id = m.tenant_id and i.receipt_id = m.receipt_id and i.is_open)`);
  if (spent.length > 0)
    await supersedeWaiting(
      context,
      spent.map(({ id }) => id),
      "Nothing of the receipt is left to apply.",
    );
}
