import type { AdviceRecord } from "../cash/index.js";
import { type Amount, type CurrencyCode, type Decimal, formatAmount } from "../platform/money.js";
import type { AdviceProfile } from "./advice-profile-schema.js";
import type { RawRow, RowResult } from "./import-row.rules.js";
import { RowReader } from "./row-reader.rules.js";

/** The document of a row and the payment that it is paid with, or everything that is wrong with the row. */
export function mapAdviceRow(row: RawRow, profile: AdviceProfile): RowResult<AdviceRecord> {
  if (row.malformed) return { ok: false, rejections: [row.malformed] };
  const { columns, defaults } = profile;
  const reader = new RowReader(row);
  const currency = reader.currency(columns.currency, defaults.currency);
  const reference = reader.required(columns.reference, reader.text(columns.reference), "document's number");
  const paid = reader.amount(columns.paid, currency);
  const gross = reader.amount(columns.gross, currency);
  const wanted = columns.paid ?? columns.gross;
  if (wanted && gross === null) reader.required(wanted, paid, "amount");
  const amounts = {
    paid,
    gross,
    discount: reader.amount(columns.discount, currency),
    deduction: reader.amount(columns.deduction, currency),
    total: reader.amount(columns.total, currency),
  };
  const rest = {
    line: row.line,
    number: reader.text(columns.number),
    paymentReference: reader.text(columns.paymentReference),
    payerName: reader.text(columns.payerName, defaults.payerName),
    payerNumber: reader.text(columns.payerNumber, defaults.payerNumber),
    paidOn: reader.date(columns.paidOn),
    documentType: reader.documentType(columns.documentType),
    documentDate: reader.date(columns.documentDate),
    purchaseOrder: reader.text(columns.purchaseOrder),
    reasonCode: reader.text(columns.reasonCode),
    text: reader.text(columns.text),
  };
  if (reader.rejections.length > 0 || !reference || !currency) {
    return { ok: false, rejections: reader.rejections };
  }
  return { ok: true, record: { ...rest, reference, currency, ...inCurrency(amounts, currency) } };
}

type Amounts = Pick<AdviceRecord, "paid" | "gross" | "discount" | "deduction" | "total">;

function inCurrency(
  amounts: Readonly<Record<keyof Amounts, Decimal | null>>,
  currency: CurrencyCode,
): Amounts {
  const text = (amount: Decimal | null): Amount | null => (amount ? formatAmount(amount, currency) : null);
  const { paid, gross, discount, deduction, total } = amounts;
  return {
    paid: text(paid),
    gross: text(gross),
    discount: text(discount),
    deduction: text(deduction),
    total: text(total),
  };
}
