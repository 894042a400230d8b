import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pino } from "pino";
import { type Application, openApplication } from "../../src/application.js";
import { openSigningKeys } from "../../src/platform/auth/signing-keys.js";
import { issueToken } from "../../src/platform/auth/tokens.js";
import { Database } from "../../src/platform/database/database.js";
import type { Tenant } from "../../src/platform/database/tenancy.js";
import { createHttpServer } from "../../src/platform/http/server.js";
import { createTenant } from "../../src/setup/create-tenant.js";
import { createTestDatabase } from "./database.js";

/** A clock that stands where a test puts it. */
export interface TestClock {
  now: Date;
}

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface TestApi {
  readonly url: string;
  readonly application: Application;
  readonly owner: Database;
  readonly tenant: Tenant;
  readonly clock: TestClock;
  readonly databaseUrl: string;
  token(roles?: readonly string[], tenant?: Tenant): Promise<string>;
  /** A token of one person. */
  tokenOf(subject: string, roles: readonly string[], tenant: Tenant): Promise<string>;
  newTenant(slug: string, overrides?: Partial<Omit<Tenant, "id" | "slug">>): Promise<Tenant>;
  /** The raw answer. */
  ask<Data>(document: string, variables?: Record<string, unknown>, token?: string): Promise<Answer<Data>>;
  /** The data; fails on any top-level error. */
  run<Data>(document: string, variables?: Record<string, unknown>, token?: string): Promise<Data>;
  close(): Promise<void>;
}

const ISSUER = { issuer: "receivables-test", audience: "receivables-test" };
/** Far beyond what a test spends, so that only the tests of limits meet them. */
const GENEROUS = {
  aliasesMax: 500,
  cost: { operationMax: 1_000_000, maximum: 1_000_000_000, restoreRate: 1_000_000_000 },
};

/** The real server over a database of its own, with one tenant in it. */
export async function startApi(
  options: {
    readonly today?: string;
    readonly currency?: string;
    readonly playground?: boolean;
    readonly statementTimeoutMs?: number;
    /** By which address the application reaches its database, when not by the database's own. */
    readonly reach?: (url: string) => string;
  } = {},
): Promise<TestApi> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(path.join(os.tmpdir(), "receivables-keys-"));
  const keys = await openSigningKeys(folder);
  const clock: TestClock = { now: new Date(`${options.today ?? "2026-03-10"}T12:00:00Z`) };
  const owner = new Database({ url: database.url, poolSize: 2, asOwner: true });
  const application = await openApplication({
    databaseUrl: options.reach?.(database.url) ?? database.url,
    poolSize: 12,
    statementTimeoutMs: options.statementTimeoutMs,
    tokens: { ...ISSUER, keys },
    now: () => clock.now,
  });
  const newTenant: TestApi["newTenant"] = (slug, overrides = {}) =>
    createTenant(owner, application.orm, {
      slug,
      name: slug,
      functionalCurrency: options.currency ?? "USD",
      timeZone: "UTC",
      ...overrides,
    });
  const tenant = await newTenant("acme");
  const token: TestApi["token"] = (roles = ["ADMIN"], of = tenant) =>
    issueToken(keys, ISSUER, { subject: `user-${roles.join("-")}`, tenant: of.id, roles, expiresIn: "1h" });
  const tokenOf: TestApi["tokenOf"] = (subject, roles, of) =>
    issueToken(keys, ISSUER, { subject, tenant: of.id, roles, expiresIn: "1h" });
  const admin = await token();
  const server = await createHttpServer({
    assembled: application.assembled,
    authenticate: application.authenticate,
    createContext: application.createContext,
    documents: application.documents,
    ready: () => application.ready(),
    limits: GENEROUS,
    playground: options.playground ? { title: "Receivables", demoToken: admin } : null,
    log: pino({ level: "error" }),
  });
  const base = await server.listen({ host: "127.0.0.1", port: 0 });
  const url = `${base}/graphql`;
  const ask = async <Data>(
    query: string,
    variables: Record<string, unknown> = {},
    as = admin,
  ): Promise<Answer<Data>> => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${as}` },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...(await response.json()) };
  };
  return {
    url,
    application,
    owner,
    tenant,
    clock,
    databaseUrl: database.url,
    token,
    tokenOf,
    newTenant,
    ask,
    async run<Data>(query: string, variables?: Record<string, unknown>, as?: string): Promise<Data> {
      const answer = await ask<Data>(query, variables, as);
      if (answer.errors)
        throw new Error(answer.errors.map((e) => `${e.extensions.code}: ${e.message}`).join("\n"));
      return answer.data;
    },
    async close() {
      await server.close();
      await application.close();
      await owner.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
