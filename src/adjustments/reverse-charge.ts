import { v7 as uuidv7 } from "uuid";
import { lockItems, reverse } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";

export interface ChargeReverseInput {
  readonly chargeId: string;
  /** Today if not given, never before the charge's own date. */
  readonly effectiveDate?: string | null;
  readonly reason?: string | null;
}

interface ChargeRow {
  readonly number: string;
  readonly customerId: string;
  readonly itemId: string;
  readonly sourceItemId: string | null;
  readonly documentDate: BusinessDate;
  readonly entryId: string;
  readonly isReversed: boolean;
}

/** Takes a debit memo or a chargeback back by its mirror image; what was paid on it must be unapplied first. */
export const reverseCharge: Command<ChargeReverseInput, { chargeId: string }> = {
  name: "chargeReverse",
  scope: "adjustments:write",
  async run(context, { chargeId, effectiveDate, reason }) {
    const { tx, tenant } = context;
    const checks = new InputChecks();
    const date = checks.date(effectiveDate ?? context.today, "effectiveDate");
    const [charge] = await tx.rows<ChargeRow>(sql`
      select number, customer_id as "customerId", item_id as "itemId", source_item_id as "sourceItemId",
             document_date as "documentDate", entry_id as "entryId", reversal_entry_id is not null as "isReversed"
      from charge where tenant_id = ${tenant.id} and id = ${chargeId} for update`);
    if (!charge) checks.add("NOT_FOUND", "chargeId", "There is no such charge.");
    else if (charge.isReversed)
      checks.add("INVALID_STATE", "chargeId", `${charge.number} is reversed already.`);
    if (charge && date && date < charge.documentDate)
      checks.add("INVALID_DATE", "effectiveDate", `${charge.number} is dated ${charge.documentDate}.`);
    if (!charge || !date || checks.refusals.length > 0) return new Refused(checks.refusals);
    const ids = [charge.itemId, ...(charge.sourceItemId ? [charge.sourceItemId] : [])];
    const items = await lockItems(
      context,
      ids.map((id) => ({ id, from: date })),
    );
    const item = items.find((one) => one.id === charge.itemId);
    if (!item?.available.eq(item.original)) {
      const message = `${charge.number} is paid or adjusted, or was so on or after ${date}. Undo that first.`;
      checks.add("INVALID_STATE", "chargeId", message);
      return new Refused(checks.refusals);
    }
    const reversalId = uuidv7();
    const description = `${charge.number} reversed`;
    await reverse(context, [{ entryId: charge.entryId, reversalId, effectiveDate: date, description }]);
    await tx.rows(sql`
      update charge set reversal_entry_id = ${reversalId}, reversed_on = ${date}, reversal_reason = ${reason ?? null},
             version = version + 1
      where tenant_id = ${tenant.id} and id = ${chargeId}`);
    const payload = { chargeId, number: charge.number, effectiveDate: date, reason: reason ?? null };
    context.emit({ type: "CHARGE_REVERSED", subjectId: chargeId, customerId: charge.customerId, payload });
    return { chargeId };
  },
};
