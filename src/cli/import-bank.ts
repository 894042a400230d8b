import path from "node:path";
import { setFlagsFromString } from "node:v8";
import {
  bankMoneyOf,
  bankSummary,
  findingInWords,
  heldBack,
  heldEntries,
  importBankFile,
  retryBankFile,
} from "../cash/index.js";
import type { Installation } from "../main.js";
import type { Actor } from "../platform/commands/command.js";
import { resultOf } from "../platform/commands/pipeline.js";
import { ReadSession } from "../platform/database/read-session.js";
import { readInput } from "./input-file.js";
import { operatorOf } from "./operator.js";

const HELD_TOLD = 20;

/**
 * Takes in a bank file as one batch and tells what became of its money; of one that was taken in before, tries the
 * entries again that were held back. Returns false when nothing was taken in; entries held back are a warning.
 */
export async function importBank(
  installation: Installation,
  file: string,
  options: { readonly tenant?: string },
): Promise<boolean> {
  // Most of what a large file makes is soon garbage, of which the heap otherwise gathers three times what lives, and the
  // space for new objects a hundred megabytes.
  setFlagsFromString("--heap-growing-percent=50");
  setFlagsFromString("--semi-space-growth-factor=1");
  const content = await readInput(file);
  const actor = await operatorOf(installation, options.tenant);
  const input = { fileName: path.basename(file), content };
  const outcome = await installation.application.commands.execute(actor, importBankFile, input);
  if (outcome.kind === "REFUSED") {
    if (outcome.refusals.some((refusal) => refusal.code === "DUPLICATE_FILE"))
      return retryHeld(installation, actor, input);
    for (const refusal of outcome.refusals) warn(refusal.message);
    warn("Nothing was posted.");
    return false;
  }
  const { batchId, findings } = resultOf(outcome);
  // Those about entries that are held back are told with them.
  for (const finding of findings.filter(({ severity }) => severity === "WARN")) warn(findingInWords(finding));
  await tell(installation, actor, batchId);
  return true;
}

async function retryHeld(
  installation: Installation,
  actor: Actor,
  input: { readonly fileName: string; readonly content: Buffer },
): Promise<boolean> {
  process.stdout.write("This very file was taken in before: what was posted of it is not posted again.\n");
  const outcome = await installation.application.commands.execute(actor, retryBankFile, input);
  if (outcome.kind === "REFUSED") {
    for (const refusal of outcome.refusals) warn(refusal.message);
    warn("Nothing was posted.");
    return false;
  }
  const { released, held, receiptIds } = resultOf(outcome);
  if (released + held.length === 0) {
    warn("None of its entries is held back. Nothing was posted.");
    return false;
  }
  for (const { line, reason } of held) warn(`Still held back, line ${line}: ${reason}`);
  process.stdout.write(
    `Tried again: ${released} posted (${receiptIds.length} receipts), ${held.length} still held back.\n`,
  );
  return released > 0;
}

async function tell(installation: Installation, { tenantId }: Actor, batchId: string): Promise<void> {
  const reads = new ReadSession(installation.application.database, tenantId);
  try {
    const rows = await bankMoneyOf(reads, tenantId, batchId);
    for (const line of bankSummary(rows)) process.stdout.write(`${line}\n`);
    const held = rows.filter(({ what }) => what === "HELD").reduce((sum, row) => sum + row.count, 0);
    for (const line of heldBack(held, await heldEntries(reads, tenantId, batchId, HELD_TOLD))) warn(line);
  } finally {
    await reads.close();
  }
}

function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}
