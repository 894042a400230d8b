import { mkdtemp, rm, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import os from "node:os";
import path from "node:path";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ApiKeyRecord,
  createApiKey,
  createApiKeyVerifier,
  hashApiKey,
} from "../../src/platform/auth/api-keys.js";
import { createAuthenticator } from "../../src/platform/auth/authenticate.js";
import { ROLES, SCOPES } from "../../src/platform/auth/roles.js";
import { openSigningKeys, type SigningKeys } from "../../src/platform/auth/signing-keys.js";
import { createTokenVerifier, issueToken } from "../../src/platform/auth/tokens.js";
import { TENANT } from "../support/small-server.js";

const OPTIONS = { issuer: "https://receivables.test", audience: "receivables" };
const PERSON = { subject: "ada", tenant: TENANT, roles: ["AR_CLERK"], expiresIn: "1h" };
let directory: string;
let keys: SigningKeys;
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), "receivables-keys-"));
  keys = await openSigningKeys(directory);
});
afterAll(() => rm(directory, { recursive: true }));

const verify = (token: string) => createTokenVerifier({ ...OPTIONS, keys })(token);

describe("roles", () => {
  it("give the auditor every reading and no writing", () => {
    expect(ROLES.AUDITOR.every((scope) => /:read$|^events:/.test(scope))).toBe(true);
    const reading = Object.keys(SCOPES).filter((scope) => scope.endsWith(":read"));
    expect(reading.filter((scope) => !new Set<string>(ROLES.AUDITOR).has(scope))).toEqual([]);
  });

  it("keep closing the books from those who post into them daily", () => {
    for (const role of ["AR_CLERK", "AR_SPECIALIST", "AR_MANAGER"] as const) {
      expect(new Set<string>(ROLES[role]).has("periods:write")).toBe(false);
    }
  });
});

describe("a token of this installation", () => {
  it("is signed by a key that only the owner can read, made once", async () => {
    const file = path.join(directory, "keys", "token-signing.jwk");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const raced = await Promise.all([openSigningKeys(directory), openSigningKeys(directory)]);
    expect(raced.map((one) => one.keyId)).toEqual([keys.keyId, keys.keyId]);
  });

  it("proves who asks, with the scopes of the roles", async () => {
    const principal = await verify(await issueToken(keys, OPTIONS, PERSON));
    expect(principal).toMatchObject({
      tenantId: TENANT,
      subject: "ada",
      kind: "USER",
      roles: ["AR_CLERK"],
      customerIds: null,
    });
    expect([...principal.scopes]).toEqual([...ROLES.AR_CLERK]);
    expect(principal.expiresAt?.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  });

  it("is narrowed by its scope, never widened", async () => {
    const scopes = ["cash:write", "periods:write"];
    const principal = await verify(await issueToken(keys, OPTIONS, { ...PERSON, scopes }));
    expect([...principal.scopes]).toEqual(["cash:write"]);
  });

  it("is refused with the reason when it cannot be trusted", async () => {
    const expired = await issueToken(keys, OPTIONS, { ...PERSON, expiresIn: -60 });
    const elsewhere = await issueToken(keys, { ...OPTIONS, audience: "payroll" }, PERSON);
    const stranger = await issueToken(keys, { ...OPTIONS, issuer: "https://evil.test" }, PERSON);
    const good = await issueToken(keys, OPTIONS, PERSON);
    const [header = "", payload = "", signature = ""] = good.split(".");
    const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, "base64url").toString());
    const changed = Buffer.from(JSON.stringify({ ...claims, roles: ["ADMIN"] })).toString("base64url");
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    const symmetric = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256" })
      .sign(Buffer.from(keys.keyId.padEnd(32)));
    const refusals: [string, string][] = [
      [expired, "The token has expired."],
      [elsewhere, "The token is for another audience."],
      [stranger, "The token is from another issuer."],
      [`${header}.${changed}.${signature}`, "The token's signature is not valid."],
      [unsigned, "The token's algorithm is not accepted."],
      [symmetric, "The token's algorithm is not accepted."],
      ["rubbish", "The token is malformed."],
      ["", "The token is malformed."],
    ];
    for (const [token, message] of refusals) {
      await expect(verify(token)).rejects.toMatchObject({ message, extensions: { code: "UNAUTHENTICATED" } });
    }
  });

  it("cannot be made for a role that does not exist", async () => {
    await expect(issueToken(keys, OPTIONS, { ...PERSON, roles: ["KING"] })).rejects.toThrow("KING");
  });
});

