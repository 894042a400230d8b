import { type Amount, Decimal } from "../../platform/money.js";
import type { Finding } from "../bank-files/index.js";
import type { AdviceLine, RemittanceAdvice } from "./advice.model.js";
import { amountText } from "./advice-values.rules.js";

/** An advice whose amounts have been read in the one way that its total bears out, and what was read into it. */
export interface SettledAdvice {
  readonly advice: RemittanceAdvice;
  readonly findings: readonly Finding[];
}

/**
 * Gives every amount its currency's decimals, fills in what follows from the other amounts of a line, and settles
 * how `paid` is meant. Payers write a netted credit memo with or without a minus, and the amount beside deductions
 * before or after them; the advice's own total tells which: the first reading that sums to it is taken, and told
 * when it is not the one written. Where none does, or there is no total, a credit memo counts as negative.
 * An advice without a total has the sum of its lines for one.
 */
export function settleAdvice(read: RemittanceAdvice): SettledAdvice {
  const { currency } = read;
  const total = read.total === null ? null : amountText(new Decimal(read.total), currency);
  const lines = read.lines.map((line) => completed(line, read.lines.length === 1 ? total : null, currency));
  const reading = readingOf(lines, total);
  const settled = lines.map((line) => ({ ...line, paid: inCurrency(reading.paid(line), currency) }));
  const sum = sumOf(settled);
  const advice = { ...read, lines: settled, total: total ?? (sum && amountText(sum, currency)) };
  const findings: Finding[] = [];
  const warn = (code: string, message: string) =>
    findings.push({
      severity: "WARN",
      code,
      message: `Advice at line ${read.line}: ${message}`,
      line: read.line,
      entryIndex: read.index,
    });
  if (reading.told !== null) warn("AMOUNTS_READ_ANEW", reading.told);
  if (total === null && sum !== null && lines.length > 0) {
    const message = `it states no total; its lines sum to ${sum.toFixed()}, which is taken for the payment.`;
    warn("NO_CONTROL_TOTAL", message);
  }
  return { advice, findings };
}

/** The exact sum of what the lines pay; null when a line does not say. */
export function sumOf(lines: readonly AdviceLine[]): Decimal | null {
  return addedUp(lines, AS_WRITTEN.paid);
}

function addedUp(lines: readonly AdviceLine[], paidOf: Reading["paid"]): Decimal | null {
  let sum = new Decimal(0);
  for (const line of lines) {
    const paid = paidOf(line);
    if (paid === null) return null;
    sum = sum.plus(paid);
  }
  return sum;
}

interface Reading {
  readonly told: string | null;
  readonly paid: (line: AdviceLine) => Decimal | null;
}

const AS_WRITTEN: Reading = { told: null, paid: (line) => decimal(line.paid) };

const CREDITS_NEGATIVE: Reading = {
  told: "its credit memos are written without a minus; they are taken off the payment.",
  paid: (line) => {
    const paid = decimal(line.paid);
    return line.referenceType === "CREDIT_MEMO" && paid?.isPositive() ? paid.neg() : paid;
  },
};

const LESS_ADJUSTMENTS: Reading = {
  told: "what its lines pay is written before their own adjustments, which are taken off.",
  paid: (line) => adjusted(line, decimal(line.paid)),
};

const BOTH: Reading = {
  told: "its credit memos are written without a minus and its lines before their own adjustments; both are taken off.",
  paid: (line) => adjusted(line, CREDITS_NEGATIVE.paid(line)),
};

function readingOf(lines: readonly AdviceLine[], total: Amount | null): Reading {
  const readings = [AS_WRITTEN, CREDITS_NEGATIVE, LESS_ADJUSTMENTS, BOTH];
  const found = readings.find(({ paid }) => total !== null && addedUp(lines, paid)?.eq(total));
  if (found) return found;
  const positiveCredits = lines.some(
    (line) => line.referenceType === "CREDIT_MEMO" && decimal(line.paid)?.gt(0),
  );
  return positiveCredits ? CREDITS_NEGATIVE : AS_WRITTEN;
}

function adjusted(line: AdviceLine, paid: Decimal | null): Decimal | null {
  if (paid === null || line.referenceType === "ADJUSTMENT") return paid;
  return line.adjustments.reduce<Decimal>((sum, { amount }) => sum.plus(amount), paid);
}

/** A line with what follows from its other amounts: paid = gross − discount + adjustments. */
function completed(line: AdviceLine, only: Amount | null, currency: string | null): AdviceLine {
  const gross = decimal(line.gross);
  const paid = decimal(line.paid) ?? netOf(line, gross) ?? decimal(only);
  const written = decimal(line.discount);
  // Some write the discount with the minus with which it lessens the payment.
  const taken = written && gross && paid && gross.minus(paid).eq(written.neg()) ? written.neg() : written;
  return {
    ...line,
    paid: inCurrency(paid, currency),
    gross: inCurrency(gross, currency),
    discount: inCurrency(taken, currency),
    adjustments: line.adjustments.map((each) => ({
      ...each,
      amount: amountText(new Decimal(each.amount), currency),
    })),
  };
}

function netOf(line: AdviceLine, gross: Decimal | null): Decimal | null {
  if (gross === null) return null;
  return adjusted(line, gross.minus(line.discount ?? 0));
}

function inCurrency(value: Decimal | null, currency: string | null): Amount | null {
  return value === null ? null : amountText(value, currency);
}

function decimal(amount: Amount | null): Decimal | null {
  return amount === null ? null : new Decimal(amount);
}
