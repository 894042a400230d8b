import { v7 as uuidv7 } from "uuid";
import { accountOf, chartOf } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { approvable } from "../platform/commands/approval.js";
import type { CommandContext } from "../platform/commands/command.js";
import { takeNumbers } from "../platform/commands/document-numbers.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { requireNotTooLate } from "../platform/commands/posting-horizon.js";
import { Refused } from "../platform/commands/refusal.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { checkReason } from "./reason-codes.js";
import { isSmallBalance, type Tolerance, writeOffSmallBalances } from "./small-balances.sql.js";

export interface SmallBalanceRunInput {
  readonly tolerances: readonly Tolerance[];
  /** The day from which they are written off; today if not given. */
  readonly asOf?: string | null;
}

/** How much of a currency was, or would be, written off; positive. */
export interface SmallBalanceTotal {
  readonly currency: string;
  readonly items: number;
  /** Of debits. */
  readonly debits: string;
  /** Of credits, the other way. */
  readonly credits: string;
}

export interface SmallBalanceResult {
  readonly runId: string;
  readonly totals: readonly SmallBalanceTotal[];
}

/**
 * Writes off every open debit and credit of at most its currency's tolerance, in as many statements for a hundred thousand
 * as for one. The limits hold for the run's total in each currency, debits and credits alike.
 */
export const runSmallBalances = approvable<SmallBalanceRunInput, SmallBalanceResult>({
  name: "smallBalanceWriteOffRun",
  scope: "adjustments:write",
  postingDateAt: "asOf",
  async run(context, input) {
    const { tx, tenant } = context;
    const checks = checkTolerances(input.tolerances);
    const asOf = checks.date(input.asOf ?? context.today, "asOf");
    const reason = await checkReason(context, "WRITE_OFF", "SMALL_BALANCE");
    if (reason) checks.refusals.push(reason);
    if (!asOf || checks.refusals.length > 0) return new Refused(checks.refusals);
    requireNotTooLate([asOf], context.today);
    const where = isSmallBalance(input.tolerances, asOf);
    const totals = await lockSmallBalances(context, where);
    const runId = uuidv7();
    await tx.rows(sql`
      insert into small_balance_run (tenant_id, id, as_of, tolerances, totals)
      values (${tenant.id}, ${runId}, ${asOf}, ${JSON.stringify(input.tolerances)}, ${JSON.stringify(totals)})`);
    if (totals.length > 0) await writeOff(context, runId, where, asOf, totals);
    for (const total of totals) askFor(context, total);
    context.emit({
      type: "SMALL_BALANCES_WRITTEN_OFF",
      subjectId: runId,
      customerId: null,
      payload: { runId, asOf, totals },
    });
    return { runId, totals };
  },
});

/** What is wrong with the tolerances. */
export function checkTolerances(tolerances: readonly Tolerance[]): InputChecks {
  const checks = new InputChecks();
  if (tolerances.length === 0) checks.add("REQUIRED", "tolerances", "Give a tolerance for a currency.");
  for (const [i, { currency, amount, percent }] of tolerances.entries()) {
    checks.currency(currency, `tolerances.${i}.currency`).amount(amount, currency, `tolerances.${i}.amount`);
    if (percent != null && (new Decimal(percent).lte(0) || new Decimal(percent).gt(100))) {
      checks.add("INVALID_VALUE", `tolerances.${i}.percent`, "A percentage is more than 0 and at most 100.");
    }
    if (tolerances.findIndex((other) => other.currency === currency) < i) {
      checks.add("INVALID_VALUE", `tolerances.${i}.currency`, `${currency} has a tolerance already.`);
    }
  }
  return checks;
}

/** Locks them in the one global order; their totals by currency. */
async function lockSmallBalances(
  { tx, tenant }: CommandContext,
  where: SqlFragment,
): Promise<SmallBalanceTotal[]> {
  const rows = await tx.rows<SmallBalanceTotal>(sql`
    with locked as materialized (
      select i.currency, i.open_amount from open_item i where i.tenant_id = ${tenant.id} and ${where}
      order by i.original_amount > 0, i.id for update)
    select currency, count(*)::integer as items,
           coalesce(sum(open_amount) filter (where open_amount > 0), 0) as debits,
           coalesce(-sum(open_amount) filter (where open_amount < 0), 0) as credits
    from locked group by currency order by currency`);
  return rows.map((row) => ({
    ...row,
    debits: formatAmount(row.debits, row.currency),
    credits: formatAmount(row.credits, row.currency),
  }));
}

async function writeOff(
  context: CommandContext,
  runId: string,
  where: SqlFragment,
  asOf: BusinessDate,
  totals: readonly SmallBalanceTotal[],
): Promise<void> {
  const { tx, tenant, actor } = context;
  const count = totals.reduce((sum, total) => sum + total.items, 0);
  const { prefix, first } = await takeNumbers(context, "WRITE_OFF", count);
  const accountId = accountOf(await chartOf(tx, tenant.id), "SMALL_BALANCE_WRITE_OFF");
  const its = { runId, where, asOf, prefix, firstNumber: first, count, accountId, actor: actor.subject };
  // A dry run and a request for approval show the first entries, not a hundred thousand of them.
  const shown = await tx.rows<{ entryId: string }>(writeOffSmallBalances({ tenantId: tenant.id, ...its }));
  context.postedEntryIds.push(...shown.map((row) => row.entryId));
}

function askFor(context: CommandContext, { currency, items, debits, credits }: SmallBalanceTotal): void {
  const amount = formatAmount(new Decimal(debits).plus(credits), currency);
  context.needsApproval({
    kind: "WRITE_OFF",
    amount,
    currency,
    customerId: null,
    itemIds: [],
    reasonCode: "SMALL_BALANCE",
    summary: `Write off ${items} small balances of ${amount} ${currency} in all`,
  });
}
