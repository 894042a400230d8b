import { type Amount, Decimal } from "../../platform/money.js";
import type {
  BankBalance,
  BankEntry,
  BankStatement,
  DeclaredTotal,
  DeclaredTotals,
  FilePage,
  Finding,
} from "./bank-file.model.js";

/**
 * Whether the statement is complete and unaltered by its own account, in two independent ways.
 *
 * Totals (`TxsSummry`): the sender counted and summed its entries. Any disagreement means that entries were lost,
 * added or changed on the way: REJECT_FILE. Banks total either all entries or the booked ones; whichever it is,
 * it must be the same for every figure.
 *
 * Balances: opening + booked credits − booked debits = closing. When totals are stated and agree, the entries
 * are proven complete, and a difference lies in the balances (banks send the balance of another page, or
 * one that counts back-dated entries): WARN. Without such totals the balances are the only control total there is,
 * and a difference may be a lost payment: REJECT_FILE. When neither can be checked: WARN, since nothing proves
 * that the file is complete.
 */
export function checkControlTotals(statement: BankStatement, path: string, page?: FilePage): Finding[] {
  const totals = statement.declaredTotals;
  const wrongTotals = totals ? checkTotals(statement, totals, path, page) : [];
  if (wrongTotals.length > 0) return wrongTotals;
  const complete = statement.isSealed === true || (totals !== undefined && provesCompleteness(totals));
  return checkBalances(statement, complete, path);
}

function checkTotals(
  statement: BankStatement,
  totals: DeclaredTotals,
  path: string,
  page?: FilePage,
): Finding[] {
  const all = disagreements(totals, statement.entries);
  if (all.length === 0) return [];
  const booked = disagreements(
    totals,
    statement.entries.filter((entry) => entry.status === "BOOKED"),
  );
  if (booked.length === 0) return [];
  const paged =
    page && (page.number !== "1" || !page.last)
      ? " The file is one page of several, so the totals may be of all pages."
      : "";
  return all.map((disagreement) => ({
    severity: "REJECT_FILE",
    code: "CONTROL_TOTAL_MISMATCH",
    message: `Statement ${statement.id}: ${disagreement}. Entries were lost, added or changed: nothing may be posted.${paged} Ask the bank for the complete file.`,
    line: totals.line,
    path,
  }));
}

function disagreements(totals: DeclaredTotals, entries: readonly BankEntry[]): string[] {
  const credits = entries.filter((entry) => entry.side === "CREDIT");
  const debits = entries.filter((entry) => entry.side === "DEBIT");
  const net = sumOf(credits).minus(sumOf(debits));
  const found = [
    ...disagreement("entries", totals.all, entries),
    ...disagreement("credits", totals.credits, credits),
    ...disagreement("debits", totals.debits, debits),
  ];
  const declared = totals.all?.net;
  if (declared !== undefined && !net.eq(declared)) {
    found.push(`the bank states a net of ${declared}, credits less debits are ${net.toFixed()}`);
  }
  return found;
}

function disagreement(
  what: string,
  declared: DeclaredTotal | undefined,
  entries: readonly BankEntry[],
): string[] {
  const found: string[] = [];
  if (declared?.count !== undefined && declared.count !== entries.length) {
    found.push(`the bank states ${declared.count} ${what}, the file holds ${entries.length}`);
  }
  const sum = sumOf(entries);
  if (declared?.sum !== undefined && !sum.eq(declared.sum)) {
    found.push(
      `the bank states ${what} of ${declared.sum} in sum, those in the file sum to ${sum.toFixed()}`,
    );
  }
  return found;
}

/** Only a count together with a sum, of everything or of both sides, proves that nothing is missing. */
function provesCompleteness({ all, credits, debits }: DeclaredTotals): boolean {
  const full = (total: DeclaredTotal | undefined): boolean =>
    total?.count !== undefined && total.sum !== undefined;
  return full(all) || (full(credits) && full(debits));
}

function checkBalances(statement: BankStatement, complete: boolean, path: string): Finding[] {
  const { openingBalance: opening, closingBalance: closing } = statement;
  const obstacle = whyNotComparable(statement);
  if (obstacle === null && opening && closing)
    return compareBalances(statement, opening, closing, complete, path);
  if (complete) return [];
  const advice = statement.report
    ? "The account's statement, which comes later, will tell."
    : "Compare the account's balance with the bank before you rely on it.";
  return [
    {
      severity: "WARN",
      code: "NO_CONTROL_TOTAL",
      message: `Statement ${statement.id}: nothing proves that no entry is missing, since it has no totals with count and sum and ${obstacle ?? "no balances"}. ${advice}`,
      line: statement.line,
      path,
    },
  ];
}

function compareBalances(
  statement: BankStatement,
  opening: BankBalance,
  closing: BankBalance,
  complete: boolean,
  path: string,
): Finding[] {
  const booked = statement.entries.filter((entry) => entry.status === "BOOKED");
  const expected = booked.reduce<Decimal>(
    (sum, entry) => sum.plus(signed(entry)),
    new Decimal(opening.amount),
  );
  if (expected.eq(closing.amount)) return [];
  const difference = expected.minus(closing.amount).neg().toFixed();
  const advice = complete
    ? "The bank's totals agree with the entries, so none is missing: ask the bank which balance it sends."
    : "The file has no totals that agree with its entries, so an entry may be missing: nothing may be posted. Ask the bank for the complete file.";
  return [
    {
      severity: complete ? "WARN" : "REJECT_FILE",
      code: "BALANCE_MISMATCH",
      message: `Statement ${statement.id}: opening balance ${opening.amount} and the booked entries make ${expected.toFixed()} ${closing.currency}, but the closing balance is ${closing.amount} (difference ${difference}). ${advice}`,
      line: closing.line,
      path,
    },
  ];
}

function whyNotComparable(statement: BankStatement): string | null {
  const { openingBalance: opening, closingBalance: closing, currency } = statement;
  if (!opening && !closing) return "no balances";
  if (!opening) return "no opening balance";
  if (!closing) return "no closing balance";
  if (opening.currency !== currency || closing.currency !== currency) {
    return `its balances are not both in ${currency} (opening ${opening.currency}, closing ${closing.currency})`;
  }
  const booked = statement.entries.filter((entry) => entry.status === "BOOKED");
  const unclear = booked.some((entry) => entry.amount === null || entry.currency !== currency);
  const unknown = statement.entries.some((entry) => entry.status === null);
  return unclear || unknown ? "it has entries whose amount, currency or status is unclear" : null;
}

function sumOf(entries: readonly BankEntry[]): Decimal {
  return entries.reduce<Decimal>((sum, entry) => sum.plus(entry.amount ?? 0), new Decimal(0));
}

function signed(entry: BankEntry): Decimal {
  const amount: Amount = entry.amount ?? "0";
  return entry.side === "CREDIT" ? new Decimal(amount) : new Decimal(amount).neg();
}
