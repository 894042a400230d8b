import { v7 as uuidv7 } from "uuid";
import {
  type AccountRole,
  accountOf,
  chartOf,
  type ItemState,
  JournalEntry,
  lockItems,
  post,
  rateOn,
  relieve,
} from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { approvable } from "../platform/commands/approval.js";
import type { CommandContext } from "../platform/commands/command.js";
import { documentNumber, takeNumbers } from "../platform/commands/document-numbers.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount, roundMoney } from "../platform/money.js";
import { checkReason } from "./reason-codes.js";

/** Where a debit memo may be booked. */
export type ChargeAccount = Extract<
  AccountRole,
  "REVENUE" | "DEDUCTIONS" | "LATE_FEE_INCOME" | "CASH_CLEARING"
>;

export interface DebitMemoCreateInput {
  readonly customerId: string;
  /** Positive. */
  readonly amount: string;
  /** The customer's own if not given. */
  readonly currency?: string | null;
  readonly account: ChargeAccount;
  readonly reasonCode: string;
  readonly note?: string | null;
  /** Today if not given. */
  readonly documentDate?: string | null;
  /** The document date if not given, never before it. */
  readonly dueDate?: string | null;
}

export interface ChargebackCreateInput {
  readonly openItemId: string;
  /** In the item's currency, positive; all that is open if not given. */
  readonly amount?: string | null;
  readonly reasonCode: string;
  readonly note?: string | null;
  readonly effectiveDate?: string | null;
}

/** A charge that is ready to be posted: what opens its item stands against it in the entry. */
export interface NewCharge {
  readonly kind: "DEBIT_MEMO" | "CHARGEBACK";
  readonly customerId: string;
  readonly currency: string;
  readonly amount: Decimal;
  readonly functional: Decimal;
  readonly reasonCode: string;
  readonly note?: string | null;
  readonly date: BusinessDate;
  readonly dueDate: BusinessDate;
  readonly sourceItemId: string | null;
  readonly describe: (number: string) => string;
  readonly against: (entry: JournalEntry) => void;
}

/** Charges a customer beside any invoice: Dr AR control (an item of its own) / Cr revenue, or the account given. */
export const createDebitMemo = approvable<DebitMemoCreateInput, { chargeId: string }>({
  name: "debitMemoCreate",
  scope: "adjustments:write",
  postingDateAt: "documentDate",
  async run(context, input) {
    const { tx, tenant } = context;
    const checks = new InputChecks();
    const date = checks.date(input.documentDate ?? context.today, "documentDate");
    const dueDate = checks.date(input.dueDate ?? date ?? context.today, "dueDate");
    const reason = await checkReason(context, "DEBIT_MEMO", input.reasonCode);
    if (reason) checks.refusals.push(reason);
    const [customer] = await tx.rows<{ currency: string }>(
      sql`select currency from customer where tenant_id = ${tenant.id} and id = ${input.customerId}`,
    );
    if (!customer) checks.add("NOT_FOUND", "customerId", "There is no such customer.");
    const currency = input.currency ?? customer?.currency ?? tenant.functionalCurrency;
    checks.currency(currency, "currency").amount(input.amount, currency, "amount");
    if (date && dueDate && dueDate < date)
      checks.add("INVALID_DATE", "dueDate", "It is due before its date.");
    if (!date || !dueDate || checks.refusals.length > 0) return new Refused(checks.refusals);
    const rate = await rateOn(tx, tenant, currency, date, "currency");
    if (rate instanceof Refused) return rate;
    const amount = new Decimal(input.amount);
    const functional = roundMoney(amount.times(rate), tenant.functionalCurrency);
    const account = accountOf(await chartOf(tx, tenant.id), input.account);
    return postCharge(context, {
      ...{ kind: "DEBIT_MEMO", customerId: input.customerId, currency, amount, functional, date, dueDate },
      ...{ reasonCode: input.reasonCode, note: input.note, sourceItemId: null },
      describe: (number) => `Debit memo ${number}`,
      against: (entry) =>
        entry.line(account, currency, amount.negated(), functional.negated(), input.customerId),
    });
  },
});

/**
 * Makes what was short-paid an item of its own, with its reason: Dr AR control (the chargeback) / Cr AR control (the
 * short-paid item), at the booked rate, so that nothing is gained or lost by it.
 */
