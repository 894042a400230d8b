import { v7 as uuidv7 } from "uuid";
import {
  accountOf,
  chartOf,
  type ItemState,
  JournalEntry,
  lockItems,
  post,
  relieve,
} from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { approvable } from "../platform/commands/approval.js";
import type { CommandContext } from "../platform/commands/command.js";
import { documentNumber, takeNumbers } from "../platform/commands/document-numbers.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { checkReason } from "./reason-codes.js";

export interface RefundRequestInput {
  /** What is refunded: a receipt's unapplied money, or what is left of a credit memo. */
  readonly receiptId?: string | null;
  readonly creditMemoId?: string | null;
  /** In the credit's currency, positive; all that is unapplied if not given. */
  readonly amount?: string | null;
  readonly reasonCode: string;
  readonly note?: string | null;
  /** Today if not given, never before the credit's own date. */
  readonly effectiveDate?: string | null;
}

/** Takes a refund off a credit: Dr unapplied cash or AR control (the credit's item) / Cr refunds payable. */
export const requestRefund = approvable<RefundRequestInput, { refundId: string }>({
  name: "refundRequest",
  scope: "adjustments:write",
  async run(context, input) {
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate") ?? context.today;
    const reason = await checkReason(context, "REFUND", input.reasonCode);
    if (reason) checks.refusals.push(reason);
    const path = input.receiptId == null ? "creditMemoId" : "receiptId";
    if ((input.receiptId == null) === (input.creditMemoId == null))
      checks.add("REQUIRED", "receiptId", "Name either a receipt or a credit memo.");
    if ((input.receiptId == null) === (input.creditMemoId == null)) return new Refused(checks.refusals);
    const item = await lockCredit(context, input, date);
    if (!item?.customerId) {
      checks.add("NOT_FOUND", path, "There is no such credit of a known customer.");
      return new Refused(checks.refusals);
    }
    const amount = new Decimal(input.amount ?? item.available);
    checkAmount(checks, item, amount, path, date);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const refunded = formatAmount(amount, item.currency);
    const refundId = await postRefund(context, input, item, amount, date);
    context.needsApproval({
      kind: "REFUND",
      amount: refunded,
      currency: item.currency,
      customerId: item.customerId,
      itemIds: [item.id],
      reasonCode: input.reasonCode,
      summary: `Refund ${refunded} ${item.currency} of ${item.documentNumber}`,
    });
    return { refundId };
  },
});

async function lockCredit(
  context: CommandContext,
  { receiptId, creditMemoId }: RefundRequestInput,
  from: BusinessDate,
): Promise<ItemState | undefined> {
  const { tx, tenant } = context;
  const [found] = await tx.rows<{ id: string }>(sql`
    select id from open_item
    where tenant_id = ${tenant.id} and customer_id is not null and original_amount < 0
      and (receipt_id = ${receiptId ?? null} or credit_memo_id = ${creditMemoId ?? null})`);
  if (!found) return undefined;
  const [item] = await lockItems(context, [{ id: found.id, from }]);
  return item;
}

function checkAmount(
  checks: InputChecks,
  item: ItemState,
  amount: Decimal,
  path: string,
  date: BusinessDate,
): void {
  if (date < item.documentDate) {
    const message = `${item.documentNumber} is dated ${item.documentDate}; it is not refunded before.`;
    checks.add("INVALID_DATE", "effectiveDate", message);
  }
  if (item.available.isZero()) {
    checks.add("INVALID_STATE", path, `Nothing of ${item.documentNumber} is unapplied from ${date} on.`);
  } else {
    checks.amount(amount.toFixed(), item.currency, "amount");
    if (amount.lte(item.available)) return;
    const balance = formatAmount(item.available, item.currency);
    const message = `${formatAmount(amount, item.currency)} ${item.currency} is more than the ${balance} ${item.currency} that ${item.documentNumber} has unapplied.`;
    checks.refusals.push(
      refusal("AMOUNT_EXCEEDS_BALANCE", "amount", message, { balance, currency: item.currency }),
    );
  }
}

async function postRefund(
  context: CommandContext,
  { reasonCode, note }: RefundRequestInput,
  item: ItemState,
  amount: Decimal,
  date: BusinessDate,
): Promise<string> {
  const { tx, tenant } = context;
  const id = uuidv7();
  const { prefix, first } = await takeNumbers(context, "REFUND", 1);
  const number = documentNumber(prefix, first);
  const { functional } = relieve(item, amount, tenant.functionalCurrency);
  const payable = accountOf(await chartOf(tx, tenant.id), "REFUNDS_PAYABLE");
  const entry = new JournalEntry({
    id: uuidv7(),
    effectiveDate: date,
    kind: "REFUND",
    description: `Refund ${number} of ${item.documentNumber}`,
    documentId: id,
  })
    .move(item, amount, functional, "REFUND")
    .line(payable, item.currency, amount.negated(), functional.negated(), item.customerId);
  await post(context, [entry]);
  await tx.rows(sql`
    insert into refund (tenant_id, id, number, customer_id, item_id, currency, amount, functional_amount, reason_code, note,
                        effective_date, entry_id)
    values (${tenant.id}, ${id}, ${number}, ${item.customerId}, ${item.id}, ${item.currency}, ${amount.toFixed()},
            ${functional.toFixed()}, ${reasonCode}, ${note ?? null}, ${date}, ${entry.header.id})`);
  context.emit({
    type: "REFUND_REQUESTED",
    subjectId: id,
    customerId: item.customerId,
    payload: {
      refundId: id,
      number,
      openItemId: item.id,
      amount: formatAmount(amount, item.currency),
      currency: item.currency,
      effectiveDate: date,
    },
  });
  return id;
}
