import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapInvoiceRow } from "../../src/imports/index.js";
import { INVOICE_YAML, invoiceProfile, rowOf } from "./sources.js";

const GOOD = { No: "7", Customer: "C1", Date: "2026-01-31", Due: "2026-03-02", Amount: "100.00" };

function map(cells: Readonly<Record<string, string>>, yaml = INVOICE_YAML) {
  return mapInvoiceRow(rowOf({ ...GOOD, ...cells }), invoiceProfile(yaml));
}

function record(cells: Readonly<Record<string, string>>, yaml = INVOICE_YAML) {
  const result = map(cells, yaml);
  if (!result.ok) throw new Error(result.rejections.map((rejection) => rejection.reason).join(" "));
  return result.record;
}

function codes(cells: Readonly<Record<string, string>>, yaml = INVOICE_YAML): string[] {
  const result = map(cells, yaml);
  return result.ok ? [] : result.rejections.map((rejection) => rejection.code);
}

const withColumn = (field: string, options: string) =>
  INVOICE_YAML.replace(new RegExp(`  ${field}:.*\n`), "").replace(
    "columns:\n",
    `columns:\n  ${field}: ${options}\n`,
  );

describe("an invoice row", () => {
  it("becomes a typed record", () => {
    expect(record({})).toEqual({
      kind: "INVOICE",
      number: "7",
      customerNumber: "C1",
      customerName: null,
      documentDate: "2026-01-31",
      dueDate: "2026-03-02",
      termsCode: null,
      currency: "USD",
      amount: "100.00",
      net: null,
      tax: null,
      productLine: null,
      revenueAccount: null,
      purchaseOrder: null,
      region: null,
      businessUnit: null,
      disputed: false,
      settledDate: null,
      sourceKey: "7",
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("is told everything that is wrong with it at once, in sentences that name the column", () => {
    const result = map({ No: " ", Date: "2026-02-30", Amount: "ten" });
    expect(result).toEqual({
      ok: false,
      rejections: [
        {
          line: 2,
          column: "No",
          value: " ",
          code: "REQUIRED",
          reason: "No is empty: give the invoice number.",
        },
        {
          line: 2,
          column: "Date",
          value: "2026-02-30",
          code: "NOT_A_DATE",
          reason: 'Date "2026-02-30" is not a calendar date of the form YYYY-MM-DD: type it like that.',
        },
        {
          line: 2,
          column: "Amount",
          value: "ten",
          code: "NOT_A_NUMBER",
          reason: 'Amount "ten" is not a number such as 1234.50: type it like that.',
        },
      ],
    });
  });

  it("has the same hash when its cells say the same, and another when any field differs", () => {
    const hash = record({}).contentHash;
    expect(record({ Amount: "100", Customer: " C1 " }).contentHash).toBe(hash);
    const others: Record<string, string>[] = [
      { Amount: "100.01" },
      { Due: "2026-03-03" },
      { Customer: "C2" },
      { No: "8" },
    ];
    expect(new Set([hash, ...others.map((cells) => record(cells).contentHash)]).size).toBe(5);
  });

  it("takes its due date or its payment terms, and is rejected without either", () => {
    const terms = `${INVOICE_YAML.replace("USD }", "USD, termsCode: NET30 }")}`;
    expect(record({ Due: "" }, terms)).toMatchObject({ dueDate: null, termsCode: "NET30" });
    expect(codes({ Due: "" })).toEqual(["REQUIRED"]);
    expect(codes({ Due: "soon" })).toEqual(["NOT_A_DATE"]);
  });

  it("is disputed when its column says so", () => {
    const yaml = withColumn("disputed", "{ column: Flag, map: { X: true, O: false } }");
    expect(record({ Flag: "X" }, yaml).disputed).toBe(true);
    expect(record({ Flag: "" }, yaml).disputed).toBe(false);
    expect(codes({ Flag: "yes" }, yaml)).toEqual(["VALUE_NOT_MAPPED"]);
    expect(record({ Flag: "Yes" }, withColumn("disputed", "Flag")).disputed).toBe(true);
  });

  it("has the date on which it was paid in full", () => {
    const yaml = `${INVOICE_YAML}settled: { column: Paid, format: YYYYMMDD }\n`;
    expect(record({ Paid: "20260215" }, yaml).settledDate).toBe("2026-02-15");
    expect(record({ Paid: "" }, yaml).settledDate).toBeNull();
    expect(codes({ Paid: "20260230" }, yaml)).toEqual(["NOT_A_DATE"]);
  });
});

describe("an amount", () => {
  const german = withColumn("amount", '{ column: Amount, decimal: ",", thousands: "." }');
  const credits = `${INVOICE_YAML}negativeAmounts: credit\n`;

  it("loses float noise below a millionth, and is never rounded by more", () => {
    expect(record({ Amount: "2309.7899999999995" }).amount).toBe("2309.79");
    expect(codes({ Amount: "64982.589" })).toEqual(["TOO_MANY_DECIMALS"]);
    expect(codes({ Amount: "0.000001" })).toEqual(["TOO_MANY_DECIMALS"]);
    const strict = withColumn("amount", "Amount");
    expect(codes({ Amount: "2309.7899999999995" }, strict)).toEqual(["TOO_MANY_DECIMALS"]);
    expect(record({ Amount: "2309.7900" }, strict).amount).toBe("2309.79");
  });

  it("has the decimals of its currency", () => {
    const yaml = withColumn("currency", "Cur");
    expect(record({ Cur: "JPY", Amount: "1200" }, yaml).amount).toBe("1200");
    expect(codes({ Cur: "JPY", Amount: "1200.50" }, yaml)).toEqual(["TOO_MANY_DECIMALS"]);
    expect(record({ Cur: "BHD", Amount: "1.125" }, yaml).amount).toBe("1.125");
    expect(record({ Cur: "" }, yaml).currency).toBe("USD");
    expect(codes({ Cur: "usd", Amount: "x" }, yaml)).toEqual(["UNKNOWN_CURRENCY", "NOT_A_NUMBER"]);
  });

  it("is read with the separators of the profile only", () => {
    expect(record({ Amount: "1.234.567,80" }, german).amount).toBe("1234567.80");
    expect(record({ Amount: "1234567,8" }, german).amount).toBe("1234567.80");
    for (const text of [
      "1.23,00",
      "1234.567,00",
      "1,234.50",
      "1.2345",
      "1e5",
      "0x10",
      "12 USD",
      "1,2,3",
      ",5",
      "",
    ]) {
      expect(codes({ Amount: text }, german)).toEqual([text === "" ? "REQUIRED" : "NOT_A_NUMBER"]);
    }
    const spaced = withColumn("amount", '{ column: Amount, thousands: " " }');
    expect(record({ Amount: "1\u00a0234.50" }, spaced).amount).toBe("1234.50");
    expect(codes({ Amount: "1,234.50" })).toEqual(["NOT_A_NUMBER"]);
  });

  it.each(["-100.00", "100.00-", "(100.00)"])(
    "below zero, as %s, is a credit only if the profile takes credits",
    (text) => {
      expect(record({ Amount: text }, credits)).toMatchObject({ kind: "CREDIT_MEMO", amount: "100.00" });
      expect(codes({ Amount: text })).toEqual(["NEGATIVE_AMOUNT"]);
    },
  );

  it("of zero, or beyond fifteen digits, is rejected", () => {
    expect(codes({ Amount: "0.00" })).toEqual(["ZERO_AMOUNT"]);
    expect(codes({ Amount: "-0" }, credits)).toEqual(["ZERO_AMOUNT"]);
    expect(record({ Amount: "999999999999999.99" }).amount).toBe("999999999999999.99");
    expect(codes({ Amount: "1000000000000000" })).toEqual(["AMOUNT_TOO_LARGE"]);
    expect(codes({ Amount: "9".repeat(4000) })).toEqual(["AMOUNT_TOO_LARGE"]);
  });

  it("is read back to the cent for any amount of money, with noise or without", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 14n }), fc.integer({ min: 0, max: 9 }), (cents, noise) => {
        const exact = `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
        expect(record({ Amount: `${exact}0000000${noise}` }).amount).toBe(exact);
      }),
    );
  });

  it("is the sum of net and tax where the file gives them", () => {
    const yaml = withColumn("net", "Net").replace("columns:\n", "columns:\n  tax: Tax\n");
    expect(record({ Net: "80", Tax: "20" }, yaml)).toMatchObject({ net: "80.00", tax: "20.00" });
    expect(record({ Net: "", Tax: "20" }, yaml)).toMatchObject({ net: "80.00", tax: "20.00" });
    expect(record({ Net: "", Tax: "" }, yaml)).toMatchObject({ net: null, tax: null });
    expect(codes({ Net: "80", Tax: "19.99" }, yaml)).toEqual(["TOTAL_MISMATCH"]);
    expect(codes({ Net: "120", Tax: "-20" }, yaml)).toEqual(["TOTAL_MISMATCH"]);
    const credit = { Amount: "-100", Net: "-80", Tax: "-20" };
    expect(record(credit, `${yaml}negativeAmounts: credit\n`)).toMatchObject({ net: "80.00", tax: "20.00" });
  });
});

describe("a document type", () => {
  const yaml = withColumn("documentType", "{ column: Type, map: { RV: INVOICE, RG: CREDIT_MEMO } }");

  it("says what the row is, whatever the sign of a credit", () => {
    expect(record({ Type: "RV" }, yaml).kind).toBe("INVOICE");
    expect(record({ Type: "RG" }, yaml)).toMatchObject({ kind: "CREDIT_MEMO", amount: "100.00" });
    expect(record({ Type: "RG", Amount: "-100" }, yaml)).toMatchObject({
      kind: "CREDIT_MEMO",
      amount: "100.00",
    });
  });

  it("must be known, and must not contradict the sign", () => {
    expect(codes({ Type: "XX" }, yaml)).toEqual(["VALUE_NOT_MAPPED"]);
    expect(codes({ Type: "RV", Amount: "-100" }, `${yaml}negativeAmounts: credit\n`)).toEqual([
      "NEGATIVE_AMOUNT",
    ]);
  });

  it("of a credit does not go with a date of payment", () => {
    const settled = `${yaml}settled: Paid\n`;
    expect(codes({ Type: "RG", Paid: "2026-02-15" }, settled)).toEqual(["CREDIT_SETTLED"]);
  });
});

describe("a text", () => {
  it("is changed in the order in which the profile's options are documented", () => {
    const yaml = withColumn(
      "customerNumber",
      '{ column: Customer, stripSuffix: ".0", pad: { length: 6 }, prefix: "K-" }',
    );
    expect(record({ Customer: " 123.0 " }, yaml).customerNumber).toBe("K-000123");
    expect(record({ Customer: "AB1" }, yaml).customerNumber).toBe("K-AB1");
    expect(codes({ Customer: ".0" }, yaml)).toEqual(["INVALID_VALUE"]);
    const mapped = withColumn("customerNumber", "{ column: Customer, upper: true, map: { ACME: C9 } }");
    expect(record({ Customer: "acme" }, mapped).customerNumber).toBe("C9");
    expect(codes({ Customer: "constructor" }, mapped)).toEqual(["VALUE_NOT_MAPPED"]);
  });

  it("is rejected when it is too long or cannot be printed", () => {
    expect(codes({ No: "x".repeat(256) })).toEqual(["TOO_LONG"]);
    expect(codes({ No: "a\u0000b" })).toEqual(["INVALID_CHARACTERS"]);
  });
});
