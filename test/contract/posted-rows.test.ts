import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../support/api.js";
import { CHANGEABLE, DELETABLE } from "./changeable-columns.js";
import { type FullBooks, fullBooks } from "./full-books.js";
import { tenantTables } from "./table-digest.js";

let api: TestApi;
let books: FullBooks;
let app: pg.Client;

beforeAll(async () => {
  api = await startApi();
  books = await fullBooks(api, "alpha");
  app = new pg.Client({ connectionString: api.databaseUrl, options: "-c role=receivables_app" });
  await app.connect();
  await app.query("select set_config('app.tenant_id', $1, false)", [books.story.tenant.id]);
});
afterAll(async () => {
  await app.end();
  await api.close();
});

/** The SQLSTATE with which a statement fails, or how many rows it touched; undone in any case. */
async function attempt(statement: string): Promise<string> {
  await app.query("begin");
  try {
    const result = await app.query(statement);
    await app.query("set constraints all immediate");
    return `${result.rowCount ?? 0} rows`;
  } catch (error) {
    return error instanceof pg.DatabaseError ? String(error.code) : String(error);
  } finally {
    await app.query("rollback");
  }
}

const NO_PRIVILEGE = "42501";
const POSTED = "RV001";

describe("the server's role", () => {
  it("changes the listed columns and no others, of whatever table", async () => {
    const { rows } = await api.owner.pool.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and table_name = any($1) order by 1, 2`,
      [await tenantTables(api)],
    );
    const changeable: Record<string, string[]> = {};
    for (const { table, column } of rows) {
      const outcome = await attempt(`update ${table} set ${column} = default`);
      if (outcome !== NO_PRIVILEGE) changeable[table] = [...(changeable[table] ?? []), column];
    }
    const listed = Object.entries(CHANGEABLE).map(([table, { columns }]) => [table, columns.toSorted()]);
    expect(changeable).toEqual(Object.fromEntries(listed));
  });

  it("deletes from the listed tables and no others", async () => {
    const deletable: string[] = [];
    for (const table of await tenantTables(api)) {
      if ((await attempt(`delete from ${table} where false`)) !== NO_PRIVILEGE) deletable.push(table);
    }
    expect(deletable).toEqual(Object.keys(DELETABLE));
  });

  it.for([
    ["a tax of an issued invoice", "delete from invoice_line_tax", NO_PRIVILEGE],
    [
      "a line more of an issued invoice",
      `insert into invoice_line (tenant_id, id, invoice_id, line_no, product, quantity, unit_price, net, tax, gross)
       select tenant_id, new_id(), id, 9, 'More', 1, 1, 1, 0, 1 from invoice where status = 'ISSUED' limit 1`,
      POSTED,
    ],
    [
      "a tax more of an issued invoice",
      `insert into invoice_line_tax (tenant_id, line_id, name, rate_percent, amount)
       select l.tenant_id, l.id, 'More', 1, 1 from invoice_line l join invoice i on i.id = l.invoice_id
       where i.status = 'ISSUED' limit 1`,
      POSTED,
    ],
    [
      "an instalment more of an issued invoice",
      `insert into open_item (tenant_id, id, kind, customer_id, account_id, document_number, document_date, due_date, currency,
         original_amount, functional_original, invoice_id, instalment_no)
       select tenant_id, new_id(), kind, customer_id, account_id, document_number, document_date, due_date, currency,
         1, 1, invoice_id, 9 from open_item where invoice_id is not null limit 1`,
      POSTED,
    ],
    [
      "an instalment more of terms",
      `insert into payment_terms_instalment (tenant_id, terms_id, instalment_no, percent, net_days)
       select tenant_id, id, 9, 50, 90 from payment_terms limit 1`,
      "RV008",
    ],
    [
      "terms without instalments",
      `insert into payment_terms (tenant_id, id, code, name) select current_tenant(), new_id(), 'NONE', 'None'`,
      "RV008",
    ],
    ["the payer of a remittance that is known", "update remittance set status = 'UNAPPLIED'", POSTED],
    ["the result under a key", "update idempotency_key set result = '{}'", POSTED],
    [
      "an application in an entry of before",
      `insert into application (tenant_id, id, credit_item_id, debit_item_id, customer_id, currency, amount, effective_date, entry_id)
       select tenant_id, new_id(), credit_item_id, debit_item_id, customer_id, currency, 1, effective_date, entry_id
       from application limit 1`,
      "RV007",
    ],
    [
      "an entry more of a bank file",
      `insert into bank_entry (tenant_id, id, batch_id, entry_no, account, reference, currency, amount, side, is_reversal,
         booking_status, outcome)
       select tenant_id, new_id(), id, 99, 'A', 'R', 'EUR', 1, 'CREDIT', false, 'BOOKED', 'NOT_A_RECEIPT' from bank_batch limit 1`,
      POSTED,
    ],
    ["what became of an entry", "update bank_entry set outcome = 'NOT_A_RECEIPT'", POSTED],
    [
      "an event's position",
      "select sequence_events(current_tenant(), 1000); update outbox_event set position = position + 100",
      POSTED,
    ],
    ["how much a refund is", "update refund set amount = 1", NO_PRIVILEGE],
    ["how much a charge is", "update charge set amount = 1", NO_PRIVILEGE],
    [
      "a charge that is reversed",
      "update charge set reversal_entry_id = entry_id, reversed_on = document_date; update charge set version = version + 1",
      POSTED,
    ],
    [
      "a refund that is cancelled",
      "update refund set cancel_entry_id = entry_id, cancelled_on = effective_date; update refund set version = version + 1",
      POSTED,
    ],
    ["what an allowance run requires", "update allowance_run set required = 1", NO_PRIVILEGE],
    [
      "an allowance run that is reversed",
      `update allowance_run set reversal_entry_id = entry_id, reversed_on = as_of, reversal_reason = 'x';
       update allowance_run set version = version + 1`,
      POSTED,
    ],
    [
      "a cell more of an allowance run",
      `insert into allowance_cell (tenant_id, run_id, customer_id, bucket, loss_percent, item_count, exposure, required)
       select tenant_id, run_id, customer_id, 99, 1, 1, 1, 1 from allowance_cell limit 1`,
      POSTED,
    ],
    [
      "a rate more of a provision matrix",
      `insert into provision_rate (tenant_id, matrix_id, segment_no, segment, bucket, loss_percent)
       select tenant_id, matrix_id, 9, 'X', 0, 1 from provision_rate limit 1`,
      POSTED,
    ],
    ["a specific provision", "update specific_provision set percent = 0", NO_PRIVILEGE],
    ["a run over small balances", "update small_balance_run set as_of = '2020-01-01'", NO_PRIVILEGE],
    [
      "a waiver that is reversed",
      "update late_fee_waiver set reversal_entry_id = entry_id, reversed_on = effective_date; update late_fee_waiver set version = version + 1",
      POSTED,
    ],
    ["how much a late fee is", "update late_fee set amount = 1", NO_PRIVILEGE],
    [
      "a line more of a late fee",
      `insert into late_fee_line (tenant_id, run_id, late_fee_id, line_no, policy_id, customer_id, currency, charged_on, kind, amount)
       select tenant_id, run_id, late_fee_id, 99, policy_id, customer_id, currency, charged_on, 'MINIMUM', 1 from late_fee_line
       where late_fee_id is not null limit 1`,
      "RV008",
    ],
    [
      "a day of an item that was charged",
      `insert into late_fee_line (tenant_id, run_id, line_no, policy_id, customer_id, currency, charged_on, kind, item_id, from_date,
         to_date, days, principal, annual_rate, day_count, amount)
       select tenant_id, run_id, 99, policy_id, customer_id, currency, charged_on, kind, item_id, from_date, to_date + 1, days,
         principal, annual_rate, day_count, 0 from late_fee_line where kind = 'INTEREST' limit 1`,
      "23505",
    ],
    [
      "days of an item that follow none that were charged",
      `insert into late_fee_line (tenant_id, run_id, line_no, policy_id, customer_id, currency, charged_on, kind, item_id, after_date,
         from_date, to_date, days, principal, annual_rate, day_count, amount)
       select tenant_id, run_id, 99, policy_id, customer_id, currency, charged_on, kind, item_id, from_date, to_date, to_date + 1,
         2, principal, annual_rate, day_count, 0 from late_fee_line where kind = 'INTEREST' and from_date < to_date limit 1`,
      "23503",
    ],
    [
      "a payment plan that ended",
      "update payment_plan set status = 'CANCELLED', ended_on = '2026-01-01'; update payment_plan set status = 'ACTIVE', ended_on = null",
      POSTED,
    ],
    [
      "that a payment plan was completed before",
      "update payment_plan_reopening set completed_on = completed_on - 1",
      NO_PRIVILEGE,
    ],
    [
      "a dispute that is closed",
      "update dispute set status = 'OPEN', closed_on = null, resolution = null, accepted_amount = null where status = 'RESOLVED'",
      POSTED,
    ],
    ["how much is disputed", "update dispute set amount = 1", NO_PRIVILEGE],
    ["what was done with a dispute", "update dispute_step set made_by = 'nobody'", NO_PRIVILEGE],
    [
      "more of an item than it has open, for a dispute",
      `insert into dispute (tenant_id, id, number, customer_id, invoice_id, currency, scope, amount, reason_code, owner_department,
         opened_on)
       select i.tenant_id, new_id(), 'DSP-X', i.customer_id, i.invoice_id, i.currency, 'AMOUNT', i.open_amount, 'PRICE', 'X',
         i.document_date
       from open_item i join dispute_item o on o.item_id = i.id where i.is_open limit 1;
       insert into dispute_item (tenant_id, dispute_id, item_id, amount)
       select i.tenant_id, d.id, i.id, d.amount from dispute d join open_item i on i.invoice_id = d.invoice_id
       where d.number = 'DSP-X'`,
      "RV010",
    ],
    [
      "a line more of a dispute",
      `insert into dispute_line (tenant_id, dispute_id, invoice_line_id, amount)
       select d.tenant_id, d.id, l.id, 1 from dispute d join invoice_line l on l.invoice_id = d.invoice_id
       where d.scope = 'AMOUNT' limit 1`,
      "RV010",
    ],
    ["the schedule of a payment plan", "update payment_plan_instalment set amount = 1", NO_PRIVILEGE],
    [
      "an instalment more of a schedule",
      `insert into payment_plan_instalment (tenant_id, plan_id, schedule_no, instalment_no, due_date, amount)
       select tenant_id, plan_id, schedule_no, 99, starts_on, 1 from payment_plan_schedule limit 1`,
      "RV008",
    ],
    [
      "an item of an active plan, for a second one",
      `insert into payment_plan (tenant_id, id, number, customer_id, currency, grace_days, misses_to_default, contact_name, proposed_on)
       select tenant_id, new_id(), 'PP-X', customer_id, currency, 0, 1, 'X', proposed_on from payment_plan limit 1;
       insert into payment_plan_item (tenant_id, plan_id, item_id, is_active)
       select i.tenant_id, p.id, i.item_id, true from payment_plan_item i join payment_plan p on p.number = 'PP-X'`,
      "23505",
    ],
    ["what matching said of a part", "update match_part set amount = 1", NO_PRIVILEGE],
    [
      "what became of a part that was decided",
      "update match_part set outcome = 'DECLINED' where outcome = 'ACCEPTED'",
      POSTED,
    ],
    [
      "a part more of a match that was decided",
      `insert into match_part (tenant_id, id, match_id, part_no, decision, item_id, currency, amount, outcome)
       select tenant_id, new_id(), match_id, 99, 'CHOSEN', item_id, currency, amount, outcome from match_part
       where outcome = 'ACCEPTED' limit 1`,
      POSTED,
    ],
    [
      "a match that was decided",
      "update receipt_match set status = 'SUPERSEDED' where status = 'CONFIRMED'",
      POSTED,
    ],
    [
      "a second match that waits of a receipt",
      `insert into receipt_match (tenant_id, id, receipt_id, run_id, currency, amount, status, remainder_amount, matched_by)
       select tenant_id, new_id(), receipt_id, run_id, currency, amount, 'OPEN', 0, matched_by from receipt_match
       where status = 'OPEN' limit 1`,
      "23505",
    ],
    [
      "a decision on a bank line that was undone",
      "update bank_match set status = 'CONFIRMED', undone_at = null, undone_by = null where status = 'UNDONE'",
      POSTED,
    ],
    ["what was decided of a bank line", "update bank_match set bank_amount = 1", NO_PRIVILEGE],
    [
      "a movement more of a bank match",
      `insert into bank_match_movement select m.tenant_id, m.id, j.id, m.currency, 1, 'MATCHED', false
       from bank_match m cross join journal_entry j where j.kind = 'INVOICE' limit 1`,
      POSTED,
    ],
    [
      "a bank line that is reconciled, a second time",
      `insert into bank_match (tenant_id, id, bank_entry_id, currency, bank_amount, ledger_amount, kept, status, decided_by)
       select tenant_id, new_id(), bank_entry_id, currency, 1, 1, 'RECORDED', 'CONFIRMED', 'x' from bank_match
       where status = 'CONFIRMED' and bank_entry_id is not null limit 1`,
      "23505",
    ],
    [
      "a name that was forgotten",
      `update payer_alias set removed_at = now(), removed_by = 'x';
       update payer_alias set removed_at = null, removed_by = null`,
      POSTED,
    ],
    ["a line of a remittance", "update remittance_line set amount = 1", NO_PRIVILEGE],
    [
      "the receipt numbers of another tenant",
      "select nextval(c.oid::regclass) from pg_class c where c.relkind = 'S' and c.relname like 'receipt_number%'",
      NO_PRIVILEGE,
    ],
  ] as const)("does not touch %s", async ([, statement, code]) => {
    expect(await attempt(statement)).toBe(code);
  });

  it("adds lines to a draft, and takes no draft for issued", async () => {
    const more = `insert into invoice_line (tenant_id, id, invoice_id, line_no, product, quantity, unit_price, net, tax, gross)
      select tenant_id, new_id(), id, 9, 'More', 1, 1, 1, 0, 1 from invoice where status = 'DRAFT' limit 1`;
    expect(await attempt(more)).toBe("1 rows");
  });
});
