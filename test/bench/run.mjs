// Starts the benchmark: installs what it compares with when that is missing, and lets its TypeScript run against the
// build, so that what is measured is what is shipped.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import "./resolve-build.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

if (!existsSync(new URL("node_modules/postgraphile", import.meta.url))) {
  const installed = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: here,
    stdio: ["ignore", 2, 2],
  });
  if (installed.status !== 0) process.exit(installed.status ?? 1);
}
await import("./bench.ts");
