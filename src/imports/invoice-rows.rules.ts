import type { BusinessDate } from "../platform/business-date.js";
import { type Amount, type CurrencyCode, type Decimal, formatAmount } from "../platform/money.js";
import type { RawRow, RowResult, SourceIdentity } from "./import-row.rules.js";
import type { InvoiceProfile } from "./profile-schema.js";
import { contentHash, RowReader } from "./row-reader.rules.js";

/**
 * An invoice or credit memo as a file tells it. Amounts are positive, in the document's currency and with its
 * decimals; `kind` carries the sign. A blank cell is null. `customerName` is only for creating a customer that does
 * not exist. At least one of `dueDate` and `termsCode` is given of an invoice; those of a credit memo mean nothing. `settledDate`: the day on which it was paid in full,
 * which may be before the document date.
 */
export interface ImportedInvoice extends SourceIdentity {
  readonly kind: "INVOICE" | "CREDIT_MEMO";
  readonly number: string;
  readonly customerNumber: string;
  readonly customerName: string | null;
  readonly documentDate: BusinessDate;
  readonly dueDate: BusinessDate | null;
  readonly termsCode: string | null;
  readonly currency: CurrencyCode;
  /** Gross total. */
  readonly amount: Amount;
  /** Given together or not at all; they sum to the amount. */
  readonly net: Amount | null;
  readonly tax: Amount | null;
  readonly productLine: string | null;
  readonly revenueAccount: string | null;
  readonly purchaseOrder: string | null;
  readonly region: string | null;
  readonly businessUnit: string | null;
  readonly disputed: boolean;
  readonly settledDate: BusinessDate | null;
}

/**
 * The invoice of a row, or everything that is wrong with it.
 * An invoice's number is unique in the tenant, so it alone is the source key; a profile for a second system whose
 * numbers overlap gives them a prefix.
 */
export function mapInvoiceRow(row: RawRow, profile: InvoiceProfile): RowResult<ImportedInvoice> {
  if (row.malformed) return { ok: false, rejections: [row.malformed] };
  const { columns, defaults } = profile;
  const reader = new RowReader(row);
  const number = reader.required(columns.number, reader.text(columns.number), "invoice number");
  const customerNumber = reader.required(
    columns.customerNumber,
    reader.text(columns.customerNumber),
    "customer number",
  );
  const documentDate = reader.required(
    columns.documentDate,
    reader.date(columns.documentDate),
    "invoice date",
  );
  const optional = {
    customerName: reader.text(columns.customerName),
    productLine: reader.text(columns.productLine, defaults.productLine),
    revenueAccount: reader.text(columns.revenueAccount, defaults.revenueAccount),
    purchaseOrder: reader.text(columns.purchaseOrder),
    region: reader.text(columns.region, defaults.region),
    businessUnit: reader.text(columns.businessUnit, defaults.businessUnit),
    disputed: reader.flag(columns.disputed) ?? false,
  };
  const type = reader.documentType(columns.documentType);
  const money = readMoney(reader, profile, type);
  const isCredit = (type ?? money?.kind) === "CREDIT_MEMO";
  const terms = readTerms(reader, profile, isCredit ? null : { documentDate });
  const settledDate = reader.date(profile.settled);
  if (settledDate && money?.kind === "CREDIT_MEMO") {
    const reason = "is filled in, but the row is a credit, which is not paid: leave it empty.";
    reader.reject(profile.settled, "CREDIT_SETTLED", reason);
  }
  if (reader.rejections.length > 0 || !number || !customerNumber || !documentDate || !money) {
    return { ok: false, rejections: reader.rejections };
  }
  const record = { number, customerNumber, documentDate, ...optional, ...terms, ...money, settledDate };
  return { ok: true, record: { ...record, sourceKey: number, contentHash: contentHash(record) } };
}

type Terms = Pick<ImportedInvoice, "dueDate" | "termsCode">;
type Money = Pick<ImportedInvoice, "kind" | "currency" | "amount" | "net" | "tax">;

/** A credit memo falls due on no day: of it (null) nothing is asked for. */
function readTerms(
  reader: RowReader,
  { columns, defaults }: InvoiceProfile,
  invoice: { readonly documentDate: BusinessDate | null } | null,
): Terms {
  const wrongBefore = reader.rejections.length;
  const dueDate = reader.date(columns.dueDate);
  const termsCode = reader.text(columns.termsCode, defaults.termsCode);
  if (invoice && !dueDate && !termsCode && reader.rejections.length === wrongBefore) {
    const reason = "is empty, and no payment terms are given to reckon it from: give the due date.";
    reader.reject(columns.dueDate ?? columns.termsCode, "REQUIRED", reason);
  }
  if (dueDate && invoice?.documentDate && dueDate < invoice.documentDate) {
    const reason = `is before the invoice's own date, ${invoice.documentDate}: correct one of the two.`;
    reader.reject(columns.dueDate, "DUE_BEFORE_DATE", reason);
  }
  return { dueDate, termsCode };
}

function readMoney(
  reader: RowReader,
  profile: InvoiceProfile,
  type: "INVOICE" | "CREDIT_MEMO" | null,
): Money | null {
  const { columns, defaults } = profile;
  const currency = reader.currency(columns.currency, defaults.currency);
  const amount = reader.required(columns.amount, reader.amount(columns.amount, currency), "amount");
  const net = reader.amount(columns.net, currency);
  const tax = reader.amount(columns.tax, currency);
  if (!amount) return null;
  if (amount.isZero())
    reader.reject(columns.amount, "ZERO_AMOUNT", "is zero: there is nothing to collect, so remove the row.");
  if (amount.isNegative() && !creditsAreTaken(profile, type)) {
    const reason = type
      ? "is negative on a row that says it is an invoice: correct one of the two."
      : "is negative, and this profile takes invoices only: remove the row, or have the profile take credits.";
    reader.reject(columns.amount, "NEGATIVE_AMOUNT", reason);
  }
  const parts = partsOf(amount, net, tax);
  if (parts === "MISMATCH") {
    const reason = "is not the sum of net and tax, or their signs differ: correct the one that is wrong.";
    reader.reject(columns.amount, "TOTAL_MISMATCH", reason);
  }
  if (!currency || parts === "MISMATCH") return null;
  const text = (value: Decimal | null) => (value ? formatAmount(value.abs(), currency) : null);
  return {
    kind: type ?? (amount.isNegative() ? "CREDIT_MEMO" : "INVOICE"),
    currency,
    amount: formatAmount(amount.abs(), currency),
    net: text(parts.net),
    tax: text(parts.tax),
  };
}

// A row that says what it is needs no rule for its sign, unless the two contradict each other.
function creditsAreTaken(profile: InvoiceProfile, type: "INVOICE" | "CREDIT_MEMO" | null): boolean {
  return type === null ? profile.negativeAmounts === "credit" : type === "CREDIT_MEMO";
}

function partsOf(
  amount: Decimal,
  net: Decimal | null,
  tax: Decimal | null,
): { net: Decimal | null; tax: Decimal | null } | "MISMATCH" {
  if (!net && !tax) return { net: null, tax: null };
  const whole = { net: net ?? amount.minus(tax ?? 0), tax: tax ?? amount.minus(net ?? 0) };
  const sums = whole.net.plus(whole.tax).eq(amount);
  const sameSign = [whole.net, whole.tax].every((part) => part.isZero() || part.s === amount.s);
  return sums && sameSign ? whole : "MISMATCH";
}
