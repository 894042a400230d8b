import { v7 as uuidv7 } from "uuid";
import { type TakenOverCredit, takeOverCreditMemos } from "../adjustments/index.js";
import { aloneUpTo } from "../approvals/index.js";
import type { CommandContext } from "../platform/commands/command.js";
import { ownNumbers } from "../platform/commands/document-numbers.js";
import { Decimal } from "../platform/money.js";
import type { ImportedInvoice } from "./invoice-rows.rules.js";
import type { RefusedRow } from "./refused-row.js";

/** Why a credit of a file may not be taken in by whoever imports it; null when it may. */
export type CreditObstacle = (credit: ImportedInvoice) => Omit<RefusedRow, "index"> | null;

/**
 * A credit that is imported is one that is made: who may not make it alone may not import it. It does not wait for approval
 * either, since a file is imported again, and a credit is approved once.
 */
export async function creditObstacles(context: CommandContext): Promise<CreditObstacle> {
  const { tx, tenant, actor } = context;
  const isEnough = await aloneUpTo(tx, tenant.id, actor, "CREDIT_MEMO");
  const isOurs = await ownNumbers(context, "CREDIT_MEMO");
  return ({ number, amount, currency }) => {
    if (!actor.scopes.has("adjustments:write")) {
      const reason = `Credit memo ${number} is for somebody who may credit customers (adjustments:write): have them import this row.`;
      return { reason, code: "NOT_ALLOWED" };
    }
    if (!isEnough(new Decimal(amount), currency)) {
      const reason = `Credit memo ${number} of ${amount} ${currency} is above your limit: have somebody import this row whose limit is enough, or enter it as a credit on account, which then waits for approval.`;
      return { reason, code: "NOT_ALLOWED" };
    }
    if (!isOurs(number)) return null;
    const reason = `${number} is a number that new credit memos get here: give the numbers of the other system a prefix in the profile.`;
    return { reason, code: "NUMBER_REUSED" };
  };
}

/** Credits at the rate of their day. Their tax is one tax; a file that tells none has none. */
export async function importCredits(
  context: CommandContext,
  priced: readonly { readonly row: ImportedInvoice; readonly rate: string }[],
  customers: ReadonlyMap<string, string>,
): Promise<void> {
  const credits = priced.map(({ row, rate }): TakenOverCredit => {
    const customerId = customers.get(row.customerNumber);
    if (!customerId) throw new Error(`the customer of ${row.number} was not made`);
    const tax = new Decimal(row.tax ?? 0);
    return {
      id: uuidv7(),
      number: row.number,
      customerId,
      currency: row.currency,
      rate,
      date: row.documentDate,
      net: new Decimal(row.amount).minus(tax),
      tax,
      importHash: row.contentHash,
    };
  });
  await takeOverCreditMemos(context, credits);
}
