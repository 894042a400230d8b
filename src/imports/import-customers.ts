import { v7 as uuidv7 } from "uuid";
import { insertTerms } from "../customers/index.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import type { ImportedCustomer } from "./customer-rows.rules.js";
import type { ChunkResult } from "./import-invoices.js";

export interface CustomerChunk {
  readonly runId: string;
  readonly rows: readonly ImportedCustomer[];
}

/**
 * Takes in a chunk of customers in one transaction, set-based. A customer that exists with the same content is
 * passed over; one that differs is brought to what the file says. Parents may come in any order: a parent that is
 * not known yet is refused for the row, which can then be imported again.
 */
export const importCustomerChunk: Command<CustomerChunk, ChunkResult> = {
  name: "importCustomers",
  scope: "imports:write",
  auditedInput: ({ runId, rows }) => ({ runId, rows: rows.length }),
  async run(context, { rows }) {
    const { tx, tenant } = context;
    const hashes = await tx.rows<{ number: string; hash: string | null }>(sql`
      select number, import_hash as hash from customer
      where tenant_id = ${tenant.id} and number = any(${rows.map((r) => r.number)})`);
    const known = new Map(hashes.map((h) => [h.number, h.hash]));
    const fresh = rows.filter((row) => known.get(row.number) !== row.contentHash);
    if (fresh.length === 0) return { imported: 0, duplicates: rows.length, refused: [] };
    await makeTerms(context, fresh);
    await upsert(context, fresh);
    await setContacts(context, fresh);
    const refused = await setParents(context, rows, fresh);
    return { imported: fresh.length - refused.length, duplicates: rows.length - fresh.length, refused };
  },
};

/** Codes that do not exist yet: "NET45" and "45" say their days, other codes fall due at once until they are changed. */
async function makeTerms(context: CommandContext, rows: readonly ImportedCustomer[]): Promise<void> {
  const { tx, tenant } = context;
  const codes = [...new Set(rows.flatMap((row) => row.termsCode ?? []))];
  const found = await tx.rows<{ code: string }>(
    sql`select code from payment_terms where tenant_id = ${tenant.id} and code = any(${codes})`,
  );
  const existing = new Set(found.map((f) => f.code));
  const missing = codes.filter((code) => !existing.has(code));
  if (missing.length === 0) return;
  const terms = missing.map((code) => {
    const netDays = Number(/^(?:NET)?\s*(\d{1,3})$/i.exec(code)?.[1] ?? 0);
    const instalments = [{ percent: "100", netDays }];
    return {
      id: uuidv7(),
      code,
      name: `${code}, net ${netDays} (from an import)`,
      discountPercent: null,
      discountDays: null,
      instalments,
    };
  });
  await insertTerms(context, terms);
}

async function upsert({ tx, tenant }: CommandContext, rows: readonly ImportedCustomer[]): Promise<void> {
  const json = JSON.stringify(rows.map((row) => ({ id: uuidv7(), ...row })));
  await tx.rows(sql`
    insert into customer (tenant_id, id, number, name, currency, terms_id, region, sales_representative, collector, risk_class,
      credit_limit, tax_ids, bill_to_line1, bill_to_line2, bill_to_city, bill_to_postal_code, bill_to_state, bill_to_country,
      import_hash)
    select ${tenant.id}, c.id, c.number, c.name, c.currency, t.id, c.region, c."salesRepresentative", c.collector, c."riskClass",
      c."creditLimit", array(select jsonb_array_elements_text(c."taxIds")), c."billTo" ->> 'line1', c."billTo" ->> 'line2',
      c."billTo" ->> 'city', c."billTo" ->> 'postalCode', c."billTo" ->> 'region', c."billTo" ->> 'country', c."contentHash"
    from jsonb_to_recordset(${json}::jsonb)
      as c(id uuid, number text, name text, currency text, "termsCode" text, region text, "salesRepresentative" text,
           collector text, "riskClass" text, "creditLimit" numeric, "taxIds" jsonb, "billTo" jsonb, "contentHash" text)
    left join payment_terms t on t.tenant_id = ${tenant.id} and t.code = c."termsCode"
    order by c.number
    on conflict (tenant_id, number) do update set
      name = excluded.name, terms_id = excluded.terms_id, region = excluded.region,
      sales_representative = excluded.sales_representative, collector = excluded.collector, risk_class = excluded.risk_class,
      credit_limit = excluded.credit_limit, tax_ids = excluded.tax_ids, bill_to_line1 = excluded.bill_to_line1,
      bill_to_line2 = excluded.bill_to_line2, bill_to_city = excluded.bill_to_city,
      bill_to_postal_code = excluded.bill_to_postal_code, bill_to_state = excluded.bill_to_state,
      bill_to_country = excluded.bill_to_country, import_hash = excluded.import_hash,
      version = customer.version + 1, updated_at = now()`);
}

/** The file's one contact in place of those there are. */
async function setContacts({ tx, tenant }: CommandContext, rows: readonly ImportedCustomer[]): Promise<void> {
  const contacts = rows.flatMap(({ number, contact }) =>
    contact ? [{ id: uuidv7(), number, ...contact }] : [],
  );
  const json = JSON.stringify(contacts);
  await tx.rows(sql`
    delete from customer_contact k using customer c
    where k.tenant_id = ${tenant.id} and c.tenant_id = k.tenant_id and c.id = k.customer_id
      and c.number = any(${contacts.map((c) => c.number)})`);
  await tx.rows(sql`
    insert into customer_contact (tenant_id, id, customer_id, name, email, phone)
    select ${tenant.id}, k.id, c.id, coalesce(k.name, k.email, k.phone), k.email, k.phone
    from jsonb_to_recordset(${json}::jsonb) as k(id uuid, number text, name text, email text, phone text)
    join customer c on c.tenant_id = ${tenant.id} and c.number = k.number
    where coalesce(k.name, k.email, k.phone) is not null`);
}

async function setParents(
  { tx, tenant }: CommandContext,
  rows: readonly ImportedCustomer[],
  fresh: readonly ImportedCustomer[],
): Promise<{ index: number; reason: string }[]> {
  const children = fresh.flatMap(({ number, parentNumber }) =>
    parentNumber ? [{ number, parent: parentNumber }] : [],
  );
  const set = await tx.rows<{ number: string }>(sql`
    update customer c set parent_id = p.id
    from jsonb_to_recordset(${JSON.stringify(children)}::jsonb) as k(number text, parent text)
    join customer p on p.tenant_id = ${tenant.id} and p.number = k.parent
    where c.tenant_id = ${tenant.id} and c.number = k.number and p.id <> c.id returning c.number`);
  const done = new Set(set.map((s) => s.number));
  const orphans = children.filter((child) => !done.has(child.number));
  if (orphans.length === 0) return [];
  // Without its parent the row is not done: its hash is forgotten, so that importing it again tries again.
  await tx.rows(sql`
    update customer set import_hash = null where tenant_id = ${tenant.id} and number = any(${orphans.map((o) => o.number)})`);
  return orphans.map(({ number, parent }) => ({
    index: rows.findIndex((row) => row.number === number),
    reason: `Customer ${number} was taken in without its parent ${parent}, which does not exist yet: import this row again after it.`,
  }));
}
