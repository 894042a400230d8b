import { v7 as uuidv7 } from "uuid";
import { accountOf, chartOf, rateOn } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { takeNumbers } from "../platform/commands/document-numbers.js";
import { Refused } from "../platform/commands/refusal.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { formatAmount } from "../platform/money.js";
import { type ClockSchedule, lateFeeLines } from "./late-fee-lines.sql.js";

export interface LateFeesAsked {
  /** The last day that is charged, and the fees' date. */
  readonly asOf: BusinessDate;
  readonly schedule: ClockSchedule | null;
  /** All when null. */
  readonly customerIds: readonly string[] | null;
}

/** What was charged in a currency; positive. */
export interface LateFeeTotal {
  readonly currency: string;
  readonly fees: number;
  readonly amount: string;
}

export interface LateFeesCharged {
  readonly runId: string;
  readonly totals: readonly LateFeeTotal[];
}

/**
 * Charges every late item that is asked for up to a day, in as many statements for a hundred thousand as for one: its
 * lines, and for each customer and currency a fee with an item and a journal entry of its own, Dr AR control / Cr late-fee
 * income. Runs of a tenant wait for each other; the lines' constraints hold that no day is charged twice in any case.
 */
export async function chargeLateFees(
  context: CommandContext,
  { asOf, schedule, customerIds }: LateFeesAsked,
): Promise<LateFeesCharged | Refused> {
  const { tx, tenant, actor } = context;
  await tx.rows(sql`select pg_advisory_xact_lock(7220, hashtext(${tenant.id}::text))`);
  const runId = uuidv7();
  const items = customerIds === null ? sql`true` : sql`i.customer_id = any(${customerIds})`;
  const scope = { tenantId: tenant.id, asOf, schedule, items };
  const totals = await writeLines(context, runId, asOf, lateFeeLines(scope));
  const rates: { currency: string; rate: string }[] = [];
  for (const { currency } of totals) {
    const rate = await rateOn(tx, tenant, currency, asOf, "asOf");
    if (rate instanceof Refused) return rate;
    rates.push({ currency, rate });
  }
  await tx.rows(sql`
    insert into late_fee_run (tenant_id, id, as_of, schedule, customer_ids, totals, actor)
    values (${tenant.id}, ${runId}, ${asOf}, ${schedule}, ${customerIds}::uuid[], ${JSON.stringify(totals)}, ${actor.subject})`);
  if (totals.length > 0) await postFees(context, runId, asOf, totals, rates);
  const payload = { runId, asOf, schedule, totals };
  context.emit({ type: "LATE_FEES_CHARGED", subjectId: runId, customerId: null, payload });
  return { runId, totals };
}

/** Takes the days. What is charged, by currency. */
async function writeLines(
  { tx, tenant }: CommandContext,
  runId: string,
  asOf: BusinessDate,
  lines: SqlFragment,
): Promise<LateFeeTotal[]> {
  const rows = await tx.rows<LateFeeTotal>(sql`
    with computed as materialized (${lines}
    ), fee as materialized (
      select customer_id, currency, max(fee) as amount, new_id() as id from computed group by customer_id, currency
    ), written as (
      insert into late_fee_line (tenant_id, run_id, late_fee_id, line_no, policy_id, customer_id, currency, charged_on, kind,
                                 item_id, after_date, from_date, to_date, days, principal, annual_rate, day_count, amount)
      select ${tenant.id}, ${runId}, case when f.amount > 0 then f.id end,
             row_number() over (partition by c.customer_id, c.currency order by c.item_id nulls last, c.from_date nulls first),
             c.policy_id, c.customer_id, c.currency, ${asOf}::date, c.kind, c.item_id, c.after_date, c.from_date, c.to_date,
             c.days, c.principal, c.annual_rate, c.day_count, c.amount
      from computed c join fee f on f.customer_id = c.customer_id and f.currency = c.currency
    )
    select currency, count(*)::integer as fees, sum(amount)::text as amount from fee where amount > 0
    group by currency order by currency`);
  return rows.map((row) => ({ ...row, amount: formatAmount(row.amount, row.currency) }));
}

async function postFees(
  context: CommandContext,
  runId: string,
  asOf: BusinessDate,
  totals: readonly LateFeeTotal[],
  rates: readonly { readonly currency: string; readonly rate: string }[],
): Promise<void> {
  const { tx, tenant, actor } = context;
  const count = totals.reduce((sum, total) => sum + total.fees, 0);
  const { prefix, first } = await takeNumbers(context, "LATE_FEE", count);
  const chart = await chartOf(tx, tenant.id);
  const receivables = accountOf(chart, "AR_CONTROL");
  const income = accountOf(chart, "LATE_FEE_INCOME");
  // A dry run and a request for approval show the first entries, not a hundred thousand of them.
  const shown = await tx.rows<{ entryId: string }>(sql`
    with picked as materialized (
      select l.late_fee_id as id, l.customer_id, l.currency, sum(l.amount) as amount, new_id() as item_id, new_id() as entry_id,
             (${first}::bigint + row_number() over (order by c.number, l.currency) - 1)::text as no
      from late_fee_line l join customer c on c.tenant_id = l.tenant_id and c.id = l.customer_id
      where l.tenant_id = ${tenant.id} and l.run_id = ${runId} and l.late_fee_id is not null
      group by l.late_fee_id, l.customer_id, l.currency, c.number
    ), fee as materialized (
      select p.*, ${prefix} || lpad(p.no, greatest(6, length(p.no)), '0') as number,
             round(p.amount * r.rate, currency_scale(${tenant.functionalCurrency})) as functional
      from picked p
      join jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as r(currency text, rate numeric) on r.currency = p.currency
    ), entries as (
      insert into journal_entry (tenant_id, id, effective_date, kind, description, document_id, actor)
      select ${tenant.id}, entry_id, ${asOf}::date, 'LATE_FEE', 'Late fee ' || number, id, ${actor.subject} from fee
    ), items as (
      insert into open_item (tenant_id, id, kind, customer_id, account_id, document_number, document_date, due_date, currency,
                             original_amount, functional_original)
      select ${tenant.id}, item_id, 'LATE_FEE', customer_id, ${receivables}, number, ${asOf}::date, ${asOf}::date, currency,
             amount, functional
      from fee
    ), lines as (
      insert into journal_line (tenant_id, entry_id, line_no, account_id, currency, amount, functional_amount, customer_id, item_id)
      select ${tenant.id}, f.entry_id, s.line_no, s.account_id, f.currency, s.sign * f.amount, s.sign * f.functional,
             f.customer_id, case when s.sign > 0 then f.item_id end
      from fee f cross join lateral (values (1, ${receivables}::uuid, 1), (2, ${income}::uuid, -1)) s(line_no, account_id, sign)
    ), movements as (
      insert into movement (tenant_id, id, item_id, customer_id, account_id, currency, amount, functional_amount,
                            effective_date, kind, entry_id)
      select ${tenant.id}, new_id(), item_id, customer_id, ${receivables}, currency, amount, functional, ${asOf}::date,
             'POSTING', entry_id
      from fee
    ), written as (
      insert into late_fee (tenant_id, id, number, run_id, customer_id, item_id, currency, amount, document_date, entry_id)
      select ${tenant.id}, id, number, ${runId}, customer_id, item_id, currency, amount, ${asOf}::date, entry_id from fee
    )
    select entry_id as "entryId" from fee order by number limit 100`);
  context.postedEntryIds.push(...shown.map((row) => row.entryId));
}
