import type { Command, CommandContext } from "../../platform/commands/command.js";
import { InputChecks } from "../../platform/commands/input-checks.js";
import { Refused, refuse } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal, formatAmount } from "../../platform/money.js";
import type { BankLineRow } from "./bank-line.queries.js";
import type { DifferenceReason, ReceiptsKept } from "./bank-match.model.js";
import {
  insertBankMatch,
  lockBankMatches,
  matched,
  type NewMatchMovement,
  type SidesInput,
} from "./bank-match-rows.js";
import type { CashMovementRow } from "./cash-movement.queries.js";
import { readSides, type Sides } from "./named-sides.js";
import { takeBack } from "./take-back.js";

export interface BankMatchConfirmInput extends SidesInput {
  readonly keep: ReceiptsKept;
  readonly differenceReason?: DifferenceReason | null;
  readonly note?: string | null;
  /** The day on which receipts are taken back; each its own when left out. */
  readonly effectiveDate?: string | null;
}

/**
 * Says that a bank line is the money of movements that came from no line, or that movements undo each other. Money that
 * became receipts twice stays once: the receipts that are not kept are reversed in the same command.
 */
export const confirmBankMatch: Command<BankMatchConfirmInput, { bankMatchId: string }> = {
  name: "bankMatchConfirm",
  scope: "cash:write",
  async run(context, input) {
    const checks = new InputChecks();
    const { keep, note = null } = input;
    if (note !== null) checks.text(note, "note", "the note", 1_000);
    if (input.effectiveDate) checks.date(input.effectiveDate, "effectiveDate");
    await lockBankMatches(context);
    const sides = await readSides(context, input, checks);
    if (!sides) return new Refused(checks.refusals);
    checkOpen(sides, input, checks);
    const twice = receiptsTwice(sides, keep, checks);
    const differenceReason = checkDifference(sides, input, checks);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const { line, movements, currency } = sides;
    const reason = reasonOf(sides, keep);
    const taken = await takeBack(context, twice, { effectiveDate: input.effectiveDate ?? null, reason });
    if (taken instanceof Refused) return refuse(...taken.refusals);
    const kept = keep === "RECORDED" ? matched(movements) : await entriesOf(context, line);
    const ledgerAmount = kept.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
    const bankMatchId = await insertBankMatch(context, {
      ...{ bankEntryId: line?.id ?? null, currency, differenceReason, keep, note, ledgerAmount },
      bankAmount: new Decimal(line?.amount ?? 0),
      status: "CONFIRMED",
      movements: [...kept, ...taken],
    });
    return { bankMatchId };
  },
};

function checkOpen({ line, movements }: Sides, { journalEntryIds }: SidesInput, checks: InputChecks): void {
  if (line?.state === "RECONCILED") {
    const message = "The bank line is reconciled already; undo that first (bankMatchUndo).";
    checks.add("INVALID_STATE", "bankEntryId", message);
  } else if (line?.state === "FROM_BANK" && line.receiptIds.length === 0) {
    const message = "The bank line is reconciled with what it took back, or with the payments of its sum.";
    checks.add("INVALID_STATE", "bankEntryId", message);
  } else if (line?.state === "FROM_BANK" && !line.isStanding) {
    const message = `A receipt that was made of the bank line (${line.receiptNumbers.join(", ")}) was reversed. Confirm that its reversal and the other receipt undo each other instead.`;
    checks.add("INVALID_STATE", "bankEntryId", message);
  }
  for (const { id, state, description } of movements) {
    if (state === "OPEN") continue;
    const message =
      state === "RECONCILED"
        ? `"${description}" is reconciled already; undo that first (bankMatchUndo).`
        : `"${description}" was made of a bank line, so it is reconciled with it.`;
    checks.add("INVALID_STATE", `journalEntryIds.${journalEntryIds.indexOf(id)}`, message);
  }
}

/** The receipts that hold the same money again. */
function receiptsTwice(
  { line, movements }: Sides,
  keep: ReceiptsKept,
  checks: InputChecks,
): readonly string[] {
  if (keep === "RECORDED") return line?.receiptIds ?? [];
  if (!line || line.receiptIds.length === 0) {
    const message = "No receipt was made of a bank line here, so only what is recorded can be kept.";
    checks.add("INVALID_VALUE", "keep", message);
    return [];
  }
  return movements.flatMap(({ receiptId, isStanding, reversesId, description }) => {
    if (receiptId !== null && isStanding && reversesId === null) return [receiptId];
    checks.add("INVALID_STATE", "keep", `"${description}" is no receipt that can be taken back.`);
    return [];
  });
}

/** A difference is told, and only one that is there. */
function checkDifference(
  { line, sum, currency }: Sides,
  { keep, differenceReason = null }: BankMatchConfirmInput,
  checks: InputChecks,
): DifferenceReason | null {
  const bank = new Decimal(line?.amount ?? 0);
  const difference = keep === "FROM_BANK" ? new Decimal(0) : bank.minus(sum);
  const told = (amount: Decimal) => `${formatAmount(amount, currency)} ${currency}`;
  if (!line && !sum.isZero()) {
    const message = `Movements undo each other when they add up to nothing; these add up to ${told(sum)}.`;
    checks.add("INVALID_AMOUNT", "journalEntryIds", message);
  } else if (line && keep === "RECORDED" && bank.isNegative() !== sum.isNegative()) {
    const message = `The bank line is ${told(bank)} and the movements are ${told(sum)}: money did not go the same way.`;
    checks.add("INVALID_AMOUNT", "journalEntryIds", message);
  } else if (!difference.isZero() && differenceReason === null) {
    const message = `The bank line is ${told(bank)} and the movements are ${told(sum)}. Say what the difference of ${told(difference)} is, or name other movements.`;
    checks.add("REQUIRED", "differenceReason", message);
  } else if (difference.isZero() && differenceReason !== null) {
    checks.add("INVALID_VALUE", "differenceReason", "There is no difference to give a reason for.");
  }
  return differenceReason;
}

function reasonOf({ line, movements }: Sides, keep: ReceiptsKept): string {
  if (keep === "FROM_BANK")
    return `The same money as receipt ${line?.receiptNumbers.join(", ") ?? ""}, which the bank line was made`;
  const recorded = movements.map(({ documentNumber, description }) => documentNumber ?? description);
  const named = recorded.slice(0, NAMED_MOST).join(", ");
  const others = recorded.length - NAMED_MOST;
  return `The same money as ${others > 0 ? `${named} and ${others} more` : named}, recorded before the bank's line`;
}

const NAMED_MOST = 10;

/** The cash of the receipts that were made of the line. */
async function entriesOf(
  { tx, tenant }: CommandContext,
  line: BankLineRow | null,
): Promise<NewMatchMovement[]> {
  const rows = await tx.rows<Pick<CashMovementRow, "id" | "amount">>(sql`
    select r.entry_id as id, r.amount from receipt r
    where r.tenant_id = ${tenant.id} and r.id = any(${line?.receiptIds ?? []}::uuid[]) order by r.number`);
  return rows.map(({ id, amount }) => ({ entryId: id, amount, role: "MATCHED" }));
}
