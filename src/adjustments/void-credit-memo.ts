import { v7 as uuidv7 } from "uuid";
import { otherUses } from "../cash/index.js";
import { lockItems, reverse } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";

export interface CreditMemoVoidInput {
  readonly creditMemoId: string;
  /** Today if not given, never before the memo's own date. */
  readonly effectiveDate?: string | null;
  readonly reason?: string | null;
  readonly expectedVersion?: number | null;
}

interface MemoRow {
  readonly number: string;
  readonly customerId: string;
  readonly documentDate: BusinessDate;
  readonly entryId: string;
  readonly itemId: string;
  readonly isVoid: boolean;
  readonly version: number;
}

/** Takes a credit memo back by the mirror image of its posting. What it is applied to must be unapplied first. */
export const voidCreditMemo: Command<CreditMemoVoidInput, { creditMemoId: string }> = {
  name: "creditMemoVoid",
  scope: "adjustments:write",
  async run(context, input) {
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
    const memo = await lockMemo(context, input.creditMemoId);
    if (!memo) return refuse(refusal("NOT_FOUND", "creditMemoId", "There is no such credit memo."));
    if (memo.isVoid)
      checks.add("INVALID_STATE", "creditMemoId", `Credit memo ${memo.number} is void already.`);
    if (input.expectedVersion != null && input.expectedVersion !== memo.version) {
      const message = `The credit memo was changed: it is at version ${memo.version}, you expected ${input.expectedVersion}.`;
      checks.refusals.push(
        refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: memo.version }),
      );
    }
    if (date && date < memo.documentDate) {
      const message = `The credit memo is dated ${memo.documentDate}; it cannot be void before.`;
      checks.add("INVALID_DATE", "effectiveDate", message);
    }
    if (!date || checks.refusals.length > 0) return new Refused(checks.refusals);
    const [item] = await lockItems(context, [{ id: memo.itemId, from: date }]);
    if (!item?.available.eq(item.original.abs())) {
      const inTheWay = await otherUses(context, [memo.itemId]);
      const message = inTheWay
        ? `Credit memo ${memo.number} is used. ${inTheWay}`
        : `Credit memo ${memo.number} is applied, or was so on or after ${date}. Unapply it, and void it from then on.`;
      return refuse(refusal("INVALID_STATE", "creditMemoId", message));
    }
    await postVoid(context, input, memo, date);
    return { creditMemoId: input.creditMemoId };
  },
};

async function lockMemo({ tx, tenant }: CommandContext, id: string): Promise<MemoRow | undefined> {
  const [memo] = await tx.rows<MemoRow>(sql`
    select m.number, m.customer_id as "customerId", m.document_date as "documentDate", m.entry_id as "entryId",
           i.id as "itemId", m.void_entry_id is not null as "isVoid", m.version
    from credit_memo m join open_item i on i.tenant_id = m.tenant_id and i.credit_memo_id = m.id
    where m.tenant_id = ${tenant.id} and m.id = ${id} for update of m`);
  return memo;
}

async function postVoid(
  context: CommandContext,
  { creditMemoId, reason }: CreditMemoVoidInput,
  memo: MemoRow,
  date: BusinessDate,
): Promise<void> {
  const { tx, tenant } = context;
  const reversalId = uuidv7();
  const description = `Credit memo ${memo.number} voided`;
  await reverse(context, [{ entryId: memo.entryId, reversalId, effectiveDate: date, description }]);
  await tx.rows(sql`
    update credit_memo set void_entry_id = ${reversalId}, voided_on = ${date}, version = version + 1
    where tenant_id = ${tenant.id} and id = ${creditMemoId}`);
  context.emit({
    type: "CREDIT_MEMO_VOIDED",
    subjectId: creditMemoId,
    customerId: memo.customerId,
    payload: { creditMemoId, number: memo.number, effectiveDate: date, reason: reason ?? null },
  });
}
