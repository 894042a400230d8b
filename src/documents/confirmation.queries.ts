import { itemBalances, type ReportPoint } from "../ledger/index.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";

/** Whose balances are to be confirmed; without any of it, everybody's who has a balance. */
export interface ConfirmationSelection {
  /** UUIDs. These customers, whatever their balance. */
  readonly customerIds?: readonly string[] | null;
  /** Everybody who owes at least so much, in functional currency. */
  readonly minimumBalance?: string | null;
  /** So many of the others, drawn at random. */
  readonly sampleSize?: number | null;
  /** What the draw depends on: the same seed over the same books draws the same customers. */
  readonly seed?: string | null;
}

/** A customer whose balance is to be confirmed, at a point. */
export interface SelectedCustomer {
  /** UUID. */
  readonly customerId: string;
  readonly number: string;
  readonly why: "CHOSEN" | "BALANCE" | "SAMPLE";
  /** Booked, in functional currency; debits positive. */
  readonly functionalBalance: string;
}

/** The chosen customers by number, and how many there were to choose from. */
export interface Selection {
  readonly customers: readonly SelectedCustomer[];
  readonly populationCount: number;
  readonly populationBalance: string;
}

/**
 * Chooses among the customers with something open at the point. A draw orders them by a hash of the seed and their id, so
 * that it can be repeated by anybody, and more can be drawn later without changing who was drawn first.
 */
export async function selectCustomers(
  db: Executor,
  point: ReportPoint,
  visible: SqlFragment,
  selection: ConfirmationSelection,
): Promise<Selection> {
  const { customerIds = null, minimumBalance = null, sampleSize = null, seed = null } = selection;
  const everybody = customerIds === null && minimumBalance === null && sampleSize === null;
  const [found] = await db.rows<Selection>(sql`
    with population as (
      select c.id, c.number, sum(b.functional_balance) as balance,
             encode(sha256(convert_to(${seed ?? ""}::text || ':' || c.id::text, 'UTF8')), 'hex') as draw
      from (${itemBalances(point)}) b join customer c on c.tenant_id = ${point.tenantId} and c.id = b.customer_id
      where ${visible} group by c.id, c.number),
    judged as (
      select p.*, case when ${everybody} or p.balance >= ${minimumBalance}::numeric then 'BALANCE' end as large
      from population p),
    drawn as (
      select j.*, case when j.large is null then row_number() over (partition by j.large is null order by j.draw) end as place
      from judged j),
    chosen as (
      select c.id as "customerId", c.number,
             case when c.id = any(${customerIds ?? []}::uuid[]) then 'CHOSEN' else coalesce(d.large, 'SAMPLE') end as why,
             coalesce(d.balance, 0)::text as "functionalBalance"
      from customer c left join drawn d on d.id = c.id
      where c.tenant_id = ${point.tenantId} and ${visible}
        and (c.id = any(${customerIds ?? []}::uuid[]) or d.large is not null or d.place <= ${sampleSize ?? 0}::int))
    select (select coalesce(json_agg(c order by c.number, c."customerId"), '[]') from chosen c) as customers,
           count(*)::int as "populationCount", coalesce(sum(p.balance), 0)::text as "populationBalance"
    from population p`);
  if (!found) throw new Error("a sum over nothing is still a row");
  return found;
}

/** What customers owe in each currency at the point; currencies with nothing open are left out. */
export interface CustomerCurrencyBalance {
  readonly customerId: string;
  readonly currency: string;
  /** Zero or positive. */
  readonly receivable: string;
  /** Zero or negative. */
  readonly credits: string;
  readonly balance: string;
}

export function balancesAtPoint(
  db: Executor,
  point: ReportPoint,
  customerIds: readonly string[],
): Promise<CustomerCurrencyBalance[]> {
  return db.rows<CustomerCurrencyBalance>(sql`
    select b.customer_id as "customerId", b.currency,
           coalesce(sum(b.balance) filter (where b.balance > 0), 0)::text as receivable,
           coalesce(sum(b.balance) filter (where b.balance < 0), 0)::text as credits, sum(b.balance)::text as balance
    from (${itemBalances(point, sql`i.customer_id = any(${customerIds})`)}) b
    where b.balance <> 0 group by b.customer_id, b.currency order by b.customer_id, b.currency`);
}
