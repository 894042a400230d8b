/** What other transaction sets that reach the same folder are, and what to do with them. */
const OTHER_SETS: Readonly<Record<string, string>> = {
  "810": "an invoice, which a seller sends to a buyer; it pays nothing",
  "812":
    "a credit or debit adjustment, which pays nothing by itself. Enter it as an adjustment or credit memo",
  "822": "an account analysis of a bank, which pays nothing",
  "823": "a lockbox report of a bank, which books money. Import the lockbox as a bank file (BAI2 or lockbox)",
  "824": "an application advice, which tells how an earlier message was taken. There is nothing to import",
  "827": "a notice that a payment could not be made. Look the payment up by its trace number",
  "835": "a health care claim payment, which is not read as a remittance advice",
  "997": "an acknowledgment of an earlier message. There is nothing to import",
  "999": "an acknowledgment of an earlier message. There is nothing to import",
};

/** "820", and what another set is, for a person. */
export function describeTransactionSet(code: string): string {
  const known = Object.hasOwn(OTHER_SETS, code) ? OTHER_SETS[code] : undefined;
  const what = known ?? "no payment order or remittance advice (820)";
  return `X12 ${code.replace(/[^A-Za-z0-9]/g, "?").slice(0, 6)}, ${what}`;
}
