import { Decimal, fitsCurrency, INTEGER_DIGITS_MAX, isTooLarge, minorUnits } from "../../platform/money.js";
import type { BankEntry, BankStatement, EntryDetail, Finding, Severity } from "./bank-file.model.js";
import { isIsoCurrency } from "./iso20022-values.js";
import { leftToStatement } from "./provisional-entry.rules.js";

/** Longest line of remittance text and longest name, ISO 20022 Max140Text. */
const MAX_TEXT = 140;

/** What is wrong with one entry by itself: QUARANTINE_ENTRY where posting it would be a guess, else WARN. */
export function checkEntry(entry: BankEntry, statement: BankStatement, path: string): Finding[] {
  const report = reporterOf(entry, path);
  return [
    ...checkAmount(entry, statement, report),
    ...checkDates(entry, statement, report),
    ...checkStatus(entry, report),
    ...checkReference(entry, statement, report),
    ...checkDetails(entry, report),
    ...entry.details.flatMap((detail) => checkTexts(detail, report)),
  ];
}

type Reporter = (severity: Severity, code: string, message: string, line?: number) => Finding;

function reporterOf(entry: BankEntry, path: string): Reporter {
  return (severity, code, message, line = entry.line) => ({
    severity,
    code,
    message: `Entry at line ${entry.line}: ${message}`,
    line,
    entryIndex: entry.index,
    path,
  });
}

function checkAmount(entry: BankEntry, statement: BankStatement, report: Reporter): Finding[] {
  const { amount, currency } = entry;
  const quarantine = (code: string, message: string): Finding[] => [
    report("QUARANTINE_ENTRY", code, message),
  ];
  if (amount === null) {
    const written = entry.unreadable.find((value) => value.field === "amount");
    if (!written) return quarantine("MISSING_AMOUNT", "it has no amount. Ask the bank what was booked.");
    const message = `the amount "${written.text}" is not an unsigned number of at most 18 digits. Ask the bank what was booked.`;
    return quarantine("INVALID_AMOUNT", message);
  }
  if (currency === null)
    return quarantine("UNKNOWN_CURRENCY", `the amount ${amount} has no currency. Ask the bank.`);
  if (!isIsoCurrency(currency)) {
    return quarantine(
      "UNKNOWN_CURRENCY",
      `"${currency.slice(0, 10)}" is no ISO 4217 currency. Ask the bank.`,
    );
  }
  if (new Decimal(amount).isZero()) {
    return quarantine(
      "ZERO_AMOUNT",
      "the amount is zero, so there is nothing to post. Close it, or ask the bank why it was sent.",
    );
  }
  if (isTooLarge(amount)) {
    const message = `the amount ${amount} has more than ${INTEGER_DIGITS_MAX} digits before the point. Ask the bank what was booked.`;
    return quarantine("AMOUNT_TOO_LARGE", message);
  }
  if (!fitsCurrency(amount, currency)) {
    const message = `${amount} has more decimals than ${currency} has (${minorUnits(currency)}). Ask the bank for the exact amount.`;
    return quarantine("TOO_MANY_DECIMALS", message);
  }
  if (statement.currency !== null && currency !== statement.currency) {
    const message = `it is in ${currency}, the account in ${statement.currency}. Ask the bank for the amount booked in ${statement.currency}.`;
    return quarantine("CURRENCY_MISMATCH", message);
  }
  return [];
}

function checkDates(entry: BankEntry, statement: BankStatement, report: Reporter): Finding[] {
  const findings = entry.unreadable
    .filter((value) => value.field === "bookingDate" || value.field === "valueDate")
    .map((value) => {
      const what = value.field === "bookingDate" ? "booking date" : "value date";
      return report(
        "QUARANTINE_ENTRY",
        "INVALID_DATE",
        `the ${what} "${value.text}" is no calendar date. Ask the bank for the date.`,
      );
    });
  if (findings.length > 0 || entry.bookingDate !== null || entry.status !== "BOOKED") return findings;
  // The statement brings the date.
  if (statement.report) return findings;
  if (entry.valueDate === null) {
    return [
      report(
        "QUARANTINE_ENTRY",
        "MISSING_DATE",
        "it has neither a booking nor a value date to post it on. Ask the bank.",
      ),
    ];
  }
  return [
    report("WARN", "MISSING_BOOKING_DATE", `it has no booking date; its value date is ${entry.valueDate}.`),
  ];
}

