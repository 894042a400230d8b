import { chmod, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { readHolders } from "../../src/platform/database/embedded-owner.js";
import { openEmbeddedPostgres } from "../../src/platform/database/embedded-postgres.js";
import { migrate } from "../../src/platform/database/migrate.js";
import { TEMPLATE_DATABASE } from "./template.js";

/** One PostgreSQL for the whole run: TEST_DATABASE_URL if it is set, otherwise an embedded server in a temporary directory. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer();
  await makeTemplate(server.url);
  project.provide("databaseUrl", server.url);
  return server.close;
}

/** Migrates one database; tests copy it, which takes a fraction of the time. */
async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE_DATABASE} with (force)`);
  await client.query(`create database ${TEMPLATE_DATABASE}`);
  await client.end();
  const template = new URL(url);
  template.pathname = `/${TEMPLATE_DATABASE}`;
  await migrate(template.href);
}

interface TestServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const PREFIX = "receivables-test-";
/** Younger directories may belong to a run that is just starting. */
const ABANDONED_AFTER_MS = 600_000;

async function openTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, close: async () => {} };
  await removeAbandoned();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), PREFIX));
  // Root lends the server another user, who must be able to enter.
  await chmod(dataDir, 0o755);
  // Test data need not survive a power cut, and a template database is copied for each test file.
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const server = await openEmbeddedPostgres({ dataDir, settings });
  return {
    url: server.url,
    close: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A run that was killed leaves its server running, because a server outlives its owner by design. */
async function removeAbandoned(): Promise<void> {
  const names = (await readdir(os.tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const dataDir = path.join(os.tmpdir(), name);
    try {
      const age = Date.now() - (await stat(dataDir)).mtimeMs;
      if (age < ABANDONED_AFTER_MS || (await readHolders(dataDir)).length > 0) continue;
      await (await openEmbeddedPostgres({ dataDir })).stop();
      await rm(dataDir, { recursive: true, force: true });
    } catch {
      // Another user's, or already gone: not ours to clear.
    }
  }
}
