export { AgingResolver } from "./aging.resolver.js";
export { type AgingReport, type AgingReportRow, makeAgingReport } from "./aging-report.js";
export { DEFAULT_SCHEME } from "./aging-scheme.rules.js";
export { itemFilter, type ReceivablesFilter } from "./receivables-filter.sql.js";
export { ReceivablesWhere, receivablesFilter } from "./receivables-where.js";
