export { AdviceImportResolver } from "./advice-import.resolver.js";
export { readCsv } from "./csv-source.js";
export { type ImportedCustomer, mapCustomerRow } from "./customer-rows.rules.js";
export type { ByteSource } from "./file-encoding.js";
export { ImportFileError, type ImportFileErrorCode } from "./import-file-error.js";
export {
  findAdviceProfile,
  findProfile,
  ImportProfileError,
  type ProfileProblem,
  parseAdviceProfile,
  parseProfile,
  readShippedProfile,
  shippedProfiles,
} from "./import-profile.js";
export type { RawRow, Rejection, RejectionCode, RowResult } from "./import-row.rules.js";
export { importRunLoader } from "./import-run.loaders.js";
export { ImportRunResolver } from "./import-run.resolver.js";
export { ingestAdvices, type RemittanceIngestInput } from "./ingest-advices.js";
export { type ImportedInvoice, mapInvoiceRow } from "./invoice-rows.rules.js";
export type { CustomerProfile, ImportProfile, InvoiceProfile } from "./profile-schema.js";
export { readAdviceTable } from "./read-advice-table.js";
export { type ReadRow, readCustomers, readInvoices } from "./read-import.js";
export { RejectionFile } from "./rejections.js";
export { type ImportSummary, runImport } from "./run-import.js";
export { SeenRows } from "./seen-rows.js";
