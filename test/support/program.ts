import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CLI = path.join(ROOT, "dist/src/cli.js");
const BUILD_INFO = path.join(ROOT, "dist/tsconfig.tsbuildinfo");
const READY_MS = 60_000;

/** Compiles the program when its sources are younger than the last build. */
export function buildProgram(): void {
  const newest = Math.max(
    ...["src", "seeds"].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => statSync(path.join(ROOT, folder, name)).mtimeMs),
    ),
  );
  // Of the program itself the compiler writes anew only what has changed.
  if (existsSync(CLI) && existsSync(BUILD_INFO) && statSync(BUILD_INFO).mtimeMs > newest) return;
  execFileSync(process.execPath, [path.join(ROOT, "node_modules/typescript/bin/tsc"), "-p", ROOT]);
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An installation of the real program in a temporary directory, with its own embedded database. */
export class ProgramUnderTest {
  #server: ChildProcess | undefined;
  #printed = (): string => "";

  private constructor(
    readonly dataDir: string,
    readonly port: number,
  ) {}

  static async create(): Promise<ProgramUnderTest> {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), "receivables-program-"));
    // Root lends the database server another user, who must be able to enter.
    await chmod(dataDir, 0o755);
    return new ProgramUnderTest(dataDir, await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** Runs a command of the command line to its end. */
  run(...args: string[]): Promise<Ended> {
    return this.runWith({}, ...args);
  }

  /** The same, with other environment variables. */
  runWith(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Ended> {
    return this.#toItsEnd(this.#spawn(args, env));
  }

  /** The same, with another present folder. */
  runIn(folder: string, ...args: string[]): Promise<Ended> {
    return this.#toItsEnd(this.#spawn(args, {}, folder));
  }

  async #toItsEnd(child: ChildProcess): Promise<Ended> {
    const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
    const [code] = await once(child, "close");
    return { code, stdout: stdout(), stderr: stderr() };
  }

  /** Starts the server and waits until it answers. */
  async serve(env: NodeJS.ProcessEnv = {}): Promise<void> {
    const child = this.#spawn(["serve"], env);
    this.#server = child;
    const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
    this.#printed = stdout;
    const output = () => `${stdout()}\n${stderr()}`;
    const deadline = Date.now() + READY_MS;
    while (Date.now() < deadline) {
      if (child.exitCode !== null) throw new Error(`the server ended:\n${output()}`);
      if (await this.answers()) return;
      await delay(50);
    }
    throw new Error(`the server is not ready:\n${output()}`);
  }

  /** Starts the server, sends the signal once it is at work in the data directory, and waits for its end. */
  async endWhileStarting(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#spawn(["serve"]);
    const closed = once(child, "close");
    const deadline = Date.now() + READY_MS;
    while (!existsSync(path.join(this.dataDir, "postgres")) && Date.now() < deadline) await delay(10);
    child.kill(signal);
    const [code] = await closed;
    return code;
  }

  async answers(): Promise<boolean> {
    try {
      return (await fetch(new URL("/health/ready", this.url))).ok;
    } catch {
      return false;
    }
  }

  /** Sends the signal to the server's whole process group, as a terminal's Ctrl-C does, and waits for its end. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const server = this.#server;
    if (!server?.pid) throw new Error("no server was started");
    const closed = once(server, "close");
    process.kill(-server.pid, signal);
    const [code] = await closed;
    return code;
  }

  /** What the server has written to its standard output. */
  printed(): string {
    return this.#printed();
  }

  /** Kills the server's process alone, and waits for its end. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (!server) throw new Error("no server was started");
    const ended = once(server, "exit");
    server.kill("SIGKILL");
    await ended;
  }

  /** The processes that the server has started to answer requests. On Linux only. */
  servingProcesses(): number[] {
    const pid = this.#server?.pid;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return children
      .map(Number)
      .filter((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes(CLI));
  }

  /** The database server's process, or null when none runs. */
  postmaster(): number | null {
    try {
      const pid = Number(
        readFileSync(path.join(this.dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0],
      );
      process.kill(pid, 0);
      return pid;
    } catch {
      return null;
    }
  }

  async remove(): Promise<void> {
    if (this.#server?.pid && this.#server.exitCode === null && this.#server.signalCode === null) {
      process.kill(-this.#server.pid, "SIGKILL");
    }
    const postmaster = this.postmaster();
    if (postmaster) process.kill(postmaster, "SIGKILL");
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  }

  #spawn(args: readonly string[], more: NodeJS.ProcessEnv = {}, cwd = process.cwd()): ChildProcess {
    const own = {
      DATA_DIR: this.dataDir,
      DATABASE_URL: "",
      SEED: "none",
      PORT: String(this.port),
      LOG_LEVEL: "warn",
    };
    const env = { ...process.env, ...own, ...more };
    return spawn(process.execPath, [CLI, ...args], {
      cwd,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
  }
}

function collect(stream: Readable | null): () => string {
  let text = "";
  stream?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
}
