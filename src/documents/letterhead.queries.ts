import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";
import type { Paper } from "../platform/pdf/pdf-writer.js";

/** What stands on every document of a tenant. Addresses and instructions may have several lines. */
export interface Letterhead {
  readonly name: string;
  readonly address: string | null;
  readonly replyName: string | null;
  readonly replyAddress: string | null;
  readonly replyEmail: string | null;
  readonly replyPhone: string | null;
  readonly paymentInstructions: string | null;
  readonly paper: Paper;
  readonly locale: string;
  readonly version: number;
}

/** As it is now; before anybody set one, the tenant's name on A4 paper. */
export async function letterheadOf(db: Executor, tenantId: string): Promise<Letterhead> {
  const [row] = await db.rows<Letterhead>(sql`
    select coalesce(l.name, t.name) as name, l.address, l.reply_name as "replyName", l.reply_address as "replyAddress",
           l.reply_email as "replyEmail", l.reply_phone as "replyPhone", l.payment_instructions as "paymentInstructions",
           coalesce(l.paper, 'A4') as paper, coalesce(l.locale, 'en-US') as locale, coalesce(l.version, 0) as version
    from tenant t left join letterhead l on l.tenant_id = t.tenant_id where t.tenant_id = ${tenantId}`);
  if (!row) throw new Error("the tenant does not exist");
  return row;
}
