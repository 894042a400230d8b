import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bankSummary, heldBack } from "../../src/cash/bank-summary.rules.js";
import { bankMoneyOf, heldEntries, importBankFile } from "../../src/cash/index.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { createInvoice } from "../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../src/invoicing/issue-invoice.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import { entry, statement, transaction } from "./bank-files/statement-files.js";

const IBAN = "DE89370400440532013000";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
afterAll(() => library.close());

/** The number of an issued invoice of 100.00. */
async function invoice(books: Books): Promise<string> {
  const payer = { number: "C1", name: "Payer", bankAccounts: [IBAN] };
  const { customerId } = await books.does(createCustomer, payer);
  const lines = [{ product: "Goods", quantity: "1", unitPrice: "100.00" }];
  const termsId = await books.termsId("NET30");
  const documentDate = "2026-02-01";
  const { invoiceId } = await books.does(createInvoice, { customerId, documentDate, termsId, lines });
  await books.does(issueInvoice, { invoiceId });
  const found = sql`select number from invoice where tenant_id = ${books.tenant.id} and id = ${invoiceId}`;
  return (await books.row<{ number: string }>(found)).number;
}

const paid = (amount: string, text: string, reference: string, iban?: string) =>
  entry({ amount, reference, details: transaction({ amount, text, ...(iban ? { iban } : {}) }) });

describe("what the command line tells of a bank file", () => {
  it("is what the money became, in words and with sums per currency, and what is held back and why", async () => {
    const books = await library.books("EUR");
    const number = await invoice(books);
    const take = (content: Buffer) =>
      books.does(importBankFile, { fileName: "statement.xml", content: content.toString("base64") });
    await take(statement(paid("7.00", "rent", "R-1")));
    const { batchId } = await take(
      statement(
        paid("100.00", `Invoice ${number}`, "R-2") +
          paid("30.00", "no number", "R-3", IBAN) +
          paid("5.00", "who is it?", "R-4") +
          paid("7.00", "rent", "R-1") +
          entry({ amount: "12.00", side: "DBIT", reference: "R-fee" }) +
          entry({ amount: "3.00", currency: "SEK", reference: "R-sek" }),
      ),
    );
    const { id } = books.tenant;
    const rows = await books.read((db) => bankMoneyOf(db, id, batchId));
    expect(bankSummary(rows)).toEqual([
      "Receipts recorded                 3   EUR 135.00",
      "  applied to invoices             1   EUR 100.00",
      "  not applied yet                 1   EUR 30.00",
      "  payer not known yet             1   EUR 5.00",
      "Money out, nothing to post        1   EUR 12.00",
      "Taken in before                   1   EUR 7.00",
      "Held back                         1   SEK 3.00",
    ]);
    const held = await books.read((db) => heldEntries(db, id, batchId, 20));
    expect(heldBack(1, held)).toEqual([
      expect.stringMatching(/^Warning: one entry is held back and not posted/),
      "  line 4: SEK 3.00, it is in SEK, the account in EUR. Ask the bank for the amount booked in EUR.",
    ]);
  });

  it("names some of many that are held back, and says how many more there are", () => {
    const one = { line: 7, currency: "EUR", amount: "2", reason: "The date is missing." };
    expect(heldBack(3, [one, { ...one, line: null, currency: "", amount: null }]).slice(1)).toEqual([
      "  line 7: EUR 2.00, The date is missing.",
      "  without a line: an amount that the file does not tell, The date is missing.",
      "  and 1 more: ask for the bank batch's entries with the outcome QUARANTINED",
    ]);
    expect(heldBack(0, [])).toEqual([]);
  });
});
