import { z } from "zod";
import type { MatchCandidates, MatchCustomer, MatchItem, MatchPayment, PaymentMatch } from "../cash/index.js";
import { formatAmount, isCurrency } from "../platform/money.js";
import { amount, date, text } from "./problem-file.js";

/** The currency of what names none. */
const CURRENCY = "USD";

const currency = z.string().refine(isCurrency, { message: "is not an ISO 4217 currency" });

/** Invoices, payments and the lines of their advices; whatever else is in the file is not read. */
export const matchProblem = z.object({
  invoices: z.array(
    z.object({
      invoice_id: z.string().min(1),
      customer_id: z.string().min(1),
      customer_name: text,
      invoice_date: date,
      due_date: date,
      amount,
      // Such files may leave out the following, and most do.
      currency: currency.optional(),
      customer_account: z.string().optional(),
      purchase_order: z.string().optional(),
      discount_amount: amount.optional(),
      discount_until: date.optional(),
    }),
  ),
  payments: z.array(
    z.object({
      payment_id: z.string().min(1),
      payment_date: date,
      payer_name: text,
      amount,
      reference_info: text,
      currency: currency.optional(),
      payer_account: z.string().optional(),
    }),
  ),
  remittance_lines: z.array(
    z.object({
      payment_id: z.string().min(1),
      invoice_ref: text,
      amount: amount.nullish(),
      memo: text,
    }),
  ),
});

export type MatchProblem = z.output<typeof matchProblem>;

export function candidatesOf({ invoices }: Pick<MatchProblem, "invoices">): MatchCandidates {
  const items = invoices.map(
    (invoice): MatchItem => ({
      id: invoice.invoice_id,
      number: invoice.invoice_id,
      customerId: invoice.customer_id,
      currency: invoice.currency ?? CURRENCY,
      documentDate: invoice.invoice_date,
      dueDate: invoice.due_date,
      open: invoice.amount,
      discount:
        invoice.discount_amount && invoice.discount_until
          ? { amount: invoice.discount_amount, lastDay: invoice.discount_until }
          : null,
      paymentTerm: null,
      customerReferences: invoice.purchase_order ? [invoice.purchase_order] : [],
      settledBy: null,
    }),
  );
  const customers = new Map<string, MatchCustomer>();
  for (const { customer_id: id, customer_name: name, customer_account: account } of invoices) {
    const known = customers.get(id) ?? { id, number: id, name, aliases: [], accounts: [] };
    customers.set(id, {
      ...known,
      aliases: known.name === name || known.aliases.includes(name) ? known.aliases : [...known.aliases, name],
      accounts: !account || known.accounts.includes(account) ? known.accounts : [...known.accounts, account],
    });
  }
  return { items, customers: [...customers.values()] };
}

export function paymentsOf({
  payments,
  remittance_lines: lines,
}: Omit<MatchProblem, "invoices">): MatchPayment[] {
  const byPayment = new Map<string, MatchProblem["remittance_lines"]>();
  for (const line of lines) byPayment.set(line.payment_id, [...(byPayment.get(line.payment_id) ?? []), line]);
  return payments.map((payment) => ({
    id: payment.payment_id,
    date: payment.payment_date,
    amount: payment.amount,
    currency: payment.currency ?? CURRENCY,
    payerName: payment.payer_name || null,
    payerAccount: payment.payer_account ?? null,
    customerNumber: null,
    text: payment.reference_info ? [payment.reference_info] : [],
    advice: (byPayment.get(payment.payment_id) ?? []).map((line, index) => ({
      place: `advice line ${index + 1}`,
      reference: line.invoice_ref || null,
      amount: line.amount ?? null,
      memo: line.memo || null,
    })),
  }));
}

/** As JSON. Amounts are numbers with the currency's decimals, exact as text. */
export function answerOf(matches: readonly PaymentMatch[]): string {
  const applications = matches.flatMap(({ paymentId, parts }) =>
    parts.map(({ itemId, amount: applied, decision, score, evidence }) => {
      const before = JSON.stringify({ payment_id: paymentId, invoice_id: itemId });
      const after = JSON.stringify({ decision, score, evidence });
      return `${before.slice(0, -1)},"applied_amount":${formatAmount(applied, CURRENCY)},${after.slice(1)}`;
    }),
  );
  const unmatched = matches.filter(({ parts }) => parts.length === 0).map(({ paymentId }) => paymentId);
  return `{"applications":[${applications.join(",\n")}],\n"unmatched_payments":${JSON.stringify(unmatched)}}`;
}
