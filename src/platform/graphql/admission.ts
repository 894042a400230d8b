import type { DocumentNode } from "graphql";
import type { Principal } from "../auth/principal.js";
import { authorise } from "./authorisation.js";
import { actualCost, type CostReport, requestedCost, Throttle } from "./cost.js";
import { limitMutations, type OperationLimits } from "./limits.js";
import type { Variables } from "./page-size.js";
import { type OperationPlan, Planner } from "./plan.js";
import type { AssembledSchema } from "./schema.js";

/** An operation that may run, and what it was charged. */
export interface Admitted {
  readonly plan: OperationPlan;
  readonly principal: Principal | null;
  readonly requested: number;
}

/** The one gate that every operation passes before it runs, however it came. */
export class Admission {
  readonly #planner: Planner;
  readonly #throttle: Throttle;

  constructor(
    { schema, rules }: AssembledSchema,
    readonly limits: OperationLimits,
  ) {
    this.#planner = new Planner(schema, rules, limits.fieldsMax);
    this.#throttle = new Throttle(limits.cost);
  }

  /**
   * Admits a validated document's operation, or throws UNAUTHENTICATED, FORBIDDEN, LIMIT_EXCEEDED, COST_EXCEEDED or
   * THROTTLED; null when the document has no operation of that name.
   */
  admit(
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: Variables | null | undefined,
    principal: Principal | null,
  ): Admitted | null {
    const plan = this.#planner.planOf(document, operationName);
    if (!plan) return null;
    authorise(plan, principal);
    limitMutations(plan, this.limits);
    const requested = requestedCost(plan, variables ?? {});
    this.#throttle.charge(principal, requested);
    return { plan, principal, requested };
  }

  /** Charges what is asked for outside of operations; throws COST_EXCEEDED or THROTTLED. */
  charge(principal: Principal, points: number): void {
    this.#throttle.charge(principal, points);
  }

  /** Gives back the points that the result did not use; the `extensions.cost` of the response. */
  settle({ plan, principal, requested }: Admitted, data: unknown): CostReport {
    return this.#throttle.settle(principal, requested, actualCost(plan, data));
  }
}
