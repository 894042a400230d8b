import { createCustomer } from "../../../src/customers/create-customer.js";
import { createInvoice } from "../../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../../src/invoicing/issue-invoice.js";
import { voidInvoice } from "../../../src/invoicing/void-invoice.js";
import { setExchangeRate } from "../../../src/ledger/exchange-rate.js";
import { sql } from "../../../src/platform/database/sql.js";
import { decimal, fits, shareOf } from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import { after, currencyOf, dayOf2026, mostly, pickOf, type Step } from "./step.js";

const TERMS = ["DUE", "NET30", "2/10NET30", "30/50/20"] as const;

export async function addCustomer(ledger: ModelledBooks): Promise<void> {
  const number = `C${ledger.customers.length + 1}`;
  const made = await ledger.execute(true, createCustomer, { number, name: number });
  if (made) ledger.customers.push(made.customerId);
}

export async function addDraft(ledger: ModelledBooks, step: Step): Promise<void> {
  const customerId = pickOf(ledger.customers, step.other);
  if (!customerId) return;
  const currency = currencyOf(step);
  const documentDate = dayOf2026(step.day);
  const termsId = await ledger.books.termsId(pickOf(TERMS, step.cents) ?? "DUE");
  const lines = [
    {
      product: "Goods",
      quantity: "1",
      unitPrice: decimal(step.cents),
      taxes: [{ name: "VAT", ratePercent: "7" }],
    },
  ];
  const made = await ledger.execute(true, createInvoice, {
    customerId,
    currency,
    documentDate,
    termsId,
    lines,
  });
  if (!made) return;
  const { lineId } = await ledger.books.row<{ lineId: string }>(
    sql`select id as "lineId" from invoice_line where invoice_id = ${made.invoiceId}`,
  );
  ledger.invoices.push({
    ...{ id: made.invoiceId, lineId, customerId, currency, documentDate, status: "DRAFT", items: [] },
    ...{ net: step.cents, tax: shareOf(step.cents, 7, 100) },
  });
}

export async function issue(ledger: ModelledBooks, step: Step): Promise<void> {
  const invoice = mostly(ledger.invoices, (i) => i.status === "DRAFT", step.pick);
  if (!invoice) return;
  const { documentDate, currency } = invoice;
  const allowed =
    invoice.status === "DRAFT" && ledger.isOpen([documentDate]) && ledger.hasRate(currency, documentDate);
  const done = await ledger.execute(allowed, issueInvoice, { invoiceId: invoice.id });
  if (!done) return;
  invoice.status = "ISSUED";
  invoice.items = await ledger.newItems(sql`invoice_id = ${invoice.id}`, documentDate);
}

export async function voidOne(ledger: ModelledBooks, step: Step): Promise<void> {
  const invoice = pickOf(ledger.invoices, step.pick);
  if (!invoice) return;
  const effectiveDate = after(invoice.documentDate, step.later);
  const proposed = invoice.items.map((item) => ({ item, day: effectiveDate, cents: -item.original }));
  const allowed =
    invoice.status === "ISSUED" &&
    effectiveDate >= invoice.documentDate &&
    ledger.isOpen([effectiveDate]) &&
    !ledger.applications.some((a) => !a.undone && invoice.items.includes(a.debit)) &&
    !ledger.creditMemos.some((memo) => !memo.isVoid && memo.of?.invoice === invoice) &&
    fits(proposed);
  const done = await ledger.execute(allowed, voidInvoice, { invoiceId: invoice.id, effectiveDate });
  if (!done) return;
  invoice.status = "VOID";
  ledger.move(proposed);
}

export async function addRate(ledger: ModelledBooks, step: Step): Promise<void> {
  const rateDate = dayOf2026(step.day);
  const rate = `${step.cents % 3}.${String(100_000 + step.pick).slice(-5)}7`;
  const done = await ledger.execute(!ledger.rates.has(rateDate), setExchangeRate, {
    currency: "EUR",
    rateDate,
    rate,
  });
  if (done) ledger.rates.set(rateDate, rate);
}
