import path from "node:path";
import pg from "pg";
import { requireDataDirectory } from "../data-directory.js";
import { startError } from "./database-start-error.js";
import { type Binaries, findBinaries } from "./embedded-binaries.js";
import {
  type ClusterPaths,
  clusterPaths,
  ensureCluster,
  readPassword,
  SUPERUSER,
} from "./embedded-cluster.js";
import { newHolder, readHolders, withServerLock, writeHolders } from "./embedded-owner.js";
import {
  findPostmaster,
  HOST,
  type Postmaster,
  startPostmaster,
  stopPostmaster,
  whenReady,
} from "./embedded-server.js";
import { chooseRunner, type Runner } from "./embedded-user.js";

export { DatabaseStartError } from "./database-start-error.js";

export interface EmbeddedPostgresOptions {
  /** The directory that holds the data, password and log; created if absent. */
  readonly dataDir: string;
  /** Called with one line for each thing that an operator may want to know. */
  readonly onNotice?: (text: string) => void;
  /** PostgreSQL settings beyond, or instead of, our own; they count only for the call that starts the server. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** Superuser connection URL of the database "receivables". */
  readonly url: string;
  /** Whether this call started the server or adopted one whose owner had died; otherwise it belongs to another. */
  readonly owned: boolean;
  /** Gives the server up; the last one to do so shuts it down (fast) and waits for it. Twice is the same as once. */
  stop(): Promise<void>;
}

const DATABASE = "receivables";

/**
 * Opens the PostgreSQL server that lives in the data directory, starting it (and creating its files) if need be.
 * Several processes may have it open; it survives the sudden death of any of them, and the next to open it adopts it.
 * Throws DataDirectoryError or DatabaseStartError, a single line that says what to do.
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const onNotice = options.onNotice ?? (() => undefined);
  const paths = clusterPaths(path.resolve(options.dataDir));
  await requireDataDirectory(paths.dataDir);
  try {
    const binaries = await findBinaries();
    const waiting = (pid: number): void =>
      onNotice(`waiting for process ${pid}, which is starting or stopping the database`);
    return await withServerLock(paths.dataDir, waiting, () =>
      openUnderLock({ paths, binaries, onNotice, settings: options.settings ?? {} }),
    );
  } catch (error) {
    throw startError(paths.dataDir, error);
  }
}

interface Opening {
  readonly paths: ClusterPaths;
  readonly binaries: Binaries;
  readonly onNotice: (text: string) => void;
  readonly settings: Readonly<Record<string, string>>;
}

async function openUnderLock(opening: Opening): Promise<EmbeddedPostgres> {
  const { paths, binaries, onNotice } = opening;
  const runner = chooseRunner(binaries, paths.dataDir, paths.cluster);
  const holders = await readHolders(paths.dataDir);
  const running = (await findPostmaster(paths)) && (await whenReady(paths));
  if (running && holders.length === 0)
    onNotice(`taking over the database server that was left running (pid ${running.pid})`);
  const server = running
    ? { postmaster: running, password: await readPassword(paths) }
    : await start(opening, runner);
  const urlOf = (database: string): string =>
    `postgres://${SUPERUSER}:${server.password}@${HOST}:${server.postmaster.port}/${database}`;
  const me = newHolder();
  try {
    await createDatabase(urlOf("postgres"));
    await writeHolders(paths.dataDir, running ? [...holders, me] : [me]);
  } catch (error) {
    if (!running) await stopPostmaster(paths, binaries, runner);
    throw error;
  }
  let stopped: Promise<void> | undefined;
  return {
    url: urlOf(DATABASE),
    owned: !running || holders.length === 0,
    stop: () => {
      stopped ??= release(opening, runner, me.token);
      return stopped;
    },
  };
}

async function start(
  opening: Opening,
  runner: Runner,
): Promise<{ postmaster: Postmaster; password: string }> {
  const { paths, binaries, onNotice, settings } = opening;
  const password = await ensureCluster(paths, binaries, runner, onNotice);
  return { password, postmaster: await startPostmaster(paths, binaries, runner, settings) };
}

async function release({ paths, binaries }: Opening, runner: Runner, token: string): Promise<void> {
  await withServerLock(
    paths.dataDir,
    () => undefined,
    async () => {
      const others = (await readHolders(paths.dataDir)).filter((holder) => holder.token !== token);
      if (others.length === 0) await stopPostmaster(paths, binaries, runner);
      await writeHolders(paths.dataDir, others);
    },
  );
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "receivables start" });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rows.length === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
