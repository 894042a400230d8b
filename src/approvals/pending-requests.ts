import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";

/** A request that waits for somebody's word. */
export interface PendingRequest {
  readonly id: string;
  /** Who asked. */
  readonly makerPerson: string;
  /** In words. */
  readonly summary: string;
}

/**
 * The oldest request that waits for a command about the thing that a field of its input names; not the one that is being
 * carried out.
 */
export async function pendingRequestFor(
  { tx, tenant, approvalId }: CommandContext,
  command: string,
  field: string,
  id: string,
): Promise<PendingRequest | undefined> {
  const [found] = await tx.rows<PendingRequest>(sql`
    select id, maker_person as "makerPerson", summary from approval_request
    where tenant_id = ${tenant.id} and status = 'PENDING' and command = ${command} and input ->> ${field}::text = ${id}
      and id is distinct from ${approvalId ?? null}::uuid
    order by id limit 1`);
  return found;
}
