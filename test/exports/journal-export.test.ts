import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postReceipts } from "../../src/cash/post-receipts.js";
import { recordReceipt } from "../../src/cash/record-receipt.js";
import { reverseReceipt } from "../../src/cash/reverse-receipt.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { updateCustomer } from "../../src/customers/update-customer.js";
import { findLayout, startJournalExport, writeJournalExport } from "../../src/exports/index.js";
import { sql } from "../../src/platform/database/sql.js";
import { beginAs } from "../../src/platform/database/tenancy.js";
import { sqlState } from "../../src/platform/database/write-transaction.js";
import { Decimal } from "../../src/platform/money.js";
import { type Books, Library } from "../support/books.js";
import { exported, textOf } from "./exporting.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-04-01");
});
afterAll(() => library.close());

async function receive(
  books: Books,
  amount: string,
  receivedOn = "2026-03-10",
  customerId?: string,
): Promise<string> {
  const input = { amount, currency: "USD", receivedOn, method: "CARD", customerId } as const;
  return (await books.does(recordReceipt, input)).receiptId;
}

async function namedCustomer(books: Books, number: string): Promise<string> {
  return (await books.does(createCustomer, { number, name: `Name of ${number}` })).customerId;
}

function rowsOf(file: { readonly text: string } | null): Record<string, string>[] {
  return parse(file?.text ?? "", { columns: true });
}

function idsOf(file: { readonly text: string } | null): string[] {
  return [...new Set(rowsOf(file).map((row) => row.entry_id ?? ""))];
}

interface Counted {
  readonly entries: string;
  readonly exported: string;
  readonly distinct: string;
}

/** Entries of the books, entries in batches, and how many different ones these are. */
function counted(books: Books): Promise<Counted> {
  const { id } = books.tenant;
  return books.row<Counted>(sql`
    select (select count(*) from journal_entry where tenant_id = ${id}) as entries,
           (select count(*) from journal_export_entry where tenant_id = ${id}) as exported,
           (select count(distinct entry_id) from journal_export_entry where tenant_id = ${id}) as distinct`);
}

