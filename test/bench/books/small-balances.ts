import type pg from "pg";
import type { BusinessDate } from "../../../src/platform/business-date.js";
import type { Work } from "./work.js";

/** Writes off what is left of every invoice: by the program, and by what one would write by hand for exactly that. */
export function smallBalances(asOf: BusinessDate): Work {
  return {
    name: "small-balances",
    title: "small-balance run",
    rows: "items",
    mutation: {
      query: `mutation ($input: SmallBalanceWriteOffRunInput!) {
        smallBalanceWriteOffRun(input: $input) { userErrors { message } }
      }`,
      input: { tolerances: [{ currency: "USD", amount: "1" }], asOf },
    },
    async byHand(client, tenant) {
      for (const statement of BY_HAND) {
        await client.query(
          statement.replaceAll("$tenant", `'${tenant.id}'::uuid`).replaceAll("$as_of", `'${asOf}'::date`),
        );
      }
    },
    found: async (client, tenant) => found(client, tenant.id),
  };
}

/** How many items were written off, how much, and what is still open: equal for both. */
async function found(client: pg.ClientBase, tenantId: string): Promise<string> {
  const { rows } = await client.query<{ found: string }>(
    `select concat_ws(' ', (select count(*) from write_off where tenant_id = $1), (select sum(amount) from write_off where tenant_id = $1),
                      (select count(*) from open_item where tenant_id = $1 and is_open)) as found`,
    [tenantId],
  );
  return rows[0]?.found ?? "";
}

const BY_HAND: readonly string[] = [
  `create temp table picked on commit drop as
   select i.id, i.customer_id, i.account_id, i.currency, i.document_number, i.open_amount, i.functional_open,
          new_id() as write_off_id, new_id() as entry_id, 'WO-' || lpad(row_number() over (order by i.id)::text, 6, '0') as number
   from (select * from open_item where tenant_id = $tenant and is_open and abs(open_amount) <= 1 order by id for update) i`,
  `insert into small_balance_run (tenant_id, id, as_of, tolerances, totals)
   select $tenant, '00000000-0000-7000-8000-000000000001', $as_of, '[]', jsonb_build_object('items', count(*), 'sum', sum(open_amount))
   from picked`,
  `insert into number_sequence (tenant_id, kind, prefix, next_value) select $tenant, 'WRITE_OFF', 'WO-', 1 + count(*) from picked`,
  `insert into journal_entry (tenant_id, id, effective_date, kind, description, document_id, actor)
   select $tenant, entry_id, $as_of, 'WRITE_OFF', 'Write-off ' || number || ' of ' || document_number, write_off_id, 'bench' from picked`,
  `insert into journal_line (tenant_id, entry_id, line_no, account_id, currency, amount, functional_amount, customer_id, item_id)
   select $tenant, entry_id, 1, account_id, currency, -open_amount, -functional_open, customer_id, id from picked
   union all
   select $tenant, entry_id, 2, (select id from account where tenant_id = $tenant and role = 'SMALL_BALANCE_WRITE_OFF'), currency,
          open_amount, functional_open, customer_id, null from picked`,
  `insert into movement (tenant_id, id, item_id, customer_id, account_id, currency, amount, functional_amount, effective_date, kind, entry_id)
   select $tenant, new_id(), id, customer_id, account_id, currency, -open_amount, -functional_open, $as_of, 'WRITE_OFF', entry_id from picked`,
  `insert into write_off (tenant_id, id, number, customer_id, item_id, currency, amount, method, reason_code, effective_date, entry_id, run_id)
   select $tenant, write_off_id, number, customer_id, id, currency, abs(open_amount), 'SMALL_BALANCE', 'SMALL_BALANCE', $as_of, entry_id,
          '00000000-0000-7000-8000-000000000001' from picked`,
];
