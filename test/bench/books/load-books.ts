import type pg from "pg";
import type { BusinessDate } from "../../../src/platform/business-date.js";
import type { Tenant } from "../../../src/platform/database/tenancy.js";
import { createTenant } from "../../../src/setup/create-tenant.js";
import type { EmptyDatabase } from "../dataset.js";

export interface BooksToLoad {
  readonly slug: string;
  readonly invoices: number;
  /** The first day of the month that everything is dated in. */
  readonly month: BusinessDate;
  /** Cents that are left open of every invoice. */
  readonly cents: number;
}

/** What each invoice makes: it is posted, its receipt is, and the application moves both. */
export const MOVEMENTS_EACH = 4;

/**
 * A tenant whose invoices of 100 US dollars are each paid by a receipt of their own, all in one month. Written by set
 * and without triggers, which the database's owner alone may do: a million rows in a minute. `verify` holds its result
 * against every invariant as it does any other books.
 */
export async function loadBooks({ owner, application }: EmptyDatabase, books: BooksToLoad): Promise<Tenant> {
  const tenant = await createTenant(owner, application.orm, {
    slug: books.slug,
    name: books.slug,
    functionalCurrency: "USD",
    timeZone: "America/New_York",
  });
  const client = await owner.pool.connect();
  try {
    await client.query("begin");
    await client.query(
      "select set_config('app.tenant_id', $1, true), set_config('session_replication_role', 'replica', true)",
      [tenant.id],
    );
    await plan(client, tenant.id, books);
    for (const statement of STATEMENTS) await client.query(statement.replaceAll("$tenant", `'${tenant.id}'`));
    await client.query("commit");
  } finally {
    client.release();
  }
  await owner.pool.query("vacuum (analyze)");
  return tenant;
}

/** One row for each invoice, with the ids of all that it makes. */
async function plan(
  client: pg.ClientBase,
  tenantId: string,
  { invoices, month, cents }: BooksToLoad,
): Promise<void> {
  await client.query(
    `insert into customer (tenant_id, id, number, name, currency)
     select $1, new_id(), 'C' || lpad(n::text, 6, '0'), 'Customer ' || n, 'USD'
     from generate_series(1, greatest(1, $2::integer / 50)) n`,
    [tenantId, invoices],
  );
  await client.query("insert into period (tenant_id, starts_on) values ($1, $2)", [tenantId, month]);
  await client.query(
    `create temp table planned on commit drop as
     select n, c.id as customer_id, 100.00 as total, 100.00 - $3::numeric / 100 as paid,
            $4::date + (n % 14)::integer as invoiced_on, $4::date + (n % 14 + 14)::integer as paid_on,
            new_id() as invoice_id, new_id() as invoice_item, new_id() as invoice_entry,
            new_id() as receipt_id, new_id() as receipt_item, new_id() as receipt_entry, new_id() as application_entry,
            'L-' || n as invoice_number, 'LR-' || n as receipt_number
     from generate_series(1, $2::integer) n
     join (select id, row_number() over (order by number) as place from customer where tenant_id = $1) c
       on c.place = 1 + n % greatest(1, $2::integer / 50)`,
    [tenantId, invoices, cents, month],
  );
  await client.query(
    `create temp table chart on commit drop as select role, id from account where tenant_id = '${tenantId}'`,
  );
}

const account = (role: string): string => `(select id from chart where role = '${role}')`;

