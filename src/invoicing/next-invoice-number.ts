import type { CommandContext } from "../platform/commands/command.js";
import { documentNumber, takeNumbers } from "../platform/commands/document-numbers.js";
import { sql } from "../platform/database/sql.js";

/** The next number of the tenant's sequence. Those that imported invoices have already are passed over: no number is there twice. */
export async function nextInvoiceNumber(
  context: CommandContext,
): Promise<{ readonly number: string; readonly sequenceNo: string }> {
  const { tx, tenant } = context;
  const { prefix, first } = await takeNumbers(context, "INVOICE", 1);
  const number = documentNumber(prefix, first);
  const taken = await tx.rows(
    sql`select id from invoice where tenant_id = ${tenant.id} and number = ${number}`,
  );
  if (taken.length === 0) return { number, sequenceNo: first.toString() };
  const [row] = await tx.rows<{ free: string }>(sql`
    with taken as (
      select substr(number, length(${prefix}) + 1)::bigint as value from invoice
      where tenant_id = ${tenant.id} and left(number, length(${prefix})) = ${prefix}
        and substr(number, length(${prefix}) + 1) ~ '^(0\\d{5}|[1-9]\\d{5,14})$')
    select min(t.value) + 1 as free from taken t
    where t.value >= ${first}::bigint and not exists (select from taken n where n.value = t.value + 1)`);
  const free = BigInt(row?.free ?? 0);
  await takeNumbers(context, "INVOICE", Number(free - first));
  return { number: documentNumber(prefix, free), sequenceNo: free.toString() };
}
