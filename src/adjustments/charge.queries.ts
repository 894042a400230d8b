import { type CustomerRow, customerOf } from "../customers/index.js";
import { sql } from "../platform/database/sql.js";
import type { AdjustmentTable } from "./adjustment.queries.js";

/** A charge as it is read; the amount is positive. */
export interface ChargeRow {
  readonly id: string;
  readonly kind: "DEBIT_MEMO" | "CHARGEBACK";
  readonly number: string;
  readonly customerId: string;
  readonly customer: CustomerRow | null;
  readonly itemId: string;
  readonly sourceItemId: string | null;
  readonly currency: string;
  readonly amount: string;
  readonly reasonCode: string;
  readonly note: string | null;
  readonly documentDate: string;
  readonly dueDate: string;
  readonly reversedOn: string | null;
  readonly reversalReason: string | null;
  readonly version: number;
}

export const CHARGES: AdjustmentTable<ChargeRow> = {
  name: sql`charge`,
  columns: sql.columns("Charge", {
    always: { id: sql`d.id`, customerId: sql`d.customer_id`, currency: sql`d.currency` },
    sorting: { documentDate: sql`d.document_date` },
    others: {
      kind: sql`d.kind`,
      number: sql`d.number`,
      customer: customerOf(sql`d.tenant_id`, sql`d.customer_id`),
      itemId: sql`d.item_id`,
      sourceItemId: sql`d.source_item_id`,
      amount: sql`d.amount::text`,
      reasonCode: sql`d.reason_code`,
      note: sql`d.note`,
      dueDate: sql`d.due_date`,
      reversedOn: sql`d.reversed_on`,
      reversalReason: sql`d.reversal_reason`,
      version: sql`d.version`,
    },
  }),
};
