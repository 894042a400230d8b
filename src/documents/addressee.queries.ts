import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";

/** A customer as a letter is addressed to it. */
export interface Addressee {
  /** UUID. */
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly state: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

/** Customers with their bill-to addresses, by number. Names and addresses are those of now, whatever a document's date. */
export function addresseesOf(
  db: Executor,
  tenantId: string,
  customerIds: readonly string[],
): Promise<Addressee[]> {
  return db.rows<Addressee>(sql`
    select c.id, c.number, c.name, c.bill_to_line1 as line1, c.bill_to_line2 as line2, c.bill_to_city as city,
           c.bill_to_postal_code as "postalCode", c.bill_to_state as state, c.bill_to_country as country
    from customer c where c.tenant_id = ${tenantId} and c.id = any(${customerIds}) order by c.number, c.id`);
}