describe("an entry", () => {
  it("goes out once: what comes later, backdated or reversed, waits for the next batch", async () => {
    const books = await library.books();
    const receipt = await receive(books, "10.00");
    const first = await exported(books);
    expect(await exported(books)).toBeNull();
    await receive(books, "20.00", "2026-01-05");
    await books.does(reverseReceipt, { receiptId: receipt, effectiveDate: "2026-03-11" });
    const second = await exported(books);
    expect(rowsOf(second).map((row) => [row.effective_date, row.kind, row.amount])).toEqual([
      ["2026-01-05", "RECEIPT", "20.00"],
      ["2026-01-05", "RECEIPT", "-20.00"],
      ["2026-03-11", "REVERSAL", "-10.00"],
      ["2026-03-11", "REVERSAL", "10.00"],
    ]);
    expect(new Set(rowsOf(second).map((row) => row.reverses_entry_id))).toEqual(
      new Set(["", ...idsOf(first)]),
    );
    expect(await exported(books)).toBeNull();
    expect(await counted(books)).toEqual({ entries: "3", exported: "3", distinct: "3" });
  });

  it("outside of the asked days stays for a later batch", async () => {
    const books = await library.books();
    for (const day of ["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"])
      await receive(books, "1.00", day);
    const february = await exported(books, { from: "2026-02-01", until: "2026-02-28" });
    expect(new Set(rowsOf(february).map((row) => row.effective_date))).toEqual(
      new Set(["2026-02-01", "2026-02-28"]),
    );
    expect(new Set(rowsOf(await exported(books)).map((row) => row.effective_date))).toEqual(
      new Set(["2026-01-31", "2026-03-01"]),
    );
    await expect(exported(books, { from: "2026-03-01", until: "2026-02-01" })).rejects.toThrow(
      "INVALID_DATE",
    );
  });

  it("is kept from a second batch by the database itself, and no batch is ever changed", async () => {
    const books = await library.books();
    await receive(books, "1.00");
    await exported(books);
    const client = await library.owner.pool.connect();
    const again = (statement: string) =>
      client.query(statement, [books.tenant.id]).then(
        () => "done",
        (error: unknown) => sqlState(error),
      );
    expect(
      await again(`insert into journal_export_entry (tenant_id, entry_id, export_id, ordinal, lines_before)
        select tenant_id, entry_id, export_id, 99, 0 from journal_export_entry where tenant_id = $1`),
    ).toBe("23505");
    for (const table of [
      "journal_export",
      "journal_export_entry",
      "journal_export_total",
      "journal_export_file",
    ])
      expect([table, await again(`delete from ${table} where tenant_id = $1`)]).toEqual([table, "RV001"]);
    client.release();
  });

  it("is in one batch when many export and post at the same moment", async () => {
    const books = await library.books();
    const files: Awaited<ReturnType<typeof exported>>[] = [];
    const exporter = async () => {
      for (let n = 0; n < 5; n++) files.push(await exported(books));
    };
    const poster = async () => {
      for (let n = 0; n < 15; n++) await receive(books, "1.00");
    };
    await receive(books, "1.00");
    await Promise.all([exporter(), poster(), exporter(), poster(), exporter()]);
    files.push(await exported(books));
    const ids = files.flatMap(idsOf);
    expect(ids).toHaveLength(31);
    expect(new Set(ids).size).toBe(31);
    expect(await counted(books)).toEqual({ entries: "31", exported: "31", distinct: "31" });
    const { numbers } = await books.row<{ numbers: number[] }>(
      sql`select array_agg(number order by number) as numbers from journal_export where tenant_id = ${books.tenant.id}`,
    );
    expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    expect(numbers).toHaveLength(files.filter((file) => file !== null).length);
  });

  it("that is being posted while a batch is made goes out with the next one, with all that came after it", async () => {
    const books = await library.books();
    await receive(books, "1.00");
    const client = await library.database.pool.connect();
    await client.query(beginAs(books.tenant.id, "READ WRITE"));
    await client.query(
      `insert into journal_entry (tenant_id, id, effective_date, kind, description, actor)
       values ($1, new_id(), '2026-03-01', 'TEST', 'slow', 'slow')`,
      [books.tenant.id],
    );
    await client.query(
      `insert into journal_line (tenant_id, entry_id, line_no, account_id, currency, amount, functional_amount)
       select e.tenant_id, e.id, n, a.id, 'USD', 3 - 2 * n, 3 - 2 * n
       from journal_entry e, generate_series(1, 2) n, account a
       where e.tenant_id = $1 and e.kind = 'TEST' and a.tenant_id = e.tenant_id and a.role = 'REVENUE'`,
      [books.tenant.id],
    );
    await receive(books, "2.00");
    const meanwhile = await exported(books);
    await client.query("COMMIT");
    client.release();
    const next = await exported(books);
    expect(rowsOf(meanwhile).map((row) => row.amount)).toEqual(["1.00", "-1.00"]);
    expect(rowsOf(next).map((row) => [row.kind, row.amount])).toEqual([
      ["TEST", "1.00"],
      ["TEST", "-1.00"],
      ["RECEIPT", "2.00"],
      ["RECEIPT", "-2.00"],
    ]);
  });
});

