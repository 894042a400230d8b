import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

// graphql ships CommonJS and ESM builds; Vitest must see only one, or types fail "instanceof".
const graphql = createRequire(import.meta.url).resolve("graphql");

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/bench/**"],
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Evaluating the program's modules anew for each file would take more than half of the time of the tests.
    isolate: false,
  },
});
