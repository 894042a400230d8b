export {
  ACCOUNT_ROLES,
  type AccountRole,
  accountOf,
  type ChartOfAccounts,
  chartOf,
  createChart,
  rateOn,
} from "./accounts.js";
export { itemBalances, type LedgerPoint, movementsBeyond } from "./balances.sql.js";
export { type ClosingRate, readClosingRates, revaluedBalances } from "./closing-rates.js";
export { type NewRate, storeRates } from "./exchange-rate.js";
export { journalEntryLoader, periodLoader } from "./journal.loaders.js";
export { JournalResolver } from "./journal.resolver.js";
export { JournalEntryType, PeriodType } from "./journal.type.js";
export { JournalEntry, type NewItem } from "./journal-entry.js";
export { AmountExceedsBalance, PeriodClosed } from "./ledger-errors.js";
export { LedgerSetupResolver } from "./ledger-setup.resolver.js";
export { lockItems } from "./lock-items.js";
export { BalanceArgs, CustomerBalanceArgs, OpenItemArgs } from "./open-item.input.js";
export {
  type CustomerItemsArguments,
  customerBalanceLoader,
  customerItems,
  invoiceItemsLoader,
  openItemLoader,
} from "./open-item.loaders.js";
export { countItems, type OpenItemRow, pageOfItems } from "./open-item.queries.js";
export { OpenItemResolver } from "./open-item.resolver.js";
export { CustomerBalance, OpenItemConnection, OpenItemType } from "./open-item.type.js";
export {
  type ClosedMonths,
  changePeriod,
  closedMonthsAfter,
  type HeldPeriod,
  holdPeriod,
  monthsClosedTo,
  type PeriodStatus,
} from "./periods.js";
export { post, type ReversalRequest, reverse, settled } from "./post.js";
export { type ReconciliationRow, readReconciliation } from "./reconciliation.queries.js";
export { ReconciliationResolver } from "./reconciliation.resolver.js";
export { type AskedPoint, type ReportPoint, reportPoint } from "./report-point.js";
export { RollForwardResolver } from "./roll-forward.resolver.js";
export { type ItemState, letGo, relieve, settle } from "./settlement.rules.js";
export { type CheckResult, type Difference, verifyLedger } from "./verify.queries.js";
export { requireWholeBooks } from "./whole-books.js";
