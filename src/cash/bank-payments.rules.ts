import type { ItemState } from "../ledger/index.js";
import { type BusinessDate } from "../platform/business-date.js";
import { Decimal } from "../platform/money.js";
import { type BankEntry, type EntryDetail, noReceiptOf, referencesIn } from "./bank-files/index.js";

/** One payer's money within a bank entry: what becomes a receipt and a remittance. */
export interface BankPayment {
  readonly amount: Decimal;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  /** Routing number with which `payerAccount` begins; null when it is not of that form. */
  readonly payerRouting: string | null;
  readonly payerReference: string | null;
  readonly advice: readonly string[];
  /** Document numbers that the payer may mean, as written. */
  readonly references: readonly string[];
  /** What the payer says it pays on a document, by its number. */
  readonly statedAmounts: ReadonlyMap<string, Decimal>;
}

/** A booked credit is one payment, or one for each detail when the bank states all their amounts. */
export function paymentsOf(entry: BankEntry & { readonly amount: string }): BankPayment[] {
  const { details } = entry;
  const amounts = details.map((d) => d.amount);
  const sum = amounts.reduce<Decimal>((s, a) => s.plus(a ?? 0), new Decimal(0));
  const splits =
    details.length > 1 &&
    details.every(
      (d) =>
        d.amount !== undefined && d.side === "CREDIT" && (d.currency ?? entry.currency) === entry.currency,
    ) &&
    sum.eq(entry.amount);
  if (splits) return details.map((detail) => paymentOf([detail], new Decimal(detail.amount ?? 0), entry));
  return [paymentOf(details, new Decimal(entry.amount), entry)];
}

function paymentOf(details: readonly EntryDetail[], amount: Decimal, entry: BankEntry): BankPayment {
  const payers = new Set(details.map((d) => d.payerIban ?? d.payerAccount ?? d.payerName ?? ""));
  // Several payers in one sum that the bank does not split: nobody's in particular.
  const detail = payers.size === 1 ? details[0] : undefined;
  const advice = details.flatMap((d) => [
    ...d.remittanceLines,
    ...d.structuredReferences.map((r) => r.reference),
  ]);
  const fallback = details.length === 0 && entry.additionalInfo ? [entry.additionalInfo] : [];
  const stated = details.flatMap((d) => d.structuredReferences).filter((r) => r.amount !== undefined);
  return {
    amount,
    payerName: detail?.payerName ?? null,
    payerAccount: detail?.payerIban ?? micrOf(detail) ?? null,
    payerRouting: detail?.payerIban ? null : (detail?.payerRouting ?? null),
    payerReference: detail?.endToEndId ?? null,
    advice: advice.length > 0 ? advice : fallback,
    references: [
      ...new Set([
        ...details.flatMap((d) => referencesIn(d)),
        ...referencesIn({ remittanceLines: fallback, structuredReferences: [] }),
      ]),
    ],
    statedAmounts: new Map(stated.map((r) => [r.reference.trim(), new Decimal(r.amount ?? 0)])),
  };
}

/** The account that a payment came from, behind its bank's number when that is told. */
function micrOf(detail: EntryDetail | undefined): string | undefined {
  return detail?.payerAccount && detail.payerRouting
    ? detail.payerRouting + detail.payerAccount
    : detail?.payerAccount;
}

/** Why a booked entry brings in no receipt; null when it does. */
export function notAReceipt(entry: BankEntry): string | null {
  if (entry.notice) return noReceiptOf(entry.notice);
  if (entry.side === "DEBIT") return "Money that went out.";
  if (entry.reversal) return "The bank took an earlier debit back; no customer paid.";
  return null;
}

/** An open invoice that a payment names. Its items are oldest due first. */
export interface NamedInvoice {
  readonly number: string;
  readonly items: readonly ItemState[];
}

export interface PlannedPart {
  readonly debit: ItemState;
  readonly amount: Decimal;
  readonly effectiveDate: BusinessDate;
}

/**
 * How a payment settles the invoices that it names exactly; what it takes is reserved on the items, for the payments
 * behind it. Stated amounts are followed; one invoice takes what it
 * has open; several are settled in full when the money reaches. Anything else is not clear, and is left unapplied.
 */
export function planNamed(
  payment: Pick<BankPayment, "amount" | "statedAmounts">,
  invoices: readonly NamedInvoice[],
  receivedOn: BusinessDate,
): PlannedPart[] {
  const wanted = invoices.map((invoice) => {
    const open = invoice.items.reduce((sum, item) => sum.plus(item.available), new Decimal(0));
    const stated = payment.statedAmounts.get(invoice.number);
    return { invoice, amount: stated ? Decimal.min(stated, open) : open };
  });
  const total = wanted.reduce((sum, w) => sum.plus(w.amount), new Decimal(0));
  const [only] = wanted;
  if (total.gt(payment.amount) && !(only && wanted.length === 1)) return [];
  let left = payment.amount;
  return wanted.flatMap(({ invoice, amount }) => {
    const parts = fill(invoice.items, Decimal.min(amount, left), receivedOn);
    left = parts.reduce((rest, part) => rest.minus(part.amount), left);
    return parts;
  });
}

function fill(items: readonly ItemState[], amount: Decimal, receivedOn: BusinessDate): PlannedPart[] {
  let left = amount;
  return items.flatMap((debit) => {
    const part = Decimal.min(left, debit.available);
    if (part.lte(0)) return [];
    left = left.minus(part);
    debit.available = debit.available.minus(part);
    const effectiveDate = debit.documentDate > receivedOn ? debit.documentDate : receivedOn;
    return [{ debit, amount: part, effectiveDate }];
  });
}
