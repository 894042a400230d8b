import { lockItems } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import type { CreditableLine, LetGo } from "./credit-memo.rules.js";
import type { NumberedCredit } from "./post-credit-memos.js";

/** The invoice that is credited, locked, so that two memos on it wait for each other. */
export interface CreditedInvoice {
  readonly number: string | null;
  readonly status: string;
  readonly customerId: string;
  readonly documentDate: BusinessDate;
  readonly currency: string;
  /** Null for a draft. */
  readonly rate: string | null;
}

export async function lockInvoice(
  { tx, tenant }: CommandContext,
  id: string,
): Promise<CreditedInvoice | undefined> {
  const [invoice] = await tx.rows<CreditedInvoice>(sql`
    select number, status, customer_id as "customerId", document_date as "documentDate", currency, booking_rate as rate
    from invoice where tenant_id = ${tenant.id} and id = ${id} for no key update`);
  return invoice;
}

/** The invoice's lines with what standing memos credit of them, by the line's UUID. */
export async function readCreditableLines(
  { tx, tenant }: CommandContext,
  invoiceId: string,
): Promise<ReadonlyMap<string, CreditableLine>> {
  const rows = await tx.rows<Record<keyof CreditableLine, string> & { lineNo: number }>(sql`
    select l.id, l.line_no as "lineNo", l.quantity, l.net, l.tax,
           coalesce(c.quantity, 0) as "creditedQuantity", coalesce(c.net, 0) as "creditedNet", coalesce(c.tax, 0) as "creditedTax"
    from invoice_line l
    left join lateral (
      select sum(m.quantity) as quantity, sum(m.net) as net, sum(m.tax) as tax
      from credit_memo_line m join credit_memo d on d.tenant_id = m.tenant_id and d.id = m.credit_memo_id
      where m.tenant_id = l.tenant_id and m.invoice_line_id = l.id and d.void_entry_id is null) c on true
    where l.tenant_id = ${tenant.id} and l.invoice_id = ${invoiceId} order by l.line_no`);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        lineNo: row.lineNo,
        quantity: new Decimal(row.quantity),
        net: new Decimal(row.net),
        tax: new Decimal(row.tax),
        creditedQuantity: new Decimal(row.creditedQuantity),
        creditedNet: new Decimal(row.creditedNet),
        creditedTax: new Decimal(row.creditedTax),
      },
    ]),
  );
}

/**
 * What of the invoice was let go or written off and stands. Locks its items, by which payments and write-offs wait; the
 * invoice must be locked.
 */
export async function readLetGo(
  context: CommandContext,
  invoiceId: string,
  from: BusinessDate,
): Promise<LetGo> {
  const { tx, tenant } = context;
  const items = await tx.rows<{ id: string }>(
    sql`select id from open_item where tenant_id = ${tenant.id} and invoice_id = ${invoiceId}`,
  );
  const ids = items.map(({ id }) => id);
  await lockItems(
    context,
    ids.map((id) => ({ id, from })),
  );
  const [row] = await tx.rows<Record<keyof LetGo, string>>(sql`
    select
      (select coalesce(sum(a.discount), 0) from application a
       where a.tenant_id = ${tenant.id} and a.debit_item_id = any(${ids}) and a.discount > 0
         and not exists (
           select from application_reversal r where r.tenant_id = a.tenant_id and r.application_id = a.id)) as discounts,
      (select coalesce(sum(w.amount - w.recovered), 0) from write_off w
       where w.tenant_id = ${tenant.id} and w.item_id = any(${ids}) and w.reversal_entry_id is null) as "writtenOff"`);
  return { discounts: new Decimal(row?.discounts ?? 0), writtenOff: new Decimal(row?.writtenOff ?? 0) };
}

/** Inserts memos, each posted by the entry at its place, with what of invoices' lines they credit, set-based. */
export async function insertCreditMemos(
  { tx, tenant }: CommandContext,
  memos: readonly NumberedCredit[],
  entryIds: readonly string[],
): Promise<void> {
  const heads = memos.map((memo, index) => ({
    id: memo.id,
    number: memo.number,
    sequence_no: memo.sequenceNo?.toString() ?? null,
    customer_id: memo.customerId,
    invoice_id: memo.invoiceId,
    document_date: memo.date,
    currency: memo.currency,
    net_total: memo.net.toFixed(),
    tax_total: memo.tax.toFixed(),
    total: memo.net.plus(memo.tax).toFixed(),
    booking_rate: memo.rate,
    reason_code: memo.reasonCode,
    note: memo.note,
    entry_id: entryIds[index],
    import_hash: memo.importHash,
  }));
  await tx.rows(sql`
    insert into credit_memo (tenant_id, id, number, sequence_no, customer_id, invoice_id, document_date, currency, net_total,
                             tax_total, total, booking_rate, reason_code, note, entry_id, import_hash)
    select ${tenant.id}, id, number, sequence_no, customer_id, invoice_id, document_date, currency, net_total,
           tax_total, total, booking_rate, reason_code, note, entry_id, import_hash
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb)
      as m(id uuid, number text, sequence_no bigint, customer_id uuid, invoice_id uuid, document_date date, currency text,
           net_total numeric, tax_total numeric, total numeric, booking_rate numeric, reason_code text, note text,
           entry_id uuid, import_hash text)`);
  const lines = memos.flatMap((memo) =>
    memo.lines.map((line, index) => ({
      credit_memo_id: memo.id,
      line_no: index + 1,
      invoice_line_id: line.invoiceLineId,
      quantity: line.quantity?.toFixed() ?? null,
      net: line.net.toFixed(),
      tax: line.tax.toFixed(),
      gross: line.net.plus(line.tax).toFixed(),
    })),
  );
  if (lines.length === 0) return;
  await tx.rows(sql`
    insert into credit_memo_line (tenant_id, id, credit_memo_id, line_no, invoice_line_id, quantity, net, tax, gross)
    select ${tenant.id}, new_id(), credit_memo_id, line_no, invoice_line_id, quantity, net, tax, gross
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as l(credit_memo_id uuid, line_no integer, invoice_line_id uuid, quantity numeric, net numeric, tax numeric, gross numeric)`);
}
