import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { Decimal } from "../../src/platform/money.js";

const run = promisify(execFile);
const OUTPUT_BYTES_MAX = 256 * 1024 * 1024;

/** Whether Debian's hledger is on this machine; tells when it is not. */
export function hledgerIsHere(): boolean {
  const here = spawnSync("hledger", ["--version"]).status === 0;
  if (!here) console.warn("skipped: no hledger on this machine (Debian's package hledger)");
  return here;
}

/** A journal in a file, as hledger reads it. */
export class HledgerBook {
  private constructor(private readonly folder: string) {}

  /** Several texts are files that one journal includes, in this order. */
  static async of(...texts: string[]): Promise<HledgerBook> {
    const folder = await mkdtemp(path.join(os.tmpdir(), "receivables-hledger-"));
    await Promise.all(texts.map((text, n) => writeFile(path.join(folder, `${n}.journal`), text)));
    const includes = texts.map((_, n) => `include ${n}.journal\n`);
    await writeFile(path.join(folder, "all.journal"), includes.join(""));
    return new HledgerBook(folder);
  }

  /** What hledger prints; throws with its complaint when it has one. */
  async print(...args: string[]): Promise<string> {
    const file = path.join(this.folder, "all.journal");
    const { stdout } = await run("hledger", ["-f", file, ...args], { maxBuffer: OUTPUT_BYTES_MAX });
    return stdout;
  }

  /** Balances that are not zero, as "account|commodity" → decimal text. */
  async balances(...args: string[]): Promise<Map<string, string>> {
    const csv = await this.print("balance", "--flat", "-N", "-O", "csv", "--layout=bare", ...args);
    const rows: string[][] = parse(csv, { from_line: 2 });
    return new Map(
      rows.map(([account, commodity, balance]) => [
        `${account}|${commodity}`,
        new Decimal(balance ?? "").toFixed(),
      ]),
    );
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
