import { type Refusal, refusal } from "../commands/refusal.js";

/** Of a text whose field has no limit of its own: a number, a name, a reference, one line of an address. */
export const SHORT_TEXT_MAX = 255;

/** Filled by `defineTextLimits` before the schema is assembled. */
const limits = new Map<string, number>();

/** Sets how many characters the texts of fields of these names may have, wherever in an input they stand. */
export function defineTextLimits(byName: Readonly<Record<string, number>>): void {
  for (const [name, max] of Object.entries(byName)) limits.set(name, max);
}

/**
 * A refusal INVALID_VALUE for each text anywhere in a mutation's input that cannot be kept: one with the NUL character,
 * with half of a surrogate pair, or longer than its field takes. `path` leads to it.
 */
export function refuseUnstorable(input: unknown): Refusal[] {
  return refusedIn(input, [], "");
}

/** `name` is that of the field in which the value stands, by itself or in a list. */
function refusedIn(value: unknown, path: readonly string[], name: string): Refusal[] {
  if (typeof value === "string") return refusedText(value, path, name);
  if (typeof value !== "object" || value === null) return [];
  const inList = Array.isArray(value);
  return Object.entries(value).flatMap(([step, inner]) =>
    refusedIn(inner, [...path, step], inList ? name : step),
  );
}

function refusedText(text: string, path: readonly string[], name: string): Refusal[] {
  if (!isStorable(text)) return [refusal("INVALID_VALUE", path, UNSTORABLE)];
  const max = limits.get(name) ?? SHORT_TEXT_MAX;
  if (text.length <= max) return [];
  const message = `\`${path.join(".")}\` has ${text.length} characters; at most ${max} fit.`;
  return [refusal("INVALID_VALUE", path, message)];
}

const UNSTORABLE = "The text has a character that cannot be kept: NUL (U+0000) or half of a surrogate pair.";

function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}
