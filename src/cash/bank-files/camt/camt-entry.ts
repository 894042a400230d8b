import type { BankEntry, EntryBatch, EntryDetail, EntryStatus, UnreadableValue } from "../bank-file.model.js";
import { type ReferenceMaker, referenceMaker } from "../entry-reference.js";
import { accountOf, amountOf, dateOf, isSet, sideOf } from "../iso20022-values.js";
import { childrenOf, elementAt, textAt, type XmlNode } from "../xml-node.js";

/** FUTR (version 8) is booked on a later day, so until then it moves no money. */
const STATUSES = new Map<string, EntryStatus>([
  ["BOOK", "BOOKED"],
  ["PDNG", "PENDING"],
  ["FUTR", "PENDING"],
  ["INFO", "INFO"],
]);

export interface EntrySource {
  readonly node: XmlNode;
  readonly statement: XmlNode | undefined;
  readonly index: number;
  readonly details: readonly EntryDetail[];
  /** How many details each <NtryDtls> had. */
  readonly detailCounts: ReadonlyMap<XmlNode, number>;
}

export type EntryReader = (source: EntrySource) => BankEntry;

/** Reads the entries of one file in their order; the references of equal entries depend on those read before. */
export function entryReader(): EntryReader {
  const referenceOf = referenceMaker();
  return (source) => readEntry(source, referenceOf);
}

function readEntry(
  { node, statement, index, details, detailCounts }: EntrySource,
  makeReference: ReferenceMaker,
): BankEntry {
  const amountElement = elementAt(node, "Amt");
  const money = amountOf(amountElement);
  const booking = dateOf(elementAt(node, "BookgDt"));
  const value = dateOf(elementAt(node, "ValDt"));
  const statusText = textAt(node, "Sts", "Cd") ?? textAt(node, "Sts", "Prtry") ?? textAt(node, "Sts");
  const status = STATUSES.get(statusText ?? "") ?? null;
  const unreadable: UnreadableValue[] = [];
  const note = (field: UnreadableValue["field"], text: string | undefined, line = node.line): void => {
    if (text) unreadable.push({ field, text: text.slice(0, 40), line });
  };
  if (amountElement && money?.amount === null) note("amount", amountElement.text, amountElement.line);
  if (booking && !booking.date) note("bookingDate", booking.text);
  if (value && !value.date) note("valueDate", value.text);
  if (!status) note("status", statusText);
  const entry = {
    line: node.line,
    index,
    amount: money?.amount ?? null,
    currency: money?.currency ?? null,
    side: sideOf(node),
    reversal: isSet(node, "RvslInd"),
    status,
    bookingDate: booking?.date ?? null,
    valueDate: value?.date ?? null,
    bankTransactionCode: transactionCodeOf(elementAt(node, "BkTxCd")),
    ...optional("additionalInfo", textAt(node, "AddtlNtryInf")),
    batches: batchesOf(node, detailCounts),
    details,
    unreadable,
  };
  const account = accountOf(elementAt(statement, "Acct"));
  const assigned = { bank: textAt(node, "AcctSvcrRef"), entry: textAt(node, "NtryRef") };
  return { ...entry, ...makeReference(entry, account.iban ?? account.other ?? "", assigned) };
}

function batchesOf(node: XmlNode, detailCounts: ReadonlyMap<XmlNode, number>): EntryBatch[] {
  return childrenOf(node, "NtryDtls").flatMap((group) => {
    const batch = elementAt(group, "Btch");
    if (!batch) return [];
    const declared = textAt(batch, "NbOfTxs") ?? "";
    return [
      {
        ...(/^\d{1,15}$/.test(declared) ? { declaredCount: Number(declared) } : {}),
        detailCount: detailCounts.get(group) ?? 0,
        line: batch.line,
      },
    ];
  });
}

function transactionCodeOf(code: XmlNode | undefined): string | null {
  const domain = elementAt(code, "Domn");
  const parts = [
    textAt(domain, "Cd"),
    textAt(domain, "Fmly", "Cd"),
    textAt(domain, "Fmly", "SubFmlyCd"),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join("/") : (textAt(code, "Prtry", "Cd") ?? null);
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  if (value !== undefined) found[key] = value;
  return found;
}
