import { z } from "zod";
import type {
  MatchCandidates,
  MatchCustomer,
  MatchItem,
  MatchPayment,
  PaymentMatch,
} from "../cash/matching/index.js";
import { formatAmount } from "../platform/money.js";
import { amount, date, text } from "./problem-file.js";

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
    }),
  ),
  payments: z.array(
    z.object({
      payment_id: z.string().min(1),
      payment_date: date,
      payer_name: text,
      amount,
      reference_info: text,
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

/** A problem names no currency: there is one. */
const CURRENCY = "USD";

export function candidatesOf({ invoices }: Pick<MatchProblem, "invoices">): MatchCandidates {
  const items = invoices.map(
    (invoice): MatchItem => ({
      id: invoice.invoice_id,
      number: invoice.invoice_id,
      customerId: invoice.customer_id,
      currency: CURRENCY,
      documentDate: invoice.invoice_date,
      dueDate: invoice.due_date,
      open: invoice.amount,
      discount: null,
      paymentTerm: null,
      customerReferences: [],
      settledBy: null,
    }),
  );
  const customers = new Map<string, MatchCustomer>();
  for (const { customer_id: id, customer_name: name } of invoices) {
    const known = customers.get(id);
    if (!known) customers.set(id, { id, number: id, name, aliases: [], accounts: [] });
    else if (known.name !== name && !known.aliases.includes(name)) {
      customers.set(id, { ...known, aliases: [...known.aliases, name] });
    }
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
    currency: CURRENCY,
    payerName: payment.payer_name || null,
    payerAccount: null,
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