const STATEMENTS: readonly string[] = [
  `insert into journal_entry (tenant_id, id, effective_date, kind, description, document_id, actor)
   select $tenant, e.id, e.on_date, e.kind, e.description, e.document_id, 'system:bench' from planned p
   cross join lateral (values
     (p.invoice_entry, p.invoiced_on, 'INVOICE', 'Invoice ' || p.invoice_number, p.invoice_id),
     (p.receipt_entry, p.paid_on, 'RECEIPT', 'Receipt ' || p.receipt_number, p.receipt_id),
     (p.application_entry, p.paid_on, 'APPLICATION', p.receipt_number || ' applied to ' || p.invoice_number, p.invoice_id)
   ) e(id, on_date, kind, description, document_id)`,
  `insert into journal_line (tenant_id, entry_id, line_no, account_id, currency, amount, functional_amount, customer_id, item_id)
   select $tenant, l.entry_id, l.line_no, l.account_id, 'USD', l.amount, l.amount, p.customer_id, l.item_id from planned p
   cross join lateral (values
     (p.invoice_entry, 1, ${account("AR_CONTROL")}, p.total, p.invoice_item),
     (p.invoice_entry, 2, ${account("REVENUE")}, -p.total, null),
     (p.receipt_entry, 1, ${account("CASH_CLEARING")}, p.paid, null),
     (p.receipt_entry, 2, ${account("UNAPPLIED_CASH")}, -p.paid, p.receipt_item),
     (p.application_entry, 1, ${account("UNAPPLIED_CASH")}, p.paid, p.receipt_item),
     (p.application_entry, 2, ${account("AR_CONTROL")}, -p.paid, p.invoice_item)
   ) l(entry_id, line_no, account_id, amount, item_id)`,
  `insert into invoice (tenant_id, id, number, status, customer_id, document_date, due_date, currency, terms_id, net_total,
                        tax_total, total, booking_rate, issue_entry_id)
   select $tenant, p.invoice_id, p.invoice_number, 'ISSUED', p.customer_id, p.invoiced_on, p.invoiced_on, 'USD',
          (select id from payment_terms where tenant_id = $tenant and code = 'DUE'), p.total, 0, p.total, 1, p.invoice_entry
   from planned p`,
  `insert into invoice_line (tenant_id, id, invoice_id, line_no, product, quantity, unit_price, net, tax, gross)
   select $tenant, new_id(), p.invoice_id, 1, 'P', 1, p.total, p.total, 0, p.total from planned p`,
  `insert into receipt (tenant_id, id, number, customer_id, amount, currency, received_on, method, rate, entry_id)
   select $tenant, p.receipt_id, p.receipt_number, p.customer_id, p.paid, 'USD', p.paid_on, 'BANK_TRANSFER', 1, p.receipt_entry
   from planned p`,
  `insert into open_item (tenant_id, id, kind, customer_id, account_id, document_number, document_date, due_date, currency,
                          original_amount, functional_original, open_amount, functional_open, last_moved_on, invoice_id,
                          instalment_no, receipt_id)
   select $tenant, i.id, i.kind, p.customer_id, i.account_id, i.number, i.on_date, i.on_date, 'USD', i.original, i.original,
          i.open, i.open, p.paid_on, i.invoice_id, i.instalment_no, i.receipt_id from planned p
   cross join lateral (values
     (p.invoice_item, 'INVOICE', ${account("AR_CONTROL")}, p.invoice_number, p.invoiced_on, p.total, p.total - p.paid, p.invoice_id, 1, null),
     (p.receipt_item, 'RECEIPT', ${account("UNAPPLIED_CASH")}, p.receipt_number, p.paid_on, -p.paid, 0, null, null, p.receipt_id)
   ) i(id, kind, account_id, number, on_date, original, open, invoice_id, instalment_no, receipt_id)`,
  `insert into movement (tenant_id, id, item_id, customer_id, account_id, currency, amount, functional_amount, effective_date,
                         kind, entry_id)
   select $tenant, new_id(), m.item_id, p.customer_id, m.account_id, 'USD', m.amount, m.amount, m.on_date, m.kind, m.entry_id
   from planned p
   cross join lateral (values
     (p.invoice_item, ${account("AR_CONTROL")}, p.total, p.invoiced_on, 'POSTING', p.invoice_entry),
     (p.receipt_item, ${account("UNAPPLIED_CASH")}, -p.paid, p.paid_on, 'POSTING', p.receipt_entry),
     (p.receipt_item, ${account("UNAPPLIED_CASH")}, p.paid, p.paid_on, 'APPLICATION', p.application_entry),
     (p.invoice_item, ${account("AR_CONTROL")}, -p.paid, p.paid_on, 'APPLICATION', p.application_entry)
   ) m(item_id, account_id, amount, on_date, kind, entry_id)`,
  `insert into application (tenant_id, id, credit_item_id, debit_item_id, customer_id, currency, amount, effective_date, entry_id)
   select $tenant, new_id(), p.receipt_item, p.invoice_item, p.customer_id, 'USD', p.paid, p.paid_on, p.application_entry
   from planned p`,
];
