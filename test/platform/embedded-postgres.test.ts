import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openEmbeddedPostgres } from "../../src/platform/database/embedded-postgres.js";

/** A data directory with a stopped server, to be copied: creating one takes seconds. */
let prepared: string;
let dataDir: string;
let children: ChildProcess[];

beforeAll(async () => {
  prepared = await mkdtemp(path.join(os.tmpdir(), "receivables-prepared-"));
  await chmod(prepared, 0o755);
  await (await openEmbeddedPostgres({ dataDir: prepared })).stop();
});

afterAll(() => rm(prepared, { recursive: true, force: true }));

beforeEach(async () => {
  // The space and the quote belong to the test: programs must get the path whole.
  dataDir = await mkdtemp(path.join(os.tmpdir(), "receivables it's "));
  await chmod(dataDir, 0o755);
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  const pid = postmasterPid();
  if (pid) kill(pid);
  await rm(dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

describe("the embedded database", () => {
  it("keeps its data between starts, on disk, for this machine only", async () => {
    const first = await openEmbeddedPostgres({ dataDir });
    expect(first.owned).toBe(true);
    expect(new URL(first.url).pathname).toBe("/receivables");
    await query(first.url, "CREATE TABLE receipt AS SELECT 100.00::numeric AS amount");
    const [shown] = await query(
      first.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits,
              current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
              'a' < 'B' AS linguistic, upper('ü') AS upper`,
    );
    expect(shown).toEqual({
      fsync: "on",
      commits: "on",
      addresses: "127.0.0.1",
      sockets: "",
      linguistic: false,
      upper: "Ü",
    });
    await first.stop();
    await first.stop();
    expect(postmasterPid()).toBeNull();

    const second = await openEmbeddedPostgres({ dataDir, settings: { work_mem: "7MB" } });
    expect(
      await query(second.url, "SELECT amount, current_setting('work_mem') AS work_mem FROM receipt"),
    ).toEqual([{ amount: "100.00", work_mem: "7MB" }]);
    await second.stop();
    expect((await readdir(dataDir)).sort()).toEqual(["postgres", "postgres.log", "postgres.password"]);
  });

  it("asks for the password, and keeps it from other users", async () => {
    copyPrepared();
    const server = await openEmbeddedPostgres({ dataDir });
    const wrong = new URL(server.url);
    wrong.password = "guess";
    await expect(query(wrong.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
    await server.stop();
    await rm(path.join(dataDir, "postgres.password"));
    await expect(openEmbeddedPostgres({ dataDir })).rejects.toThrow(/postgres\.password is missing/);
    expect(postmasterPid()).toBeNull();
  });

  it("is started once when several processes open it at the same moment, and stops with the last of them", async () => {
    const holders = [hold(), hold(), hold()];
    const opened = await Promise.all(holders.map((holder) => holder.opened));
    expect(opened.map(({ owned }) => owned).sort()).toEqual([false, false, true]);
    expect(new Set(opened.map(({ url }) => url)).size).toBe(1);
    const owner = opened.findIndex(({ owned }) => owned);
    await holders[owner]?.leave();
    expect(postmasterPid()).not.toBeNull();
    const others = holders.filter((_, index) => index !== owner);
    for (const holder of others) await holder.leave();
    expect(postmasterPid()).toBeNull();
  });

  it("stays with its owner when one that only attached leaves", async () => {
    copyPrepared();
    const owner = await openEmbeddedPostgres({ dataDir });
    const visitor = await openEmbeddedPostgres({ dataDir });
    expect(visitor.owned).toBe(false);
    await visitor.stop();
    expect(await query(owner.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await owner.stop();
  });
});

describe("after a kill -9", () => {
  it("the next to open adopts the server that its owner left running, and stops it", async () => {
    copyPrepared();
    const holder = hold();
    const { url } = await holder.opened;
    await holder.kill();
    const notices: string[] = [];
    const next = await openEmbeddedPostgres({ dataDir, onNotice: (text) => notices.push(text) });
    expect(next).toMatchObject({ url, owned: true });
    expect(notices).toEqual([expect.stringContaining("left running")]);
    await next.stop();
    expect(postmasterPid()).toBeNull();
  });

  it("what was committed is there when the server itself was killed", async () => {
    copyPrepared();
    const holder = hold();
    const { url } = await holder.opened;
    await query(url, "CREATE TABLE receipt AS SELECT 1 AS id");
    const pid = postmasterPid();
    if (pid) kill(pid);
    await holder.kill();
    const next = await openEmbeddedPostgres({ dataDir });
    expect(await query(next.url, "SELECT id FROM receipt")).toEqual([{ id: 1 }]);
    await next.stop();
  });

  it("in the middle of creating the database, the next start creates it from the beginning", async () => {
    const holder = hold();
    const building = () =>
      readdir(dataDir).then((names) => names.some((name) => name.startsWith("postgres.init-")));
    await vi.waitUntil(building, { timeout: 20_000, interval: 5 });
    await holder.kill();
    expect(existsSync(path.join(dataDir, "postgres"))).toBe(false);
    const next = await openEmbeddedPostgres({ dataDir });
    expect(await query(next.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await next.stop();
  });

  it("a lock and a postmaster.pid whose process ids now belong to other processes hold nobody up", async () => {
    copyPrepared();
    const lock = { pid: process.pid, started: "another time", token: "left behind" };
    await writeFile(path.join(dataDir, "postgres.lock"), JSON.stringify(lock));
    await writeFile(path.join(dataDir, "postgres.holders"), JSON.stringify([lock]));
    const postmaster = [
      process.pid,
      path.join(dataDir, "postgres"),
      1,
      5432,
      "",
      "127.0.0.1",
      "",
      "ready",
      "",
    ];
    await writeFile(path.join(dataDir, "postgres", "postmaster.pid"), postmaster.join("\n"));
    const next = await openEmbeddedPostgres({ dataDir });
    expect(next.owned).toBe(true);
    await next.stop();
  });
});

describe("a start that cannot be", () => {
  it("says what to do with the data of another major version, and leaves it alone", async () => {
    await mkdir(path.join(dataDir, "postgres"));
    await writeFile(path.join(dataDir, "postgres", "PG_VERSION"), "9.6\n");
    const attempt = openEmbeddedPostgres({ dataDir });
    await expect(attempt).rejects.toMatchObject({
      name: "DatabaseStartError",
      message: expect.stringMatching(
        /was made by PostgreSQL 9\.6 and this release brings \d+; dump it .*DATABASE_URL/,
      ),
    });
    expect(await readFile(path.join(dataDir, "postgres", "PG_VERSION"), "utf8")).toBe("9.6\n");
  });

  it("does not touch a directory that holds something else", async () => {
    await mkdir(path.join(dataDir, "postgres", "letters"), { recursive: true });
    await expect(openEmbeddedPostgres({ dataDir })).rejects.toThrow(/holds files but no PostgreSQL data/);
    expect(await readdir(path.join(dataDir, "postgres"))).toEqual(["letters"]);
  });

  it("says in one line that the directory cannot be written", async () => {
    await writeFile(path.join(dataDir, "file"), "");
    const attempt = openEmbeddedPostgres({ dataDir: path.join(dataDir, "file", "data") });
    await expect(attempt).rejects.toMatchObject({
      name: "DataDirectoryError",
      message: expect.stringMatching(/^DATA_DIR: [^\n]*file[^\n]*$/),
    });
  });
});

describe.runIf(process.getuid?.() === 0)("for root", () => {
  it("runs as another user, also below a directory that this user cannot enter", async () => {
    await chmod(dataDir, 0o700);
    const inner = path.join(dataDir, "checkout", ".data");
    const server = await openEmbeddedPostgres({ dataDir: inner });
    const pid = postmasterPid(inner);
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    expect(status).toMatch(/^Uid:\s+[1-9]/m);
    // Nothing of root's but CAP_DAC_OVERRIDE (bit 1).
    expect(status).toMatch(/^CapEff:\s+0*2$/m);
    await server.stop();
    expect(postmasterPid(inner)).toBeNull();
    const again = path.join(dataDir, "open", ".data");
    await mkdir(path.dirname(again));
    await rename(inner, again);
    await chmod(dataDir, 0o755);
    const moved = await openEmbeddedPostgres({ dataDir: again });
    expect(readFileSync(`/proc/${postmasterPid(again)}/status`, "utf8")).toMatch(/^CapEff:\s+0+$/m);
    await moved.stop();
  });
});

interface Opened {
  readonly url: string;
  readonly owned: boolean;
}

/** Another process that opens the database and holds it until it is told to leave, or killed. */
function hold(): { opened: Promise<Opened>; leave: () => Promise<void>; kill: () => Promise<void> } {
  const script = fileURLToPath(new URL("../support/embedded-holder.mjs", import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  const exited = once(child, "exit");
  return {
    opened: once(createInterface(child.stdout), "line").then(([line]) => JSON.parse(String(line))),
    leave: async () => {
      child.stdin.end();
      await exited;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

function copyPrepared(): void {
  // With its owner: root's server files belong to another user.
  execFileSync("cp", ["-a", `${prepared}/.`, dataDir]);
}

function postmasterPid(directory = dataDir): number | null {
  const file = path.join(directory, "postgres", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

function kill(pid: number): void {
  // Never this process, whose id one of the tests puts into a stale file.
  if (pid !== process.pid) process.kill(pid, "SIGKILL");
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed on purpose drops the connection.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
