import { v7 as uuidv7 } from "uuid";
import { rateOn } from "../ledger/index.js";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import { rematchReceipts } from "./matches/rematch-receipts.js";
import { findPairs, keepPairs } from "./pair-advices.js";
import { postReceipts, type ReceiptMethod } from "./post-receipts.js";

export interface ReceiptRecordInput {
  /** Left out while the payer is unknown. */
  readonly customerId?: string | null;
  readonly amount: string;
  readonly currency: string;
  /** The day the money came in; today if not given. */
  readonly receivedOn?: string | null;
  readonly method: ReceiptMethod;
  readonly reference?: string | null;
}

/**
 * Records money that came in, as unapplied cash of its customer or as unidentified cash. One that a remittance advice
 * explains is matched by it.
 */
export const recordReceipt: Command<ReceiptRecordInput, { receiptId: string }> = {
  name: "receiptRecord",
  scope: "cash:write",
  postingDateAt: "receivedOn",
  async run(context, input) {
    const { tx, tenant } = context;
    const checks = new InputChecks().currency(input.currency, "currency");
    if (checks.refusals.length === 0) checks.amount(input.amount, input.currency, "amount");
    const receivedOn = checks.date(input.receivedOn ?? context.today, "receivedOn");
    if (input.customerId) {
      const found = await tx.rows(
        sql`select 1 from customer where tenant_id = ${tenant.id} and id = ${input.customerId}`,
      );
      if (found.length === 0)
        checks.refusals.push(refusal("NOT_FOUND", "customerId", "There is no such customer."));
    }
    if (!receivedOn || checks.refusals.length > 0) return new Refused(checks.refusals);
    const rate = await rateOn(tx, tenant, input.currency, receivedOn, "currency");
    if (rate instanceof Refused) return rate;
    const id = uuidv7();
    const { currency, method } = input;
    const [customerId, reference] = [input.customerId ?? null, input.reference ?? null];
    const amount = new Decimal(input.amount);
    const payer = { customerId, account: null, name: null };
    const references = reference === null ? [] : [reference];
    const pairs = await findPairs(context, {
      payments: [{ id, references, payer, amount: amount.toFixed(), currency, receivedOn }],
    });
    await postReceipts(context, [{ id, customerId, amount, currency, receivedOn, method, reference, rate }]);
    await keepPairs(context, pairs);
    if (pairs.some(({ paymentId }) => paymentId === id)) await rematchReceipts(context, [id]);
    return { receiptId: id };
  },
};
