import type { BusinessDate } from "../../platform/business-date.js";
import type { Amount } from "../../platform/money.js";
import type { Finding } from "../bank-files/index.js";

/** The formats that are read; each yields the same `ParsedAdviceFile`. */
export type AdviceFormatName = "X12_820" | "EDIFACT_REMADV" | "CSV" | "XLSX" | "EMAIL";

/**
 * What a file of remittance advices says: what payers say that they pay, without the money itself. Values that
 * cannot be read are null (never guessed) and stand in `findings`, with what was seen while reading.
 */
export interface ParsedAdviceFile {
  readonly format: AdviceFormatName;
  /** As the format writes it ("005010", "D.96A"); null for formats without versions. */
  readonly version: string | null;
  /** The sender's identification of the interchange or message; null if it has none. */
  readonly messageId: string | null;
  readonly advices: readonly RemittanceAdvice[];
  readonly findings: readonly Finding[];
}

export type PaymentMethod = "ACH" | "CHECK" | "WIRE" | "CARD" | "DIRECT_DEBIT" | "NONE" | "OTHER";

/** One advice: it explains one payment. */
export interface RemittanceAdvice {
  /** Position in the file, from 0. */
  readonly index: number;
  /** Line of the file on which the advice starts. */
  readonly line: number;
  /** The advice's own number as the payer gives it; null if it has none. */
  readonly number: string | null;
  /** By which the payment is known: trace number, cheque number, end-to-end id; in the order of their weight. */
  readonly paymentReferences: readonly SourceReference[];
  /** References of the advice as a whole that name no payment. */
  readonly otherReferences: readonly SourceReference[];
  readonly payer: AdviceParty;
  readonly payee: AdviceParty;
  readonly method: PaymentMethod;
  /** The day on which the payment is or was made, as the payer says. */
  readonly paidOn: BusinessDate | null;
  /** As written, so possibly not a currency; null when the advice does not state one. */
  readonly currency: string | null;
  /** The amount of the payment; null when the advice states none. Zero when credits and debits cancel out. */
  readonly total: Amount | null;
  readonly text: string | null;
  readonly lines: readonly AdviceLine[];
}

/** A name of something with the source's own word for what it names ("CK", "IV", "cheque_number"). */
export interface SourceReference {
  readonly type: string;
  readonly value: string;
  readonly line: number;
}

export interface AdviceParty {
  readonly name: string | null;
  readonly identifiers: readonly PartyIdentifier[];
  readonly account: string | null;
  /** Bank's routing number or BIC. */
  readonly routing: string | null;
}

export interface PartyIdentifier {
  readonly qualifier: string;
  readonly value: string;
}

export type AdviceReferenceType =
  | "INVOICE"
  | "CREDIT_MEMO"
  | "DEBIT_MEMO"
  | "PURCHASE_ORDER"
  | "ACCOUNT"
  /** Money added or taken off that names no document. */
  | "ADJUSTMENT"
  | "OTHER";

/** What the payer says about one document. Amounts are exact text in the advice's currency. */
export interface AdviceLine {
  /** Position in the advice, from 0. */
  readonly index: number;
  readonly line: number;
  /** The document's number as written; null on a line that names none. */
  readonly reference: string | null;
  readonly referenceType: AdviceReferenceType;
  readonly otherReferences: readonly SourceReference[];
  /** What of the payment is for this document: negative for a credit netted; null when not stated. */
  readonly paid: Amount | null;
  /** The document's amount before discount and adjustments, as the payer has it. */
  readonly gross: Amount | null;
  /** Positive when the payer took it. */
  readonly discount: Amount | null;
  readonly adjustments: readonly AdviceAdjustment[];
  readonly documentDate: BusinessDate | null;
  readonly text: string | null;
}

/** A difference between the gross amount and what is paid: negative when it lessens the payment. */
export interface AdviceAdjustment {
  readonly reasonCode: string | null;
  readonly amount: Amount;
  readonly text: string | null;
}
