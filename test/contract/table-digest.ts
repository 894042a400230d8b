import type { TestApi } from "../support/api.js";

/** Tables that have rows of tenants. */
export async function tenantTables({ owner }: TestApi): Promise<string[]> {
  const { rows } = await owner.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relkind in ('r', 'p') order by c.relname`,
  );
  return rows.map((row) => row.name);
}

/** Which columns of a table follow from reading alone: the feed gives committed events their positions. */
const UNSTABLE: Readonly<Record<string, string>> = {
  outbox_event: "(to_jsonb(t) - 'position')::text",
  event_stream: "tenant_id::text",
};

/** A hash of every table's rows of the tenant, by table, so that a change is told by name. */
export async function digestOf(api: TestApi, tenantId: string): Promise<Record<string, string>> {
  const tables = await tenantTables(api);
  const digests = tables.map(async (table) => {
    const text = UNSTABLE[table] ?? "t::text";
    const { rows } = await api.owner.pool.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(${text}, '|' order by ${text})), '') as digest
       from ${table} t where tenant_id = $1`,
      [tenantId],
    );
    return [table, rows[0]?.digest ?? ""];
  });
  return Object.fromEntries(await Promise.all(digests));
}
