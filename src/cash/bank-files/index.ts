export { BankFileError, type BankFileErrorCode } from "./bank-file.error.js";
export type {
  AchNotice,
  AchNoticeKind,
  BankAccountRef,
  BankBalance,
  BankEntry,
  BankFileFormatName,
  BankStatement,
  DeclaredTotal,
  DeclaredTotals,
  EntryBatch,
  EntryDetail,
  EntrySide,
  EntryStatus,
  FilePage,
  Finding,
  ParsedBankFile,
  ProvisionalReport,
  Severity,
  StructuredReference,
  UnreadableValue,
} from "./bank-file.model.js";
export { isRejected, leftToStatement, postableEntries, validateBankFile } from "./bank-file.rules.js";
export { type BankFileFormat, MAX_FILE_BYTES } from "./bank-file-format.js";
export { referencesIn } from "./document-references.js";
export { FileFindings } from "./file-findings.js";
export { findingInWords, gravestFirst } from "./finding-list.rules.js";
export { BANK_FILE_FORMATS, detectFormat } from "./formats.js";
export { achReason, noReceiptOf } from "./nacha/ach-reasons.rules.js";
export { type NachaPart, readNacha } from "./nacha/nacha-reader.js";
export { type ReadBankFile, readBankFile } from "./read-bank-file.js";
export { isRoutingNumber } from "./routing-number.rules.js";
export { UnreadableFileError } from "./unreadable-file.error.js";