export const createChargeback = approvable<ChargebackCreateInput, { chargeId: string }>({
  name: "chargebackCreate",
  scope: "adjustments:write",
  async run(context, input) {
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
    const reason = await checkReason(context, "CHARGEBACK", input.reasonCode);
    if (reason) checks.refusals.push(reason);
    if (!date) return new Refused(checks.refusals);
    const [item] = await lockItems(context, [{ id: input.openItemId, from: date }]);
    if (!item?.customerId) {
      checks.add("NOT_FOUND", "openItemId", "There is no such open item.");
      return new Refused(checks.refusals);
    }
    const { currency, customerId } = item;
    const amount = new Decimal(input.amount ?? item.available);
    checkShortPaid(checks, item, amount, date);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const relief = relieve(item, amount, context.tenant.functionalCurrency);
    return postCharge(context, {
      ...{ kind: "CHARGEBACK", customerId, currency, amount, functional: relief.functional.negated(), date },
      ...{ reasonCode: input.reasonCode, note: input.note, sourceItemId: item.id },
      dueDate: item.dueDate > date ? item.dueDate : date,
      describe: (number) => `Chargeback ${number} of ${item.documentNumber}`,
      against: (entry) => entry.move(item, relief.amount, relief.functional, "CHARGEBACK"),
    });
  },
});

function checkShortPaid(checks: InputChecks, item: ItemState, amount: Decimal, date: BusinessDate): void {
  const { documentNumber: number, currency } = item;
  if (date < item.documentDate) {
    checks.add("INVALID_DATE", "effectiveDate", `${number} is dated ${item.documentDate}.`);
  } else if (item.original.isNegative() || item.available.isZero()) {
    checks.add("INVALID_STATE", "openItemId", `Nothing is owed on ${number} from ${date} on.`);
  } else {
    checks.amount(amount.toFixed(), currency, "amount");
    if (amount.lte(item.available)) return;
    const balance = formatAmount(item.available, currency);
    const message = `${formatAmount(amount, currency)} ${currency} is more than the ${balance} ${currency} that ${number} has open.`;
    checks.refusals.push(refusal("AMOUNT_EXCEEDS_BALANCE", "amount", message, { balance, currency }));
  }
}

/** Numbers the charge, opens its item and posts it. */
export async function postCharge(context: CommandContext, its: NewCharge): Promise<{ chargeId: string }> {
  const { tx, tenant } = context;
  const { kind, customerId, currency, amount, date } = its;
  const chargeId = uuidv7();
  const itemId = uuidv7();
  const { prefix, first } = await takeNumbers(context, kind, 1);
  const number = documentNumber(prefix, first);
  const entryId = uuidv7();
  const description = its.describe(number);
  const header = { id: entryId, effectiveDate: date, kind, description, documentId: chargeId };
  const entry = new JournalEntry(header).open({
    ...{ id: itemId, kind, customerId, currency, documentNumber: number, documentDate: date },
    ...{ dueDate: its.dueDate, original: amount, functionalOriginal: its.functional },
    accountId: accountOf(await chartOf(tx, tenant.id), "AR_CONTROL"),
  });
  its.against(entry);
  await post(context, [entry]);
  await tx.rows(sql`
    insert into charge (tenant_id, id, kind, number, customer_id, item_id, source_item_id, currency, amount, reason_code, note,
                        document_date, due_date, entry_id)
    values (${tenant.id}, ${chargeId}, ${kind}, ${number}, ${customerId}, ${itemId}, ${its.sourceItemId}, ${currency},
            ${amount.toFixed()}, ${its.reasonCode}, ${its.note ?? null}, ${date}, ${its.dueDate}, ${entryId})`);
  const charged = formatAmount(amount, currency);
  context.needsApproval({
    ...{ kind, amount: charged, currency, customerId, reasonCode: its.reasonCode },
    itemIds: its.sourceItemId ? [its.sourceItemId] : [],
    summary: `${description}: ${charged} ${currency}`,
  });
  const payload = { chargeId, number, openItemId: itemId, amount: charged, currency, effectiveDate: date };
  context.emit({ type: `${kind}_CREATED`, subjectId: chargeId, customerId, payload });
  return { chargeId };
}
