export { BatchProgress, STRENGTHS } from "./batch-progress.rules.js";
export { matchBatch } from "./match-batch.rules.js";
export { DEFAULT_MATCH_SETTINGS, type MatchRule } from "./match-settings.rules.js";
export type {
  AdviceLine,
  AlternativePart,
  MatchCandidates,
  MatchCustomer,
  MatchedPart,
  MatchItem,
  MatchPayment,
  MatchSettings,
  PaymentMatch,
} from "./matching.model.js";
