import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeriod } from "../../src/close/change-period.js";
import { findProfile, type ImportProfile, type ImportSummary, runImport } from "../../src/imports/index.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import { INVOICE_YAML, profileFrom, realFile } from "./sources.js";

const HIGHRADIUS = realFile("highradius_open_9367.csv");
const IBM = realFile("split/ibm_dev.csv");
const ABSENT = "the data is not beside the checkout (../shared/data/ar)";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
afterAll(() => library.close());

type Extra = Partial<Parameters<typeof runImport>[2]>;

function importing(
  books: Books,
  content: Buffer,
  profile: ImportProfile,
  extra: Extra = {},
): Promise<ImportSummary> {
  const request = { content, fileName: "file.csv", profileName: "test", profile, ...extra };
  return runImport(library.commands, books.actor, request);
}

interface Sums {
  readonly invoices: number;
  readonly customers: number;
  readonly billed: string;
  readonly open: string;
  readonly unapplied: string;
}

function sumsOf(books: Books): Promise<Sums> {
  const { id } = books.tenant;
  return books.row<Sums>(sql`
    select (select count(*)::int from invoice where tenant_id = ${id}) as invoices,
           (select count(*)::int from customer where tenant_id = ${id}) as customers,
           (select round(coalesce(sum(total), 0), 2) from invoice where tenant_id = ${id}) as billed,
           (select round(coalesce(sum(open_amount), 0), 2) from open_item where tenant_id = ${id} and original_amount > 0) as open,
           (select round(coalesce(sum(open_amount), 0), 2) from open_item where tenant_id = ${id} and original_amount < 0) as unapplied`);
}

describe("the import of the 9,367 open invoices", () => {
  it("takes in every row, open at what the file says to the cent, and nothing when it comes again", async (test) => {
    if (!HIGHRADIUS) return test.skip(ABSENT);
    const books = await library.books();
    const content = readFileSync(HIGHRADIUS);
    const profile = await findProfile("highradius-open");
    const started = performance.now();
    const run = await importing(books, content, profile);
    const seconds = (performance.now() - started) / 1_000;
    console.log(`9,367 rows imported in ${seconds.toFixed(1)} s: ${Math.round(9_367 / seconds)} rows/s`);

    expect(run).toMatchObject({
      failure: null,
      rowsRead: 9367,
      rowsImported: 9367,
      rowsDuplicate: 0,
      rowsRejected: 0,
    });
    const { cents, customers } = plainSums(content.toString("utf8"), 11, 2);
    const sums = await sumsOf(books);
    expect(sums).toMatchObject({ invoices: 9367, customers, billed: cents, open: cents, unapplied: "0.00" });
    await books.expectSound();

    const startedAgain = performance.now();
    const again = await importing(books, content, profile);
    expect((performance.now() - startedAgain) / 1_000).toBeLessThan(seconds / 2);
    expect(again).toMatchObject({ rowsRead: 9367, rowsImported: 0, rowsDuplicate: 9367, rowsRejected: 0 });
    expect(await sumsOf(books)).toEqual(sums);
  }, 180_000);
});

describe("the import of the settled invoices", () => {
  it("leaves nothing open: each has its receipt on the day it was paid, applied in full", async (test) => {
    if (!IBM) return test.skip(ABSENT);
    const books = await library.books();
    const content = readFileSync(IBM);
    const profile = await findProfile("ibm-settled");
    const run = await importing(books, content, profile);
    expect(run).toMatchObject({ failure: null, rowsRead: 1481, rowsImported: 1481, rowsRejected: 0 });
    expect(await sumsOf(books)).toEqual({
      invoices: 1481,
      customers: 100,
      billed: "88542.84",
      open: "0.00",
      unapplied: "0.00",
    });
    const late = await books.row<{ late: number }>(sql`
      select count(*)::int as late from application a join open_item d on d.tenant_id = a.tenant_id and d.id = a.debit_item_id
      where a.tenant_id = ${books.tenant.id} and a.effective_date > d.due_date`);
    const daysLate = content
      .toString("utf8")
      .split("\n")
      .slice(1)
      .map((line) => Number(line.split(",")[11] ?? 0));
    expect(late.late).toBe(daysLate.filter((days) => days > 0).length);
    await books.expectSound();
    expect(await importing(books, content, profile)).toMatchObject({ rowsImported: 0, rowsDuplicate: 1481 });
    await books.expectSound();
  });
});

