import type { BusinessDate } from "../../platform/business-date.js";
import { daysBetween } from "../../platform/business-date.js";
import { Decimal } from "../../platform/money.js";
import { amountSlip } from "../reconciliation/amount-slip.rules.js";
import {
  type BankLine,
  type CashLine,
  DEFAULT_RECONCILIATION_SETTINGS,
  type Reconciliation,
  reconcile,
} from "../reconciliation/index.js";
import type {
  BankMatchKind,
  CashMovement,
  DifferenceReason,
  ProposedMatch,
  ProposedMatches,
  ReceiptsKept,
  StatementLine,
} from "./bank-match.model.js";
import { chequeBatches } from "./cheque-batches.rules.js";

/** By what a match is known again: its line and its movements, whatever their order. */
export function matchKey(bankEntryId: string | null, movementIds: readonly string[]): string {
  return `${bankEntryId ?? ""}:${movementIds.toSorted().join(",")}`;
}

/**
 * What of the bank's lines and the ledger's movements belongs together. What a person has rejected is not proposed again,
 * nor is money of one customer for another's.
 */
export function proposeMatches(
  lines: readonly StatementLine[],
  movements: readonly CashMovement[],
  rejected: ReadonlySet<string>,
): ProposedMatches {
  const isFit = (match: ProposedMatch) =>
    isOfOneCustomer(match) &&
    isSmall(match) &&
    !rejected.has(
      matchKey(
        match.line?.id ?? null,
        match.movements.map(({ id }) => id),
      ),
    );
  const first = matchesOf(lines, movements);
  const unfit = first.filter((match) => !isFit(match));
  const proposals = first.filter(isFit);
  if (unfit.length > 0) {
    // What was held for another's or rejected money may still belong elsewhere.
    const left = without(lines, movements, proposals);
    const others = new Set(unfit.flatMap((match) => match.movements));
    const again = matchesOf(
      left.lines,
      left.movements.filter((movement) => !others.has(movement)),
    );
    proposals.push(...again.filter(isFit));
  }
  const left = without(lines, movements, proposals);
  proposals.push(...chequeBatches(left.lines, left.movements).map(told).filter(isFit));
  return { proposals, ...without(lines, movements, proposals) };
}

function without(
  lines: readonly StatementLine[],
  movements: readonly CashMovement[],
  proposals: readonly ProposedMatch[],
): Pick<ProposedMatches, "lines" | "movements"> {
  const taken = new Set<StatementLine | CashMovement | null>(
    proposals.flatMap((match) => [match.line, ...match.movements]),
  );
  return {
    lines: lines.filter((line) => !taken.has(line)),
    movements: movements.filter((movement) => !taken.has(movement)),
  };
}

/** A line whose payer is known is nobody else's money. */
function isOfOneCustomer({ line, movements }: ProposedMatch): boolean {
  const payer = line?.customerId ?? null;
  return payer === null || movements.some(({ customerId }) => customerId === null || customerId === payer);
}

/** Of a small payment no bank keeps the half. */
const DIFFERENCE_SHARE_MOST = 0.2;

function isSmall({ line, difference, differenceReason }: ProposedMatch): boolean {
  if (!line || differenceReason === null || differenceReason === "TYPING_ERROR") return true;
  return difference.abs().lte(line.amount.abs().times(DIFFERENCE_SHARE_MOST));
}

function matchesOf(lines: readonly StatementLine[], movements: readonly CashMovement[]): ProposedMatch[] {
  const bank = new Map(lines.map((line): [BankLine, StatementLine] => [bankLineOf(line), line]));
  const ledger = new Map(
    movements.map((movement): [CashLine, CashMovement] => [cashLineOf(movement, lines), movement]),
  );
  const found = reconcile([...bank.keys()], [...ledger.keys()]);
  return inTheirOrder(found).map(({ kind, bank: line, ledger: cash, evidence }) =>
    told({
      kind,
      line: (line && bank.get(line)) ?? null,
      movements: cash.flatMap((one) => ledger.get(one) ?? []),
      evidence,
    }),
  );
}

