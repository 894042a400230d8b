import { addDays, type BusinessDate, startOfMonth } from "../../src/platform/business-date.js";
import { Decimal, roundMoney } from "../../src/platform/money.js";
import { Chance } from "../chance.js";
import { latest, onWeekday, workingDay } from "./calendar.js";
import type { DemoCustomer } from "./customers.js";
import type { DemoInvoice } from "./invoices.js";

export interface DemoApplication {
  readonly invoiceNumber: string;
  readonly instalmentNo: number;
  readonly amount: Decimal;
}

export interface DemoReceipt {
  /** Its own name within the plan. */
  readonly key: string;
  /** Null while nobody knows who paid. */
  readonly customer: DemoCustomer | null;
  readonly currency: string;
  readonly amount: Decimal;
  readonly receivedOn: BusinessDate;
  readonly method: "BANK_TRANSFER" | "CHEQUE" | "CARD" | "DIRECT_DEBIT";
  readonly reference: string | null;
  readonly applications: readonly DemoApplication[];
  /** The day on which it bounced; null when it did not. */
  readonly returnedOn: BusinessDate | null;
}

export interface PaymentPlanning {
  readonly today: BusinessDate;
  readonly invoices: readonly DemoInvoice[];
}

interface Payment extends DemoApplication {
  readonly paidOn: BusinessDate;
  readonly whole: boolean;
}

/** In a hundred. */
const ODDS = {
  partial: 4,
  shortPaid: 0.7,
  overpaid: 1.2,
  paidTwice: 0.12,
  bounced: 0.9,
  notAppliedYet: 30,
} as const;
/** Money of the last days that nobody has applied yet. */
const FRESH_DAYS = 4;
const UNIDENTIFIED = 7;

/** All receipts by date: what each customer pays on one payday is one receipt. */
export function planReceipts({ today, invoices }: PaymentPlanning): DemoReceipt[] {
  const byCustomer = Map.groupBy(
    invoices.filter((i) => i.voidedOn === null),
    (i) => i.customer,
  );
  const receipts = [...byCustomer].flatMap(([customer, own]) => receiptsOf(customer, own, today));
  receipts.push(...unidentified(today));
  return receipts.sort((a, b) => order(a.receivedOn, b.receivedOn) || order(a.key, b.key));
}

function receiptsOf(
  customer: DemoCustomer,
  invoices: readonly DemoInvoice[],
  today: BusinessDate,
): DemoReceipt[] {
  const payments = invoices.flatMap((invoice) => paymentsOf(invoice, customer, today));
  const byDay = Map.groupBy(
    payments.filter((p) => p.paidOn <= today),
    (p) => p.paidOn,
  );
  return [...byDay].flatMap(([day, paid]) => {
    const key = `${customer.number} ${paid[0]?.invoiceNumber}.${paid[0]?.instalmentNo} ${paid.length}`;
    return receiptOf(customer, key, day, paid, today);
  });
}

/** When, and in which parts, each instalment of an invoice is paid. */
function paymentsOf(
  invoice: DemoInvoice,
  { behaviour, currency }: DemoCustomer,
  today: BusinessDate,
): Payment[] {
  const chance = new Chance(`demo payment ${invoice.number}`);
  if (chance.percent(behaviour.neverPaidPercent)) return [];
  const silentSince = behaviour.silentSinceDays === null ? null : addDays(today, -behaviour.silentSinceDays);
  const payments = invoice.instalments.flatMap(({ no, amount, dueDate, discountUntil }): Payment[] => {
    const late = Math.round(behaviour.typicalDelay + behaviour.spread * chance.around());
    const early = discountUntil !== null && behaviour.riskClass !== "HIGH" && chance.percent(55);
    const wanted = early ? addDays(discountUntil, -6) : addDays(dueDate, late);
    const paidOn = onWeekday(latest(wanted, addDays(invoice.documentDate, 2)), behaviour.payday);
    const part = { invoiceNumber: invoice.number, instalmentNo: no, amount, paidOn, whole: true };
    if (chance.percent(ODDS.shortPaid)) {
      const kept = roundMoney(amount.times(chance.whole(5, 30)).div(1_000), currency);
      return [{ ...part, amount: amount.minus(kept), whole: false }];
    }
    if (!chance.percent(ODDS.partial)) return [part];
    const first = roundMoney(amount.times(chance.whole(30, 80)).div(100), currency);
    const restOn = onWeekday(addDays(paidOn, chance.whole(14, 50)), behaviour.payday);
    return [
      { ...part, amount: first, whole: false },
      { ...part, amount: amount.minus(first), paidOn: restOn, whole: false },
    ];
  });
  return payments.filter((p) => p.amount.gt(0) && (silentSince === null || p.paidOn < silentSince));
}

