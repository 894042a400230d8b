import { createReadStream, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findProfile, type InvoiceProfile, RejectionFile, readInvoices } from "../../src/imports/index.js";
import { accepted, all, realFile, rejectedCodes } from "./sources.js";

const HIGHRADIUS = realFile("highradius_open_9367.csv");
const IBM = realFile("split/ibm_dev.csv");
const ABSENT = "the data is not beside the checkout (../shared/data/ar)";

async function invoiceProfileNamed(name: string): Promise<InvoiceProfile> {
  const profile = await findProfile(name);
  if (profile.what !== "invoices") throw new Error(`${name} is not for invoices`);
  return profile;
}

/** The cells of a file that has no quotes, by a plain split. */
function plainCells(file: string): string[][] {
  const text = readFileSync(file, "utf8");
  expect(text).not.toContain('"');
  return text
    .split("\n")
    .slice(1)
    .map((line) => line.replace("\r", ""))
    .filter((line) => line !== "")
    .map((line) => line.split(","));
}

/** A decimal text in units of 10^-20, and the nearest whole number of cents. */
function plainAmount(text: string): { exact: bigint; cents: bigint } {
  const [whole = "", fraction = ""] = text.split(".");
  const exact = BigInt(whole + fraction.padEnd(20, "0"));
  const unit = 10n ** 18n;
  return { exact, cents: (exact + unit / 2n) / unit };
}

const inCents = (amounts: readonly string[]) =>
  amounts.reduce((sum, text) => sum + BigInt(text.replace(".", "")), 0n);

describe("the open invoices of the HighRadius file", () => {
  it("map all, the 550 converted amounts with a fraction of a cent rounded half-up", async (test) => {
    if (!HIGHRADIUS) return test.skip(ABSENT);
    const started = performance.now();
    const rows = await all(
      readInvoices(createReadStream(HIGHRADIUS), await invoiceProfileNamed("highradius-open")),
    );
    console.log(`9,367 rows read and mapped in ${Math.round(performance.now() - started)} ms`);
    const invoices = accepted(rows);

    const plain = plainCells(HIGHRADIUS).map((cells) => ({ cells, amount: plainAmount(cells[11] ?? "") }));
    // Binary noise ends far behind the cent; a real fraction does not.
    const fractions = plain.filter(({ amount }) => {
      const off = amount.exact - amount.cents * 10n ** 18n;
      return (off < 0n ? -off : off) >= 10n ** 14n;
    });

    expect(rejectedCodes(rows)).toEqual([]);
    expect(plain).toHaveLength(9367);
    expect(invoices.map((invoice) => BigInt(invoice.amount.replace(".", "")))).toEqual(
      plain.map(({ amount }) => amount.cents),
    );
    expect(inCents(invoices.map((invoice) => invoice.amount))).toBe(
      plain.reduce((sum, { amount }) => sum + amount.cents, 0n),
    );
    expect(fractions).toHaveLength(550);
    expect(new Set(fractions.map(({ cells }) => cells[1]))).toEqual(new Set(["CA02"]));
  });

  it("have whole numbers, and customers that do not fall apart by lost zeros", async (test) => {
    if (!HIGHRADIUS) return test.skip(ABSENT);
    const rows = await all(
      readInvoices(createReadStream(HIGHRADIUS), await invoiceProfileNamed("highradius-open")),
    );
    const [first] = accepted(rows);
    expect(first).toMatchObject({
      kind: "INVOICE",
      number: "2960623488",
      customerNumber: "0140105686",
      customerName: "SYSC llc",
      documentDate: "2020-03-31",
      dueDate: "2020-04-10",
      termsCode: "CA10",
      currency: "USD",
      amount: "2309.79",
      businessUnit: "CA02",
      settledDate: null,
    });
    const kept = new Set(rows.flatMap(({ row, result }) => (result.ok ? [row.line] : [])));
    const customers = plainCells(HIGHRADIUS)
      .filter((_cells, at) => kept.has(at + 2))
      .map((cells) => cells[2] ?? "");
    const padded = new Set(
      customers.map((number) => (/^\d+$/.test(number) ? number.padStart(10, "0") : number)),
    );
    expect(new Set(accepted(rows).map((invoice) => invoice.customerNumber))).toEqual(padded);
    expect(padded.size).toBeLessThan(new Set(customers).size);
    expect(padded).toContain("CCU001");
    for (const invoice of accepted(rows)) expect((invoice.dueDate ?? "") >= invoice.documentDate).toBe(true);
  });

  it("come back from the rejected file with their columns when a cell is spoilt, and are taken once it is corrected", async (test) => {
    if (!HIGHRADIUS) return test.skip(ABSENT);
    const profile = await invoiceProfileNamed("highradius-open");
    const lines = readFileSync(HIGHRADIUS, "utf8").split("\n").slice(0, 201);
    const spoilt = lines.map((line, n) => (n % 20 === 7 ? line.replaceAll("2020-04", "2020-44") : line));
    const file = new RejectionFile(profile);
    const parts: Buffer[] = [];
    const rows = await all(readInvoices(Buffer.from(spoilt.join("\n")), profile));
    for (const { row, result } of rows) if (!result.ok) parts.push(file.row(row, result.rejections));
    const written = Buffer.concat(parts).toString();
    expect(written.startsWith(",business_code,cust_number,")).toBe(true);
    const refused = rows.filter(({ result }) => !result.ok).length;
    expect(refused).toBeGreaterThan(0);
    const corrected = written.replaceAll("2020-44", "2020-04");
    const taken = await all(readInvoices(Buffer.from(corrected), profile));
    expect(accepted(taken)).toHaveLength(refused);
  });
});

describe("the settled invoices of the IBM file", () => {
  it("all map, with the day on which each was paid", async (test) => {
    if (!IBM) return test.skip(ABSENT);
    const rows = await all(readInvoices(createReadStream(IBM), await invoiceProfileNamed("ibm-settled")));
    const invoices = accepted(rows);
    const plain = plainCells(IBM);
    expect(rejectedCodes(rows)).toEqual([]);
    expect(invoices).toHaveLength(1481);
    expect(plain).toHaveLength(1481);
    expect(inCents(invoices.map((invoice) => invoice.amount))).toBe(8_854_284n);
    expect(plain.reduce((sum, cells) => sum + plainAmount(cells[6] ?? "").cents, 0n)).toBe(8_854_284n);
    expect(invoices.filter((invoice) => invoice.disputed)).toHaveLength(325);
    expect(plain.filter((cells) => cells[7] === "Yes")).toHaveLength(325);
    expect(new Set(invoices.map((invoice) => invoice.customerNumber)).size).toBe(100);
    const daysToSettle = invoices.map(
      ({ documentDate, settledDate }) =>
        (Date.parse(settledDate ?? "") - Date.parse(documentDate)) / 86_400_000,
    );
    expect(daysToSettle).toEqual(plain.map((cells) => Number(cells[10])));
    expect(invoices[0]).toMatchObject({
      number: "0000611365",
      customerNumber: "0379-NEVHP",
      documentDate: "2013-01-02",
      dueDate: "2013-02-01",
      amount: "55.94",
      currency: "USD",
      region: "391",
      disputed: false,
      settledDate: "2013-01-15",
    });
  });
});
