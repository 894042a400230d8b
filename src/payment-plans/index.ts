export { paymentPlanLoader } from "./payment-plan.loaders.js";
export type { PaymentPlanRow } from "./payment-plan.queries.js";
export { PaymentPlanResolver } from "./payment-plan.resolver.js";
export { PaymentPlanType } from "./payment-plan.type.js";
export { PaymentPlanChangesResolver } from "./payment-plan-changes.resolver.js";
export { daysInKeptPlans } from "./plan-holds.sql.js";
export { byPlanInstalment, plannedItems } from "./planned-items.sql.js";
export { reviewPaymentPlans } from "./review-payment-plans.js";
