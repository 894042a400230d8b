import { addDays, type BusinessDate } from "../../src/platform/business-date.js";
import { Decimal, formatAmount, roundMoney } from "../../src/platform/money.js";
import type { Chance } from "../chance.js";
import type { PlannedCustomer, PlannedInvoice } from "./plan-books.js";
import type { ProblemStyle } from "./problem-style.js";
import { misspelt, roughName } from "./slips.js";

export interface PlannedPayment {
  readonly date: BusinessDate;
  readonly customer: PlannedCustomer;
  readonly currency: string;
  readonly amount: Decimal;
  readonly payerName: string;
  /** Null for a cheque. */
  readonly account: string | null;
  readonly text: string;
  readonly lines: readonly PlannedLine[];
  readonly applications: readonly { readonly invoice: PlannedInvoice; readonly amount: Decimal }[];
  /** What kind of payment it is, for reports; nothing of it is shown to who matches. */
  readonly kind: PaymentKind;
}

export interface PlannedLine {
  readonly reference: string;
  readonly amount: Decimal;
  readonly memo: string;
}

export type PaymentKind =
  | "SINGLE"
  | "SEVERAL"
  | "CREDIT_TAKEN"
  | "DISCOUNT"
  | "DEDUCTION"
  | "PART"
  | "OVERPAID"
  | "DUPLICATE"
  | "IN_TEXT"
  | "UNADVISED"
  | "UNADVISED_SEVERAL"
  | "THIRD_PARTY"
  | "ADVANCE";

/** How often payers deviate from the books, in per cent. */
export interface Roughness {
  readonly names: number;
  readonly references: number;
}

export interface PaymentPlan {
  readonly style: ProblemStyle;
  readonly roughness: Roughness;
  readonly chance: Chance;
}

/** Of a hundred paid invoices: with one payment, with two, with more (years of a distributor's ledger). */
const PAYMENTS_PER_INVOICE = [
  [1, 94.2],
  [2, 5.5],
  [3, 0.3],
] as const;

const KINDS: readonly (readonly [PaymentKind, number])[] = [
  ["SINGLE", 34],
  ["SEVERAL", 22],
  ["DEDUCTION", 6],
  ["OVERPAID", 3],
  ["DUPLICATE", 2.5],
  ["IN_TEXT", 8],
  ["UNADVISED", 12],
  ["UNADVISED_SEVERAL", 4],
  ["THIRD_PARTY", 1],
  ["ADVANCE", 1.5],
];

const NOT_PAID = 6;

/** Pays a customer's invoices of one currency, in no order that the matcher could rely on. */
export function payInvoices(invoices: readonly PlannedInvoice[], plan: PaymentPlan): PlannedPayment[] {
  const { chance } = plan;
  const credits = invoices.filter(({ amount }) => amount.lt(0));
  const owed = invoices.filter(({ amount }) => amount.gt(0) && !chance.percent(NOT_PAID));
  const planned: PlannedPayment[] = [];
  for (let at = 0; at < owed.length; ) {
    const kind = chance.weighted(KINDS);
    const size =
      kind === "SEVERAL" || kind === "UNADVISED_SEVERAL" ? chance.whole(2, kind === "SEVERAL" ? 6 : 3) : 1;
    const group = owed.slice(at, at + size);
    at += kind === "ADVANCE" ? 0 : group.length;
    planned.push(...paid(kind, group, credits, plan));
  }
  return planned;
}

function paid(
  kind: PaymentKind,
  group: readonly PlannedInvoice[],
  credits: PlannedInvoice[],
  plan: PaymentPlan,
): PlannedPayment[] {
  const { chance } = plan;
  const [first] = group;
  if (!first) return [];
  const inFull = group.map((invoice) => ({ invoice, amount: invoice.amount }));
  if (kind === "SINGLE") return settledInParts(first, credits, plan);
  if (kind === "ADVANCE")
    return [payment(kind, [{ invoice: first, amount: oddAmount(first, chance) }], plan, { applied: [] })];
  if (kind === "OVERPAID") {
    const over = roundMoney(first.amount.times(new Decimal(chance.whole(101, 120)).div(100)), first.currency);
    return [payment(kind, [{ invoice: first, amount: over }], plan, { applied: inFull })];
  }
  if (kind === "DEDUCTION") {
    const less = roundMoney(first.amount.times(chance.whole(2, 15)).div(100).plus("0.37"), first.currency);
    const amount = first.amount.minus(less);
    const memo = chance.pick([
      `Claim ${formatAmount(less, first.currency)}`,
      `short ${formatAmount(less, first.currency)} goods returned`,
      "",
    ]);
    return amount.gt(0) ? [payment(kind, [{ invoice: first, amount, memo }], plan)] : [];
  }
  const own = payment(kind, inFull, plan);
  if (kind !== "DUPLICATE") return [own];
  return [own, { ...own, date: addDays(own.date, chance.whole(1, 12)), applications: [] }];
}

