import { createHash } from "node:crypto";
import { requestError } from "../graphql/errors.js";

/**
 * The opaque place after a position in the tenant's feed: base64url of a version byte, a mark of tenant and
 * position, and the position. The mark is no secret: it tells a cursor of another tenant, or one that was
 * mangled on its way, from a good one.
 *
 * @param position of the last event that was seen; 0 before the first.
 */
export function encodeEventCursor(tenantId: string, position: bigint): string {
  const bytes = Buffer.alloc(LENGTH);
  bytes.writeUInt8(VERSION, 0);
  bytes.writeBigUInt64BE(position, 1 + MARK_LENGTH);
  markOf(tenantId, position).copy(bytes, 1);
  return bytes.toString("base64url");
}

/** The position that a cursor stands for; throws INVALID_CURSOR unless this tenant's feed made it. */
export function decodeEventCursor(tenantId: string, cursor: string): bigint {
  const bytes = Buffer.from(cursor, "base64url");
  if (bytes.length !== LENGTH || bytes.readUInt8(0) !== VERSION) throw invalidEventCursor();
  const position = bytes.readBigUInt64BE(1 + MARK_LENGTH);
  // Base64 is read leniently; only the one spelling that was given out is taken.
  if (position > POSITION_MAX || encodeEventCursor(tenantId, position) !== cursor) throw invalidEventCursor();
  return position;
}

/** A top-level INVALID_CURSOR: malformed, of another tenant, or of a time that has not come. */
export function invalidEventCursor(): Error {
  return requestError(
    "INVALID_CURSOR",
    "The cursor was not given out by this feed. Read the present state and subscribe without a cursor.",
  );
}

const VERSION = 1;
const MARK_LENGTH = 4;
const LENGTH = 1 + MARK_LENGTH + 8;
/** The largest bigint of PostgreSQL. */
const POSITION_MAX = 2n ** 63n - 1n;

function markOf(tenantId: string, position: bigint): Buffer {
  return createHash("sha256").update(`${tenantId}/${position}`).digest().subarray(0, MARK_LENGTH);
}