interface Found<Line, Movement> {
  readonly kind: BankMatchKind;
  readonly line: Line | null;
  readonly movements: readonly Movement[];
  readonly evidence: string;
}

function inTheirOrder({ oneToOne, manyToOne, mismatches, offsetting }: Reconciliation) {
  return [
    ...oneToOne.map((one) => ({ ...one, kind: "ONE_TO_ONE" as const, ledger: [one.ledger] })),
    ...manyToOne.map((one) => ({ ...one, kind: "BATCH" as const })),
    ...mismatches.map((one) => ({ ...one, kind: "DIFFERENCE" as const, ledger: [one.ledger] })),
    ...offsetting.map((one) => ({ ...one, kind: "VOID" as const, bank: null })),
  ];
}

/** A payer that is known stands for itself; of what it wrote, only the numbers tell more. */
function bankLineOf({ id, date, amount, description, customerName }: StatementLine): BankLine {
  const numbers = description.match(/\d+/g) ?? [];
  return { id, date, amount, description: [customerName ?? description, ...numbers].join(" ") };
}

/**
 * A reversal has its original's number with something behind it, by which the two are known to undo each other; not when
 * the bank has booked the money as going back, for then it came before.
 */
function cashLineOf(movement: CashMovement, lines: readonly StatementLine[]): CashLine {
  const { id, date, amount, isReversal, customerName } = movement;
  const own = [movement.documentNumber, movement.reference].filter(Boolean).join(" ");
  const description = customerName ?? movement.reference ?? "";
  if (!isReversal) return { id, date, amount, description, reference: own, cancels: false };
  const isBooked = lines.some((line) => line.amount.eq(amount) && isNear(date, line.date));
  const reference = isBooked ? `reversal of ${own}` : `${own} (reversed)`;
  return { id, date, amount, description, reference, cancels: true };
}

function isNear(ledger: BusinessDate, bank: BusinessDate): boolean {
  const { daysLater, daysEarlier } = DEFAULT_RECONCILIATION_SETTINGS;
  const days = daysBetween(ledger, bank);
  return days <= daysLater && days >= -daysEarlier;
}

/** With what is to be done about its difference, and about money that is in the ledger twice. */
function told({ kind, line, movements, evidence }: Found<StatementLine, CashMovement>): ProposedMatch {
  const sum = movements.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
  const difference = (line?.amount ?? new Decimal(0)).minus(sum);
  const isTwice = line !== null && line.receiptNumbers.length > 0;
  const isMistyped = amountSlip(line?.amount ?? sum, sum, new Decimal(0)) === "TRANSPOSED_DIGITS";
  const keep =
    isTwice && isMistyped && movements.every(({ isStandingReceipt }) => isStandingReceipt)
      ? "FROM_BANK"
      : "RECORDED";
  const differenceReason = keep === "FROM_BANK" ? null : reasonOf(difference, isMistyped);
  const twice = isTwice ? twiceWords(line, movements, keep) : [];
  return {
    ...{ kind, line, movements, difference, differenceReason, keep },
    evidence: [evidence, ...twice].join("; "),
  };
}

/** A bank takes its fee from what comes in, and on top of what goes out. */
function reasonOf(difference: Decimal, isMistyped: boolean): DifferenceReason | null {
  if (difference.isZero()) return null;
  if (isMistyped) return "TYPING_ERROR";
  return difference.isNegative() ? "BANK_FEE" : "OTHER";
}

function twiceWords(
  { receiptNumbers }: StatementLine,
  movements: readonly CashMovement[],
  keep: ReceiptsKept,
): string[] {
  const made = `the bank line was made receipt ${receiptNumbers.join(", ")}`;
  if (keep === "RECORDED") return [`${made}, which is taken back: the money is in already`];
  const recorded = movements.map(({ documentNumber }) => documentNumber).join(", ");
  return [`${made}, which stays with the bank's amount: ${recorded} is taken back`];
}
