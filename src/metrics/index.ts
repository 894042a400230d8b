export { CollectionMetricsResolver } from "./collection-metrics.resolver.js";
export { MatchMetricsResolver } from "./match-metrics.resolver.js";
