import { v7 as uuidv7 } from "uuid";
import { checkReason } from "../adjustments/index.js";
import {
  accountOf,
  chartOf,
  type ItemState,
  JournalEntry,
  lockItems,
  post,
  relieve,
  reverse,
} from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { approvable } from "../platform/commands/approval.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { documentNumber, takeNumbers } from "../platform/commands/document-numbers.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";

export interface LateFeeWaiveInput {
  readonly lateFeeId: string;
  /** In the fee's currency, positive; all that is open if not given. */
  readonly amount?: string | null;
  readonly reasonCode: string;
  readonly note?: string | null;
  /** Today if not given, never before the fee's own date. */
  readonly effectiveDate?: string | null;
}

export interface LateFeeWaiverReverseInput {
  readonly lateFeeWaiverId: string;
  /** Today if not given, never before the waiver's own date. */
  readonly effectiveDate?: string | null;
  readonly reason?: string | null;
}

interface Waived {
  readonly lateFeeId: string;
  readonly waiverId: string;
}

/** Waives a late fee, whole or in part, as far as it is open: Dr late-fee income / Cr AR control. Its days stay charged. */
export const waiveLateFee = approvable<LateFeeWaiveInput, Waived>({
  name: "lateFeeWaive",
  scope: "adjustments:write",
  async run(context, input) {
    const { tx, tenant } = context;
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
    const reason = await checkReason(context, "LATE_FEE_WAIVER", input.reasonCode);
    if (reason) checks.refusals.push(reason);
    const [fee] = await tx.rows<{ itemId: string }>(sql`
      select item_id as "itemId" from late_fee where tenant_id = ${tenant.id} and id = ${input.lateFeeId} for update`);
    if (!fee) checks.add("NOT_FOUND", "lateFeeId", "There is no such late fee.");
    if (!fee || !date) return new Refused(checks.refusals);
    const [item] = await lockItems(context, [{ id: fee.itemId, from: date }]);
    if (!item) throw new Error("a late fee has no item");
    const amount = new Decimal(input.amount ?? item.available);
    checkAmount(checks, item, amount, date);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const waiverId = await postWaiver(context, input, item, amount, date);
    const waived = formatAmount(amount, item.currency);
    context.needsApproval({
      kind: "LATE_FEE_WAIVER",
      amount: waived,
      currency: item.currency,
      customerId: item.customerId,
      itemIds: [item.id],
      reasonCode: input.reasonCode,
      summary: `Waive ${waived} ${item.currency} of late fee ${item.documentNumber}`,
    });
    return { lateFeeId: input.lateFeeId, waiverId };
  },
});

function checkAmount(checks: InputChecks, item: ItemState, amount: Decimal, date: BusinessDate): void {
  const { documentNumber: number, currency } = item;
  if (date < item.documentDate) {
    checks.add(
      "INVALID_DATE",
      "effectiveDate",
      `${number} is dated ${item.documentDate}; it is not waived before.`,
    );
  } else if (item.available.isZero()) {
    checks.add("INVALID_STATE", "lateFeeId", `Nothing of ${number} is open from ${date} on.`);
  } else {
    checks.amount(amount.toFixed(), currency, "amount");
    if (amount.lte(item.available)) return;
    const balance = formatAmount(item.available, currency);
    const message = `${formatAmount(amount, currency)} ${currency} is more than the ${balance} ${currency} that ${number} has open.`;
    checks.refusals.push(refusal("AMOUNT_EXCEEDS_BALANCE", "amount", message, { balance, currency }));
  }
}

