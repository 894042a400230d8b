import { Refused, refusal } from "../platform/commands/refusal.js";
import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";

/** What an account is for. Each tenant has at most one account of each role. */
export const ACCOUNT_ROLES = {
  AR_CONTROL: { code: "1200", name: "Accounts receivable", kind: "ASSET", control: true },
  UNAPPLIED_CASH: { code: "1210", name: "Unapplied cash", kind: "LIABILITY", control: true },
  UNIDENTIFIED_CASH: { code: "1220", name: "Unidentified cash", kind: "LIABILITY", control: true },
  CUSTOMER_DEPOSITS: { code: "2300", name: "Customer deposits", kind: "LIABILITY", control: true },
  AR_REVALUATION: { code: "1280", name: "Receivables revaluation", kind: "ASSET", control: false },
  CASH_CLEARING: { code: "1010", name: "Cash clearing", kind: "ASSET", control: false },
  REVENUE: { code: "4000", name: "Revenue", kind: "INCOME", control: false },
  TAX_PAYABLE: { code: "2200", name: "Tax payable", kind: "LIABILITY", control: false },
  RETURNS_AND_ALLOWANCES: {
    code: "4100",
    name: "Sales returns and allowances",
    kind: "INCOME",
    control: false,
  },
  DISCOUNTS_GIVEN: { code: "4200", name: "Discounts given", kind: "INCOME", control: false },
  BAD_DEBT_EXPENSE: { code: "6100", name: "Bad-debt expense", kind: "EXPENSE", control: false },
  ALLOWANCE: { code: "1290", name: "Allowance for doubtful accounts", kind: "ASSET", control: false },
  RECOVERIES: { code: "4300", name: "Recoveries of bad debt", kind: "INCOME", control: false },
  SMALL_BALANCE_WRITE_OFF: { code: "6110", name: "Small-balance write-off", kind: "EXPENSE", control: false },
  DEDUCTIONS: { code: "6120", name: "Deductions", kind: "EXPENSE", control: false },
  LATE_FEE_INCOME: { code: "4400", name: "Late-fee income", kind: "INCOME", control: false },
  FX_GAIN_REALISED: { code: "7100", name: "Realised FX gain", kind: "INCOME", control: false },
  FX_LOSS_REALISED: { code: "7200", name: "Realised FX loss", kind: "EXPENSE", control: false },
  FX_GAIN_UNREALISED: { code: "7110", name: "Unrealised FX gain", kind: "INCOME", control: false },
  FX_LOSS_UNREALISED: { code: "7210", name: "Unrealised FX loss", kind: "EXPENSE", control: false },
  REFUNDS_PAYABLE: { code: "2400", name: "Refunds payable", kind: "LIABILITY", control: false },
} as const;

export type AccountRole = keyof typeof ACCOUNT_ROLES;

/** Account ids by role. */
export type ChartOfAccounts = ReadonlyMap<AccountRole, string>;

/** Accounts are only ever added, so what was read once stays true. */
const charts = new Map<string, ChartOfAccounts>();

/** The tenant's accounts by role. */
export async function chartOf(db: Executor, tenantId: string): Promise<ChartOfAccounts> {
  const known = charts.get(tenantId);
  if (known) return known;
  const rows = await db.rows<{ id: string; role: AccountRole }>(
    sql`select id, role from account where tenant_id = ${tenantId}`,
  );
  const chart = new Map(rows.map((row) => [row.role, row.id]));
  if (chart.size > 0) charts.set(tenantId, chart);
  return chart;
}

/** The account of a role; throws when the tenant has none, because every tenant is set up with all of them. */
export function accountOf(chart: ChartOfAccounts, role: AccountRole): string {
  const id = chart.get(role);
  if (!id) throw new Error(`the tenant has no account for ${role}`);
  return id;
}

/** Gives a new tenant the standard chart. */
export async function createChart(db: Executor, tenantId: string): Promise<void> {
  const accounts = Object.entries(ACCOUNT_ROLES).map(([role, a]) => ({ role, ...a }));
  await db.rows(sql`
    insert into account (tenant_id, code, name, kind, role, is_control)
    select ${tenantId}, code, name, kind, role, control
    from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
      as a(role text, code text, name text, kind text, control boolean)
    on conflict do nothing`);
}

/** Units of functional currency for one unit of `currency` on a date: the latest rate on or before it. */
export async function rateOn(
  db: Executor,
  tenant: { readonly id: string; readonly functionalCurrency: string },
  currency: string,
  date: string,
  path: string,
): Promise<string | Refused> {
  if (currency === tenant.functionalCurrency) return "1";
  const [row] = await db.rows<{ rate: string }>(sql`
    select rate from exchange_rate
    where tenant_id = ${tenant.id} and currency = ${currency} and rate_date <= ${date}
    order by rate_date desc limit 1`);
  if (row) return row.rate;
  const message = `There is no exchange rate from ${currency} to ${tenant.functionalCurrency} on or before ${date}. Load one first.`;
  return new Refused([refusal("NO_EXCHANGE_RATE", path, message)]);
}
