import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { findProfile, readInvoices } from "../../src/imports/index.js";
import { accepted, all, bytesOf, invoiceProfile, rejectedCodes } from "./sources.js";

describe("a number that stands twice in a file", () => {
  const file = (rows: string[]) => bytesOf(["No,Customer,Date,Due,Amount", ...rows].join("\n"));

  it("is a duplicate when the rows say the same, and rejected when they do not; the first one counts", async () => {
    const rows = [
      "1,C1,2026-01-02,2026-02-01,10.00",
      "1,C1,2026-01-02,2026-02-01,10",
      "1,C1,2026-01-02,2026-02-01,11.00",
      "2,C1,2026-01-02,2026-02-01,x",
      "2,C1,2026-01-02,2026-02-01,12.00",
    ];
    const read = await all(readInvoices(file(rows), invoiceProfile()));
    expect(rejectedCodes(read)).toEqual(["DUPLICATE_ROW", "NUMBER_REUSED", "NOT_A_NUMBER"]);
    expect(accepted(read).map((invoice) => [invoice.number, invoice.amount])).toEqual([
      ["1", "10.00"],
      ["2", "12.00"],
    ]);
    expect(read[1]?.result).toMatchObject({
      rejections: [{ line: 3, reason: 'The row repeats line 2 (number "1"), which was taken: remove it.' }],
    });
  });
});

describe("the plain layout for invoices", () => {
  it("takes invoices, credits by type or by sign, and settled ones", async () => {
    const profile = await findProfile("receivables-invoices");
    if (profile.what !== "invoices") throw new Error("the shipped profile is not for invoices");
    const header =
      "number,customer_number,customer_name,document_type,document_date,due_date,terms_code,currency,amount,net,tax," +
      "product_line,revenue_account,purchase_order,region,business_unit,disputed,settled_date";
    const rows = [
      header,
      "1,C1,Acme,INVOICE,2026-01-02,2026-02-01,NET30,usd,120.00,100.00,20.00,PL,4000,PO-1,EAST,BU,yes,2026-01-20",
      "2,C1,,,2026-01-02,,NET30,USD,-5,,,,,,,,,",
      "3,C1,,CREDIT_MEMO,2026-01-02,,NET30,USD,6,,,,,,,,,",
    ];
    const [settled, ...credits] = accepted(await all(readInvoices(bytesOf(rows.join("\n")), profile)));
    expect(settled).toMatchObject({
      kind: "INVOICE",
      customerName: "Acme",
      currency: "USD",
      amount: "120.00",
      net: "100.00",
      tax: "20.00",
      productLine: "PL",
      revenueAccount: "4000",
      purchaseOrder: "PO-1",
      region: "EAST",
      businessUnit: "BU",
      disputed: true,
      settledDate: "2026-01-20",
    });
    expect(credits.map((credit) => [credit.kind, credit.amount])).toEqual([
      ["CREDIT_MEMO", "5.00"],
      ["CREDIT_MEMO", "6.00"],
    ]);
  });
});

describe("the guide's example", () => {
  it("works as it is printed", async () => {
    const guide = await readFile(new URL("../../docs/import-profiles.md", import.meta.url), "utf8");
    const yaml = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? "";
    const csv = /```\n(Beleg[\s\S]*?)```/.exec(guide)?.[1] ?? "";
    const read = await all(readInvoices(Buffer.from(csv, "latin1"), invoiceProfile(yaml)));
    expect(accepted(read)).toMatchObject([
      {
        number: "RE-1001",
        customerNumber: "0000004711",
        customerName: "Müller GmbH",
        amount: "1234.50",
        currency: "EUR",
      },
    ]);
  });
});
