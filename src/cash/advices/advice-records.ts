import type { BusinessDate } from "../../platform/business-date.js";
import type { Amount, CurrencyCode } from "../../platform/money.js";
import type { Finding } from "../bank-files/index.js";
import type { AdviceFormatName, ParsedAdviceFile } from "./advice.model.js";
import { addLine, type DraftAdvice, finished, identify, newAdvice, newLine, refer } from "./advice-draft.js";
import { settleAdvice } from "./advice-total.rules.js";

/** One row of a table of advices: a document, beside the payment that it is paid with. A blank cell is null. */
export interface AdviceRecord {
  readonly line: number;
  readonly number: string | null;
  readonly paymentReference: string | null;
  readonly payerName: string | null;
  readonly payerNumber: string | null;
  readonly paidOn: BusinessDate | null;
  readonly currency: CurrencyCode;
  /** The amount of the whole payment, on each of its rows. */
  readonly total: Amount | null;
  readonly reference: string;
  readonly documentType: "INVOICE" | "CREDIT_MEMO" | null;
  readonly documentDate: BusinessDate | null;
  readonly purchaseOrder: string | null;
  readonly paid: Amount | null;
  readonly gross: Amount | null;
  readonly discount: Amount | null;
  /** Positive or negative as the source has it: either way it lessens the payment. */
  readonly deduction: Amount | null;
  readonly reasonCode: string | null;
  readonly text: string | null;
}

/** The advices of a table's rows: those with the same payment, payer, number, day and currency are one advice. */
export function adviceFileOf(records: readonly AdviceRecord[], format: AdviceFormatName): ParsedAdviceFile {
  const drafts = new Map<string, DraftAdvice>();
  for (const record of records) {
    const { number, paymentReference, payerName, payerNumber, paidOn, currency } = record;
    const key = JSON.stringify([number, paymentReference, payerName, payerNumber, paidOn, currency]);
    const draft = drafts.get(key) ?? begun(record);
    drafts.set(key, draft);
    addRecord(draft, record);
  }
  const findings: Finding[] = [];
  const advices = [...drafts.values()].map((draft, index) => {
    const settled = settleAdvice(finished(draft, index));
    findings.push(...settled.findings);
    return settled.advice;
  });
  return { format, version: null, messageId: null, advices, findings };
}

function begun(record: AdviceRecord): DraftAdvice {
  const draft = newAdvice(record.line);
  draft.number = record.number ?? record.paymentReference;
  draft.currency = record.currency;
  draft.paidOn = record.paidOn;
  draft.total = record.total;
  draft.payer.name = record.payerName;
  identify(draft.payer, "CUSTOMER_NUMBER", record.payerNumber ?? "");
  refer(draft.paymentReferences, "PAYMENT", record.paymentReference ?? "", record.line);
  return draft;
}

function addRecord(draft: DraftAdvice, record: AdviceRecord): void {
  const line = newLine(record.line);
  const negative = (record.paid ?? record.gross ?? "").startsWith("-");
  line.reference = record.reference;
  line.referenceType = record.documentType ?? (negative ? "CREDIT_MEMO" : "INVOICE");
  line.paid = record.paid;
  line.gross = record.gross;
  line.discount = record.discount;
  line.documentDate = record.documentDate;
  refer(line.otherReferences, "PO", record.purchaseOrder ?? "", record.line);
  if (record.deduction !== null && /[1-9]/.test(record.deduction)) {
    const amount = `-${record.deduction.replace("-", "")}`;
    line.adjustments.push({ reasonCode: record.reasonCode, amount, text: null });
  }
  if (record.text !== null) line.texts.push(record.text);
  addLine(draft, line);
}
