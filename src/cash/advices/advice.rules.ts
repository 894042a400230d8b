import { Decimal, fitsCurrency, INTEGER_DIGITS_MAX, isTooLarge, minorUnits } from "../../platform/money.js";
import { type Finding, gravestFirst, type Severity } from "../bank-files/index.js";
import type { AdviceLine, ParsedAdviceFile, RemittanceAdvice } from "./advice.model.js";
import { sumOf } from "./advice-total.rules.js";
import { isIsoCurrency } from "./advice-values.rules.js";

/** Longest document number and longest text that real advices hold. */
const MAX_REFERENCE = 80;

/**
 * Everything that a person must know before the advices are used, the gravest first, then by line; what was seen
 * while reading is among it. With one REJECT_FILE nothing is taken in; an advice named by a QUARANTINE_ENTRY is kept
 * for a person and never paired or matched by itself.
 *
 * Lines that do not sum to the payment are a warning: the money is what the bank books, the advice stays evidence,
 * and the difference is for whoever applies it. Where the count of segments is wrong as well, both controls say
 * that something was lost, and the advice is quarantined.
 */
export function validateAdviceFile(file: ParsedAdviceFile): Finding[] {
  const miscounted = new Set(
    file.findings.filter(({ code }) => code === "SEGMENT_COUNT").map(({ entryIndex }) => entryIndex),
  );
  return gravestFirst([
    ...file.findings,
    ...file.advices.flatMap((advice) => checkAdvice(advice, miscounted.has(advice.index))),
    ...checkRepeatedAdvices(file.advices),
  ]);
}

/** The advices that may be paired and matched: none of a rejected file, and none quarantined. */
export function usableAdvices(file: ParsedAdviceFile, findings: readonly Finding[]): RemittanceAdvice[] {
  if (findings.some(({ severity }) => severity === "REJECT_FILE")) return [];
  const quarantined = new Set(
    findings.filter(({ severity }) => severity === "QUARANTINE_ENTRY").map(({ entryIndex }) => entryIndex),
  );
  return file.advices.filter(({ index }) => !quarantined.has(index));
}

type Report = (severity: Severity, code: string, message: string, line?: number) => Finding;

function checkAdvice(advice: RemittanceAdvice, miscounted: boolean): Finding[] {
  const report: Report = (severity, code, message, line = advice.line) => ({
    severity,
    code,
    message: `Advice at line ${advice.line}: ${message}`,
    line,
    entryIndex: advice.index,
  });
  return [
    ...checkTotal(advice, report),
    ...checkSum(advice, miscounted, report),
    ...checkNames(advice, report),
    ...advice.lines.flatMap((line) => checkLine(line, advice, report)),
    ...checkRepeatedLines(advice, report),
  ];
}

function checkTotal({ total, currency }: RemittanceAdvice, report: Report): Finding[] {
  if (currency !== null && !isIsoCurrency(currency)) {
    const message = `"${currency.slice(0, 10)}" is no ISO 4217 currency. Ask the payer.`;
    return [report("QUARANTINE_ENTRY", "UNKNOWN_CURRENCY", message)];
  }
  if (total === null) {
    const message = "it does not say what is paid. Ask the payer for the amount.";
    return [report("QUARANTINE_ENTRY", "MISSING_AMOUNT", message)];
  }
  if (new Decimal(total).isNegative()) {
    const message = `its payment of ${total} is below zero. Ask the payer what is meant.`;
    return [report("QUARANTINE_ENTRY", "NEGATIVE_TOTAL", message)];
  }
  return checkSize(total, currency, null, report);
}

function checkSize(amount: string, currency: string | null, line: number | null, report: Report): Finding[] {
  const at = line ?? undefined;
  if (isTooLarge(amount)) {
    const message = `${amount} has more than ${INTEGER_DIGITS_MAX} digits before the point. Ask the payer for the amount.`;
    return [report("QUARANTINE_ENTRY", "AMOUNT_TOO_LARGE", message, at)];
  }
  if (currency !== null && isIsoCurrency(currency) && !fitsCurrency(amount, currency)) {
    const message = `${amount} has more decimals than ${currency} has (${minorUnits(currency)}). Ask the payer for the exact amount.`;
    return [report("QUARANTINE_ENTRY", "TOO_MANY_DECIMALS", message, at)];
  }
  return [];
}

