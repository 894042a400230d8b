/**
 * A bank file taken in, from the file to what is applied and proposed, beside the same rows loaded by hand: a tenth of
 * the entries and all of them, on books with many open items. `--entries 100000`, `--items 1000000`, `--json`.
 */
import "reflect-metadata";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { verifyLedger } from "../../src/ledger/index.js";
import { executorOn } from "../../src/platform/database/database.js";
import type { Tenant } from "../../src/platform/database/tenancy.js";
import { loadByHand } from "./cash/by-hand.js";
import { loadOpenBooks } from "./cash/open-books.js";
import { paymentsOf, type StatementEntry, writeStatement } from "./cash/statement.js";
import { type EmptyDatabase, openEmptyDatabase } from "./dataset.js";

const TARGET = 0.15;

const { values: asked } = parseArgs({
  options: {
    entries: { type: "string", default: "100000" },
    items: { type: "string", default: "1000000" },
    json: { type: "boolean", default: false },
  },
});

const results: object[] = [];
const database = await openEmptyDatabase(process.env.BENCH_DATABASE_URL);
try {
  const items = Number(asked.items);
  process.stderr.write(`Loading ${items.toLocaleString("en")} open items.\n`);
  const tenant = await loadOpenBooks(database, `cash-${process.pid}`, items);
  for (const entries of [Number(asked.entries) / 10, Number(asked.entries)]) await measure(tenant, entries);
  await verify(tenant);
} finally {
  await database.close();
}
if (!asked.json) console.table(results);

/** Both pay invoices of the same books, each its own. */
async function measure(tenant: Tenant, count: number): Promise<void> {
  const items = await openItems(tenant);
  const payments = await entriesOf(tenant, `H${count}`, count);
  const before = await appliedIn(tenant);
  const peerSeconds = await loadByHand(database, tenant, `H${count}`, payments);
  const appliedByHand = (await appliedIn(tenant)) - before;
  const file = path.join(database.dataDir, `O${count}.sta`);
  await writeStatement(file, `O${count}`, await entriesOf(tenant, `O${count}`, count));
  await database.owner.pool.query("vacuum (analyze)");
  const ours = await importFile(database, tenant, file);
  const applied = (await appliedIn(tenant)) - before - appliedByHand;
  await database.owner.pool.query("vacuum (analyze)");
  if (applied < appliedByHand) throw new Error(`ours applied ${applied}, by hand ${appliedByHand}`);
  const result = {
    entries: count,
    items,
    applied,
    appliedByHand,
    ours: Math.round(count / ours.seconds),
    peer: Math.round(count / peerSeconds),
    ratio: Number((peerSeconds / ours.seconds).toFixed(2)),
    target: TARGET,
    peakMb: ours.peakMb,
  };
  results.push(result);
  if (asked.json) process.stdout.write(`${JSON.stringify(result)}\n`);
}

async function entriesOf(tenant: Tenant, run: string, count: number): Promise<StatementEntry[]> {
  const client = await database.owner.pool.connect();
  try {
    return await paymentsOf(client, tenant.id, run, count);
  } finally {
    client.release();
  }
}

/** By the command line, as an operator would: seconds from its start to its end, and the most memory that it took. */
function importFile(
  { url, dataDir }: EmptyDatabase,
  tenant: Tenant,
  file: string,
): Promise<{ seconds: number; peakMb: number }> {
  const program = fileURLToPath(new URL("../../dist/src/cli.js", import.meta.url));
  const started = performance.now();
  const child = spawn(process.execPath, [program, "import", "bank", file, "--tenant", tenant.slug], {
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir },
    stdio: ["ignore", 2, 2],
  });
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, highWater(child.pid));
  }, 200);
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => {
      clearInterval(watch);
      const seconds = (performance.now() - started) / 1_000;
      if (code === 0) resolve({ seconds, peakMb });
      else reject(new Error(`the import ended with code ${code}`));
    });
  });
}

function highWater(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1_024);
  } catch {
    return 0;
  }
}

function appliedIn(tenant: Tenant): Promise<number> {
  return counted("select count(*) from application where tenant_id = $1", tenant);
}

function openItems(tenant: Tenant): Promise<number> {
  return counted("select count(*) from open_item where tenant_id = $1 and is_open", tenant);
}

async function counted(text: string, tenant: Tenant): Promise<number> {
  const { rows } = await database.owner.pool.query<{ count: string }>(text, [tenant.id]);
  return Number(rows[0]?.count);
}

async function verify(tenant: Tenant): Promise<void> {
  const client = await database.owner.pool.connect();
  try {
    for await (const { check, differences } of verifyLedger(executorOn(client), tenant.id)) {
      if (differences.length > 0) throw new Error(`${check} ${JSON.stringify(differences[0])}`);
    }
  } finally {
    client.release();
  }
}
