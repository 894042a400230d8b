export { CollectionMetricsResolver } from "./collection-metrics.resolver.js";
