import type { Application } from "../src/application.js";
import { allTerms } from "../src/customers/index.js";
import { settled } from "../src/ledger/index.js";
import { addDays, type BusinessDate } from "../src/platform/business-date.js";
import { resultOf } from "../src/platform/commands/pipeline.js";
import type { Database } from "../src/platform/database/database.js";
import type { Tenant } from "../src/platform/database/tenancy.js";
import { inTransaction } from "../src/platform/database/write-transaction.js";
import { createTenant } from "../src/setup/create-tenant.js";
import { seedActor } from "./seed-actor.js";
import { refreshStatistics } from "./statistics.js";
import { VOLUME_DAYS } from "./volume/plan-volume.js";
import { type VolumeChunk, writeVolumeChunk, writeVolumeCustomers } from "./volume/write-volume.js";

export interface SeedVolumeOptions {
  readonly customers: number;
  readonly invoices: number;
  /** Another seed, other data; the same seed and day, the same data except for ids, receipt numbers and recording times. */
  readonly seed: number;
  /** The day up to which there are invoices and receipts: the two years before it. */
  readonly today: BusinessDate;
  /** Told after each chunk, in invoices. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Makes a tenant "volume-<seed>" of plain data for measurements, through the command pipeline: invoices in US dollars
 * with one line, a twentieth of them in three instalments, seven of ten paid by a receipt of their own. Two chunks at a
 * time, because each has numbers of its own and waits for no other. Throws when the tenant exists.
 */
export async function seedVolume(
  application: Application,
  owner: Database,
  options: SeedVolumeOptions,
): Promise<Tenant> {
  const { customers, invoices, seed, today, onProgress = () => undefined } = options;
  const tenant = await createTenant(owner, application.orm, {
    slug: `volume-${seed}`,
    name: `Volume ${seed}`,
    functionalCurrency: "USD",
    timeZone: "America/New_York",
  });
  const actor = seedActor(tenant.id);
  const scope = { database: application.database, orm: application.orm, tenantId: tenant.id };
  const terms = await inTransaction(scope, (tx) => allTerms(tx, tenant.id));
  const { commands } = application;
  const outcome = await commands.execute(actor, writeVolumeCustomers(terms), {
    customers,
    seed,
    from: addDays(today, -VOLUME_DAYS),
    today,
  });
  if (outcome.kind === "REFUSED") throw new Error("the customers were refused");
  await refreshStatistics(owner);
  const chunks = chunksOf(invoices);
  let done = 0;
  let analysed = 0;
  const work = async (): Promise<void> => {
    for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
      const input = { ...chunk, of: invoices, seed, today };
      const written = await commands.execute(actor, writeVolumeChunk(resultOf(outcome), terms), input);
      if (written.kind === "REFUSED") throw new Error(written.refusals.map((r) => r.message).join(" "));
      done += chunk.count;
      onProgress(done, invoices);
      if (done < analysed * 4) continue;
      analysed = done;
      await refreshStatistics(owner);
    }
  };
  await settled(Array.from({ length: WORKERS }, work));
  await refreshStatistics(owner);
  return tenant;
}

const WORKERS = 2;
const CHUNK = 2_000;
/** The first are small: what they cost before there are statistics grows with their square. */
const FIRST_CHUNK = 200;

function chunksOf(invoices: number): Pick<VolumeChunk, "first" | "count">[] {
  const chunks = [];
  for (let first = 0; first < invoices; ) {
    const count = Math.min(invoices - first, first === 0 ? FIRST_CHUNK : Math.min(CHUNK, first * 2));
    chunks.push({ first, count });
    first += count;
  }
  return chunks;
}
