import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../support/api.js";
import { type FullBooks, fullBooks } from "./full-books.js";
import { tenantTables } from "./table-digest.js";

let api: TestApi;
let own: FullBooks;
let other: FullBooks;
let tables: string[];
/** The application's role, as tenant "own" unless a test says otherwise. */
let app: pg.Client;

beforeAll(async () => {
  api = await startApi();
  own = await fullBooks(api, "alpha");
  other = await fullBooks(api, "omega");
  tables = await tenantTables(api);
  // The feed makes a stream's row when somebody first listens.
  await api.owner.pool.query("insert into event_stream (tenant_id) values ($1), ($2)", [
    own.story.tenant.id,
    other.story.tenant.id,
  ]);
  app = new pg.Client({ connectionString: api.databaseUrl, options: "-c role=receivables_app" });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await api.close();
});

async function as(tenantId: string): Promise<void> {
  await app.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
}

async function count(table: string): Promise<number> {
  const { rows } = await app.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(rows[0]?.count);
}

/** The SQLSTATE with which a statement fails, or how many rows it touched; undone in any case. */
async function attempt(
  client: pg.Client | pg.PoolClient,
  statement: string,
  values: unknown[] = [],
): Promise<string> {
  await client.query("begin");
  try {
    const result = await client.query(statement, values);
    await client.query("set constraints all immediate");
    return `${result.rowCount ?? 0} rows`;
  } catch (error) {
    return error instanceof pg.DatabaseError ? String(error.code) : String(error);
  } finally {
    await client.query("rollback");
  }
}

const REFUSED_BY_PRIVILEGE = "42501";

describe("the rows of a tenant", () => {
  it("are there in every table, so that what follows proves something", async () => {
    const { rows } = await api.owner.pool.query<{ name: string }>(
      tables
        .map(
          (t) =>
            `select '${t}' as name where not exists (select from ${t} where tenant_id = '${other.story.tenant.id}')`,
        )
        .join(" union all "),
    );
    expect(rows).toEqual([]);
  });

  it("are not to be seen without a tenant, nor as one that does not exist", async () => {
    for (const tenant of ["", "00000000-0000-0000-0000-000000000000"]) {
      await as(tenant);
      for (const table of tables) expect([table, await count(table)]).toEqual([table, 0]);
    }
  });

  it("are not to be seen, changed or deleted by another tenant", async () => {
    await as(own.story.tenant.id);
    for (const table of tables) {
      const where = `where tenant_id = '${other.story.tenant.id}'`;
      expect([table, await attempt(app, `select 1 from ${table} ${where}`)]).toEqual([table, "0 rows"]);
      for (const statement of [
        `update ${table} set tenant_id = tenant_id ${where}`,
        `delete from ${table} ${where}`,
      ]) {
        expect(["0 rows", REFUSED_BY_PRIVILEGE]).toContain(await attempt(app, statement));
      }
    }
  });

  it("cannot be made for another tenant, nor moved to it", async () => {
    await as(own.story.tenant.id);
    for (const table of tables) {
      const { rows } = await api.owner.pool.query<{ columns: string }>(
        `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns from information_schema.columns
         where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'
           and column_name <> 'tenant_id'`,
        [table],
      );
      const columns = rows[0]?.columns;
      const copy = `insert into ${table} (tenant_id, ${columns}) select '${other.story.tenant.id}', ${columns} from ${table} limit 1`;
      expect([table, await attempt(app, copy)]).toEqual([table, expect.stringMatching(/^(42501|RV001)$/)]);
      const move = `update ${table} set tenant_id = '${other.story.tenant.id}'`;
      expect([table, await attempt(app, move)]).toEqual([table, expect.stringMatching(/^(42501|RV001)$/)]);
    }
  });

  it("cannot be pointed at by another tenant's rows", async () => {
    await as(own.story.tenant.id);
    const foreign = await uuidOf("customer", other);
    const changes = [
      ["update customer set parent_id = $1", [foreign]],
      ["update receipt set customer_id = $1 where customer_id is null", [foreign]],
      [
        `insert into customer_contact (tenant_id, id, customer_id, name) values ($2, new_id(), $1, 'x')`,
        [foreign, own.story.tenant.id],
      ],
      [
        `insert into invoice (tenant_id, id, status, customer_id, document_date, currency, terms_id, net_total, tax_total, total)
         select $2, new_id(), 'DRAFT', $1, '2026-01-01', 'EUR', id, 1, 0, 1 from payment_terms limit 1`,
        [foreign, own.story.tenant.id],
      ],
    ] as const;
    for (const [statement, values] of changes) {
      expect([statement, await attempt(app, statement, [...values])]).toEqual([statement, "23503"]);
    }
  });

  async function uuidOf(table: string, { story }: FullBooks): Promise<string> {
    const { rows } = await api.owner.pool.query<{ id: string }>(
      `select id from ${table} where tenant_id = $1 limit 1`,
      [story.tenant.id],
    );
    return rows[0]?.id ?? "";
  }
});

