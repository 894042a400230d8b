import type { Command } from "../platform/commands/command.js";
import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";

export interface DiscountPolicySetInput {
  /** Whether a discount takes back its share of the invoice's tax. */
  readonly reducesTax: boolean;
}

/** Sets how discounts are booked from now on; those that were given keep what they did. */
export const setDiscountPolicy: Command<DiscountPolicySetInput, DiscountPolicySetInput> = {
  name: "discountPolicySet",
  scope: "tenant:manage",
  async run({ tx, tenant }, { reducesTax }) {
    await tx.rows(sql`
      insert into discount_policy as p (tenant_id, reduces_tax) values (${tenant.id}, ${reducesTax})
      on conflict (tenant_id) do update set reduces_tax = excluded.reduces_tax, version = p.version + 1`);
    return { reducesTax };
  },
};

/** How discounts are booked; discounts given alone until somebody says otherwise. */
export async function discountPolicyOf(db: Executor, tenantId: string): Promise<DiscountPolicySetInput> {
  const [row] = await db.rows<DiscountPolicySetInput>(
    sql`select reduces_tax as "reducesTax" from discount_policy where tenant_id = ${tenantId}`,
  );
  return row ?? { reducesTax: false };
}
