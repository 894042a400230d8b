import { describe, expect, it } from "vitest";
import { findProfile, mapCustomerRow, readCustomers } from "../../src/imports/index.js";
import { accepted, all, bytesOf, customerProfile, rejectedCodes, rowOf } from "./sources.js";

const HEADER =
  "number,name,address_line1,address_line2,city,state,postal_code,country,contact_name,contact_email," +
  "contact_phone,terms_code,currency,tax_ids,parent_number,region,sales_representative,collector,risk_class,credit_limit";
const FULL =
  "C1,Acme,1 Main St,,Springfield,IL,62701,us,Ann Lee,ann@acme.example,+1 555 0100,NET30,usd," +
  "US123; DE456,C0,EAST,Sam,Col,LOW,5000";

describe("a customer row of the plain layout", () => {
  it("becomes a typed record with its address, contact and tax ids", async () => {
    const profile = await findProfile("receivables-customers");
    if (profile.what !== "customers") throw new Error("the shipped profile is not for customers");
    const rows = await all(
      readCustomers(bytesOf(`${HEADER}\n${FULL}\nC2,Beta${",".repeat(11)}EUR${",".repeat(7)}\n`), profile),
    );
    const [full, bare] = accepted(rows);
    expect(full).toEqual({
      number: "C1",
      name: "Acme",
      billTo: {
        line1: "1 Main St",
        line2: null,
        city: "Springfield",
        region: "IL",
        postalCode: "62701",
        country: "US",
      },
      contact: { name: "Ann Lee", email: "ann@acme.example", phone: "+1 555 0100" },
      termsCode: "NET30",
      currency: "USD",
      taxIds: ["US123", "DE456"],
      parentNumber: "C0",
      region: "EAST",
      salesRepresentative: "Sam",
      collector: "Col",
      riskClass: "LOW",
      creditLimit: "5000.00",
      sourceKey: "C1",
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(bare).toMatchObject({
      billTo: null,
      contact: null,
      taxIds: [],
      parentNumber: null,
      creditLimit: null,
    });
  });

  it("is told everything that is wrong with it at once", async () => {
    const profile = await findProfile("receivables-customers");
    if (profile.what !== "customers") throw new Error("the shipped profile is not for customers");
    const bad = "C1,,x,,,,,USA,,no-address,,,XXX,,C1,,,,,-5";
    const rows = await all(readCustomers(bytesOf(`${HEADER}\n${bad}\n`), profile));
    expect(rejectedCodes(rows).sort()).toEqual([
      "INVALID_VALUE",
      "INVALID_VALUE",
      "NEGATIVE_AMOUNT",
      "OWN_PARENT",
      "REQUIRED",
      "UNKNOWN_CURRENCY",
    ]);
  });
});

describe("a customer row of another layout", () => {
  const profile = customerProfile(`
what: customers
columns: { number: Id, name: Name, creditLimit: Limit, billTo: { city: City } }
defaults: { currency: JPY, country: JP, riskClass: MEDIUM }
`);

  it("takes its defaults, the country only where there is an address", () => {
    const map = (cells: Record<string, string>) =>
      mapCustomerRow(rowOf({ Id: "1", Name: "A", ...cells }), profile);
    expect(map({ Limit: "0", City: "Kyoto" })).toMatchObject({
      ok: true,
      record: {
        currency: "JPY",
        creditLimit: "0",
        riskClass: "MEDIUM",
        billTo: { city: "Kyoto", country: "JP" },
      },
    });
    expect(map({ Limit: "", City: "" })).toMatchObject({
      ok: true,
      record: { billTo: null, creditLimit: null },
    });
  });

  it("refuses a credit limit below zero or with more decimals than the currency", () => {
    for (const [limit, code] of [
      ["-1", "NEGATIVE_AMOUNT"],
      ["1.5", "TOO_MANY_DECIMALS"],
    ] as const) {
      const result = mapCustomerRow(rowOf({ Id: "1", Name: "A", Limit: limit, City: "" }), profile);
      expect(result).toMatchObject({ ok: false, rejections: [{ code, column: "Limit" }] });
    }
  });

  it("stands once in a file", async () => {
    const rows = await all(readCustomers(bytesOf("Id,Name,Limit,City\n1,A,,\n1,A,,\n1,B,,\n"), profile));
    expect(rejectedCodes(rows)).toEqual(["DUPLICATE_ROW", "NUMBER_REUSED"]);
  });
});
