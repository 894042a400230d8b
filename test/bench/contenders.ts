import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { openSigningKeys } from "../../src/platform/auth/signing-keys.js";
import { issueToken } from "../../src/platform/auth/tokens.js";
import type { Dataset } from "./dataset.js";
import type { Target } from "./load.js";
import type { BenchOptions } from "./options.js";

/** A server in a process of its own. */
export interface Contender {
  readonly target: Target;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/** Connections to the database that every server has, over all its processes. */
const CONNECTIONS = 10;
const HOST = "127.0.0.1";
const START_TIMEOUT_MS = 60_000;

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const poolOf = (processes: number): string => String(Math.ceil(CONNECTIONS / processes));

/** The program itself, as it is served, with its standard limits, its worker and its log. */
export async function startOurs(
  { url, dataDir, tenant }: Pick<Dataset, "url" | "dataDir" | "tenant">,
  { profile, processes }: Pick<BenchOptions, "profile" | "processes">,
): Promise<Contender> {
  const port = await freePort();
  const flags = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const program = fileURLToPath(new URL("../../dist/src/cli.js", import.meta.url));
  const settings = {
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: poolOf(processes),
    SERVER_PROCESSES: String(processes),
    DATA_DIR: dataDir,
    HOST,
    PORT: String(port),
    SEED: "none",
  };
  const child = spawn(process.execPath, [...flags, program, "serve"], {
    env: { ...process.env, ...settings },
    stdio: "ignore",
  });
  const keys = await openSigningKeys(dataDir);
  const token = await issueToken(
    keys,
    { issuer: "receivables", audience: "receivables" },
    { subject: "bench", tenant: tenant.id, roles: ["ADMIN"], expiresIn: "12h" },
  );
  await ready(child, `http://${HOST}:${port}/health/ready`);
  return {
    target: { host: HOST, port, headers: { authorization: `Bearer ${token}` } },
    pid: child.pid,
    stop: () => stopped(child),
  };
}

export function startPostgraphile(dataset: Dataset, processes: number): Promise<Contender> {
  return startPeer(dataset, [fileOf("postgraphile.mjs")], processes);
}

/** One process: nearly all of its work is the database's, and two of it answer less. */
export function startHandwritten(dataset: Dataset): Promise<Contender> {
  return startPeer(dataset, [fileOf("handwritten.ts")], 1);
}

async function startPeer(
  { url, tenant }: Dataset,
  args: readonly string[],
  processes: number,
): Promise<Contender> {
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      NODE_ENV: "production",
      GRAPHILE_ENV: "production",
      BENCH_DATABASE: url,
      BENCH_TENANT: tenant.id,
      BENCH_POOL: poolOf(processes),
      BENCH_PROCESSES: String(processes),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Only told when it ends by itself: PostGraphile has a lot to say about tables that it does not understand.
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    errors = (errors + chunk.toString("utf8")).slice(-4_000);
  });
  child.once("exit", (code) => {
    if (code !== null) process.stderr.write(`${args[0]} ended with code ${code}: ${errors}\n`);
  });
  const port = await new Promise<number>((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
      const found = /"port":(\d+)/.exec(output)?.[1];
      if (found) resolve(Number(found));
    });
    child.once("exit", (code) => reject(new Error(`${args[0]} ended with code ${code}`)));
  });
  return { target: { host: HOST, port, headers: {} }, pid: child.pid, stop: () => stopped(child) };
}

/** A port that nobody listens on at the moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, HOST, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`our server ended with code ${child.exitCode}`);
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    if (performance.now() > deadline) throw new Error("our server did not become ready");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
