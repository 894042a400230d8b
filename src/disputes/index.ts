export { disputeLoader } from "./dispute.loaders.js";
export { DisputeResolver } from "./dispute.resolver.js";
export { DisputeChangesResolver } from "./dispute-changes.resolver.js";
export { standingDisputesOf } from "./dispute-rows.js";
export { disputeClaims, disputedBalances, disputedDays } from "./disputed-items.sql.js";