async function postWaiver(
  context: CommandContext,
  { lateFeeId, reasonCode, note }: LateFeeWaiveInput,
  item: ItemState,
  amount: Decimal,
  date: BusinessDate,
): Promise<string> {
  const { tx, tenant } = context;
  const id = uuidv7();
  const { prefix, first } = await takeNumbers(context, "LATE_FEE_WAIVER", 1);
  const number = documentNumber(prefix, first);
  const relief = relieve(item, amount, tenant.functionalCurrency);
  const income = accountOf(await chartOf(tx, tenant.id), "LATE_FEE_INCOME");
  const description = `Waiver ${number} of late fee ${item.documentNumber}`;
  const header = { id: uuidv7(), effectiveDate: date, kind: "LATE_FEE_WAIVER", description, documentId: id };
  const entry = new JournalEntry(header)
    .move(item, relief.amount, relief.functional, "WAIVER")
    .line(income, item.currency, relief.amount.negated(), relief.functional.negated(), item.customerId);
  await post(context, [entry]);
  await tx.rows(sql`
    insert into late_fee_waiver (tenant_id, id, number, late_fee_id, customer_id, item_id, currency, amount, reason_code, note,
                                 effective_date, entry_id)
    values (${tenant.id}, ${id}, ${number}, ${lateFeeId}, ${item.customerId}, ${item.id}, ${item.currency}, ${amount.toFixed()},
            ${reasonCode}, ${note ?? null}, ${date}, ${header.id})`);
  await changeWaived(context, lateFeeId, amount);
  const payload = {
    ...{ lateFeeId, waiverId: id, number, openItemId: item.id, currency: item.currency },
    ...{ amount: formatAmount(amount, item.currency), effectiveDate: date },
  };
  context.emit({ type: "LATE_FEE_WAIVED", subjectId: id, customerId: item.customerId, payload });
  return id;
}

interface WaiverRow {
  readonly number: string;
  readonly lateFeeId: string;
  readonly itemId: string;
  readonly customerId: string;
  readonly amount: string;
  readonly effectiveDate: BusinessDate;
  readonly entryId: string;
  readonly isReversed: boolean;
}

/** Takes a waiver back by its mirror image: as much of the fee is owed again. */
export const reverseLateFeeWaiver: Command<LateFeeWaiverReverseInput, Waived> = {
  name: "lateFeeWaiverReverse",
  scope: "adjustments:write",
  async run(context, { lateFeeWaiverId: waiverId, effectiveDate, reason }) {
    const { tx, tenant } = context;
    const checks = new InputChecks();
    const date = checks.date(effectiveDate ?? context.today, "effectiveDate");
    const [waiver] = await tx.rows<WaiverRow>(sql`
      select w.number, w.late_fee_id as "lateFeeId", w.item_id as "itemId", w.customer_id as "customerId", w.amount,
             w.effective_date as "effectiveDate", w.entry_id as "entryId", w.reversal_entry_id is not null as "isReversed"
      from late_fee_waiver w join late_fee f on f.tenant_id = w.tenant_id and f.id = w.late_fee_id
      where w.tenant_id = ${tenant.id} and w.id = ${waiverId} for update`);
    if (!waiver) checks.add("NOT_FOUND", "lateFeeWaiverId", "There is no such waiver.");
    else if (waiver.isReversed)
      checks.add("INVALID_STATE", "lateFeeWaiverId", `${waiver.number} is reversed already.`);
    if (waiver && date && date < waiver.effectiveDate) {
      const message = `${waiver.number} is dated ${waiver.effectiveDate}; it is not undone before.`;
      checks.add("INVALID_DATE", "effectiveDate", message);
    }
    if (!waiver || !date || checks.refusals.length > 0) return new Refused(checks.refusals);
    const { lateFeeId, number, customerId } = waiver;
    await lockItems(context, [{ id: waiver.itemId, from: date }]);
    const reversalId = uuidv7();
    const description = `Waiver ${number} reversed`;
    await reverse(context, [{ entryId: waiver.entryId, reversalId, effectiveDate: date, description }]);
    await tx.rows(sql`
      update late_fee_waiver set reversal_entry_id = ${reversalId}, reversed_on = ${date}, reversal_reason = ${reason ?? null},
             version = version + 1
      where tenant_id = ${tenant.id} and id = ${waiverId}`);
    await changeWaived(context, lateFeeId, new Decimal(waiver.amount).negated());
    const payload = { lateFeeId, waiverId, number, effectiveDate: date, reason: reason ?? null };
    context.emit({ type: "LATE_FEE_WAIVER_REVERSED", subjectId: waiverId, customerId, payload });
    return { lateFeeId, waiverId };
  },
};

async function changeWaived({ tx, tenant }: CommandContext, lateFeeId: string, by: Decimal): Promise<void> {
  await tx.rows(sql`
    update late_fee set waived = waived + ${by.toFixed()}, version = version + 1
    where tenant_id = ${tenant.id} and id = ${lateFeeId}`);
}
