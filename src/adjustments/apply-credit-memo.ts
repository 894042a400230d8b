import { type ApplicationInput, applyCredit, unapplyPayment } from "../cash/index.js";
import type { Command } from "../platform/commands/command.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";

export interface CreditMemoApplyInput {
  readonly creditMemoId: string;
  readonly applications: readonly ApplicationInput[];
  readonly effectiveDate?: string | null;
}

/** Applies what is left of a credit memo to items of its customer, all or none. */
export const applyCreditMemo: Command<
  CreditMemoApplyInput,
  { creditMemoId: string; applicationIds: string[] }
> = {
  name: "creditMemoApply",
  scope: "adjustments:write",
  async run(context, input) {
    const { creditMemoId } = input;
    const applicationIds = await applyCredit(context, input, {
      where: sql`i.credit_memo_id = ${creditMemoId} and exists (
        select from credit_memo m where m.tenant_id = i.tenant_id and m.id = i.credit_memo_id and m.void_entry_id is null)`,
      missing: refusal("NOT_FOUND", "creditMemoId", "There is no such credit memo, or it is void."),
    });
    return applicationIds instanceof Refused ? applicationIds : { creditMemoId, applicationIds };
  },
};

/** Undoes applications of credit memos: what was credited is on account again and the items are open again. */
export const unapplyCreditMemo: typeof unapplyPayment = {
  ...unapplyPayment,
  name: "creditMemoUnapply",
  scope: "adjustments:write",
};
