import { v7 as uuidv7 } from "uuid";
import {
  accountOf,
  type ChartOfAccounts,
  chartOf,
  type ItemState,
  JournalEntry,
  letGo,
  post,
  settle,
} from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { allocate, Decimal, formatAmount } from "../platform/money.js";
import { taxShares } from "./discount-offers.js";

/** One application to post; both items are locked and have room for it. */
export interface NewApplication {
  readonly credit: ItemState;
  readonly debit: ItemState;
  readonly amount: Decimal;
  /** What the debit is let go beside it for being paid early; nothing if not given. */
  readonly discount?: Decimal;
  readonly effectiveDate: BusinessDate;
  /** Why, when it was matched: told with its event. */
  readonly matched?: ApplicationReason;
}

/** What matching said of an application; without rule and score when a person chose it. */
export interface ApplicationReason {
  readonly matchProposalId: string;
  readonly matchPartId: string;
  readonly rule: string | null;
  /** 0 to 1. */
  readonly score: number | null;
  readonly evidence: string | null;
}

interface PostedApplication {
  readonly id: string;
  readonly entry: JournalEntry;
  readonly application: NewApplication;
  readonly fx: Decimal;
}

/**
 * Dr the credit's account (unapplied cash) / Cr the debit's (AR control), the realised exchange difference of each
 * partial application, and the discount that goes with it. One journal entry an application, so that each can be
 * undone alone. Set-based.
 */
export async function postApplications(
  context: CommandContext,
  applications: readonly NewApplication[],
): Promise<string[]> {
  if (applications.length === 0) return [];
  const { tx, tenant } = context;
  const chart = await chartOf(tx, tenant.id);
  const discounted = applications.filter((one) => one.discount?.gt(0));
  const taxes = await taxShares(
    context,
    discounted.flatMap((one) => one.debit.invoiceId ?? []),
  );
  const posted = applications.map((one) => {
    const shares = taxes.get(one.debit.invoiceId ?? "") ?? NO_TAX;
    return { id: uuidv7(), application: one, ...entryOf(one, shares, chart, tenant.functionalCurrency) };
  });
  await post(
    context,
    posted.map((p) => p.entry),
  );
  await insertApplications(context, posted);
  for (const one of posted) emitApplied(context, one);
  return posted.map((p) => p.id);
}

const NO_TAX = ["1", "0"] as const;

function entryOf(
  application: NewApplication,
  shares: readonly string[],
  chart: ChartOfAccounts,
  functionalCurrency: string,
): Pick<PostedApplication, "entry" | "fx"> {
  const { credit, debit, amount, discount, effectiveDate } = application;
  const settlement = settle(credit, debit, amount, functionalCurrency);
  const fx = settlement.realisedFx;
  const entry = new JournalEntry({
    id: uuidv7(),
    effectiveDate,
    kind: "APPLICATION",
    description: `${credit.documentNumber} applied to ${debit.documentNumber}`,
    documentId: debit.invoiceId,
  })
    .move(credit, settlement.credit.amount, settlement.credit.functional, "APPLICATION")
    .move(debit, settlement.debit.amount, settlement.debit.functional, "APPLICATION")
    .move(debit, new Decimal(0), fx, "REALISED_FX")
    .line(
      accountOf(chart, fx.isNegative() ? "FX_LOSS_REALISED" : "FX_GAIN_REALISED"),
      debit.currency,
      new Decimal(0),
      fx.negated(),
      debit.customerId,
    );
  if (discount?.gt(0)) discountIn(entry, debit, discount, shares, chart, functionalCurrency);
  return { entry, fx };
}

/** Dr discounts given (and tax payable) / Cr the debit, all at its booked rate: a discount realises no difference. */
function discountIn(
  entry: JournalEntry,
  debit: ItemState,
  discount: Decimal,
  shares: readonly string[],
  chart: ChartOfAccounts,
  functionalCurrency: string,
): void {
  const { currency, customerId } = debit;
  const relief = letGo(debit, discount, functionalCurrency);
  const amounts = allocate(discount, shares, currency);
  const functional = allocate(relief.functional.negated(), shares, functionalCurrency);
  entry.move(debit, relief.amount, relief.functional, "DISCOUNT");
  for (const [i, role] of (["DISCOUNTS_GIVEN", "TAX_PAYABLE"] as const).entries()) {
    const zero = new Decimal(0);
    entry.line(accountOf(chart, role), currency, amounts[i] ?? zero, functional[i] ?? zero, customerId);
  }
}

async function insertApplications(
  { tx, tenant }: CommandContext,
  posted: readonly PostedApplication[],
): Promise<void> {
  const rows = posted.map(
    ({ id, entry, application: { credit, debit, amount, discount, effectiveDate } }) => ({
      id,
      credit: credit.id,
      debit: debit.id,
      customer: debit.customerId,
      currency: debit.currency,
      amount,
      discount: discount ?? 0,
      effective: effectiveDate,
      entry: entry.header.id,
    }),
  );
  await tx.rows(sql`
    insert into application (tenant_id, id, credit_item_id, debit_item_id, customer_id, currency, amount, discount, effective_date, entry_id)
    select ${tenant.id}, id, credit, debit, customer, currency, amount, discount, effective, entry
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as a(id uuid, credit uuid, debit uuid, customer uuid, currency text, amount numeric, discount numeric, effective date, entry uuid)`);
}

function emitApplied(
  context: CommandContext,
  { id, application: { credit, debit, amount, discount, effectiveDate, matched }, fx }: PostedApplication,
): void {
  context.emit({
    type: "PAYMENT_APPLIED",
    subjectId: id,
    customerId: debit.customerId,
    payload: {
      applicationId: id,
      receiptId: credit.receiptId,
      invoiceId: debit.invoiceId,
      openItemId: debit.id,
      amount: formatAmount(amount, debit.currency),
      discount: formatAmount(discount ?? 0, debit.currency),
      currency: debit.currency,
      realisedFx: fx.toFixed(),
      effectiveDate,
      ...matched,
    },
  });
}
