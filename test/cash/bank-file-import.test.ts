import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importBankFile } from "../../src/cash/index.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { createInvoice } from "../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../src/invoicing/issue-invoice.js";
import { setExchangeRate } from "../../src/ledger/exchange-rate.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import { balance, entry, fixture, statement, transaction } from "./bank-files/statement-files.js";

let library: Library;
let books: Books;
let customerId: string;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
beforeEach(async () => {
  books = await library.books("EUR");
  customerId = await customer("C1", ["DE89370400440532013000"]);
});
afterEach(() => books.expectSound());
afterAll(() => library.close());

async function customer(number: string, bankAccounts: string[] = []): Promise<string> {
  return (await books.does(createCustomer, { number, name: number, bankAccounts })).customerId;
}

/** Issues an invoice of one line and returns its number. */
async function invoice(amount: string, terms = "NET30", of = customerId): Promise<string> {
  const lines = [{ product: "Goods", quantity: "1", unitPrice: amount }];
  const termsId = await books.termsId(terms);
  const { invoiceId } = await books.does(createInvoice, {
    customerId: of,
    documentDate: "2026-02-01",
    termsId,
    lines,
  });
  await books.does(issueInvoice, { invoiceId });
  const numbered = sql`select number from invoice where tenant_id = ${books.tenant.id} and id = ${invoiceId}`;
  return (await books.row<{ number: string }>(numbered)).number;
}

const fileOf = (content: Buffer) => ({ fileName: "statement.xml", content: content.toString("base64") });
const take = (content: Buffer) => books.does(importBankFile, fileOf(content));
const codesOf = async (content: Buffer) =>
  (await books.attempt(importBankFile, fileOf(content))).refusals.map((refusal) => refusal.code);

interface Taken {
  readonly amount: string;
  readonly customer: string | null;
  readonly status: string;
  readonly unapplied: string;
}

/** The remittances with their payers, in the order of the file. */
function remittances(): Promise<Taken[]> {
  return books.rows<Taken>(sql`
    select round(m.amount, 2) as amount, c.number as customer, m.status, round(sum(-i.open_amount), 2) as unapplied
    from remittance m join open_item i on i.tenant_id = m.tenant_id and i.receipt_id = m.receipt_id
    left join customer c on c.tenant_id = m.tenant_id and c.id = m.customer_id
    where m.tenant_id = ${books.tenant.id} group by m.id, m.amount, c.number, m.status order by m.id`);
}

/** What is open on each invoice, by number. */
async function open(): Promise<string[]> {
  const rows = await books.rows<{ open: string }>(sql`
    select round(sum(open_amount), 2) as open from open_item
    where tenant_id = ${books.tenant.id} and original_amount > 0 group by document_number order by document_number`);
  return rows.map((row) => row.open);
}

async function entries(): Promise<[string, string | null][]> {
  const rows = await books.rows<{ outcome: string; reason: string | null }>(sql`
    select outcome, outcome_reason as reason from bank_entry where tenant_id = ${books.tenant.id} order by batch_id, entry_no`);
  return rows.map(({ outcome, reason }) => [outcome, reason]);
}

async function events(): Promise<string[]> {
  const rows = await books.rows<{ type: string }>(
    sql`select type from outbox_event where tenant_id = ${books.tenant.id} and type <> 'CUSTOMER_CREATED' order by seq`,
  );
  return rows.map((row) => row.type);
}

/** From the customer's own account. */
const OWN = { iban: "DE89370400440532013000" };

const paid = (
  amount: string,
  text: string,
  more: Parameters<typeof transaction>[0] = {},
  reference = `R-${amount}`,
) => entry({ amount, reference, details: transaction({ amount, text, ...more }) });

