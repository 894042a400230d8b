import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process as others can recognise it later: pids are reused, a pid with its start time is not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the system's own notation; null where the system does not tell. */
  readonly started: string | null;
}

let self: ProcessIdentity | undefined;

/** The identity of this process. */
export function thisProcess(): ProcessIdentity {
  self ??= { pid: process.pid, started: startOf(process.pid) };
  return self;
}

/** Whether that very process, and not a later one with its pid, is running. */
export function isRunning(identity: ProcessIdentity): boolean {
  if (!pidExists(identity.pid)) return false;
  const started = startOf(identity.pid);
  if (started === ZOMBIE) return false;
  return started === null || identity.started === null || started === identity.started;
}

/**
 * The command line of a process, its arguments ended by NUL on Linux and by spaces elsewhere; empty on Windows, which
 * does not show it; null if there is no such process.
 */
export function commandLine(pid: number): string | null {
  if (!pidExists(pid) || startOf(pid) === ZOMBIE) return null;
  if (process.platform === "win32") return "";
  return process.platform === "linux" ? readText(`/proc/${pid}/cmdline`) : ps(pid, "args=");
}

const ZOMBIE = "zombie";

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function startOf(pid: number): string | null {
  if (process.platform !== "linux") return ps(pid, "lstart=");
  const stat = readText(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The second field is the program's name in parentheses and may hold spaces, so fields count from its end.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return ZOMBIE;
  const boot = readText("/proc/sys/kernel/random/boot_id") ?? "";
  return `${boot.trim()}:${fields[19]}`;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function ps(pid: number, column: string): string | null {
  if (process.platform === "win32") return null;
  try {
    return (
      execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8", stdio: "pipe" }).trim() ||
      null
    );
  } catch {
    return null;
  }
}
