/**
 * Whether two texts differ by at most one slip of the keyboard: a character replaced, left out, added, or two
 * neighbours swapped.
 */
export function withinOneEdit(one: string, other: string): boolean {
  if (one === other) return true;
  const shortest = Math.min(one.length, other.length);
  if (Math.max(one.length, other.length) > shortest + 1) return false;
  const start = sharedStart(one, other, shortest);
  const shared = start + sharedEnd(one, other, shortest - start);
  if (one.length !== other.length) return shared === shortest;
  if (shared === shortest - 1) return true;
  return shared === shortest - 2 && one[start] === other[start + 1] && one[start + 1] === other[start];
}

function sharedStart(one: string, other: string, most: number): number {
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

function sharedEnd(one: string, other: string, most: number): number {
  let count = 0;
  while (
    count < most &&
    one.charCodeAt(one.length - 1 - count) === other.charCodeAt(other.length - 1 - count)
  )
    count++;
  return count;
}

/** What remains of a text when one character is left out, and the text itself: two texts within one edit share one. */
export function editKeys(text: string): string[] {
  const keys = new Set([text]);
  for (let at = 0; at < text.length; at++) keys.add(text.slice(0, at) + text.slice(at + 1));
  return [...keys];
}
