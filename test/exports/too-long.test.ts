import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordReceipt } from "../../src/cash/record-receipt.js";
import { findLayout, startJournalExport, writeJournalExport } from "../../src/exports/index.js";
import { type Books, Library } from "../support/books.js";
import { exported, writtenAs } from "./exporting.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-04-01");
});
afterAll(() => library.close());

async function receive(books: Books, amount: string): Promise<void> {
  await books.does(recordReceipt, { amount, currency: "USD", receivedOn: "2026-03-10", method: "CARD" });
}

describe("a batch", () => {
  it("is refused as a whole when an account or a company code does not fit, and then nothing is taken", async () => {
    const books = await library.books();
    await receive(books, "5.00");
    const before = await books.digest();
    const accounts = { "1010": "101-10-1010-000", "1220": "101-10-1220-000" };
    const layout = await findLayout("sap", { accounts, settings: { companyCode: "10100" } });
    const { refusals } = await books.attempt(startJournalExport(), { format: "sap", layout });
    const tooLong = (path: string, ...told: string[]) => ({
      code: "INVALID_VALUE",
      path: [path],
      message: expect.stringMatching(new RegExp(told.join(".*"))),
    });
    expect(refusals).toEqual([
      tooLong("settings", "settings.companyCode", "10100", "BUKRS", "at most 4"),
      tooLong("accounts", "1010 Cash clearing", "101-10-1010-000", "HKONT", "at most 10"),
      tooLong("accounts", "1220 Unidentified cash", "101-10-1220-000", "HKONT", "at most 10"),
    ]);
    expect(await books.digest()).toBe(before);

    const fits = {
      accounts: { "1010": "0000101010", "1220": "0000101220" },
      settings: { companyCode: "1010" },
    };
    expect((await exported(books, { format: "sap", receiver: fits }))?.text).toContain(";0000101220;");
  });

  it("that was written with a cut account before is the same bytes still, and tells so in no new file", async () => {
    const books = await library.books();
    await receive(books, "5.00");
    const file = await exported(books);
    if (!file) throw new Error("nothing was exported");
    const accounts = { "1010": "101-10-1010-000", "1220": "101-10-1220-000" };
    const layout = await findLayout("sap", { accounts, settings: { companyCode: "1010" } });
    const batch = { tenantId: books.tenant.id, exportId: file.exportId, layout };
    expect(await books.read((db) => writtenAs(db, batch))).toContain(";101-10-122;");
    const request = { journalExportId: file.exportId, format: "sap", layout };
    expect((await books.attempt(writeJournalExport(), request)).refusals).toHaveLength(2);
  });
});
