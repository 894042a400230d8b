import path from "node:path";
import { adviceSummary, findingInWords } from "../cash/index.js";
import { ingestAdvices } from "../imports/index.js";
import type { Installation } from "../main.js";
import { resultOf } from "../platform/commands/pipeline.js";
import { readInput } from "./input-file.js";
import { operatorOf } from "./operator.js";

/**
 * Takes in a file of remittance advices as one batch and tells what it holds and how many were paired with receipts.
 * Returns false when nothing was taken in.
 */
export async function importAdvice(
  installation: Installation,
  file: string,
  options: { readonly tenant?: string; readonly profile?: string },
): Promise<boolean> {
  const content = await readInput(file);
  const profile = options.profile === undefined ? null : (await readInput(options.profile)).toString("utf8");
  const actor = await operatorOf(installation, options.tenant);
  const input = { fileName: path.basename(file), content: content.toString("base64"), profile };
  const outcome = await installation.application.commands.execute(actor, ingestAdvices, input);
  if (outcome.kind === "REFUSED") {
    for (const refusal of outcome.refusals) warn(refusal.message);
    warn("Nothing was taken in.");
    return false;
  }
  const taken = resultOf(outcome);
  for (const finding of taken.findings) warn(findingInWords(finding));
  for (const line of adviceSummary(taken)) process.stdout.write(`${line}\n`);
  return true;
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}
