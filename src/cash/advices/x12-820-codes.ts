import type { AdviceReferenceType, PaymentMethod } from "./advice.model.js";

/** BPR04: how the money moves. */
const METHODS: Readonly<Record<string, PaymentMethod>> = {
  ACH: "ACH",
  CHK: "CHECK",
  PBC: "CHECK",
  PBD: "CHECK",
  FEW: "WIRE",
  FWT: "WIRE",
  SWT: "WIRE",
  BOP: "OTHER",
  CCC: "CARD",
  DDT: "DIRECT_DEBIT",
  NON: "NONE",
};

/** RMR01: what kind of document is paid (ASC X12 data element 128). */
const REFERENCE_TYPES: Readonly<Record<string, AdviceReferenceType>> = {
  IV: "INVOICE",
  IK: "INVOICE",
  OI: "INVOICE",
  SI: "INVOICE",
  R7: "INVOICE",
  CM: "CREDIT_MEMO",
  CL: "CREDIT_MEMO",
  BK: "CREDIT_MEMO",
  DB: "DEBIT_MEMO",
  DL: "DEBIT_MEMO",
  BL: "DEBIT_MEMO",
  PO: "PURCHASE_ORDER",
  CO: "PURCHASE_ORDER",
  VN: "PURCHASE_ORDER",
  "11": "ACCOUNT",
  "12": "ACCOUNT",
  "14": "ACCOUNT",
  "1L": "ACCOUNT",
  AZ: "ACCOUNT",
  AJ: "ADJUSTMENT",
};

/** Header references that name the payment itself: cheque number, electronic payment number, transaction number. */
export const PAYMENT_QUALIFIERS: ReadonlySet<string> = new Set(["CK", "EF", "TN", "BT", "RT"]);

export function methodOf(code: string): PaymentMethod {
  return (Object.hasOwn(METHODS, code) ? METHODS[code] : undefined) ?? "OTHER";
}

export function referenceTypeOf(qualifier: string): AdviceReferenceType {
  return (Object.hasOwn(REFERENCE_TYPES, qualifier) ? REFERENCE_TYPES[qualifier] : undefined) ?? "OTHER";
}