describe("what is posted", () => {
  const APPEND_ONLY = [
    "journal_entry",
    "journal_line",
    "movement",
    "application",
    "application_reversal",
    "audit_record",
  ];

  it("stays for the application's role", async () => {
    await as(own.story.tenant.id);
    for (const table of APPEND_ONLY) {
      for (const statement of [
        `update ${table} set tenant_id = tenant_id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        expect([statement, await attempt(app, statement)]).toEqual([statement, REFUSED_BY_PRIVILEGE]);
      }
    }
  });

  it("stays for the database's owner too", async () => {
    const client = await api.owner.pool.connect();
    for (const table of [
      ...APPEND_ONLY,
      "exchange_rate",
      "period_change",
      "close_review",
      "revaluation_run",
      "revaluation_line",
      "bank_batch",
      "bank_entry",
      "payment_terms_instalment",
    ]) {
      for (const statement of [
        `update ${table} set tenant_id = tenant_id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        expect([statement, await attempt(client, statement)]).toEqual([statement, "RV001"]);
      }
    }
    for (const statement of [
      "update open_item set open_amount = 0",
      "delete from open_item",
      "truncate open_item cascade",
    ]) {
      expect([statement, await attempt(client, statement)]).toEqual([statement, "RV001"]);
    }
    client.release();
  });

  it("cannot be recorded as of another moment", async () => {
    await as(own.story.tenant.id);
    for (const table of ["journal_entry", "movement", "application", "application_reversal"]) {
      const { rows } = await app.query<{ may: boolean }>(
        `select has_column_privilege('receivables_app', $1, 'recorded_at', 'insert') as may`,
        [table],
      );
      expect([table, rows[0]?.may]).toEqual([table, false]);
    }
  });
});

describe("the catalog", () => {
  it("has a tenant column, forced row-level security, a policy and a key that starts with the tenant on every table", async () => {
    const { rows } = await api.owner.pool.query<{ table: string; problem: string }>(`
      select c.relname as table, p.problem from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      cross join lateral (values
        (case when not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)
              then 'no tenant_id' end),
        (case when not c.relrowsecurity then 'row-level security is off' end),
        (case when not c.relforcerowsecurity then 'row-level security is not forced' end),
        (case when not exists (select from pg_policy y where y.polrelid = c.oid) then 'no policy' end),
        (case when not exists (
                select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id')
              then 'the primary key does not start with tenant_id' end)) as p(problem)
      where c.relkind in ('r', 'p') and c.relname not in ('schema_migration', 'mikro_orm_migrations') and p.problem is not null
      order by 1, 2`);
    expect(rows).toEqual([]);
  });

  it("lets an owner without a superuser's powers list the tenants, and nobody else", async () => {
    const client = await api.owner.pool.connect();
    const tenants = async () =>
      (await client.query<{ slug: string }>("select slug from tenant order by slug")).rows.map((r) => r.slug);
    await client.query("begin");
    await client.query(
      "create role plain_owner; create role bystander; grant create on schema public to plain_owner",
    );
    await client.query("grant select on tenant to bystander; alter table tenant owner to plain_owner");
    await client.query("set local role plain_owner");
    expect(await tenants()).toEqual(expect.arrayContaining(["alpha", "omega"]));
    await client.query("set local role bystander");
    expect(await tenants()).toEqual([]);
    await client.query("rollback");
    client.release();
  });

  it("has no foreign key between tenants' tables that leaves the tenant out", async () => {
    const { rows } = await api.owner.pool.query(`
      select k.conrelid::regclass::text as table, k.conname from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
        select from unnest(k.conkey, k.confkey) as c(own, theirs)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.own and a.attname = 'tenant_id'
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = c.theirs and b.attname = 'tenant_id')`);
    expect(rows).toEqual([]);
  });

  it("gives the application's role no way around: it owns nothing, bypasses nothing, may not truncate", async () => {
    const { rows } = await api.owner.pool.query(`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty,
             (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
             (select count(*)::int from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                and has_table_privilege(r.oid, c.oid, 'truncate')) as truncatable
      from pg_roles r where rolname = 'receivables_app'`);
    expect(rows).toEqual([{ mighty: false, owned: 0, truncatable: 0 }]);
  });
});
