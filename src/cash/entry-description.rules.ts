import type { BankEntry, EntryDetail } from "./bank-files/index.js";

/** Longer texts are cut: they are read by people, and compared by what stands at their beginning. */
const LONGEST = 500;

/** What the bank tells of an entry in words, on one line: who is behind it, then what for. Null when it tells nothing. */
export function descriptionOf({ details, additionalInfo }: BankEntry): string | null {
  const texts = [...details.flatMap(wordsOf), ...(additionalInfo ? [additionalInfo] : [])];
  const told = [...new Set(texts.map((text) => text.replace(/\s+/g, " ").trim()))].filter(Boolean);
  const description = told.join(" ").slice(0, LONGEST).trim();
  return description === "" ? null : description;
}

function wordsOf(detail: EntryDetail): string[] {
  const { payerName, chequeNumber, remittanceLines, structuredReferences, additionalInfo } = detail;
  return [
    ...(payerName ? [payerName] : []),
    ...(chequeNumber ? [chequeNumber] : []),
    ...remittanceLines,
    ...structuredReferences.map(({ reference }) => reference),
    ...(additionalInfo ? [additionalInfo] : []),
  ];
}
