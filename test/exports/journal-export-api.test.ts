import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

interface Batch {
  readonly id: string;
  readonly number: number;
  readonly entryCount: number;
  readonly functionalDebits: { readonly amount: string };
  readonly totals: readonly { readonly currency: string; readonly debits: { readonly amount: string } }[];
  readonly files: readonly { readonly fileNo: number; readonly format: string; readonly sha256: string }[];
}

interface Payload {
  readonly journalExport: Batch | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
  readonly replayed: boolean;
}

const BATCH = `id number entryCount functionalDebits { amount } totals { currency debits { amount } }
  files { fileNo format sha256 }`;
const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { payload: ${name}(input: $input) { journalExport { ${BATCH} } userErrors { code message } replayed } }`;
const START = mutation("journalExportStart", "JournalExportStartInput");
const WRITE = mutation("journalExportWrite", "JournalExportWriteInput");
const PREVIEW = `mutation ($input: JournalExportStartInput!) { payload: journalExportStart(input: $input) {
  preview { entryCount lineCount firstEffectiveDate functionalDebits { amount currency }
    functionalCredits { amount currency } totals { currency debits { amount } } } } }`;
const CONTENT = `query ($id: ID!, $fileNo: Int) {
  journalExportContent(id: $id, fileNo: $fileNo) { text nextAfterEntry } }`;

it("a controller hands the journal over, fetches the file, and repeats a request without harm", async () => {
  const story = await stories.begin({ functionalCurrency: "EUR" });
  const customerId = await story.customer();
  await story.invoice({ customerId, amount: "100.00" });
  const start = async (input: object) => (await story.ask<{ payload: Payload }>(START, { input })).payload;
  const checked = await start({ format: "HLEDGER", idempotencyKey: "k-0", validateOnly: true });
  expect(checked).toMatchObject({ journalExport: null, userErrors: [] });
  const { payload: shown } = await story.ask<{ payload: { preview: object } }>(PREVIEW, {
    input: { format: "HLEDGER", idempotencyKey: "k-0", validateOnly: true },
  });
  expect(shown.preview).toEqual({
    entryCount: 1,
    lineCount: 2,
    firstEffectiveDate: expect.any(String),
    functionalDebits: { amount: "100.00", currency: "EUR" },
    functionalCredits: { amount: "100.00", currency: "EUR" },
    totals: [{ currency: "EUR", debits: { amount: "100.00" } }],
  });

  const first = await start({ format: "HLEDGER", idempotencyKey: "k-1" });
  expect(first).toMatchObject({
    journalExport: {
      number: 1,
      entryCount: 1,
      functionalDebits: { amount: "100.00" },
      totals: [{ currency: "EUR", debits: { amount: "100.00" } }],
    },
    userErrors: [],
    replayed: false,
  });
  const again = await start({ format: "HLEDGER", idempotencyKey: "k-1" });
  expect(again).toEqual({ ...first, replayed: true });
  const nothing = await start({ format: "HLEDGER", idempotencyKey: "k-2" });
  expect(nothing.userErrors.map(({ code }) => code)).toEqual(["NOTHING_TO_EXPORT"]);

  const id = first.journalExport?.id ?? "";
  const { journalExportContent: content } = await story.ask<{
    journalExportContent: { text: string; nextAfterEntry: number | null };
  }>(CONTENT, { id });
  expect(content.nextAfterEntry).toBeNull();
  expect(createHash("sha256").update(content.text).digest("hex")).toBe(first.journalExport?.files[0]?.sha256);

  const sap = { journalExportId: id, format: "SAP", idempotencyKey: "k-3" };
  const refused = (await story.ask<{ payload: Payload }>(WRITE, { input: sap })).payload;
  expect(refused.userErrors).toEqual([
    { code: "INVALID_VALUE", message: expect.stringContaining("settings.companyCode") },
  ]);
  const settings = [{ name: "companyCode", value: "1010" }];
  const written = (await story.ask<{ payload: Payload }>(WRITE, { input: { ...sap, settings } })).payload;
  expect(written.journalExport?.files.map((file) => file.format)).toEqual(["hledger", "sap"]);
  const { journalExports } = await story.ask<{ journalExports: { nodes: Batch[] } }>(
    `{ journalExports { nodes { ${BATCH} } } }`,
  );
  expect(journalExports.nodes).toEqual([written.journalExport]);
});

it("a controller who gives too little for a format is told which input lacks what", async () => {
  const story = await stories.begin({ functionalCurrency: "EUR" });
  const { payload } = await story.ask<{ payload: { userErrors: object[] } }>(
    `mutation ($input: JournalExportStartInput!) { payload: journalExportStart(input: $input) {
       userErrors { code path message } } }`,
    { input: { format: "ORACLE", idempotencyKey: "k-1" } },
  );
  expect(payload.userErrors).toEqual([
    { code: "INVALID_VALUE", path: ["settings"], message: expect.stringContaining("settings.ledgerId") },
    { code: "INVALID_VALUE", path: ["accounts"], message: expect.stringContaining("for each of ours") },
  ]);
  expect(JSON.stringify(payload)).not.toContain("accounts file");
});
