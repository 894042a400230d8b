import type { Tenant } from "../../../src/platform/database/tenancy.js";
import { createTenant } from "../../../src/setup/create-tenant.js";
import type { EmptyDatabase } from "../dataset.js";

/** Each customer has so many open invoices. */
const INVOICES_EACH = 50;

export const INVOICED_IN = "2026-08-01";

/**
 * A tenant with that many open invoices and nothing paid. Amounts repeat now and then, names are of two words out of
 * sixty each, and every other customer's bank account is known. Written by set and without triggers.
 */
export async function loadOpenBooks(
  { owner, application }: EmptyDatabase,
  slug: string,
  invoices: number,
): Promise<Tenant> {
  const books = { slug, name: slug, functionalCurrency: "EUR", timeZone: "Europe/Berlin" };
  const tenant = await createTenant(owner, application.orm, books);
  const client = await owner.pool.connect();
  try {
    await client.query("begin");
    await client.query(
      "select set_config('app.tenant_id', $1, true), set_config('session_replication_role', 'replica', true)",
      [tenant.id],
    );
    for (const statement of STATEMENTS) {
      await client.query(
        statement.replaceAll("$tenant", `'${tenant.id}'`).replaceAll("$invoices", String(invoices)),
      );
    }
    await client.query("commit");
  } finally {
    client.release();
  }
  await owner.pool.query("vacuum (analyze)");
  return tenant;
}

const FIRST_WORDS =
  "Adler Amber Anker Ahorn Birken Blau Brunnen Burg Cedar Dachs Delta Distel Eichen Elster Erlen Falken Feld Fichten Forst Fuchs " +
  "Garten Gold Grau Hafen Hasel Heide Hirsch Hof Holz Insel Kanal Kiefern Kirch Klee Krone Kupfer Lachs Laub Linden Luchs " +
  "Markt Meer Mohn Mond Moor Nord Ost Otter Pappel Perlen Quell Raben Rosen Ruder Salz Sand Schloss Silber Sonnen Tannen";
const SECOND_WORDS =
  "Anlagen Apparate Bau Bedarf Beton Bleche Brot Chemie Dienste Druck Elektro Energie Etiketten Farben Fenster Filter Folien Fracht Garne Geraete " +
  "Getriebe Glas Guss Handel Hebezeuge Instrumente Kabel Kaelte Keramik Klima Kunststoffe Lacke Lager Leder Licht Maschinen Metall Mobel Motoren Papier " +
  "Pharma Pumpen Rohre Saaten Schrauben Seile Sensoren Spedition Stahl Technik Textil Tiefbau Transport Turbinen Ventile Verpackung Waagen Werkzeuge Zement Ziegel";

const wordOf = (words: string, n: string): string =>
  `(string_to_array('${words}', ' '))[1 + (${n}) % ${words.split(" ").length}]`;

const account = (role: string): string =>
  `(select id from account where tenant_id = $tenant and role = '${role}')`;

const STATEMENTS: readonly string[] = [
  `insert into period (tenant_id, starts_on) values ($tenant, '2026-08-01'), ($tenant, '2026-09-01')`,
  `insert into customer (tenant_id, id, number, name, currency)
   select $tenant, new_id(), 'K' || lpad(n::text, 6, '0'),
          concat_ws(' ', ${wordOf(FIRST_WORDS, "n")}, ${wordOf(SECOND_WORDS, "n / 60")},
                    case when n >= 3600 then 'Werk ' || n / 3600 end, case when n % 3 = 0 then 'GmbH' else 'AG' end), 'EUR'
   from generate_series(1, greatest(1, $invoices / ${INVOICES_EACH})) n`,
  `insert into customer_bank_account (tenant_id, id, customer_id, account)
   select $tenant, new_id(), id, 'DE' || lpad(ltrim(substr(number, 2), '0'), 20, '0') from customer
   where tenant_id = $tenant and right(number, 1) in ('0', '2', '4', '6', '8')`,
  `create temp table planned on commit drop as
   select n, c.id as customer_id, (50 + (n::bigint * 7919 % 400000) / 100.0)::numeric(12, 2) as total,
          date '${INVOICED_IN}' + (n % 28)::integer as invoiced_on, new_id() as invoice_id, new_id() as item_id,
          new_id() as entry_id, 'RE-' || 1000000 + n as number
   from generate_series(1, $invoices) n
   join (select id, row_number() over (order by number) as place from customer where tenant_id = $tenant) c
     on c.place = 1 + n % greatest(1, $invoices / ${INVOICES_EACH})`,
  `insert into journal_entry (tenant_id, id, effective_date, kind, description, document_id, actor)
   select $tenant, entry_id, invoiced_on, 'INVOICE', 'Invoice ' || number, invoice_id, 'system:bench' from planned`,
  `insert into journal_line (tenant_id, entry_id, line_no, account_id, currency, amount, functional_amount, customer_id, item_id)
   select $tenant, p.entry_id, l.line_no, l.account_id, 'EUR', l.amount, l.amount, p.customer_id, l.item_id from planned p
   cross join lateral (values (1, ${account("AR_CONTROL")}, p.total, p.item_id), (2, ${account("REVENUE")}, -p.total, null))
     l(line_no, account_id, amount, item_id)`,
  `insert into invoice (tenant_id, id, number, status, customer_id, document_date, due_date, currency, terms_id, net_total,
                        tax_total, total, booking_rate, issue_entry_id)
   select $tenant, invoice_id, number, 'ISSUED', customer_id, invoiced_on, invoiced_on, 'EUR',
          (select id from payment_terms where tenant_id = $tenant and code = 'DUE'), total, 0, total, 1, entry_id from planned`,
  `insert into invoice_line (tenant_id, id, invoice_id, line_no, product, quantity, unit_price, net, tax, gross)
   select $tenant, new_id(), invoice_id, 1, 'P', 1, total, total, 0, total from planned`,
  `insert into open_item (tenant_id, id, kind, customer_id, account_id, document_number, document_date, due_date, currency,
                          original_amount, functional_original, open_amount, functional_open, last_moved_on, invoice_id, instalment_no)
   select $tenant, item_id, 'INVOICE', customer_id, ${account("AR_CONTROL")}, number, invoiced_on, invoiced_on, 'EUR',
          total, total, total, total, invoiced_on, invoice_id, 1 from planned`,
  `insert into movement (tenant_id, id, item_id, customer_id, account_id, currency, amount, functional_amount, effective_date,
                         kind, entry_id)
   select $tenant, new_id(), item_id, customer_id, ${account("AR_CONTROL")}, 'EUR', total, total, invoiced_on, 'POSTING', entry_id
   from planned`,
];
