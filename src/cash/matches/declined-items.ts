import type { CommandContext } from "../../platform/commands/command.js";
import { sql } from "../../platform/database/sql.js";

/** The items of which a person has said that a receipt does not pay them, by unapplying or by rejecting; by receipt. */
export async function declinedItems(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  receiptIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await tx.rows<{ receiptId: string; itemIds: string[] }>(sql`
    select declined."receiptId", array_agg(distinct declined."itemId") as "itemIds" from (
      select c.receipt_id as "receiptId", a.debit_item_id as "itemId"
      from unnest(${receiptIds}::uuid[]) as asked(id)
      join open_item c on c.tenant_id = ${tenant.id} and c.receipt_id = asked.id
      join application a on a.tenant_id = c.tenant_id and a.credit_item_id = c.id
      join application_reversal x on x.tenant_id = a.tenant_id and x.application_id = a.id
      union all
      select m.receipt_id, p.item_id
      from unnest(${receiptIds}::uuid[]) as asked(id)
      join receipt_match m on m.tenant_id = ${tenant.id} and m.receipt_id = asked.id and m.status = 'REJECTED'
      join match_part p on p.tenant_id = m.tenant_id and p.match_id = m.id and p.decision = 'PROPOSED') declined
    group by declined."receiptId"`);
  return new Map(rows.map(({ receiptId, itemIds }) => [receiptId, new Set(itemIds)]));
}
