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

describe("a date", () => {
  it.each([
    ["M/D/YYYY", "1/2/2013", "2013-01-02"],
    ["M/D/YYYY", "12/31/2013", "2013-12-31"],
    ["D.M.YYYY", "29.2.2024", "2024-02-29"],
    ["YYYYMMDD", "20240229", "2024-02-29"],
    ["YYYY-MM-DD HH:mm:ss.SSSSSSSSS", "2020-03-30 23:59:59.000000000", "2020-03-30"],
    ["[M/D/YYYY, YYYY-MM-DD]", "2020-03-30", "2020-03-30"],
  ])("in the format %s reads %s as %s", (format, text, date) => {
    const yaml = withColumn("documentDate", `{ column: Date, format: ${format} }`);
    expect(record({ Date: text }, yaml).documentDate).toBe(date);
  });

  it.each([
    ["M/D/YYYY", "13/1/2013"],
    ["M/D/YYYY", "2/29/2023"],
    ["M/D/YYYY", "1/2/13"],
    ["MM/DD/YYYY", "1/2/2013"],
    ["YYYYMMDD", "20241301"],
    ["YYYY-MM-DD HH:mm:ss.SSSSSSSSS", "2020-03-30 24:00:00.000000000"],
    ["YYYY-MM-DD", "2020-03-30 00:00:00"],
  ])("in the format %s refuses %s", (format, text) => {
    expect(codes({ Date: text }, withColumn("documentDate", `{ column: Date, format: ${format} }`))).toEqual([
      "NOT_A_DATE",
    ]);
  });

  it.each(["0206-01-01", "1800-10-01", "1899-12-31", "2200-01-01"])(
    "that is one, such as %s, but of another age, is told in which years it may be",
    (text) => {
      const result = map({ Date: text, Due: "2199-12-31" });
      expect(result).toMatchObject({
        rejections: [
          {
            column: "Date",
            code: "DATE_OUT_OF_RANGE",
            reason: `Date "${text}" is not in the years 1900 to 2199: correct the year.`,
          },
        ],
      });
    },
  );
});

describe("a due date", () => {
  it("may be the invoice's own date and not a day before it", () => {
    expect(record({ Due: "2026-01-31" }).dueDate).toBe("2026-01-31");
    expect(map({ Due: "2026-01-30" })).toMatchObject({
      rejections: [
        {
          column: "Due",
          value: "2026-01-30",
          code: "DUE_BEFORE_DATE",
          reason: "Due is before the invoice's own date, 2026-01-31: correct one of the two.",
        },
      ],
    });
  });

  it("is neither asked of a credit nor held against its date", () => {
    const typed = withColumn("documentType", "Type");
    for (const Due of ["", "2026-01-01"]) {
      expect(record({ Type: "CREDIT_MEMO", Due }, typed).kind).toBe("CREDIT_MEMO");
      expect(record({ Amount: "-5", Due }, `${INVOICE_YAML}negativeAmounts: credit\n`).kind).toBe(
        "CREDIT_MEMO",
      );
    }
    expect(codes({ Type: "INVOICE", Due: "" }, typed)).toEqual(["REQUIRED"]);
  });
});
