import { readdir, readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordReceipt } from "../../src/cash/record-receipt.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import { createTestDatabase } from "../support/database.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
afterAll(() => library.close());

const MONEY = { amount: "5.00", currency: "USD", method: "CASH" } as const;

async function nextNumber(books: Books): Promise<string> {
  const { receiptId } = await books.does(recordReceipt, MONEY);
  const found = sql`select number from receipt where tenant_id = ${books.tenant.id} and id = ${receiptId}`;
  return (await books.row<{ number: string }>(found)).number;
}

describe("the numbers of receipts", () => {
  it("are each tenant's own: they tell nothing of another's business", async () => {
    const [one, two] = [await library.books(), await library.books()];
    expect([await nextNumber(one), await nextNumber(one), await nextNumber(one)]).toEqual([
      "RCT-00000001",
      "RCT-00000002",
      "RCT-00000003",
    ]);
    expect(await nextNumber(two)).toBe("RCT-00000001");
  });

  it("are taken without waiting for a receipt that is still being recorded", async () => {
    const books = await library.books();
    const slow = await library.database.pool.connect();
    await slow.query("begin");
    await slow.query("select set_config('app.tenant_id', $1, true)", [books.tenant.id]);
    await slow.query("select next_receipt_numbers(1)");
    expect(await nextNumber(books)).toBe("RCT-00000002");
    await slow.query("rollback");
    slow.release();
  });

  it("go on after those that a tenant had when all shared one sequence", async () => {
    const { url, drop } = await createTestDatabase({ empty: true });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await migrateTo(client, (name) => name < "0007");
      await client.query(BEFORE);
      await migrateTo(client, (name) => name.startsWith("0007"));
      await client.query("set app.tenant_id = '00000000-0000-0000-0000-000000000001'");
      const { rows } = await client.query("select next_receipt_numbers(2)::integer as n");
      expect(rows.map(({ n }) => n)).toEqual([7660, 7661]);
    } finally {
      await client.end();
      await drop();
    }
  });
});

const BEFORE = `
  insert into tenant (tenant_id, slug, name, functional_currency, time_zone)
  values ('00000000-0000-0000-0000-000000000001', 'a', 'A', 'USD', 'UTC');
  set session_replication_role = replica;
  insert into receipt (tenant_id, id, number, amount, currency, received_on, method, rate, entry_id)
  select '00000000-0000-0000-0000-000000000001', new_id(), number, 1, 'USD', '2026-01-01', 'CASH', 1, new_id()
  from unnest(array['RCT-00000012', 'RCT-00007659', 'X-99999999']) as n(number);
  set session_replication_role = default`;

async function migrateTo(client: pg.Client, chosen: (name: string) => boolean): Promise<void> {
  const folder = new URL("../../migrations/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql") && chosen(name)).sort();
  for (const name of names) await client.query(await readFile(new URL(name, folder), "utf8"));
}
