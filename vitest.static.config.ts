import { defineConfig } from "vitest/config";
import config from "./vitest.config.js";

/** The architecture test alone, without a database. */
export default defineConfig({
  ...config,
  test: { ...config.test, include: ["test/architecture.test.ts"], projects: undefined },
});
