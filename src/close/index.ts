export { CloseResolver } from "./close.resolver.js";
export { revaluationRunLoader } from "./revaluation.loaders.js";
export { RevaluationResolver } from "./revaluation.resolver.js";