function checkStatus(entry: BankEntry, report: Reporter): Finding[] {
  if (entry.status !== null) return [];
  const written = entry.unreadable.find((value) => value.field === "status");
  const what = written ? `the status "${written.text}" is unknown` : "it has no status";
  return [
    report(
      "QUARANTINE_ENTRY",
      "UNKNOWN_STATUS",
      `${what}, so it is not clear whether the money moved. Ask the bank.`,
    ),
  ];
}

function checkReference(entry: BankEntry, statement: BankStatement, report: Reporter): Finding[] {
  const left = leftToStatement(entry, statement);
  if (left !== null) return [report("WARN", "LEFT_TO_STATEMENT", left)];
  if (entry.bankReference !== undefined) return [];
  const message =
    "the bank gave it no reference, so it is told from others by its contents alone. Check by eye that it is not in an earlier file in other words.";
  return [report("WARN", "MISSING_REFERENCE", message)];
}

function checkDetails(entry: BankEntry, report: Reporter): Finding[] {
  const findings = entry.batches
    .filter(
      (batch) =>
        batch.detailCount > 0 &&
        batch.declaredCount !== undefined &&
        batch.declaredCount !== batch.detailCount,
    )
    .map((batch) => {
      const message = `its batch states ${batch.declaredCount} transactions and delivers ${batch.detailCount}. Ask the bank for the missing ones before you apply it.`;
      return report("WARN", "DETAIL_COUNT_MISMATCH", message, batch.line);
    });
  const amounts = entry.details.map((detail) => detail.amount);
  if (entry.amount === null || amounts.length === 0 || amounts.every((amount) => amount === undefined))
    return findings;
  const foreign = entry.details.find(
    (detail) => detail.amount !== undefined && detail.currency !== entry.currency,
  );
  if (foreign) {
    const message = `a detail is in ${foreign.currency ?? "no currency"}, the entry in ${entry.currency}, so they cannot be compared. Apply the entry's own amount.`;
    return [...findings, report("WARN", "DETAIL_CURRENCY_DIFFERS", message, foreign.line)];
  }
  const sum = entry.details.reduce<Decimal>(
    (total, detail) => total.plus(towardsEntry(detail, entry)),
    new Decimal(0),
  );
  if (sum.eq(entry.amount)) return findings;
  const message = `its details sum to ${sum.toFixed()}, the entry is ${entry.amount}. The account moved by the entry's amount: find the difference (often a charge) before you apply it.`;
  return [...findings, report("WARN", "DETAILS_MISMATCH", message)];
}

function towardsEntry(detail: EntryDetail, entry: BankEntry): Decimal {
  const amount = new Decimal(detail.amount ?? 0);
  return detail.side === entry.side ? amount : amount.neg();
}

function checkTexts(detail: EntryDetail, report: Reporter): Finding[] {
  const texts = [...detail.remittanceLines, ...(detail.payerName === undefined ? [] : [detail.payerName])];
  const damaged = texts.find((text) => text.includes("\uFFFD"));
  if (damaged !== undefined) {
    const message = `characters of the text "${damaged.slice(0, 30)}" were lost before the file came here. It is taken as it is.`;
    return [report("WARN", "DAMAGED_TEXT", message, detail.line)];
  }
  const long = texts.find((text) => [...text].length > MAX_TEXT);
  if (long === undefined) return [];
  const message = `the text "${long.slice(0, 30)}…" has ${[...long].length} characters; the format allows ${MAX_TEXT}. It is taken whole.`;
  return [report("WARN", "TEXT_TOO_LONG", message, detail.line)];
}