describe("a payment in a bank file", () => {
  it("that names an open invoice exactly is applied to it, and everybody is told", async () => {
    const number = await invoice("100.00");
    const result = await take(statement(paid("100.00", `Invoice ${number}, thank you`)));
    expect(result.outcomes).toEqual([{ outcome: "RECEIPT_RECORDED", count: 1 }]);
    expect(await remittances()).toEqual([
      { amount: "100.00", customer: "C1", status: "APPLIED", unapplied: "0.00" },
    ]);
    expect(await open()).toEqual(["0.00"]);
    expect(await events()).toEqual([
      "INVOICE_ISSUED",
      "RECEIPT_RECORDED",
      "PAYMENT_APPLIED",
      "REMITTANCE_RECEIVED",
    ]);
  });

  it("of less pays a part; of more leaves the rest unapplied", async () => {
    const first = await invoice("100.00");
    // Numbers that one slip of the pen makes of each other leave a part in doubt; these do not.
    const neighbour = await customer("C2");
    for (let i = 0; i < 10; i++) await invoice("7.00", "NET30", neighbour);
    const second = await invoice("50.00");
    await take(statement(paid("40.00", first, OWN) + paid("60.00", second, OWN)));
    expect((await open()).filter((amount) => amount !== "7.00")).toEqual(["60.00", "0.00"]);
    expect(await remittances()).toMatchObject([
      { status: "APPLIED", unapplied: "0.00" },
      { status: "PARTLY_APPLIED", unapplied: "10.00" },
    ]);
  });

  it("that names several invoices settles them all when the money reaches, and none when it does not", async () => {
    const numbers = [await invoice("100.00"), await invoice("50.00"), await invoice("25.00")];
    await take(statement(paid("150.00", `${numbers[0]} and ${numbers[1]}`)));
    expect(await open()).toEqual(["0.00", "0.00", "25.00"]);
    const fourth = await invoice("80.00");
    await take(statement(paid("90.00", `${numbers[2]}; ${fourth}`)));
    expect(await open()).toEqual(["0.00", "0.00", "25.00", "80.00"]);
    expect((await remittances())[1]).toMatchObject({
      status: "UNAPPLIED",
      customer: "C1",
      unapplied: "90.00",
    });
  });

  it("follows the amounts that the payer states for each invoice", async () => {
    const numbers = [await invoice("100.00"), await invoice("50.00")];
    const stated = [
      [numbers[0] ?? "", "70.00"],
      [numbers[1] ?? "", "50.00"],
    ] as const;
    await take(statement(paid("120.00", "", { stated })));
    expect(await open()).toEqual(["30.00", "0.00"]);
  });

  it("for an invoice that another payment of the file has settled stays unapplied", async () => {
    const number = await invoice("100.00");
    await take(statement(["70.00", "60.00", "5.00"].map((amount) => paid(amount, number, OWN)).join("")));
    expect(await open()).toEqual(["0.00"]);
    expect(await remittances()).toMatchObject([
      { status: "APPLIED", unapplied: "0.00" },
      { status: "PARTLY_APPLIED", unapplied: "30.00" },
      { status: "UNAPPLIED", unapplied: "5.00" },
    ]);
  });

  it("from a known account belongs to its owner even without a reference, and from nobody known waits unidentified", async () => {
    await take(
      statement(
        paid("20.00", "thank you", { iban: "DE89 3704 0044 0532 0130 00" }) +
          paid("30.00", "no idea", { name: "Somebody" }),
      ),
    );
    expect(await remittances()).toEqual([
      { amount: "20.00", customer: "C1", status: "UNAPPLIED", unapplied: "20.00" },
      { amount: "30.00", customer: null, status: "UNIDENTIFIED", unapplied: "30.00" },
    ]);
  });

  it("is not applied to an invoice of another customer than the account's owner", async () => {
    const number = await invoice("100.00", "NET30", await customer("C2"));
    await take(statement(paid("100.00", number, { iban: "DE89370400440532013000" })));
    expect(await open()).toEqual(["100.00"]);
    expect(await remittances()).toMatchObject([{ customer: "C1", status: "UNAPPLIED" }]);
  });

  it("that the bank has not booked yet is kept as pending and posted when it is booked", async () => {
    const number = await invoice("100.00");
    const details = transaction({ amount: "100.00", text: number });
    await take(statement(entry({ amount: "100.00", status: "PDNG", details })));
    expect(await entries()).toEqual([["PENDING", "The bank has not booked it yet."]]);
    expect(await open()).toEqual(["100.00"]);
    await take(statement(entry({ amount: "100.00", details })));
    expect(await open()).toEqual(["0.00"]);
  });

  it("that the bank takes back opens the invoice again on that day", async () => {
    const number = await invoice("100.00");
    await take(statement(paid("100.00", number, { endToEndId: "E2E-1" })));
    const back = transaction({ amount: "100.00", text: "return", endToEndId: "E2E-1", returnReason: "AM04" });
    const returned = entry({
      amount: "100.00",
      side: "DBIT",
      date: "2026-03-05",
      reference: "RET",
      details: back,
    });
    const result = await take(statement(returned));
    expect(result.outcomes).toEqual([{ outcome: "RECEIPT_REVERSED", count: 1 }]);
    expect(await open()).toEqual(["100.00"]);
    const reversed = sql`select reversed_on as day, reversal_reason as reason from receipt where tenant_id = ${books.tenant.id}`;
    expect(await books.row(reversed)).toEqual({ day: "2026-03-05", reason: "AM04" });
    expect((await events()).slice(-2)).toEqual(["PAYMENT_UNAPPLIED", "RECEIPT_REVERSED"]);
  });

  it("that the bank takes back but nobody knows is left to a person", async () => {
    const back = transaction({ amount: "9.00", text: "return", endToEndId: "E2E-9", returnReason: "AM04" });
    await take(statement(entry({ amount: "9.00", side: "DBIT", details: back })));
    expect(await entries()).toEqual([
      [
        "QUARANTINED",
        expect.stringContaining("no standing receipt fits it. Once the receipt is there, release"),
      ],
    ]);
  });

  it("in a currency without a rate waits, and the others of the file are taken", async () => {
    await take(statement(entry({ amount: "5.00", reference: "A" })));
    books = await library.books("USD");
    await take(statement(entry({ amount: "5.00", reference: "A" })));
    expect(await entries()).toEqual([
      ["QUARANTINED", expect.stringContaining("no exchange rate from EUR to USD")],
    ]);
    await books.does(setExchangeRate, { currency: "EUR", rateDate: "2026-03-01", rate: "1.2" });
    await take(statement(entry({ amount: "5.00", reference: "A" }), "<!-- sent again -->"));
    expect((await entries()).map(([outcome]) => outcome)).toEqual(["QUARANTINED", "RECEIPT_RECORDED"]);
  });
});

