import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explain } from "../../src/cli/explain.js";
import {
  type EmbeddedPostgres,
  openEmbeddedPostgres,
} from "../../src/platform/database/embedded-postgres.js";
import { migrate } from "../../src/platform/database/migrate.js";
import { missingRight } from "../../src/platform/database/migration-rights.js";

/** A server of its own: roles belong to a whole server, and that of the other tests has them already. */
let server: EmbeddedPostgres;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "receivables-rights-"));
  await chmod(dataDir, 0o755);
  server = await openEmbeddedPostgres({ dataDir, settings: { fsync: "off" } });
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe("the rights of a PostgreSQL user who migrates", () => {
  it("are told one by one, each with the statement that gives it, until every database of the server is migrated", async () => {
    const first = await databaseOf("first");
    const creates = "ALTER ROLE first CREATEROLE";
    expect(await refusedTo(first)).toBe(
      `DATABASE_URL: the user first may not create roles, which the first migration does (receivables_app, receivables_customer_reader). Have a superuser run: ${creates};`,
    );
    await asSuperuser(creates);
    expect(await migrate(first)).not.toEqual([]);

    const second = await databaseOf("Second One");
    await asSuperuser('alter role "Second One" createrole');
    const hands = 'GRANT receivables_app, receivables_customer_reader TO "Second One" WITH ADMIN OPTION';
    expect(await refusedTo(second)).toBe(
      `DATABASE_URL: the user "Second One" needs the roles receivables_app, receivables_customer_reader, which another Receivables database of this server has made, with the right to hand them on. Have a superuser run: ${hands};`,
    );
    await asSuperuser(hands);
    expect(await migrate(second)).not.toEqual([]);
    expect(await migrate(second)).toEqual([]);
    expect(await roleOf(second)).toBe("receivables_app");
  });

  it("are not asked for by a user who has nothing to migrate, nor by a superuser", () => {
    const user = { user: "u", database: "d", absent: ["receivables_app"], foreign: [] };
    const none = { mayCreateRoles: false, mayCreateInDatabase: false, mayCreateInSchema: false };
    expect(missingRight({ ...user, ...none, isSuperuser: true })).toBeNull();
    expect(missingRight({ ...user, ...none, isSuperuser: false, mayCreateRoles: true })).toMatch(
      /GRANT CREATE ON DATABASE d TO u;$/,
    );
    expect(
      missingRight({ ...user, ...none, absent: [], isSuperuser: false, mayCreateInDatabase: true }),
    ).toMatch(/GRANT CREATE ON SCHEMA public TO u;$/);
  });
});

/** A database with an owner of the same name, who has no other right; its address. */
async function databaseOf(owner: string): Promise<string> {
  const name = pg.escapeIdentifier(owner);
  await asSuperuser(`create role ${name} login password 'secret'`);
  await asSuperuser(`create database ${name} owner ${name}`);
  const url = new URL(server.url);
  url.username = encodeURIComponent(owner);
  url.password = "secret";
  url.pathname = `/${encodeURIComponent(owner)}`;
  return url.href;
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** What a person is told who may not migrate. */
function refusedTo(url: string): Promise<string> {
  return migrate(url).then(() => "migrated", explain);
}

/** The role that sessions of the server take on. */
async function roleOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, options: "-c role=receivables_app" });
  await client.connect();
  const { rows } = await client
    .query('select current_user as "user", count(*) from tenant')
    .finally(() => client.end());
  return rows[0].user;
}
