import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bankFileImportInChunks } from "../../src/cash/import-bank-file.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { createInvoice } from "../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../src/invoicing/issue-invoice.js";
import { refusal, refuse } from "../../src/platform/commands/refusal.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import { entry, statement, transaction } from "./bank-files/statement-files.js";

let library: Library;
let books: Books;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
beforeEach(async () => {
  books = await library.books("EUR");
});
afterAll(() => library.close());

/** Invoices of one customer, each paid by an entry that names it. */
async function fileOfPaid(count: number) {
  const { customerId } = await books.does(createCustomer, { number: "C1", name: "Northwind Traders" });
  const entries: string[] = [];
  for (let n = 1; n <= count; n++) {
    const amount = `${100 + n}.00`;
    const lines = [{ product: "Goods", quantity: "1", unitPrice: amount }];
    const termsId = await books.termsId("NET30");
    const { invoiceId } = await books.does(createInvoice, {
      customerId,
      documentDate: "2026-02-25",
      termsId,
      lines,
    });
    await books.does(issueInvoice, { invoiceId });
    const { number } = await books.row<{ number: string }>(
      sql`select number from invoice where tenant_id = ${books.tenant.id} and id = ${invoiceId}`,
    );
    const details = transaction({ amount, text: `Invoice ${number}`, name: "Northwind Traders" });
    entries.push(entry({ amount, reference: `R${n}`, details }));
  }
  return { fileName: "file.xml", content: statement(entries.join("")) };
}

const eventsOfCash = () =>
  books.rows<{ type: string; receipt: string }>(sql`
    select type, payload ->> 'receiptId' as receipt from outbox_event
    where tenant_id = ${books.tenant.id} and payload ? 'receiptId' order by seq`);

describe("a bank file that is matched in chunks", () => {
  it("tells of each receipt once, in order: recorded, applied, and what came with it", async () => {
    const { receiptIds } = await books.does(bankFileImportInChunks(2), await fileOfPaid(5));
    const events = await eventsOfCash();
    expect(new Set(events.map(({ receipt }) => receipt))).toEqual(new Set(receiptIds));
    for (const id of receiptIds)
      expect(events.filter(({ receipt }) => receipt === id).map(({ type }) => type)).toEqual([
        "RECEIPT_RECORDED",
        "PAYMENT_APPLIED",
        "REMITTANCE_RECEIVED",
      ]);
    await books.expectSound();
  });

  it("leaves nothing behind when its last chunk is not taken, not even an event", async () => {
    const file = await fileOfPaid(3);
    const whole = bankFileImportInChunks(1);
    const failing: typeof whole = {
      ...whole,
      async run(context, input) {
        await whole.run(context, input);
        return refuse(refusal("INVALID_STATE", "content", "Not taken."));
      },
    };
    expect((await books.attempt(failing, file)).refusals.map(({ code }) => code)).toEqual(["INVALID_STATE"]);
    expect(await eventsOfCash()).toEqual([]);
    expect(await books.rows(sql`select id from bank_batch where tenant_id = ${books.tenant.id}`)).toEqual([]);
    await books.does(bankFileImportInChunks(1), file);
    await books.expectSound();
  });
});
