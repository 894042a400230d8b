import { addDays, type BusinessDate } from "../../src/platform/business-date.js";
import { Decimal } from "../../src/platform/money.js";
import { Chance } from "../chance.js";
import { weekdayOf } from "./calendar.js";

/** US dollars for one euro. */
export interface DailyRate {
  readonly date: BusinessDate;
  readonly rate: string;
}

/** A rate for each working day from one date to another, wandering a little every day between 1.02 and 1.18. */
export function planRates(from: BusinessDate, to: BusinessDate): DailyRate[] {
  const chance = new Chance("demo euro");
  const rates: DailyRate[] = [];
  let hundredThousandths = 108_350;
  // A week before the first document, so that every document's day has a rate on or before it.
  for (let date = addDays(from, -7); date <= to; date = addDays(date, 1)) {
    if (weekdayOf(date) > 5) continue;
    const home = (109_000 - hundredThousandths) / 60;
    hundredThousandths = Math.round(
      Math.min(118_000, Math.max(102_000, hundredThousandths + chance.around() * 520 + home)),
    );
    rates.push({ date, rate: new Decimal(hundredThousandths).div(100_000).toFixed(5) });
  }
  return rates;
}

/** The rate of a day: the latest on or before it, as the ledger itself looks it up. */
export function rateFinder(
  rates: readonly DailyRate[],
  to: BusinessDate,
): (currency: string, date: BusinessDate) => string {
  const byDay = new Map<string, string>();
  const published = new Map(rates.map((r) => [r.date, r.rate]));
  let latest = "";
  const first = rates[0]?.date ?? to;
  for (let date = first; date <= to; date = addDays(date, 1)) {
    latest = published.get(date) ?? latest;
    byDay.set(date, latest);
  }
  return (currency, date) => {
    if (currency === "USD") return "1";
    const rate = byDay.get(date);
    if (!rate) throw new RangeError(`there is no euro rate for ${date}`);
    return rate;
  };
}
