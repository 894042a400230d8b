import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";

/** A payment on an open item as it is read; the amount is positive. */
export interface ApplicationRow {
  readonly id: string;
  readonly customerId: string;
  readonly amount: string;
  /** What was let go beside it; positive or zero. */
  readonly discount: string;
  readonly currency: string;
  readonly effectiveDate: string;
  readonly recordedAt: Date;
  readonly receiptId: string | null;
  readonly creditItemId: string;
  readonly openItemId: string;
  readonly invoiceId: string | null;
  /** In the functional currency: a gain is positive. */
  readonly realisedFx: string;
  readonly functionalCurrency: string;
  readonly reversedOn: string | null;
  readonly reversalReason: string | null;
}

/** By the application's, the receipt's or the invoice's UUID, in the order in which they were made. */
export type ApplicationKey = "id" | "receiptId" | "invoiceId";

export function applicationsBy(
  db: Executor,
  tenantId: string,
  key: ApplicationKey,
  ids: readonly string[],
  visible: SqlFragment,
): Promise<ApplicationRow[]> {
  return db.rows<ApplicationRow>(sql`
    select a.id, a.customer_id as "customerId", a.amount, a.discount, a.currency, a.effective_date as "effectiveDate",
           a.recorded_at as "recordedAt", c.receipt_id as "receiptId", a.credit_item_id as "creditItemId",
           a.debit_item_id as "openItemId", d.invoice_id as "invoiceId",
           (select coalesce(sum(m.functional_amount), 0) from movement m
             where m.tenant_id = a.tenant_id and m.entry_id = a.entry_id and m.kind = 'REALISED_FX') as "realisedFx",
           (select t.functional_currency from tenant t where t.tenant_id = ${tenantId}) as "functionalCurrency",
           u.effective_date as "reversedOn", u.reason as "reversalReason"
    from application a
    join open_item c on c.tenant_id = a.tenant_id and c.id = a.credit_item_id
    join open_item d on d.tenant_id = a.tenant_id and d.id = a.debit_item_id
    left join application_reversal u on u.tenant_id = a.tenant_id and u.application_id = a.id
    where a.tenant_id = ${tenantId} and ${KEYS[key]} = any(${ids}) and ${visible}
    order by a.recorded_at, a.id`);
}

const KEYS: Readonly<Record<ApplicationKey, SqlFragment>> = {
  id: sql`a.id`,
  receiptId: sql`c.receipt_id`,
  invoiceId: sql`d.invoice_id`,
};