describe("a batch", () => {
  it("has control totals, and the hash of its file", async () => {
    const books = await library.books();
    await receive(books, "10.10", "2026-02-01");
    await receive(books, "20.20", "2026-03-01");
    const file = await exported(books);
    const batch = await books.row(sql`
      select x.number, x.entry_count, x.line_count, x.first_effective_date, x.last_effective_date, x.functional_debits,
             t.currency, t.debits, t.credits, f.sha256, f.byte_count
      from journal_export x
      join journal_export_total t on t.tenant_id = x.tenant_id and t.export_id = x.id
      join journal_export_file f on f.tenant_id = x.tenant_id and f.export_id = x.id
      where x.tenant_id = ${books.tenant.id}`);
    expect(batch).toEqual({
      number: 1,
      entry_count: 2,
      line_count: 4,
      first_effective_date: "2026-02-01",
      last_effective_date: "2026-03-01",
      functional_debits: "30.3",
      currency: "USD",
      debits: "30.3",
      credits: "30.3",
      sha256: createHash("sha256")
        .update(file?.text ?? "")
        .digest("hex"),
      byte_count: String(Buffer.byteLength(file?.text ?? "")),
    });
  });

  it("is written again byte for byte, whatever happened to the books since", async () => {
    const books = await library.books();
    const customer = await namedCustomer(books, "C-1");
    await receive(books, "5.00", "2026-03-01", customer);
    const receiver = { accounts: { "1010": "Bank", "1210": "Unapplied" }, settings: {} };
    const first = await exported(books, { format: "quickbooks", receiver });
    if (!first) throw new Error("nothing was exported");
    await books.does(updateCustomer, { customerId: customer, name: "Another name" });
    await receive(books, "6.00", "2026-03-01", customer);
    expect(await textOf(books, first.exportId)).toBe(first.text);
    expect(first.text).toContain("Name of C-1");
    const second = await exported(books, { format: "quickbooks" });
    expect(second?.text).toContain("Another name");
    expect(await textOf(books, first.exportId)).toBe(first.text);
  });

  it("of many pages is one file without a seam", async () => {
    const books = await library.books();
    const customer = await namedCustomer(books, "C-1");
    await books.does(
      {
        name: "manyReceipts",
        scope: "cash:write",
        run: async (context) => {
          const receipt = {
            customerId: customer,
            amount: new Decimal(1),
            currency: "USD",
            method: "CARD",
          } as const;
          const rest = { receivedOn: context.today, reference: null, rate: "1" };
          const many = Array.from({ length: 1_201 }, () => ({ id: uuidv7(), ...receipt, ...rest }));
          await postReceipts(context, many);
          return {};
        },
      },
      {},
    );
    const rows = rowsOf(await exported(books));
    expect(rows.map((row) => row.journal_number)).toEqual(
      Array.from({ length: 2_402 }, (_, n) => `AR1-${Math.floor(n / 2) + 1}`),
    );
  });

  it("is written in a further format with the same entries, and once for each way", async () => {
    const books = await library.books();
    await receive(books, "5.00");
    const file = await exported(books);
    if (!file) throw new Error("nothing was exported");
    const request = {
      journalExportId: file.exportId,
      format: "hledger",
      layout: await findLayout("hledger"),
    };
    expect(await books.does(writeJournalExport(), request)).toEqual({ exportId: file.exportId, fileNo: 2 });
    expect(await books.does(writeJournalExport(), request)).toEqual({ exportId: file.exportId, fileNo: 2 });
    const layout = await findLayout("hledger", {
      accounts: { "1010": "bank", "1220": "cash" },
      settings: {},
    });
    expect(await books.does(writeJournalExport(), { ...request, layout })).toMatchObject({ fileNo: 3 });
    expect(await textOf(books, file.exportId)).toContain("    bank  5.00 USD");
    const unknown = { ...request, journalExportId: "00000000-0000-7000-8000-000000000000" };
    expect((await books.attempt(writeJournalExport(), unknown)).refusals).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
  });

  it("is refused as a whole when an account is not named, and then nothing is taken", async () => {
    const books = await library.books();
    await receive(books, "5.00");
    const before = await books.digest();
    const layout = await findLayout("netsuite", { accounts: { "1010": "Bank" }, settings: {} });
    const { refusals } = await books.attempt(startJournalExport(), { format: "netsuite", layout });
    expect(refusals).toEqual([
      expect.objectContaining({
        code: "INVALID_VALUE",
        message: expect.stringContaining("1220 Unidentified cash"),
      }),
    ]);
    expect(await books.digest()).toBe(before);
  });

  it("needs the authority to hand entries over; an auditor only looks", async () => {
    const books = await library.books();
    await receive(books, "5.00");
    const request = { format: "csv", layout: await findLayout("csv") };
    await expect(
      books.attempt(startJournalExport(), request, { as: books.actorWith("AUDITOR") }),
    ).rejects.toThrow("journal:export");
  });
});
