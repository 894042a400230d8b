import type { EntryPreview } from "../platform/commands/entry-preview.js";
import { Decimal } from "../platform/money.js";

/** What a role may adjust alone and approve of others, in one currency. */
export interface Limit {
  readonly role: string;
  /** Null: any currency that has no row of its own for the role. */
  readonly currency: string | null;
  /** Null: without limit. */
  readonly amount: string | null;
}

/** Whether one of the roles has a limit that is enough for the amount. */
export function covers(
  limits: readonly Limit[],
  roles: readonly string[],
  amount: Decimal,
  currency: string,
): boolean {
  return roles.some((role) => enough(limitOf(limits, role, currency), amount));
}

/** The role with the lowest limit that is enough, to which a request is passed on; null when nobody's is. */
export function nextRole(limits: readonly Limit[], amount: Decimal, currency: string): string | null {
  const able = [...new Set(limits.map((limit) => limit.role))]
    .map((role) => ({ role, limit: limitOf(limits, role, currency) }))
    .filter(({ limit }) => enough(limit, amount))
    .sort((a, b) => compare(a.limit?.amount ?? null, b.limit?.amount ?? null) || (a.role < b.role ? -1 : 1));
  // Administrators run the installation; the business asks them last.
  return (able.find(({ role }) => role !== "ADMIN") ?? able[0])?.role ?? null;
}

/**
 * Whether two lists of entries post the same amounts to the same accounts and customers. Their order, the numbers that
 * their documents draw and the day on which they are posted are not of their substance.
 */
export function samePostings(shown: readonly EntryPreview[], now: readonly EntryPreview[]): boolean {
  const withCustomers = shown.every(({ lines }) => lines.every((line) => line.customerId !== undefined));
  const [a, b] = [shown, now].map((entries) => entries.map((entry) => keyOf(entry, withCustomers)).sort());
  return JSON.stringify(a) === JSON.stringify(b);
}

function keyOf({ kind, lines }: EntryPreview, withCustomers: boolean): string {
  const keys = lines.map((line) => {
    const { accountCode, currency, amount, functionalAmount, customerId } = line;
    return [accountCode, currency, amount, functionalAmount, withCustomers ? customerId : null].join(" ");
  });
  return [kind, ...keys.sort()].join("\n");
}

/** A currency's own row goes before the one for all others. */
function limitOf(limits: readonly Limit[], role: string, currency: string): Limit | undefined {
  const own = limits.filter((limit) => limit.role === role);
  return own.find((limit) => limit.currency === currency) ?? own.find((limit) => limit.currency === null);
}

function enough(limit: Limit | undefined, amount: Decimal): boolean {
  return limit !== undefined && (limit.amount === null || amount.lte(limit.amount));
}

function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return new Decimal(a).cmp(b);
}
