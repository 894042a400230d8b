import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CheckResult, verifyLedger } from "../../src/ledger/index.js";
import { executorOn } from "../../src/platform/database/database.js";
import { LedgerFixture } from "../aging/ledger-fixture.js";
import { postRandomBooks } from "../aging/random-books.js";

let ledger: LedgerFixture;
beforeAll(async () => {
  ledger = await LedgerFixture.create();
  await postRandomBooks(ledger, 4_711, 90);
});
afterAll(() => ledger.close());

async function brokenChecks(results: AsyncIterable<CheckResult>): Promise<string[]> {
  const broken: string[] = [];
  for await (const { check, differences } of results) if (differences.length > 0) broken.push(check);
  return broken;
}

/** The checks that fail after a change that no trigger sees; the change is rolled back. */
async function afterTampering(statement: string): Promise<string[]> {
  const client = await ledger.owner.pool.connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    const { rowCount } = await client.query(statement);
    expect(rowCount).toBeGreaterThan(0);
    return await brokenChecks(verifyLedger(executorOn(client), ledger.tenant.id));
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** A dispute of 5 without a history, and with so much of an item. */
const disputed = (closing: string, ofItem: number) => `with dispute as (
  insert into dispute (tenant_id, id, number, customer_id, invoice_id, currency, scope, amount, reason_code, owner_department,
    opened_on, root_cause, corrective_action, status, closed_on, resolution, accepted_amount)
  select tenant_id, new_id(), 'DSP-1', customer_id, id, currency, 'AMOUNT', 5, 'PRICE', 'Sales', '2026-06-01', 'x', 'x', ${closing}
  from invoice where status = 'ISSUED' limit 1 returning *)
  insert into dispute_item (tenant_id, dispute_id, item_id, amount)
  select d.tenant_id, d.id, i.id, ${ofItem} from dispute d join open_item i on i.invoice_id = d.invoice_id limit 1`;

const ONE = "(select id from movement where kind = 'APPLICATION' and amount < 0 limit 1)";

describe("the verification of a ledger", () => {
  it("finds nothing wrong in books that went through the ledger, and tells how much it looked at", async () => {
    const results: CheckResult[] = [];
    await ledger.read(async (session) => {
      for await (const result of verifyLedger(session, ledger.tenant.id)) results.push(result);
    });
    expect(results.filter((result) => result.differences.length > 0)).toEqual([]);
    expect(results.length).toBe(36);
    expect(results.find((r) => r.check.startsWith("Every movement"))?.rowsChecked).toBeGreaterThan(100);
    expect(results.find((r) => r.check.startsWith("A reversal takes back"))?.rowsChecked).toBeGreaterThan(5);
  });

  it("tells what is wrong, what was expected and what was found", async () => {
    const client = await ledger.owner.pool.connect();
    await client.query("begin; set local session_replication_role = replica");
    await client.query("update invoice_line set net = net + 1, gross = gross + 1 where line_no = 1");
    for await (const { check, differences } of verifyLedger(executorOn(client), ledger.tenant.id)) {
      if (!check.startsWith("Every issued invoice is the sum of its lines")) continue;
      expect(differences[0]?.what).toMatch(/^invoice I-\d+$/);
      expect(differences[0]?.expected).not.toBe(differences[0]?.found);
    }
    await client.query("rollback");
    client.release();
  });

  it.each([
    [
      "a changed movement",
      `update movement set amount = amount + 0.01 where id = ${ONE}`,
      "open amount is the sum",
    ],
    ["a movement lost", `delete from movement where id = ${ONE}`, "posts on each control account"],
    [
      "a movement moved in time",
      `update movement set effective_date = effective_date - 400 where id = ${ONE}`,
      "its entry's dates",
    ],
    [
      "a movement moved before its item",
      `update movement set effective_date = effective_date - 400 where id = ${ONE}`,
      "On every date",
    ],
    [
      "a line that is off",
      "update journal_line set functional_amount = functional_amount + 1 where line_no = 1",
      "balances in functional",
    ],
    [
      "a line in another currency",
      "update journal_line set currency = 'GBP' where line_no = 1",
      "in each document currency",
    ],
    [
      "a control account that drifts",
      "update journal_line set amount = amount * 2, functional_amount = functional_amount * 2",
      "Subledger and general ledger",
    ],
    [
      "an open amount of its own",
      "update open_item set functional_open = 1 where open_amount <> 0",
      "open amount is the sum",
    ],
    [
      "a reversal that is not a mirror",
      "update journal_line l set amount = 2 * l.amount from journal_entry e where e.id = l.entry_id and e.reverses_id is not null",
      "mirror image",
    ],
    [
      "a reversal that forgot",
      "update movement set reverses_id = null where kind = 'REVERSAL'",
      "A reversal takes back",
    ],
    [
      "an instalment lost",
      "update open_item set invoice_id = null where instalment_no = 1",
      "sum of its instalments",
    ],
    [
      "a void that is not posted",
      "update invoice set status = 'VOID', void_entry_id = issue_entry_id, voided_on = '2026-06-01' where status = 'ISSUED'",
      "Every void invoice",
    ],
    [
      "a gap in the numbers",
      "update invoice set sequence_no = 3 where id = (select id from invoice limit 1)",
      "no gap",
    ],
    ["a receipt of another amount", "update receipt set amount = amount + 1", "Every receipt has its item"],
    [
      "customers above each other",
      `update customer c set parent_id = o.id from customer o
       where o.tenant_id = c.tenant_id and o.id <> c.id
         and c.id in (select id from customer order by id limit 2) and o.id in (select id from customer order by id limit 2)`,
      "No customer is above itself",
    ],
    [
      "an event at no position",
      "insert into event_stream (tenant_id, last_position) select tenant_id, 3 from tenant",
      "every position",
    ],
    [
      "a key without its result",
      "insert into idempotency_key (tenant_id, key, command, input_hash) select tenant_id, 'k', 'c', 'h' from tenant",
      "keeps the result",
    ],
    [
      "a plan that holds an item though it is not active",
      `with plan as (
         insert into payment_plan (tenant_id, id, number, customer_id, currency, grace_days, misses_to_default, contact_name, proposed_on)
         select tenant_id, new_id(), 'PP-1', customer_id, currency, 5, 2, 'Jo', '2026-06-01' from open_item
         where original_amount > 0 limit 1 returning *)
       insert into payment_plan_item (tenant_id, plan_id, item_id, is_active)
       select p.tenant_id, p.id, i.id, true from plan p join open_item i on i.customer_id = p.customer_id limit 1`,
      "Every payment plan holds",
    ],
    [
      "a dispute of something else than it claims",
      disputed("'OPEN', null, null, null", 4),
      "Every dispute is what it claims",
    ],
    [
      "a dispute that was accepted and settled by nothing",
      disputed("'RESOLVED', '2026-06-02', 'WRITE_OFF', 5", 5),
      "Every accepted dispute is settled",
    ],
  ])("finds %s", async (_, statement, check) => {
    const broken = await afterTampering(statement);
    expect(
      broken.some((name) => name.includes(check)),
      broken.join("\n"),
    ).toBe(true);
  });

  it("finds an application that nothing was moved for, and one that is only said to be undone", async () => {
    const application = `insert into application (tenant_id, id, credit_item_id, debit_item_id, customer_id, currency, amount, effective_date, entry_id)
      select m.tenant_id, new_id(), c.item_id, m.item_id, m.customer_id, m.currency, 1.23, m.effective_date, m.entry_id
      from movement m join movement c on c.entry_id = m.entry_id and c.amount > 0 and c.kind = 'APPLICATION' where m.id = ${ONE}`;
    expect(await afterTampering(application)).toContainEqual(
      expect.stringContaining("Every application is what"),
    );
    const undone = `with made as (${application} returning *)
      insert into application_reversal (tenant_id, application_id, effective_date, entry_id) select tenant_id, id, effective_date, entry_id from made`;
    expect(await afterTampering(undone)).toContainEqual(
      expect.stringContaining("Every application that is undone"),
    );
  });
});
