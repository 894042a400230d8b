import { sql } from "../database/sql.js";
import type { CommandContext } from "./command.js";

/** A journal entry that a dry run would post. Debits positive. */
export interface EntryPreview {
  readonly effectiveDate: string;
  readonly kind: string;
  readonly description: string;
  readonly lines: readonly {
    readonly accountCode: string;
    readonly accountName: string;
    readonly currency: string;
    readonly amount: string;
    readonly functionalAmount: string;
    /** UUID; not kept with what was asked for before it was told. */
    readonly customerId?: string | null;
  }[];
}

/** The entries that the command has posted, once the database has checked them. */
export async function previewOf(context: CommandContext): Promise<EntryPreview[]> {
  const { tx, tenant, postedEntryIds } = context;
  await tx.rows(sql`set constraints all immediate`);
  return tx.rows<EntryPreview>(sql`
    select e.effective_date as "effectiveDate", e.kind, e.description,
           jsonb_agg(jsonb_build_object(
             'accountCode', a.code, 'accountName', a.name, 'currency', l.currency,
             'amount', round(l.amount, currency_scale(l.currency))::text,
             'functionalAmount', round(l.functional_amount, currency_scale(${tenant.functionalCurrency}))::text,
             'customerId', l.customer_id)
             order by l.line_no) as lines
    from journal_entry e
    join journal_line l on l.tenant_id = e.tenant_id and l.entry_id = e.id
    join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
    join unnest(${postedEntryIds}::uuid[]) with ordinality as p(id, place) on p.id = e.id
    where e.tenant_id = ${tenant.id}
    group by e.id, e.effective_date, e.kind, e.description, p.place order by p.place`);
}
