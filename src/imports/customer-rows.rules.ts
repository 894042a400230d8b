import { type Amount, type CurrencyCode, formatAmount } from "../platform/money.js";
import { quoted, type RawRow, type RowResult, type SourceIdentity } from "./import-row.rules.js";
import type { CustomerProfile } from "./profile-schema.js";
import { contentHash, RowReader } from "./row-reader.rules.js";

/** A customer as a file tells it. A blank cell is null. The parent may stand in a later row, or be known already. */
export interface ImportedCustomer extends SourceIdentity {
  readonly number: string;
  readonly name: string;
  /** Null when the file gives no part of it. `country` is an ISO 3166-1 alpha-2 code. */
  readonly billTo: BillToAddress | null;
  readonly contact: ImportedContact | null;
  readonly termsCode: string | null;
  readonly currency: CurrencyCode;
  readonly taxIds: readonly string[];
  readonly parentNumber: string | null;
  readonly region: string | null;
  readonly salesRepresentative: string | null;
  readonly collector: string | null;
  readonly riskClass: string | null;
  /** In the customer's currency, ≥ 0; null means that none was set. */
  readonly creditLimit: Amount | null;
}

export interface BillToAddress {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

export interface ImportedContact {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The customer of a row, or everything that is wrong with it. Its number is the source key. */
export function mapCustomerRow(row: RawRow, profile: CustomerProfile): RowResult<ImportedCustomer> {
  if (row.malformed) return { ok: false, rejections: [row.malformed] };
  const { columns, defaults } = profile;
  const reader = new RowReader(row);
  const number = reader.required(columns.number, reader.text(columns.number), "customer number");
  const name = reader.required(columns.name, reader.text(columns.name), "customer's name");
  const currency = reader.currency(columns.currency, defaults.currency);
  const optional = {
    billTo: readBillTo(reader, profile),
    contact: readContact(reader, profile),
    termsCode: reader.text(columns.termsCode, defaults.termsCode),
    taxIds: readTaxIds(reader, profile),
    parentNumber: reader.text(columns.parentNumber),
    region: reader.text(columns.region, defaults.region),
    salesRepresentative: reader.text(columns.salesRepresentative, defaults.salesRepresentative),
    collector: reader.text(columns.collector, defaults.collector),
    riskClass: reader.text(columns.riskClass, defaults.riskClass),
  };
  const creditLimit = readCreditLimit(reader, profile, currency);
  if (number && optional.parentNumber === number) {
    const reason = "is the customer's own number: give another customer, or leave it empty.";
    reader.reject(columns.parentNumber, "OWN_PARENT", reason);
  }
  if (reader.rejections.length > 0 || !number || !name || !currency) {
    return { ok: false, rejections: reader.rejections };
  }
  const record = { number, name, currency, creditLimit, ...optional };
  return { ok: true, record: { ...record, sourceKey: number, contentHash: contentHash(record) } };
}

function readBillTo(reader: RowReader, { columns, defaults }: CustomerProfile): BillToAddress | null {
  const { billTo } = columns;
  const given = {
    line1: reader.text(billTo?.line1),
    line2: reader.text(billTo?.line2),
    city: reader.text(billTo?.city),
    region: reader.text(billTo?.region),
    postalCode: reader.text(billTo?.postalCode),
  };
  const written = reader.text(billTo?.country);
  const country = written?.toUpperCase() ?? null;
  if (country && !/^[A-Z]{2}$/.test(country)) {
    const reason = `${quoted(country)} is not a country code of two letters such as US or DE: correct it.`;
    reader.reject(billTo?.country, "INVALID_VALUE", reason);
  }
  if (!country && Object.values(given).every((part) => part === null)) return null;
  return { ...given, country: country ?? defaults.country ?? null };
}

function readContact(reader: RowReader, { columns }: CustomerProfile): ImportedContact | null {
  const contact = {
    name: reader.text(columns.contact?.name),
    email: reader.text(columns.contact?.email),
    phone: reader.text(columns.contact?.phone),
  };
  if (contact.email && !/^[^\s@]+@[^\s@]+$/.test(contact.email)) {
    const reason = `${quoted(contact.email)} is not one e-mail address: correct it, or leave it empty.`;
    reader.reject(columns.contact?.email, "INVALID_VALUE", reason);
  }
  return Object.values(contact).every((part) => part === null) ? null : contact;
}

function readTaxIds(reader: RowReader, { columns }: CustomerProfile): string[] {
  if (!columns.taxIds) return [];
  const all = reader.text({ column: columns.taxIds.column, trim: true, upper: false });
  const ids = (all ?? "").split(columns.taxIds.split).map((id) => id.trim());
  return ids.filter((id, at) => id !== "" && ids.indexOf(id) === at);
}

function readCreditLimit(
  reader: RowReader,
  { columns }: CustomerProfile,
  currency: CurrencyCode | null,
): Amount | null {
  const limit = reader.amount(columns.creditLimit, currency);
  if (!limit) return null;
  if (limit.isNegative() && !limit.isZero()) {
    reader.reject(columns.creditLimit, "NEGATIVE_AMOUNT", "is negative: give 0 or more, or leave it empty.");
  }
  return currency ? formatAmount(limit, currency) : null;
}
