export { DEFAULT_RECONCILIATION_SETTINGS, reconcile } from "./reconcile.rules.js";
export type { BankLine, CashLine, Reconciliation, ReconciliationSettings } from "./reconciliation.model.js";
