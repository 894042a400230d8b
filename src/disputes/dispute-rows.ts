import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import type { InputChecks } from "../platform/commands/input-checks.js";
import { type Refusal, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import type { DisputeResolution, DisputeStatus } from "./dispute.rules.js";

/** A dispute as a command needs it, locked. */
export interface LockedDispute {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly invoiceId: string;
  readonly currency: string;
  readonly amount: string;
  readonly ownerDepartment: string;
  readonly status: DisputeStatus;
  readonly version: number;
}

/** A dispute's row comes before the documents that settle it in the order of locks. */
export async function lockDispute(
  { tx, tenant }: CommandContext,
  id: string,
): Promise<LockedDispute | undefined> {
  const [dispute] = await tx.rows<LockedDispute>(sql`
    select id, number, customer_id as "customerId", invoice_id as "invoiceId", currency, amount,
           owner_department as "ownerDepartment", status, version
    from dispute where tenant_id = ${tenant.id} and id = ${id} for update`);
  return dispute;
}

export const NO_SUCH_DISPUTE: Refusal = refusal("NOT_FOUND", "disputeId", "There is no such dispute.");

/** What keeps a dispute from a step that only standing ones take, asked for at some version. */
export function obstaclesToStep(
  dispute: LockedDispute,
  what: string,
  expectedVersion: number | null | undefined,
): Refusal[] {
  const found: Refusal[] = [];
  if (dispute.status === "RESOLVED" || dispute.status === "WITHDRAWN") {
    const message = `Dispute ${dispute.number} is ${dispute.status}; it is not ${what} any more.`;
    found.push(refusal("INVALID_STATE", "disputeId", message));
  }
  if (expectedVersion != null && expectedVersion !== dispute.version) {
    const message = `The dispute was changed: it is at version ${dispute.version}, you expected ${expectedVersion}.`;
    found.push(refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: dispute.version }));
  }
  return found;
}

const NOTE_MAX = 2_000;
const DEPARTMENT_MAX = 100;

/** A note that may be left out, in words. */
export function checkNote(checks: InputChecks, text: string | null | undefined, path: string): void {
  if (text != null) checks.text(text, path, "what is to be noted", NOTE_MAX);
}

export function checkDepartment(checks: InputChecks, department: string): void {
  checks.text(department, "ownerDepartment", "the department that answers for it", DEPARTMENT_MAX);
}

/** Text that closing asks for. */
export function checkFinding(checks: InputChecks, text: string, path: string, what: string): void {
  checks.text(text, path, what, NOTE_MAX);
}

/** Adds to a dispute's history; what was before stays. */
export async function insertStep(
  { tx, tenant, actor, today }: CommandContext,
  step: {
    readonly disputeId: string;
    readonly status: DisputeStatus;
    readonly ownerDepartment: string;
    readonly note?: string | null;
  },
): Promise<void> {
  await tx.rows(sql`
    insert into dispute_step (tenant_id, dispute_id, step_no, status, owner_department, note, made_by, made_on)
    select ${tenant.id}, ${step.disputeId}, coalesce(max(step_no), 0) + 1, ${step.status}, ${step.ownerDepartment},
           ${step.note ?? null}, ${actor.subject}, ${today}
    from dispute_step where tenant_id = ${tenant.id} and dispute_id = ${step.disputeId}`);
}

/** How a dispute ended. */
export interface Closing {
  readonly status: "RESOLVED" | "WITHDRAWN";
  readonly resolution: DisputeResolution | null;
  readonly accepted: Decimal | null;
  readonly rootCause: string | null;
  readonly correctiveAction: string | null;
  readonly note: string | null;
}

/** Ends a dispute: from today on nothing is disputed by it. */
export async function closeDispute(
  context: CommandContext,
  { id, ownerDepartment }: LockedDispute,
  its: Closing,
): Promise<void> {
  const { tx, tenant, today } = context;
  await tx.rows(sql`
    update dispute
    set status = ${its.status}, closed_on = ${today}, resolution = ${its.resolution},
        accepted_amount = ${its.accepted?.toFixed() ?? null}, root_cause = ${its.rootCause},
        corrective_action = ${its.correctiveAction}, version = version + 1
    where tenant_id = ${tenant.id} and id = ${id}`);
  await insertStep(context, { disputeId: id, status: its.status, ownerDepartment, note: its.note });
}

/** What standing disputes claim of open items today, by the item's UUID. The items should be locked. */
export async function claimsOf(
  { tx, tenant }: CommandContext,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, Decimal>> {
  const rows = await tx.rows<{ itemId: string; amount: string }>(sql`
    select di.item_id as "itemId", sum(di.amount) as amount
    from dispute_item di
    join dispute d on d.tenant_id = di.tenant_id and d.id = di.dispute_id and d.closed_on is null
    where di.tenant_id = ${tenant.id} and di.item_id = any(${itemIds}) group by di.item_id`);
  return new Map(rows.map(({ itemId, amount }) => [itemId, new Decimal(amount)]));
}

/** The standing disputes of open items, by the item's UUID: their numbers, the oldest first. */
export async function standingDisputesOf(
  { tx, tenant }: CommandContext,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.rows<{ itemId: string; numbers: string[] }>(sql`
    select di.item_id as "itemId", array_agg(d.number order by d.id) as numbers
    from dispute_item di
    join dispute d on d.tenant_id = di.tenant_id and d.id = di.dispute_id and d.closed_on is null
    where di.tenant_id = ${tenant.id} and di.item_id = any(${itemIds}) group by di.item_id`);
  return new Map(rows.map(({ itemId, numbers }) => [itemId, numbers]));
}

/** Tells what became of a dispute. */
export function emitDispute(
  context: CommandContext,
  type: `DISPUTE_${string}`,
  dispute: Pick<LockedDispute, "id" | "number" | "customerId" | "invoiceId" | "currency" | "amount">,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const { id: disputeId, number, customerId, invoiceId, currency, amount } = dispute;
  const on: BusinessDate = context.today;
  const payload = { disputeId, number, invoiceId, amount, currency, on, ...more };
  context.emit({ type, subjectId: disputeId, customerId, payload });
}
