import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findProfile, type Rejection, runImport } from "../../src/imports/index.js";
import { convertQuotes } from "../../src/imports/rate-conversion.rules.js";
import { setExchangeRate } from "../../src/ledger/exchange-rate.js";
import { sql } from "../../src/platform/database/sql.js";
import { Decimal } from "../../src/platform/money.js";
import { type Books, Library } from "../support/books.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
afterAll(() => library.close());

/** In the layout of eurofxref-hist.csv: the latest day first, a comma at the end of each line. */
const FILE = `Date,USD,JPY,GBP,RUB,
2026-03-09,1.0823,162.45,0.84110,N/A,
2026-03-06,1.0851,161.9,0.84005,N/A,
`;

async function importing(books: Books, text: string, as = books.actor) {
  const rejected: Rejection[] = [];
  const summary = await runImport(library.commands, as, {
    content: Buffer.from(text),
    fileName: "eurofxref-hist.csv",
    profileName: "ecb-rates",
    profile: await findProfile("ecb-rates"),
    onRejected: (_, rejections) => void rejected.push(...rejections),
  });
  return { summary, rejected };
}

function stored(books: Books) {
  return books.rows<{ currency: string; day: string; rate: string }>(sql`
    select currency, rate_date as day, trim_scale(rate) as rate from exchange_rate
    where tenant_id = ${books.tenant.id} order by rate_date, currency`);
}

