import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";
import type { Loader } from "../platform/graphql/context.js";

/** What was said of a customer's provision; neither percent nor amount when it ended. */
export interface SpecificProvisionRow {
  readonly id: string;
  readonly customerId: string;
  readonly effectiveFrom: string;
  /** The last day on which it counts; null when nothing follows it. */
  readonly endsOn: string | null;
  readonly percent: string | null;
  readonly amount: string | null;
  readonly functionalCurrency: string;
  readonly isEnd: boolean;
  readonly reason: string;
  readonly actor: string;
  readonly recordedAt: Date;
}

/** The specific provisions of alias `p`, each with the day from which the customer's next one counts. */
const SPOKEN = (tenantId: string): SqlFragment => sql`(
  select s.*, lead(s.effective_from) over (partition by s.customer_id order by s.effective_from, s.id) as next_from
  from specific_provision s where s.tenant_id = ${tenantId}) p`;

const COLUMNS: SqlFragment = sql`
  p.id, p.customer_id as "customerId", p.effective_from as "effectiveFrom", p.next_from - 1 as "endsOn",
  trim_scale(p.percent)::text as percent, p.amount, t.functional_currency as "functionalCurrency",
  p.percent is null and p.amount is null as "isEnd", p.reason, p.actor, p.recorded_at as "recordedAt"`;

export function pageOfProvisions(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<SpecificProvisionRow[]> {
  return db.rows<SpecificProvisionRow>(sql`
    select ${COLUMNS} from ${SPOKEN(tenantId)} join tenant t on t.tenant_id = p.tenant_id
    where ${where} and ${page.where} order by ${page.orderBy} limit ${page.limit}`);
}

export async function countProvisions(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from ${SPOKEN(tenantId)} where ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** Those that count on a day. */
export function countsOn(day: string): SqlFragment {
  return sql`(p.effective_from <= ${day}::date and (p.next_from is null or p.next_from > ${day}::date)
              and (p.percent is not null or p.amount is not null))`;
}

/** By UUID. */
export const specificProvisionLoader: Loader<string, SpecificProvisionRow | null> = async (
  ids,
  { reads, principal },
) => {
  const { tenantId } = principal;
  const rows = await reads.rows<SpecificProvisionRow>(sql`
    select ${COLUMNS} from ${SPOKEN(tenantId)} join tenant t on t.tenant_id = p.tenant_id where p.id = any(${ids})`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};
