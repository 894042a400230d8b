import type { StatementLineRow } from "./statement.queries.js";

const DOCUMENTS: Readonly<Record<string, string>> = {
  INVOICE: "Invoice",
  DEBIT_MEMO: "Debit memo",
  LATE_FEE: "Late fee",
  CHARGEBACK: "Chargeback",
  CREDIT_MEMO: "Credit memo",
  RECEIPT: "Payment",
  DEPOSIT: "Deposit",
};

const CHANGES: Readonly<Record<string, string>> = {
  APPLICATION: "applied",
  DISCOUNT: "early-payment discount",
  WRITE_OFF: "adjustment",
  RECOVERY: "adjustment taken back",
  REFUND: "refunded",
  CHARGEBACK: "charged back",
};

/** A kind of document in a customer's words. */
export function documentWord(kind: string): string {
  return DOCUMENTS[kind] ?? inWords(kind);
}

/** What a line of a statement tells, e.g. "Payment", "Invoice, early-payment discount", "Payment, reversed". */
export function lineWords({ documentKind, kind, isReversal }: StatementLineRow): string {
  const change =
    kind === "POSTING" || kind === "TRANSFER" ? null : (CHANGES[kind] ?? inWords(kind).toLowerCase());
  return [documentWord(documentKind), change, isReversal ? "reversed" : null].filter(Boolean).join(", ");
}

function inWords(kind: string): string {
  const text = kind.replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A document's number, with the instalment of an invoice that is paid in several. */
export function numbered({
  documentNumber,
  instalmentNo,
}: {
  readonly documentNumber: string;
  readonly instalmentNo: number | null;
}): string {
  return instalmentNo === null ? documentNumber : `${documentNumber} (${instalmentNo})`;
}