function checkSum(advice: RemittanceAdvice, miscounted: boolean, report: Report): Finding[] {
  const { total, lines } = advice;
  if (lines.length === 0) {
    return [
      report("WARN", "NO_LINES", "it names no documents. Apply the payment by hand, or ask the payer."),
    ];
  }
  const sum = sumOf(lines);
  if (total === null || sum === null || sum.eq(total)) return [];
  const difference = new Decimal(total).minus(sum).toFixed();
  const what = `the payment is ${total}, its lines sum to ${sum.toFixed()} (difference ${difference})`;
  if (!miscounted) {
    const message = `${what}. Find the difference before you apply it.`;
    return [report("WARN", "LINES_MISMATCH", message)];
  }
  const message = `${what}, and its count of segments is wrong: parts of it were lost. Ask the payer for it again.`;
  return [report("QUARANTINE_ENTRY", "LINES_MISMATCH", message)];
}

function checkNames(advice: RemittanceAdvice, report: Report): Finding[] {
  const findings: Finding[] = [];
  const { payer } = advice;
  if (advice.paymentReferences.length === 0) {
    const message =
      "it names no trace, cheque or payment number, so it is paired with its payment by payer and amount only.";
    findings.push(report("WARN", "MISSING_PAYMENT_REFERENCE", message));
  }
  if (advice.paidOn === null)
    findings.push(report("WARN", "MISSING_DATE", "it does not say when it is paid."));
  if (payer.name === null && payer.identifiers.length === 0 && payer.account === null) {
    findings.push(report("WARN", "MISSING_PAYER", "it does not say who pays."));
  }
  return findings;
}

function checkLine(line: AdviceLine, { currency }: RemittanceAdvice, report: Report): Finding[] {
  const findings: Finding[] = [];
  if (line.reference === null && line.referenceType !== "ADJUSTMENT") {
    const message = `the line at ${line.line} names no document.`;
    findings.push(report("WARN", "MISSING_REFERENCE", message, line.line));
  }
  if (line.paid === null) {
    const message = `the line at ${line.line} does not say what is paid for "${(line.reference ?? "").slice(0, 40)}".`;
    findings.push(report("WARN", "AMOUNT_NOT_STATED", message, line.line));
  }
  if ((line.reference?.length ?? 0) > MAX_REFERENCE) {
    const message = `the document number "${line.reference?.slice(0, 30)}…" has ${line.reference?.length} characters. It is taken whole.`;
    findings.push(report("WARN", "TEXT_TOO_LONG", message, line.line));
  }
  const amounts = [line.paid, line.gross, line.discount, ...line.adjustments.map(({ amount }) => amount)];
  const wrong = amounts.flatMap((amount) =>
    amount === null ? [] : checkSize(amount, currency, line.line, report),
  );
  return [...findings, ...wrong];
}

/** The same document for the same amount twice: often a line that was sent twice. */
function checkRepeatedLines(advice: RemittanceAdvice, report: Report): Finding[] {
  const seen = new Map<string, AdviceLine>();
  return advice.lines.flatMap((line): Finding[] => {
    if (line.reference === null || line.paid === null) return [];
    const key = JSON.stringify([line.reference, line.referenceType, line.paid]);
    const first = seen.get(key);
    if (!first) {
      seen.set(key, line);
      return [];
    }
    const message = `"${line.reference.slice(0, 40)}" for ${line.paid} at line ${line.line} stands at line ${first.line} before. Ask the payer whether it is meant twice.`;
    return [report("WARN", "REPEATED_LINE", message, line.line)];
  });
}

function checkRepeatedAdvices(advices: readonly RemittanceAdvice[]): Finding[] {
  const seen = new Map<string, RemittanceAdvice>();
  return advices.flatMap((advice): Finding[] => {
    const [reference] = advice.paymentReferences;
    if (!reference) return [];
    const { payer, number, total, currency } = advice;
    const key = JSON.stringify([payer.name, payer.identifiers, reference.value, number, total, currency]);
    const first = seen.get(key);
    if (!first) {
      seen.set(key, advice);
      return [];
    }
    const message = `Advice at line ${advice.line}: it repeats payer, number and amount of the advice at line ${first.line} (${reference.value.slice(0, 40)}). Ask the payer whether it is meant twice.`;
    return [
      {
        severity: "QUARANTINE_ENTRY",
        code: "DUPLICATE_ADVICE",
        message,
        line: advice.line,
        entryIndex: advice.index,
      },
    ];
  });
}