describe("a token of an identity provider", () => {
  let provider: Server;
  let jwksUrl: string;
  let sign: (claims: Record<string, unknown>) => Promise<string>;
  beforeAll(async () => {
    const pair = await generateKeyPair("ES256");
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: "k1", alg: "ES256" };
    provider = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })));
    await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", resolve));
    const address = provider.address();
    jwksUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/jwks`;
    sign = (claims) =>
      new SignJWT({ sub: "machine", ...claims })
        .setProtectedHeader({ alg: "ES256", kid: "k1" })
        .setIssuer(OPTIONS.issuer)
        .setAudience(OPTIONS.audience)
        .setExpirationTime("5m")
        .sign(pair.privateKey);
  });
  afterAll(() => new Promise((resolve) => provider.close(resolve)));

  it("is checked by the provider's published keys; a machine has scopes without roles", async () => {
    const provided = createTokenVerifier({ ...OPTIONS, jwksUrl });
    const principal = await provided(await sign({ tenant: TENANT, scope: "metrics:read not-a-scope" }));
    expect(principal).toMatchObject({ subject: "machine", roles: [], tenantId: TENANT });
    expect([...principal.scopes]).toEqual(["metrics:read"]);
    await expect(provided(await sign({ tenant: "acme" }))).rejects.toThrow("is not a UUID");
    await expect(provided(await issueToken(keys, OPTIONS, PERSON))).rejects.toThrow("signature is not valid");
  });

  it("is bound to the customers that it names, also to none", async () => {
    const provided = createTokenVerifier({ ...OPTIONS, jwksUrl });
    for (const customers of [[TENANT], []]) {
      const bound = await provided(await sign({ tenant: TENANT, scope: "metrics:read", customers }));
      expect(bound.customerIds).toEqual(customers);
    }
  });

  it.each([
    ["customers", TENANT],
    ["customers", null],
    ["customers", { 0: TENANT }],
    ["customers", [TENANT, "everyone"]],
    ["customers", [TENANT, 1]],
    ["roles", "AR_CLERK"],
    ["roles", [{ name: "ADMIN" }]],
    ["scope", ["metrics:read"]],
    ["sub", { name: "ada" }],
    ["sub", ""],
  ])("is refused when its claim %s is %j, rather than taken without", async (claim, value) => {
    const provided = createTokenVerifier({ ...OPTIONS, jwksUrl });
    const token = await sign({ tenant: TENANT, roles: ["AR_CLERK"], [claim]: value });
    await expect(provided(token)).rejects.toMatchObject({
      message: expect.stringContaining(`The token's claim "${claim}" is not a`),
      extensions: { code: "UNAUTHENTICATED" },
    });
  });

  it("gets nothing from its scope beside roles that do not exist here", async () => {
    const provided = createTokenVerifier({ ...OPTIONS, jwksUrl });
    const scope = "tenant:manage metrics:read";
    const misspelt = await provided(await sign({ tenant: TENANT, roles: ["AR_CLARK"], scope }));
    expect([...misspelt.scopes]).toEqual([]);
    const beside = await provided(await sign({ tenant: TENANT, roles: ["AR_CLARK", "AUDITOR"], scope }));
    expect([...beside.scopes]).toEqual(["metrics:read"]);
    expect(beside.roles).toEqual(["AUDITOR"]);
  });
});

describe("an API key", () => {
  const record: ApiKeyRecord = {
    id: "01890a5d-ac96-774b-bcce-b302099a8050",
    scopes: ["metrics:read"],
    customerIds: null,
    person: "ann",
    expiresAt: null,
  };

  it("tells its tenant, and is kept only as a hash", async () => {
    const { key, hash } = createApiKey(TENANT);
    expect(key).toMatch(/^rcv_[0-9a-f]{32}_[\w-]{43}$/);
    expect(hash).toBe(hashApiKey(key));
    const asked: string[] = [];
    const verifyKey = createApiKeyVerifier(async (tenantId, given) => {
      asked.push(tenantId, given);
      return record;
    });
    expect(await verifyKey(key)).toMatchObject({
      kind: "API_KEY",
      tenantId: TENANT,
      subject: "key_01890a5dac96774bbcceb302099a8050",
    });
    await verifyKey(key);
    expect(asked).toEqual([TENANT, hash]);
  });

  it("is refused when malformed, unknown or expired", async () => {
    const { key } = createApiKey(TENANT);
    const unknown = createApiKeyVerifier(async () => null);
    const expired = createApiKeyVerifier(async () => ({ ...record, expiresAt: new Date(0) }));
    await expect(unknown("rcv_short")).rejects.toThrow("malformed");
    await expect(unknown(key)).rejects.toThrow("unknown or revoked");
    await expect(expired(key)).rejects.toThrow("expired");
  });

  it("comes as a bearer, in its own header, or as the password of a spreadsheet", async () => {
    const { key } = createApiKey(TENANT);
    const authenticate = createAuthenticator(
      verify,
      createApiKeyVerifier(async () => record),
    );
    const basic = Buffer.from(`anyone:${key}`).toString("base64");
    for (const headers of [
      { authorization: `Bearer ${key}` },
      { authorization: `bearer  ${key}` },
      { "x-api-key": key },
      { authorization: `Basic ${basic}` },
    ]) {
      expect(await authenticate(headers)).toMatchObject({ subject: "key_01890a5dac96774bbcceb302099a8050" });
    }
    expect(await authenticate({})).toBeNull();
    await expect(authenticate({ authorization: "Digest x" })).rejects.toThrow("`Bearer`");
    const token = Buffer.from("anyone:eyJhbGciOi").toString("base64");
    for (const authorization of ["Basic abc", "Basic", `Basic ${token}`]) {
      await expect(authenticate({ authorization })).rejects.toThrow(
        /have no API key\. Give `Bearer` .*, or `Basic` with an API key as the password/,
      );
    }
    await expect(authenticate({ authorization: `Bearer ${key}`, "x-api-key": key })).rejects.toThrow(
      "not both",
    );
  });
});
