import type { MatchRecord } from "./match-record.js";

/** An item is about as likely as another from this share of its score on. */
const ABOUT_AS_LIKELY = 0.8;

/** Whether something is proposed although another item is about as likely: a person has to choose, not to confirm. */
export function isAmbiguous({ parts, matched }: Pick<MatchRecord, "parts" | "matched">): boolean {
  const proposed = parts.filter(({ decision }) => decision === "PROPOSED");
  const taken = new Set(parts.map(({ itemId }) => itemId));
  const others = matched.alternatives.filter(({ itemId }) => !taken.has(itemId));
  return proposed.some(({ score }) => others.some((other) => other.score >= score * ABOUT_AS_LIKELY));
}
