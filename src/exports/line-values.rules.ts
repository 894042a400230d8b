import { Decimal, formatAmount } from "../platform/money.js";
import type { ExportedBatch, ExportedEntry, ExportedLine } from "./exported-entry.js";

/** What a column of a journal file can show. */
export const LINE_VALUES = [
  "batchId",
  "batchNumber",
  "batchName",
  "journalNumber",
  "entryNumber",
  "entryId",
  "reversesEntryId",
  "effectiveDate",
  "recordedDate",
  "recordedAt",
  "kind",
  "description",
  "actor",
  "lineNumber",
  "batchLineNumber",
  "account",
  "accountCode",
  "accountName",
  "accountKind",
  "customerNumber",
  "customerName",
  "currency",
  "amount",
  "debit",
  "credit",
  "functionalCurrency",
  "functionalAmount",
  "functionalDebit",
  "functionalCredit",
] as const;

export type LineValue = (typeof LINE_VALUES)[number];

/** How dates and amounts are written, and what an account is called by the receiver. */
export interface Notation {
  date(isoDate: string): string;
  amount(text: string): string;
  account(line: ExportedLine): string;
}

/** A line in its entry in its batch. */
export interface LineInPlace {
  readonly batch: ExportedBatch;
  readonly entry: ExportedEntry;
  readonly line: ExportedLine;
}

/** The text of a value; "" where there is none. Amounts have exactly their currency's decimals. */
export function lineValue(value: LineValue, { batch, entry, line }: LineInPlace, notation: Notation): string {
  const { date } = notation;
  const money = (amount: string, currency: string) => notation.amount(formatAmount(amount, currency));
  const inDocument = (amount: string) => money(amount, line.currency);
  const inFunctional = (amount: string) => money(amount, batch.functionalCurrency);
  const texts: Readonly<Record<LineValue, () => string | null>> = {
    batchId: () => batch.id,
    batchNumber: () => String(batch.number),
    batchName: () => `AR${batch.number}`,
    journalNumber: () => journalNumber(batch, entry),
    entryNumber: () => String(entry.ordinal),
    entryId: () => entry.id,
    reversesEntryId: () => entry.reversesId,
    effectiveDate: () => date(entry.effectiveDate),
    recordedDate: () => date(entry.recordedAt.slice(0, 10)),
    recordedAt: () => entry.recordedAt,
    kind: () => entry.kind,
    description: () => entry.description,
    actor: () => entry.actor,
    lineNumber: () => String(line.lineNo),
    batchLineNumber: () => String(entry.linesBefore + line.lineNo),
    account: () => notation.account(line),
    accountCode: () => line.accountCode,
    accountName: () => line.accountName,
    accountKind: () => line.accountKind,
    customerNumber: () => line.customerNumber,
    customerName: () => line.customerName,
    currency: () => line.currency,
    amount: () => inDocument(line.amount),
    debit: () => onSide(1, line.amount, line.functionalAmount, inDocument),
    credit: () => onSide(-1, line.amount, line.functionalAmount, inDocument),
    functionalCurrency: () => batch.functionalCurrency,
    functionalAmount: () => inFunctional(line.functionalAmount),
    functionalDebit: () => onSide(1, line.functionalAmount, line.amount, inFunctional),
    functionalCredit: () => onSide(-1, line.functionalAmount, line.amount, inFunctional),
  };
  return texts[value]() ?? "";
}

/** The entry's number for systems that take no long ids: unique in the tenant, at most 21 characters. */
export function journalNumber(batch: ExportedBatch, entry: ExportedEntry): string {
  return `AR${batch.number}-${entry.ordinal}`;
}

/**
 * The amount without its sign if it belongs on this side (1 debit, -1 credit), else "". A zero, as an exchange
 * difference is in the document's currency, stands on the side of the other amount.
 */
function onSide(side: 1 | -1, amount: string, other: string, write: (amount: string) => string): string {
  const own = new Decimal(amount);
  const sided = own.isZero() ? new Decimal(other) : own;
  return sided.times(side).isPositive() && !sided.isZero() ? write(own.abs().toFixed()) : "";
}
