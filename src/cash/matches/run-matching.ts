import type { Command, CommandContext } from "../../platform/commands/command.js";
import { InputChecks } from "../../platform/commands/input-checks.js";
import { Refused } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";
import { rematchReceipts } from "./rematch-receipts.js";

export interface MatchRunInput {
  /** All that have money to apply and of which nobody has rejected what was proposed, the oldest first, when not given. */
  readonly receiptIds?: readonly string[] | null;
}

export interface MatchRunResult {
  readonly runId: string;
  readonly matchProposalIds: readonly string[];
  readonly matched: number;
  readonly applied: number;
  readonly proposed: number;
}

/** So many receipts a run; the next run takes up those behind them. */
export const RUN_MOST = 5_000;

/** Matches receipts that have money to apply as the books stand now. */
export const runMatching: Command<MatchRunInput, MatchRunResult> = {
  name: "matchRun",
  scope: "cash:write",
  postingDateAt: "receiptIds",
  async run(context, { receiptIds }) {
    const checks = new InputChecks();
    if (receiptIds && (receiptIds.length === 0 || receiptIds.length > RUN_MOST))
      checks.add("LIMIT_EXCEEDED", "receiptIds", `Between 1 and ${RUN_MOST} receipts fit in one run.`);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    if (receiptIds) await checkReceipts(context, receiptIds, checks);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const { runId, matches } = await rematchReceipts(context, receiptIds ?? (await waitingReceipts(context)));
    const counted = (status: string) => matches.filter((match) => match.status === status).length;
    return {
      ...{ runId, matched: matches.length, applied: counted("APPLIED"), proposed: counted("OPEN") },
      matchProposalIds: matches.map(({ id }) => id),
    };
  },
};

async function checkReceipts(
  { tx, tenant }: CommandContext,
  receiptIds: readonly string[],
  checks: InputChecks,
): Promise<void> {
  const found = await tx.rows<{ id: string; number: string; isReversed: boolean; open: boolean }>(sql`
    select r.id, r.number, r.reversal_entry_id is not null as "isReversed",
           exists (select from open_item i where i.tenant_id = r.tenant_id and i.receipt_id = r.id and i.is_open) as open
    from receipt r where r.tenant_id = ${tenant.id} and r.id = any(${receiptIds})`);
  const byId = new Map(found.map((row) => [row.id, row]));
  for (const [i, id] of receiptIds.entries()) {
    const receipt = byId.get(id);
    const path = `receiptIds.${i}`;
    if (!receipt) checks.add("NOT_FOUND", path, "There is no such receipt.");
    else if (receipt.isReversed) checks.add("INVALID_STATE", path, `Receipt ${receipt.number} is reversed.`);
    else if (!receipt.open)
      checks.add("INVALID_STATE", path, `Nothing of receipt ${receipt.number} is left to apply.`);
  }
}

/** Those that were not matched for longest first, so that run after run all have their turn. What a person has rejected stays so. */
async function waitingReceipts({ tx, tenant }: CommandContext): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select i.receipt_id as id from open_item i
    left join lateral (
      select m.matched_at as at, m.status from receipt_match m
       where m.tenant_id = i.tenant_id and m.receipt_id = i.receipt_id order by m.id desc limit 1) m
      on true
    where i.tenant_id = ${tenant.id} and i.is_open and i.receipt_id is not null and m.status is distinct from 'REJECTED'
    group by i.receipt_id order by max(m.at) nulls first, i.receipt_id limit ${RUN_MOST}::integer`);
  return rows.map(({ id }) => id);
}
