import type { CommandContext } from "../../platform/commands/command.js";
import { sql } from "../../platform/database/sql.js";
import type { MatchPayment } from "../matching/index.js";
import type { MatchedPayment } from "./match-payments.js";

/** What is said of money that settles nothing, while nobody has looked at other currencies. */
const UNSETTLED: ReadonlySet<string> = new Set(["NOTHING_FITS", "REFERENCE_UNKNOWN"]);

/**
 * Says of money that settles nothing that it is of another currency, where all that its payer owes is of others. One
 * statement, however many they are.
 */
export async function tellOtherCurrencies(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  payments: readonly MatchPayment[],
  matched: Map<string, MatchedPayment>,
): Promise<void> {
  const unsettled = payments.flatMap(({ id, currency }) => {
    const match = matched.get(id);
    const customerId = match?.payer?.customerId;
    const isUnsettled = match?.parts.length === 0 && UNSETTLED.has(match.remainder?.reason ?? "");
    return match && customerId && isUnsettled ? [{ match, customerId, currency }] : [];
  });
  if (unsettled.length === 0) return;
  const rows = await tx.rows<{ customerId: string; currencies: string[] }>(sql`
    select asked.id as "customerId", owed.currencies from unnest(${[...new Set(unsettled.map((one) => one.customerId))]}::uuid[]) as asked(id)
    cross join lateral (
      select coalesce(array_agg(distinct o.currency::text), '{}') as currencies from open_item o
      where o.tenant_id = ${tenant.id} and o.customer_id = asked.id and o.is_open and o.open_amount > 0) owed`);
  const owed = new Map(rows.map(({ customerId, currencies }) => [customerId, currencies]));
  for (const { match, customerId, currency } of unsettled) {
    const currencies = owed.get(customerId) ?? [];
    if (!match.remainder || currencies.length === 0 || currencies.includes(currency)) continue;
    matched.set(match.paymentId, { ...match, remainder: { ...match.remainder, reason: "OTHER_CURRENCY" } });
  }
}
