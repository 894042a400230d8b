export { chargeLoader, creditMemoLoader, refundLoader, writeOffLoader } from "./adjustment.loaders.js";
export { AdjustmentResolver } from "./adjustment.resolver.js";
export { ChargeResolver } from "./charge.resolver.js";
export { APPROVAL, CreditMemoResolver, pendingIn } from "./credit-memo.resolver.js";
export { RefundResolver } from "./refund.resolver.js";
export { smallBalanceRunLoader } from "./small-balance.queries.js";
export { SmallBalanceResolver } from "./small-balance.resolver.js";
export { WriteOffResolver } from "./write-off.resolver.js";
