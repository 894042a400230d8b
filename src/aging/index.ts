export { AgingResolver } from "./aging.resolver.js";
export { type AgingReport, makeAgingReport } from "./aging-report.js";
export { itemFilter, type ReceivablesFilter } from "./receivables-filter.sql.js";
export { ReceivablesWhere, receivablesFilter } from "./receivables-where.js";
