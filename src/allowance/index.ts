export { AllowanceChangesResolver } from "./allowance-changes.resolver.js";
export { allowanceRunLoader } from "./allowance-run.loaders.js";
export { AllowanceRunResolver } from "./allowance-run.resolver.js";
export { type AllowanceStanding, readAllowanceStanding } from "./allowance-standing.queries.js";
export { ProvisionMatrixResolver } from "./provision-matrix.resolver.js";
export { RollRateResolver } from "./roll-rate.resolver.js";
export { SpecificProvisionResolver } from "./specific-provision.resolver.js";
