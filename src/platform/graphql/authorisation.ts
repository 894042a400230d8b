import type { Principal } from "../auth/principal.js";
import { requestError } from "./errors.js";
import type { OperationPlan } from "./plan.js";

/**
 * Checks, once for a whole operation, that the principal may read every field that it selects; `@skip` and
 * `@include` are not looked at, so that a document is allowed or not whatever its variables. Throws a top-level
 * UNAUTHENTICATED without credentials, FORBIDDEN with a field's coordinates and the scopes of which one is needed.
 */
export function authorise(plan: OperationPlan, principal: Principal | null): void {
  for (const { rule, coordinates } of plan.requirements) {
    if (rule === "ANYONE") continue;
    if (!principal) throw requestError("UNAUTHENTICATED", `${coordinates} needs credentials.`);
    if (rule.some((scope) => principal.scopes.has(scope))) continue;
    throw requestError(
      "FORBIDDEN",
      `${coordinates} needs ${rule.map((scope) => `"${scope}"`).join(" or ")}.`,
      {
        coordinates,
        scopes: rule,
      },
    );
  }
}
