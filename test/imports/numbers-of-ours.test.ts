import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findProfile, runImport } from "../../src/imports/index.js";
import { createInvoice } from "../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../src/invoicing/issue-invoice.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
afterAll(() => library.close());

const HEADER =
  "number,customer_number,customer_name,document_type,document_date,due_date,terms_code,currency,amount,net,tax," +
  "product_line,revenue_account,purchase_order,region,business_unit,disputed,settled_date";

const numberOf = (value: number) => `INV-${String(value).padStart(6, "0")}`;

async function importing(books: Books, values: readonly number[]) {
  const rows = values.map(
    (value) => `${numberOf(value)},C1,Acme,INVOICE,2026-01-10,2026-02-09,,USD,120.00,,,,,,,,,`,
  );
  return runImport(library.commands, books.actor, {
    content: Buffer.from(
      [HEADER, `A-1,C1,Acme,INVOICE,2026-01-10,2026-02-09,,USD,1.00,,,,,,,,,`, ...rows].join("\n"),
    ),
    fileName: `${values.join("-")}.csv`,
    profileName: "receivables-invoices",
    profile: await findProfile("receivables-invoices"),
    onRejected: () => undefined,
  });
}

/** Issues so many invoices; their numbers. */
async function issuing(books: Books, count: number): Promise<string[]> {
  const [given] = await books.rows<{ customerId: string; termsId: string }>(sql`
    select c.id as "customerId", t.id as "termsId" from customer c join payment_terms t using (tenant_id)
    where c.tenant_id = ${books.tenant.id} and t.code = 'NET30'`);
  if (!given) throw new Error("there is no customer");
  const numbers: string[] = [];
  for (let i = 0; i < count; i++) {
    const lines = [{ product: "Goods", quantity: "1", unitPrice: "10" }];
    const { invoiceId } = await books.does(createInvoice, { ...given, lines });
    await books.does(issueInvoice, { invoiceId });
    const [row] = await books.rows<{ number: string }>(
      sql`select number from invoice where tenant_id = ${books.tenant.id} and id = ${invoiceId}`,
    );
    numbers.push(row?.number ?? "");
  }
  return numbers;
}

describe("invoices of another system with numbers like ours", () => {
  it("keep them, and the sequence passes over them", async () => {
    const books = await library.books();
    await importing(books, [2, 3, 5]);
    expect(await issuing(books, 3)).toEqual([1, 4, 6].map(numberOf));
    await books.expectSound();
  });

  it("never share a number with ours, and none of the sequence is lost, in whatever order they come", async () => {
    const values = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(values, values, fc.integer({ min: 0, max: 4 }), async (before, later, count) => {
        const books = await library.books();
        await importing(books, before);
        const ours = await issuing(books, count);
        await importing(books, later);
        ours.push(...(await issuing(books, 2)));
        const theirs = [
          ...before,
          ...later.filter((value) => !ours.slice(0, count).includes(numberOf(value))),
        ];
        const all = [...new Set([...ours, ...theirs.map(numberOf)])];
        expect(all).toHaveLength(ours.length + new Set(theirs).size);
        const last = ours.at(-1) ?? "";
        const upToLast = all.filter((number) => number <= last).sort();
        expect(upToLast).toEqual(upToLast.map((_, i) => numberOf(i + 1)));
        await books.expectSound();
      }),
      { numRuns: 8 },
    );
  });
});
