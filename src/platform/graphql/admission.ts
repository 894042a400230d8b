import { type DocumentNode, Kind } from "graphql";
import type { Principal } from "../auth/principal.js";
import { authorise } from "./authorisation.js";
import { actualCost, type CostReport, requestedCost, Throttle } from "./cost.js";
import { requestError } from "./errors.js";
import { limitMutations, type OperationLimits } from "./limits.js";
import type { Variables } from "./page-size.js";
import { type OperationPlan, Planner } from "./plan.js";
import type { AssembledSchema } from "./schema.js";

/** An operation that may run, and what it was charged. Nothing runs without. */
export interface Admitted {
  readonly document: DocumentNode;
  /** Null for the only one. */
  readonly operationName: string | null;
  /** As they were sent. */
  readonly variables: Variables | null | undefined;
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
   * Admits a validated document's operation, or throws OPERATION_RESOLUTION_FAILURE, UNAUTHENTICATED, FORBIDDEN,
   * LIMIT_EXCEEDED, COST_EXCEEDED or THROTTLED.
   */
  admit(
    document: DocumentNode,
    named: string | null | undefined,
    variables: Variables | null | undefined,
    principal: Principal | null,
  ): Admitted {
    // Clients send an empty name for none.
    const operationName = named || null;
    const plan = this.#planner.planOf(document, operationName);
    if (!plan) throw requestError("OPERATION_RESOLUTION_FAILURE", unresolved(document, operationName));
    authorise(plan, principal);
    limitMutations(plan, this.limits);
    const requested = requestedCost(plan, variables ?? {});
    this.#throttle.charge(principal, requested);
    return { document, operationName, variables, plan, principal, requested };
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

function unresolved({ definitions }: DocumentNode, operationName: string | null): string {
  const names = definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value] : [],
  );
  if (names.length === 0) return "The document has no operation.";
  const told = names.map((name) => (name ? `\`${name}\`` : "one without a name")).join(", ");
  return operationName
    ? `The document has no operation \`${operationName.slice(0, NAME_SHOWN_MAX)}\`; it has ${told}.`
    : `The document has several operations (${told}); send the name of one as \`operationName\`.`;
}

const NAME_SHOWN_MAX = 100;
