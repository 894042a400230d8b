import type { PaymentTerms } from "../../src/customers/index.js";
import { type BusinessDate, startOfMonth } from "../../src/platform/business-date.js";
import { type DemoCustomer, planCustomers } from "./customers.js";
import { type DailyRate, planRates, rateFinder } from "./exchange-rates.js";
import { type DemoInvoice, planInvoices } from "./invoices.js";
import { type DemoReceipt, planReceipts } from "./payments.js";

/** Everything that happens to the demonstration company up to a day, in business keys. Pure: the same day, the same plan. */
export interface DemoPlan {
  readonly customers: readonly DemoCustomer[];
  readonly rates: readonly DailyRate[];
  readonly months: readonly DemoMonth[];
}

/** What happens in one month: invoices, then receipts with their applications, then what is taken back. */
export interface DemoMonth {
  /** The month's first day. */
  readonly startsOn: BusinessDate;
  readonly invoices: readonly DemoInvoice[];
  readonly receipts: readonly DemoReceipt[];
  readonly voids: readonly DemoInvoice[];
  readonly returns: readonly DemoReceipt[];
  readonly rateOn: (currency: string, date: BusinessDate) => string;
}

const MONTHS_BACK = 24;

/** Two years and the month so far. */
export function planDemo(today: BusinessDate, terms: readonly PaymentTerms[]): DemoPlan {
  const starts = Array.from({ length: MONTHS_BACK + 1 }, (_, i) => startOfMonth(today, i - MONTHS_BACK));
  const customers = planCustomers();
  const rates = planRates(startOfMonth(today, -MONTHS_BACK), today);
  const rateOn = rateFinder(rates, today);
  const byCode = new Map(terms.map((t) => [t.code, t]));
  const invoices = planInvoices(customers, { today, months: starts, terms: byCode, rateOn });
  const receipts = planReceipts({ today, invoices });
  const within = <T>(list: readonly T[], dateOf: (one: T) => BusinessDate | null) =>
    Map.groupBy(list, (one) => dateOf(one)?.slice(0, 7));
  const issued = within(invoices, (i) => i.documentDate);
  const received = within(receipts, (r) => r.receivedOn);
  const voided = within(invoices, (i) => i.voidedOn);
  const returned = within(receipts, (r) => r.returnedOn);
  const months = starts.map((startsOn): DemoMonth => {
    const month = startsOn.slice(0, 7);
    return {
      startsOn,
      invoices: issued.get(month) ?? [],
      receipts: received.get(month) ?? [],
      voids: voided.get(month) ?? [],
      returns: returned.get(month) ?? [],
      rateOn,
    };
  });
  return { customers, rates, months };
}