/** One payment, less the discount when it comes in time, perhaps with a credit taken; or two or three parts. */
function settledInParts(
  invoice: PlannedInvoice,
  credits: PlannedInvoice[],
  plan: PaymentPlan,
): PlannedPayment[] {
  const { chance } = plan;
  const parts = chance.weighted(PAYMENTS_PER_INVOICE);
  if (parts > 1) return inParts(invoice, parts, plan);
  if (invoice.discount && chance.percent(60)) {
    const amount = invoice.amount.minus(invoice.discount);
    return [payment("DISCOUNT", [{ invoice, amount }], plan, { within: 9 })];
  }
  const credit = credits.findIndex(
    ({ amount, invoiceDate }) =>
      amount.neg().lt(invoice.amount) && invoiceDate <= addDays(invoice.invoiceDate, 5),
  );
  const [taken] = credit >= 0 ? credits.splice(credit, 1) : [];
  if (taken) {
    const both = [invoice, taken].map((one) => ({ invoice: one, amount: one.amount }));
    return [payment("CREDIT_TAKEN", both, plan)];
  }
  return [payment("SINGLE", [{ invoice, amount: invoice.amount }], plan)];
}

function inParts(invoice: PlannedInvoice, parts: number, plan: PaymentPlan): PlannedPayment[] {
  const { chance } = plan;
  let rest = invoice.amount;
  return Array.from({ length: parts }, (_, at) => {
    const share = chance.percent(50)
      ? new Decimal(chance.whole(20, 70)).div(100)
      : new Decimal(chance.share()).times(0.6).plus(0.2);
    const amount = at === parts - 1 ? rest : roundMoney(rest.times(share), invoice.currency);
    rest = rest.minus(amount);
    return payment("PART", [{ invoice, amount, memo: `${at + 1}/${parts}` }], plan, { after: at * 20 });
  }).filter(({ amount }) => amount.gt(0));
}

function oddAmount(invoice: PlannedInvoice, chance: Chance): Decimal {
  return roundMoney(invoice.amount.times(chance.share() + 0.4), invoice.currency);
}

interface Paid {
  readonly invoice: PlannedInvoice;
  readonly amount: Decimal;
  readonly memo?: string;
}

interface Details {
  /** What is truly applied, when it is not what the lines say. */
  readonly applied?: readonly Paid[];
  /** At most so many days after the last invoice. */
  readonly within?: number;
  readonly after?: number;
}

function payment(
  kind: PaymentKind,
  paidLines: readonly Paid[],
  plan: PaymentPlan,
  details: Details = {},
): PlannedPayment {
  const { chance, roughness, style } = plan;
  const [first] = paidLines;
  if (!first) throw new RangeError("a payment pays something");
  const { customer, currency } = first.invoice;
  const latest = paidLines.map(({ invoice }) => invoice.invoiceDate).reduce((a, b) => (a > b ? a : b));
  const unadvised = kind === "UNADVISED" || kind === "UNADVISED_SEVERAL";
  const lines = paidLines.map(({ invoice, amount, memo }) => ({
    reference: kind === "ADVANCE" ? style.orderNumber(chance) : referenceOf(invoice, plan),
    amount,
    memo: memo ?? "",
  }));
  const channel = chance.pick(["CHQ", "TRF", "WIRE", "DD"]);
  const said = kind === "IN_TEXT" ? ` ${lines.map(({ reference }) => reference).join(" ")}` : "";
  return {
    date: addDays(latest, chance.whole(1, details.within ?? customer.termDays + 12) + (details.after ?? 0)),
    customer,
    currency,
    amount: paidLines.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)),
    payerName:
      kind === "THIRD_PARTY"
        ? "Common Paymaster Services"
        : chance.percent(roughness.names)
          ? roughName(customer.name, chance)
          : customer.name,
    account: kind === "THIRD_PARTY" || chance.percent(70) ? null : customer.account,
    text: `${channel} ${chance.whole(1000, 99_999_999)}${said}`,
    lines: kind === "IN_TEXT" || unadvised ? [] : lines,
    applications: details.applied ?? (kind === "ADVANCE" ? [] : paidLines),
    kind,
  };
}

function referenceOf(invoice: PlannedInvoice, { style, roughness, chance }: PaymentPlan): string {
  if (!chance.percent(roughness.references)) return invoice.id;
  switch (chance.whole(1, 5)) {
    case 1:
      return invoice.orderNumber;
    case 2:
      return misspelt(invoice.id, chance);
    case 3:
      return style.orderNumber(chance);
    default:
      return chance.pick(style.rewritten)(invoice.id);
  }
}
