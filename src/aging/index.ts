export { AgingResolver } from "./aging.resolver.js";
export { AgingBucket as AgingBucketType } from "./aging.type.js";
export { type AgingReport, type AgingReportRow, makeAgingReport } from "./aging-report.js";
export {
  type AgingBucket,
  bucketStarts,
  bucketsOf,
  DEFAULT_SCHEME,
  schemeFault,
} from "./aging-scheme.rules.js";
export { itemFilter, type ReceivablesFilter } from "./receivables-filter.sql.js";
export { ReceivablesWhere, receivablesFilter } from "./receivables-where.js";