/** The receipt of a payday, with what went wrong with it. */
function receiptOf(
  customer: DemoCustomer,
  key: string,
  day: BusinessDate,
  paid: readonly Payment[],
  today: BusinessDate,
): DemoReceipt[] {
  const chance = new Chance(`demo receipt ${key}`);
  const { currency, behaviour } = customer;
  const owed = paid.reduce((sum, p) => sum.plus(p.amount), new Decimal(0));
  const extra = chance.percent(ODDS.overpaid)
    ? roundMoney(owed.times(chance.whole(1, 8)).div(100), currency)
    : new Decimal(0);
  const fresh = addDays(day, FRESH_DAYS) >= today && chance.percent(ODDS.notAppliedYet);
  const receipt: DemoReceipt = {
    key,
    customer,
    currency,
    amount: owed.plus(extra),
    receivedOn: day,
    method: behaviour.method,
    reference: referenceOf(customer, paid, chance),
    applications: fresh ? [] : paid,
    returnedOn: null,
  };
  if (chance.percent(ODDS.paidTwice)) {
    const again = workingDay(addDays(day, chance.whole(1, 3)));
    return again > today
      ? [receipt]
      : [receipt, { ...receipt, key: `${key} again`, receivedOn: again, applications: [] }];
  }
  const bounces =
    behaviour.method === "CHEQUE" && chance.percent(ODDS.bounced) && !fresh && paid.every((p) => p.whole);
  return bounces ? bounced(receipt, chance, today) : [receipt];
}

/** A cheque comes back after some days; the customer pays again in the next month, if that has come. */
function bounced(receipt: DemoReceipt, chance: Chance, today: BusinessDate): DemoReceipt[] {
  const returnedOn = workingDay(addDays(receipt.receivedOn, chance.whole(3, 9)));
  if (returnedOn > today) return [receipt];
  const again = workingDay(latest(addDays(startOfMonth(returnedOn, 1), 2), addDays(returnedOn, 14)));
  const first = { ...receipt, returnedOn };
  if (again > today) return [first];
  return [first, { ...receipt, key: `${receipt.key} again`, receivedOn: again, method: "BANK_TRANSFER" }];
}

function referenceOf(customer: DemoCustomer, paid: readonly Payment[], chance: Chance): string | null {
  if (customer.behaviour.method === "CHEQUE") return `Cheque ${chance.whole(100_000, 999_999)}`;
  const numbers = [...new Set(paid.map((p) => p.invoiceNumber))];
  return chance.weighted([
    [numbers.slice(0, 4).join(" "), 70],
    [`${customer.name} ${numbers.length} invoices`, 20],
    [null, 10],
  ]);
}

/** Money of the last weeks whose payer nobody has found. */
function unidentified(today: BusinessDate): DemoReceipt[] {
  return Array.from({ length: UNIDENTIFIED }, (_, n) => {
    const chance = new Chance(`demo unidentified ${n}`);
    return {
      key: `unidentified ${n}`,
      customer: null,
      currency: n % 3 === 2 ? "EUR" : "USD",
      amount: new Decimal(chance.whole(20_000, 900_000)).div(100),
      receivedOn: addDays(onWeekday(addDays(today, -8 - n * 5), chance.whole(1, 5)), -7),
      method: "BANK_TRANSFER" as const,
      reference: chance.pick(["Payment as agreed", "Invoice", "Acct 4471", "See letter", "Thank you"]),
      applications: [],
      returnedOn: null,
    };
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