/** Σ of a column rounded half-up to cents row by row, and how many customers the numbers padded to ten make. */
function plainSums(
  text: string,
  amountColumn: number,
  customerColumn: number,
): { cents: string; customers: number } {
  const rows = text
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(","));
  const cents = rows.reduce((sum, cells) => {
    const [whole = "0", fraction = ""] = (cells[amountColumn] ?? "").trim().split(".");
    const exact = BigInt(whole + fraction.padEnd(20, "0").slice(0, 20));
    return sum + (exact + 5n * 10n ** 17n) / 10n ** 18n;
  }, 0n);
  const numbers = rows.map((cells) => cells[customerColumn] ?? "");
  const padded = numbers.map((number) => (/^\d+$/.test(number) ? number.padStart(10, "0") : number));
  return {
    cents: `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`,
    customers: new Set(padded).size,
  };
}

const HEADER = "No,Customer,Date,Due,Amount";
const file = (...rows: string[]) => Buffer.from([HEADER, ...rows].join("\n"));
const rowsFrom = (first: number, count: number) =>
  Array.from(
    { length: count },
    (_, n) => `F-${first + n},C${n % 7},2026-01-05,2026-02-04,${10 + (n % 90)}.25`,
  );

describe("an import run", () => {
  it("keeps what it read, took in and refused, and gives the refused rows back as a file", async () => {
    const books = await library.books();
    const parts: Buffer[] = [];
    const content = file(
      "1,C1,2026-01-05,2026-02-04,10.00",
      "2,C1,2026-13-05,2026-02-04,20.00",
      "3,C1,2026-01-05,2026-02-04,x",
    );
    const profile = profileFrom(INVOICE_YAML);
    const run = await importing(books, content, profile, { onRejected: (bytes) => void parts.push(bytes) });
    expect(run).toMatchObject({ rowsRead: 3, rowsImported: 1, rowsDuplicate: 0, rowsRejected: 2 });

    const kept = await books.rows(sql`
      select r.status, r.rows_rejected as rejected, j.line, j.column_name as "column", j.value, j.code
      from import_run r join import_rejection j on j.tenant_id = r.tenant_id and j.run_id = r.id
      where r.tenant_id = ${books.tenant.id} order by j.rejection_no`);
    expect(kept).toMatchObject([
      { status: "COMPLETED", rejected: 2, line: 3, column: "Date", value: "2026-13-05" },
      { line: 4, column: "Amount", value: "x" },
    ]);

    // The clerk corrects the file of rejected rows and imports it; then the whole file once more.
    const corrected = Buffer.concat(parts)
      .toString("utf8")
      .replace("2026-13-05", "2026-01-05")
      .replace(",x,", ",30.00,");
    expect(await importing(books, Buffer.from(corrected), profile)).toMatchObject({
      rowsImported: 2,
      rowsRejected: 0,
    });
    expect(await sumsOf(books)).toMatchObject({ invoices: 3, billed: "60.00" });
    expect(await importing(books, content, profile)).toMatchObject({
      rowsImported: 0,
      rowsDuplicate: 1,
      rowsRejected: 2,
    });
    await books.expectSound();
  });

  it("that is killed between two chunks is completed by importing the file again", async () => {
    const books = await library.books();
    const content = file(...rowsFrom(1, 2_500));
    const profile = profileFrom(INVOICE_YAML);
    const killed = importing(books, content, profile, {
      onProgress({ rowsRead }) {
        if (rowsRead === 2_000) throw new Error("killed");
      },
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await sumsOf(books)).toMatchObject({ invoices: 2_000 });
    await books.expectSound();

    const again = await importing(books, content, profile);
    expect(again).toMatchObject({
      rowsRead: 2_500,
      rowsImported: 500,
      rowsDuplicate: 2_000,
      rowsRejected: 0,
    });
    expect(await sumsOf(books)).toMatchObject({ invoices: 2_500 });
    const statuses = await books.rows<{ status: string }>(sql`
      select status from import_run where tenant_id = ${books.tenant.id} order by started_at`);
    expect(statuses.map(({ status }) => status)).toEqual(["FAILED", "COMPLETED"]);
    await books.expectSound();
  });

  it("refuses a number that is in the ledger with other content, and rows of closed periods, one by one", async () => {
    const books = await library.books();
    const profile = profileFrom(INVOICE_YAML);
    await importing(books, file("1,C1,2026-01-05,2026-02-04,10.00"), profile);
    await books.does(closePeriod, {
      startsOn: "2026-01-01",
      status: "CLOSED",
      overrideReason: "For the test",
    });
    const rejected: string[] = [];
    const content = file(
      "1,C1,2026-01-05,2026-02-04,10.00",
      "2,C1,2026-01-06,2026-02-04,20.00",
      "3,C1,2026-02-06,2026-03-04,30.00",
    );
    const run = await importing(books, content, profile, {
      onRejected: (_, rejections) => void rejected.push(...rejections.map((r) => `${r.line}: ${r.reason}`)),
    });
    // The row that is in already is nothing new, whatever became of its period.
    expect(run).toMatchObject({ rowsRead: 3, rowsImported: 1, rowsDuplicate: 1, rowsRejected: 1 });
    expect(rejected).toEqual([expect.stringMatching(/^3: The accounting period of 2026-01-06 is closed/)]);

    const changed = await importing(books, file("3,C1,2026-02-06,2026-03-04,31.00"), profile);
    expect(changed).toMatchObject({ rowsImported: 0, rowsDuplicate: 0, rowsRejected: 1 });
    expect(await sumsOf(books)).toMatchObject({ invoices: 2, billed: "40.00" });
  });

  it("tells how much of the file is read, up to all of it", async () => {
    const books = await library.books();
    const content = file(...rowsFrom(1, 3_000));
    const told: number[] = [];
    await importing(books, content, profileFrom(INVOICE_YAML), {
      onProgress: (_, bytesRead) => void told.push(bytesRead),
    });
    expect(told.at(-1)).toBe(content.length);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told[0]).toBeLessThan(content.length);
  });

  it("of a clerk leaves out the rows of a soft-closed period, and goes on with the others", async () => {
    const books = await library.books();
    await books.does(closePeriod, { startsOn: "2026-01-01", status: "SOFT_CLOSED" });
    const content = file("1,C1,2026-01-05,2026-02-04,10.00", "2,C1,2026-02-06,2026-03-04,20.00");
    const request = { content, fileName: "f.csv", profileName: "test", profile: profileFrom(INVOICE_YAML) };
    const clerks = await runImport(library.commands, books.actorWith("AR_CLERK"), request);
    expect(clerks).toMatchObject({ failure: null, rowsImported: 1, rowsRejected: 1 });
    const controllers = await runImport(library.commands, books.actorWith("CONTROLLER"), request);
    expect(controllers).toMatchObject({ rowsImported: 1, rowsDuplicate: 1, rowsRejected: 0 });
  });

  it("refuses rows in a currency without a rate, and books the others at the rate of their day", async () => {
    const books = await library.books("EUR");
    const run = await importing(books, file("1,C1,2026-01-05,2026-02-04,10.00"), profileFrom(INVOICE_YAML));
    expect(run).toMatchObject({ rowsImported: 0, rowsRejected: 1 });
    await books.expectSound();
  });
});
