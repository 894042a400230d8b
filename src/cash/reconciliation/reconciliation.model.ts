import type { BusinessDate } from "../../platform/business-date.js";
import type { Decimal } from "../../platform/money.js";

/** A line of a bank statement. Negative when money went out. */
export interface BankLine {
  readonly id: string;
  readonly date: BusinessDate;
  readonly amount: Decimal;
  readonly description: string;
}

/** A line of the cash account in the ledger. Negative when money went out. */
export interface CashLine {
  readonly id: string;
  readonly date: BusinessDate;
  readonly amount: Decimal;
  readonly description: string;
  /** Its document's number, e.g. a cheque's. */
  readonly reference: string;
  /** It takes another line back. */
  readonly cancels: boolean;
}

export interface ReconciliationSettings {
  /** A bank line may be so many days later than its ledger line. */
  readonly daysLater: number;
  /** And so many days earlier. */
  readonly daysEarlier: number;
  /** The most that a bank takes as a fee out of a transfer, or that an exchange differs by. */
  readonly feeMost: Decimal;
}

export interface OneToOne {
  readonly bank: BankLine;
  readonly ledger: CashLine;
  readonly evidence: string;
}

export interface ManyToOne {
  readonly bank: BankLine;
  readonly ledger: readonly CashLine[];
  readonly evidence: string;
}

export interface AmountMismatch extends OneToOne {
  /** The bank's amount less the ledger's. */
  readonly difference: Decimal;
}

/** Two ledger lines that undo each other; the bank has neither. */
export interface OffsettingPair {
  readonly ledger: readonly [CashLine, CashLine];
  readonly evidence: string;
}

/** Each line of either side stands in it once. */
export interface Reconciliation {
  readonly oneToOne: readonly OneToOne[];
  readonly manyToOne: readonly ManyToOne[];
  readonly mismatches: readonly AmountMismatch[];
  readonly offsetting: readonly OffsettingPair[];
  readonly unmatchedBank: readonly BankLine[];
  readonly unmatchedLedger: readonly CashLine[];
}
