import type { ClosingRate } from "../ledger/index.js";
import type { Executor } from "../platform/database/database.js";
import { requestError } from "../platform/graphql/errors.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { type AgingRequest, type AgingRow, readAging } from "./aging.queries.js";
import type { AgingDimension } from "./aging-dimensions.sql.js";
import { type AgingBucket, bucketsOf } from "./aging-scheme.rules.js";

/** A report's row as clients read it. */
export type AgingReportRow = AgingRow & { readonly report: AgingReport; readonly functionalCurrency: string };

/** An aging with its totals; the rows are in the order of the dimensions' values. */
export interface AgingReport {
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly by: readonly AgingDimension[];
  readonly functionalCurrency: string;
  readonly currencyBasis: "BOOKED" | "REVALUED";
  /** Those that the report used; none of a report at the rates of booking. */
  readonly closingRates: readonly ClosingRate[];
  readonly buckets: readonly AgingBucket[];
  readonly totals: readonly AgingReportRow[];
  readonly functionalTotal: FunctionalTotal;
  readonly rowCount: number;
  readonly allRows: readonly AgingReportRow[];
  /** What of a row is on active payment plans: the same row of them alone, null when it has none. Read when asked for. */
  onPlan(row: AgingRow): Promise<AgingRow | null>;
  /** What of a row is disputed, in the same way. */
  disputed(row: AgingRow): Promise<AgingRow | null>;
}

interface MoneyValue {
  readonly amount: string;
  readonly currency: string;
}

interface FunctionalTotal {
  readonly buckets: readonly MoneyValue[];
  readonly unappliedCredits: MoneyValue;
  readonly balance: MoneyValue;
}

/** The report of one request. Throws BAD_USER_INPUT when it is to be revalued and a currency has no closing rate. */
export async function makeAgingReport(db: Executor, request: AgingRequest): Promise<AgingReport> {
  const rows = await readAging(db, request);
  const { asOf, knownAt, tenant } = request.point;
  const { functionalCurrency } = tenant;
  const buckets = bucketsOf(request.scheme);
  const totalRows = rows.filter((row) => row.level === "TOTAL");
  const totals: AgingReportRow[] = [];
  const allRows: AgingReportRow[] = [];
  const report: AgingReport = {
    asOf,
    knownAt,
    by: request.by,
    functionalCurrency,
    currencyBasis: request.closingRates ? "REVALUED" : "BOOKED",
    closingRates: ratesUsed(request, totalRows),
    buckets,
    functionalTotal: functionalTotalOf(totalRows, buckets.length, functionalCurrency),
    rowCount: rows.length - totalRows.length,
    totals,
    allRows,
    onPlan: ofWhich(db, { ...request, ofWhich: "ON_PLAN" }),
    disputed: ofWhich(db, { ...request, ofWhich: "DISPUTED" }),
  };
  for (const row of rows) {
    (row.level === "ROW" ? allRows : totals).push({ ...row, report, functionalCurrency });
  }
  return report;
}

/** One more statement for all rows of the report, and only when one of them is asked. */
function ofWhich(db: Executor, request: AgingRequest): (row: AgingRow) => Promise<AgingRow | null> {
  let rows: Promise<Map<string, AgingRow>> | undefined;
  const nameOf = ({ level, key1, value1, key2, value2, currency }: AgingRow) =>
    JSON.stringify([level, key1, value1, key2, value2, currency]);
  const read = async () => {
    const found = await readAging(db, request);
    return new Map(found.map((row) => [nameOf(row), row]));
  };
  return async (row) => {
    rows ??= read();
    return (await rows).get(nameOf(row)) ?? null;
  };
}

function ratesUsed(
  { closingRates, point }: AgingRequest,
  totals: readonly AgingRow[],
): readonly ClosingRate[] {
  if (!closingRates) return [];
  const { functionalCurrency } = point.tenant;
  const foreign = totals.map(({ currency }) => currency).filter((code) => code !== functionalCurrency);
  const missing = foreign.filter((code) => !closingRates.some((rate) => rate.currency === code));
  if (missing.length > 0) {
    const message = `There is no exchange rate from ${missing.join(", ")} to ${functionalCurrency} on or before ${point.asOf}: nothing can be revalued.`;
    throw requestError("BAD_USER_INPUT", message);
  }
  return closingRates.filter((rate) => foreign.includes(rate.currency));
}

const ROWS_MAX = 10_000;

/** A page of the rows; throws INVALID_PAGE when it is out of range. */
export function rowsOf(report: AgingReport, first: number, skip: number): readonly AgingReportRow[] {
  if (first < 0 || first > ROWS_MAX || skip < 0) {
    throw requestError("INVALID_PAGE", `\`first\` is from 0 to ${ROWS_MAX}, and \`skip\` is not negative.`);
  }
  return report.allRows.slice(skip, skip + first);
}

function functionalTotalOf(totals: readonly AgingRow[], buckets: number, currency: string): FunctionalTotal {
  const sum = (amountOf: (row: AgingRow) => string): MoneyValue => ({
    amount: formatAmount(
      totals.reduce((total, row) => total.plus(amountOf(row)), new Decimal(0)),
      currency,
    ),
    currency,
  });
  return {
    buckets: Array.from({ length: buckets }, (_, bucket) => sum((row) => row[`f${bucket}`] ?? "0")),
    unappliedCredits: sum((row) => row.functionalCredits),
    balance: sum((row) => row.functionalBalance),
  };
}
