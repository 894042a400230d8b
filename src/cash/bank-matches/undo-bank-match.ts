import type { Command, CommandContext } from "../../platform/commands/command.js";
import { InputChecks } from "../../platform/commands/input-checks.js";
import { Refused, refusal, refuse } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import { insertBankMatch, lockBankMatches, type NewMatchMovement } from "./bank-match-rows.js";
import { recordAnew } from "./record-anew.js";

export interface BankMatchUndoInput {
  readonly bankMatchId: string;
  readonly reason: string;
  /** The day of receipts that are recorded anew; each its own when left out. */
  readonly effectiveDate?: string | null;
  readonly expectedVersion?: number | null;
}

interface MatchRow {
  readonly currency: string;
  readonly status: string;
  readonly isFollowUp: boolean;
  readonly version: number;
}

export interface BankMatchUndone {
  readonly bankMatchId: string;
  /** What was recorded anew of receipts that the match had taken back. */
  readonly receiptIds: readonly string[];
}

/**
 * Lets go of what was confirmed or rejected: line and movements are undecided again. Receipts that a confirmation took back
 * are recorded anew, with nothing applied; the old ones and their reversals stay, and undo each other.
 */
export const undoBankMatch: Command<BankMatchUndoInput, BankMatchUndone> = {
  name: "bankMatchUndo",
  scope: "cash:write",
  async run(context, input) {
    const { tx, tenant, actor } = context;
    const { bankMatchId, reason, effectiveDate = null } = input;
    const checks = new InputChecks().text(reason, "reason", "the reason", 1_000);
    if (effectiveDate) checks.date(effectiveDate, "effectiveDate");
    await lockBankMatches(context);
    const match = await readMatch(context, bankMatchId);
    if (!match) return refuse(refusal("NOT_FOUND", "bankMatchId", "There is no such bank match."));
    checkUndoable(match, input, checks);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    await tx.rows(sql`
      update bank_match set status = 'UNDONE', undone_by = ${actor.subject}, undone_at = clock_timestamp(),
             undo_reason = ${reason}, version = version + 1
      where tenant_id = ${tenant.id} and id = ${bankMatchId}`);
    await tx.rows(sql`
      update bank_match_movement set stands = false
      where tenant_id = ${tenant.id} and match_id = ${bankMatchId} and stands`);
    const receiptIds =
      match.status === "CONFIRMED" ? await restore(context, bankMatchId, match, effectiveDate) : [];
    return receiptIds instanceof Refused ? receiptIds : { bankMatchId, receiptIds };
  },
};

async function readMatch({ tx, tenant }: CommandContext, id: string): Promise<MatchRow | undefined> {
  const [row] = await tx.rows<MatchRow>(sql`
    select currency, status, follows_id is not null as "isFollowUp", version
    from bank_match where tenant_id = ${tenant.id} and id = ${id} for update`);
  return row;
}

function checkUndoable(
  { status, isFollowUp, version }: MatchRow,
  { expectedVersion }: BankMatchUndoInput,
  checks: InputChecks,
): void {
  if (expectedVersion != null && expectedVersion !== version) {
    const message = `The match was changed: it is at version ${version}, you expected ${expectedVersion}.`;
    checks.refusals.push(refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: version }));
  }
  if (status === "UNDONE") checks.add("INVALID_STATE", "bankMatchId", "The match is undone already.");
  if (isFollowUp) {
    const message = "These receipts were taken back by a match that was undone since, and recorded anew.";
    checks.add("INVALID_STATE", "bankMatchId", message);
  }
}

/** Records anew what the match took back, and keeps that the old receipts are undone by their reversals. */
async function restore(
  context: CommandContext,
  matchId: string,
  { currency }: MatchRow,
  effectiveDate: string | null,
): Promise<string[] | Refused> {
  const { tx, tenant } = context;
  const taken = await tx.rows<NewMatchMovement>(sql`
    select entry_id as "entryId", amount, role from bank_match_movement
    where tenant_id = ${tenant.id} and match_id = ${matchId} and role <> 'MATCHED' order by entry_id`);
  if (taken.length === 0) return [];
  const entryIds = taken.filter(({ role }) => role === "TAKEN_BACK").map(({ entryId }) => entryId);
  const receiptIds = await recordAnew(context, entryIds, effectiveDate);
  if (receiptIds instanceof Refused) return receiptIds;
  const nothing = new Decimal(0);
  await insertBankMatch(context, {
    ...{ bankEntryId: null, currency, bankAmount: nothing, ledgerAmount: nothing, differenceReason: null },
    ...{ keep: "RECORDED", status: "CONFIRMED", followsId: matchId, movements: taken },
    note: "Taken back, and recorded anew when the match was undone",
  });
  return receiptIds;
}
