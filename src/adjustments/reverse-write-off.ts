import { v7 as uuidv7 } from "uuid";
import { postApplications } from "../cash/index.js";
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
import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { type Refusal, Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import type { WriteOffMethod } from "./request-write-off.js";

export interface WriteOffReverseInput {
  readonly writeOffId: string;
  /** Today if not given, never before the write-off's own date. */
  readonly effectiveDate?: string | null;
  readonly reason?: string | null;
}

interface WriteOffRow {
  readonly number: string;
  readonly itemId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amount: string;
  readonly recovered: string;
  readonly method: WriteOffMethod;
  readonly effectiveDate: BusinessDate;
  readonly entryId: string;
  readonly isReversed: boolean;
}

/** Takes a write-off back: the item is owed again. */
export const reverseWriteOff: Command<WriteOffReverseInput, { writeOffId: string }> = {
  name: "writeOffReverse",
  scope: "adjustments:write",
  async run(context, input) {
    const { tx, tenant } = context;
    const found = await openWriteOff(context, input.writeOffId, input.effectiveDate);
    if (found instanceof Refused) return found;
    const { writeOff, date } = found;
    if (!new Decimal(writeOff.recovered).isZero()) {
      const recovered = `${formatAmount(writeOff.recovered, writeOff.currency)} ${writeOff.currency}`;
      const message = `${recovered} of ${writeOff.number} was recovered. Unapply the payments that recovered it first.`;
      return refuse(refusal("INVALID_STATE", "writeOffId", message));
    }
    const reversalId = uuidv7();
    const description = `Write-off ${writeOff.number} reversed`;
    await reverse(context, [{ entryId: writeOff.entryId, reversalId, effectiveDate: date, description }]);
    await tx.rows(sql`
      update write_off set reversal_entry_id = ${reversalId}, reversed_on = ${date}, reversal_reason = ${input.reason ?? null},
             version = version + 1
      where tenant_id = ${tenant.id} and id = ${input.writeOffId}`);
    emit(context, "WRITE_OFF_REVERSED", input.writeOffId, writeOff, writeOff.amount, date);
    return { writeOffId: input.writeOffId };
  },
};

export interface WriteOffRecoverInput {
  readonly writeOffId: string;
  /** The money that came after all; unapplied so far. */
  readonly receiptId: string;
  /** In the write-off's currency, positive. */
  readonly amount: string;
  readonly effectiveDate?: string | null;
}

/**
 * Money for what was written off: as much of the item is owed again and is paid by the receipt at once. Dr AR control /
 * Cr the allowance, if it was written off against that, or else recoveries of bad debt.
 */
export const recoverWriteOff: Command<
  WriteOffRecoverInput,
  { writeOffId: string; applicationIds: string[] }
> = {
  name: "writeOffRecover",
  scope: "adjustments:write",
  async run(context, input) {
    const { tx, tenant } = context;
    const [receiptItem] = await tx.rows<{ id: string }>(sql`
      select id from open_item where tenant_id = ${tenant.id} and receipt_id = ${input.receiptId} and customer_id is not null`);
    const found = await openWriteOff(context, input.writeOffId, input.effectiveDate, receiptItem?.id);
    if (found instanceof Refused) return found;
    const { writeOff, date, item, credit } = found;
    if (item.original.isNegative()) {
      const message = `${writeOff.number} took off a credit; only what was owed is recovered.`;
      return refuse(refusal("INVALID_STATE", "writeOffId", message));
    }
    const refusals = obstaclesToRecovery(writeOff, credit, input.amount, date);
    if (!credit || refusals.length > 0) return new Refused(refusals);
    const amount = new Decimal(input.amount);
    await postRecovery(context, input.writeOffId, writeOff, item, amount, date);
    const [reopened] = await lockItems(context, [{ id: item.id, from: date }]);
    if (!reopened) throw new Error("the item that was recovered is gone");
    const applicationIds = await postApplications(context, [
      { credit, debit: reopened, amount, effectiveDate: date },
    ]);
    await tx.rows(sql`
      update write_off set recovered = recovered + ${amount.toFixed()}, version = version + 1
      where tenant_id = ${tenant.id} and id = ${input.writeOffId}`);
    emit(context, "WRITE_OFF_RECOVERED", input.writeOffId, writeOff, input.amount, date);
    return { writeOffId: input.writeOffId, applicationIds };
  },
};

function obstaclesToRecovery(
  writeOff: WriteOffRow,
  credit: ItemState | undefined,
  asked: string,
  date: BusinessDate,
): Refusal[] {
  const checks = new InputChecks().amount(asked, writeOff.currency, "amount");
  const amount = new Decimal(asked);
  const left = new Decimal(writeOff.amount).minus(writeOff.recovered);
  const exceeds = (available: Decimal, what: string) => {
    const balance = formatAmount(available, writeOff.currency);
    const message = `${formatAmount(amount, writeOff.currency)} ${writeOff.currency} is more than ${what}: ${balance} ${writeOff.currency}.`;
    checks.refusals.push(
      refusal("AMOUNT_EXCEEDS_BALANCE", "amount", message, { balance, currency: writeOff.currency }),
    );
  };
  if (amount.gt(left)) exceeds(left, `what is left to recover of ${writeOff.number}`);
  if (!credit) {
    return checks.add("NOT_FOUND", "receiptId", "There is no such receipt with a known payer.").refusals;
  }
  if (credit.customerId !== writeOff.customerId)
    checks.add("CUSTOMER_MISMATCH", "receiptId", "The receipt is another customer's.");
  if (credit.currency !== writeOff.currency)
    checks.add(
      "CURRENCY_MISMATCH",
      "receiptId",
      `The receipt is in ${credit.currency}, the write-off in ${writeOff.currency}.`,
    );
  else if (amount.gt(credit.available))
    exceeds(credit.available, `what ${credit.documentNumber} has unapplied`);
  if (date < credit.documentDate)
    checks.add("INVALID_DATE", "effectiveDate", `The receipt is dated ${credit.documentDate}.`);
  return checks.refusals;
}

async function postRecovery(
  context: CommandContext,
  writeOffId: string,
  { number, method }: WriteOffRow,
  item: ItemState,
  amount: Decimal,
  date: BusinessDate,
): Promise<void> {
  const { tx, tenant } = context;
  const chart = await chartOf(tx, tenant.id);
  const reinstated = relieve(item, amount.negated(), tenant.functionalCurrency);
  const entry = new JournalEntry({
    id: uuidv7(),
    effectiveDate: date,
    kind: "RECOVERY",
    description: `Recovery of write-off ${number}`,
    documentId: writeOffId,
  })
    .move(item, reinstated.amount, reinstated.functional, "RECOVERY")
    .line(
      accountOf(chart, method === "ALLOWANCE" ? "ALLOWANCE" : "RECOVERIES"),
      item.currency,
      reinstated.amount.negated(),
      reinstated.functional.negated(),
      item.customerId,
    );
  await post(context, [entry]);
}

/** The standing write-off with its item (and the credit beside it) locked, and the day from which it is changed. */
async function openWriteOff(
  context: CommandContext,
  id: string,
  effectiveDate: string | null | undefined,
  creditItemId?: string,
): Promise<
  { writeOff: WriteOffRow; date: BusinessDate; item: ItemState; credit: ItemState | undefined } | Refused
> {
  const checks = new InputChecks();
  const date = checks.date(effectiveDate ?? context.today, "effectiveDate");
  const [found] = await context.tx.rows<{ itemId: string }>(sql`
    select item_id as "itemId" from write_off where tenant_id = ${context.tenant.id} and id = ${id}`);
  const ids = found ? [found.itemId, ...(creditItemId ? [creditItemId] : [])] : [];
  // Items before write-offs, as wherever a payment is undone: nobody waits for each other.
  const items = await lockItems(
    context,
    ids.map((itemId) => ({ id: itemId, from: date ?? context.today })),
  );
  const writeOff = await lockWriteOff(context, id);
  if (!writeOff) checks.add("NOT_FOUND", "writeOffId", "There is no such write-off.");
  if (writeOff?.isReversed)
    checks.add("INVALID_STATE", "writeOffId", `${writeOff.number} is reversed already.`);
  if (writeOff && date && date < writeOff.effectiveDate) {
    const message = `${writeOff.number} is dated ${writeOff.effectiveDate}; nothing of it is undone before.`;
    checks.add("INVALID_DATE", "effectiveDate", message);
  }
  if (!writeOff || !date || checks.refusals.length > 0) return new Refused(checks.refusals);
  const item = items.find((one) => one.id === writeOff.itemId);
  if (!item) throw new Error("the item that was written off is gone");
  return { writeOff, date, item, credit: items.find((one) => one.id === creditItemId) };
}

async function lockWriteOff({ tx, tenant }: CommandContext, id: string): Promise<WriteOffRow | undefined> {
  const [row] = await tx.rows<WriteOffRow>(sql`
    select number, item_id as "itemId", customer_id as "customerId", currency, amount, recovered, method,
           effective_date as "effectiveDate", entry_id as "entryId", reversal_entry_id is not null as "isReversed"
    from write_off where tenant_id = ${tenant.id} and id = ${id} for update`);
  return row;
}

function emit(
  context: CommandContext,
  type: string,
  writeOffId: string,
  { number, customerId, itemId, currency }: WriteOffRow,
  amount: string,
  effectiveDate: BusinessDate,
): void {
  const payload = {
    writeOffId,
    number,
    openItemId: itemId,
    amount: formatAmount(amount, currency),
    currency,
    effectiveDate,
  };
  context.emit({ type, subjectId: writeOffId, customerId, payload });
}
