import { requestError } from "../graphql/errors.js";
import { type ApiKeyVerifier, looksLikeApiKey } from "./api-keys.js";
import type { Principal } from "./principal.js";
import type { TokenVerifier } from "./tokens.js";

/** HTTP headers with lower-case names. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Who asks: `Authorization: Bearer <token or API key>`, `Authorization: Basic <any name>:<API key>` (spreadsheets
 * and BI tools), or `X-API-Key`. Null without credentials; throws a top-level UNAUTHENTICATED on bad ones.
 */
export type Authenticate = (headers: Headers) => Promise<Principal | null>;

export function createAuthenticator(verifyToken: TokenVerifier, verifyApiKey: ApiKeyVerifier): Authenticate {
  return async (headers) => {
    const { authorization, "x-api-key": apiKey } = headers;
    if (authorization !== undefined && apiKey !== undefined) {
      throw requestError("UNAUTHENTICATED", "Give either `Authorization` or `X-API-Key`, not both.");
    }
    if (typeof apiKey === "string") return verifyApiKey(apiKey.trim());
    if (typeof authorization !== "string" || authorization === "") return null;
    const [scheme = "", credential = ""] = authorization.trim().split(/ +/, 2);
    switch (scheme.toLowerCase()) {
      case "bearer":
        return looksLikeApiKey(credential) ? verifyApiKey(credential) : verifyToken(credential);
      case "basic":
        return verifyApiKey(passwordOf(credential));
      default:
        throw requestError("UNAUTHENTICATED", `The scheme of \`Authorization\` is not known. ${TAKEN}`);
    }
  };
}

const TAKEN =
  "Give `Bearer` and a token or an API key, or `Basic` with an API key as the password of any user name (`base64(name:rcv_…)`).";

/** The API key in the place of a password. */
function passwordOf(credential: string): string {
  const text = Buffer.from(credential, "base64").toString();
  const password = text.slice(text.indexOf(":") + 1);
  if (text.includes(":") && looksLikeApiKey(password)) return password;
  throw requestError("UNAUTHENTICATED", `The credentials of \`Basic\` have no API key. ${TAKEN}`);
}