describe("the import of reference rates", () => {
  it("turns units for one euro into euros for one unit, rounded once to 12 decimals; a day without a rate has none", async () => {
    const books = await library.books("EUR");
    const { summary } = await importing(books, FILE);
    expect(summary).toMatchObject({
      failure: null,
      rowsRead: 2,
      rowsImported: 2,
      rowsDuplicate: 0,
      rowsRejected: 0,
    });
    expect(await stored(books)).toEqual([
      { currency: "GBP", day: "2026-03-06", rate: "1.190405333016" },
      { currency: "JPY", day: "2026-03-06", rate: "0.006176652254" },
      { currency: "USD", day: "2026-03-06", rate: "0.921574048475" },
      { currency: "GBP", day: "2026-03-09", rate: "1.188919272381" },
      { currency: "JPY", day: "2026-03-09", rate: "0.006155740228" },
      { currency: "USD", day: "2026-03-09", rate: "0.923958237088" },
    ]);
  });

  it("crosses them through the euro for books in another currency, the euro's own rate included", async () => {
    const books = await library.books("USD");
    await importing(books, FILE);
    const march9 = (await stored(books)).filter(({ day }) => day === "2026-03-09");
    expect(march9).toEqual([
      { currency: "EUR", day: "2026-03-09", rate: "1.0823" },
      { currency: "GBP", day: "2026-03-09", rate: "1.286767328498" },
      { currency: "JPY", day: "2026-03-09", rate: "0.006662357649" },
    ]);
  });

  it("changes nothing when the same days come again, and adds the days and currencies that are new", async () => {
    const books = await library.books("EUR");
    await importing(books, FILE);
    const before = await stored(books);
    const again = await importing(books, FILE);
    expect(again.summary).toMatchObject({ rowsImported: 0, rowsDuplicate: 2, rowsRejected: 0 });
    expect(await stored(books)).toEqual(before);

    const longer = FILE.replace("USD,JPY,GBP,RUB,", "USD,JPY,GBP,CHF,")
      .replace("0.84110,N/A", "0.84110,0.9402")
      .concat("2026-03-05,1.0790,161.1,0.83980,N/A,\n");
    expect((await importing(books, longer)).summary).toMatchObject({ rowsImported: 2, rowsDuplicate: 1 });
    expect(await stored(books)).toHaveLength(before.length + 4);
  });

  it("rejects a day that contradicts a stored rate, with line, column and both rates, and takes the rest of it", async () => {
    const books = await library.books("EUR");
    await books.does(setExchangeRate, { currency: "USD", rateDate: "2026-03-06", rate: "0.93" });
    const { summary, rejected } = await importing(books, FILE);
    expect(summary).toMatchObject({ rowsImported: 1, rowsRejected: 1 });
    expect(rejected).toEqual([
      {
        line: 3,
        column: "USD",
        value: "1.0851",
        code: "RATE_DIFFERS",
        reason: expect.stringMatching(
          /^USD gives 0.921574048475 for one USD on 2026-03-06, but 0.93 is stored/,
        ),
      },
    ]);
    expect((await stored(books)).filter(({ day }) => day === "2026-03-06")).toEqual([
      expect.objectContaining({ currency: "GBP", rate: "1.190405333016" }),
      expect.objectContaining({ currency: "JPY", rate: "0.006176652254" }),
      expect.objectContaining({ currency: "USD", rate: "0.93" }),
    ]);
    expect((await importing(books, FILE)).summary).toMatchObject({ rowsDuplicate: 1, rowsRejected: 1 });
  });

  it("stores nothing of a day whose rate for crossing contradicts a stored one", async () => {
    const books = await library.books("USD");
    await books.does(setExchangeRate, { currency: "EUR", rateDate: "2026-03-06", rate: "1.09" });
    const { summary, rejected } = await importing(books, FILE);
    expect(summary).toMatchObject({ rowsImported: 1, rowsRejected: 1 });
    expect(rejected).toMatchObject([{ line: 3, column: "USD", code: "RATE_DIFFERS" }]);
    expect((await stored(books)).filter(({ day }) => day === "2026-03-06")).toHaveLength(1);
  });

  it("passes over the currencies of the past that the published file goes on having, and tells them once", async () => {
    const books = await library.books("EUR");
    const { summary, rejected } = await importing(
      books,
      "Date,USD,CYP,SIT,TRL,\n2006-12-29,1.317,0.5782,239.64,N/A,\n2004-12-31,1.3621,0.58,239.76,1836200,\n",
    );
    expect(rejected).toEqual([]);
    expect(summary).toMatchObject({ rowsImported: 2, skippedColumns: ["CYP", "SIT", "TRL"] });
    expect((await stored(books)).map(({ currency, day }) => `${currency} ${day}`)).toEqual([
      "USD 2004-12-31",
      "USD 2006-12-29",
    ]);
  });

  it("takes the daily file too, with the month's name and spaces", async () => {
    const books = await library.books("EUR");
    const { summary, rejected } = await importing(
      books,
      "Date, USD, JPY, \n09 March 2026, 1.0823, 162.45, \n",
    );
    expect([summary.rowsImported, rejected]).toEqual([1, []]);
    expect((await stored(books)).map(({ currency, day }) => `${currency} ${day}`)).toEqual([
      "JPY 2026-03-09",
      "USD 2026-03-09",
    ]);
  });

  it("rejects what is no rate, no day or no currency, and a day without the books' own currency", async () => {
    const books = await library.books("USD");
    const { rejected } = await importing(
      books,
      "Date,USD,ZZ9,JPY\n2026-03-09,1.1,1,x\n9.3.2026,1.1,,160\n2026-03-06,N/A,,160\n2026-03-05,1.1,,-3\n2026-03-04,1.1,,\n2026-03-04,1.2,,\n",
    );
    expect(rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, "ZZ9", "UNKNOWN_CURRENCY"],
      [2, "JPY", "NOT_A_NUMBER"],
      [3, "Date", "NOT_A_DATE"],
      [4, "USD", "INVALID_VALUE"],
      [5, "JPY", "NOT_A_NUMBER"],
      [7, null, "NUMBER_REUSED"],
    ]);
    expect(await stored(books)).toEqual([{ currency: "EUR", day: "2026-03-04", rate: "1.1" }]);
  });

  it("is not for a clerk, who may import but not set rates", async () => {
    const books = await library.books("EUR");
    await expect(importing(books, FILE, books.actorWith("AR_CLERK"))).rejects.toThrow(/rates:write/);
    expect(await stored(books)).toEqual([]);
    expect(await books.rows(sql`select 1 from import_run where tenant_id = ${books.tenant.id}`)).toEqual([]);
  });

  it("of the same file from ten clients at once stores every rate once", async () => {
    const books = await library.books("EUR");
    const runs = await Promise.all(Array.from({ length: 10 }, () => importing(books, FILE)));
    expect(runs.reduce((sum, { summary }) => sum + summary.rowsImported, 0)).toBe(2);
    expect(runs.every(({ summary }) => summary.rowsRejected === 0)).toBe(true);
    expect(await stored(books)).toHaveLength(6);
  });
});

describe("a converted rate", () => {
  const quote = fc
    .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(6, "0")}`);

  it("is within half a unit of the twelfth decimal of the exact quotient, whatever the books' currency", () => {
    fc.assert(
      fc.property(quote, quote, fc.boolean(), (usd, jpy, inEuro) => {
        const quotes = [
          { currency: "USD", perBase: usd },
          { currency: "JPY", perBase: jpy },
        ];
        const rates = convertQuotes({ base: "EUR", quotes }, inEuro ? "EUR" : "USD");
        if (!Array.isArray(rates)) throw new Error(rates.reason);
        const rate = rates.find((one) => one.currency === "JPY")?.rate ?? "0";
        // rate × JPY per euro is what one euro is worth; the error of the rate is multiplied by the quote.
        const error = new Decimal(rate)
          .times(jpy)
          .minus(inEuro ? 1 : usd)
          .abs();
        expect(error.lte(new Decimal("5e-13").times(jpy))).toBe(true);
      }),
    );
  });
});
