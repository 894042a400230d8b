export { lateFeeLoader, lateFeeRunLoader, lateFeeWaiverLoader } from "./late-fee.loaders.js";
export { LateFeeResolver } from "./late-fee.resolver.js";
export { LateFeeChangesResolver } from "./late-fee-changes.resolver.js";
export { runLateFees } from "./run-late-fees.js";
export { CLOCK_SCHEDULES, runScheduledLateFees } from "./run-scheduled-late-fees.js";
export { setLateFeePolicy } from "./set-late-fee-policy.js";
