import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importBankFile, retryBankFile } from "../../src/cash/index.js";
import { releaseBankEntry } from "../../src/cash/release-bank-entry.js";
import { closePeriod } from "../../src/close/change-period.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { createInvoice } from "../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../src/invoicing/issue-invoice.js";
import { setExchangeRate } from "../../src/ledger/exchange-rate.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import { entry, statement, transaction } from "./bank-files/statement-files.js";

let library: Library;
let books: Books;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
beforeEach(async () => {
  books = await library.books("USD");
});
afterEach(() => books.expectSound());
afterAll(() => library.close());

const fileOf = (content: Buffer) => ({ fileName: "statement.xml", content: content.toString("base64") });
const take = (content: Buffer) => books.does(importBankFile, fileOf(content));
const setRate = () => books.does(setExchangeRate, { currency: "EUR", rateDate: "2026-01-01", rate: "1.2" });

interface EntryRow {
  readonly id: string;
  readonly outcome: string;
  readonly obstacle: string | null;
  readonly releasedBy: string | null;
}

const entries = () =>
  books.rows<EntryRow>(sql`
    select id, outcome, obstacle, released_by as "releasedBy" from bank_entry
    where tenant_id = ${books.tenant.id} order by id`);
const outcomes = async () => (await entries()).map(({ outcome }) => outcome);
const receipts = async () =>
  (await books.rows(sql`select 1 from receipt where tenant_id = ${books.tenant.id}`)).length;

async function heldId(): Promise<string> {
  const held = (await entries()).find(({ outcome }) => outcome === "QUARANTINED");
  if (!held) throw new Error("no entry is quarantined");
  return held.id;
}

async function refusal(entryId: string, more: object = {}): Promise<readonly [string, string][]> {
  const { refusals } = await books.attempt(releaseBankEntry, { entryId, ...more });
  return refusals.map(({ code, path }) => [code, path.join(".")]);
}

/** An invoice in EUR of a customer, issued; its number. */
async function invoice(amount: string): Promise<string> {
  const { customerId } = await books.does(createCustomer, { number: "C1", name: "C1" });
  const { invoiceId } = await books.does(createInvoice, {
    customerId,
    currency: "EUR",
    documentDate: "2026-02-01",
    termsId: await books.termsId("NET30"),
    lines: [{ product: "Goods", quantity: "1", unitPrice: amount }],
  });
  await books.does(issueInvoice, { invoiceId });
  const numbered = sql`select number from invoice where tenant_id = ${books.tenant.id} and id = ${invoiceId}`;
  return (await books.row<{ number: string }>(numbered)).number;
}

const PAID = entry({ amount: "100.00", reference: "A" });

describe("an entry without an exchange rate", () => {
  it("is released once the rate is there: receipt, remittance and application as the import makes them", async () => {
    const laterRate = { currency: "EUR", rateDate: "2026-02-01", rate: "1.1" };
    await books.does(setExchangeRate, laterRate);
    const number = await invoice("100.00");
    // Before the first rate, so that the invoice has one and the payment none.
    const details = transaction({ amount: "100.00", text: number });
    await take(statement(entry({ amount: "100.00", reference: "A", date: "2026-01-15", details })));
    expect(await entries()).toMatchObject([{ outcome: "QUARANTINED", obstacle: "NO_EXCHANGE_RATE" }]);
    const entryId = await heldId();
    const before = await books.digest();
    expect(await refusal(entryId)).toEqual([["NO_EXCHANGE_RATE", "entryId"]]);
    expect(await books.digest()).toBe(before);
    await setRate();

    const { receiptIds } = await books.does(releaseBankEntry, { entryId });

    expect(receiptIds).toHaveLength(1);
    expect(await entries()).toMatchObject([{ outcome: "RECEIPT_RECORDED", releasedBy: "ADMIN" }]);
    const remittance = sql`select m.status, m.bank_entry_id as entry, round(r.amount, 2) as amount, round(r.rate, 1) as rate
      from remittance m join receipt r on r.tenant_id = m.tenant_id and r.id = m.receipt_id where m.tenant_id = ${books.tenant.id}`;
    expect(await books.rows(remittance)).toEqual([
      { status: "APPLIED", entry: entryId, amount: "100.00", rate: "1.2" },
    ]);
    expect(await refusal(entryId)).toEqual([["INVALID_STATE", "entryId"]]);
  });

  it("is only looked at with validateOnly", async () => {
    await take(statement(PAID));
    const entryId = await heldId();
    await setRate();
    const before = await books.digest();
    const options = { validateOnly: true };
    expect((await books.attempt(releaseBankEntry, { entryId }, options)).refusals).toEqual([]);
    expect(await books.digest()).toBe(before);
  });

  it("is not released into a closed period", async () => {
    await take(statement(PAID));
    await setRate();
    await books.does(closePeriod, {
      startsOn: "2026-03-01",
      status: "CLOSED",
      overrideReason: "The entry waits",
    });
    expect(await refusal(await heldId())).toEqual([["PERIOD_CLOSED", "entryId"]]);
  });

  it("that came again with another file meanwhile needs a person's word that it is another one", async () => {
    await take(statement(PAID));
    const entryId = await heldId();
    await setRate();
    await take(statement(PAID, "<!-- sent again -->"));
    expect(await refusal(entryId)).toEqual([["INVALID_STATE", "confirmDuplicate"]]);
    await books.does(releaseBankEntry, { entryId, confirmDuplicate: true });
    expect(await outcomes()).toEqual(["RECEIPT_RECORDED", "RECEIPT_RECORDED"]);
  });

  it("makes one receipt however many release it at once", async () => {
    await take(statement(PAID));
    const entryId = await heldId();
    await setRate();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => books.attempt(releaseBankEntry, { entryId })),
    );
    expect(all.filter(({ result }) => result !== null)).toHaveLength(1);
    expect(all.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual(
      Array(7).fill("INVALID_STATE"),
    );
    expect(await receipts()).toBe(1);
  });
});

