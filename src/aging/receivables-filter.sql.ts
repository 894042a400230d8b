import { type SqlFragment, sql } from "../platform/database/sql.js";

/** Only these; a list that is null does not narrow, an empty one matches nothing. */
export interface ReceivablesFilter {
  /** UUIDs. */
  readonly customerIds: readonly string[] | null;
  readonly currencies: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly salesRepresentatives: readonly string[] | null;
  readonly collectors: readonly string[] | null;
  readonly businessUnits: readonly string[] | null;
  readonly riskClasses: readonly string[] | null;
}

/** Conditions on an open item, alias `i`; null when nothing narrows, so that a report stays one plain scan. */
export function itemFilter(tenantId: string, filter: ReceivablesFilter): SqlFragment | null {
  const attributes = [
    [sql`c.region`, filter.regions],
    [sql`c.sales_representative`, filter.salesRepresentatives],
    [sql`c.collector`, filter.collectors],
    [sql`c.business_unit`, filter.businessUnits],
    [sql`c.risk_class`, filter.riskClasses],
  ] as const;
  const ofCustomer = attributes.flatMap(([name, values]) => (values ? [sql`${name} = any(${values})`] : []));
  const conditions: SqlFragment[] = [];
  if (filter.currencies) conditions.push(sql`i.currency = any(${filter.currencies})`);
  if (filter.customerIds) conditions.push(sql`i.customer_id = any(${filter.customerIds})`);
  if (ofCustomer.length > 0) {
    conditions.push(sql`i.customer_id in (
      select c.id from customer c where c.tenant_id = ${tenantId} and ${sql.join(ofCustomer, " and ")})`);
  }
  return conditions.length > 0 ? sql.join(conditions, " and ") : null;
}
