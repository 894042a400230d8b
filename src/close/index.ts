export { RevaluationResolver } from "./revaluation.resolver.js";
