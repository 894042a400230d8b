import type { Executor } from "../../platform/database/database.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import { type BankPeriod, IS_HELD_BACK, LINE_STATE, linesIn, SIGNED } from "./bank-line.queries.js";
import { cashEntries, IS_OPEN, inPeriod } from "./cash-movement.queries.js";

/** An account's lines and its movements in a period, summed; all positive when money came in. */
export interface ReconciliationTotalsRow {
  readonly currency: string;
  readonly lineCount: number;
  readonly statementTotal: Decimal;
  readonly fromBankTotal: Decimal;
  readonly confirmedTotal: Decimal;
  readonly unmatchedLineCount: number;
  readonly unmatchedLineTotal: Decimal;
  readonly unmatchedMovementCount: number;
  readonly unmatchedMovementTotal: Decimal;
  readonly ledgerTotal: Decimal;
  readonly differenceTotal: Decimal;
  readonly otherPeriodsTotal: Decimal;
  readonly difference: Decimal;
  readonly heldBackCount: number;
}

/**
 * The statement's total less the ledger's is what is open on either side, what the bank took as fees and the like, and what
 * one of the two has in another period.
 */
export async function readTotals(
  db: Executor,
  tenantId: string,
  period: BankPeriod,
): Promise<ReconciliationTotalsRow> {
  const lines = await readLineTotals(db, tenantId, period);
  const open = await readOpenMovements(db, tenantId, period);
  const confirmed = await readConfirmed(db, tenantId, period);
  const ledgerTotal = sumOf(lines.fromBank, confirmed.ledger, open.total);
  return {
    currency: period.currency,
    lineCount: lines.count,
    statementTotal: lines.total,
    fromBankTotal: lines.fromBank,
    confirmedTotal: confirmed.bank,
    unmatchedLineCount: lines.openCount,
    unmatchedLineTotal: lines.open,
    unmatchedMovementCount: open.count,
    unmatchedMovementTotal: open.total,
    ledgerTotal,
    differenceTotal: confirmed.difference,
    otherPeriodsTotal: confirmed.bank.minus(confirmed.ledger).minus(confirmed.difference),
    difference: lines.total.minus(ledgerTotal),
    heldBackCount: lines.heldBack,
  };
}

function sumOf(...amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0));
}

async function readLineTotals(db: Executor, tenantId: string, period: BankPeriod) {
  const [row] = await db.rows<Record<"total" | "fromBank" | "open", string> & LineCounts>(sql`
    select count(*)::integer as count, coalesce(sum(amount), 0) as total,
           coalesce(sum(amount) filter (where state = 'FROM_BANK'), 0) as "fromBank",
           coalesce(sum(amount) filter (where state = 'OPEN'), 0) as open,
           count(*) filter (where state = 'OPEN')::integer as "openCount",
           (select count(*)::integer from bank_entry e where ${linesIn(tenantId, period, IS_HELD_BACK)}) as "heldBack"
    from (select ${SIGNED} as amount, ${LINE_STATE} as state from bank_entry e where ${linesIn(tenantId, period)}) line`);
  if (!row) throw new Error("an aggregate without a row");
  const { total, fromBank, open, ...counts } = row;
  return {
    ...counts,
    total: new Decimal(total),
    fromBank: new Decimal(fromBank),
    open: new Decimal(open),
  };
}

interface LineCounts {
  readonly count: number;
  readonly openCount: number;
  readonly heldBack: number;
}

async function readOpenMovements(db: Executor, tenantId: string, { currency, from, to }: BankPeriod) {
  const [row] = await db.rows<{ count: number; total: string }>(sql`
    select count(*)::integer as count, coalesce(sum(l.amount), 0) as total
    from ${await cashEntries(db, tenantId)} where ${inPeriod(tenantId, currency, from, to)} and ${IS_OPEN}`);
  return { count: row?.count ?? 0, total: new Decimal(row?.total ?? 0) };
}

/** Of the account's confirmed matches: the lines in the period, the movements in it, and what the lines differ by. */
async function readConfirmed(db: Executor, tenantId: string, { account, currency, from, to }: BankPeriod) {
  const [row] = await db.rows<Record<"bank" | "ledger" | "difference", string>>(sql`
    select coalesce(sum(m.bank_amount) filter (where d.is_in), 0) as bank, coalesce(sum(t.amount), 0) as ledger,
           coalesce(sum(m.bank_amount - m.ledger_amount) filter (where d.is_in), 0) as difference
    from bank_match m
    join bank_entry e on e.tenant_id = m.tenant_id and e.id = m.bank_entry_id
    cross join lateral (select coalesce(e.booking_date, e.value_date) between ${from} and ${to} as is_in) d
    cross join lateral (
      select coalesce(sum(x.amount), 0) as amount
      from bank_match_movement x join journal_entry j on j.tenant_id = x.tenant_id and j.id = x.entry_id
      where x.tenant_id = m.tenant_id and x.match_id = m.id and j.effective_date between ${from} and ${to}) t
    where m.tenant_id = ${tenantId} and m.status = 'CONFIRMED' and e.account = ${account} and m.currency = ${currency}`);
  const amountOf = (amount: string | undefined) => new Decimal(amount ?? 0);
  return {
    bank: amountOf(row?.bank),
    ledger: amountOf(row?.ledger),
    difference: amountOf(row?.difference),
  };
}
