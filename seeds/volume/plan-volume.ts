import { instalmentsOf, type PaymentTerms } from "../../src/customers/index.js";
import type { BulkInvoice } from "../../src/invoicing/index.js";
import { priceLine } from "../../src/invoicing/index.js";
import { addDays, type BusinessDate } from "../../src/platform/business-date.js";
import { Decimal, roundMoney } from "../../src/platform/money.js";
import { Chance } from "../chance.js";

export interface VolumeCustomer {
  readonly number: string;
  readonly name: string;
  readonly region: string;
  readonly salesRepresentative: string;
  readonly collector: string;
  readonly businessUnit: string;
  readonly riskClass: string;
}

export interface VolumePayment {
  readonly paidOn: BusinessDate;
  /** What each instalment gets, in their order. */
  readonly parts: readonly Decimal[];
}

export interface VolumeInvoice extends Omit<BulkInvoice, "id" | "customerId"> {
  readonly customerIndex: number;
  /** Null while it is unpaid. */
  readonly payment: VolumePayment | null;
}

export interface VolumePlanning {
  readonly invoices: number;
  readonly customers: number;
  readonly seed: number;
  readonly today: BusinessDate;
  readonly terms: readonly PaymentTerms[];
}

/** So many days before the last one the first invoice is dated. */
export const VOLUME_DAYS = 730;
const INSTALMENTS_PERCENT = 5;
const PAID_PERCENT = 70;
const PARTLY_PERCENT = 3;

export function planVolumeCustomers(customers: number, seed: number): VolumeCustomer[] {
  return Array.from({ length: customers }, (_, i) => {
    const chance = new Chance(`volume ${seed} customer ${i}`);
    return {
      number: `V-${String(i + 1).padStart(6, "0")}`,
      name: `Volume customer ${String(i + 1).padStart(6, "0")}`,
      region: chance.pick(["North", "East", "South", "West"]),
      salesRepresentative: `Seller ${chance.whole(1, 20)}`,
      collector: `Collector ${chance.whole(1, 8)}`,
      businessUnit: chance.pick(["Goods", "Services"]),
      riskClass: chance.weighted([
        ["LOW", 6],
        ["MEDIUM", 3],
        ["HIGH", 1],
      ]),
    };
  });
}

/** The invoice of that index; the later the index, the later its date. */
export function planVolumeInvoice(index: number, planning: VolumePlanning): VolumeInvoice {
  const { seed, today, terms } = planning;
  const chance = new Chance(`volume ${seed} invoice ${index}`);
  const documentDate = addDays(today, Math.floor((index / planning.invoices) * VOLUME_DAYS) - VOLUME_DAYS);
  const chosen = termsOf(terms, chance.percent(INSTALMENTS_PERCENT) ? "30/50/20" : "NET30");
  const line = priceLine(
    {
      product: `P-${chance.whole(1, 200)}`,
      productLine: `Line ${chance.whole(1, 9)}`,
      quantity: "1",
      unitPrice: new Decimal(chance.whole(2_000, 900_000)).div(100).toFixed(2),
      taxes: chance.percent(50) ? [{ name: "Sales tax", ratePercent: "7.25" }] : [],
    },
    "USD",
  );
  const instalments = instalmentsOf(chosen, line.gross, "USD", documentDate);
  return {
    customerIndex: chance.whole(0, planning.customers - 1),
    number: `VOL-${String(index + 1).padStart(8, "0")}`,
    documentDate,
    currency: "USD",
    lines: [line],
    rate: "1",
    instalments,
    termsId: chosen.id,
    purchaseOrder: null,
    sequenceNo: null,
    importHash: null,
    payment: paymentOf(
      instalments.map((i) => i.amount),
      documentDate,
      today,
      chance,
    ),
  };
}

function paymentOf(
  amounts: readonly Decimal[],
  documentDate: BusinessDate,
  today: BusinessDate,
  chance: Chance,
): VolumePayment | null {
  if (!chance.percent(PAID_PERCENT)) return null;
  const paidOn = addDays(documentDate, chance.whole(3, 75));
  const share = chance.percent(PARTLY_PERCENT) ? "0.5" : "1";
  return {
    paidOn: paidOn < today ? paidOn : today,
    parts: amounts.map((amount) => roundMoney(amount.times(share), "USD")),
  };
}

function termsOf(terms: readonly PaymentTerms[], code: string): PaymentTerms {
  const found = terms.find((t) => t.code === code);
  if (!found) throw new Error(`the tenant has no payment terms ${code}`);
  return found;
}
