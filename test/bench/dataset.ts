import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { seedVolume } from "../../seeds/volume.js";
import { type Application, openApplication } from "../../src/application.js";
import { type BusinessDate, todayIn } from "../../src/platform/business-date.js";
import { Database } from "../../src/platform/database/database.js";
import { openEmbeddedPostgres } from "../../src/platform/database/embedded-postgres.js";
import { migrate } from "../../src/platform/database/migrate.js";
import { listTenants, type Tenant } from "../../src/platform/database/tenancy.js";
import type { BenchOptions } from "./options.js";

/** The one database of a run, with the volume tenant in it. */
export interface Dataset extends EmptyDatabase {
  readonly tenant: Tenant;
  readonly today: BusinessDate;
}

const SEED = 1;

/** A database with the schema and nothing in it, unless it is one of your own. */
export interface EmptyDatabase {
  readonly url: string;
  /** A directory of this run alone. */
  readonly dataDir: string;
  readonly application: Application;
  readonly owner: Database;
  close(): Promise<void>;
}

export async function openEmptyDatabase(databaseUrl: string | undefined): Promise<EmptyDatabase> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "receivables-bench-"));
  // Root lends the server another user, who must be able to enter.
  await chmod(dataDir, 0o755);
  const server = databaseUrl === undefined ? await openEmbeddedPostgres({ dataDir }) : undefined;
  const url = server?.url ?? databaseUrl ?? "";
  await migrate(url);
  const owner = new Database({ url, poolSize: 2, asOwner: true, applicationName: "receivables bench" });
  const tokens = { issuer: "bench", audience: "bench" };
  const application = await openApplication({ databaseUrl: url, poolSize: 4, tokens });
  return {
    url,
    dataDir,
    application,
    owner,
    async close() {
      await application.close();
      await owner.close();
      await server?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function openDataset(options: BenchOptions, say: (text: string) => void): Promise<Dataset> {
  const database = await openEmptyDatabase(options.databaseUrl);
  const { application, owner } = database;
  const today = todayIn("America/New_York", new Date());
  const { customers, invoices } = options;
  const existing = (await listTenants(owner)).find((tenant) => tenant.slug === `volume-${SEED}`);
  if (existing) say(`Using the volume tenant that is there.`);
  const started = performance.now();
  const tenant =
    existing ??
    (await seedVolume(application, owner, {
      customers,
      invoices,
      seed: SEED,
      today,
      onProgress: (done, total) => {
        const perSecond = Math.round(done / ((performance.now() - started) / 1_000));
        say(`Seeding ${done.toLocaleString("en")} of ${total.toLocaleString("en")} invoices, ${perSecond}/s`);
      },
    }));
  // What autovacuum does within minutes of such a load; until then every index still holds the settled items as open.
  await owner.pool.query("vacuum (analyze)");
  return { ...database, tenant, today };
}
