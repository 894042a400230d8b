/**
 * Bulk work on whole books, ours beside the same work in set-based SQL by hand: a small-balance run and the close of a
 * month, each at a tenth of the rows and at all of them. `--items 100000`, `--movements 1000000`, `--json`.
 */
import "reflect-metadata";
import { parseArgs } from "node:util";
import { verifyLedger } from "../../src/ledger/index.js";
import { businessDate } from "../../src/platform/business-date.js";
import { executorOn } from "../../src/platform/database/database.js";
import type { Tenant } from "../../src/platform/database/tenancy.js";
import { closing } from "./books/closing.js";
import { loadBooks, MOVEMENTS_EACH } from "./books/load-books.js";
import { smallBalances } from "./books/small-balances.js";
import { timeByHand, timeOurs, type Work } from "./books/work.js";
import { type EmptyDatabase, openEmptyDatabase } from "./dataset.js";

const TARGET = 0.5;
const MONTH = businessDate("2026-09-01");
const AS_OF = businessDate("2026-09-30");

const { values: asked } = parseArgs({
  options: {
    items: { type: "string", default: "100000" },
    movements: { type: "string", default: "1000000" },
    json: { type: "boolean", default: false },
  },
});

interface Result {
  readonly work: string;
  readonly rows: number;
  readonly ours: number;
  readonly peer: number;
  readonly ratio: number;
  readonly target: number;
  /** The most memory that our server took. */
  readonly serverMb: number;
}

interface Size {
  /** What is counted. */
  readonly rows: number;
  readonly invoices: number;
  /** Left open of each. */
  readonly cents: number;
}

const results: Result[] = [];
const database = await openEmptyDatabase(process.env.BENCH_DATABASE_URL);
try {
  for (const items of [Number(asked.items) / 10, Number(asked.items)]) {
    await measure(database, smallBalances(AS_OF), { rows: items, invoices: items, cents: 50 });
  }
  for (const movements of [Number(asked.movements) / 10, Number(asked.movements)]) {
    await measure(database, closing(MONTH), {
      rows: movements,
      invoices: movements / MOVEMENTS_EACH,
      cents: 0,
    });
  }
} finally {
  await database.close();
}
if (!asked.json) console.table(results);

async function measure(database: EmptyDatabase, work: Work, { rows, invoices, cents }: Size): Promise<void> {
  const load = (who: string): Promise<Tenant> => {
    process.stderr.write(
      `Loading ${invoices.toLocaleString("en")} paid invoices for the ${work.title} (${who}).\n`,
    );
    const slug = `${work.name}-${rows}-${who}-${process.pid}`;
    return loadBooks(database, { slug, invoices, month: MONTH, cents });
  };
  const own = await load("ours");
  const peer = await load("by-hand");
  const ours = await timeOurs(work, database, own);
  const peerSeconds = await timeByHand(work, database, peer);
  await compare(database, work, own, peer);
  const result: Result = {
    work: work.title,
    rows,
    ours: Math.round(rows / ours.seconds),
    peer: Math.round(rows / peerSeconds),
    ratio: Number((peerSeconds / ours.seconds).toFixed(2)),
    target: TARGET,
    serverMb: ours.serverMb,
  };
  results.push(result);
  if (asked.json) process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** Throws unless both made the same, and what ours made keeps every invariant. */
async function compare({ owner }: EmptyDatabase, work: Work, own: Tenant, peer: Tenant): Promise<void> {
  const client = await owner.pool.connect();
  try {
    const [found, expected] = [await work.found(client, own), await work.found(client, peer)];
    if (found !== expected) throw new Error(`${work.title}: ours made ${found}, by hand ${expected}`);
    for await (const { check, differences } of verifyLedger(executorOn(client), own.id)) {
      if (differences.length > 0) throw new Error(`${check} ${JSON.stringify(differences[0])}`);
    }
  } finally {
    client.release();
  }
}