describe("an entry that is held for another reason", () => {
  it("of a repeated reference is posted when a person confirms that it is no duplicate", async () => {
    await setRate();
    await take(statement(PAID + PAID));
    expect(await outcomes()).toEqual(["RECEIPT_RECORDED", "QUARANTINED"]);
    const entryId = await heldId();
    expect(await refusal(entryId)).toEqual([["INVALID_STATE", "confirmDuplicate"]]);
    await books.does(releaseBankEntry, { entryId, confirmDuplicate: true });
    expect(await receipts()).toBe(2);
    await take(statement(PAID, "<!-- once more -->"));
    expect(await receipts()).toBe(2);
  });

  it("of which the file does not tell enough stays where it is", async () => {
    await setRate();
    await take(statement(entry({ amount: "0.00", reference: "ZERO" }) + PAID));
    expect(await refusal(await heldId(), { confirmDuplicate: true })).toEqual([["INVALID_STATE", "entryId"]]);
  });
});

describe("importing the same file again", () => {
  it("posts nothing twice, and tries again what waits", async () => {
    const file = fileOf(statement(PAID + PAID + entry({ amount: "7.00", reference: "B" })));
    await books.does(importBankFile, file);
    expect(await outcomes()).toEqual(["QUARANTINED", "QUARANTINED", "QUARANTINED"]);
    expect(await books.does(retryBankFile, file)).toMatchObject({ released: 0, receiptIds: [] });
    await setRate();

    const retried = await books.does(retryBankFile, file);

    expect(retried).toMatchObject({ released: 2, held: [{ reason: expect.stringMatching(/another one/) }] });
    expect(await outcomes()).toEqual(["RECEIPT_RECORDED", "QUARANTINED", "RECEIPT_RECORDED"]);
    expect(await books.does(retryBankFile, file)).toMatchObject({ released: 0 });
    expect(await receipts()).toBe(2);
  });
});

describe("trying a file again", () => {
  it("posts the other entries when one is dated too late, and says what to do about that", async () => {
    const late = entry({ amount: "9.00", reference: "L", date: "2028-01-15" });
    const file = fileOf(statement(PAID + late));
    await books.does(importBankFile, file);
    expect(await outcomes()).toEqual(["QUARANTINED", "QUARANTINED"]);
    await setRate();

    const retried = await books.does(retryBankFile, file);

    expect(retried).toMatchObject({
      released: 1,
      held: [{ reason: expect.stringMatching(/2028-01-15 is more than a year after today.*have it send/) }],
    });
    expect(await outcomes()).toEqual(["RECEIPT_RECORDED", "QUARANTINED"]);
  });
});

it("the same reference in another bank account is another entry", async () => {
  await setRate();
  const file = statement(PAID);
  await take(file);
  const elsewhere = file.toString().replace("DE02120300000000202051", "DE75512108001245126199");
  await take(Buffer.from(elsewhere));
  expect(await outcomes()).toEqual(["RECEIPT_RECORDED", "RECEIPT_RECORDED"]);
});
