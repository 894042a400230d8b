import { readAllowanceStanding } from "../allowance/index.js";
import { readClosingRates, readReconciliation } from "../ledger/index.js";
import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import {
  bankEntries,
  type CheckItems,
  type CloseScope,
  cutOffExceptions,
  drafts,
  earlierPeriods,
  pendingApprovals,
  unappliedCash,
} from "./close-checks.sql.js";
import { readForeignBalances, readPeriodRevaluation } from "./revaluation.queries.js";
import { revaluationLines } from "./revaluation.rules.js";

/** What is checked before a month is closed, in the order in which it is worked. */
export const CLOSE_CHECKS = {
  PERIOD_ENDED: "The month is over.",
  EARLIER_PERIODS: "Every earlier month with postings is closed.",
  DRAFTS: "No draft is dated in the month: each is issued or deleted.",
  APPROVALS: "Nothing that was asked for by the month's end, or would post by then, waits to be approved.",
  BANK_BATCHES:
    "No entry of the month's bank files is quarantined, pending, or posted from an intraday report that no statement has confirmed, or a person has looked at those.",
  UNAPPLIED_CASH: "A person has looked at the money that is unapplied or unidentified at the month's end.",
  CUT_OFF:
    "No document is dated in one month and posted, or taken back, in another, or a person has looked at those.",
  SUBLEDGER_GL: "The open items are equal to the general ledger on every control account.",
  REVALUATION: "What is open in foreign currency at the month's end is revalued, as it now stands.",
  ALLOWANCE:
    "The allowance for doubtful accounts is what the provision matrix requires at the month's end, as it now stands, by a run.",
} as const;

export type CloseCheck = keyof typeof CLOSE_CHECKS;

/** The checks that a person settles by having looked. */
export const REVIEWED_CHECKS = {
  BANK_BATCHES: "Bank entries that are quarantined, pending, or not yet confirmed by a statement.",
  UNAPPLIED_CASH: "Unapplied and unidentified cash.",
  CUT_OFF: "Cut-off exceptions.",
} as const satisfies Partial<Record<CloseCheck, string>>;

export type ReviewedCheck = keyof typeof REVIEWED_CHECKS;

/** What a check found. */
export interface CheckFinding {
  /** How many things stand in the way, or wait to be looked at. */
  readonly count: number;
  readonly amounts: readonly { readonly amount: string; readonly currency: string }[];
  /** Equal exactly when the same things were found with the same amounts. */
  readonly fingerprint: string;
  /** Nothing of the kind that the check is about. */
  readonly isNotApplicable?: boolean;
}

export interface CheckDefinition {
  readonly check: CloseCheck;
  /** The query that shows what is behind it. */
  readonly seenBy: string;
  /** Of the ids of what was found, which `nodes` reads; null when they are not nodes. */
  readonly idPrefix: string | null;
  readonly items: CheckItems | null;
  find(db: Executor, scope: CloseScope): Promise<CheckFinding>;
}

export const CHECK_DEFINITIONS: readonly CheckDefinition[] = [
  { check: "PERIOD_ENDED", seenBy: "closeChecklist", idPrefix: null, items: null, find: notEnded },
  listed("EARLIER_PERIODS", "periods", "per", earlierPeriods),
  listed("DRAFTS", "invoices", "inv", drafts),
  listed("APPROVALS", "approvals", "apr", pendingApprovals),
  listed("BANK_BATCHES", "bankBatches", "ben", bankEntries),
  listed("UNAPPLIED_CASH", "openItems", "itm", unappliedCash),
  listed("CUT_OFF", "openItems", "itm", cutOffExceptions),
  { check: "SUBLEDGER_GL", seenBy: "reconciliation", idPrefix: null, items: null, find: unreconciled },
  { check: "REVALUATION", seenBy: "revaluationRuns", idPrefix: null, items: null, find: unrevalued },
  { check: "ALLOWANCE", seenBy: "allowanceRuns", idPrefix: null, items: null, find: unprovided },
];

/** A check that counts rows. */
function listed(
  check: CloseCheck,
  seenBy: string,
  idPrefix: string | null,
  items: CheckItems,
): CheckDefinition {
  return { check, seenBy, idPrefix, items, find: (db, scope) => counted(db, items, scope) };
}

async function counted(db: Executor, items: CheckItems, scope: CloseScope): Promise<CheckFinding> {
  const rows = await db.rows<{ currency: string | null; count: number; amount: string; hash: string }>(sql`
    select currency, count(*)::int as count, coalesce(sum(amount), 0) as amount,
           md5(string_agg(id::text || ' ' || coalesce(trim_scale(amount)::text, ''), ',' order by id)) as hash
    from (${items(scope)}) found group by currency order by currency`);
  return {
    count: rows.reduce((sum, row) => sum + row.count, 0),
    amounts: rows.flatMap(({ currency, amount }) => (currency === null ? [] : [{ amount, currency }])),
    fingerprint: rows.map((row) => row.hash).join(" "),
  };
}

async function notEnded(_: Executor, { month, today }: CloseScope): Promise<CheckFinding> {
  return { count: today > month.endsOn ? 0 : 1, amounts: [], fingerprint: "" };
}

async function unreconciled(db: Executor, { point }: CloseScope): Promise<CheckFinding> {
  const lines = await readReconciliation(db, point);
  const differing = lines.filter(
    (line) => !new Decimal(line.difference).isZero() || !new Decimal(line.functionalDifference).isZero(),
  );
  const amounts = differing.map(({ difference, currency }) => ({ amount: difference, currency }));
  return { count: differing.length, amounts, fingerprint: JSON.stringify(amounts) };
}

/** Counts the control accounts and currencies of which something is to be posted. */
async function unrevalued(db: Executor, { point, month }: CloseScope): Promise<CheckFinding> {
  const rates = await readClosingRates(db, point);
  const balances = await readForeignBalances(db, point, rates);
  const { runs, posted } = await readPeriodRevaluation(db, point.tenantId, month.startsOn);
  if (balances.length === 0 && posted.length === 0)
    return { count: 0, amounts: [], fingerprint: "", isNotApplicable: true };
  const rated = balances.filter(({ currency }) => rates.some((rate) => rate.currency === currency));
  const lines = revaluationLines(rated, posted, rates);
  const waiting = lines.filter((line) => runs === 0 || !line.posted.isZero());
  const total = waiting.reduce((sum, line) => sum.plus(line.posted), new Decimal(0));
  return {
    count: waiting.length + balances.length - rated.length,
    amounts:
      waiting.length === 0 ? [] : [{ amount: total.toFixed(), currency: point.tenant.functionalCurrency }],
    fingerprint: total.toFixed(),
  };
}

/** Counts one when the month's end has no run, or something is to be posted since. */
async function unprovided(db: Executor, { point }: CloseScope): Promise<CheckFinding> {
  const standing = await readAllowanceStanding(db, point);
  if (!standing) return { count: 0, amounts: [], fingerprint: "", isNotApplicable: true };
  const change = new Decimal(standing.change);
  const isDone = standing.runs > 0 && change.isZero();
  return {
    count: isDone ? 0 : 1,
    amounts: change.isZero() ? [] : [{ amount: change.toFixed(), currency: point.tenant.functionalCurrency }],
    fingerprint: change.toFixed(),
  };
}
