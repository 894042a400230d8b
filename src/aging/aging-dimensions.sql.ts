import { type SqlFragment, sql } from "../platform/database/sql.js";

/** What an aging is broken down by. Customers' attributes are those that they have now. */
export const AGING_DIMENSIONS = {
  CUSTOMER: "The customer that owes; unidentified cash has none.",
  PARENT_CUSTOMER: "The customer at the top of the chain of parents; one without a parent is its own.",
  REGION: "The customer's region.",
  SALES_REPRESENTATIVE: "The customer's sales representative.",
  COLLECTOR: "The customer's collector.",
  BUSINESS_UNIT: "The customer's business unit.",
  PRODUCT_LINE:
    "The product line of the invoice's lines; an item over several is prorated on their gross by the largest remainder.",
  CURRENCY: "The document's currency.",
  RISK_CLASS: "The customer's risk class.",
} as const;

export type AgingDimension = keyof typeof AGING_DIMENSIONS;

/** How a dimension is read from a `cell` (customer_id, currency, product_line, bucket). */
export interface DimensionSql {
  /** UUID of the customer, as text; null when the value is not a customer. */
  readonly key: SqlFragment | null;
  /** The value as people write it: the customer's number, the region. */
  readonly value: SqlFragment;
  /** The customer's name; null when the value is not a customer. */
  readonly name: SqlFragment | null;
  readonly join: SqlFragment;
}

export function dimensionSql(dimension: AgingDimension, tenantId: string): DimensionSql {
  switch (dimension) {
    case "CUSTOMER":
      return {
        key: sql`customer.id::text`,
        value: sql`customer.number`,
        name: sql`customer.name`,
        join: sql`left join customer on customer.tenant_id = ${tenantId} and customer.id = cell.customer_id`,
      };
    case "PARENT_CUSTOMER":
      return {
        key: sql`top.id::text`,
        value: sql`top.number`,
        name: sql`top.name`,
        join: topParents(tenantId),
      };
    case "PRODUCT_LINE":
      return { key: null, value: sql`cell.product_line`, name: null, join: sql.empty };
    case "CURRENCY":
      return { key: null, value: sql`cell.currency::text`, name: null, join: sql.empty };
    default:
      return attribute(dimension, tenantId);
  }
}

const ATTRIBUTES = {
  REGION: "region",
  SALES_REPRESENTATIVE: "sales_representative",
  COLLECTOR: "collector",
  BUSINESS_UNIT: "business_unit",
  RISK_CLASS: "risk_class",
} as const;

function attribute(dimension: keyof typeof ATTRIBUTES, tenantId: string): DimensionSql {
  const column = ATTRIBUTES[dimension];
  const alias = sql.identifier(`with_${column}`);
  return {
    key: null,
    value: sql`${alias}.${sql.identifier(column)}`,
    name: null,
    join: sql`left join customer ${alias} on ${alias}.tenant_id = ${tenantId} and ${alias}.id = cell.customer_id`,
  };
}

/** Walks down from the customers without a parent; one that no such walk reaches counts as its own. */
function topParents(tenantId: string): SqlFragment {
  return sql`
    left join (
      with recursive chain as (
        select c.id, c.id as top_id from customer c where c.tenant_id = ${tenantId} and c.parent_id is null
        union all
        select c.id, chain.top_id from chain join customer c on c.tenant_id = ${tenantId} and c.parent_id = chain.id)
      select id, top_id from chain) chain on chain.id = cell.customer_id
    left join customer top on top.tenant_id = ${tenantId} and top.id = coalesce(chain.top_id, cell.customer_id)`;
}
