import { chartOf, type ItemState, lockItems, post } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { moneyMoved, nameThePayer } from "./move-receipt-money.js";

export interface ReceiptIdentifyInput {
  readonly receiptId: string;
  readonly customerId: string;
  /** From which day on the payer counts as known; today if not given. */
  readonly effectiveDate?: string | null;
}

/** Says who paid: Dr unidentified cash / Cr unapplied cash of the customer. */
export const identifyReceipt: Command<ReceiptIdentifyInput, { receiptId: string }> = {
  name: "receiptIdentify",
  scope: "cash:write",
  async run(context, input) {
    const { tx, tenant } = context;
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
    const [receipt] = await tx.rows<{ number: string; customerId: string | null; reversed: boolean }>(sql`
      select number, customer_id as "customerId", reversal_entry_id is not null as reversed
      from receipt where tenant_id = ${tenant.id} and id = ${input.receiptId} for update`);
    const customer = await tx.rows(
      sql`select 1 from customer where tenant_id = ${tenant.id} and id = ${input.customerId}`,
    );
    if (!receipt) checks.add("NOT_FOUND", "receiptId", "There is no such receipt.");
    if (customer.length === 0) checks.add("NOT_FOUND", "customerId", "There is no such customer.");
    if (receipt?.reversed) checks.add("INVALID_STATE", "receiptId", `Receipt ${receipt.number} is reversed.`);
    if (receipt?.customerId)
      checks.add("INVALID_STATE", "receiptId", `The payer of receipt ${receipt.number} is known already.`);
    if (!date || !receipt || checks.refusals.length > 0) return new Refused(checks.refusals);
    const ids = await tx.rows<{ id: string }>(
      sql`select id from open_item where tenant_id = ${tenant.id} and receipt_id = ${input.receiptId}`,
    );
    const [item] = await lockItems(
      context,
      ids.map(({ id }) => ({ id, from: date })),
    );
    if (!item) throw new Error("a receipt without an open item");
    if (date < item.documentDate) {
      return refuse(
        refusal(
          "INVALID_DATE",
          "effectiveDate",
          `The receipt is dated ${item.documentDate}; it cannot be identified before.`,
        ),
      );
    }
    await becomesCustomers(
      context,
      { id: input.receiptId, number: receipt.number },
      item,
      input.customerId,
      date,
    );
    return { receiptId: input.receiptId };
  },
};

/** All of the money is the customer's from the day on; the item is locked. */
export async function becomesCustomers(
  context: CommandContext,
  receipt: { readonly id: string; readonly number: string },
  from: ItemState,
  customerId: string,
  effectiveDate: BusinessDate,
): Promise<string> {
  const { tx, tenant } = context;
  const moved = { receiptId: receipt.id, number: receipt.number, from, customerId, effectiveDate };
  const { entry, itemId } = moneyMoved(await chartOf(tx, tenant.id), tenant.functionalCurrency, {
    ...moved,
    amount: from.open.abs(),
  });
  await post(context, [entry]);
  await nameThePayer(context, receipt, customerId);
  return itemId;
}
