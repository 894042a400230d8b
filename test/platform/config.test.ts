import path from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, loadConfig } from "../../src/platform/config.js";
import { DEFAULT_LIMITS } from "../../src/platform/graphql/limits.js";

/** The problems that an environment has. */
function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("configuration", () => {
  it("needs no variable at all", () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      port: 4000,
      host: "127.0.0.1",
      dataDir: path.resolve(".data"),
      database: { url: undefined, poolSize: 10 },
      logLevel: undefined,
      tokens: { jwksUrl: undefined },
      seed: "demo",
      playground: true,
    });
    expect(DEFAULT_LIMITS).toMatchObject(config.limits);
  });

  it("is the same in every NODE_ENV, and an empty variable counts as unset", () => {
    const empty = { PORT: "", DATABASE_URL: " ", JWKS_URL: "", SEED: "", MAX_DEPTH: "\t" };
    expect(loadConfig({ ...empty, NODE_ENV: "production" })).toEqual(loadConfig({}));
  });

  it("takes what is given", () => {
    const config = loadConfig({
      PORT: "0",
      HOST: "::",
      DATA_DIR: "/var/lib/my receivables",
      DATABASE_URL: "postgresql://u:p@db.internal/receivables?sslmode=require",
      LOG_LEVEL: "DEBUG",
      JWKS_URL: "https://login.example.com/jwks",
      JWT_ISSUER: "https://login.example.com/",
      JWT_AUDIENCE: "receivables-api",
      SEED: "none",
      PLAYGROUND: "off",
      STATEMENT_TIMEOUT_MS: "5000",
      MAX_COST: "100",
      EVENT_RETENTION_DAYS: "7",
    });
    expect(config).toMatchObject({
      port: 0,
      host: "::",
      dataDir: path.resolve("/var/lib/my receivables"),
      database: {
        url: "postgresql://u:p@db.internal/receivables?sslmode=require",
        statementTimeoutMs: 5_000,
      },
      logLevel: "debug",
      tokens: { issuer: "https://login.example.com/", audience: "receivables-api" },
      seed: "none",
      playground: false,
      limits: { cost: { operationMax: 100 } },
      eventRetentionDays: 7,
    });
  });

  it("leaves a database of one's own without demonstration data unless they are asked for", () => {
    const DATABASE_URL = "postgres://u:p@db.internal/receivables";
    expect(loadConfig({ DATABASE_URL }).seed).toBe("none");
    expect(loadConfig({ DATABASE_URL, SEED: "demo" }).seed).toBe("demo");
    expect(loadConfig({ SEED: "none" }).seed).toBe("none");
  });

  it("tells all that is wrong at once: the variable, its value and what to give", () => {
    expect(
      problemsOf({ PORT: "70000", LOG_LEVEL: "loud", SEED: "yes", JWKS_URL: "https://x.example/jwks" }),
    ).toEqual([
      'PORT is "70000"; give a whole number from 0 to 65535, such as 4000',
      'LOG_LEVEL is "loud"; give one of trace, debug, info, warn, error, fatal, silent',
      'SEED is "yes"; give one of demo, none',
      "JWT_ISSUER is not set, but JWKS_URL is; give the issuer (iss) of the identity provider's tokens",
      "JWT_AUDIENCE is not set, but JWKS_URL is; give the audience (aud) of the identity provider's tokens",
    ]);
  });

  it("says which addresses a key set can have", () => {
    const identity = { JWT_ISSUER: "i", JWT_AUDIENCE: "a" };
    const told =
      "JWKS_URL is not an address that begins with https:// or http://; give one such as https://login.example.com/.well-known/jwks.json";
    for (const JWKS_URL of ["nope", "ftp://x/y", "https//x"])
      expect(problemsOf({ ...identity, JWKS_URL })).toEqual([told]);
    for (const JWKS_URL of ["http://x/y", "https://x.example/jwks"])
      expect(problemsOf({ ...identity, JWKS_URL })).toEqual([]);
  });

  it.each(["-1", "1.5", "4e3", "0x10", "four", "1".repeat(20)])("refuses %s as a number", (PORT) => {
    expect(problemsOf({ PORT })).toHaveLength(1);
  });

  it.each(["mysql://u:secret@h/d", "secret@host", "postgres", "//u:secret@h"])(
    "refuses %s as the database's address without repeating a password",
    (DATABASE_URL) => {
      const [problem] = problemsOf({ DATABASE_URL });
      expect(problem).toMatch(
        /^DATABASE_URL is not an address that begins with postgres:\/\/ or postgresql:\/\/; give one such as postgres:\/\//,
      );
      expect(problem).not.toContain("secret");
    },
  );

  it("refuses a budget in which the dearest allowed operation never fits", () => {
    expect(problemsOf({ COST_BUDGET: "10" })).toEqual([
      "COST_BUDGET is 10, less than MAX_COST (30000); give at least 30000",
    ]);
  });
});
