export { ACCOUNT_ROLES, accountOf, type AccountRole, type ChartOfAccounts, chartOf, createChart, rateOn } from "./accounts.js";
export { JournalEntry, type NewItem } from "./journal-entry.js";
export { lockItems } from "./lock-items.js";
export { post, type ReversalRequest, reverse, settled } from "./post.js";
export { type ItemState, settle } from "./settlement.rules.js";
