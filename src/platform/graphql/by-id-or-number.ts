import { requestError } from "./errors.js";
import { requireId } from "./ids.js";

/** What a query looks a document up by. */
export type Key =
  | { readonly uuid: string; readonly number?: undefined }
  | { readonly number: string; readonly uuid?: undefined };

/**
 * The one key that was given, the id as its UUID; null counts as not given.
 *
 * @throws BAD_USER_INPUT for both or neither; INVALID_ID.
 */
export function requireIdOrNumber(
  prefix: string,
  id: string | null | undefined,
  number: string | null | undefined,
): Key {
  if (id != null && number == null) return { uuid: requireId(prefix, id) };
  if (number != null && id == null) return { number };
  const why = id == null ? "Neither is given" : "Both are given, and one may contradict the other";
  throw requestError("BAD_USER_INPUT", `Give either \`id\` or \`number\`. ${why}.`);
}
