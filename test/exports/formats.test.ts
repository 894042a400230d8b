import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findLayout,
  JournalProfileError,
  parseWith,
  shippedJournalProfiles,
} from "../../src/exports/journal-profile.js";
import {
  type AccountsFile,
  type JournalLayout,
  journalProfileSchema,
} from "../../src/exports/layout-schema.js";
import { journalText } from "../../src/exports/write-batch.js";
import { HledgerBook, hledgerIsHere } from "./hledger.js";
import { SMALL_BATCH, SMALL_BOOK } from "./small-book.js";

const CODES = ["1010", "1200", "1210", "2200", "4000", "7100"];
const RECEIVERS: Readonly<Record<string, AccountsFile>> = {
  oracle: {
    accounts: Object.fromEntries(CODES.map((code) => [code, `101-10-${code}-000`])),
    settings: { ledgerId: "300000046975971" },
  },
  sap: { settings: { companyCode: "1010" } },
};

function written(layout: JournalLayout, description?: string): string {
  const text = journalText(SMALL_BATCH, layout);
  const entries = SMALL_BOOK.map((entry) => (description === undefined ? entry : { ...entry, description }));
  return text.head() + text.entries(entries);
}

describe("a small book", () => {
  it.for(["hledger", "csv", "quickbooks", "netsuite", "dynamics365", "sap", "oracle"])(
    "is written for %s as it always was",
    async (format) => {
      const layout = await findLayout(format, RECEIVERS[format]);
      await expect(written(layout)).toMatchFileSnapshot(`golden/${format}.txt`);
    },
  );

  it("balances in every file, entry by entry, in what the receiver adds up", async () => {
    for (const [format, debit, credit, by] of [
      ["quickbooks", "Debits", "Credits", "JournalNo"],
      ["netsuite", "Debit", "Credit", "External ID"],
      ["dynamics365", "DEBITAMOUNT", "CREDITAMOUNT", "VOUCHER"],
      ["sap", "DMBTR_S", "DMBTR_H", "COUNTER"],
      ["sap", "WRBTR_S", "WRBTR_H", "COUNTER"],
      ["csv", "functional_debit", "functional_credit", "entry_id"],
    ] as const) {
      const text = written(await findLayout(format, RECEIVERS[format]));
      const rows: Record<string, string>[] = parse(text, {
        columns: true,
        delimiter: format === "sap" ? ";" : ",",
      });
      const cents = (value = "") => Math.round(Number(value.replace(",", ".")) * 100);
      for (const [entry, own] of Map.groupBy(rows, (row) => row[by])) {
        const sum = own.reduce((total, row) => total + cents(row[debit]) - cents(row[credit]), 0);
        expect([format, entry, sum]).toEqual([format, entry, 0]);
      }
    }
  });

  it("has the 150 columns of Oracle's template in each row, and ends each with END", async () => {
    const rows: string[][] = parse(written(await findLayout("oracle", RECEIVERS.oracle)));
    expect(new Set(rows.map((row) => [row.length, row.at(-1)].join()))).toEqual(new Set(["150,END"]));
    expect(rows[0]?.slice(8, 13)).toEqual(["101", "10", "1200", "000", ""]);
  });

  it("has the accounts that the user names", async () => {
    const accounts = Object.fromEntries(CODES.map((code) => [code, `Ledger:Sub ${code}`]));
    for (const format of ["hledger", "quickbooks"]) {
      const text = written(await findLayout(format, { accounts, settings: {} }));
      expect(text).toContain("Ledger:Sub 1200");
      expect(text).not.toContain("Accounts receivable");
    }
  });
});

describe("any description", () => {
  const hostile = fc.array(
    fc.oneof(
      fc.constantFrom(
        ",",
        ";",
        '"',
        "'",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "  ",
        "|",
        "=",
        "(",
        ")",
        "*",
        "!",
        "@@",
        "date:x",
      ),
      fc.string({ unit: "grapheme", maxLength: 5 }),
    ),
    { maxLength: 12 },
  );

  it("comes out of the CSV file as it went in, and moves no other cell", async () => {
    const layout = await findLayout("csv");
    fc.assert(
      fc.property(hostile, (parts) => {
        const description = parts.join("");
        const rows: Record<string, string>[] = parse(written(layout, description), {
          columns: true,
          record_delimiter: "\n",
        });
        expect(rows).toHaveLength(13);
        expect(new Set(rows.map((row) => row.description))).toEqual(new Set([description]));
        expect(rows.map((row) => row.functional_amount)).toContain("-1234567.50");
      }),
      { numRuns: 300 },
    );
  });

  it("stays on one line of a receiver's file, within its length", async () => {
    const layout = await findLayout("dynamics365");
    fc.assert(
      fc.property(hostile, (parts) => {
        const text = written(layout, parts.join(""));
        const rows: string[][] = parse(text, { record_delimiter: "\r\n" });
        expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]));
        expect(text.split("\r\n")).toHaveLength(rows.length + 1);
        expect(rows.every((row) => [...(row[8] ?? "")].length <= 60)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(!hledgerIsHere())("leaves the entries of a plain-text journal as they are", async () => {
    const layout = await findLayout("hledger");
    const expected = await balancesOf(written(layout));
    const descriptions = fc.sample(hostile, { seed: 7, numRuns: 40 });
    for (const parts of descriptions)
      expect(await balancesOf(written(layout, parts.join("")))).toEqual(expected);
  });
});

async function balancesOf(text: string): Promise<Map<string, string>> {
  const book = await HledgerBook.of(text);
  await book.print("check", "--strict");
  const balances = await book.balances();
  await book.remove();
  return balances;
}

describe("a profile", () => {
  it("that is shipped is valid and names where its layout is told", async () => {
    const shipped = await shippedJournalProfiles();
    expect(shipped).toEqual(["csv", "dynamics365", "netsuite", "oracle", "quickbooks", "sap"]);
    for (const name of shipped.filter((one) => one !== "csv")) {
      const layout = await findLayout(name, RECEIVERS[name]);
      expect(JSON.stringify(layout)).toMatch(/"source":\["https:/);
    }
  });

  it("that needs accounts or settings asks for them by name", async () => {
    await expect(findLayout("oracle")).rejects.toThrow(/settings\.ledgerId: is missing[\s\S]*accounts/);
    await expect(findLayout("nothing")).rejects.toThrow(/the formats are hledger, csv, /);
  });

  it("with a mistake is refused with its place", () => {
    const parsed = (yaml: string) => () => parseWith(journalProfileSchema, yaml, "mine");
    expect(parsed("what: journal\ncolumns: [{ header: A, value: nothing }]")).toThrow(/columns\.0\.value/);
    expect(parsed("what: journal\ndates: DD.MM\ncolumns: [{}]")).toThrow(/dates: must have YYYY, MM and DD/);
    expect(parsed("what: journal\ncolour: red\ncolumns: [{}]")).toThrow(JournalProfileError);
  });
});
