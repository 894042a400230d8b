import { v7 as uuidv7 } from "uuid";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { requireNotTooLate } from "../platform/commands/posting-horizon.js";
import { sql } from "../platform/database/sql.js";
import type { JournalEntry } from "./journal-entry.js";

/**
 * Posts entries with their items and movements, set-based: the same four statements for one entry or for
 * thousands, sent without waiting for each other. The database checks balance, control accounts, period and
 * open amounts, and refuses the whole command otherwise.
 */
export async function post(context: CommandContext, entries: readonly JournalEntry[]): Promise<void> {
  const { tx, tenant, actor, today } = context;
  requireNotTooLate(
    entries.map(({ header }) => header.effectiveDate),
    today,
  );
  const headers = entries.map(({ header: h }) => ({
    id: h.id,
    effective_date: h.effectiveDate,
    kind: h.kind,
    description: h.description,
    document_id: h.documentId,
  }));
  const items = entries.flatMap((e) => e.items);
  const lines = entries.flatMap((e) => e.lines.map((l) => ({ entry_id: e.header.id, ...l })));
  const movements = entries.flatMap((e) =>
    e.movements.map((m) => ({
      id: uuidv7(),
      entry_id: e.header.id,
      effective_date: e.header.effectiveDate,
      ...m,
    })),
  );
  context.postedEntryIds.push(...headers.map((h) => h.id));
  const statements = [
    tx.rows(sql`
      insert into journal_entry (tenant_id, id, effective_date, kind, description, document_id, actor)
      select ${tenant.id}, id, effective_date, kind, description, document_id, ${actor.subject}
      from jsonb_to_recordset(${JSON.stringify(headers)}::jsonb)
        as e(id uuid, effective_date date, kind text, description text, document_id uuid)`),
  ];
  if (items.length > 0) statements.push(tx.rows(insertItems(tenant.id, items)));
  statements.push(
    tx.rows(sql`
      insert into journal_line (tenant_id, entry_id, line_no, account_id, currency, amount, functional_amount, customer_id, item_id)
      select ${tenant.id}, entry_id, line_no, account_id, currency, amount, functional_amount, customer_id, item_id
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as l(entry_id uuid, line_no integer, account_id uuid, currency text, amount numeric, functional_amount numeric,
             customer_id uuid, item_id uuid)`),
    tx.rows(sql`
      insert into movement (tenant_id, id, item_id, customer_id, account_id, currency, amount, functional_amount,
                            effective_date, kind, entry_id)
      select ${tenant.id}, id, item_id, customer_id, account_id, currency, amount, functional_amount,
             effective_date, kind, entry_id
      from jsonb_to_recordset(${JSON.stringify(movements)}::jsonb)
        as m(id uuid, item_id uuid, customer_id uuid, account_id uuid, currency text, amount numeric,
             functional_amount numeric, effective_date date, kind text, entry_id uuid)`),
  );
  await settled(statements);
}

function insertItems(tenantId: string, items: readonly JournalEntry["items"][number][]) {
  const rows = items.map((i) => ({
    id: i.id,
    kind: i.kind,
    customer_id: i.customerId,
    account_id: i.accountId,
    document_number: i.documentNumber,
    document_date: i.documentDate,
    due_date: i.dueDate,
    currency: i.currency,
    original_amount: i.original.toFixed(),
    functional_original: i.functionalOriginal.toFixed(),
    discount_percent: i.discountPercent ?? null,
    discount_until: i.discountUntil ?? null,
    invoice_id: i.invoiceId ?? null,
    instalment_no: i.instalmentNo ?? null,
    receipt_id: i.receiptId ?? null,
    credit_memo_id: i.creditMemoId ?? null,
  }));
  return sql`
    insert into open_item (tenant_id, id, kind, customer_id, account_id, document_number, document_date, due_date,
      currency, original_amount, functional_original, discount_percent, discount_until, invoice_id, instalment_no, receipt_id,
      credit_memo_id)
    select ${tenantId}, id, kind, customer_id, account_id, document_number, document_date, due_date,
      currency, original_amount, functional_original, discount_percent, discount_until, invoice_id, instalment_no, receipt_id,
      credit_memo_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as i(id uuid, kind text, customer_id uuid, account_id uuid, document_number text, document_date date, due_date date,
           currency text, original_amount numeric, functional_original numeric, discount_percent numeric,
           discount_until date, invoice_id uuid, instalment_no integer, receipt_id uuid,
           credit_memo_id uuid)`;
}

/** An entry to be mirrored, and on which date. */
export interface ReversalRequest {
  readonly entryId: string;
  readonly reversalId: string;
  readonly effectiveDate: BusinessDate;
  readonly description: string;
}

/** Posts the mirror image of entries: every line and movement, exchange differences included. */
export async function reverse(context: CommandContext, requests: readonly ReversalRequest[]): Promise<void> {
  const { tx, tenant, actor, today } = context;
  requireNotTooLate(
    requests.map(({ effectiveDate }) => effectiveDate),
    today,
  );
  const asked = JSON.stringify(
    requests.map((r) => ({
      entry_id: r.entryId,
      reversal_id: r.reversalId,
      effective_date: r.effectiveDate,
      description: r.description,
    })),
  );
  const recordset = sql`jsonb_to_recordset(${asked}::jsonb)
    as r(entry_id uuid, reversal_id uuid, effective_date date, description text)`;
  context.postedEntryIds.push(...requests.map((r) => r.reversalId));
  await settled([
    tx.rows(sql`
      insert into journal_entry (tenant_id, id, effective_date, kind, description, document_id, reverses_id, actor)
      select e.tenant_id, r.reversal_id, r.effective_date, 'REVERSAL', r.description, e.document_id, e.id, ${actor.subject}
      from ${recordset} join journal_entry e on e.tenant_id = ${tenant.id} and e.id = r.entry_id`),
    tx.rows(sql`
      insert into journal_line (tenant_id, entry_id, line_no, account_id, currency, amount, functional_amount, customer_id, item_id)
      select l.tenant_id, r.reversal_id, l.line_no, l.account_id, l.currency, -l.amount, -l.functional_amount, l.customer_id, l.item_id
      from ${recordset} join journal_line l on l.tenant_id = ${tenant.id} and l.entry_id = r.entry_id`),
    tx.rows(sql`
      insert into movement (tenant_id, id, item_id, customer_id, account_id, currency, amount, functional_amount,
                            effective_date, kind, entry_id, reverses_id)
      select m.tenant_id, new_id(), m.item_id, m.customer_id, m.account_id, m.currency, -m.amount, -m.functional_amount,
             r.effective_date, 'REVERSAL', r.reversal_id, m.id
      from ${recordset} join movement m on m.tenant_id = ${tenant.id} and m.entry_id = r.entry_id`),
  ]);
}

/** Waits for all, then throws the first failure: the ones behind it only say that the transaction is aborted. */
export async function settled(statements: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(statements);
  const failed = results.find((r) => r.status === "rejected");
  if (failed) throw failed.reason;
}
