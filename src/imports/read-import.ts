import { readCsv } from "./csv-source.js";
import { type ImportedCustomer, mapCustomerRow } from "./customer-rows.rules.js";
import type { ByteSource } from "./file-encoding.js";
import type { RawRow, RowResult, SourceIdentity } from "./import-row.rules.js";
import { type ImportedInvoice, mapInvoiceRow } from "./invoice-rows.rules.js";
import type { CustomerProfile, ImportProfile, InvoiceProfile, RateProfile } from "./profile-schema.js";
import { columnsOfThePast, type ImportedRates, mapRateRow } from "./rate-rows.rules.js";
import { SeenRows } from "./seen-rows.js";

/** A row of the file beside what became of it. */
export interface ReadRow<Imported> {
  readonly row: RawRow;
  readonly result: RowResult<Imported>;
}

/** Every row of a file of invoices, in order, rows that repeat a number rejected. Throws ImportFileError. */
export function readInvoices(
  source: ByteSource,
  profile: InvoiceProfile,
): AsyncGenerator<ReadRow<ImportedInvoice>> {
  return readRows(source, profile, (row) => mapInvoiceRow(row, profile));
}

/** Every row of a file of customers, in order, rows that repeat a number rejected. Throws ImportFileError. */
export function readCustomers(
  source: ByteSource,
  profile: CustomerProfile,
): AsyncGenerator<ReadRow<ImportedCustomer>> {
  return readRows(source, profile, (row) => mapCustomerRow(row, profile));
}

/**
 * Every day of a file of exchange rates, in order, days that come again rejected; the names of columns that are passed
 * over are put into `skipped`. Throws ImportFileError.
 */
export function readRates(
  source: ByteSource,
  profile: RateProfile,
  skipped: Set<string> = new Set(),
): AsyncGenerator<ReadRow<ImportedRates>> {
  const map = (row: RawRow) => {
    for (const name of columnsOfThePast(row.file)) skipped.add(name);
    return mapRateRow(row, profile);
  };
  return readRows(source, profile, map, new SeenRows("day"));
}

async function* readRows<Imported extends SourceIdentity>(
  source: ByteSource,
  profile: ImportProfile,
  map: (row: RawRow) => RowResult<Imported>,
  seen = new SeenRows(),
): AsyncGenerator<ReadRow<Imported>> {
  for await (const row of readCsv(source, profile)) {
    const result = map(row);
    const repeated = result.ok ? seen.check(row, result.record) : null;
    yield { row, result: repeated ? { ok: false, rejections: [repeated] } : result };
  }
}
