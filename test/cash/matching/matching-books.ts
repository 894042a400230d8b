import {
  DEFAULT_MATCH_SETTINGS,
  type MatchCustomer,
  type MatchItem,
  type MatchPayment,
  type MatchSettings,
  matchBatch,
  type PaymentMatch,
} from "../../../src/cash/index.js";
import { addDays, businessDate } from "../../../src/platform/business-date.js";
import { Decimal } from "../../../src/platform/money.js";

const ISSUED = businessDate("2026-03-01");

interface InvoiceWords {
  readonly customer?: string;
  readonly currency?: string;
  readonly issued?: string;
  readonly due?: string;
  readonly term?: string;
  /** Its order number, or another number that the customer gave it. */
  readonly order?: string;
  /** What it lets go until the tenth day. */
  readonly discount?: string;
}

/** An open invoice; a credit when the amount is negative. */
export function invoice(number: string, open: string, words: InvoiceWords = {}): MatchItem {
  const issued = words.issued ? businessDate(words.issued) : ISSUED;
  return {
    id: number,
    number,
    customerId: words.customer ?? "northwind",
    currency: words.currency ?? "EUR",
    documentDate: issued,
    dueDate: words.due ? businessDate(words.due) : addDays(issued, 30),
    open: new Decimal(open),
    discount: words.discount ? { amount: new Decimal(words.discount), lastDay: addDays(issued, 10) } : null,
    paymentTerm: words.term ?? null,
    customerReferences: words.order ? [words.order] : [],
    settledBy: null,
  };
}

export function customer(id: string, name: string, more: Partial<MatchCustomer> = {}): MatchCustomer {
  return { id, number: id.toUpperCase(), name, aliases: [], accounts: [], ...more };
}

export const NORTHWIND = customer("northwind", "Northwind Timber Trading Ltd");

interface PaymentWords {
  readonly id?: string;
  readonly on?: string;
  readonly currency?: string;
  readonly from?: string | null;
  readonly account?: string;
  readonly number?: string;
  readonly text?: string;
}

/** A payment with its advice: what is paid on which reference, and a memo. */
export function payment(
  amount: string,
  advice: readonly (readonly [reference: string | null, amount: string | null, memo?: string])[],
  words: PaymentWords = {},
): MatchPayment {
  return {
    id: words.id ?? "payment",
    date: businessDate(words.on ?? "2026-03-09"),
    amount: new Decimal(amount),
    currency: words.currency ?? "EUR",
    payerName: words.from === undefined ? NORTHWIND.name : words.from,
    payerAccount: words.account ?? null,
    customerNumber: words.number ?? null,
    text: words.text ? [words.text] : [],
    advice: advice.map(([reference, stated, memo], at) => ({
      place: `line ${at + 1}`,
      reference,
      amount: stated === null ? null : new Decimal(stated),
      memo: memo ?? null,
    })),
  };
}

export function matched(
  payments: readonly MatchPayment[],
  items: readonly MatchItem[],
  customers: readonly MatchCustomer[] = [NORTHWIND],
  settings: Partial<MatchSettings> = {},
): PaymentMatch[] {
  return matchBatch(payments, { items, customers }, { ...DEFAULT_MATCH_SETTINGS, ...settings });
}

/** The match of one payment alone. */
export function matchOf(
  one: MatchPayment,
  items: readonly MatchItem[],
  customers?: readonly MatchCustomer[],
  settings?: Partial<MatchSettings>,
): PaymentMatch {
  const [match] = matched([one], items, customers, settings);
  if (!match) throw new Error("each payment has a match");
  return match;
}

/** As "AUTO R-1 100". */
export function told({ parts }: PaymentMatch): string[] {
  return parts.map(({ decision, itemId, amount }) => `${decision} ${itemId} ${amount}`);
}
