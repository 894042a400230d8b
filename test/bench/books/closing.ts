import type { BusinessDate } from "../../../src/platform/business-date.js";
import { endOfMonth } from "../../../src/platform/business-date.js";
import type { Work } from "./work.js";

/** Closes the month for good: its checklist is worked out and must have nothing open. */
export function closing(month: BusinessDate): Work {
  return {
    name: "close",
    title: "close of a month",
    rows: "movements",
    mutation: {
      query: "mutation ($input: PeriodCloseInput!) { periodClose(input: $input) { userErrors { message } } }",
      input: { startsOn: month, status: "CLOSED" },
    },
    async byHand(client, tenant) {
      for (const check of CHECKS) {
        const text = check
          .replaceAll("$tenant", `'${tenant.id}'::uuid`)
          .replaceAll("$month", `'${month}'::date`);
        const { rows } = await client.query<{ open: string }>(
          text.replaceAll("$end", `'${endOfMonth(month)}'::date`),
        );
        if (Number(rows[0]?.open) !== 0) throw new Error(`something is open by ${check}`);
      }
      await client.query(
        "update period set status = 'CLOSED', version = version + 1 where tenant_id = $1 and starts_on = $2",
        [tenant.id, month],
      );
    },
    async found(client, tenant) {
      const { rows } = await client.query<{ status: string }>(
        "select status from period where tenant_id = $1",
        [tenant.id],
      );
      return rows.map((row) => row.status).join();
    },
  };
}

/** Each counts what stands in the way of closing, in one statement; a month without foreign currency and bank files. */
const CHECKS: readonly string[] = [
  "select count(*) as open from period where tenant_id = $tenant and starts_on < $month and status <> 'CLOSED'",
  `select count(*) as open from invoice
   where tenant_id = $tenant and status = 'DRAFT' and document_date between $month and $end`,
  `select count(*) as open from approval_request
   where tenant_id = $tenant and status = 'PENDING' and (requested_at at time zone 'America/New_York')::date <= $end`,
  `select count(*) as open from bank_entry where tenant_id = $tenant and outcome in ('QUARANTINED', 'PENDING')
   and booking_date between $month and $end`,
  `select count(*) as open from (
     select m.item_id from movement m join account a on a.tenant_id = m.tenant_id and a.id = m.account_id
     where m.tenant_id = $tenant and a.role in ('UNAPPLIED_CASH', 'UNIDENTIFIED_CASH') and m.effective_date <= $end
     group by m.item_id having sum(m.amount) <> 0) u`,
  `select count(*) as open from movement m join open_item i on i.tenant_id = m.tenant_id and i.id = m.item_id
   where m.tenant_id = $tenant and m.kind = 'POSTING' and m.effective_date between $month and $end
     and date_trunc('month', i.document_date) <> $month`,
  `select count(*) as open from (
     select account_id, currency, sum(amount) as amount, sum(functional_amount) as functional from (
       select account_id, currency, amount, functional_amount from movement where tenant_id = $tenant and effective_date <= $end
       union all
       select l.account_id, l.currency, -l.amount, -l.functional_amount
       from journal_line l join journal_entry e on e.tenant_id = l.tenant_id and e.id = l.entry_id
       join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
       where l.tenant_id = $tenant and a.is_control and e.effective_date <= $end) both_sides
     group by account_id, currency having sum(amount) <> 0 or sum(functional_amount) <> 0) d`,
  `select count(*) as open from (
     select i.currency from movement m join open_item i on i.tenant_id = m.tenant_id and i.id = m.item_id
     where m.tenant_id = $tenant and i.currency <> 'USD' and m.effective_date <= $end group by i.currency having sum(m.amount) <> 0) f`,
];
