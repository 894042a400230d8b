import { v7 as uuidv7 } from "uuid";
import type { ApprovalPolicy, ApprovalSubject } from "../platform/commands/approval.js";
import type { Actor } from "../platform/commands/command.js";
import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import { covers, type Limit } from "./approval.rules.js";

/** The tenant's limits decide; what is beyond them is kept as an approval request. */
export const approvalPolicy: ApprovalPolicy = {
  covers: (tx, tenant, actor, subject) => actorCovers(tx, tenant.id, actor, subject),

  async hold(tx, tenant, actor, { command, input, subject, wouldPost }) {
    const id = uuidv7();
    await tx.rows(sql`
      insert into approval_request (tenant_id, id, command, input, kind, summary, reason_code, customer_id, item_ids,
                                    currency, amount, would_post, maker, maker_person)
      values (${tenant.id}, ${id}, ${command}, ${JSON.stringify(input)}, ${subject.kind}, ${subject.summary},
              ${subject.reasonCode}, ${subject.customerId}, ${[...subject.itemIds]}, ${subject.currency}, ${subject.amount},
              ${JSON.stringify(wouldPost)}, ${actor.subject}, ${personOf(actor)})`);
    return id;
  },
};

/** Whether the actor's own limit is enough. The operator of the installation has none to mind. */
export async function actorCovers(
  db: Executor,
  tenantId: string,
  actor: Actor,
  { kind, amount, currency }: Pick<ApprovalSubject, "kind" | "amount" | "currency">,
): Promise<boolean> {
  const limits = await limitsOf(db, tenantId, kind);
  return covers(limits, actor.roles ?? [], new Decimal(amount), currency);
}

/** Tells of amounts of one kind, each by itself, whether the actor's own limit is enough. */
export async function aloneUpTo(
  db: Executor,
  tenantId: string,
  actor: Actor,
  kind: string,
): Promise<(amount: Decimal, currency: string) => boolean> {
  const limits = await limitsOf(db, tenantId, kind);
  return (amount, currency) => covers(limits, actor.roles ?? [], amount, currency);
}

export function limitsOf(db: Executor, tenantId: string, kind: string): Promise<Limit[]> {
  return db.rows<Limit>(
    sql`select role, currency, amount from approval_limit where tenant_id = ${tenantId} and kind = ${kind}`,
  );
}

/** Whoever holds the credentials: several tokens and keys of one person are one person. */
export function personOf(actor: Actor): string {
  return actor.person ?? actor.subject;
}
