import { describe, expect, it } from "vitest";
import { entry, statement, transaction } from "../cash/bank-files/statement-files.js";
import { given, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

const IMPORT = `mutation ($input: BankFileImportInput!) { bankFileImport(input: $input) {
  bankBatch { fileName format entryCount findings { severity code } entries { nodes { entryNo outcome amount { amount currency }
    remittances { status payerName referencesFound receipt { number } } } } }
  receipts { id number unappliedAmount { amount } customer { id } applications { invoice { id } } }
  wouldPost { kind } replayed userErrors { code message path } } }`;

interface Imported {
  readonly bankFileImport: {
    readonly bankBatch: object | null;
    readonly receipts: readonly { readonly id: string }[] | null;
    readonly wouldPost: readonly { readonly kind: string }[] | null;
    readonly replayed: boolean;
    readonly userErrors: readonly { readonly code: string }[];
  };
}

describe("a bank file sent through the API", () => {
  it("becomes a batch with receipts, remittances and the invoice paid; again it is replayed, and refused under another key", async () => {
    const story = await stories.begin({ functionalCurrency: "EUR" });
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-01" });
    const details = transaction({ amount: "100.00", text: `Invoice ${invoice.number}`, name: "Müller GmbH" });
    const content = statement(entry({ amount: "100.00", details })).toString("base64");
    const input = { fileName: "march.xml", content };
    const importing = (idempotencyKey: string, more: object = {}) =>
      story.ask<Imported>(IMPORT, { input: { ...input, idempotencyKey, ...more } });

    const dry = (await importing("dry", { validateOnly: true })).bankFileImport;
    expect(given(dry.wouldPost).map(({ kind }) => kind)).toEqual(["RECEIPT", "APPLICATION"]);
    expect(await story.instalments(invoice)).toEqual(["100.00"]);

    const done = (await importing("march")).bankFileImport;
    expect(done).toMatchObject({
      userErrors: [],
      bankBatch: {
        fileName: "march.xml",
        format: "CAMT_053.2",
        entryCount: 1,
        entries: {
          nodes: [
            {
              outcome: "RECEIPT_RECORDED",
              amount: { amount: "100.00", currency: "EUR" },
              remittances: [
                { status: "APPLIED", payerName: "Müller GmbH", referencesFound: [invoice.number] },
              ],
            },
          ],
        },
      },
      receipts: [{ unappliedAmount: { amount: "0.00" }, customer: { id: customerId } }],
    });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);

    const again = (await importing("march")).bankFileImport;
    expect(again.replayed).toBe(true);
    expect(given(again.receipts).map(({ id }) => id)).toEqual(given(done.receipts).map(({ id }) => id));
    const other = (await importing("april")).bankFileImport;
    expect(other.userErrors.map(({ code }) => code)).toEqual(["DUPLICATE_FILE"]);
  });
});
