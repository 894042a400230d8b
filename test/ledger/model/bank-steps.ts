import { importBankFile } from "../../../src/cash/import-bank-file.js";
import { releaseBankEntry } from "../../../src/cash/release-bank-entry.js";
import { sql } from "../../../src/platform/database/sql.js";
import { entry, statement } from "../../cash/bank-files/statement-files.js";
import { keepReceipt } from "./cash-steps.js";
import { decimal } from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import { dayOf2026, mostly, type Step } from "./step.js";

const CURRENCY = "EUR";

/** A statement with money from nobody that is known; held back while there is no rate for its day, or while that is closed. */
export async function importStatement(ledger: ModelledBooks, step: Step): Promise<void> {
  const day = dayOf2026(step.day % 90);
  const reference = `REF-${ledger.bankEntries.length + 1}`;
  const content = statement(entry({ amount: decimal(step.cents), reference, date: day, currency: CURRENCY }));
  const isHeld = !ledger.hasRate(CURRENCY, day) || !ledger.isOpen([day]);
  const input = { fileName: "statement.xml", content: content.toString("base64") };
  const done = await ledger.execute(true, importBankFile, input);
  if (!done) return;
  const { id } = await ledger.books.row<{ id: string }>(
    sql`select id from bank_entry where batch_id = ${done.batchId}`,
  );
  ledger.bankEntries.push({ id, day, isHeld });
  await keepAll(ledger, done.receiptIds, day, isHeld ? 0 : 1);
}

export async function releaseEntry(ledger: ModelledBooks, step: Step): Promise<void> {
  const found = mostly(ledger.bankEntries, ({ isHeld }) => isHeld, step.pick);
  if (!found) return;
  const { id: entryId, day } = found;
  const allowed = found.isHeld && ledger.hasRate(CURRENCY, day) && ledger.isOpen([day]);
  const done = await ledger.execute(allowed, releaseBankEntry, { entryId });
  if (!done) return;
  found.isHeld = false;
  await keepAll(ledger, done.receiptIds, day, 1);
}

async function keepAll(
  ledger: ModelledBooks,
  receiptIds: readonly string[],
  receivedOn: string,
  expected: number,
): Promise<void> {
  if (receiptIds.length !== expected) throw new Error(`${receiptIds.length} receipts, not ${expected}`);
  for (const id of receiptIds)
    await keepReceipt(ledger, { id, currency: CURRENCY, receivedOn, customerId: null });
}
