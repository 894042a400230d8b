import { v7 as uuidv7 } from "uuid";
import {
  type AccountRole,
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
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { checkReason } from "./reason-codes.js";
import { afterWhat, writtenOffAlone } from "./taken-alone.js";

export type WriteOffMethod = "DIRECT" | "ALLOWANCE" | "SMALL_BALANCE";

export interface WriteOffRequestInput {
  readonly openItemId: string;
  /** In the item's currency, positive; all that is open if not given. */
  readonly amount?: string | null;
  /** Against bad-debt expense, or against the allowance that was made for it. */
  readonly method: WriteOffMethod;
  readonly reasonCode: string;
  readonly note?: string | null;
  /** Today if not given, never before the document's own date. */
  readonly effectiveDate?: string | null;
}

/** Writes an item off, whole or in part: Dr bad-debt expense or allowance / Cr AR control. */
export const requestWriteOff = approvable<WriteOffRequestInput, { writeOffId: string }>({
  name: "writeOffRequest",
  scope: "adjustments:write",
  async run(context, input) {
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
    const reason = await checkReason(context, "WRITE_OFF", input.reasonCode);
    if (reason) checks.refusals.push(reason);
    if (!date) return new Refused(checks.refusals);
    const [item] = await lockItems(context, [{ id: input.openItemId, from: date }]);
    if (!item?.customerId)
      return refuse(...checks.refusals, refusal("NOT_FOUND", "openItemId", "There is no such open item."));
    const amount = new Decimal(input.amount ?? item.available);
    checkAmount(checks, item, amount, date);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const written = formatAmount(amount, item.currency);
    const before = await writtenOffAlone(context, item.id);
    const writeOffId = await postWriteOff(context, input, item, amount, date);
    context.needsApproval({
      kind: "WRITE_OFF",
      amount: written,
      currency: item.currency,
      before: before.toFixed(),
      customerId: item.customerId,
      itemIds: [item.id],
      reasonCode: input.reasonCode,
      summary: `Write off ${written} ${item.currency} of ${item.documentNumber}${afterWhat(before, item.currency)}`,
    });
    return { writeOffId };
  },
});

function checkAmount(checks: InputChecks, item: ItemState, amount: Decimal, date: BusinessDate): void {
  if (item.original.isNegative()) {
    checks.add(
      "INVALID_STATE",
      "openItemId",
      `${item.documentNumber} is a credit; only what is owed is written off.`,
    );
  } else if (item.available.isZero()) {
    checks.add("INVALID_STATE", "openItemId", `Nothing of ${item.documentNumber} is open on ${date}.`);
  } else {
    checks.amount(amount.toFixed(), item.currency, "amount");
    if (amount.gt(item.available)) {
      const balance = formatAmount(item.available, item.currency);
      const message = `${formatAmount(amount, item.currency)} ${item.currency} is more than the ${balance} ${item.currency} that ${item.documentNumber} has open.`;
      checks.refusals.push(
        refusal("AMOUNT_EXCEEDS_BALANCE", "amount", message, { balance, currency: item.currency }),
      );
    }
  }
  if (date < item.documentDate) {
    const message = `${item.documentNumber} is dated ${item.documentDate}; it is not written off before.`;
    checks.add("INVALID_DATE", "effectiveDate", message);
  }
}

const ACCOUNTS = {
  DIRECT: "BAD_DEBT_EXPENSE",
  ALLOWANCE: "ALLOWANCE",
  SMALL_BALANCE: "SMALL_BALANCE_WRITE_OFF",
} as const satisfies Record<WriteOffMethod, AccountRole>;

async function postWriteOff(
  context: CommandContext,
  { method, reasonCode, note }: WriteOffRequestInput,
  item: ItemState,
  amount: Decimal,
  date: BusinessDate,
): Promise<string> {
  const { tx, tenant } = context;
  const id = uuidv7();
  const chart = await chartOf(tx, tenant.id);
  const { prefix, first } = await takeNumbers(context, "WRITE_OFF", 1);
  const number = documentNumber(prefix, first);
  const relief = relieve(item, amount, tenant.functionalCurrency);
  const against = accountOf(chart, ACCOUNTS[method]);
  const entry = new JournalEntry({
    id: uuidv7(),
    effectiveDate: date,
    kind: "WRITE_OFF",
    description: `Write-off ${number} of ${item.documentNumber}`,
    documentId: id,
  })
    .move(item, relief.amount, relief.functional, "WRITE_OFF")
    .line(against, item.currency, relief.amount.negated(), relief.functional.negated(), item.customerId);
  await post(context, [entry]);
  await tx.rows(sql`
    insert into write_off (tenant_id, id, number, customer_id, item_id, currency, amount, method, reason_code, note,
                           effective_date, entry_id)
    values (${tenant.id}, ${id}, ${number}, ${item.customerId}, ${item.id}, ${item.currency}, ${amount.toFixed()}, ${method},
            ${reasonCode}, ${note ?? null}, ${date}, ${entry.header.id})`);
  context.emit({
    type: "WRITE_OFF_POSTED",
    subjectId: id,
    customerId: item.customerId,
    payload: {
      writeOffId: id,
      number,
      openItemId: item.id,
      amount: formatAmount(amount, item.currency),
      currency: item.currency,
      effectiveDate: date,
    },
  });
  return id;
}
