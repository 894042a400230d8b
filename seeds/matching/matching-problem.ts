import { type Decimal, formatAmount } from "../../src/platform/money.js";
import { Chance } from "../chance.js";
import { type PlannedInvoice, planCustomers, planInvoices } from "./plan-books.js";
import { type PlannedPayment, payInvoices, type Roughness } from "./plan-payments.js";
import type { ProblemStyle } from "./problem-style.js";

export type Difficulty = "easy" | "medium" | "hard";

export interface MatchingProblemOptions {
  readonly style: ProblemStyle;
  readonly invoices: number;
  readonly seed: number;
  readonly difficulty: Difficulty;
}

const ROUGHNESS: Readonly<Record<Difficulty, Roughness>> = {
  easy: { names: 10, references: 4 },
  medium: { names: 30, references: 12 },
  hard: { names: 55, references: 25 },
};

/**
 * Invented books and payments with their solution, in the shape of a matching problem's file. The same options give
 * the same problem. Distributions: of paid invoices 94.2 % with one payment, 5.5 % with two, 0.3 % with three; 12 % of
 * customers in two currencies; 6 % pay from another's account; 16 % of payments without any advice, 8 % with numbers
 * only in the bank's text; 2.5 % doubled; discounts, deductions, credits, advances and third payers among them.
 */
export function matchingProblem({ style, invoices: count, seed, difficulty }: MatchingProblemOptions) {
  const chance = new Chance(`matching ${style.name} ${count} ${seed} ${difficulty}`);
  const customers = planCustomers(Math.max(3, Math.ceil(count / 5)), style, chance);
  const invoices = planInvoices(count, customers, style, chance);
  const plan = { style, roughness: ROUGHNESS[difficulty], chance };
  const payments = [...accounts(invoices).values()].flatMap((own) => payInvoices(own, plan));
  payments.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const numbered = payments.map((payment, at) => ({ id: `P${String(at + 1).padStart(5, "0")}`, payment }));
  return {
    invoices: invoices.map(invoiceRow),
    payments: numbered.map(({ id, payment }) => paymentRow(id, payment)),
    remittance_lines: numbered.flatMap(({ id, payment }) =>
      payment.lines.map((line) => lineRow(id, payment, line)),
    ),
    ground_truth: {
      applications: numbered.flatMap(({ id, payment }) =>
        payment.applications.map(({ invoice, amount }) => ({
          payment_id: id,
          invoice_id: invoice.id,
          applied_amount: numberOf(amount, payment.currency),
          match_type: payment.kind,
        })),
      ),
      unmatched_payments: numbered
        .filter(({ payment }) => payment.applications.length === 0)
        .map(({ id }) => id),
    },
    metadata: { style: style.name, seed, difficulty, target_n: count },
  };
}

function accounts(invoices: readonly PlannedInvoice[]): Map<string, PlannedInvoice[]> {
  const found = new Map<string, PlannedInvoice[]>();
  for (const invoice of invoices) {
    const key = `${invoice.customer.id} ${invoice.currency}`;
    found.set(key, [...(found.get(key) ?? []), invoice]);
  }
  return found;
}

function invoiceRow(invoice: PlannedInvoice) {
  const { customer, currency } = invoice;
  return {
    invoice_id: invoice.id,
    customer_id: customer.id,
    customer_name: customer.name,
    customer_account: customer.account,
    currency,
    invoice_date: invoice.invoiceDate,
    due_date: invoice.dueDate,
    amount: numberOf(invoice.amount, currency),
    purchase_order: invoice.orderNumber,
    ...(invoice.discount
      ? { discount_amount: numberOf(invoice.discount, currency), discount_until: invoice.discountUntil }
      : {}),
  };
}

function paymentRow(id: string, payment: PlannedPayment) {
  return {
    payment_id: id,
    payment_date: payment.date,
    payer_name: payment.payerName,
    ...(payment.account ? { payer_account: payment.account } : {}),
    currency: payment.currency,
    amount: numberOf(payment.amount, payment.currency),
    reference_info: payment.text,
  };
}

function lineRow(id: string, { currency }: PlannedPayment, line: PlannedPayment["lines"][number]) {
  return {
    payment_id: id,
    invoice_ref: line.reference,
    amount: numberOf(line.amount, currency),
    memo: line.memo,
  };
}

/** As text with the currency's decimals, which such a file may have in place of a number. */
function numberOf(amount: Decimal, currency: string): string {
  return formatAmount(amount, currency);
}
