import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";
import type { ReportPoint } from "./report-point.js";

export interface JournalEntryRow {
  readonly id: string;
  readonly effectiveDate: string;
  readonly recordedAt: Date;
  readonly kind: string;
  readonly description: string;
  readonly actor: string;
  readonly reversesId: string | null;
  readonly reversedById: string | null;
}

/** Debits positive. */
export interface JournalLineRow {
  readonly entryId: string;
  readonly lineNo: number;
  readonly accountCode: string;
  readonly accountName: string;
  readonly accountRole: string;
  readonly currency: string;
  readonly amount: string;
  readonly functionalCurrency: string;
  readonly functionalAmount: string;
  readonly customerId: string | null;
  readonly itemId: string | null;
}

const ENTRY_COLUMNS = sql`
  e.id, e.effective_date as "effectiveDate", e.recorded_at as "recordedAt", e.kind, e.description, e.actor,
  e.reverses_id as "reversesId",
  (select r.id from journal_entry r where r.tenant_id = e.tenant_id and r.reverses_id = e.id) as "reversedById"`;

/** A page of entries; `where` is over alias `e`. */
export function pageOfEntries(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<JournalEntryRow[]> {
  return db.rows<JournalEntryRow>(sql`
    select ${ENTRY_COLUMNS} from journal_entry e
    where e.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`);
}

export async function countEntries(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from journal_entry e where e.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

export function entriesById(
  db: Executor,
  tenantId: string,
  ids: readonly string[],
): Promise<JournalEntryRow[]> {
  return db.rows<JournalEntryRow>(sql`
    select ${ENTRY_COLUMNS} from journal_entry e where e.tenant_id = ${tenantId} and e.id = any(${ids})`);
}

/** The lines of entries, in the entries' own order. */
export function linesOfEntries(
  db: Executor,
  tenantId: string,
  ids: readonly string[],
): Promise<JournalLineRow[]> {
  return db.rows<JournalLineRow>(sql`
    select l.entry_id as "entryId", l.line_no as "lineNo", a.code as "accountCode", a.name as "accountName",
           a.role as "accountRole", l.currency, l.amount, t.functional_currency as "functionalCurrency",
           l.functional_amount as "functionalAmount", l.customer_id as "customerId", l.item_id as "itemId"
    from journal_line l
    join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
    join tenant t on t.tenant_id = l.tenant_id
    where l.tenant_id = ${tenantId} and l.entry_id = any(${ids}) order by l.entry_id, l.line_no`);
}

/** An account in one currency. Debits and credits are sums of the lines of each side, both ≥ 0. */
export interface TrialBalanceRow {
  readonly accountCode: string;
  readonly accountName: string;
  readonly accountKind: string;
  readonly accountRole: string;
  readonly currency: string;
  readonly functionalCurrency: string;
  readonly debits: string;
  readonly credits: string;
  readonly balance: string;
  readonly functionalDebits: string;
  readonly functionalCredits: string;
  readonly functionalBalance: string;
}

/** Every account that has lines at a point, by code and currency. */
export function readTrialBalance(db: Executor, point: ReportPoint): Promise<TrialBalanceRow[]> {
  const { tenantId, tenant, asOf, knownAt } = point;
  const known = knownAt === null ? sql.empty : sql`and e.recorded_at <= ${knownAt}::timestamptz`;
  const sides = (column: string, debits: string, credits: string, balance: string) => {
    const amount = sql.constant(column);
    return sql`
      coalesce(sum(${amount}) filter (where ${amount} > 0), 0) as ${sql.identifier(debits)},
      coalesce(-sum(${amount}) filter (where ${amount} < 0), 0) as ${sql.identifier(credits)},
      sum(${amount}) as ${sql.identifier(balance)}`;
  };
  return db.rows<TrialBalanceRow>(sql`
    select a.code as "accountCode", a.name as "accountName", a.kind as "accountKind", a.role as "accountRole",
           l.currency, ${tenant.functionalCurrency}::text as "functionalCurrency",
           ${sides("l.amount", "debits", "credits", "balance")},
           ${sides("l.functional_amount", "functionalDebits", "functionalCredits", "functionalBalance")}
    from journal_line l
    join journal_entry e on e.tenant_id = l.tenant_id and e.id = l.entry_id
    join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
    where l.tenant_id = ${tenantId} and e.effective_date <= ${asOf}::date ${known}
    group by a.code, a.name, a.kind, a.role, l.currency order by a.code, l.currency`);
}

export interface PeriodRow {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly status: string;
  readonly version: number;
}

const PERIOD_COLUMNS = sql`
  id, starts_on as "startsOn", (starts_on + interval '1 month' - interval '1 day')::date as "endsOn", status, version`;

/** The tenant's accounting periods, the latest first; months without a posting have none and are open. */
export function readPeriods(db: Executor, tenantId: string): Promise<PeriodRow[]> {
  return db.rows<PeriodRow>(sql`
    select ${PERIOD_COLUMNS} from period where tenant_id = ${tenantId} order by starts_on desc`);
}

export function periodsById(db: Executor, tenantId: string, ids: readonly string[]): Promise<PeriodRow[]> {
  return db.rows<PeriodRow>(sql`
    select ${PERIOD_COLUMNS} from period where tenant_id = ${tenantId} and id = any(${ids})`);
}

export interface PeriodChangeRow {
  readonly periodId: string;
  readonly fromStatus: string;
  readonly toStatus: string;
  readonly reason: string | null;
  readonly overridden: readonly { readonly check: string; readonly count: number }[];
  readonly actor: string;
  readonly recordedAt: Date;
}

/** How periods came to their status, the latest change first. */
export function changesOfPeriods(
  db: Executor,
  tenantId: string,
  periodIds: readonly string[],
): Promise<PeriodChangeRow[]> {
  return db.rows<PeriodChangeRow>(sql`
    select period_id as "periodId", from_status as "fromStatus", to_status as "toStatus", reason, overridden, actor,
           recorded_at as "recordedAt"
    from period_change where tenant_id = ${tenantId} and period_id = any(${periodIds}) order by recorded_at desc`);
}
