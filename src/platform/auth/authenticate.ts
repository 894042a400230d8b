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
        throw requestError("UNAUTHENTICATED", "`Authorization` is `Bearer` and a token or an API key.");
    }
  };
}

function passwordOf(credential: string): string {
  const text = Buffer.from(credential, "base64").toString();
  return text.slice(text.indexOf(":") + 1);
}
