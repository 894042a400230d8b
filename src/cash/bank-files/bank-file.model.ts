import type { BusinessDate } from "../../platform/business-date.js";
import type { Amount } from "../../platform/money.js";

/** The formats that are read; each yields the same `ParsedBankFile`. */
export type BankFileFormatName =
  | "CAMT_052"
  | "CAMT_053"
  | "CAMT_054"
  | "MT940"
  | "MT942"
  | "BAI2"
  | "NACHA"
  | "BAI_LOCKBOX";

/**
 * What a bank file says, before anyone has judged it. Values that cannot be read are null (never guessed) and
 * stand in `unreadable` as written; `validateBankFile` tells what is wrong and what may be posted.
 */
export interface ParsedBankFile {
  readonly format: BankFileFormatName;
  /** Version of the format without leading zeros: "2" for camt.053.001.02; empty where there are none. */
  readonly version: string;
  /** The sender's identification of the message. */
  readonly messageId: string;
  /** When the sender made the file, as written (ISO 8601); null if not stated. */
  readonly createdAt: string | null;
  /** Set when the file is one page of several. */
  readonly page?: FilePage;
  readonly statements: readonly BankStatement[];
  /** What reading itself found and the statements do not tell: totals and counts of the format's own, values left out. */
  readonly findings?: readonly Finding[];
  /** Set when reading has checked totals and entries by the format's own rules, so that those of statements are not for it. */
  readonly isChecked?: true;
}

export interface FilePage {
  readonly number: string;
  readonly last: boolean;
}

/** How the bank names the account: an IBAN, or its own number. */
export interface BankAccountRef {
  readonly iban?: string;
  readonly other?: string;
}

/**
 * What a report is of while it is not the statement of account: entries of the running day, or a notification of
 * single ones. Both come again in the statement.
 */
export type ProvisionalReport = "INTRADAY" | "NOTIFICATION";

export interface BankStatement {
  readonly id: string;
  /** Absent for a statement of account, whose entries are final. */
  readonly report?: ProvisionalReport;
  /** Where it stands in the file's structure, for findings; "statement[n]" when left out. */
  readonly path?: string;
  /** What the format calls an entry; "entry" when left out. */
  readonly entryName?: string;
  /** Set when counts and sums of the format's own prove its entries complete; the parser has compared them. */
  readonly isSealed?: true;
  /** Line of the statement's first tag. */
  readonly line: number;
  readonly account: BankAccountRef;
  /** The account's currency as stated, else that of its opening or closing balance, else null. */
  readonly currency: string | null;
  /** First and last day that the statement covers, in the bank's own time zone. */
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
  /** "DUPL" or "CODU" when the bank says that this is a copy or a duplicate of an earlier statement. */
  readonly copyIndicator?: string;
  readonly openingBalance?: BankBalance;
  readonly closingBalance?: BankBalance;
  readonly declaredTotals?: DeclaredTotals;
  readonly entries: readonly BankEntry[];
}

/** A booked balance: positive when the bank owes the account's owner, negative when overdrawn. */
export interface BankBalance {
  readonly amount: Amount;
  readonly currency: string;
  readonly date: BusinessDate | null;
  readonly line: number;
}

/** The control totals that a statement states of itself. Sums are of unsigned amounts, `net` is credits less debits. */
export interface DeclaredTotals {
  readonly all?: DeclaredTotal & { readonly net?: Amount };
  readonly credits?: DeclaredTotal;
  readonly debits?: DeclaredTotal;
  readonly line: number;
}

export interface DeclaredTotal {
  readonly count?: number;
  readonly sum?: Amount;
}

export type EntrySide = "CREDIT" | "DEBIT";
export type EntryStatus = "BOOKED" | "PENDING" | "INFO";

/** One line of the statement: one movement of the account, or a batch of transactions booked in one sum. */
export interface BankEntry {
  /** Line of the file on which the entry starts. */
  readonly line: number;
  /** Position in the file, from 0, counted through all its statements. */
  readonly index: number;
  /** The key under which the entry is posted at most once; see `entry-reference.ts` for what it is made of. */
  readonly reference: string;
  /** The reference that the bank printed, for people; absent when the bank gave none. */
  readonly bankReference?: string;
  /**
   * Whose reference that is: the bank's own, which the same entry has in every report, or one that only numbers the
   * lines of a report.
   */
  readonly referencedBy?: "BANK" | "LINE";
  /** Positive; the side tells the direction. Null when missing or unreadable. */
  readonly amount: Amount | null;
  /** As written, so possibly not a currency; null when missing. */
  readonly currency: string | null;
  /** CREDIT increases the account's balance, DEBIT decreases it, for reversals too. */
  readonly side: EntrySide;
  /** Whether the entry undoes an earlier one (a returned direct debit is a DEBIT with reversal). */
  readonly reversal: boolean;
  /** Only BOOKED entries move money; null when the status is missing or unknown. */
  readonly status: EntryStatus | null;
  readonly bookingDate: BusinessDate | null;
  readonly valueDate: BusinessDate | null;
  /** ISO "PMNT/RCDT/ESCT", else the bank's own code; null when not stated. */
  readonly bankTransactionCode: string | null;
  /** Free text of the bank about the entry; often the only text when there are no details. */
  readonly additionalInfo?: string;
  readonly batches: readonly EntryBatch[];
  readonly details: readonly EntryDetail[];
  readonly unreadable: readonly UnreadableValue[];
  /** The owner's account when the file holds entries of several in one batch. */
  readonly account?: string;
  /** What the bank books in one sum with this entry, by the file's own number: an ACH batch, a lockbox deposit. */
  readonly deposit?: string;
  /** Set when an ACH entry is no payment. */
  readonly notice?: AchNotice;
}

