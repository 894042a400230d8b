import type { Command, CommandContext } from "../platform/commands/command.js";
import type { EntryPreview } from "../platform/commands/entry-preview.js";
import { type Refusal, Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { nextRole } from "./approval.rules.js";
import { actorCovers, limitsOf, personOf } from "./approval-policy.js";
import { carryOut } from "./carry-out.js";
import { pendingRequestFor } from "./pending-requests.js";

export interface DecisionInput {
  readonly approvalId: string;
  readonly reason?: string | null;
  readonly expectedVersion?: number | null;
}

interface RequestRow {
  readonly id: string;
  readonly command: string;
  readonly input: unknown;
  readonly kind: string;
  readonly currency: string;
  readonly amount: string;
  readonly wouldPost: readonly EntryPreview[];
  readonly customerId: string | null;
  readonly status: string;
  readonly makerPerson: string;
  readonly decidedPerson: string | null;
  readonly version: number;
}

interface Decided {
  readonly approvalId: string;
}

/**
 * Carries out what somebody else asked for, checked again against the books of this moment: exactly what was shown, or
 * nothing. When the approver's own limit is too low, it is passed on to the next role whose limit is enough, and nothing
 * is posted.
 */
export const approveRequest: Command<DecisionInput, Decided> = {
  name: "approvalApprove",
  scope: "approvals:write",
  postingDateAt: "approvalId",
  async run(context, input) {
    const request = await lockRequest(context, input.approvalId);
    const obstacles = request
      ? obstaclesTo(request, input)
      : [refusal("NOT_FOUND", "approvalId", "There is no such request.")];
    if (request?.makerPerson === personOf(context.actor)) {
      const message = "You asked for this yourself; somebody else has to decide it.";
      obstacles.push(refusal("OWN_REQUEST", "approvalId", message));
    }
    if (!request || obstacles.length > 0) return new Refused(obstacles);
    if (!(await actorCovers(context.tx, context.tenant.id, context.actor, request))) {
      return escalate(context, request);
    }
    const result = await carryOut(context, request);
    if (result instanceof Refused) return result;
    await decide(context, request, "APPROVED", input.reason ?? null, result);
    return { approvalId: request.id };
  },
};

/** Turns a request down, with a reason. */
export const rejectRequest: Command<DecisionInput, Decided> = {
  name: "approvalReject",
  scope: "approvals:write",
  async run(context, input) {
    const request = await lockRequest(context, input.approvalId);
    const obstacles = request
      ? obstaclesTo(request, input)
      : [refusal("NOT_FOUND", "approvalId", "There is no such request.")];
    if (request?.makerPerson === personOf(context.actor)) {
      obstacles.push(
        refusal("OWN_REQUEST", "approvalId", "You asked for this yourself; withdraw it instead."),
      );
    }
    if (!input.reason?.trim()) obstacles.push(refusal("REQUIRED", "reason", "Say why it is rejected."));
    if (!request || obstacles.length > 0) return new Refused(obstacles);
    await decide(context, request, "REJECTED", input.reason ?? null, null);
    return { approvalId: request.id };
  },
};

/** Takes one's own request back. */
export const withdrawRequest: Command<DecisionInput, Decided> = {
  name: "approvalWithdraw",
  scope: "adjustments:write",
  async run(context, input) {
    const request = await lockRequest(context, input.approvalId);
    const obstacles = request
      ? obstaclesTo(request, input)
      : [refusal("NOT_FOUND", "approvalId", "There is no such request.")];
    if (request && request.makerPerson !== personOf(context.actor)) {
      const message = "Only whoever asked for it withdraws it; others reject it.";
      obstacles.push(refusal("INVALID_STATE", "approvalId", message));
    }
    if (!request || obstacles.length > 0) return new Refused(obstacles);
    await decide(context, request, "WITHDRAWN", input.reason ?? null, null);
    return { approvalId: request.id };
  },
};

/** A request that waits, held so that nobody decides it meanwhile. */
export type HeldRequest = RequestRow;

/** Holds the request that waits for a command about the thing that a field of its input names, if there is one. */
export async function holdPendingRequest(
  context: CommandContext,
  command: string,
  field: string,
  id: string,
): Promise<HeldRequest | undefined> {
  const waiting = await pendingRequestFor(context, command, field, id);
  const request = waiting && (await lockRequest(context, waiting.id));
  return request?.status === "PENDING" ? request : undefined;
}

/** Takes a held request out of the queue, because what it was about is no more; by whoever did away with that. */
export function withdrawHeld(context: CommandContext, request: HeldRequest, reason: string): Promise<void> {
  return decide(context, request, "WITHDRAWN", reason, null);
}

/** Two who decide at once wait for each other here; the second then finds it decided. */
async function lockRequest({ tx, tenant }: CommandContext, id: string): Promise<RequestRow | undefined> {
  const [row] = await tx.rows<RequestRow>(sql`
    select id, command, input, kind, currency, amount, would_post as "wouldPost", customer_id as "customerId", status,
           maker_person as "makerPerson", decided_person as "decidedPerson", version
    from approval_request where tenant_id = ${tenant.id} and id = ${id} for update`);
  return row;
}

function obstaclesTo(request: RequestRow, { expectedVersion }: DecisionInput): Refusal[] {
  const found: Refusal[] = [];
  if (request.status !== "PENDING") {
    const message = `It was ${request.status.toLowerCase()} already, by ${request.decidedPerson}.`;
    found.push(refusal("INVALID_STATE", "approvalId", message));
  }
  if (expectedVersion != null && expectedVersion !== request.version) {
    const message = `The request was changed: it is at version ${request.version}, you expected ${expectedVersion}.`;
    found.push(refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: request.version }));
  }
  return found;
}

async function escalate(context: CommandContext, request: RequestRow): Promise<Decided | Refused> {
  const { tx, tenant } = context;
  const limits = await limitsOf(tx, tenant.id, request.kind);
  const role = nextRole(limits, new Decimal(request.amount), request.currency);
  const amount = `${formatAmount(request.amount, request.currency)} ${request.currency}`;
  if (!role) {
    const message = `Your limit does not cover ${amount}, and nobody's does. Raise a limit first.`;
    return refuse(refusal("ABOVE_LIMIT", "approvalId", message));
  }
  await tx.rows(sql`
    update approval_request set escalated_to = ${role}, version = version + 1
    where tenant_id = ${tenant.id} and id = ${request.id}`);
  emit(context, request, "APPROVAL_ESCALATED", { role });
  return { approvalId: request.id };
}

async function decide(
  context: CommandContext,
  request: RequestRow,
  status: "APPROVED" | "REJECTED" | "WITHDRAWN",
  reason: string | null,
  result: unknown,
): Promise<void> {
  const { tx, tenant, actor } = context;
  await tx.rows(sql`
    update approval_request
    set status = ${status}, decided_by = ${actor.subject}, decided_person = ${personOf(actor)},
        decided_at = clock_timestamp(), decision_reason = ${reason}, result = ${result === null ? null : JSON.stringify(result)},
        version = version + 1
    where tenant_id = ${tenant.id} and id = ${request.id}`);
  emit(context, request, `APPROVAL_${status}`, { reason });
}

function emit(context: CommandContext, request: RequestRow, type: string, more: object): void {
  const { id, kind, amount, currency, customerId } = request;
  context.emit({
    type,
    subjectId: id,
    customerId,
    payload: { approvalId: id, kind, amount, currency, ...more },
  });
}
