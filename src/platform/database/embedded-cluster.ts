import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { chown, mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { DatabaseStartError, startError } from "./database-start-error.js";
import type { Binaries } from "./embedded-binaries.js";
import type { Runner } from "./embedded-user.js";
import { runToEnd } from "./run-program.js";

export const SUPERUSER = "postgres";
const STAGING_PREFIX = "postgres.init-";

/** Where the files of one embedded server are. */
export interface ClusterPaths {
  readonly dataDir: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
}

export function clusterPaths(dataDir: string): ClusterPaths {
  const at = (name: string): string => path.join(dataDir, name);
  return { dataDir, cluster: at("postgres"), password: at("postgres.password"), log: at("postgres.log") };
}

/**
 * Makes sure that there is a database cluster of this release's major version, creating one if there is none.
 * It is built in a directory beside its place and moved there when complete: a kill leaves nothing half done.
 * Returns the superuser's password.
 */
export async function ensureCluster(
  paths: ClusterPaths,
  binaries: Binaries,
  runner: Runner,
  onNotice: (text: string) => void,
): Promise<string> {
  await removeStaging(paths);
  const found = await majorVersionOf(paths);
  if (found !== null) {
    await requireSameMajor(paths, binaries, found);
    return readPassword(paths);
  }
  onNotice(`creating the database in ${paths.cluster} (as ${runner.description})`);
  const password = randomBytes(24).toString("base64url");
  await writeDurably(paths.password, password);
  await initialise(paths, binaries, runner, password);
  return password;
}

/** The superuser's password of an existing cluster. */
export async function readPassword(paths: ClusterPaths): Promise<string> {
  try {
    return (await readFile(paths.password, "utf8")).trim();
  } catch (cause) {
    if (!isCode(cause, "ENOENT")) throw startError(paths.password, cause);
    throw new DatabaseStartError(
      `${paths.password} is missing, and ${paths.cluster} cannot be opened without it; restore the file from a backup, ` +
        "or move the directory away to start with an empty database",
      { cause },
    );
  }
}

async function initialise(
  paths: ClusterPaths,
  binaries: Binaries,
  runner: Runner,
  password: string,
): Promise<void> {
  const staging = path.join(paths.dataDir, `${STAGING_PREFIX}${randomUUID()}`);
  const passwordFile = path.join(staging, "password");
  const fresh = path.join(staging, "data");
  try {
    await mkdir(staging, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (runner.user) {
      for (const file of [staging, passwordFile]) await chown(file, runner.user.uid, runner.user.gid);
    }
    await initdb(binaries, runner, fresh, passwordFile);
    await rename(fresh, paths.cluster);
    await syncDirectory(paths.dataDir);
  } catch (error) {
    throw startError(paths.dataDir, error);
  } finally {
    await rm(staging, { recursive: true, force: true, maxRetries: 10 }).catch(() => undefined);
  }
}

/**
 * Text sorts by code point on every system (the built-in C.UTF-8), so that keyset pages and reports agree everywhere.
 * The system's own C.UTF-8, where it has one, tells pg_trgm that "ü" is a letter.
 */
async function initdb(
  binaries: Binaries,
  runner: Runner,
  fresh: string,
  passwordFile: string,
): Promise<void> {
  const attempt = async (characterType: string): Promise<{ code: number | null; output: string }> => {
    await rm(fresh, { recursive: true, force: true, maxRetries: 10 });
    return runToEnd(runner, binaries.initdb, [
      ...[`--pgdata=${fresh}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      ...["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ...["--locale=C", `--lc-ctype=${characterType}`, "--no-instructions"],
    ]);
  };
  let result = await attempt("C.UTF-8");
  if (result.code !== 0 && /invalid locale/i.test(result.output)) result = await attempt("C");
  if (result.code !== 0) throw new Error(result.output || "initdb failed without a word");
}

async function majorVersionOf(paths: ClusterPaths): Promise<string | null> {
  try {
    return (await readFile(path.join(paths.cluster, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw startError(paths.cluster, error);
  }
  try {
    // A volume's mount point or a hasty mkdir: empty is as good as absent.
    await rmdir(paths.cluster);
  } catch (error) {
    if (isCode(error, "ENOTEMPTY")) {
      throw new DatabaseStartError(
        `${paths.cluster} holds files but no PostgreSQL data; move it away or set DATA_DIR to another directory`,
      );
    }
    if (!isCode(error, "ENOENT")) throw startError(paths.cluster, error);
  }
  return null;
}

async function requireSameMajor(paths: ClusterPaths, binaries: Binaries, found: string): Promise<void> {
  // "postgres (PostgreSQL) 18.4"
  const { stdout } = await promisify(execFile)(binaries.postgres, ["--version"]).catch((error: unknown) => {
    throw startError(binaries.postgres, error);
  });
  const ours = /\) (\d+)/.exec(stdout)?.[1] ?? stdout.trim();
  if (ours === found) return;
  throw new DatabaseStartError(
    `${paths.cluster} was made by PostgreSQL ${found} and this release brings ${ours}; dump it with the release that made it ` +
      "(pg_dumpall) and load it into an empty DATA_DIR, or set DATABASE_URL to a server of your own",
  );
}

async function removeStaging(paths: ClusterPaths): Promise<void> {
  for (const name of await readdir(paths.dataDir)) {
    if (name.startsWith(STAGING_PREFIX))
      await rm(path.join(paths.dataDir, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  await rm(file, { force: true });
  const handle = await open(file, "wx", 0o600).catch((error: unknown) => {
    throw startError(file, error);
  });
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    throw startError(file, error);
  } finally {
    await handle.close();
  }
}

async function syncDirectory(directory: string): Promise<void> {
  // Windows cannot open a directory, and needs not.
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  await handle.sync().finally(() => handle.close());
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
