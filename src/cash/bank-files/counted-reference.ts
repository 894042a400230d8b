import { hash as digest } from "node:crypto";

/** Makes the key under which an entry is posted at most once; see `countedReferences`. */
export type CountedReference = (readable: string, parts: readonly unknown[]) => string;

/**
 * Keys for the entries of one file: a readable part, "~", and a hash of what tells the entry from others; the nth
 * entry with the same parts gets "#n" behind it. So entries that a file states twice are two, and each gets its key
 * again when the file is sent a second time, in whatever order.
 */
export function countedReferences(): CountedReference {
  const seen = new Map<string, number>();
  return (readable, parts) => {
    const hash = digest("sha256", JSON.stringify(parts), "base64url").slice(0, 22);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${readable}~${hash}${count > 1 ? `#${count}` : ""}`;
  };
}
