import { addDays, type BusinessDate, businessDate } from "../../src/platform/business-date.js";
import { Decimal, roundMoney } from "../../src/platform/money.js";
import type { Chance } from "../chance.js";
import { FOUNDERS } from "../demo/words.js";
import type { ProblemStyle } from "./problem-style.js";

export interface PlannedCustomer {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly currencies: readonly string[];
  readonly termDays: number;
  /** Two per cent when paid within ten days. */
  readonly offersDiscount: boolean;
}

export interface PlannedInvoice {
  readonly id: string;
  readonly customer: PlannedCustomer;
  readonly currency: string;
  readonly invoiceDate: BusinessDate;
  readonly dueDate: BusinessDate;
  /** Negative for a credit memo. */
  readonly amount: Decimal;
  readonly orderNumber: string;
  readonly discount: Decimal | null;
  readonly discountUntil: BusinessDate;
}

const FIRST_DAY = businessDate("2026-01-05");
const DAYS = 120;
const TRADES = [
  "Foods",
  "Machine Tools",
  "Logistics",
  "Paper",
  "Timber",
  "Chemicals",
  "Optics",
  "Textile Works",
  "Marine Supply",
];
const CURRENCIES = ["EUR", "GBP", "CHF", "JPY"];
const CENTS = 100;

/** Of a hundred customers so many have invoices in a second currency. */
const TWO_CURRENCIES = 12;

/** And so many pay from an account that another one pays from too. */
const SHARED_ACCOUNT = 6;

const CREDIT_MEMOS = 3;

export function planCustomers(count: number, style: ProblemStyle, chance: Chance): PlannedCustomer[] {
  const planned: PlannedCustomer[] = [];
  const names = new Set<string>();
  for (let n = 1; n <= count; n++) {
    const account = `ACC${String(chance.whole(10_000_000, 99_999_999))}`;
    const shared = chance.percent(SHARED_ACCOUNT)
      ? planned[chance.whole(0, Math.max(0, planned.length - 1))]
      : undefined;
    planned.push({
      id: style.customerNumber(n),
      name: freshName(names, style, chance),
      account: shared?.account ?? account,
      currencies: chance.percent(TWO_CURRENCIES) ? ["USD", chance.pick(CURRENCIES)] : ["USD"],
      termDays: chance.pick([14, 30, 30, 45, 60]),
      offersDiscount: chance.percent(20),
    });
  }
  return planned;
}

function freshName(names: Set<string>, style: ProblemStyle, chance: Chance): string {
  for (;;) {
    const legalForm = chance.pick(style.legalForms);
    const base = [chance.pick(FOUNDERS), chance.pick(TRADES), legalForm]
      .filter((word) => word !== "")
      .join(" ");
    const branch =
      style.branch && (names.has(base) || chance.percent(20)) ? ` ${style.branch(chance.whole(2, 80))}` : "";
    const name = `${base}${branch}`;
    if (names.has(name)) continue;
    names.add(name);
    return name;
  }
}

export function planInvoices(
  count: number,
  customers: readonly PlannedCustomer[],
  style: ProblemStyle,
  chance: Chance,
): PlannedInvoice[] {
  // A few customers have many of the invoices.
  const large = customers.slice(0, Math.ceil(customers.length / 10));
  return Array.from({ length: count }, (_, at) => {
    const customer = chance.pick(chance.percent(30) ? large : customers);
    const currency = chance.percent(70)
      ? (customer.currencies[0] ?? "USD")
      : chance.pick(customer.currencies);
    const invoiceDate = addDays(FIRST_DAY, Math.floor((at * DAYS) / count));
    const amount = invoiceAmount(currency, chance);
    return {
      id: style.invoiceNumber(at + 1, invoiceDate.slice(0, 4)),
      customer,
      currency,
      invoiceDate,
      dueDate: addDays(invoiceDate, customer.termDays),
      amount: chance.percent(CREDIT_MEMOS) ? roundMoney(amount.div(-5), currency) : amount,
      orderNumber: style.orderNumber(chance),
      discount: customer.offersDiscount && amount.gt(0) ? roundMoney(amount.times("0.02"), currency) : null,
      discountUntil: addDays(invoiceDate, 10),
    };
  });
}

/** Many small ones and few large; a third are whole amounts, and some amounts recur. */
function invoiceAmount(currency: string, chance: Chance): Decimal {
  if (chance.percent(6)) return new Decimal(chance.pick([99, 250, 450, 1200]));
  const size = 10 ** (2 + chance.share() * 3);
  const cents = chance.percent(33) ? Math.floor(size) * CENTS : Math.floor(size * CENTS);
  return roundMoney(new Decimal(cents).div(CENTS), currency);
}
