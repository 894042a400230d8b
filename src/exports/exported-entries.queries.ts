import type { Executor } from "../platform/database/database.js";
import { jsonRows } from "../platform/database/json-rows.js";
import { sql } from "../platform/database/sql.js";
import { encodeId } from "../platform/graphql/ids.js";
import type { ExportedAccount, ExportedBatch, ExportedEntry } from "./exported-entry.js";
import type { BatchContent } from "./journal-text.js";

/** What is in a batch beside its entries; undefined when there is no such batch. */
export async function readBatchContent(
  db: Executor,
  tenantId: string,
  exportId: string,
): Promise<BatchContent | undefined> {
  const [batch] = await db.rows<ExportedBatch>(sql`
    select id, number, functional_currency as "functionalCurrency" from journal_export
    where tenant_id = ${tenantId} and id = ${exportId}`);
  if (!batch) return undefined;
  // Only accounts that the batch posts to: those that are added later must not change it.
  const accounts = await db.rows<ExportedAccount>(sql`
    select a.code, a.name, a.kind,
           coalesce(array_agg(distinct l.currency::text order by l.currency::text) filter (
             where l.amount = 0 or l.amount * l.functional_amount < 0
                or l.currency = ${batch.functionalCurrency} and l.amount <> l.functional_amount), '{}') as "differencesIn"
    from journal_export_entry x
    join journal_line l on l.tenant_id = x.tenant_id and l.entry_id = x.entry_id
    join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
    where x.tenant_id = ${tenantId} and x.export_id = ${exportId}
    group by a.code, a.name, a.kind order by a.code`);
  const totals = await db.rows<{ currency: string }>(sql`
    select currency from journal_export_total
    where tenant_id = ${tenantId} and export_id = ${exportId} order by currency`);
  return {
    batch: { ...batch, id: encodeId("jex", batch.id) },
    accounts,
    currencies: totals.map(({ currency }) => currency),
  };
}

/** Entries of a batch in its order, after an ordinal (0 for the first), at most `limit`. */
export async function readExportedEntries(
  db: Executor,
  tenantId: string,
  exportId: string,
  after: number,
  limit: number,
): Promise<ExportedEntry[]> {
  const entries = await jsonRows<ExportedEntry>(
    db,
    sql`
    select x.ordinal, x.lines_before as "linesBefore", e.id, e.reverses_id as "reversesId",
           e.effective_date as "effectiveDate", e.kind, e.description, e.actor,
           to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt",
           (select json_agg(json_build_object(
                     'lineNo', l.line_no, 'accountCode', a.code, 'accountName', a.name, 'accountKind', a.kind,
                     'currency', l.currency, 'amount', l.amount::text, 'functionalAmount', l.functional_amount::text,
                     'customerNumber', c.number, 'customerName', c.name) order by l.line_no)
              from journal_line l
              join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
              left join journal_export_customer c
                on c.tenant_id = l.tenant_id and c.export_id = x.export_id and c.customer_id = l.customer_id
             where l.tenant_id = x.tenant_id and l.entry_id = x.entry_id) as lines
    from journal_export_entry x
    join journal_entry e on e.tenant_id = x.tenant_id and e.id = x.entry_id
    where x.tenant_id = ${tenantId} and x.export_id = ${exportId} and x.ordinal > ${after}::integer
    order by x.ordinal limit ${limit}::integer`,
  );
  return entries.map((entry) => ({
    ...entry,
    id: encodeId("jre", entry.id),
    reversesId: entry.reversesId && encodeId("jre", entry.reversesId),
  }));
}
