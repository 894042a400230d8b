import type { Principal } from "../platform/auth/principal.js";
import { requestError } from "../platform/graphql/errors.js";

/** The journal tells of all customers; throws FORBIDDEN for credentials that are bound to some. */
export function requireWholeBooks({ customerIds }: Principal): void {
  if (customerIds === null) return;
  throw requestError(
    "FORBIDDEN",
    "These credentials are bound to some customers; the ledger is told as a whole.",
  );
}
