import { v7 as uuidv7 } from "uuid";
import type { CommandContext } from "../../platform/commands/command.js";
import { sql } from "../../platform/database/sql.js";
import type { Decimal } from "../../platform/money.js";
import type { DifferenceReason, ReceiptsKept } from "./bank-match.model.js";
import type { MatchedMovementRow } from "./bank-match.queries.js";
import type { CashMovementRow } from "./cash-movement.queries.js";

export interface NewBankMatch {
  readonly bankEntryId: string | null;
  readonly currency: string;
  /** Positive when money came in. */
  readonly bankAmount: Decimal;
  readonly ledgerAmount: Decimal;
  readonly differenceReason: DifferenceReason | null;
  readonly keep: ReceiptsKept;
  readonly status: "CONFIRMED" | "REJECTED";
  readonly note: string | null;
  /** The match whose undoing it follows. */
  readonly followsId?: string;
  readonly movements: readonly NewMatchMovement[];
}

export interface NewMatchMovement {
  readonly entryId: string;
  readonly amount: string;
  readonly role: MatchedMovementRow["role"];
}

/** People decide one after the other, so that no movement is reconciled twice and each is told of the other. */
export async function lockBankMatches({ tx, tenant }: CommandContext): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(7241, hashtext(${tenant.id}::text))`);
}

/** Keeps what was decided. Returns its id. */
export async function insertBankMatch(
  { tx, tenant, actor }: CommandContext,
  match: NewBankMatch,
): Promise<string> {
  const id = uuidv7();
  const { bankEntryId, currency, differenceReason, keep, status, note } = match;
  await tx.rows(sql`
    insert into bank_match (tenant_id, id, bank_entry_id, currency, bank_amount, ledger_amount, difference_reason, kept, status,
      note, follows_id, decided_by)
    values (${tenant.id}, ${id}, ${bankEntryId}, ${currency}, ${match.bankAmount.toFixed()}::numeric,
      ${match.ledgerAmount.toFixed()}::numeric, ${differenceReason}, ${keep}, ${status}, ${note}, ${match.followsId ?? null},
      ${actor.subject})`);
  await tx.rows(sql`
    insert into bank_match_movement (tenant_id, match_id, entry_id, currency, amount, role, stands)
    select ${tenant.id}, ${id}, t."entryId", ${currency}, t.amount, t.role, ${status === "CONFIRMED"}::boolean
    from jsonb_to_recordset(${JSON.stringify(match.movements)}::jsonb) as t("entryId" uuid, amount numeric, role text)`);
  return id;
}

/** What of a command's input names the two sides. */
export interface SidesInput {
  readonly bankEntryId?: string | null;
  readonly journalEntryIds: readonly string[];
}

/** So many cheques lie in one deposit at most. */
export const MOST_MOVEMENTS = 200;

export function matched(movements: readonly CashMovementRow[]): NewMatchMovement[] {
  return movements.map(({ id, amount }) => ({ entryId: id, amount, role: "MATCHED" }));
}
