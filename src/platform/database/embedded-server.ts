import type { ChildProcess } from "node:child_process";
import { closeSync, openSync, realpathSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { DatabaseStartError, startError } from "./database-start-error.js";
import type { Binaries } from "./embedded-binaries.js";
import type { ClusterPaths } from "./embedded-cluster.js";
import type { Runner } from "./embedded-user.js";
import { commandLine } from "./process-identity.js";
import { runToEnd } from "./run-program.js";

/** What PostgreSQL writes about itself in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

export const HOST = "127.0.0.1";
const POLL_MS = 25;
/** Crash recovery replays at most max_wal_size of log; a slow disk needs minutes for it. */
const READY_MS = 300_000;
/** Children of a killed postmaster hold the shared memory until they have noticed. */
const SHARED_MEMORY_MS = 30_000;
const STOP_SECONDS = 120;

/** Speed without risk: fsync stays on, and a commit that was acknowledged is on disk. */
const SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  max_connections: "200",
  jit: "off",
  wal_compression: "on",
  random_page_cost: "1.1",
  timezone: "UTC",
  log_timezone: "UTC",
  // LOG ranks above ERROR here: refused statements are the application's to log, with its own context.
  log_min_messages: "log",
  log_checkpoints: "off",
  log_line_prefix: "%m [%p] ",
};

/** The running server of this cluster, or null. Removes the postmaster.pid of one that was killed. */
export async function findPostmaster(paths: ClusterPaths): Promise<Postmaster | null> {
  const file = path.join(paths.cluster, "postmaster.pid");
  const postmaster = await readPostmaster(file);
  if (!postmaster) return null;
  if (isPostmasterOf(postmaster.pid, paths.cluster)) return postmaster;
  // PostgreSQL would refuse to start if another program of the same user had got the pid meanwhile.
  await rm(file, { force: true });
  return null;
}

/** Waits until a server that is starting, or recovering from a crash, takes connections. Null if it ended instead. */
export async function whenReady(paths: ClusterPaths, ended?: () => boolean): Promise<Postmaster | null> {
  const file = path.join(paths.cluster, "postmaster.pid");
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    const postmaster = await readPostmaster(file);
    if (postmaster?.status === "ready" && isPostmasterOf(postmaster.pid, paths.cluster)) return postmaster;
    if (ended ? ended() : !postmaster || !isPostmasterOf(postmaster.pid, paths.cluster)) return null;
    await delay(POLL_MS);
  }
  throw new DatabaseStartError(
    `the database is not ready after ${READY_MS / 60_000} minutes; see ${paths.log}`,
  );
}

/** Starts the server on a free port of the loopback interface and waits until it is ready. */
export async function startPostmaster(
  paths: ClusterPaths,
  binaries: Binaries,
  runner: Runner,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const deadline = Date.now() + SHARED_MEMORY_MS;
  for (let portsTried = 1; ; ) {
    const port = await freePort();
    const attempt = await tryStart(paths, binaries, runner, { ...settings, port: String(port) });
    if (attempt.postmaster) return attempt.postmaster;
    const log = await readFile(paths.log, "utf8");
    if (/pre-existing shared memory block/.test(log) && Date.now() < deadline) {
      await delay(POLL_MS * 10);
      continue;
    }
    // Between choosing the port and listening on it another program may take it.
    if (/could not bind|could not create any TCP\/IP sockets/.test(log) && portsTried++ < 5) continue;
    throw startError(paths.cluster, attempt.error ?? log);
  }
}

/** Ends all sessions, writes a checkpoint and waits until the server is gone. */
export async function stopPostmaster(paths: ClusterPaths, binaries: Binaries, runner: Runner): Promise<void> {
  if (!(await findPostmaster(paths))) return;
  const args = ["stop", "-D", paths.cluster, "-m", "fast", "-w", "-t", String(STOP_SECONDS)];
  const { code, output } = await runToEnd(runner, binaries.pgCtl, args);
  if (code !== 0 && (await findPostmaster(paths))) {
    throw new DatabaseStartError(
      `the database in ${paths.cluster} does not stop: ${output.trim().split("\n").at(-1)}`,
    );
  }
}

async function tryStart(
  paths: ClusterPaths,
  binaries: Binaries,
  runner: Runner,
  settings: Readonly<Record<string, string>>,
): Promise<{ postmaster: Postmaster | null; error?: Error }> {
  const fixed = { listen_addresses: HOST, unix_socket_directories: "" };
  const options = Object.entries({ ...SETTINGS, ...settings, ...fixed }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const log = openSync(paths.log, "w", 0o600);
  let child: ChildProcess;
  try {
    child = runner.spawn(binaries.postgres, ["-D", paths.cluster, ...options], {
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
  let error: Error | undefined;
  child.on("error", (cause) => {
    error = cause;
  });
  const ended = (): boolean => error !== undefined || child.exitCode !== null || child.signalCode !== null;
  const postmaster = await whenReady(paths, ended);
  // The server outlives this process's event loop: it is stopped on purpose, never by the way.
  child.unref();
  return { postmaster, error };
}

async function readPostmaster(file: string): Promise<Postmaster | null> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw startError(file, error);
  }
  // Lines: pid, data directory, start time, port, socket directory, listen address, shared memory key, status.
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), status: lines[7] ?? "starting" };
}

/** Whether the process is the postmaster of this directory, not a later one that was given its pid. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  const line = commandLine(pid);
  if (line === null) return false;
  // Windows does not show command lines: there, the pid has to do.
  if (process.platform === "win32") return true;
  if (process.platform !== "linux") return line.includes("postgres") && line.includes(cluster);
  const [program = "", ...args] = line.split("\0");
  const directory = args[args.indexOf("-D") + 1];
  // setpriv, before it becomes postgres, has the argument too.
  return (
    /postgres|setpriv/.test(path.basename(program)) &&
    directory !== undefined &&
    samePlace(directory, cluster)
  );
}

function samePlace(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return one === other;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on("error", reject);
    server.listen(0, HOST, () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === "object") resolve(address.port);
        else reject(new Error("the system gave no free port"));
      });
    });
  });
}
