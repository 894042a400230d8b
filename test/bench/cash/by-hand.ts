import { writeFile } from "node:fs/promises";
import path from "node:path";
import { v7 as uuidv7 } from "uuid";
import type { Tenant } from "../../../src/platform/database/tenancy.js";
import type { EmptyDatabase } from "../dataset.js";
import { BOOKED_ON, type StatementEntry } from "./statement.js";

/**
 * The same rows by hand: COPY into a table without keys, one join on the exact number and amount, and set-based INSERTs
 * of entries, receipts, remittances and applications with what they post, in one transaction under the program's own
 * role with every trigger and policy. Returns the seconds that it takes.
 */
export async function loadByHand(
  { owner, dataDir }: EmptyDatabase,
  tenant: Tenant,
  run: string,
  entries: readonly StatementEntry[],
): Promise<number> {
  const file = path.join(dataDir, `${run}.csv`);
  const rows = entries.map((e) => [e.reference, e.amount, e.payerName, e.payerAccount, e.text].join("\t"));
  await writeFile(file, `${rows.join("\n")}\n`, { mode: 0o644 });
  const batch = uuidv7();
  const client = await owner.pool.connect();
  try {
    const started = performance.now();
    await client.query("begin");
    await client.query(
      `create temp table staged (reference text, amount numeric, payer_name text, payer_account text, advice text) on commit drop`,
    );
    // The server reads the file, which its superuser alone may have it do.
    await client.query(`copy staged from '${file}'`);
    await client.query("grant select on staged to receivables_app");
    await client.query("set local role receivables_app; set local work_mem = '32MB'");
    await client.query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
    for (const statement of STATEMENTS) {
      const own = statement.replaceAll("$tenant", `'${tenant.id}'::uuid`).replaceAll("$batch", `'${batch}'`);
      await client.query(own);
    }
    await client.query("commit");
    return (performance.now() - started) / 1_000;
  } finally {
    client.release();
  }
}

const account = (role: string): string =>
  `(select id from account where tenant_id = $tenant and role = '${role}')`;

const STATEMENTS: readonly string[] = [
  `create temp table planned on commit drop as
   select s.*, i.id as invoice_item, i.invoice_id, coalesce(i.customer_id, a.customer_id) as customer_id, new_id() as bank_entry_id,
          new_id() as receipt_id, new_id() as receipt_item, new_id() as receipt_entry, new_id() as application_entry,
          row_number() over (order by s.reference) as n
   from staged s
   left join open_item i on i.tenant_id = $tenant and i.document_number = split_part(s.advice, ' ', 2) and i.open_amount = s.amount
   left join customer_bank_account a on a.tenant_id = $tenant and a.account = s.payer_account`,
  "analyze planned",
  `insert into bank_batch (tenant_id, id, file_hash, file_name, format, entry_count, imported_by)
   select $tenant, $batch, $batch, 'by hand', 'COPY', count(*), 'bench' from planned`,
  `insert into bank_entry (tenant_id, id, batch_id, entry_no, account, reference, currency, amount, side, is_reversal,
                           booking_status, booking_date, outcome)
   select $tenant, bank_entry_id, $batch, n, 'DE02120300000000202051', reference, 'EUR', amount, 'CREDIT', false, 'BOOKED',
          date '${BOOKED_ON}', 'RECEIPT_RECORDED' from planned`,
  `insert into journal_entry (tenant_id, id, effective_date, kind, description, document_id, actor)
   select $tenant, receipt_entry, date '${BOOKED_ON}', 'RECEIPT', 'Receipt ' || reference, receipt_id, 'bench' from planned
   union all
   select $tenant, application_entry, date '${BOOKED_ON}', 'APPLICATION', reference || ' applied', invoice_id, 'bench' from planned
   where invoice_item is not null`,
  `insert into receipt (tenant_id, id, number, customer_id, amount, currency, received_on, method, rate, entry_id)
   select $tenant, receipt_id, 'R-' || reference, customer_id, amount, 'EUR', date '${BOOKED_ON}', 'BANK_TRANSFER', 1, receipt_entry
   from planned`,
  `insert into open_item (tenant_id, id, kind, customer_id, account_id, document_number, document_date, due_date, currency,
                          original_amount, functional_original, receipt_id)
   select $tenant, receipt_item, 'RECEIPT', customer_id,
          case when customer_id is null then ${account("UNIDENTIFIED_CASH")} else ${account("UNAPPLIED_CASH")} end,
          'R-' || reference, date '${BOOKED_ON}', date '${BOOKED_ON}', 'EUR', -amount, -amount, receipt_id from planned`,
  `insert into journal_line (tenant_id, entry_id, line_no, account_id, currency, amount, functional_amount, customer_id, item_id)
   select $tenant, l.entry_id, l.line_no, l.account_id, 'EUR', l.amount, l.amount, p.customer_id, l.item_id from planned p
   cross join lateral (values
     (p.receipt_entry, 1, ${account("CASH_CLEARING")}, p.amount, null),
     (p.receipt_entry, 2, case when p.customer_id is null then ${account("UNIDENTIFIED_CASH")} else ${account("UNAPPLIED_CASH")} end,
      -p.amount, p.receipt_item),
     (p.application_entry, 1, ${account("UNAPPLIED_CASH")}, p.amount, p.receipt_item),
     (p.application_entry, 2, ${account("AR_CONTROL")}, -p.amount, p.invoice_item)
   ) l(entry_id, line_no, account_id, amount, item_id)
   where l.entry_id = p.receipt_entry or p.invoice_item is not null`,
  `insert into movement (tenant_id, id, item_id, customer_id, account_id, currency, amount, functional_amount, effective_date,
                         kind, entry_id)
   select $tenant, new_id(), m.item_id, p.customer_id, m.account_id, 'EUR', m.amount, m.amount, date '${BOOKED_ON}', m.kind, m.entry_id
   from planned p
   cross join lateral (values
     (p.receipt_item, case when p.customer_id is null then ${account("UNIDENTIFIED_CASH")} else ${account("UNAPPLIED_CASH")} end,
      -p.amount, 'POSTING', p.receipt_entry),
     (p.receipt_item, ${account("UNAPPLIED_CASH")}, p.amount, 'APPLICATION', p.application_entry),
     (p.invoice_item, ${account("AR_CONTROL")}, -p.amount, 'APPLICATION', p.application_entry)
   ) m(item_id, account_id, amount, kind, entry_id)
   where m.kind = 'POSTING' or p.invoice_item is not null`,
  `insert into application (tenant_id, id, credit_item_id, debit_item_id, customer_id, currency, amount, effective_date, entry_id)
   select $tenant, new_id(), receipt_item, invoice_item, customer_id, 'EUR', amount, date '${BOOKED_ON}', application_entry
   from planned where invoice_item is not null`,
  `insert into remittance (tenant_id, id, source, bank_entry_id, receipt_id, customer_id, currency, amount, received_on, payer_name,
                           payer_account, advice, status)
   select $tenant, new_id(), 'BANK_FILE', bank_entry_id, receipt_id, customer_id, 'EUR', amount, date '${BOOKED_ON}', payer_name,
          nullif(payer_account, ''), array[advice],
          case when invoice_item is not null then 'APPLIED' when customer_id is null then 'UNIDENTIFIED' else 'UNAPPLIED' end
   from planned`,
];
