import { v7 as uuidv7 } from "uuid";
import { reverse } from "../ledger/index.js";
import { approvable } from "../platform/commands/approval.js";
import type { CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";

export interface AllowanceReverseInput {
  readonly allowanceRunId: string;
  readonly reason: string;
  /** The run's own day if not given, never before it. */
  readonly effectiveDate?: string | null;
}

interface RunRow {
  readonly asOf: string;
  readonly change: string;
  readonly entryId: string | null;
  readonly isReversed: boolean;
}

/**
 * Takes the entry of a run back by its mirror image. The run and its cells stay as they are; the next run of the day
 * posts what is then missing. As much approval is needed as for the run.
 */
export const reverseAllowance = approvable<AllowanceReverseInput, { runId: string }>({
  name: "allowanceReverse",
  scope: "close:write",
  async run(context, { allowanceRunId, reason, effectiveDate }) {
    const { tx, tenant } = context;
    await tx.rows(sql`select pg_advisory_xact_lock(7213, hashtext(${tenant.id}::text))`);
    const [run] = await tx.rows<RunRow>(sql`
      select as_of as "asOf", change, entry_id as "entryId", reversal_entry_id is not null as "isReversed"
      from allowance_run where tenant_id = ${tenant.id} and id = ${allowanceRunId} for update`);
    const checks = new InputChecks().text(reason, "reason", "the reason", 1_000);
    if (!run) {
      checks.add("NOT_FOUND", "allowanceRunId", "There is no such allowance run.");
      return new Refused(checks.refusals);
    }
    const date = checks.date(effectiveDate ?? run.asOf, "effectiveDate");
    if (date !== null && date < run.asOf) {
      const message = `The run is of ${run.asOf}; it is not taken back before.`;
      checks.add("INVALID_DATE", "effectiveDate", message);
    }
    if (run.isReversed) checks.add("INVALID_STATE", "allowanceRunId", "The run is reversed already.");
    if (run.entryId === null) {
      checks.add("INVALID_STATE", "allowanceRunId", "The run posted nothing; there is nothing to take back.");
    }
    if (!date || run.entryId === null || checks.refusals.length > 0) return new Refused(checks.refusals);
    const reversalId = uuidv7();
    const description = `Reversal of the allowance as of ${run.asOf}`;
    await reverse(context, [{ entryId: run.entryId, reversalId, effectiveDate: date, description }]);
    await tx.rows(sql`
      update allowance_run set reversal_entry_id = ${reversalId}, reversed_on = ${date}, reversal_reason = ${reason},
             version = version + 1
      where tenant_id = ${tenant.id} and id = ${allowanceRunId}`);
    askFor(context, run);
    const payload = { runId: allowanceRunId, asOf: run.asOf, reversedOn: date };
    context.emit({ type: "ALLOWANCE_REVERSED", subjectId: allowanceRunId, customerId: null, payload });
    return { runId: allowanceRunId };
  },
});

function askFor(context: CommandContext, { asOf, change }: RunRow): void {
  const { functionalCurrency } = context.tenant;
  const amount = formatAmount(new Decimal(change).abs(), functionalCurrency);
  context.needsApproval({
    kind: "ALLOWANCE",
    amount,
    currency: functionalCurrency,
    customerId: null,
    itemIds: [],
    reasonCode: null,
    summary: `Take back the ${amount} ${functionalCurrency} by which the allowance for doubtful accounts was changed as of ${asOf}`,
  });
}
