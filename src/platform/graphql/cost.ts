import type { Principal } from "../auth/principal.js";
import { requestError } from "./errors.js";
import { LIST_SIZE_DEFAULT, type Size, type Variables } from "./page-size.js";
import type { OperationPlan, PlannedField } from "./plan.js";

/**
 * What an operation may cost at most, in points: each object that it can return is one point (more where its field
 * says so, none for money, edges, page infos and payloads), a mutation ten more, a scalar nothing. A connection is
 * as long as its `first` or `last` asks, a list by ids as long as the ids, any other list ten. A list or connection is
 * one point at least, whatever is selected of it, since it is read; and so is each field of the operation's own.
 */
export function requestedCost(plan: OperationPlan, variables: Variables): number {
  return Math.max(plan.rootFields, total(plan.root, variables, undefined));
}

/**
 * What it did cost: the same points, for the objects that were returned. Null when a failure took all of them away,
 * of which nobody can say how much was read before.
 */
export function actualCost(plan: OperationPlan, data: unknown): number | null {
  return data === null ? null : Math.max(plan.rootFields, counted(plan.root, data));
}

export interface CostLimits {
  /** Points that one operation may ask for. */
  readonly operationMax: number;
  /** Points that a principal can save up. */
  readonly maximum: number;
  /** Points that come back each second. */
  readonly restoreRate: number;
}

/** The `extensions.cost` of a response. */
export interface CostReport {
  readonly requested: number;
  readonly actual: number | null;
  readonly throttle: { readonly maximum: number; readonly available: number; readonly restoreRate: number };
}

/** One token bucket for each principal, in this process: n nodes together let through n times as much. */
export class Throttle {
  readonly #buckets = new Map<string, { points: number; at: number }>();

  constructor(
    private readonly limits: CostLimits,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes the points; throws a top-level COST_EXCEEDED or THROTTLED, which say what was asked and what there is. */
  charge(principal: Principal | null, requested: number): void {
    const { operationMax } = this.limits;
    if (requested > operationMax) {
      const message = `The operation costs ${requested} points; at most ${operationMax} are allowed. Ask for smaller pages.`;
      throw requestError("COST_EXCEEDED", message, { cost: { requested, maximum: operationMax } });
    }
    const bucket = this.#bucketOf(principal);
    if (requested > bucket.points) {
      const waitSeconds = Math.ceil((requested - bucket.points) / this.limits.restoreRate);
      const message = `The operation costs ${requested} points and ${Math.floor(bucket.points)} are left; ask again in ${waitSeconds} s.`;
      throw requestError("THROTTLED", message, {
        cost: this.report(principal, requested, null),
        retryAfterSeconds: waitSeconds,
      });
    }
    bucket.points -= requested;
  }

  /** Gives back what was asked for and not used: nothing when it is not known (null). */
  settle(principal: Principal | null, requested: number, actual: number | null): CostReport {
    const bucket = this.#bucketOf(principal);
    const used = actual ?? requested;
    bucket.points = Math.min(this.limits.maximum, bucket.points + Math.max(0, requested - used));
    return this.report(principal, requested, used);
  }

  report(principal: Principal | null, requested: number, actual: number | null): CostReport {
    const { maximum, restoreRate } = this.limits;
    const available = Math.floor(this.#bucketOf(principal).points);
    return { requested, actual, throttle: { maximum, available, restoreRate } };
  }

  #bucketOf(principal: Principal | null): { points: number; at: number } {
    const name = principal ? `${principal.tenantId} ${principal.subject}` : "";
    const { maximum, restoreRate } = this.limits;
    const now = this.now();
    const known = this.#buckets.get(name);
    if (known) {
      known.points = Math.min(maximum, known.points + ((now - known.at) / 1_000) * restoreRate);
      known.at = now;
      return known;
    }
    if (this.#buckets.size >= BUCKETS_MAX) this.#forgetFull(now);
    const made = { points: maximum, at: now };
    this.#buckets.set(name, made);
    return made;
  }

  /** A bucket that has filled up again is as good as a new one. */
  #forgetFull(now: number): void {
    const { maximum, restoreRate } = this.limits;
    for (const [name, { points, at }] of this.#buckets) {
      if (points + ((now - at) / 1_000) * restoreRate >= maximum) this.#buckets.delete(name);
    }
  }
}

const BUCKETS_MAX = 10_000;

function total(fields: readonly PlannedField[], variables: Variables, page: Size | undefined): number {
  let points = 0;
  for (const field of fields) {
    const each = field.weight + total(field.fields, variables, field.pageSize);
    const size = field.isList ? (field.listSize ?? page) : undefined;
    const all = each * (field.isList ? (size?.(variables) ?? LIST_SIZE_DEFAULT) : 1);
    points += Math.max(all, leastOf(field));
  }
  return points;
}

function counted(fields: readonly PlannedField[], parent: unknown): number {
  if (typeof parent !== "object" || parent === null) return 0;
  let points = 0;
  for (const field of fields) {
    const all = field.counts ? countedIn(field, Reflect.get(parent, field.key)) : 0;
    points += Math.max(all, leastOf(field));
  }
  return points;
}

/** A list or connection is read also where nothing is shown of its objects (`totalCount`, `pageInfo`). */
function leastOf(field: PlannedField): number {
  return field.isList || field.pageSize ? 1 : 0;
}

function countedIn(field: PlannedField, value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value)) {
    let points = 0;
    for (const item of value) points += countedIn(field, item);
    return points;
  }
  return field.weight + counted(field.fields, value);
}
