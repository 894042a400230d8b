import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { PaymentTerms } from "./payment-terms.rules.js";

const TERMS: SqlFragment = sql`
  select t.id, t.code, t.name, t.discount_percent as "discountPercent", t.discount_days as "discountDays",
         (select jsonb_agg(jsonb_build_object('percent', i.percent::text, 'netDays', i.net_days) order by i.instalment_no)
            from payment_terms_instalment i where i.tenant_id = t.tenant_id and i.terms_id = t.id) as instalments
  from payment_terms t`;

/** Payment terms by id; those that do not exist are left out. */
export function termsByIds(db: Executor, tenantId: string, ids: readonly string[]): Promise<PaymentTerms[]> {
  return db.rows<PaymentTerms>(sql`${TERMS} where t.tenant_id = ${tenantId} and t.id = any(${ids})`);
}

/** All of the tenant's payment terms, by code. */
export function allTerms(db: Executor, tenantId: string): Promise<PaymentTerms[]> {
  return db.rows<PaymentTerms>(sql`${TERMS} where t.tenant_id = ${tenantId} order by t.code`);
}
