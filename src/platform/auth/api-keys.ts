import { createHash, randomBytes } from "node:crypto";
import { requestError } from "../graphql/errors.js";
import { encodeId } from "../graphql/ids.js";
import type { Principal } from "./principal.js";
import { isScope } from "./roles.js";

/** What is kept of a key: never the key, only its hash, which finds this. */
export interface ApiKeyRecord {
  /** UUID. */
  readonly id: string;
  readonly scopes: readonly string[];
  /** UUIDs of the only customers that may be seen; null when all may. */
  readonly customerIds: readonly string[] | null;
  /** Who made it, also through another key. */
  readonly person: string;
  readonly expiresAt: Date | null;
}

/** The prefix of the ids by which clients know keys. */
export const API_KEY_PREFIX = "key";

/** Finds a key that is not revoked. */
export type FindApiKey = (tenantId: string, hash: string) => Promise<ApiKeyRecord | null>;

/** A new key, `rcv_<tenant>_<secret>`: shown once to its owner; the hash is what is kept. */
export function createApiKey(tenantId: string): { readonly key: string; readonly hash: string } {
  const key = `rcv_${tenantId.replaceAll("-", "")}_${randomBytes(32).toString("base64url")}`;
  return { key, hash: hashApiKey(key) };
}

/** SHA-256 in hex. The secret has 256 random bits, so it needs no salt and no slow hash. */
export function hashApiKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Whether the credential is meant as an API key, well-formed or not. */
export function looksLikeApiKey(credential: string): boolean {
  return credential.startsWith("rcv_");
}

/** The tenant's UUID in the key, or null when it is not a key. */
export function tenantOfApiKey(key: string): string | null {
  const hex = SHAPE.exec(key)?.[1];
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : null;
}

/** The principal of a key; throws a top-level UNAUTHENTICATED. */
export type ApiKeyVerifier = (key: string) => Promise<Principal>;

/** Makes a verifier. A key that was found is believed for a few seconds, so that revoking it works soon. */
export function createApiKeyVerifier(find: FindApiKey): ApiKeyVerifier {
  const known = new Map<string, { principal: Principal; until: number }>();
  return async (key) => {
    const tenantId = tenantOfApiKey(key);
    if (!tenantId) throw requestError("UNAUTHENTICATED", "The API key is malformed.");
    const hash = hashApiKey(key);
    const now = Date.now();
    const found = known.get(hash);
    if (found && now < found.until) return found.principal;
    known.delete(hash);
    const record = await find(tenantId, hash);
    if (!record) throw requestError("UNAUTHENTICATED", "The API key is unknown or revoked.");
    const ends = record.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
    if (ends <= now) throw requestError("UNAUTHENTICATED", "The API key has expired.");
    const principal = principalOf(tenantId, record);
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(hash, { principal, until: Math.min(now + BELIEVED_MS, ends) });
    return principal;
  };
}

const SHAPE = /^rcv_([0-9a-f]{32})_[A-Za-z0-9_-]{43}$/;
const BELIEVED_MS = 5_000;
const KNOWN_MAX = 5_000;

function principalOf(tenantId: string, record: ApiKeyRecord): Principal {
  return {
    tenantId,
    subject: encodeId(API_KEY_PREFIX, record.id),
    person: record.person,
    kind: "API_KEY",
    roles: [],
    scopes: new Set(record.scopes.filter(isScope)),
    customerIds: record.customerIds,
    expiresAt: record.expiresAt,
  };
}
