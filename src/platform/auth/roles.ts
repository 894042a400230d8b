/** What a scope lets its holder do. Roles are sets of scopes; API keys have scopes of their own. */
export const SCOPES = {
  "receivables:read": "Read customers, invoices, receipts, credits, their items and balances.",
  "customers:write": "Create, change and merge customers.",
  "invoices:write": "Create, issue, void and deliver invoices.",
  "cash:write": "Record, apply and reverse receipts.",
  "adjustments:write": "Credit memos, write-offs, refunds, late fees and payment plans.",
  "approvals:write": "Approve or reject what others asked for.",
  "disputes:write": "Open, review, resolve and withdraw disputes.",
  "collections:write": "Work lists, promises to pay, dunning.",
  "credit:write": "Credit limits and holds.",
  "bank-files:import": "Take in bank statements and lockbox files.",
  "imports:write": "Import customers, invoices and items from files.",
  "exports:read": "Extracts and reports as files.",
  "journal:read": "Read journal entries and the trial balance.",
  "journal:export": "Hand journal entries over to the general ledger, each once.",
  "metrics:read": "Read aging, DSO, CEI and forecasts.",
  "events:payments": "Receive payment events.",
  "events:read": "Receive every event.",
  "periods:write": "Close and reopen accounting periods.",
  "close:write": "Work the close checklist: review, revalue, provide for bad debt.",
  "rates:write": "Add exchange rates.",
  "soft-closed:post": "Post into a period that is soft-closed.",
  "audit:read": "Read the audit trail.",
  "webhooks:manage": "Manage webhook endpoints.",
  "api-keys:manage": "Create and revoke API keys.",
  "tenant:manage": "Change the tenant's settings.",
} as const satisfies Record<string, string>;

export type Scope = keyof typeof SCOPES;

/** The scopes of each role. Nobody who writes has `audit:read` only to watch themselves; the auditor writes nothing. */
export const ROLES = {
  AR_CLERK: scopes("receivables:read", "invoices:write", "cash:write", "bank-files:import", "imports:write"),
  AR_SPECIALIST: scopes(
    "receivables:read",
    "customers:write",
    "invoices:write",
    "cash:write",
    "adjustments:write",
    "disputes:write",
    "bank-files:import",
    "imports:write",
    "exports:read",
    "journal:read",
    "metrics:read",
    "events:payments",
  ),
  COLLECTOR: scopes(
    "receivables:read",
    "collections:write",
    "disputes:write",
    "metrics:read",
    "events:payments",
  ),
  CREDIT_ANALYST: scopes(
    "receivables:read",
    "customers:write",
    "credit:write",
    "metrics:read",
    "exports:read",
  ),
  AR_MANAGER: scopes(
    ...everythingBut("periods:write", "soft-closed:post", "api-keys:manage", "tenant:manage"),
  ),
  CONTROLLER: scopes(...everythingBut("api-keys:manage", "tenant:manage")),
  AUDITOR: scopes(
    "receivables:read",
    "journal:read",
    "metrics:read",
    "events:payments",
    "events:read",
    "audit:read",
    "exports:read",
  ),
  ADMIN: scopes(...everythingBut()),
} as const satisfies Record<string, readonly Scope[]>;

export type Role = keyof typeof ROLES;

export function isScope(text: string): text is Scope {
  return Object.hasOwn(SCOPES, text);
}

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

/** All scopes of the roles; names that are not roles give none. */
export function scopesOf(roles: readonly string[]): Set<string> {
  return new Set(roles.filter(isRole).flatMap((role) => ROLES[role]));
}

function scopes(...list: Scope[]): readonly Scope[] {
  return list;
}

function everythingBut(...without: Scope[]): Scope[] {
  return Object.keys(SCOPES)
    .filter(isScope)
    .filter((scope) => !without.includes(scope));
}
