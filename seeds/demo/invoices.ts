import { type Instalment, instalmentsOf, type PaymentTerms } from "../../src/customers/index.js";
import { type PricedLine, priceLine, totalsOf } from "../../src/invoicing/index.js";
import {
  addDays,
  type BusinessDate,
  daysBetween,
  endOfMonth,
  startOfMonth,
} from "../../src/platform/business-date.js";
import { documentNumber } from "../../src/platform/commands/document-numbers.js";
import { Decimal } from "../../src/platform/money.js";
import { Chance } from "../chance.js";
import { workingDay } from "./calendar.js";
import type { DemoCustomer } from "./customers.js";
import { PRODUCTS } from "./words.js";

export interface DemoInvoice {
  readonly number: string;
  /** Its place in the tenant's own sequence, from 1 on. */
  readonly sequenceNo: number;
  readonly customer: DemoCustomer;
  readonly documentDate: BusinessDate;
  readonly lines: readonly PricedLine[];
  readonly rate: string;
  readonly termsId: string;
  readonly instalments: readonly Instalment[];
  readonly purchaseOrder: string | null;
  /** The day on which it is taken back; null while it stands. */
  readonly voidedOn: BusinessDate | null;
}

export interface InvoicePlanning {
  readonly today: BusinessDate;
  readonly months: readonly BusinessDate[];
  readonly terms: ReadonlyMap<string, PaymentTerms>;
  readonly rateOn: (currency: string, date: BusinessDate) => string;
}

type Draft = Pick<DemoInvoice, "customer" | "documentDate"> & { readonly key: string };

const VOIDED_PERCENT = 0.2;

/** All invoices by date, numbered in that order. */
export function planInvoices(customers: readonly DemoCustomer[], planning: InvoicePlanning): DemoInvoice[] {
  const drafts = planning.months.flatMap((month, index) =>
    customers.flatMap((customer) => draftsOf(customer, month, index, planning.today)),
  );
  drafts.sort((a, b) => order(a.documentDate, b.documentDate) || order(a.key, b.key));
  return drafts.map((draft, index) => complete(draft, index + 1, planning));
}

function draftsOf(customer: DemoCustomer, month: BusinessDate, index: number, today: BusinessDate): Draft[] {
  const chance = new Chance(`demo invoices ${customer.number} month ${index}`);
  // Sales grow by a fifth over the two years, and the spring and the autumn are better than the rest.
  const season = 1 + 0.12 * Math.sin((Number(month.slice(5, 7)) / 6) * 2 * Math.PI);
  const expected = customer.invoicesPerMonth * (0.9 + index * 0.008) * season;
  const count = Math.floor(expected) + (chance.share() < expected % 1 ? 1 : 0);
  const lastDay = daysBetween(month, endOfMonth(month));
  return Array.from({ length: count }, (_, n) => ({
    customer,
    documentDate: workingDay(addDays(month, chance.whole(0, lastDay))),
    key: `${customer.number} ${index} ${n}`,
  })).filter((draft) => draft.documentDate <= today && startOfMonth(draft.documentDate) === month);
}

function complete(
  { customer, documentDate, key }: Draft,
  sequenceNo: number,
  planning: InvoicePlanning,
): DemoInvoice {
  const chance = new Chance(`demo invoice ${key}`);
  const terms = planning.terms.get(customer.termsCode);
  if (!terms) throw new Error(`the tenant has no payment terms ${customer.termsCode}`);
  const lines = Array.from(
    {
      length: chance.weighted([
        [1, 46],
        [2, 30],
        [3, 15],
        [4, 9],
      ]),
    },
    () => lineOf(customer, chance),
  );
  const voidedOn = workingDay(addDays(documentDate, chance.whole(1, 12)));
  return {
    number: documentNumber("INV-", BigInt(sequenceNo)),
    sequenceNo,
    customer,
    documentDate,
    lines,
    rate: planning.rateOn(customer.currency, documentDate),
    termsId: terms.id,
    instalments: instalmentsOf(terms, totalsOf(lines).total, customer.currency, documentDate),
    purchaseOrder: chance.percent(70) ? `PO-${chance.whole(10_000, 99_999)}` : null,
    voidedOn: chance.percent(VOIDED_PERCENT) && voidedOn <= planning.today ? voidedOn : null,
  };
}

function lineOf(customer: DemoCustomer, chance: Chance): PricedLine {
  const product = chance.pick(PRODUCTS);
  // Dear things are bought singly, cheap ones by the dozen.
  const most = Math.max(2, Math.round(260_000 / product.priceCents));
  const price = new Decimal(product.priceCents).times(chance.whole(88, 104)).div(10_000);
  return priceLine(
    {
      product: product.code,
      productLine: product.line,
      description: product.description,
      quantity: String(chance.whole(1, most)),
      unitPrice: price.toFixed(4),
      taxes: customer.taxes,
    },
    customer.currency,
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
