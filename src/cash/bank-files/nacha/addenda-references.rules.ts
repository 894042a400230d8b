import type { StructuredReference } from "../bank-file.model.js";

/** RMR segment: what is paid, its number, an action, the amount paid, the amount of the document, the discount taken. */
const SEGMENT = /^RMR\*([A-Z0-9]{2,3})\*([^*]+)(?:\*([^*]*))?(?:\*([^*]*))?(?:\*([^*]*))?(?:\*([^*]*))?/;
const AMOUNT = /^(-?)(\d{1,15}(?:\.\d{1,2})?)$/;

/**
 * The documents that addenda of single remittance segments name, as banks prescribe for CCD and PPD ("RMR*IV*4711**100.00\").
 * A whole X12 message is not read here: its advice says more than its RMR segments do.
 */
export function remittanceSegments(text: string): StructuredReference[] {
  if (/^(?:ISA|GS|ST)\*/.test(text)) return [];
  return text.split(/[\\~\n]/).flatMap((segment) => referenceOf(SEGMENT.exec(segment.trim()) ?? undefined));
}

function referenceOf(match: RegExpExecArray | undefined): StructuredReference[] {
  const [, type = "", number = "", , paid = "", , discount = ""] = match ?? [];
  const reference = number.trim();
  if (reference === "") return [];
  const amount = amountOf(paid);
  const taken = amountOf(discount);
  return [
    {
      type: type === "IV" ? "CINV" : type,
      reference,
      ...(amount === undefined ? {} : { amount }),
      ...(taken === undefined || taken.startsWith("-") ? {} : { discount: taken }),
    },
  ];
}

function amountOf(text: string): string | undefined {
  const [, sign, digits] = AMOUNT.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : `${sign ?? ""}${digits}`;
}
