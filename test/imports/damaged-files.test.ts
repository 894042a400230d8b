import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ImportSummary, runImport } from "../../src/imports/index.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import { INVOICE_YAML, profileFrom } from "./sources.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
afterAll(() => library.close());

const profile = profileFrom(INVOICE_YAML);

function importing(
  books: Books,
  content: Buffer,
  onRejected: (bytes: Buffer) => void = () => undefined,
): Promise<ImportSummary> {
  const request = { content, fileName: "file.csv", profileName: "test", profile, onRejected };
  return runImport(library.commands, books.actor, request);
}

const HEADER = "No,Customer,Date,Due,Amount";
const file = (...rows: string[]) => Buffer.from([HEADER, ...rows].join("\n"));
const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => `${first + n},C1,2026-01-05,2026-02-04,${10 + n}.25`);

describe("a damaged file", () => {
  it("that has a NUL byte in a row has that row rejected, keeps the bytes in the file of rejected rows, and goes on", async () => {
    const books = await library.books();
    const parts: Buffer[] = [];
    const content = file(
      "1,C1,2026-01-05,2026-02-04,10.00",
      "2,C\0one,2026-01-05,2026-02-04,1\0.00",
      "3,C1,2026-01-05,2026-02-04,30.00",
    );
    const run = await importing(books, content, (bytes) => void parts.push(bytes));
    expect(run).toMatchObject({ failure: null, rowsRead: 3, rowsImported: 2, rowsRejected: 1 });
    const kept = await books.rows(sql`
      select line, column_name as "column", value, source_row ->> 1 as customer, reason from import_rejection
      where tenant_id = ${books.tenant.id} order by rejection_no`);
    expect(kept).toMatchObject([
      { line: 3, column: "Customer", value: "C\uFFFDone", customer: "C\uFFFDone" },
      { line: 3, column: "Amount", value: "1\uFFFD.00", reason: expect.stringContaining('"1␀.00"') },
    ]);
    const rejected = Buffer.concat(parts).toString();
    expect(rejected).toContain("\n2,C\0one,2026-01-05,2026-02-04,1\0.00,3,");

    // The file can be corrected as any other: a byte that stands for no character would have stopped that.
    const corrected = Buffer.from(rejected.replaceAll("\0", ""));
    expect(await importing(books, corrected)).toMatchObject({ rowsImported: 1, rowsRejected: 0 });
  });

  it("that has a NUL byte in its header is kept as failed, with the reason", async () => {
    const books = await library.books();
    const content = Buffer.from("No,Customer,Date,Due,Amo\0unt\n1,C1,2026-01-05,2026-02-04,10.00\n");
    const run = await importing(books, content);
    expect(run.failure).toMatch(/^The header lacks "Amount".* Nothing was imported\.$/);
    const kept = await books.row<{ status: string }>(
      sql`select status from import_run where tenant_id = ${books.tenant.id}`,
    );
    expect(kept.status).toBe("FAILED");
  });

  it("that has a stray quote is taken in up to there, and says where it stands and where to go on", async () => {
    const books = await library.books();
    const parts: Buffer[] = [];
    const rows = [...rowsFrom(1, 11), "12,C1,2026-01-05,2026-02-04,ten", "13,C1,2026-13-05,2026-02-04,5.00"];
    const onRejected = (bytes: Buffer) => void parts.push(bytes);
    const broken = await importing(books, file(...rows, '14,5" pipe,2026-01-05,2026-02-04,9.00'), onRejected);
    expect(broken).toMatchObject({ rowsRead: 13, rowsImported: 11, rowsRejected: 2 });
    expect(broken.failure).toBe(
      "The row that begins on line 15 has a quote inside a value in column 2 (Customer): put the value in quotes " +
        "and double those inside it, or remove it. The rows before line 15 are dealt with; from there on nothing " +
        "was read. Correct it and import the whole file again: rows that are in are passed over.",
    );
    expect(Buffer.concat(parts).toString().trimEnd().split("\n")).toHaveLength(3);
    const kept = await books.row(sql`
      select r.status, r.failure, count(*)::int as rejections from import_run r
      join import_rejection j on j.tenant_id = r.tenant_id and j.run_id = r.id
      where r.tenant_id = ${books.tenant.id} group by 1, 2`);
    expect(kept).toEqual({ status: "FAILED", failure: broken.failure, rejections: 2 });

    const mended = await importing(books, file(...rows, "14,C1,2026-01-05,2026-02-04,9.00"));
    expect(mended).toMatchObject({ failure: null, rowsImported: 1, rowsDuplicate: 11, rowsRejected: 2 });
    await books.expectSound();
  });
});
