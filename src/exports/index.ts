export { journalExportLoader } from "./journal-export.loaders.js";
export { exportByNumber, exportsByIds, type JournalExportRow, totalsOf } from "./journal-export.queries.js";
export { JournalExportResolver } from "./journal-export.resolver.js";
export { fileOf, firstFormatOf, type JournalExportFile } from "./journal-export-file.js";
export { findLayout, JournalProfileError, readAccountsFile } from "./journal-profile.js";
export { startJournalExport } from "./start-journal-export.js";
export { batchBytes } from "./write-batch.js";
export { writeJournalExport } from "./write-journal-export.js";
