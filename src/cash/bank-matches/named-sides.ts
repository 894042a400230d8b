import type { CommandContext } from "../../platform/commands/command.js";
import type { InputChecks } from "../../platform/commands/input-checks.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import { type BankLineRow, bankLinesWhere, lineOf } from "./bank-line.queries.js";
import { MOST_MOVEMENTS, type SidesInput } from "./bank-match-rows.js";
import { type CashMovementRow, movementsWhere } from "./cash-movement.queries.js";

/** A bank line, or none, and movements of the cash account in its currency. */
export interface Sides {
  readonly line: BankLineRow | null;
  readonly movements: readonly CashMovementRow[];
  readonly currency: string;
  /** Of the movements; positive when money came in. */
  readonly sum: Decimal;
}

/** What the input names, the line's row locked; null after telling the checks what is wrong with it. */
export async function readSides(
  context: CommandContext,
  { bankEntryId, journalEntryIds }: SidesInput,
  checks: InputChecks,
): Promise<Sides | null> {
  if (!bankEntryId && journalEntryIds.length < 2) {
    const message = "Name the bank line, or at least two movements that undo each other.";
    checks.add("REQUIRED", "bankEntryId", message);
  }
  if (journalEntryIds.length < 1 || journalEntryIds.length > MOST_MOVEMENTS) {
    const message = `Name 1 to ${MOST_MOVEMENTS} journal entries; you named ${journalEntryIds.length}.`;
    checks.add("INVALID_VALUE", "journalEntryIds", message);
    return null;
  }
  const line = bankEntryId ? await readLine(context, bankEntryId, checks) : null;
  const movements = await readMovements(context, journalEntryIds, checks);
  const [first] = movements;
  if (checks.refusals.length > 0 || !first) return null;
  const currency = line?.currency ?? first.currency;
  for (const [i, id] of journalEntryIds.entries()) {
    const own = movements.find((movement) => movement.id === id)?.currency;
    if (own === currency) continue;
    const message = `The journal entry moves ${own}, the others ${currency}.`;
    checks.add("CURRENCY_MISMATCH", `journalEntryIds.${i}`, message);
  }
  const sum = movements.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
  return checks.refusals.length > 0 ? null : { line, movements, currency, sum };
}

async function readLine(
  { tx, tenant }: CommandContext,
  id: string,
  checks: InputChecks,
): Promise<BankLineRow | null> {
  const locked = await tx.rows<{ outcome: string }>(
    sql`select outcome from bank_entry where tenant_id = ${tenant.id} and id = ${id} for update`,
  );
  const [entry] = locked;
  if (!entry) {
    checks.add("NOT_FOUND", "bankEntryId", "There is no such entry of a bank file.");
    return null;
  }
  const [line] = await bankLinesWhere(tx, lineOf(tenant.id, id));
  if (line) return line;
  const message =
    entry.outcome === "QUARANTINED"
      ? "The entry is held back: release it first (bankEntryRelease)."
      : `The entry is no line of its own: it is ${entry.outcome}, or the bank tells its money in one sum with others.`;
  checks.add("INVALID_STATE", "bankEntryId", message);
  return null;
}

async function readMovements(
  { tx, tenant }: CommandContext,
  ids: readonly string[],
  checks: InputChecks,
): Promise<CashMovementRow[]> {
  const named = sql`j.tenant_id = ${tenant.id} and j.id = any(${ids})`;
  const movements = await movementsWhere(tx, tenant.id, named);
  const known = new Set(movements.map(({ id }) => id));
  for (const [i, id] of ids.entries()) {
    const path = `journalEntryIds.${i}`;
    if (ids.indexOf(id) < i) checks.add("INVALID_VALUE", path, "The journal entry is named twice.");
    else if (!known.has(id)) {
      checks.add("NOT_FOUND", path, "There is no such journal entry that moves cash.");
    }
  }
  return movements;
}
