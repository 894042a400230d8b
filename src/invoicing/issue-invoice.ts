import { LockMode } from "@mikro-orm/postgresql";
import { v7 as uuidv7 } from "uuid";
import { instalmentsOf, termsByIds } from "../customers/index.js";
import { chartOf, post, rateOn } from "../ledger/index.js";
import { businessDate } from "../platform/business-date.js";
import type { Command } from "../platform/commands/command.js";
import { type Refusal, Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { type Invoice, InvoiceEntity } from "./invoice.entity.js";
import { invoiceEntry } from "./invoice-entry.rules.js";
import { readLines } from "./invoice-rows.js";
import { nextInvoiceNumber } from "./next-invoice-number.js";

export interface InvoiceIssueInput {
  readonly invoiceId: string;
  readonly expectedVersion?: number | null;
}

/** Gives a draft its number and posts it: an open item an instalment, revenue and tax. */
export const issueInvoice: Command<InvoiceIssueInput, { invoiceId: string }> = {
  name: "invoiceIssue",
  scope: "invoices:write",
  // It posts on the date that the draft has.
  postingDateAt: "invoiceId",
  async run(context, { invoiceId, expectedVersion }) {
    const { tx, tenant } = context;
    const invoice = await tx.entities.findOne(
      InvoiceEntity,
      { tenantId: tenant.id, id: invoiceId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!invoice) return refuse(refusal("NOT_FOUND", "invoiceId", "There is no such invoice."));
    const obstacle = obstacleToIssue(invoice, expectedVersion);
    if (obstacle) return refuse(obstacle);
    const rate = await rateOn(tx, tenant, invoice.currency, invoice.documentDate, "invoiceId");
    if (rate instanceof Refused) return rate;
    const [terms] = await termsByIds(tx, tenant.id, [invoice.termsId]);
    if (!terms) throw new Error("the invoice's payment terms are gone");
    const lines = await readLines(context, invoiceId);
    const chart = await chartOf(tx, tenant.id);
    const documentDate = businessDate(invoice.documentDate);
    const instalments = instalmentsOf(terms, new Decimal(invoice.total), invoice.currency, documentDate);
    const { number, sequenceNo } = await nextInvoiceNumber(context);
    const entry = invoiceEntry(
      {
        id: invoiceId,
        number,
        customerId: invoice.customerId,
        documentDate,
        currency: invoice.currency,
        lines,
        rate,
      },
      instalments,
      chart,
      tenant.functionalCurrency,
      { entryId: uuidv7(), itemIds: instalments.map(() => uuidv7()) },
    );
    await post(context, [entry]);
    Object.assign(invoice, {
      number,
      sequenceNo,
      status: "ISSUED",
      dueDate: instalments.at(-1)?.dueDate ?? documentDate,
      bookingRate: rate,
      issueEntryId: entry.header.id,
    });
    context.emit({
      type: "INVOICE_ISSUED",
      subjectId: invoiceId,
      customerId: invoice.customerId,
      payload: { number, total: formatAmount(invoice.total, invoice.currency), currency: invoice.currency },
    });
    return { invoiceId };
  },
};

function obstacleToIssue(invoice: Invoice, expectedVersion: number | null | undefined): Refusal | undefined {
  const stale = staleVersion(invoice, expectedVersion);
  if (stale) return stale;
  if (invoice.status !== "DRAFT") {
    const message = `Invoice ${invoice.number} is ${invoice.status}; only a draft is issued.`;
    return refusal("INVALID_STATE", "invoiceId", message);
  }
  if (!new Decimal(invoice.total).isZero()) return undefined;
  return refusal("INVALID_AMOUNT", "invoiceId", "The invoice's total is zero: there is nothing to owe.");
}

/** The refusal when the caller expected another version than the invoice has. */
export function staleVersion(invoice: Invoice, expected: number | null | undefined) {
  if (expected == null || expected === invoice.version) return undefined;
  const message = `The invoice was changed: it is at version ${invoice.version}, you expected ${expected}. Read it again.`;
  return refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: invoice.version });
}
