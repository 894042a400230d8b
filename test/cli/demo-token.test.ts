import { describe, expect, it } from "vitest";
import { givesDemoToken } from "../../src/cli/demo-token.js";
import { loadConfig } from "../../src/platform/config.js";

const DATABASE_URL = "postgres://u:p@db.internal/receivables";
const provider = { JWKS_URL: "https://x.example/jwks", JWT_ISSUER: "x", JWT_AUDIENCE: "x" };

describe("the demonstration token", () => {
  it.each([{}, { HOST: "localhost" }, { HOST: "::1" }, { HOST: "127.0.0.2" }])(
    "is in the playground that only this machine can open: %o",
    (env) => expect(givesDemoToken(loadConfig(env))).toBe(true),
  );

  it.each([
    { HOST: "0.0.0.0" },
    { HOST: "::" },
    { HOST: "192.0.2.7" },
    { HOST: "127.example.com" },
    { SEED: "none" },
    { DATABASE_URL },
    { DATABASE_URL, SEED: "demo" },
    provider,
  ])("is given to nobody with %o", (env) => expect(givesDemoToken(loadConfig(env))).toBe(false));
});
