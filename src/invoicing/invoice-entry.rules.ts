import type { Instalment } from "../customers/index.js";
import { accountOf, type ChartOfAccounts, JournalEntry } from "../ledger/index.js";
import { allocate, Decimal, roundMoney } from "../platform/money.js";
import type { PostableInvoice } from "./invoice.rules.js";

/** Ids that the caller has drawn: the rule itself draws none. */
export interface InvoiceEntryIds {
  readonly entryId: string;
  /** One for each instalment, in their order. */
  readonly itemIds: readonly string[];
}

/**
 * Dr AR control (one open item an instalment) / Cr revenue (per line), tax payable (per tax). The functional
 * amounts are the total's at the document date's rate, split over both sides so that each sums to it.
 */
export function invoiceEntry(
  invoice: PostableInvoice,
  instalments: readonly Instalment[],
  chart: ChartOfAccounts,
  functionalCurrency: string,
  ids: InvoiceEntryIds,
): JournalEntry {
  const { currency, customerId } = invoice;
  const total = instalments.reduce((sum, i) => sum.plus(i.amount), new Decimal(0));
  const functionalTotal = roundMoney(total.times(invoice.rate), functionalCurrency);
  const inFunctional = (parts: readonly Decimal[]) => allocate(functionalTotal, parts, functionalCurrency);
  const entry = new JournalEntry({
    id: ids.entryId,
    effectiveDate: invoice.documentDate,
    kind: "INVOICE",
    description: `Invoice ${invoice.number}`,
    documentId: invoice.id,
  });
  const debits = inFunctional(instalments.map((i) => i.amount));
  for (const [index, instalment] of instalments.entries()) {
    entry.open({
      id: ids.itemIds[index] ?? "",
      kind: "INVOICE",
      customerId,
      accountId: accountOf(chart, "AR_CONTROL"),
      documentNumber: invoice.number,
      documentDate: invoice.documentDate,
      dueDate: instalment.dueDate,
      currency,
      original: instalment.amount,
      functionalOriginal: debits[index] ?? new Decimal(0),
      discountPercent: instalment.discountPercent,
      discountUntil: instalment.discountUntil,
      invoiceId: invoice.id,
      instalmentNo: instalment.no,
    });
  }
  const credits = creditParts(invoice, chart);
  const functional = inFunctional(credits.map((c) => c.amount));
  for (const [index, credit] of credits.entries()) {
    entry.line(
      credit.accountId,
      currency,
      credit.amount.negated(),
      (functional[index] ?? new Decimal(0)).negated(),
      customerId,
    );
  }
  return entry;
}

function creditParts(
  invoice: PostableInvoice,
  chart: ChartOfAccounts,
): { accountId: string; amount: Decimal }[] {
  const revenue = accountOf(chart, "REVENUE");
  const tax = accountOf(chart, "TAX_PAYABLE");
  return invoice.lines.flatMap((line) => [
    { accountId: revenue, amount: line.net },
    ...line.taxes.map((t) => ({ accountId: tax, amount: t.amount })),
  ]);
}
