import { type Instalment, instalmentsOf, type PaymentTerms } from "../customers/index.js";
import type { PricedLine } from "../invoicing/index.js";
import { addDays, type BusinessDate, daysBetween } from "../platform/business-date.js";
import { Decimal } from "../platform/money.js";
import { daysInCode } from "./imported-terms.rules.js";
import type { ImportedInvoice } from "./invoice-rows.rules.js";

/** The one line of an imported invoice: the file knows totals only. Tax, if given, is one tax without a rate. */
export function importedLine(invoice: ImportedInvoice): PricedLine {
  const gross = new Decimal(invoice.amount);
  const tax = new Decimal(invoice.tax ?? 0);
  const net = gross.minus(tax);
  const ratePercent = net.isZero() ? "0" : tax.times(100).div(net).toDecimalPlaces(4).toFixed();
  return {
    product: invoice.productLine ?? "Imported",
    productLine: invoice.productLine,
    description: `Imported invoice ${invoice.number}`,
    quantity: "1",
    unitPrice: net.toFixed(),
    taxes: tax.isZero() ? [] : [{ name: "Tax", ratePercent, amount: tax }],
    net,
    tax,
    gross,
  };
}

/** The file's due date as one instalment; without one, what the terms say. */
export function importedInstalments(invoice: ImportedInvoice, terms: PaymentTerms): Instalment[] {
  const amount = new Decimal(invoice.amount);
  if (invoice.dueDate === null) return instalmentsOf(terms, amount, invoice.currency, invoice.documentDate);
  const { discountPercent, discountDays } = terms;
  const discountUntil = discountDays === null ? null : addDays(invoice.documentDate, discountDays);
  return [{ no: 1, amount, dueDate: invoice.dueDate, discountPercent, discountUntil }];
}

/** The days of terms that only the file knows: those that the code says, otherwise those of its first row's dates. */
export function netDaysOf(code: string, invoice: ImportedInvoice | undefined): number {
  const shown = invoice?.dueDate ? Math.max(0, daysBetween(invoice.documentDate, invoice.dueDate)) : 0;
  return daysInCode(code) ?? shown;
}

/** The terms of a row that names none: what its dates say. */
export function termsCodeOf(invoice: ImportedInvoice): string {
  if (invoice.termsCode !== null) return invoice.termsCode;
  const days = invoice.dueDate === null ? 0 : Math.max(0, daysBetween(invoice.documentDate, invoice.dueDate));
  return days === 0 ? "DUE" : `NET${days}`;
}

/** Paid before it was invoiced: the money waits as unapplied cash until the invoice's own date. */
export function applicationDate(invoice: ImportedInvoice, settledOn: BusinessDate): BusinessDate {
  return settledOn > invoice.documentDate ? settledOn : invoice.documentDate;
}
