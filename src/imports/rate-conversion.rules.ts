import { type CurrencyCode, Decimal } from "../platform/money.js";
import type { ImportedRates } from "./rate-rows.rules.js";

/** A rate as the books keep it. */
export interface BookRate {
  readonly currency: CurrencyCode;
  /** Units of the functional currency for one unit of `currency`, with at most 12 decimals. */
  readonly rate: string;
  /** The file's column and cell that it comes of. */
  readonly column: string;
  readonly value: string;
}

/** Why a day cannot be converted: the cell at fault and what is wrong with it. */
export interface ConversionFault {
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** Decimals of a rate in the books. */
export const RATE_DECIMALS = 12;

/**
 * A day's quotes turned round: from units of each currency for one unit of the base into units of the functional
 * currency for one unit of each currency, crossed through the base when that is another. The quotient is taken to 40
 * significant digits and rounded once, half-up, to 12 decimals. The functional currency itself has no rate.
 */
export function convertQuotes(
  { base, quotes }: Pick<ImportedRates, "base" | "quotes">,
  functionalCurrency: CurrencyCode,
): BookRate[] | ConversionFault {
  const own = quotes.find((quote) => quote.currency === functionalCurrency);
  if (base !== functionalCurrency && !own) {
    const reason = `is empty, and without it nothing can be crossed from ${base} to ${functionalCurrency}, the books' currency: give its rate.`;
    return { column: functionalCurrency, value: "", reason };
  }
  const functionalPerBase = base === functionalCurrency ? new Decimal(1) : new Decimal(own?.perBase ?? 1);
  const rates: BookRate[] = [];
  for (const { currency, perBase } of [...ofBase(base, quotes), ...quotes]) {
    if (currency === functionalCurrency) continue;
    const rate = functionalPerBase.div(perBase).toDecimalPlaces(RATE_DECIMALS, Decimal.ROUND_HALF_UP);
    const source = currency === base ? own : { currency, perBase };
    const cell = { column: source?.currency ?? currency, value: source?.perBase ?? "" };
    if (rate.isZero()) {
      return {
        ...cell,
        reason: `is so large that its rate is nothing in ${RATE_DECIMALS} decimals: leave it empty.`,
      };
    }
    rates.push({ currency, rate: rate.toFixed(), ...cell });
  }
  return rates;
}

/** The base itself is worth one base; a file that says so too says it once. */
function ofBase(base: CurrencyCode, quotes: ImportedRates["quotes"]): ImportedRates["quotes"] {
  return quotes.some((quote) => quote.currency === base) ? [] : [{ currency: base, perBase: "1" }];
}
