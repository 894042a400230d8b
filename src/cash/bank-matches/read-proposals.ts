import { addDays } from "../../platform/business-date.js";
import type { Executor } from "../../platform/database/database.js";
import { sql } from "../../platform/database/sql.js";
import { requestError } from "../../platform/graphql/errors.js";
import { Decimal } from "../../platform/money.js";
import { DEFAULT_RECONCILIATION_SETTINGS } from "../reconciliation/index.js";
import {
  type BankLineRow,
  type BankPeriod,
  bankLinesWhere,
  linesIn,
  undecided,
} from "./bank-line.queries.js";
import type { CashMovement, ProposedMatch, StatementLine } from "./bank-match.model.js";
import { rejectedMatches } from "./bank-match.queries.js";
import { type CashMovementRow, IS_OPEN, inPeriod, movementsWhere } from "./cash-movement.queries.js";
import { matchKey, proposeMatches } from "./propose-matches.rules.js";

/** So many lines, and so many movements, are compared at once: each with each. */
export const MOST_COMPARED = 500;

export interface Proposals {
  readonly proposals: readonly (ProposedMatch & { readonly receiptIds: readonly string[] })[];
  /** Lines of which nothing has become money in the ledger, and nothing is proposed. */
  readonly bankEntryIds: readonly string[];
  readonly movements: readonly CashMovementRow[];
}

/**
 * What of the account's lines in the period is the money of movements that came from no line. Movements are looked for as
 * far before the period and after it as a bank books late and early. Throws LIMIT_EXCEEDED for a period of too many.
 */
export async function readProposals(db: Executor, tenantId: string, period: BankPeriod): Promise<Proposals> {
  const { currency, from, to, lookBackDays } = period;
  const { daysEarlier } = DEFAULT_RECONCILIATION_SETTINGS;
  const near = inPeriod(tenantId, currency, addDays(from, -lookBackDays), addDays(to, daysEarlier));
  const movements = await movementsWhere(db, tenantId, sql`${near} and ${IS_OPEN}`, MOST_COMPARED + 1);
  requireFew("movements of the cash account without a bank line", movements.length);
  const isOpen = sql`${linesIn(tenantId, period)} and ${undecided(movements.length > 0)}`;
  const lines = await bankLinesWhere(db, isOpen, MOST_COMPARED + 1);
  requireFew("bank lines", lines.length);
  const rejected = await rejectedMatches(
    db,
    tenantId,
    movements.map(({ id }) => id),
  );
  const found = proposeMatches(
    lines.map(statementLineOf),
    movements.map(cashMovementOf),
    new Set(rejected.map(({ bankEntryId, entryIds }) => matchKey(bankEntryId, entryIds))),
  );
  const byId = new Map(lines.map((line) => [line.id, line]));
  const left = new Set(found.movements.map(({ id }) => id));
  return {
    proposals: found.proposals
      .filter((match) => isWithin(match, period))
      .map((match) => ({ ...match, receiptIds: byId.get(match.line?.id ?? "")?.receiptIds ?? [] })),
    bankEntryIds: found.lines.filter(({ id }) => byId.get(id)?.state === "OPEN").map(({ id }) => id),
    movements: movements.filter(({ id, date }) => left.has(id) && date >= from && date <= to),
  };
}

function requireFew(what: string, count: number): void {
  if (count <= MOST_COMPARED) return;
  throw requestError(
    "LIMIT_EXCEEDED",
    `There are more than ${MOST_COMPARED} ${what} to compare. Ask for a shorter period, or fewer lookBackDays.`,
  );
}

/** Movements that undo each other are of the period in which the last of them is. */
function isWithin({ line, movements }: ProposedMatch, { from, to }: BankPeriod): boolean {
  if (line) return true;
  const last =
    movements
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? "";
  return last >= from && last <= to;
}

function statementLineOf(row: BankLineRow): StatementLine {
  const { id, date, description, receiptNumbers, customerId, customerName } = row;
  const its = { id, date, receiptNumbers, customerId, customerName };
  return { ...its, amount: new Decimal(row.amount), description: description ?? "" };
}

function cashMovementOf(row: CashMovementRow): CashMovement {
  const { id, date, reference, method, customerId, customerName, reversesId } = row;
  return {
    ...{ id, date, reference, method, customerId, customerName },
    amount: new Decimal(row.amount),
    documentNumber: row.documentNumber ?? row.description,
    isReversal: reversesId !== null,
    isStandingReceipt: row.isStanding && reversesId === null,
  };
}
