import type { CommandContext } from "../platform/commands/command.js";
import type { InputChecks } from "../platform/commands/input-checks.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import type { DisputeResolution, SettlingDocument } from "./dispute.rules.js";
import type { LockedDispute } from "./dispute-rows.js";

/** What a dispute may be settled by. */
export type SettlingKind = Exclude<DisputeResolution, "REJECTED">;

/** How the documents of a kind are read: their table as alias `d`, and the item that they concern as alias `i`. */
interface SettlingTable {
  readonly what: string;
  readonly name: SqlFragment;
  readonly amount: SqlFragment;
  readonly invoiceId: SqlFragment;
  readonly stands: SqlFragment;
  /** The column of what it settled. */
  readonly settles: SqlFragment;
}

/** The invoice of the item that a document is about. */
const ofItem = (item: SqlFragment) => sql`(
  select i.invoice_id from open_item i where i.tenant_id = d.tenant_id and i.id = ${item})`;

const TABLES: Readonly<Record<SettlingKind, SettlingTable>> = {
  CREDIT_MEMO: {
    what: "credit memo",
    name: sql`credit_memo`,
    amount: sql`d.total`,
    invoiceId: sql`d.invoice_id`,
    stands: sql`d.void_entry_id is null`,
    settles: sql`s.credit_memo_id`,
  },
  WRITE_OFF: {
    what: "write-off",
    name: sql`write_off`,
    amount: sql`d.amount`,
    invoiceId: ofItem(sql`d.item_id`),
    stands: sql`d.reversal_entry_id is null`,
    settles: sql`s.write_off_id`,
  },
  BILL_BACK: {
    what: "chargeback",
    name: sql`charge`,
    amount: sql`d.amount`,
    invoiceId: ofItem(sql`d.source_item_id`),
    stands: sql`d.reversal_entry_id is null`,
    settles: sql`s.charge_id`,
  },
};

interface DocumentRow {
  readonly id: string;
  readonly number: string;
  readonly invoiceId: string | null;
  readonly stands: boolean;
  readonly isEarlier: boolean;
  readonly left: string;
}

/**
 * The documents that are to settle a dispute, in the order in which they are named, locked, so that none is taken back or
 * used for another dispute meanwhile. What keeps one from settling it goes to `checks`.
 */
export async function lockDocuments(
  context: CommandContext,
  dispute: LockedDispute,
  kind: SettlingKind,
  ids: readonly string[],
  checks: InputChecks,
): Promise<SettlingDocument[]> {
  const { tx, tenant } = context;
  const { what, name } = TABLES[kind];
  const locked = tx.rows(sql`
    select d.id from ${name} d where d.tenant_id = ${tenant.id} and d.id = any(${ids}) order by d.id for update`);
  const read = tx.rows<DocumentRow>(documentsOf(tenant.id, dispute.id, TABLES[kind], ids));
  const [, rows] = await Promise.all([locked, read]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id, n) => {
    const path = `settledBy.${n}`;
    const document = byId.get(id);
    if (!document) {
      checks.add(
        "NOT_FOUND",
        path,
        `There is no such ${what}. One that waits for approval is not there yet.`,
      );
      return [];
    }
    const { number } = document;
    if (ids.indexOf(id) < n) checks.add("INVALID_VALUE", path, `${number} is named twice.`);
    if (document.invoiceId !== dispute.invoiceId)
      checks.add("INVALID_VALUE", path, `${number} does not concern the invoice of ${dispute.number}.`);
    if (!document.stands) checks.add("INVALID_STATE", path, `${number} was taken back; it settles nothing.`);
    if (document.isEarlier) {
      const message = `${number} was posted before ${dispute.number} was opened: what was disputed was open after it.`;
      checks.add("INVALID_VALUE", path, message);
    }
    return [{ id, number, left: new Decimal(document.left) }];
  });
}

/** Statements of one transaction run one after the other: these rows are read once the locks are held. */
function documentsOf(
  tenantId: string,
  disputeId: string,
  { name, amount, invoiceId, stands, settles }: SettlingTable,
  ids: readonly string[],
): SqlFragment {
  return sql`
    select d.id, d.number, ${invoiceId} as "invoiceId", ${stands} as stands, d.created_at < o.opened_at as "isEarlier",
           ${amount} - coalesce((select sum(s.amount) from dispute_settlement s
                                 where s.tenant_id = d.tenant_id and ${settles} = d.id), 0) as left
    from ${name} d join dispute o on o.tenant_id = d.tenant_id and o.id = ${disputeId}
    where d.tenant_id = ${tenantId} and d.id = any(${ids})`;
}
