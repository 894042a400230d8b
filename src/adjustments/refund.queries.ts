import { type CustomerRow, customerOf } from "../customers/index.js";
import { sql } from "../platform/database/sql.js";
import type { AdjustmentTable } from "./adjustment.queries.js";

/** A refund as it is read; amounts are positive. */
export interface RefundRow {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly customer: CustomerRow | null;
  readonly itemId: string;
  readonly currency: string;
  readonly amount: string;
  readonly status: "REQUESTED" | "PAID" | "CANCELLED";
  readonly reasonCode: string;
  readonly note: string | null;
  readonly effectiveDate: string;
  readonly paidOn: string | null;
  readonly paymentReference: string | null;
  readonly cancelledOn: string | null;
  readonly cancelReason: string | null;
  readonly version: number;
}

export const REFUNDS: AdjustmentTable<RefundRow> = {
  name: sql`refund`,
  columns: sql.columns("Refund", {
    always: {
      id: sql`d.id`,
      customerId: sql`d.customer_id`,
      currency: sql`d.currency`,
      itemId: sql`d.item_id`,
    },
    sorting: { effectiveDate: sql`d.effective_date` },
    others: {
      number: sql`d.number`,
      customer: customerOf(sql`d.tenant_id`, sql`d.customer_id`),
      amount: sql`d.amount::text`,
      status: sql`(case when d.payment_entry_id is not null then 'PAID' when d.cancel_entry_id is not null then 'CANCELLED'
                   else 'REQUESTED' end)`,
      reasonCode: sql`d.reason_code`,
      note: sql`d.note`,
      paidOn: sql`d.paid_on`,
      paymentReference: sql`d.payment_reference`,
      cancelledOn: sql`d.cancelled_on`,
      cancelReason: sql`d.cancel_reason`,
      version: sql`d.version`,
    },
  }),
};
