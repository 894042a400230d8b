import type { BusinessDate } from "../../platform/business-date.js";
import type { Decimal } from "../../platform/money.js";

/** A line of a statement that may be the money of movements. */
export interface StatementLine {
  readonly id: string;
  readonly date: BusinessDate;
  /** Positive when money came in. */
  readonly amount: Decimal;
  readonly description: string;
  /** Receipts that were made of it. */
  readonly receiptNumbers: readonly string[];
  readonly customerId: string | null;
  readonly customerName: string | null;
}

/** A movement of the cash account that came from no bank line. */
export interface CashMovement {
  readonly id: string;
  readonly date: BusinessDate;
  /** Positive when money came in. */
  readonly amount: Decimal;
  /** What it is of, e.g. a receipt's number; a movement and its reversal have one and the same. */
  readonly documentNumber: string;
  readonly reference: string | null;
  readonly method: string | null;
  readonly customerId: string | null;
  readonly customerName: string | null;
  /** It takes another movement back. */
  readonly isReversal: boolean;
  /** It is a receipt that can be taken back. */
  readonly isStandingReceipt: boolean;
}

export type BankMatchKind = "ONE_TO_ONE" | "BATCH" | "DIFFERENCE" | "VOID";
export type DifferenceReason = "BANK_FEE" | "TYPING_ERROR" | "OTHER";
export type ReceiptsKept = "RECORDED" | "FROM_BANK";

/** A bank line and movements that seem to be its money, or movements that undo each other. */
export interface ProposedMatch {
  readonly kind: BankMatchKind;
  readonly line: StatementLine | null;
  readonly movements: readonly CashMovement[];
  /** The bank's amount less the movements'. */
  readonly difference: Decimal;
  readonly differenceReason: DifferenceReason | null;
  /** Which receipts should stay where the line's money became receipts twice. */
  readonly keep: ReceiptsKept;
  readonly evidence: string;
}

export interface ProposedMatches {
  readonly proposals: readonly ProposedMatch[];
  /** Those of which nothing is proposed. */
  readonly lines: readonly StatementLine[];
  readonly movements: readonly CashMovement[];
}
