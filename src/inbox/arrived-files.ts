import { type Dirent } from "node:fs";
import { mkdir, readdir, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** What became of a file, and the folder beside the arrivals that it is moved to. */
export type Fate = "taken" | "refused";

const FATES: readonly Fate[] = ["taken", "refused"];

/** Names under which programs write what they have not finished, and those that are hidden. */
const UNFINISHED = /^[.~]|\.(tmp|temp|part|partial|filepart|crdownload|swp)$/i;

/** A folder that files are dropped into. What is dealt with moves to `taken` or `refused` in it, with a report. */
export class ArrivalFolder {
  /** By name: how a file looked the last time. One that grows is still being written. */
  #seen = new Map<string, string>();

  constructor(readonly path: string) {}

  async prepare(): Promise<void> {
    for (const fate of FATES) await mkdir(path.join(this.path, fate), { recursive: true });
  }

  /** The files that have not changed since they were looked at last, by name; folders and links are passed over. */
  async settled(): Promise<{ readonly name: string; readonly bytes: number }[]> {
    const entries = await readdir(this.path, { withFileTypes: true });
    const seen = new Map<string, string>();
    const settled: { name: string; bytes: number }[] = [];
    for (const { name } of entries.filter(isArrival).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { size, mtimeMs } = await stat(path.join(this.path, name));
      const look = `${size} ${mtimeMs}`;
      seen.set(name, look);
      if (this.#seen.get(name) === look) settled.push({ name, bytes: size });
    }
    this.#seen = seen;
    return settled;
  }

  /** Moves a file out of the way, under its own name with the instant before it, and writes the report beside it. */
  async settle(name: string, fate: Fate, report: readonly string[], now: Date): Promise<void> {
    const instant = now.toISOString().replaceAll(/[:.]/g, "-");
    const kept = path.join(this.path, fate, `${instant} ${name}`);
    // The report first: whoever sees the file moved can read why.
    await writeFile(`${kept}.report.txt`, `${report.join("\n")}\n`);
    await rename(path.join(this.path, name), kept);
    this.#seen.delete(name);
  }
}

function isArrival(entry: Dirent): boolean {
  return entry.isFile() && !UNFINISHED.test(entry.name);
}
