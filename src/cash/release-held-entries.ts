import { rateOn } from "../ledger/index.js";
import type { CommandContext } from "../platform/commands/command.js";
import { type Refusal, Refused, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import type { BankEntry } from "./bank-files/index.js";
import { notAReceipt } from "./bank-payments.rules.js";
import { depositOf } from "./deposit.rules.js";
import { followNotice, hasFollowUp } from "./follow-notice.js";
import { DEPOSIT_POSTED, settleSums } from "./match-deposits.js";
import { IS_STATEMENT } from "./provisional-entries.js";
import { recordBankPayments } from "./record-bank-payments.js";
import {
  DATED_TOO_LATE,
  NO_RATE,
  PERIOD_CLOSED,
  POSSIBLE_DUPLICATE,
  RETURN_NOT_CARRIED_OUT,
  receivedOn,
  type TakenEntry,
} from "./taken-entry.js";

/** A quarantined entry; its row is locked. */
export interface HeldEntry {
  readonly id: string;
  readonly account: string;
  readonly reference: string;
  readonly obstacle: string;
  /** What holds it, for people. */
  readonly reason: string;
  readonly entry: BankEntry;
}

/** What may have gone by itself: the entry is tried again. */
const MAY_HAVE_GONE: ReadonlySet<string> = new Set([
  NO_RATE,
  PERIOD_CLOSED,
  DATED_TOO_LATE,
  RETURN_NOT_CARRIED_OUT,
]);

/** What a person may overrule, for a reason that the entry tells itself. */
const TOLD_BY_ENTRY: ReadonlySet<string> = new Set(["CORRECTION_GROUP", POSSIBLE_DUPLICATE, DEPOSIT_POSTED]);

/** What a person may overrule; any other obstacle says that the file itself does not tell what to post. */
const CONFIRMABLE: ReadonlySet<string> = new Set(["DUPLICATE_REFERENCE", ...TOLD_BY_ENTRY]);

/**
 * What still holds the entry, or the entry as it is posted now. `isConfirmed`: a person has said that it is another
 * entry than the one of the same reference that is in; of a return, that it was dealt with by hand.
 */
export async function examineHeld(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  held: HeldEntry,
  isConfirmed: boolean,
): Promise<TakenEntry | Refusal> {
  const { id, account, reference, obstacle, entry } = held;
  if (!MAY_HAVE_GONE.has(obstacle) && !CONFIRMABLE.has(obstacle)) {
    return refusal("INVALID_STATE", "entryId", `The entry cannot be posted as it is: ${held.reason}`);
  }
  if (entry.status !== "BOOKED")
    return refusal("INVALID_STATE", "entryId", "The bank has not booked the entry.");
  const posted = await tx.rows(sql`
    select 1 from bank_entry
    where tenant_id = ${tenant.id} and account = ${account} and reference = ${reference}
      and outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED', 'NOT_A_RECEIPT') limit 1`);
  if (!isConfirmed && (CONFIRMABLE.has(obstacle) || posted.length > 0)) {
    const message = TOLD_BY_ENTRY.has(obstacle)
      ? held.reason
      : "An entry of the same reference, amount and date is there. Confirm that this is another one, if the bank says so.";
    return refusal("INVALID_STATE", "confirmDuplicate", message);
  }
  const isReturnLeft = obstacle === RETURN_NOT_CARRIED_OUT;
  // A receipt goes back once, whoever tells it again.
  if (!isConfirmed && !isReturnLeft && (await isStatedSince(tx, tenant.id, id))) {
    const message =
      "It was announced by an intraday report or a notification, and the account's statement of its day has come since. Confirm only if the statement lacks it.";
    return refusal("INVALID_STATE", "confirmDuplicate", message);
  }
  const taken = {
    id,
    account,
    entry,
    isProvisional: false,
    rate: "1",
    obstacle: null,
    deposit: depositOf(entry),
  };
  if (isReturnLeft && isConfirmed)
    return { ...taken, outcome: "NOT_A_RECEIPT", reason: DEALT_WITH, isDoneByHand: true };
  const reason = notAReceipt(entry);
  if (reason !== null) return { ...taken, outcome: "NOT_A_RECEIPT", reason };
  const rate = await rateOn(tx, tenant, entry.currency ?? "", receivedOn(entry), "entryId");
  if (!(rate instanceof Refused)) return { ...taken, outcome: "RECEIPT_RECORDED", reason: null, rate };
  const [missing] = rate.refusals;
  if (!missing) throw new Error("a refusal without a reason");
  return missing;
}

const DEALT_WITH = "It took a payment back; a person has said that it was dealt with by hand.";

/** Whether the entry is provisional and a statement of its account has reached its day. */
async function isStatedSince(tx: CommandContext["tx"], tenantId: string, id: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from bank_entry e join bank_entry s on s.tenant_id = e.tenant_id and s.account = e.account
    join bank_batch b on b.tenant_id = s.tenant_id and b.id = s.batch_id and ${IS_STATEMENT}
    where e.tenant_id = ${tenantId} and e.id = ${id} and e.is_provisional and not s.is_provisional
      and s.booking_status = 'BOOKED' and s.obstacle is distinct from ${DATED_TOO_LATE}
      and coalesce(s.booking_date, s.value_date) >= coalesce(e.booking_date, e.value_date) limit 1`);
  return rows.length > 0;
}

export interface Released {
  readonly receiptIds: string[];
  /** Returns that could not be carried out, with the reason: they wait as before. */
  readonly held: readonly TakenEntry[];
}

/** Posts examined entries as an import does, and keeps what became of them. */
export async function postReleased(
  context: CommandContext,
  entries: readonly TakenEntry[],
  isConfirmed: boolean,
): Promise<Released> {
  await settleSums(context, entries);
  const receiptIds = await recordBankPayments(
    context,
    entries.filter((one) => one.outcome === "RECEIPT_RECORDED"),
  );
  for (const one of entries.filter(hasFollowUp)) {
    await followNotice(context, one);
    // A person has looked at it: the reason on the entry says what was not done.
    if (isConfirmed && one.outcome === "QUARANTINED") one.outcome = "NOT_A_RECEIPT";
  }
  const held = entries.filter((one) => one.outcome === "QUARANTINED");
  await keepOutcomes(
    context,
    entries.filter((one) => !held.includes(one)),
    isConfirmed,
  );
  return { receiptIds, held };
}

async function keepOutcomes(
  { tx, tenant, actor }: CommandContext,
  entries: readonly TakenEntry[],
  isConfirmed: boolean,
): Promise<void> {
  const rows = entries.map(({ id, outcome, reason, deposit, returnedReceiptId }) => ({
    id,
    outcome,
    reason,
    deposit: deposit?.name ?? null,
    batchId: deposit?.batchId ?? null,
    returned: returnedReceiptId ?? null,
  }));
  await tx.rows(sql`
    update bank_entry e set outcome = r.outcome, outcome_reason = r.reason, is_confirmed = ${isConfirmed}::boolean,
           released_at = clock_timestamp(), released_by = ${actor.subject}, deposit = r.deposit, deposit_batch_id = r."batchId",
           returned_receipt_id = r.returned
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, outcome text, reason text, deposit text, "batchId" uuid, returned uuid)
    where e.tenant_id = ${tenant.id} and e.id = r.id`);
}
