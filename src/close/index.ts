export { CloseResolver } from "./close.resolver.js";
export { RevaluationResolver } from "./revaluation.resolver.js";
