import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { DatabaseStartError } from "./database-start-error.js";
import { isRunning, type ProcessIdentity, thisProcess } from "./process-identity.js";

/** One opening of the embedded server by one process. */
export interface Holder extends ProcessIdentity {
  readonly token: string;
}

const LOCK = "postgres.lock";
const HOLDERS = "postgres.holders";
const POLL_MS = 50;
/** Longer than an initdb and a crash recovery on a slow disk. */
const PATIENCE_MS = 180_000;

const holderSchema = z.object({ pid: z.number().int(), started: z.string().nullable(), token: z.string() });

/** A new holder for this process. */
export function newHolder(): Holder {
  return { ...thisProcess(), token: randomUUID() };
}

/**
 * Runs the work while no other process starts or stops the server of this data directory.
 * A lock whose process has died is broken. PostgreSQL's own interlock stands behind this one.
 */
export async function withServerLock<T>(
  dataDir: string,
  onWait: (pid: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  const lock = path.join(dataDir, LOCK);
  const mine = newHolder();
  await acquire(lock, mine, onWait);
  try {
    return await work();
  } finally {
    const current = await readLock(lock);
    if (current?.holder?.token === mine.token) await rm(lock, { force: true });
  }
}

/** Those who have the server open and are still running. Call it under the lock. */
export async function readHolders(dataDir: string): Promise<Holder[]> {
  const text = await readOrNull(path.join(dataDir, HOLDERS));
  const parsed = z.array(holderSchema).safeParse(parseJson(text ?? ""));
  // An unreadable file can only be left by a full disk or an older release: nobody holds the server then.
  return parsed.success ? parsed.data.filter(isRunning) : [];
}

/** Records who has the server open. Call it under the lock. */
export async function writeHolders(dataDir: string, holders: readonly Holder[]): Promise<void> {
  const file = path.join(dataDir, HOLDERS);
  if (holders.length === 0) return rm(file, { force: true });
  const fresh = `${file}.${randomUUID()}`;
  await writeFile(fresh, JSON.stringify(holders), { mode: 0o600 });
  await rename(fresh, file);
}

async function acquire(lock: string, mine: Holder, onWait: (pid: number) => void): Promise<void> {
  const draft = `${lock}.${mine.token}`;
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    const deadline = Date.now() + PATIENCE_MS;
    let told = false;
    // A hard link appears with its content in one step, so nobody ever reads a half-written lock.
    while (!(await linked(draft, lock))) {
      const current = await readLock(lock);
      if (!current) continue;
      if (!current.holder || !isRunning(current.holder)) {
        await breakLock(lock, current.text);
        continue;
      }
      if (Date.now() > deadline) {
        throw new DatabaseStartError(
          `process ${current.holder.pid} has been starting or stopping the database for minutes; end it and try again`,
        );
      }
      if (!told) onWait(current.holder.pid);
      told = true;
      await delay(POLL_MS);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

async function linked(draft: string, lock: string): Promise<boolean> {
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Takes the stale lock away; if another process was faster and the lock is now a live one, puts it back. */
async function breakLock(lock: string, staleText: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  if ((await readOrNull(aside)) !== staleText) await linked(aside, lock);
  await rm(aside, { force: true });
}

async function readLock(lock: string): Promise<{ text: string; holder: Holder | null } | null> {
  const text = await readOrNull(lock);
  if (text === null) return null;
  const parsed = holderSchema.safeParse(parseJson(text));
  return { text, holder: parsed.success ? parsed.data : null };
}

async function readOrNull(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
