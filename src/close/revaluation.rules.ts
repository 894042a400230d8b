import { accountOf, type ChartOfAccounts, type ClosingRate, JournalEntry } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { Decimal } from "../platform/money.js";

/** What is open in a foreign currency on a control account, as booked and at the closing rate. Debits positive. */
export interface ForeignBalance {
  readonly accountId: string;
  readonly currency: string;
  readonly itemCount: number;
  readonly amount: string;
  readonly booked: string;
  readonly revalued: string;
}

/** What earlier runs of the period have posted of the difference. */
export interface PostedBefore {
  readonly accountId: string;
  readonly currency: string;
  readonly posted: string;
}

export interface RevaluationLine extends ForeignBalance {
  readonly rate: ClosingRate;
  /** What is to be posted now: the unrealised difference less what was posted before. A gain is positive. */
  readonly posted: Decimal;
}

/**
 * A line for each control account and currency with something open, or with something posted by an earlier run. Every
 * currency must have a rate.
 */
export function revaluationLines(
  balances: readonly ForeignBalance[],
  before: readonly PostedBefore[],
  rates: readonly ClosingRate[],
): RevaluationLine[] {
  const settled = before
    .filter((one) => !balances.some((balance) => isOf(balance, one)))
    .map(({ accountId, currency }) => ({
      accountId,
      currency,
      itemCount: 0,
      amount: "0",
      booked: "0",
      revalued: "0",
    }));
  return [...balances, ...settled].map((balance) => {
    const rate = rates.find(({ currency }) => currency === balance.currency);
    if (!rate) throw new Error(`no closing rate for ${balance.currency}`);
    const earlier = before.find((one) => isOf(balance, one))?.posted ?? "0";
    return {
      ...balance,
      rate,
      posted: new Decimal(balance.revalued).minus(balance.booked).minus(earlier),
    };
  });
}

function isOf(
  balance: Pick<ForeignBalance, "accountId" | "currency">,
  other: Pick<ForeignBalance, "accountId" | "currency">,
): boolean {
  return balance.accountId === other.accountId && balance.currency === other.currency;
}

/**
 * Dr receivables revaluation / Cr unrealised gain for what is worth more than booked, Dr unrealised loss / Cr
 * receivables revaluation for what is worth less: two lines for each control account and currency, in functional
 * currency only. The control accounts are not touched, so subledger and general ledger go on being equal. Null when
 * there is nothing to post.
 */
export function revaluationEntry(
  lines: readonly RevaluationLine[],
  chart: ChartOfAccounts,
  { id, asOf, runId }: { readonly id: string; readonly asOf: BusinessDate; readonly runId: string },
): JournalEntry | null {
  const moving = lines.filter(({ posted }) => !posted.isZero());
  if (moving.length === 0) return null;
  const none = new Decimal(0);
  const entry = new JournalEntry({
    id,
    effectiveDate: asOf,
    kind: "REVALUATION",
    description: `Revaluation of ${[...new Set(moving.map(({ currency }) => currency))].join(", ")} at the rates of ${asOf}`,
    documentId: runId,
  });
  for (const { currency, posted } of moving) {
    const other = posted.isNegative() ? "FX_LOSS_UNREALISED" : "FX_GAIN_UNREALISED";
    entry
      .line(accountOf(chart, "AR_REVALUATION"), currency, none, posted, null)
      .line(accountOf(chart, other), currency, none, posted.negated(), null);
  }
  return entry;
}
