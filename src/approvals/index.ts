export { approvalLoader } from "./approval.loaders.js";
export { ApprovalResolver } from "./approval.resolver.js";
export { AdjustmentKind, ApprovalType } from "./approval.type.js";
export { RequestChanged } from "./approval-errors.js";
export { aloneUpTo, approvalPolicy } from "./approval-policy.js";
export { type HeldRequest, holdPendingRequest, withdrawHeld } from "./decide-approval.js";
export { pendingRequestFor } from "./pending-requests.js";
