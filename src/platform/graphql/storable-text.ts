import { type Refusal, refusal } from "../commands/refusal.js";

/**
 * A refusal INVALID_VALUE for each text anywhere in a mutation's input that the database cannot keep: one with the NUL
 * character, or with half of a surrogate pair. `path` leads to it.
 */
export function refuseUnstorable(input: unknown, path: readonly string[] = []): Refusal[] {
  if (typeof input === "string") return isStorable(input) ? [] : [refusal("INVALID_VALUE", path, MESSAGE)];
  if (typeof input !== "object" || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => refuseUnstorable(value, [...path, name]));
}

const MESSAGE = "The text has a character that cannot be kept: NUL (U+0000) or half of a surrogate pair.";

function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}
