import type { CommandContext } from "../../platform/commands/command.js";
import { sql } from "../../platform/database/sql.js";
import { CustomerBook, type KnownPayer, PAYER_GROUNDS } from "../matching/customer-book.rules.js";
import type { MatchCustomer, MatchPayment } from "../matching/matching.model.js";
import { customerKeysOf, stemKeysOf } from "./candidate-keys.rules.js";

type Reads = Pick<CommandContext, "tx" | "tenant">;

/** A key that more customers have than the engine takes from one says nothing of any of them. */
const SHARED_MOST = 401;

/** So many customers a name, those that share the most with it. */
const ALIKE_MOST = 30;

/**
 * The customers that payments may be from: by number, account, alias and name, and for those that none of these leads to
 * surely, customers whose names begin alike.
 */
export async function candidateCustomers(
  reads: Reads,
  payments: readonly MatchPayment[],
): Promise<MatchCustomer[]> {
  const sure = await describe(reads, await bySureKeys(reads, payments));
  const book = new CustomerBook(sure);
  const names = payments.filter((payment) => !book.payersOf(payment).some(isSure)).map(stemKeysOf);
  const known = new Set(sure.map(({ id }) => id));
  const alike = (await byLikeNames(reads, names)).filter((id) => !known.has(id));
  return [...sure, ...(await describe(reads, alike))];
}

const SURE_GROUNDS = new Set(PAYER_GROUNDS.slice(0, PAYER_GROUNDS.indexOf("SAME") + 1));

/** Whether the payment says who paid: by number, account, alias, or the very name. */
export function isSure({ ground }: KnownPayer): boolean {
  return SURE_GROUNDS.has(ground);
}

async function bySureKeys({ tx, tenant }: Reads, payments: readonly MatchPayment[]): Promise<string[]> {
  const { accounts, aliases, keys } = customerKeysOf(payments);
  const rows = await tx.rows<{ id: string }>(sql`
    select customer_id as id from customer_bank_account where tenant_id = ${tenant.id} and account = any(${accounts})
    union
    select customer_id from payer_alias
    where tenant_id = ${tenant.id} and kind = 'ACCOUNT' and key = any(${accounts}) and removed_at is null
    union
    select customer_id from payer_alias
    where tenant_id = ${tenant.id} and kind = 'NAME' and key = any(${aliases}) and removed_at is null
    union
    select found.customer_id from unnest(${keys}::text[]) as asked(key)
    cross join lateral (
      select k.customer_id from customer_key k where k.tenant_id = ${tenant.id} and k.key = asked.key
      limit ${SHARED_MOST}::integer) found`);
  return rows.map(({ id }) => id);
}

async function byLikeNames({ tx, tenant }: Reads, names: readonly (readonly string[])[]): Promise<string[]> {
  const asked = [...new Set(names.map((keys) => JSON.stringify(keys)))].flatMap((text, name) =>
    (JSON.parse(text) as string[]).map((key) => ({ name, key })),
  );
  if (asked.length === 0) return [];
  const rows = await tx.rows<{ id: string }>(sql`
    select distinct ranked.customer_id as id
    from (select a.name, found.customer_id,
                 row_number() over (partition by a.name order by count(*) desc, found.customer_id) as place
            from unnest(${asked.map(({ name }) => name)}::integer[], ${asked.map(({ key }) => key)}::text[]) as a(name, key)
            cross join lateral (
              select k.customer_id from customer_key k where k.tenant_id = ${tenant.id} and k.key = a.key
              limit ${SHARED_MOST}::integer) found
           group by a.name, found.customer_id) ranked
    where ranked.place <= ${ALIKE_MOST}::integer`);
  return rows.map(({ id }) => id);
}

/** The customers as matching knows them, with every name and account under which they pay. */
async function describe({ tx, tenant }: Reads, ids: readonly string[]): Promise<MatchCustomer[]> {
  if (ids.length === 0) return [];
  const [customers, known] = await Promise.all([
    tx.rows<{ id: string; number: string; name: string }>(
      sql`select id, number, name from customer where tenant_id = ${tenant.id} and id = any(${ids}) order by id`,
    ),
    tx.rows<{ customerId: string; kind: string; value: string }>(sql`
      select customer_id as "customerId", 'ACCOUNT' as kind, account as value from customer_bank_account
      where tenant_id = ${tenant.id} and customer_id = any(${ids})
      union all
      select customer_id, kind, value from payer_alias
      where tenant_id = ${tenant.id} and customer_id = any(${ids}) and removed_at is null`),
  ]);
  const own = Map.groupBy(known, ({ customerId }) => customerId);
  return customers.map((customer) => {
    const values = (kind: string) =>
      (own.get(customer.id) ?? []).filter((one) => one.kind === kind).map(({ value }) => value);
    return { ...customer, aliases: values("NAME"), accounts: values("ACCOUNT") };
  });
}
