import { v7 as uuidv7 } from "uuid";
import { chartOf, post, readClosingRates, reverse } from "../ledger/index.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { type Refusal, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { type CloseMonth, closeMonth } from "./close-month.rules.js";
import { type PeriodRevaluation, readForeignBalances, readPeriodRevaluation } from "./revaluation.queries.js";
import { type RevaluationLine, revaluationEntry, revaluationLines } from "./revaluation.rules.js";

export interface RevaluationRunInput {
  /** The first day of the month. */
  readonly startsOn: string;
  /** Post what has changed since the period's earlier runs; without it, a period is revalued once. */
  readonly rerun?: boolean | null;
}

/**
 * Revalues everything that is open in foreign currency at a month's end, at the latest rates on or before it: the
 * unrealised differences on the month's last day, and their reversal on the day after, in one transaction.
 */
export const runRevaluation: Command<RevaluationRunInput, { runId: string }> = {
  name: "revaluationRun",
  scope: "close:write",
  postingDateAt: "startsOn",
  async run(context, { startsOn, rerun }) {
    const { tx, tenant, today, emit } = context;
    const month = closeMonth(startsOn);
    if ("code" in month) return refuse(month);
    if (month.endsOn > today) {
      const message = `The period ends on ${month.endsOn}, which is still to come: its closing rates are not known.`;
      return refuse(refusal("INVALID_DATE", "startsOn", message));
    }
    // Runs of a period come one after the other; the second sees what the first posted.
    await tx.rows(
      sql`select pg_advisory_xact_lock(7212, hashtext(${tenant.id}::text || ${month.startsOn}::text))`,
    );
    const before = await readPeriodRevaluation(tx, tenant.id, month.startsOn);
    if (before.runs > 0 && !rerun) {
      const message = `The period of ${month.startsOn} is revalued already. Ask with \`rerun\` to post what has changed since.`;
      return refuse(refusal("ALREADY_EXISTS", "startsOn", message));
    }
    const lines = await linesOf(context, month, before);
    if ("refusals" in lines) return refuse(...lines.refusals);
    if (before.runs > 0 && lines.every(({ posted }) => posted.isZero())) {
      const message = `Nothing has changed since the period of ${month.startsOn} was revalued.`;
      return refuse(refusal("INVALID_STATE", "rerun", message));
    }
    const runId = await postRun(context, month, lines, before.runs + 1);
    emit({
      type: "REVALUATION_RUN",
      subjectId: runId,
      customerId: null,
      payload: { startsOn: month.startsOn, asOf: month.endsOn, runNo: before.runs + 1 },
    });
    return { runId };
  },
};

async function linesOf(
  { tx, tenant }: CommandContext,
  month: CloseMonth,
  before: PeriodRevaluation,
): Promise<RevaluationLine[] | { readonly refusals: Refusal[] }> {
  const point = { tenantId: tenant.id, tenant, asOf: month.endsOn, knownAt: null };
  const rates = await readClosingRates(tx, point);
  const balances = await readForeignBalances(tx, point, rates);
  const missing = [...new Set(balances.map(({ currency }) => currency))].filter(
    (currency) => !rates.some((rate) => rate.currency === currency),
  );
  const refusals = missing.map((currency) => {
    const message = `There is no exchange rate from ${currency} to ${tenant.functionalCurrency} on or before ${month.endsOn}. Load one first.`;
    return refusal("NO_EXCHANGE_RATE", "startsOn", message);
  });
  return refusals.length > 0 ? { refusals } : revaluationLines(balances, before.posted, rates);
}

async function postRun(
  context: CommandContext,
  month: CloseMonth,
  lines: readonly RevaluationLine[],
  runNo: number,
): Promise<string> {
  const { tx, tenant, actor } = context;
  const runId = uuidv7();
  const ids = { id: uuidv7(), asOf: month.endsOn, runId };
  const reversalId = uuidv7();
  const entry = revaluationEntry(lines, await chartOf(tx, tenant.id), ids);
  if (entry) {
    await post(context, [entry]);
    const description = `Reversal of the revaluation at the rates of ${month.endsOn}`;
    await reverse(context, [
      { entryId: entry.header.id, reversalId, effectiveDate: month.nextStartsOn, description },
    ]);
  }
  await tx.rows(sql`
    insert into revaluation_run (tenant_id, id, period_starts_on, run_no, as_of, entry_id, reversal_entry_id, actor)
    values (${tenant.id}, ${runId}, ${month.startsOn}, ${runNo}, ${month.endsOn}, ${entry?.header.id ?? null},
            ${entry ? reversalId : null}, ${actor.subject})`);
  await insertLines(context, runId, lines);
  return runId;
}

async function insertLines(
  { tx, tenant }: CommandContext,
  runId: string,
  lines: readonly RevaluationLine[],
): Promise<void> {
  const rows = lines.map(({ rate, posted, ...line }) => ({
    account_id: line.accountId,
    currency: line.currency,
    rate: rate.rate,
    rate_date: rate.rateDate,
    item_count: line.itemCount,
    amount: line.amount,
    booked: line.booked,
    revalued: line.revalued,
    posted: posted.toFixed(),
  }));
  await tx.rows(sql`
    insert into revaluation_line (tenant_id, run_id, account_id, currency, rate, rate_date, item_count, amount,
                                  functional_booked, functional_revalued, posted)
    select ${tenant.id}, ${runId}, account_id, currency, rate, rate_date, item_count, amount, booked, revalued, posted
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as l(account_id uuid, currency text, rate numeric, rate_date date, item_count integer, amount numeric,
           booked numeric, revalued numeric, posted numeric)`);
}
