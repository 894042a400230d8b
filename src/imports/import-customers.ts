import { v7 as uuidv7 } from "uuid";
import { lockParents } from "../customers/index.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import type { ImportedCustomer } from "./customer-rows.rules.js";
import { refusedTerms, termsOfCodes, type UnknownTerms } from "./import-terms.js";
import { daysInCode } from "./imported-terms.rules.js";
import { parentCircles } from "./parent-circles.rules.js";
import type { ChunkResult, RefusedRow } from "./refused-row.js";

export interface CustomerChunk {
  readonly runId: string;
  readonly rows: readonly ImportedCustomer[];
  /** Rejects when not given. */
  readonly unknownTerms?: UnknownTerms;
}

/**
 * Takes in a chunk of customers in one transaction, set-based. A customer that exists with the same content is
 * passed over; one that differs is brought to what the file says. Parents may come in any order: a parent that is
 * not known yet is refused for the row, which can then be imported again. Rows that would put a customer above itself are
 * refused as a whole.
 */
export const importCustomerChunk: Command<CustomerChunk, ChunkResult> = {
  name: "importCustomers",
  scope: "imports:write",
  auditedInput: ({ runId, rows }) => ({ runId, rows: rows.length }),
  async run(context, { rows, unknownTerms = "reject" }) {
    const { tx, tenant } = context;
    const hashes = await tx.rows<{ number: string; hash: string | null }>(sql`
      select number, import_hash as hash from customer
      where tenant_id = ${tenant.id} and number = any(${rows.map((r) => r.number)})`);
    const known = new Map(hashes.map((h) => [h.number, h.hash]));
    const fresh = rows.filter((row) => known.get(row.number) !== row.contentHash);
    const duplicates = rows.length - fresh.length;
    const place = new Map(rows.map((row, index) => [row.number, index]));
    const refused = await refusedRows(context, fresh, unknownTerms);
    const taken = fresh.filter((row) => !refused.has(row.number));
    const orphans = taken.length === 0 ? new Map<string, Reason>() : await takeIn(context, taken);
    const told = [...refused, ...orphans].map(([number, reason]) => ({
      index: place.get(number) ?? 0,
      ...reason,
    }));
    return { imported: taken.length - orphans.size, duplicates, refused: told };
  },
};

/** Why a row is not taken in, or not as it says. */
type Reason = Omit<RefusedRow, "index">;

async function takeIn(
  context: CommandContext,
  rows: readonly ImportedCustomer[],
): Promise<Map<string, Reason>> {
  const codes = [...new Set(rows.flatMap((row) => row.termsCode ?? []))];
  // A code that does not say its days falls due at once until it is changed.
  await termsOfCodes(context, codes, (code) => daysInCode(code) ?? 0);
  await upsert(context, rows);
  await setContacts(context, rows);
  return setParents(context, rows);
}

/** By number, the rows of which nothing is taken in. */
async function refusedRows(
  context: CommandContext,
  rows: readonly ImportedCustomer[],
  unknownTerms: UnknownTerms,
): Promise<Map<string, Reason>> {
  const refused = new Map<string, Reason>();
  const codes = unknownTerms === "reject" ? rows.map((row) => row.termsCode) : [];
  const terms = await refusedTerms(context, codes);
  for (const { number, termsCode } of rows) {
    const reason = terms.get(termsCode ?? "");
    if (reason !== undefined) refused.set(number, { reason, code: "UNKNOWN_TERMS", field: "termsCode" });
  }
  const left = rows.filter((row) => !refused.has(row.number));
  const wanted = new Map(left.flatMap(({ number, parentNumber: p }) => (p === null ? [] : [[number, p]])));
  if (wanted.size === 0) return refused;
  await lockParents(context);
  const numbers = new Set(left.map((row) => row.number));
  const known = await knownParents(context, [...new Set([...wanted.keys(), ...wanted.values()])]);
  for (const [number, way] of parentCircles(numbers, wanted, known)) {
    const reason = `Customer ${number} would be above itself (${wayInWords(way)}): correct the parent in one of these rows.`;
    refused.set(number, { reason, code: "PARENT_CIRCLE", field: "parentNumber" });
  }
  return refused;
}

const WAY_SHOWN = 6;

function wayInWords(way: readonly string[]): string {
  const shown = way.length > WAY_SHOWN ? [...way.slice(0, WAY_SHOWN - 2), "…", ...way.slice(-1)] : way;
  return shown.join(" under ");
}

/** The customers of these numbers and all above them, with their parents. */
async function knownParents(
  { tx, tenant }: CommandContext,
  numbers: readonly string[],
): Promise<Map<string, string | null>> {
  const found = await tx.rows<{ number: string; parent: string | null }>(sql`
    with recursive above as (
      select id, number, parent_id from customer where tenant_id = ${tenant.id} and number = any(${numbers})
      union
      select c.id, c.number, c.parent_id from above a join customer c on c.tenant_id = ${tenant.id} and c.id = a.parent_id)
    select a.number, p.number as parent
    from above a left join customer p on p.tenant_id = ${tenant.id} and p.id = a.parent_id`);
  return new Map(found.map(({ number, parent }) => [number, parent]));
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
): Promise<Map<string, Reason>> {
  const children = rows.flatMap(({ number, parentNumber }) =>
    parentNumber ? [{ number, parent: parentNumber }] : [],
  );
  if (children.length === 0) return new Map();
  const set = await tx.rows<{ number: string }>(sql`
    update customer c set parent_id = p.id
    from jsonb_to_recordset(${JSON.stringify(children)}::jsonb) as k(number text, parent text)
    join customer p on p.tenant_id = ${tenant.id} and p.number = k.parent
    where c.tenant_id = ${tenant.id} and c.number = k.number and p.id <> c.id returning c.number`);
  const done = new Set(set.map((s) => s.number));
  const orphans = children.filter((child) => !done.has(child.number));
  if (orphans.length === 0) return new Map();
  // Without its parent the row is not done: its hash is forgotten, so that importing it again tries again.
  await tx.rows(sql`
    update customer set import_hash = null where tenant_id = ${tenant.id} and number = any(${orphans.map((o) => o.number)})`);
  return new Map(
    orphans.map(({ number, parent }) => {
      const reason = `Customer ${number} was taken in without its parent ${parent}, which does not exist yet: import this row again after it.`;
      return [number, { reason, field: "parentNumber" }];
    }),
  );
}
