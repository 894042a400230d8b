import { existsSync, globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBankFile } from "../../src/cash/bank-files/index.js";
import { importBankFile } from "../../src/cash/index.js";
import { setExchangeRate } from "../../src/ledger/exchange-rate.js";
import { sql } from "../../src/platform/database/sql.js";
import { Library } from "../support/books.js";

// Statements that banks and other projects publish lie beside the repository, not in it.
const FOLDER = "../shared/data";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
afterAll(() => library.close());

/** Each with the codes for which it is refused, if it is. */
const PUBLISHED = [
  ["camt/samples/camt053.v2.multi.statement.xml", []],
  ["camt/samples/camt053.v2.minimal.ultimate.xml", []],
  ["camt/samples/camt053.v4.xml", []],
  ["camt/samples/camt53.only-Dt-with-DtTm.xml", []],
  ["camt/samples/camt053.v2.five.decimals.xml", ["INVALID_FILE"]],
  ["iso20022-bank/abn_amro/example_camt.xml", []],
  ["iso20022-bank/nordea/example_camt.xml", []],
  ["iso20022-bank/goldman_sachs/camt_053_us_v2_sample.xml", ["INVALID_FILE"]],
  ["camt/samples/camt052.v8.xml", []],
  ["camt/samples/camt054.v2.xml", []],
  ["camt/samples/camt054.v2.with-account-name.xml", []],
  ["mt940/ASNB/mt940.txt", []],
  ["mt940/mBank/mt940.sta", []],
  ["mt940/sberbank/171011_01234945.sta", []],
  ["mt940/citi/mt940.txt", []],
  ["mt940/jejik/rabobank.sta", ["INVALID_FILE"]],
  ["mt940/cmxl/statement_line.sta", ["INVALID_FILE"]],
  ["bai2/sample1.txt", []],
  ["bai2/sample3.txt", []],
  ["bai2/sample4-continuations-newline-delimited.txt", ["INVALID_FILE"]],
] as const;

describe.skipIf(!existsSync(`${FOLDER}/camt`))("published statements", () => {
  it.each(PUBLISHED)("%s goes in once, with sound books, or not at all", async (name, codes) => {
    const path = `${FOLDER}/${name}`;
    const books = await library.books("EUR");
    for (const [currency, rate] of [
      ["USD", "0.9"],
      ["SEK", "0.09"],
      ["GBP", "1.2"],
      ["CHF", "1.1"],
      ["PLN", "0.2"],
      ["HUF", "0.003"],
      ["CAD", "0.7"],
    ] as const) {
      await books.does(setExchangeRate, { currency, rateDate: "2000-01-01", rate });
    }
    const file = { fileName: name, content: readFileSync(path).toString("base64") };
    const { refusals, result } = await books.attempt(importBankFile, file);
    expect([...new Set(refusals.map((refusal) => refusal.code))]).toEqual(codes);
    if (result)
      expect((await books.attempt(importBankFile, file)).refusals.map((refusal) => refusal.code)).toEqual([
        "DUPLICATE_FILE",
      ]);
    const counts = await books.row<{ receipts: number; remittances: number; credits: number }>(sql`
      select (select count(*)::int from receipt where tenant_id = ${books.tenant.id}) as receipts,
             (select count(*)::int from remittance where tenant_id = ${books.tenant.id}) as remittances,
             (select count(*)::int from bank_entry where tenant_id = ${books.tenant.id} and outcome = 'RECEIPT_RECORDED') as credits`);
    expect(counts.remittances).toBe(counts.receipts);
    expect(counts.receipts).toBeGreaterThanOrEqual(counts.credits);
    await books.expectSound();
  });
});

describe.skipIf(!existsSync(`${FOLDER}/ach`))("published ACH and lockbox files", () => {
  it("go in once, with sound books, or not at all, and nothing of any is lost", async () => {
    const books = await library.books("USD");
    for (const name of globSync(["ach/{valid,invalid,lenient,returns}/*", "lockbox/*.bai"], {
      cwd: FOLDER,
    })) {
      const content = readFileSync(`${FOLDER}/${name}`);
      const file = { fileName: name, content: content.toString("base64") };
      const { refusals, result } = await books.attempt(importBankFile, file);
      const codes = new Set(refusals.map((refusal) => refusal.code));
      expect([name, [...codes]]).toEqual([name, result ? [] : ["INVALID_FILE"]]);
      const kept = result?.outcomes.reduce((sum, { count }) => sum + count, 0);
      const entries = readBankFile(content).file?.statements.flatMap((statement) => statement.entries).length;
      if (result) expect([name, kept]).toEqual([name, entries]);
    }
    await books.expectSound();
  });
});
