import { Decimal } from "../../../platform/money.js";
import type { StructuredReference } from "../bank-file.model.js";
import { dollars } from "../fixed-columns.rules.js";

/** An invoice number, and behind it an amount: with a decimal point, or in cents that fill their columns with zeros. */
const WITH_POINT = /^(\S+)\s+\$?((?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2})$/;
const IN_CENTS = /^(\S+?)\s+(\d{8,12})$/;

/**
 * The invoices that the overflow texts of one cheque name with their amounts. A number in cents is taken for an amount
 * only when all texts have one and together they are the cheque: bank by bank other things stand in those columns.
 */
export function statedInvoices(texts: readonly string[], cents: bigint): StructuredReference[] {
  const written = texts.flatMap((text): StructuredReference[] => {
    const [, reference, amount] = WITH_POINT.exec(text) ?? [];
    return reference && amount ? [{ type: "CINV", reference, amount: amount.replaceAll(",", "") }] : [];
  });
  if (written.length > 0) return written.filter((each) => new Decimal(each.amount ?? 0).gt(0));
  const counted = texts.flatMap((text) => {
    const [, reference, amount] = IN_CENTS.exec(text) ?? [];
    return reference && amount ? [{ reference, cents: BigInt(amount) }] : [];
  });
  const sum = counted.reduce((total, each) => total + each.cents, 0n);
  if (counted.length === 0 || counted.length < texts.length || sum !== cents) return [];
  return counted.map((each) => ({ type: "CINV", reference: each.reference, amount: dollars(each.cents) }));
}
