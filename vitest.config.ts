import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

// graphql ships CommonJS and ESM builds; Vitest must see only one, or types fail "instanceof".
const graphql = createRequire(import.meta.url).resolve("graphql");

const DECLARES_TYPES = "test/platform/graphql/schema.test.ts";

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Evaluating the program's modules anew for each file would take more than half of the time of the tests; only what
    // declares types of its own, which would be the program's as well, has modules of its own.
    projects: [
      {
        extends: true,
        test: {
          name: "shared",
          isolate: false,
          include: ["test/**/*.test.ts"],
          exclude: ["test/bench/**", DECLARES_TYPES],
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
      { extends: true, test: { name: "alone", include: [DECLARES_TYPES] } },
    ],
  },
});
