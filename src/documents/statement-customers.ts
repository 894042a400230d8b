import { itemBalances } from "../ledger/index.js";
import { sql } from "../platform/database/sql.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import { type AskedStatement, statementRequest } from "./customer-statement.js";
import type { StatementKind } from "./statement.type.js";

/** A customer by both of its names. */
export interface NamedCustomer {
  /** UUID. */
  readonly customerId: string;
  readonly number: string;
}

/** Who gets a statement when everybody does: whoever has something open at its date, or, of an activity, any change in it. */
export async function statementCustomers(
  context: RequestContext,
  kind: StatementKind,
  asked: AskedStatement,
): Promise<NamedCustomer[]> {
  const { point, from, currency } = await statementRequest(context, NOBODY, asked);
  const { tenantId, asOf, knownAt } = point;
  const known = knownAt === null ? sql.empty : sql`and m.recorded_at <= ${knownAt}::timestamptz`;
  const items = currency === null ? null : sql`i.currency = ${currency}`;
  const active =
    kind === "OPEN_ITEM"
      ? sql.empty
      : sql`
      union select m.customer_id from movement m
      where m.tenant_id = ${tenantId} and m.effective_date between ${from}::date and ${asOf}::date and m.amount <> 0 ${known}
        and (${currency}::text is null or m.currency = ${currency})`;
  return context.reads.rows<NamedCustomer>(sql`
    select c.id as "customerId", c.number from customer c
    where c.tenant_id = ${tenantId} and ${visibleTo(context.principal, sql`c.id`)} and c.id in (
      select b.customer_id from (${itemBalances(point, items)}) b where b.balance <> 0 ${active})
    order by c.number, c.id`);
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
