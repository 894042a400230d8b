import { type Refusal, refusal } from "../commands/refusal.js";
import { requestError } from "./errors.js";

/**
 * Ids are opaque to clients: the type's prefix and the UUID without dashes, `inv_0190a5…`. The prefix keeps an id
 * from being used for an object of another type.
 */
export function encodeId(prefix: string, uuid: string): string {
  return `${prefix}_${uuid.slice(0, 8)}${uuid.slice(9, 13)}${uuid.slice(14, 18)}${uuid.slice(19, 23)}${uuid.slice(24)}`;
}

/** The id's UUID, or a refusal with code INVALID_ID at the input's path. */
export function decodeId(
  prefix: string,
  id: string,
  path: string | readonly string[] = ["id"],
): string | Refusal {
  const parts = SHAPE.exec(id);
  if (parts?.[1] === prefix && parts[2]) return dashed(parts[2]);
  return refusal(
    "INVALID_ID",
    path,
    `"${shown(id)}" is not an id of this type: expected "${prefix}_" and 32 hex digits.`,
  );
}

/** The id's UUID; throws a top-level INVALID_ID. For the arguments of queries. */
export function requireId(prefix: string, id: string): string {
  const uuid = decodeId(prefix, id);
  if (typeof uuid === "string") return uuid;
  throw requestError("INVALID_ID", uuid.message);
}

/** Declares whose ids a prefix marks, for `node(id)`. Each prefix is declared once. */
export function registerIdPrefix(prefix: string, typeName: string): void {
  const known = typeNames.get(prefix);
  if (known !== undefined && known !== typeName) {
    throw new Error(`the id prefix "${prefix}" is used for ${known} and for ${typeName}`);
  }
  typeNames.set(prefix, typeName);
}

export interface NodeReference {
  readonly prefix: string;
  readonly typeName: string;
  readonly uuid: string;
}

/** What an id of any type points to; throws a top-level INVALID_ID when no type has such ids. */
export function requireNodeReference(id: string): NodeReference {
  const [, prefix = "", hex = ""] = SHAPE.exec(id) ?? [];
  const typeName = typeNames.get(prefix);
  if (typeName === undefined) {
    const prefixes = [...typeNames.keys()].sort().join(", ");
    throw requestError(
      "INVALID_ID",
      `"${shown(id)}" is not an id: expected one of the prefixes ${prefixes}.`,
    );
  }
  return { prefix, typeName, uuid: dashed(hex) };
}

const SHAPE = /^([a-z]{2,8})_([0-9a-f]{32})$/;
const typeNames = new Map<string, string>();

function dashed(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What came from outside is shown cut, so that a message stays a message. */
function shown(id: string): string {
  return id.length > 60 ? `${id.slice(0, 60)}…` : id;
}
