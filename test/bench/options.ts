import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

export type CaseName = "a" | "b" | "c" | "d";

export interface BenchOptions {
  readonly customers: number;
  readonly invoices: number;
  /** Requests in flight at any time. */
  readonly concurrency: number;
  /** Of our server and of PostGraphile. */
  readonly processes: number;
  readonly rounds: number;
  readonly warmUpSeconds: number;
  readonly roundSeconds: number;
  readonly cases: readonly CaseName[];
  /** One JSON object a line instead of the table. */
  readonly json: boolean;
  /** A database to use instead of a temporary one; its volume tenant is used again. */
  readonly databaseUrl: string | undefined;
  /** Where to write a CPU profile of our server; none when left out. */
  readonly profile: string | undefined;
}

const CASES: readonly CaseName[] = ["a", "b", "c", "d"];

export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      case: { type: "string", multiple: true },
      concurrency: { type: "string", default: "8" },
      processes: { type: "string", default: String(availableParallelism()) },
      invoices: { type: "string" },
      profile: { type: "string" },
    },
  });
  const { quick } = values;
  const asked = values.case ?? [];
  const unknown = asked.find((name) => !CASES.some((known) => known === name));
  if (unknown) throw new RangeError(`--case ${unknown}: the cases are ${CASES.join(", ")}`);
  const invoices = Number(values.invoices ?? (quick ? 10_000 : 200_000));
  return {
    customers: invoices >= 100_000 ? 2_000 : Math.max(50, Math.ceil(invoices / 100)),
    invoices,
    concurrency: Number(values.concurrency),
    processes: Number(values.processes),
    rounds: quick ? 3 : 7,
    warmUpSeconds: quick ? 1 : 15,
    roundSeconds: quick ? 1 : 3,
    cases: asked.length === 0 ? CASES : CASES.filter((name) => asked.includes(name)),
    json: values.json,
    databaseUrl: env.BENCH_DATABASE_URL,
    profile: values.profile,
  };
}
