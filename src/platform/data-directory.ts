import { randomUUID } from "node:crypto";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** The data directory cannot be made or written to; the message is one line that names DATA_DIR and what to do. */
export class DataDirectoryError extends Error {
  override readonly name = "DataDirectoryError";
}

/** Makes the directory if it is not there, and makes sure that files can be written in it. Throws DataDirectoryError. */
export async function requireDataDirectory(directory: string): Promise<void> {
  try {
    await makeDirectory(directory);
    // Tried rather than asked: what a permission says does not hold for root, nor for a read-only file system.
    const trial = path.join(directory, `.trial-${randomUUID()}`);
    await writeFile(trial, "");
    await rm(trial, { force: true });
  } catch (error) {
    throw new DataDirectoryError(`DATA_DIR: ${directory} ${whatIsWrong(error)}`, { cause: error });
  }
}

/**
 * Step by step from the first directory that is there. The recursive option of mkdir tries for ever where a parent
 * takes no directories and says so with ENOENT, as /proc does.
 */
async function makeDirectory(directory: string): Promise<void> {
  const missing: string[] = [];
  let existing = directory;
  while (!(await isThere(existing)) && path.dirname(existing) !== existing) {
    missing.unshift(existing);
    existing = path.dirname(existing);
  }
  for (const one of missing) await mkdir(one).catch(ifMadeMeanwhile);
}

async function isThere(place: string): Promise<boolean> {
  try {
    if ((await stat(place)).isDirectory()) return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
  throw Object.assign(new Error(`${place} is a file`), { code: "ENOTDIR" });
}

function ifMadeMeanwhile(error: unknown): void {
  if (codeOf(error) !== "EEXIST") throw error;
}

function whatIsWrong(error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case "EACCES":
    case "EPERM":
      return "cannot be written by this user: run as its owner, or set DATA_DIR to a directory of this user.";
    case "EROFS":
      return "is on a read-only file system: set DATA_DIR to a directory that can be written.";
    case "ENOSPC":
    case "EDQUOT":
      return "is on a disk that is full: free some space, or set DATA_DIR to another disk.";
    case "ENOTDIR":
      return "is, or leads through, a file: set DATA_DIR to a directory.";
    default:
      return `cannot be made or written to (${code}): set DATA_DIR to a directory that can be.`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
