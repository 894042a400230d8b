import type { BusinessDate } from "../../platform/business-date.js";
import type { CurrencyCode, Decimal } from "../../platform/money.js";
import type { MatchRule } from "./match-settings.rules.js";

/** What a payer, or its bank, says of one document: a line of an advice. */
export interface AdviceLine {
  /** Where it stands, in words for the evidence, e.g. "addenda record 7". */
  readonly place: string;
  /** As written, e.g. "Invoice #150"; null when the line names nothing. */
  readonly reference: string | null;
  /** What is paid on it; negative for a credit taken; null when the line states none. */
  readonly amount: Decimal | null;
  readonly memo: string | null;
}

/** A payment to be matched. Negative when money went back to the customer. */
export interface MatchPayment {
  readonly id: string;
  readonly date: BusinessDate;
  readonly amount: Decimal;
  readonly currency: CurrencyCode;
  readonly payerName: string | null;
  /** IBAN, or another account as the bank writes it. */
  readonly payerAccount: string | null;
  readonly customerNumber: string | null;
  /** Free text of the bank, line by line. */
  readonly text: readonly string[];
  readonly advice: readonly AdviceLine[];
}

export interface AvailableDiscount {
  /** Positive, in the item's currency. */
  readonly amount: Decimal;
  readonly lastDay: BusinessDate;
}

/** An open item, or one that was settled lately, by which a second payment of it is known. */
export interface MatchItem {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: CurrencyCode;
  readonly documentDate: BusinessDate;
  readonly dueDate: BusinessDate;
  /** Negative for a credit; zero when it is settled. */
  readonly open: Decimal;
  readonly discount: AvailableDiscount | null;
  readonly paymentTerm: string | null;
  /** The customer's order number and its own numbers of the document. */
  readonly customerReferences: readonly string[];
  /** The payment that settled it, when nothing is open. */
  readonly settledBy: { readonly paymentId: string; readonly amount: Decimal } | null;
}

export interface MatchCustomer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** Names under which it has paid before. */
  readonly aliases: readonly string[];
  /** Accounts that it pays from; another customer may pay from them too. */
  readonly accounts: readonly string[];
}

export interface MatchSettings {
  /** In the order in which they are tried on a payment that comes without an advice. */
  readonly rules: readonly MatchRule[];
  /** Applied untouched at this score or more; 0 to 1. */
  readonly applyFrom: number;
  /** Proposed at this score or more; 0 to 1. */
  readonly proposeFrom: number;
  /** The most by which an amount may differ and still be meant, in the item's currency. */
  readonly tolerance: Decimal;
  /** Days after the discount's last day on which it is still granted. */
  readonly discountGraceDays: number;
  /** Where money of a known payer goes that settles nothing. */
  readonly remainder: "UNAPPLIED" | "ON_ACCOUNT";
}

/** All that payments of a batch may concern, found beforehand; nothing else is looked at. */
export interface MatchCandidates {
  readonly items: readonly MatchItem[];
  readonly customers: readonly MatchCustomer[];
}

export type MatchDecision = "AUTO" | "PROPOSED";

/** A part of a payment on one item. */
export interface MatchedPart {
  readonly itemId: string;
  /** Of the item's sign, and at most what it has open. */
  readonly amount: Decimal;
  /** Let go beside it for early payment; not negative. */
  readonly discount: Decimal;
  /** The difference that the payer states and does not pay: the item stays open by it until it is decided. */
  readonly deduction: Deduction | null;
  /** Let go beside it because it is within the tolerance; not negative. */
  readonly writeOff: Decimal;
  readonly rule: MatchRule;
  readonly decision: MatchDecision;
  /** How sure it is, 0 to 1: the share that this reading has of all readings looked at. */
  readonly score: number;
  readonly evidence: string;
}

export interface Deduction {
  readonly amount: Decimal;
  /** As the payer wrote it. */
  readonly reason: string;
}

export interface AlternativePart {
  readonly itemId: string;
  readonly score: number;
  readonly evidence: string;
}

export type RemainderReason =
  | "OVERPAID"
  | "DUPLICATE_SUSPECTED"
  | "AMBIGUOUS"
  | "REFERENCE_UNKNOWN"
  | "NOTHING_FITS"
  | "OTHER_CURRENCY"
  | "PAYER_UNKNOWN"
  | "PAYER_AMBIGUOUS";

/** What is left of a payment when its parts are applied and confirmed. */
export interface Remainder {
  readonly amount: Decimal;
  readonly disposition: "UNAPPLIED" | "ON_ACCOUNT" | "UNIDENTIFIED";
  readonly reason: RemainderReason;
}

export interface PaymentMatch {
  readonly paymentId: string;
  readonly payer: { readonly customerId: string; readonly score: number; readonly evidence: string } | null;
  readonly parts: readonly MatchedPart[];
  /** Other items for parts that are only proposed, or that nothing was sure enough for; the likeliest first. */
  readonly alternatives: readonly AlternativePart[];
  /** Null when nothing is left. */
  readonly remainder: Remainder | null;
  /** Payments that paid the same before. */
  readonly duplicateOf: readonly string[];
}
