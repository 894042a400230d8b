import { v7 as uuidv7 } from "uuid";
import { insertTerms, type PaymentTerms } from "../customers/index.js";
import { createChart } from "../ledger/index.js";
import type { Database } from "../platform/database/database.js";
import type { Orm } from "../platform/database/orm.js";
import { sql } from "../platform/database/sql.js";
import type { Tenant } from "../platform/database/tenancy.js";
import { inTransaction } from "../platform/database/write-transaction.js";

export type NewTenant = Omit<Tenant, "id">;

/** Sets a tenant up: its row, the standard chart of accounts and the usual payment terms. By the database's owner. */
export async function createTenant(owner: Database, orm: Orm, tenant: NewTenant): Promise<Tenant> {
  const created: Tenant = { ...tenant, id: uuidv7() };
  await inTransaction({ database: owner, orm, tenantId: created.id }, async (tx) => {
    await tx.rows(sql`
      insert into tenant (tenant_id, slug, name, functional_currency, time_zone)
      values (${created.id}, ${created.slug}, ${created.name}, ${created.functionalCurrency}, ${created.timeZone})`);
    await tx.rows(sql`call give_adjustment_defaults(${created.id}::uuid)`);
    await tx.rows(sql`call give_refund_and_charge_defaults(${created.id}::uuid)`);
    await tx.rows(sql`call give_plan_charge_defaults(${created.id}::uuid)`);
    await tx.rows(sql`call give_late_fee_defaults(${created.id}::uuid)`);
    await tx.rows(sql`call give_allowance_defaults(${created.id}::uuid)`);
    await tx.rows(sql`call give_dispute_defaults(${created.id}::uuid)`);
    await tx.rows(sql`call give_import_defaults(${created.id}::uuid)`);
    await createChart(tx, created.id);
    await insertTerms(
      { tx, tenant: created },
      STANDARD_TERMS.map((terms) => ({ ...terms, id: uuidv7() })),
    );
  });
  return created;
}

const net = (days: number): Omit<PaymentTerms, "id"> => ({
  code: `NET${days}`,
  name: `Net ${days} days`,
  discountPercent: null,
  discountDays: null,
  instalments: [{ percent: "100", netDays: days }],
});

const STANDARD_TERMS: readonly Omit<PaymentTerms, "id">[] = [
  { ...net(0), code: "DUE", name: "Due on receipt" },
  net(14),
  net(30),
  net(45),
  net(60),
  {
    ...net(30),
    code: "2/10NET30",
    name: "2 % within 10 days, net 30 days",
    discountPercent: "2",
    discountDays: 10,
  },
  {
    code: "30/50/20",
    name: "30 % in 30 days, 50 % in 60 days, 20 % in 90 days",
    discountPercent: null,
    discountDays: null,
    instalments: [
      { percent: "30", netDays: 30 },
      { percent: "50", netDays: 60 },
      { percent: "20", netDays: 90 },
    ],
  },
];