describe("a bank file", () => {
  it("is taken in once: the same file is refused, and an entry that is in already is passed over", async () => {
    const number = await invoice("100.00");
    const first = paid("40.00", number, {}, "R-1");
    await take(statement(first));
    const before = await books.digest();
    expect(await codesOf(statement(first))).toEqual(["DUPLICATE_FILE"]);
    expect(await books.digest()).toBe(before);
    await take(statement(first + paid("60.00", number, {}, "R-2")));
    expect((await entries()).map(([outcome]) => outcome)).toEqual([
      "RECEIPT_RECORDED",
      "DUPLICATE",
      "RECEIPT_RECORDED",
    ]);
    expect(await open()).toEqual(["0.00"]);
  });

  it("whose balances do not add up posts nothing, and says where", async () => {
    const number = await invoice("100.00");
    const before = await books.digest();
    const short = statement(balance("OPBD", "0.00") + balance("CLBD", "150.00") + paid("100.00", number));
    const { refusals } = await books.attempt(importBankFile, fileOf(short));
    expect(refusals).toMatchObject([
      { code: "INVALID_FILE", message: expect.stringMatching(/^Line \d+: .*difference 50/) },
    ]);
    expect(await codesOf(Buffer.from("not a bank file"))).toEqual(["INVALID_FILE"]);
    expect(await codesOf(Buffer.alloc(0))).toEqual(["INVALID_FILE"]);
    expect(await books.digest()).toBe(before);
  });

  it("of every kind of entry is taken in: a split batch, a fee, a return, a pending line", async () => {
    const paidBefore = await books.attempt(importBankFile, fileOf(fixture("02")));
    expect(paidBefore.refusals).toEqual([]);
    expect((await entries()).map(([outcome]) => outcome)).toEqual([
      ...["RECEIPT_RECORDED", "NOT_A_RECEIPT", "PENDING", "QUARANTINED", "RECEIPT_RECORDED"],
    ]);
    expect((await remittances()).map(({ amount, customer: of }) => [amount, of])).toEqual([
      ...[
        ["1190.00", "C1"],
        ["100.00", null],
        ["200.00", null],
        ["300.00", null],
      ],
    ]);
    await books.does(setExchangeRate, { currency: "USD", rateDate: "2026-03-01", rate: "0.9" });
    const us = await take(fixture("08"));
    expect(us.outcomes).toEqual([
      { outcome: "NOT_A_RECEIPT", count: 2 },
      { outcome: "PENDING", count: 1 },
      { outcome: "RECEIPT_RECORDED", count: 4 },
    ]);
  });
});
