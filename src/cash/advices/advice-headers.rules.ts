/** What a column of a table of documents holds. */
export type ColumnRole =
  | "reference"
  | "type"
  | "paid"
  | "gross"
  | "amount"
  | "discount"
  | "deduction"
  | "reason"
  | "date"
  | "paidOn"
  | "payer"
  | "payerNumber"
  | "purchaseOrder"
  | "currency"
  | "payment"
  | "text";

/** Words for a day, also at the end of a compound; a mandate and an update have none. */
const DAY =
  /(?<!man|up)date(?!d)|datum|\bdata\b|fecha|\bdays?\b|(?:\b|zahl|zahlungs|überweisungs|ausführungs|buchungs|valuta|wert|rechnungs|beleg)tage?\b|\bjours?\b|\bgiorn[oi]\b|\bd[ií]as?\b|\b(?:paid|due) on\b|(?:zahlt|gezahlt|fällig) am\b|\bpayée? le\b|\bpagad[oa] el\b|fälligkeit/;

/** Days that are neither the document's nor the payment's. */
const OTHER_DAY =
  /due|fällig|échéance|vencimiento|scadenza|discount|skonto|terms?\b|days\b|tage|jours|days|to date/;

/** Words that make a day that of the payment. */
const PAYMENT_DAY =
  /pa(?:y|id)|remit|settle|transfer|value|cheque|\bcheck|clearing|execution|zahl|valuta|wert|überweis|ausführ|paiement|virement|\bpag/;

/** Who pays, seen from whoever gets the money. */
const PAYER =
  "(?:payer|payor|paid by|remitter|customer|client|debtor|buyer|kunden?|zahler|zahlungspflichtiger|auftraggeber|debitor|käufer|payeur|débiteur|pagador|cliente|pagatore)";

/** By which a header is known, tried in this order; the first that fits wins. Words of commerce in five languages. */
const HEADERS: readonly (readonly [ColumnRole, RegExp])[] = [
  ["payerNumber", new RegExp(`^${PAYER}[ -]?(?:no|nr|num\\w*|nummer|id|code|#)$`)],
  ["payer", new RegExp(`^(?:name of (?:the )?)?${PAYER}(?:[ -]?name| company)?$`)],
  ["discount", /discount|skonto|rabatt|escompte|descuento|sconto/],
  ["reason", /reason|grund|motif|motivo/],
  ["deduction", /deduct|adjust|withh|short|charge ?back|abzug|kürzung|retenue/],
  ["currency", /currency|\bccy\b|\bcurr?\b|währung|devise|moneda|valuta/],
  ["payment", /(?:payment|check|cheque|trace|eft|remittance) ?(?:ref\w*|no|nr|num\w*|#|id)\b/],
  ["text", /descr|comment|remark|note|memo$|bezeichnung|libell/],
  ["type", /type|\bart\b|kind/],
  ["purchaseOrder", /^p\.?o\.?\b|purchase order|order ?(?:no|nr|num)|bestell/],
  [
    "paid",
    /^(?!.*(?:method|mode\b|terms?\b|status|zahlungsart|zahlweise|bedingung)).*(?:paid|payment|remitted|\bnet\b|pay(?:able)? am|zahl|gezahlt|payé|pagado|netto)/,
  ],
  ["gross", /gross|original|(?:invoice|inv|bill|doc\w*) ?(?:am(?:oun)?t|total|value)|brutto|rechnungsbetrag/],
  ["amount", /amount|\bamt\b|betrag|montant|importe|importo|value|^total$/],
  [
    "reference",
    /^(?!vendor|supplier|lieferant|kreditor|account|konto).*(?:invoice|\binv\b|document|\bdoc\b|reference|\bref\b|bill|voucher|rechnung|beleg|facture|factura|fattura|number|\bno\b|\bnr\b)/,
  ],
];

/** What a column holds, told by the words of its header; null when they are not understood. A day is never an amount. */
export function roleOf(header: string): ColumnRole | null {
  const name = header
    .trim()
    .toLowerCase()
    .replace(/[_\s:.]+/g, " ")
    .trim();
  if (name === "" || name.length > 40) return null;
  if (DAY.test(name)) {
    if (OTHER_DAY.test(name)) return null;
    return PAYMENT_DAY.test(name) ? "paidOn" : "date";
  }
  return HEADERS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}