export type AchNoticeKind =
  | "RETURN"
  | "DISHONORED_RETURN"
  | "CONTESTED_RETURN"
  | "CHANGE"
  | "REFUSED_CHANGE"
  | "REVERSAL"
  | "PRENOTIFICATION"
  | "INFORMATION"
  | "OPERATOR_ADVICE";

/** What an ACH entry tells when it is no payment, and about which entry. */
export interface AchNotice {
  readonly kind: AchNoticeKind;
  /** "R01" or "C02". */
  readonly code?: string;
  /** Trace number of the entry that comes back or is to be changed. */
  readonly originalTrace?: string;
  /** Bank (nine digits) and account of the customer, as the original entry had them. */
  readonly originalRouting?: string;
  readonly originalAccount?: string;
  /** How the original entry called the customer. */
  readonly individualId?: string;
  /** What addenda 98 tells to use instead, as written. */
  readonly correctedData?: string;
}

/** What the bank says about a batch that it booked in one sum, beside the number of details that it delivered. */
export interface EntryBatch {
  readonly declaredCount?: number;
  readonly detailCount: number;
  readonly line: number;
}

/** A value that is there but cannot be read as what it should be. */
export interface UnreadableValue {
  readonly field: "amount" | "bookingDate" | "valueDate" | "status" | "detailAmount";
  readonly text: string;
  readonly line: number;
}

/**
 * One transaction of an entry. The payer fields name the counterparty: the debtor of a credit, the creditor
 * of a debit (so for money that went out they name the payee).
 */
export interface EntryDetail {
  readonly line: number;
  /** Direction of this transaction; within a netted batch it may differ from the entry's. */
  readonly side: EntrySide;
  /** The payer's own reference; absent when the payer gave none ("NOTPROVIDED"). */
  readonly endToEndId?: string;
  readonly transactionId?: string;
  /** The bank's reference of this transaction. */
  readonly bankReference?: string;
  readonly mandateId?: string;
  readonly chequeNumber?: string;
  /** Why a payment came back, e.g. "AC04" or "MS03" (ISO external return reason code). */
  readonly returnReason?: string;
  /** Positive; absent when the bank states only the entry's amount. */
  readonly amount?: Amount;
  readonly currency?: string;
  readonly payerName?: string;
  readonly payerIban?: string;
  /** The payer's account when it is not an IBAN. */
  readonly payerAccount?: string;
  readonly payerBic?: string;
  /** Routing number of the payer's bank (nine digits); with `payerAccount` the MICR line of a cheque. */
  readonly payerRouting?: string;
  /** Unstructured remittance text, line by line as delivered, then additional lines of the structured part. */
  readonly remittanceLines: readonly string[];
  readonly structuredReferences: readonly StructuredReference[];
  readonly additionalInfo?: string;
  /** The line of the file for each of `remittanceLines`; only of formats of one record a line. */
  readonly remittanceRecordLines?: readonly number[];
  /**
   * What the addenda hold together when it is EDI (X12 820), and the line on which it begins; a line break stands where one
   * addenda record ends, also within a segment, so that lines count on.
   */
  readonly ediAdvice?: { readonly text: string; readonly line: number };
}

/** A document or creditor reference that the payer gave in its own field. */
export interface StructuredReference {
  /** ISO code such as "SCOR", "QRR", "CINV", "CREN"; "CREDITOR_REFERENCE" or "DOCUMENT" when none is given. */
  readonly type: string;
  readonly reference: string;
  /** Remitted (else due) amount of this document; negative for a credit note; absent if stated for several at once. */
  readonly amount?: Amount;
  /** Discount that the payer took on this document; positive. */
  readonly discount?: Amount;
}

/** REJECT_FILE: post nothing of the file. QUARANTINE_ENTRY: post the file without this entry. WARN: for a person to know. */
export type Severity = "REJECT_FILE" | "QUARANTINE_ENTRY" | "WARN";

/** What is wrong with a file: the message says what, where, and what to do. */
export interface Finding {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly line?: number;
  /** `BankEntry.index` of the entry concerned. */
  readonly entryIndex?: number;
  readonly path?: string;
}
