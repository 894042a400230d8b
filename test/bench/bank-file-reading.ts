import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { FileFindings, readNacha } from "../../src/cash/bank-files/index.js";

/**
 * Reads an ACH file (gzip or not) as a stream of entries and prints how many a second, and by how much the memory that the
 * process holds grew at most. Run with `node --expose-gc --import ./test/bench/resolve-build.mjs`.
 */
const [path] = process.argv.slice(2);
if (!path) throw new Error("give the path of an ACH file");
const stored = readFileSync(path);
const content = path.endsWith(".gz") ? gunzipSync(stored) : stored;
globalThis.gc?.();
const before = process.memoryUsage().rss;
const start = performance.now();
let [entries, peak] = [0, before];
for (const part of readNacha(content, new FileFindings())) {
  if (part.kind !== "ENTRY") continue;
  entries += 1;
  if (entries % 1_000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
}
const seconds = (performance.now() - start) / 1_000;
const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);
process.stdout.write(
  `${entries} entries of ${megabytes(content.length)} MB in ${seconds.toFixed(2)} s: ${Math.round(entries / seconds)} a second, memory grew by at most ${megabytes(peak - before)} MB\n`,
);
