import { v7 as uuidv7 } from "uuid";
import { accountOf, type ChartOfAccounts, chartOf, JournalEntry, post } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { allocate, Decimal, formatAmount, roundMoney } from "../platform/money.js";
import type { PricedCredit } from "./credit-memo.rules.js";
import { insertCreditMemos } from "./credit-memo-rows.js";

/** What is credited, priced; in whose name, at which rate. */
export interface CreditToPost {
  readonly id: string;
  readonly customerId: string;
  /** Null when it is on account. */
  readonly invoiceId: string | null;
  readonly invoiceNumber: string | null;
  readonly currency: string;
  readonly rate: string;
  readonly date: BusinessDate;
  readonly lines: readonly PricedCredit[];
  readonly net: Decimal;
  readonly tax: Decimal;
}

/** The same with its number and its reason. */
export interface NumberedCredit extends CreditToPost {
  readonly number: string;
  /** Its place in our own sequence; null when another system numbered it. */
  readonly sequenceNo: bigint | null;
  /** Hash of the source row of such a one, by which a repeated import is known. */
  readonly importHash: string | null;
  readonly reasonCode: string;
  readonly note: string | null;
}

/** A credit that another system made and that is still open, on account. */
export type TakenOverCredit = Omit<
  NumberedCredit,
  "invoiceId" | "invoiceNumber" | "lines" | "sequenceNo" | "reasonCode" | "note"
>;

/**
 * Posts credits of another system under their own numbers, as unapplied as a memo on account that was just made. Whether the
 * actor may is for the caller to know.
 */
export async function takeOverCreditMemos(
  context: CommandContext,
  credits: readonly TakenOverCredit[],
): Promise<void> {
  const onAccount = { invoiceId: null, invoiceNumber: null, lines: [], sequenceNo: null };
  const memos = credits.map((credit) => ({ ...credit, ...onAccount, reasonCode: "TAKEN_OVER", note: null }));
  await postCreditMemos(context, memos);
  for (const memo of memos) tellCreated(context, memo);
}

/** Posts memos and keeps them, set-based. */
export async function postCreditMemos(
  context: CommandContext,
  memos: readonly NumberedCredit[],
): Promise<void> {
  if (memos.length === 0) return;
  const chart = await chartOf(context.tx, context.tenant.id);
  const entries = memos.map((memo) => creditEntry(memo, chart, context.tenant.functionalCurrency));
  await post(context, entries);
  await insertCreditMemos(
    context,
    memos,
    entries.map((entry) => entry.header.id),
  );
}

/** Dr returns and allowances, Dr tax payable / Cr AR control: the memo's own item. */
function creditEntry(memo: NumberedCredit, chart: ChartOfAccounts, functionalCurrency: string): JournalEntry {
  const { id, number, customerId, currency, net, tax, date } = memo;
  const total = net.plus(tax);
  const functional = roundMoney(total.times(memo.rate), functionalCurrency);
  const [functionalNet = functional, functionalTax = new Decimal(0)] = allocate(
    functional,
    [net, tax],
    functionalCurrency,
  );
  return new JournalEntry({
    id: uuidv7(),
    effectiveDate: date,
    kind: "CREDIT_MEMO",
    description: `Credit memo ${number}`,
    documentId: id,
  })
    .open({
      id: uuidv7(),
      kind: "CREDIT_MEMO",
      customerId,
      accountId: accountOf(chart, "AR_CONTROL"),
      documentNumber: number,
      documentDate: date,
      dueDate: date,
      currency,
      original: total.negated(),
      functionalOriginal: functional.negated(),
      creditMemoId: id,
    })
    .line(accountOf(chart, "RETURNS_AND_ALLOWANCES"), currency, net, functionalNet, customerId)
    .line(accountOf(chart, "TAX_PAYABLE"), currency, tax, functionalTax, customerId);
}

export function tellCreated(context: CommandContext, memo: CreditToPost & { readonly number: string }): void {
  const { id, number, customerId, currency, net, tax, date } = memo;
  const amount = formatAmount(net.plus(tax), currency);
  context.emit({
    type: "CREDIT_MEMO_CREATED",
    subjectId: id,
    customerId,
    payload: { creditMemoId: id, number, amount, currency, effectiveDate: date },
  });
}
