import { type AgingReport, type AgingReportRow, DEFAULT_SCHEME, makeAgingReport } from "../aging/index.js";
import { type AskedPoint, reportPoint } from "../ledger/index.js";
import { businessDate, startOfMonth } from "../platform/business-date.js";
import type { Executor } from "../platform/database/database.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { requestError } from "../platform/graphql/errors.js";
import { formatAmount } from "../platform/money.js";
import { type StatementBalanceRow, type StatementRequest, statementBalances } from "./statement.queries.js";

export interface StatementBucket {
  /** "Current", "1–30", "91+". */
  readonly label: string;
  readonly amount: string;
  readonly currency: string;
}

/** A currency's activity, and its open items by how long they are past due. Debits positive, credits negative. */
export interface StatementBalance extends StatementBalanceRow {
  /** In their order; with the credits they sum to the closing balance. */
  readonly buckets: readonly StatementBucket[];
  readonly unappliedCredits: string;
}

export interface AskedStatement extends AskedPoint {
  readonly from?: string | null;
  readonly currency?: string | null;
}

/**
 * What is asked for, with its defaults: to today, from the first day of that month, as known now. Throws BAD_USER_INPUT
 * when it begins after it ends.
 */
export async function statementRequest(
  context: RequestContext,
  customerId: string,
  { from, currency = null, ...asked }: AskedStatement,
): Promise<StatementRequest> {
  const point = await reportPoint(context, asked);
  const first = from ? businessDate(from) : startOfMonth(point.asOf);
  if (first > point.asOf) {
    throw requestError("BAD_USER_INPUT", `\`from\` is ${first}, after \`asOf\`, which is ${point.asOf}.`);
  }
  return { point, customerId, from: first, currency };
}

/** The statement's currencies, each with its balances and its aging. */
export async function balancesOf(db: Executor, request: StatementRequest): Promise<StatementBalance[]> {
  const rows = await statementBalances(db, request);
  const aging = await agingOf(db, request);
  return rows.map(({ currency, ...row }) => {
    const exact = (amount: string) => formatAmount(amount, currency);
    const aged = aging.totals.find((total) => total.currency === currency);
    return {
      currency,
      opening: exact(row.opening),
      debits: exact(row.debits),
      credits: exact(row.credits),
      closing: exact(row.closing),
      buckets: aging.buckets.map(({ label }, index) => ({
        label,
        amount: bucketOf(aged, index, exact),
        currency,
      })),
      unappliedCredits: exact(aged?.credits ?? "0"),
    };
  });
}

function bucketOf(row: AgingReportRow | undefined, index: number, exact: (amount: string) => string): string {
  return exact(row?.[`a${index}`] ?? "0");
}

function agingOf(db: Executor, { point, customerId, currency }: StatementRequest): Promise<AgingReport> {
  const filter = {
    customerIds: [customerId],
    currencies: currency === null ? null : [currency],
    ...NOT_NARROWED,
  };
  return makeAgingReport(db, {
    point,
    by: [],
    scheme: DEFAULT_SCHEME,
    basis: "DUE_DATE",
    credits: "SEPARATE",
    filter,
  });
}

const NOT_NARROWED = {
  regions: null,
  salesRepresentatives: null,
  collectors: null,
  businessUnits: null,
  riskClasses: null,
};
