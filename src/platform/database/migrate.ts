import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Migration, Migrator } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
import pg from "pg";
import { requireMigrationRights } from "./migration-rights.js";

/** The database was made by a later version of this program. */
export class NewerSchemaError extends Error {
  override readonly name = "NewerSchemaError";
}

/** Two processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_200;

/**
 * Brings the database to this version's schema, each migration in its own transaction.
 * @returns the names of the migrations that were applied now.
 * @throws NewerSchemaError when the database has migrations that this version does not know.
 * @throws MissingRightsError when the user lacks a right that the migrations to come need.
 */
export async function migrate(
  url: string,
  onStep: (name: string) => void = () => undefined,
): Promise<string[]> {
  const files = await migrationFiles();
  const lock = new pg.Client({ connectionString: url, application_name: "receivables migrate" });
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const applied = await appliedMigrations(lock);
    refuseNewer(applied, new Set(files.map((f) => f.name)));
    await requireMigrationRights(
      lock,
      files.map((f) => f.name).filter((name) => !applied.includes(name)),
    );
    return await apply(url, files, onStep);
  } finally {
    await lock.end();
  }
}

interface MigrationFile {
  readonly name: string;
  readonly text: string;
}

async function migrationFiles(): Promise<MigrationFile[]> {
  const folder = await migrationsFolder();
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: name.replace(/\.sql$/, ""),
      text: await readFile(join(folder, name), "utf8"),
    })),
  );
}

/** The package's migrations folder, from the sources as from the build. */
async function migrationsFolder(): Promise<string> {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const entries = await readdir(folder);
    if (entries.includes("package.json") && entries.includes("migrations")) return join(folder, "migrations");
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the migrations folder is missing from the package");
    folder = parent;
  }
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query("select to_regclass('public.schema_migration') is not null as exists");
  if (!rows[0]?.exists) return [];
  const applied = await client.query<{ name: string }>("select name from schema_migration order by id");
  return applied.rows.map((r) => r.name);
}

function refuseNewer(applied: readonly string[], known: ReadonlySet<string>): void {
  const unknown = applied.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new NewerSchemaError(
      `The database is of a newer version: it has the migration ${unknown.join(", ")}, which this version does not know. Run the newer version.`,
    );
  }
}

async function apply(
  url: string,
  files: readonly MigrationFile[],
  onStep: (name: string) => void,
): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    // The caller tells what happened; the ORM's own log would mix into the output of a command.
    logger: () => undefined,
    migrations: {
      tableName: "schema_migration",
      transactional: true,
      allOrNothing: false,
      snapshot: false,
      migrationsList: files.map(({ name, text }) => ({ name, class: migrationOf(text) })),
    },
  });
  try {
    const applied = await orm.migrator.up();
    for (const { name } of applied) onStep(name);
    return applied.map(({ name }) => name);
  } finally {
    await orm.close(true);
  }
}

function migrationOf(text: string): new (...args: ConstructorParameters<typeof Migration>) => Migration {
  return class extends Migration {
    override up(): void {
      this.addSql(text);
    }
  };
}
