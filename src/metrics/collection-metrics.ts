import {
  addDays,
  type BusinessDate,
  daysBetween,
  endOfMonth,
  startOfMonth,
} from "../platform/business-date.js";
import type { Executor } from "../platform/database/database.js";
import { Decimal } from "../platform/money.js";
import {
  type ArAtDate,
  type MetricsScope,
  type Period,
  readArAtDates,
  readCreditSales,
  readSettled,
  type SalesOfMonth,
} from "./collection-metrics.queries.js";
import type { MonthSales, PeriodFigures, SettledFigures } from "./collection-metrics.rules.js";

/** A period with what its metrics are made of. */
export interface PeriodMetrics extends Period {
  readonly figures: PeriodFigures;
  /** N of the collection effectiveness index. */
  readonly ceiMonths: number;
  /** What the metrics are taken of, the whole of it. */
  readonly scope: MetricsScope;
  /** Read once for all periods, and only when a metric asks for it. */
  settled(): Promise<SettledFigures>;
}

/** The figures of the whole scope and of each of its calendar months, cut at its ends. */
export async function readPeriods(
  db: Executor,
  scope: MetricsScope,
  ceiMonths: number,
): Promise<{ readonly whole: PeriodMetrics; readonly months: readonly PeriodMetrics[] }> {
  const whole = { from: scope.from, to: scope.point.asOf };
  const months = monthsOf(whole);
  const dayBefore = addDays(whole.from, -1);
  const days = [dayBefore, ...months.map((month) => month.to)];
  const balances = await readArAtDates(db, scope, days);
  const sales = await readCreditSales(db, scope);
  const arOn = new Map(days.map((day, n) => [day, balances[n]]));
  const settled = onceFor(() => readSettled(db, scope, [whole, ...months]));
  const metricsOf = (period: Period, n: number): PeriodMetrics => ({
    ...period,
    figures: figuresOf(period, arOn.get(addDays(period.from, -1)), arOn.get(period.to), sales),
    ceiMonths,
    scope,
    settled: async () => settledFigures((await settled())[n]),
  });
  return { whole: metricsOf(whole, 0), months: months.map((month, n) => metricsOf(month, n + 1)) };
}

/** The calendar months of a period; the first and the last may be cut. */
export function monthsOf({ from, to }: Period): Period[] {
  const months: Period[] = [];
  for (let start = from; start <= to; start = startOfMonth(start, 1)) {
    const end = endOfMonth(start);
    months.push({ from: start, to: end < to ? end : to });
  }
  return months;
}

function figuresOf(
  { from, to }: Period,
  beginning: ArAtDate | undefined,
  ending: ArAtDate | undefined,
  sales: readonly SalesOfMonth[],
): PeriodFigures {
  const within = sales.filter(({ month }) => month >= startOfMonth(from) && month <= to);
  return {
    days: daysBetween(from, to) + 1,
    beginningAr: new Decimal(beginning?.total ?? 0),
    endingAr: new Decimal(ending?.total ?? 0),
    endingCurrentAr: new Decimal(ending?.current ?? 0),
    endingOver90Ar: new Decimal(ending?.over90 ?? 0),
    creditSales: within.reduce((sum, month) => sum.plus(month.within), new Decimal(0)),
    monthsBack: monthsBackFrom(to, sales),
  };
}

/** Months from the one that a day is in back to the first with sales; the latest ends on the day. */
function monthsBackFrom(day: BusinessDate, sales: readonly SalesOfMonth[]): MonthSales[] {
  const byMonth = new Map(
    sales.map(({ month, before, within }) => [month, new Decimal(before).plus(within)]),
  );
  const [first] = sales;
  const back: MonthSales[] = [];
  for (let end = day; first && end >= first.month; end = addDays(startOfMonth(end), -1)) {
    const month = startOfMonth(end);
    back.push({ month, days: daysBetween(month, end) + 1, sales: byMonth.get(month) ?? new Decimal(0) });
  }
  return back;
}

function settledFigures(
  row: { amount: string; amountDaysToPay: string; amountDaysLate: string } | undefined,
) {
  return {
    amount: new Decimal(row?.amount ?? 0),
    amountDaysToPay: new Decimal(row?.amountDaysToPay ?? 0),
    amountDaysLate: new Decimal(row?.amountDaysLate ?? 0),
  };
}

function onceFor<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= read();
    return value;
  };
}
