import { v7 as uuidv7 } from "uuid";
import { accountOf, chartOf, JournalEntry, post } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { approvable } from "../platform/commands/approval.js";
import type { CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { allowanceBalance, allowanceCells } from "./allowance-cells.sql.js";
import { type AllowanceLineRow, linesOfRuns } from "./allowance-run.queries.js";
import { type MatrixRow, matrixInForce } from "./provision-matrix.queries.js";

export interface AllowanceRunInput {
  /** The day whose aging is provided for, and on which the change is posted; not in the future. */
  readonly asOf: string;
  readonly note?: string | null;
}

/** What a run found, in functional currency. */
export interface AllowanceProposal {
  readonly runId: string;
  readonly asOf: string;
  readonly matrixId: string;
  readonly functionalCurrency: string;
  /** What was owed on the day as booked, credits not taken off. */
  readonly exposure: string;
  readonly required: string;
  /** The allowance in the general ledger on the day, before the run; a credit is positive. */
  readonly balance: string;
  /** `required` less `balance`; positive when it is raised. */
  readonly change: string;
  readonly lines: readonly AllowanceLineRow[];
}

/**
 * Sets the allowance to what a day's aging requires by the matrix of that day and the specific provisions: Dr bad-debt
 * expense / Cr allowance for what is missing, the other way for what is too much, after what write-offs took from it.
 * The run keeps its cells. A second run of a day posts only what has changed since. Changes are subject to approval.
 *
 * Refuses a day in the future (INVALID_DATE) and one for which there is no matrix (INVALID_STATE).
 */
export const runAllowance = approvable<AllowanceRunInput, AllowanceProposal>({
  name: "allowanceRun",
  scope: "close:write",
  postingDateAt: "asOf",
  async run(context, { asOf, note = null }) {
    const { tx, tenant, today } = context;
    const checks = new InputChecks();
    const date = checks.date(asOf, "asOf");
    if (note !== null) checks.text(note, "note", "the note", 1_000);
    if (date !== null && date > today) {
      checks.add("INVALID_DATE", "asOf", `${date} is still to come: what will be owed then is not known.`);
    }
    // Runs come one after the other, whatever their days; the second sees what the first posted.
    await tx.rows(sql`select pg_advisory_xact_lock(7213, hashtext(${tenant.id}::text))`);
    const matrix = date && (await matrixInForce(tx, tenant.id, date));
    if (date && !matrix) {
      const message = `No provision matrix counts on ${date}. Set one first with \`provisionMatrixSet\`.`;
      checks.add("INVALID_STATE", "asOf", message);
    }
    if (!date || !matrix || checks.refusals.length > 0) return new Refused(checks.refusals);
    const entryId = uuidv7();
    const proposal = await keepRun(context, date, matrix, entryId, note);
    const change = new Decimal(proposal.change);
    if (!change.isZero()) {
      await postChange(context, date, proposal, entryId);
      askFor(context, proposal);
    }
    const { runId, lines, ...told } = proposal;
    context.emit({ type: "ALLOWANCE_RUN", subjectId: runId, customerId: null, payload: { runId, ...told } });
    return proposal;
  },
});

/** Computes and keeps the run with its cells in one statement: cells and balance are of one instant. */
async function keepRun(
  { tx, tenant, actor }: CommandContext,
  asOf: BusinessDate,
  matrix: MatrixRow,
  entryId: string,
  note: string | null,
): Promise<AllowanceProposal> {
  const runId = uuidv7();
  const point = { tenantId: tenant.id, tenant, asOf, knownAt: null };
  const [run] = await tx.rows<Record<"exposure" | "required" | "balance" | "change", string>>(sql`
    with cell as materialized (${allowanceCells(point, matrix)}),
    figures as (
      select coalesce(sum(exposure), 0) as exposure, coalesce(sum(required), 0) as required,
             (${allowanceBalance(tenant.id, asOf)}) as balance from cell),
    kept as (
      insert into allowance_cell (tenant_id, run_id, customer_id, bucket, segment, provision_id, loss_percent, item_count,
                                  exposure, required)
      select ${tenant.id}, ${runId}, customer_id, bucket, segment, provision_id, loss_percent, item_count, exposure, required
      from cell)
    insert into allowance_run (tenant_id, id, as_of, run_no, matrix_id, exposure, required, balance_before, change, entry_id,
                               note, actor)
    select ${tenant.id}, ${runId}, ${asOf}::date,
           1 + coalesce((select max(run_no) from allowance_run where tenant_id = ${tenant.id} and as_of = ${asOf}::date), 0),
           ${matrix.id}, exposure, required, balance, required - balance,
           case when required <> balance then ${entryId}::uuid end, ${note}, ${actor.subject}
    from figures
    returning exposure, required, balance_before as balance, change`);
  if (!run) throw new Error("the allowance run was not kept");
  const { functionalCurrency } = tenant;
  const money = (amount: string) => formatAmount(amount, functionalCurrency);
  return {
    runId,
    asOf,
    matrixId: matrix.id,
    functionalCurrency,
    exposure: money(run.exposure),
    required: money(run.required),
    balance: money(run.balance),
    change: money(run.change),
    lines: await linesOfRuns(tx, tenant.id, [runId]),
  };
}

async function postChange(
  context: CommandContext,
  effectiveDate: BusinessDate,
  { runId, change, functionalCurrency }: AllowanceProposal,
  entryId: string,
): Promise<void> {
  const chart = await chartOf(context.tx, context.tenant.id);
  const amount = new Decimal(change);
  const down = amount.negated();
  const entry = new JournalEntry({
    id: entryId,
    effectiveDate,
    kind: "ALLOWANCE",
    description: `Allowance for doubtful accounts as of ${effectiveDate}`,
    documentId: runId,
  })
    .line(accountOf(chart, "BAD_DEBT_EXPENSE"), functionalCurrency, amount, amount, null)
    .line(accountOf(chart, "ALLOWANCE"), functionalCurrency, down, down, null);
  await post(context, [entry]);
}

function askFor(
  context: CommandContext,
  { asOf, balance, required, change, functionalCurrency }: AllowanceProposal,
): void {
  const raised = new Decimal(change).isPositive();
  context.needsApproval({
    kind: "ALLOWANCE",
    amount: formatAmount(new Decimal(change).abs(), functionalCurrency),
    currency: functionalCurrency,
    customerId: null,
    itemIds: [],
    reasonCode: null,
    summary: `${raised ? "Raise" : "Lower"} the allowance for doubtful accounts as of ${asOf} from ${balance} to ${required} ${functionalCurrency}`,
  });
}
