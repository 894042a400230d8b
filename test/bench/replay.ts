/**
 * The statements of paymentApply alone: sent by pg in this process with the concurrency that our server gets, each
 * payment with ids of its own. A statement waits for answers exactly where our command waits for them.
 * Environment: BENCH_DATABASE, BENCH_POOL. Talks with the benchmark through process messages.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import type { Round } from "./load.js";
import type { PaymentPair } from "./payments.js";
import type { RecordedStatement, Recording } from "./recording.js";

export type ReplayRequest =
  | { readonly kind: "load"; readonly recording: Recording; readonly pairs: readonly PaymentPair[] }
  | { readonly kind: "round"; readonly seconds: number; readonly connections: number };

export type ReplayAnswer =
  | { readonly kind: "loaded" }
  | { readonly kind: "round"; readonly round: Round; readonly used: number }
  | { readonly kind: "failed"; readonly message: string };

const pool = new pg.Pool(
  Object.assign({
    connectionString: process.env.BENCH_DATABASE,
    max: Number(process.env.BENCH_POOL),
    pipeline: true,
    options: "-c role=receivables_app",
  }),
);
let replay: Replay | undefined;
let pairs: readonly PaymentPair[] = [];
let used = 0;

process.on("message", async (request: ReplayRequest) => {
  try {
    if (request.kind === "load") {
      replay = new Replay(request.recording);
      pairs = request.pairs;
      tell({ kind: "loaded" });
    } else {
      tell({ kind: "round", round: await run(request.seconds, request.connections), used });
    }
  } catch (error) {
    tell({ kind: "failed", message: String(error) });
  }
});
process.on("disconnect", () => process.exit(0));

function tell(answer: ReplayAnswer): void {
  process.send?.(answer);
}

async function run(seconds: number, connections: number): Promise<Round> {
  const latencies: number[] = [];
  const started = performance.now();
  const ends = started + seconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let now = performance.now(); now < ends; now = performance.now()) {
        const pair = pairs[used];
        if (!pair || !replay) break;
        used += 1;
        await replay.apply(pair);
        latencies.push(performance.now() - now);
      }
    }),
  );
  return { requests: latencies.length, seconds: (performance.now() - started) / 1_000, latencies };
}

/** The recorded statements with their values cut at what differs from payment to payment. */
class Replay {
  readonly #marks: RegExp;
  readonly #recording: Recording;

  constructor(recording: Recording) {
    this.#recording = recording;
    const own = Object.values(recording.pair);
    const marks = [recording.idempotencyKey, ...own, ...recording.drawn, ...hashesOf(recording)];
    // The longest first: the key contains an id. None of them has a character that means something to a pattern.
    this.#marks = new RegExp(marks.sort((x, y) => y.length - x.length).join("|"), "g");
  }

  async apply(pair: PaymentPair): Promise<void> {
    const others = this.#othersOf(pair);
    const filled = (value: unknown): unknown =>
      typeof value === "string"
        ? value.replace(this.#marks, (mark) => others.get(mark) ?? mark)
        : Array.isArray(value)
          ? value.map(filled)
          : value;
    const client = await pool.connect();
    try {
      let sent: Promise<unknown>[] = [];
      for (const statement of this.#recording.statements) {
        if (statement.afterAnswers) {
          await Promise.all(sent);
          sent = [];
        }
        sent.push(client.query(queryOf(statement, filled)));
      }
      await Promise.all(sent);
    } finally {
      client.release();
    }
  }

  #othersOf(pair: PaymentPair): Map<string, string> {
    const { pair: recorded, idempotencyKey, drawn } = this.#recording;
    const others = new Map([[idempotencyKey, `replay-${pair.receiptId}`]]);
    const now: Record<string, string> = { ...pair };
    for (const [name, value] of Object.entries(recorded)) others.set(value, now[name] ?? "");
    for (const id of drawn) others.set(id, uuidv7());
    for (const hash of hashesOf(this.#recording))
      others.set(hash, randomUUID().replaceAll("-", "").repeat(2));
    return others;
  }
}

function hashesOf({ statements }: Recording): string[] {
  return statements.flatMap((s) =>
    s.values.filter((v): v is string => typeof v === "string" && /^[0-9a-f]{64}$/.test(v)),
  );
}

function queryOf(
  { name, text, values }: RecordedStatement,
  filled: (value: unknown) => unknown,
): pg.QueryConfig {
  return values.length === 0 && !name ? { text } : { name, text, values: values.map(filled) };
}
