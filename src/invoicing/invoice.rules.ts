import type { BusinessDate } from "../platform/business-date.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import type { Refusal } from "../platform/commands/refusal.js";
import { Decimal, roundMoney } from "../platform/money.js";

/** A line as it is asked for. */
export interface LineInput {
  readonly product: string;
  readonly productLine?: string | null;
  readonly description?: string | null;
  readonly quantity: string;
  /** Before tax, in the invoice's currency; may have more decimals than the currency. */
  readonly unitPrice: string;
  readonly taxes?: readonly TaxInput[];
}

export interface TaxInput {
  readonly name: string;
  /** Per cent, e.g. "19". */
  readonly ratePercent: string;
}

/** A line with its amounts: net = quantity × unit price, and each tax on the net, each rounded half-up once. */
export interface PricedLine {
  readonly product: string;
  readonly productLine: string | null;
  readonly description: string | null;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly taxes: readonly PricedTax[];
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly gross: Decimal;
}

export interface PricedTax extends TaxInput {
  readonly amount: Decimal;
}

export interface InvoiceTotals {
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly total: Decimal;
}

const LINES_MAX = 1_000;

/** Everything that is wrong with an invoice's content. */
export function checkInvoice(input: {
  readonly currency: string;
  readonly documentDate: string;
  readonly lines: readonly LineInput[];
}): Refusal[] {
  const checks = new InputChecks().currency(input.currency, "currency");
  checks.date(input.documentDate, "documentDate");
  if (input.lines.length === 0) checks.add("REQUIRED", "lines", "An invoice has at least one line.");
  if (input.lines.length > LINES_MAX)
    checks.add("LIMIT_EXCEEDED", "lines", `An invoice has at most ${LINES_MAX} lines.`);
  for (const [i, line] of input.lines.entries()) {
    checks.text(line.product, `lines.${i}.product`, "the product");
    if (new Decimal(line.quantity).lte(0)) {
      checks.add(
        "INVALID_VALUE",
        `lines.${i}.quantity`,
        "The quantity must be more than zero; credit goods with a credit memo.",
      );
    }
    if (new Decimal(line.unitPrice).isNegative()) {
      checks.add("INVALID_VALUE", `lines.${i}.unitPrice`, "The unit price cannot be negative.");
    }
    checks.size(line.quantity, `lines.${i}.quantity`).size(line.unitPrice, `lines.${i}.unitPrice`);
    const names = (line.taxes ?? []).map((tax) => tax.name);
    for (const [j, tax] of (line.taxes ?? []).entries()) {
      checks.text(tax.name, `lines.${i}.taxes.${j}.name`, "the tax's name", 60);
      const rate = new Decimal(tax.ratePercent);
      if (rate.isNegative() || rate.gt(100)) {
        checks.add(
          "INVALID_VALUE",
          `lines.${i}.taxes.${j}.ratePercent`,
          "A tax rate is from 0 to 100 per cent.",
        );
      }
      if (names.indexOf(tax.name) !== j) {
        checks.add("INVALID_VALUE", `lines.${i}.taxes.${j}.name`, `The tax ${tax.name} is given twice.`);
      }
    }
  }
  if (checks.refusals.length === 0) {
    const priced = input.lines.map((line) => priceLine(line, input.currency));
    checks.size(totalsOf(priced).total, "lines");
  }
  return checks.refusals;
}

/** The line's amounts in the invoice's currency. */
export function priceLine(line: LineInput, currency: string): PricedLine {
  const net = roundMoney(new Decimal(line.quantity).times(line.unitPrice), currency);
  const taxes = (line.taxes ?? []).map((tax) => ({
    ...tax,
    amount: roundMoney(net.times(tax.ratePercent).div(100), currency),
  }));
  const tax = taxes.reduce((sum, t) => sum.plus(t.amount), new Decimal(0));
  return {
    product: line.product,
    productLine: line.productLine ?? null,
    description: line.description ?? null,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    taxes,
    net,
    tax,
    gross: net.plus(tax),
  };
}

export function totalsOf(lines: readonly PricedLine[]): InvoiceTotals {
  const net = lines.reduce((sum, l) => sum.plus(l.net), new Decimal(0));
  const tax = lines.reduce((sum, l) => sum.plus(l.tax), new Decimal(0));
  return { net, tax, total: net.plus(tax) };
}

/** An invoice that is ready to be posted. */
export interface PostableInvoice {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly documentDate: BusinessDate;
  readonly currency: string;
  readonly lines: readonly PricedLine[];
  /** Functional currency for one unit of the invoice's currency. */
  readonly rate: string;
}
