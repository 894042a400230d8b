import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bankFileImportInChunks, importBankFile } from "../../src/cash/import-bank-file.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { createInvoice } from "../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../src/invoicing/issue-invoice.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import { entry, statement, transaction } from "./bank-files/statement-files.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
afterAll(() => library.close());

const NAMES = ["Northwind Traders", "Zenith Holding", "Aurora Timber Works"];

interface Bill {
  readonly customer: number;
  readonly cents: number;
  readonly terms: string;
}

interface Paid {
  readonly payer: number;
  readonly named: readonly number[];
  /** Added to what the named bills come to. */
  readonly more: number;
  readonly isSigned: boolean;
}

const bills = fc.array(
  fc.record({
    customer: fc.nat(NAMES.length - 1),
    cents: fc.constantFrom(5_000, 7_500, 10_000, 12_345),
    terms: fc.constantFrom("NET30", "2/10NET30", "30/50/20"),
  }),
  { minLength: 1, maxLength: 5 },
);
const payments = fc.array(
  fc.record({
    payer: fc.nat(NAMES.length - 1),
    named: fc.array(fc.nat(4), { maxLength: 3 }),
    more: fc.constantFrom(-2_000, -100, 0, 0, 0, 100, 5_000),
    isSigned: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

async function tell(books: Books, given: readonly Bill[]): Promise<string[]> {
  const customerIds: string[] = [];
  for (const [i, name] of NAMES.entries())
    customerIds.push((await books.does(createCustomer, { number: `C${i}`, name })).customerId);
  const numbers: string[] = [];
  for (const { customer, cents, terms } of given) {
    const lines = [{ product: "Goods", quantity: "1", unitPrice: (cents / 100).toFixed(2) }];
    const its = { documentDate: "2026-02-25", termsId: await books.termsId(terms), lines };
    const customerId = customerIds[customer] ?? "";
    const { invoiceId } = await books.does(createInvoice, { customerId, ...its });
    await books.does(issueInvoice, { invoiceId });
    const numbered = sql`select number from invoice where tenant_id = ${books.tenant.id} and id = ${invoiceId}`;
    numbers.push((await books.row<{ number: string }>(numbered)).number);
  }
  return numbers;
}

function fileOf(given: readonly Bill[], paid: readonly Paid[], numbers: readonly string[], name: string) {
  const entries = paid.map(({ payer, named, more, isSigned }, i) => {
    const cents = named.reduce((sum, at) => sum + (given[at]?.cents ?? 0), 0) + more;
    const amount = (Math.max(cents, 100) / 100).toFixed(2);
    const text = named.flatMap((at) => numbers[at] ?? []).join(" ");
    const details = transaction({ amount, text, name: isSigned ? (NAMES[payer] ?? "") : "" });
    return entry({ amount, reference: `${name}-${i}`, details });
  });
  return { fileName: `${name}.xml`, content: statement(entries.join("")).toString("base64") };
}

it("whatever is billed and paid, the books stay sound and no money is applied that is not there", async () => {
  await fc.assert(
    fc.asyncProperty(bills, payments, payments, async (given, first, second) => {
      const books = await library.books("EUR");
      const numbers = await tell(books, given);
      await books.does(importBankFile, fileOf(given, first, numbers, "first"));
      await books.does(importBankFile, fileOf(given, second, numbers, "second"));
      await books.expectSound();
      const wrong = await books.rows(sql`
        select m.id, m.status from receipt_match m
        join receipt r on r.tenant_id = m.tenant_id and r.id = m.receipt_id
        left join lateral (
          select sum(a.amount) filter (where x.credit_part_id is null) as applied
          from match_application x join application a on a.tenant_id = x.tenant_id and a.id = x.application_id
          where x.tenant_id = m.tenant_id and x.match_id = m.id) s on true
        where m.tenant_id = ${books.tenant.id}
          and (coalesce(s.applied, 0) > r.amount or (m.status = 'NONE' and s.applied is not null)
               or (r.customer_id is null and s.applied is not null)
               or exists (select from match_part p where p.tenant_id = m.tenant_id and p.match_id = m.id
                            and p.decision = 'AUTO'
                            and not exists (select from match_application x where x.tenant_id = p.tenant_id
                                              and (x.part_id = p.id or x.credit_part_id = p.id))))`);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

interface Became {
  readonly reference: string;
  readonly applied: readonly string[];
}

/** What was applied of each entry's money. */
function becameOf(books: Books): Promise<Became[]> {
  return books.rows(sql`
    select e.reference,
           array(select concat_ws(' ', i.document_number, i.instalment_no, p.amount, p.discount)
                 from match_part p join open_item i on i.tenant_id = p.tenant_id and i.id = p.item_id
                 where p.tenant_id = m.tenant_id and p.match_id = m.id and p.decision = 'AUTO'
                 order by i.document_number, i.instalment_no) as applied
    from bank_entry e
    join remittance r on r.tenant_id = e.tenant_id and r.bank_entry_id = e.id
    join receipt_match m on m.tenant_id = r.tenant_id and m.receipt_id = r.receipt_id
    where e.tenant_id = ${books.tenant.id} order by e.reference`);
}

it("a file whose payments are looked at a few at a time is applied as in one look, or left to a person", async () => {
  await fc.assert(
    fc.asyncProperty(bills, payments, fc.integer({ min: 1, max: 2 }), async (given, paid, size) => {
      const became: Became[][] = [];
      for (const command of [importBankFile, bankFileImportInChunks(size)]) {
        const books = await library.books("EUR");
        const numbers = await tell(books, given);
        await books.does(command, fileOf(given, paid, numbers, "file"));
        await books.expectSound();
        became.push(await becameOf(books));
      }
      const [atOnce = [], inChunks = []] = became;
      const sure = inChunks.map((one, i) =>
        one.applied.length === 0 ? { ...one, applied: atOnce[i]?.applied } : one,
      );
      expect(sure).toEqual(atOnce);
    }),
    { numRuns: 12 },
  );
});

it("an early payment that only has the amount leaves the invoice to a later one that names it, chunks apart", async () => {
  const books = await library.books("EUR");
  const [number = ""] = await tell(books, [{ customer: 0, cents: 10_000, terms: "NET30" }]);
  const named = (text: string, reference: string) =>
    entry({
      amount: "100.00",
      reference,
      details: transaction({ amount: "100.00", text, name: "Northwind Traders" }),
    });
  const entries = [
    named("With thanks", "file-0"),
    named("Second", "file-1"),
    named(`Invoice ${number}`, "file-2"),
  ];
  const content = statement(entries.join("")).toString("base64");
  await books.does(bankFileImportInChunks(1), { fileName: "file.xml", content });
  expect(await becameOf(books)).toMatchObject([
    { reference: expect.stringContaining("file-0"), applied: [] },
    { reference: expect.stringContaining("file-1"), applied: [] },
    { reference: expect.stringContaining("file-2"), applied: [`${number} 1 100 0`] },
  ]);
});
