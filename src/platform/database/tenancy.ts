import type pg from "pg";
import type { Database, Executor } from "./database.js";
import { answerOf, executorOn } from "./database.js";
import { type SqlFragment, sql } from "./sql.js";

/** What the pipeline knows of the tenant it works for. */
export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** ISO 4217 code of the currency the books are kept in. */
  readonly functionalCurrency: string;
  /** IANA time zone in which business dates are told. */
  readonly timeZone: string;
}

export const TENANT_COLUMNS: SqlFragment = sql`
  tenant_id as "id", slug, name, functional_currency as "functionalCurrency", time_zone as "timeZone"`;

/** SQL that opens a transaction as the tenant: one text, so that it is one round trip. */
export function beginAs(
  tenantId: string,
  mode: "READ ONLY" | "READ WRITE",
  settings: Record<string, string> = {},
): string {
  const isolation = mode === "READ ONLY" ? "REPEATABLE READ READ ONLY" : "READ COMMITTED";
  const values = Object.entries({ "app.tenant_id": tenantId, ...settings }).map(
    ([name, value]) => `SET LOCAL ${name} = ${quote(value)}`,
  );
  return `BEGIN ISOLATION LEVEL ${isolation}; ${values.join("; ")}`;
}

/**
 * Sends it: it leaves as one packet with the statements that follow in this turn of the event loop. Not awaited,
 * since the first of them fails if this does.
 */
export function sendBegin(client: pg.PoolClient, begin: string): void {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  answerOf(client, begin).catch(() => undefined);
}

const UUID = /^[0-9a-f-]{36}$/;
const UUIDS = /^\{([0-9a-f-]{36}(,[0-9a-f-]{36})*)?\}$/;

function quote(value: string): string {
  const plain = UUID.test(value) || UUIDS.test(value) || /^[a-z0-9_]+$/i.test(value);
  if (!plain) throw new RangeError("a session setting has an unexpected form");
  return `'${value}'`;
}

/** Settings under which only these customers' rows are seen: a role of its own, with policies of its own. */
export function boundTo(customerIds: readonly string[]): Record<string, string> {
  return { "app.customer_ids": `{${customerIds.join(",")}}`, role: CUSTOMER_READER_ROLE };
}

const CUSTOMER_READER_ROLE = "receivables_customer_reader";

/** Every tenant, oldest first; for the owner's sessions (jobs, verification), which no policy hides rows from. */
export async function listTenants(database: Database): Promise<Tenant[]> {
  const client = await database.pool.connect();
  try {
    return await executorOn(client).rows<Tenant>(
      sql`select ${TENANT_COLUMNS} from tenant order by created_at, slug`,
    );
  } finally {
    client.release();
  }
}

/** The session's own tenant, or undefined when it does not exist. */
export async function readTenant(db: Executor, tenantId: string): Promise<Tenant | undefined> {
  const [tenant] = await db.rows<Tenant>(
    sql`select ${TENANT_COLUMNS} from tenant where tenant_id = ${tenantId}`,
  );
  return tenant;
}
