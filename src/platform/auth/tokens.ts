import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from "jose";
import { requestError } from "../graphql/errors.js";
import type { Principal } from "./principal.js";
import { isRole, isScope, scopesOf } from "./roles.js";
import type { SigningKeys } from "./signing-keys.js";

/** Where tokens come from: an identity provider's key set, or this installation's own keys. */
export interface TokenOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Of the identity provider. Without it, `keys` check the tokens. */
  readonly jwksUrl?: string | undefined;
  readonly keys?: SigningKeys | undefined;
}

/** The principal of a token; throws a top-level UNAUTHENTICATED that says what is wrong with it. */
export type TokenVerifier = (token: string) => Promise<Principal>;

/** Makes a verifier. What it found good is believed for a minute at most, and never beyond the token's end. */
export function createTokenVerifier(options: TokenOptions): TokenVerifier {
  const verify = verifyWith(options);
  const known = new Map<string, { principal: Principal; until: number }>();
  return async (token) => {
    const now = Date.now();
    const found = known.get(token);
    if (found && now < found.until) return found.principal;
    const principal = principalOf(await verify(token));
    const until = Math.min(now + BELIEVED_MS, principal.expiresAt?.getTime() ?? 0);
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(token, { principal, until });
    return principal;
  };
}

export interface TokenRequest {
  readonly subject: string;
  /** The tenant's UUID. */
  readonly tenant: string;
  readonly roles: readonly string[];
  /** Narrows the roles' scopes. */
  readonly scopes?: readonly string[];
  /** UUIDs of the only customers that may be seen. */
  readonly customerIds?: readonly string[];
  /** A number of seconds, or a span such as "12h". */
  readonly expiresIn: number | string;
}

/** Signs a token with this installation's own keys. Throws a RangeError on a role or scope that does not exist. */
export async function issueToken(
  keys: SigningKeys,
  { issuer, audience }: Pick<TokenOptions, "issuer" | "audience">,
  request: TokenRequest,
): Promise<string> {
  const unknown = [
    ...request.roles.filter((role) => !isRole(role)),
    ...(request.scopes ?? []).filter((scope) => !isScope(scope)),
  ];
  if (unknown.length > 0) throw new RangeError(`not a role or scope: ${unknown.join(", ")}`);
  const { subject, tenant, roles, scopes, customerIds, expiresIn } = request;
  const claims = { tenant, roles, scope: scopes?.join(" "), customers: customerIds };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: keys.algorithm, kid: keys.keyId, typ: "JWT" })
    .setSubject(subject)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(typeof expiresIn === "number" ? new Date(Date.now() + expiresIn * 1_000) : expiresIn)
    .sign(keys.privateKey);
}

const BELIEVED_MS = 60_000;
const KNOWN_MAX = 5_000;
/** Asymmetric only, so that a public key can never be taken for a shared secret. */
const PROVIDER_ALGORITHMS = ["EdDSA", "Ed25519", "ES256", "RS256", "PS256"];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function verifyWith({
  issuer,
  audience,
  jwksUrl,
  keys,
}: TokenOptions): (token: string) => Promise<JWTPayload> {
  const algorithms = jwksUrl ? PROVIDER_ALGORITHMS : keys ? [keys.algorithm] : [];
  const provider: JWTVerifyGetKey | undefined = jwksUrl ? createRemoteJWKSet(new URL(jwksUrl)) : undefined;
  const checks = { issuer, audience, algorithms, clockTolerance: 5, requiredClaims: ["sub", "exp"] };
  return async (token) => {
    try {
      if (provider) return (await jwtVerify(token, provider, checks)).payload;
      if (keys) return (await jwtVerify(token, keys.publicKey, checks)).payload;
      throw requestError("UNAUTHENTICATED", "This server takes API keys only.");
    } catch (error) {
      throw refusalOf(error);
    }
  };
}

/** What the holder of the token may know; what is not the token's fault stays a fault. */
function refusalOf(error: unknown): unknown {
  const refused = (message: string) => requestError("UNAUTHENTICATED", message);
  if (error instanceof errors.JWTExpired) return refused("The token has expired.");
  if (error instanceof errors.JWTClaimValidationFailed) {
    return refused(
      CLAIM_MESSAGES[error.claim] ?? `The token's claim "${error.claim}" is missing or not valid.`,
    );
  }
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey) {
    return refused("The token's signature is not valid.");
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return refused("The token's algorithm is not accepted.");
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) {
    return refused("The token is malformed.");
  }
  return error;
}

const CLAIM_MESSAGES: Readonly<Record<string, string>> = {
  aud: "The token is for another audience.",
  iss: "The token is from another issuer.",
  nbf: "The token is not valid yet.",
};

/**
 * Claims: `sub`, `tenant`, `roles` and, to narrow them or alone, `scope`; `customers` binds to some customers. A claim
 * that narrows is never passed over: of another form than it should have, the token is refused.
 */
function principalOf(claims: JWTPayload): Principal {
  const { sub, tenant, scope, exp } = claims;
  if (typeof sub !== "string" || sub === "") throw badClaim("sub", "a text");
  if (typeof tenant !== "string" || !UUID.test(tenant)) throw badClaim("tenant", "a UUID");
  if (scope !== undefined && typeof scope !== "string") throw badClaim("scope", "a text");
  const roles = listOf(claims, "roles", "role names", () => true) ?? [];
  const scopes = scope?.split(" ").filter(isScope);
  const byRole = scopesOf(roles.filter(isRole));
  return {
    tenantId: tenant,
    subject: sub,
    person: sub,
    kind: "USER",
    roles: roles.filter(isRole),
    // Roles that are not known here give nothing, and yet they are roles: `scope` is not alone.
    scopes: new Set(roles.length === 0 ? scopes : (scopes?.filter((one) => byRole.has(one)) ?? byRole)),
    customerIds: listOf(claims, "customers", "UUIDs", (id) => UUID.test(id)),
    expiresAt: exp === undefined ? null : new Date(exp * 1_000),
  };
}

/** The texts of a claim; null when the token does not have it. */
function listOf(
  claims: JWTPayload,
  name: string,
  what: string,
  fits: (text: string) => boolean,
): string[] | null {
  const value = claims[name];
  if (value === undefined) return null;
  const isText = (item: unknown): item is string => typeof item === "string" && fits(item);
  if (!Array.isArray(value) || !value.every(isText)) throw badClaim(name, `a list of ${what}`);
  return value;
}

function badClaim(name: string, what: string): Error {
  return requestError("UNAUTHENTICATED", `The token's claim "${name}" is not ${what}.`);
}
