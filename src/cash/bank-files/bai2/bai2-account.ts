import { type BusinessDate } from "../../../platform/business-date.js";
import { Decimal } from "../../../platform/money.js";
import { BankFileError } from "../bank-file.error.js";
import type { BankBalance, BankEntry, BankStatement, DeclaredTotal, Finding } from "../bank-file.model.js";
import { amountOf, FieldCursor, readUnits } from "./bai2-fields.js";
import type { Bai2Record } from "./bai2-records.js";
import { CLOSING_LEDGER, kindOf, OPENING_LEDGER, TOTAL_CREDITS, TOTAL_DEBITS } from "./type-codes.js";

/** A balance or a total of an account, in the currency's smallest unit. */
interface Summary {
  readonly code: string;
  readonly units: Decimal;
  readonly count: number | undefined;
}

/** What a 03 with its continuations says of an account. */
export interface AccountHeader {
  readonly number: string;
  readonly currency: string;
  readonly line: number;
  readonly summaries: readonly Summary[];
  /** Of all amounts, as the account's trailer counts them. */
  readonly sum: Decimal;
}

/** @throws BankFileError WRONG_STRUCTURE when an amount, a count or a code cannot be read: the totals need all of them. */
export function readAccount(record: Bai2Record, groupCurrency: string): AccountHeader {
  const [first, ...others] = record.parts;
  const fields = (first?.text ?? "").split(",").map((field) => field.trim());
  const number = fields[0] ?? "";
  if (number === "") throw unreadable(record.line, "the account has no number");
  const parts = [
    { line: record.line, fields: fields.slice(2) },
    ...others.map(({ text, line }) => ({ line, fields: text.split(",").map((field) => field.trim()) })),
  ];
  const summaries = parts.flatMap((part) => summariesOf(part.fields, part.line));
  return {
    number,
    currency: fields[1] || groupCurrency,
    line: record.line,
    summaries,
    sum: summaries.reduce<Decimal>((sum, { units }) => sum.plus(units), new Decimal(0)),
  };
}

function summariesOf(fields: readonly string[], line: number): Summary[] {
  const cursor = new FieldCursor(fields);
  const found: Summary[] = [];
  while (!cursor.isAtEnd) {
    const code = cursor.next();
    const [amount, count] = [cursor.next(), cursor.next()];
    const units = readUnits(amount);
    if (units === null) throw unreadable(line, `the amount "${amount.slice(0, 20)}" is no whole number`);
    if (!/^\d{0,9}$/.test(count))
      throw unreadable(line, `the item count "${count.slice(0, 20)}" is no number`);
    if (cursor.funds() === null) throw unreadable(line, "the funds type is none of 0, 1, 2, S, V, D and Z");
    if (code === "" && amount === "") continue;
    if (kindOf(code) === null) throw unreadable(line, `"${code.slice(0, 10)}" is no type code`);
    found.push({ code, units, count: count === "" ? undefined : Number(count) });
  }
  return found;
}

function unreadable(line: number, what: string): BankFileError {
  const message = `Line ${line}: ${what}, so the account's totals cannot be checked. Ask the bank for a corrected file.`;
  return new BankFileError("WRONG_STRUCTURE", message, line);
}

/** The balances and totals of an account, in the model's terms. */
export type AccountFigures = Pick<BankStatement, "openingBalance" | "closingBalance" | "declaredTotals">;

/**
 * Ledger balances (010, 015) and totals (100, 400). Banks that report an account without its details state totals for
 * which there are no entries: that side's total is left out then with a finding, and so are the balances, since both
 * could only disagree.
 */
export function figuresOf(
  header: AccountHeader,
  entries: readonly BankEntry[],
  date: BusinessDate | null,
  findings: Finding[],
): AccountFigures {
  const isSummary = (code: string, side: BankEntry["side"], what: string): boolean => {
    const total = header.summaries.find((summary) => summary.code === code);
    if (!total || (total.units.isZero() && !total.count) || entries.some((entry) => entry.side === side))
      return false;
    const message = `Account ${header.number}: the bank states ${what} of ${amountOf(total.units, header.currency)} ${header.currency} and sends none of them singly. Nothing is posted of them: ask for a report with details if you need them.`;
    findings.push({ severity: "WARN", code: "NO_DETAIL", message, line: header.line });
    return true;
  };
  const lacksCredits = isSummary(TOTAL_CREDITS, "CREDIT", "credits");
  const lacksDebits = isSummary(TOTAL_DEBITS, "DEBIT", "debits");
  const credits = lacksCredits ? undefined : totalOf(header, TOTAL_CREDITS);
  const debits = lacksDebits ? undefined : totalOf(header, TOTAL_DEBITS);
  const declared = {
    ...(credits ? { credits } : {}),
    ...(debits ? { debits } : {}),
    line: header.line,
  };
  const opening = balanceOf(header, OPENING_LEDGER, date);
  const closing = balanceOf(header, CLOSING_LEDGER, date);
  const isWhole = !lacksCredits && !lacksDebits;
  return {
    ...(opening && isWhole ? { openingBalance: opening } : {}),
    ...(closing && isWhole ? { closingBalance: closing } : {}),
    ...(credits || debits ? { declaredTotals: declared } : {}),
  };
}

function totalOf({ summaries, currency }: AccountHeader, code: string): DeclaredTotal | undefined {
  const total = summaries.find((summary) => summary.code === code);
  if (!total) return undefined;
  const count = total.count === undefined ? {} : { count: total.count };
  return { ...count, sum: amountOf(total.units, currency) };
}

function balanceOf(
  { summaries, currency, line }: AccountHeader,
  code: string,
  date: BusinessDate | null,
): BankBalance | undefined {
  const balance = summaries.find((summary) => summary.code === code);
  return balance && { amount: amountOf(balance.units, currency), currency, date, line };
}
