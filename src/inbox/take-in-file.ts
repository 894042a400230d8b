import { bankMoneyOf, bankSummary, heldBack, heldEntries, importBankFile } from "../cash/index.js";
import type { Actor } from "../platform/commands/command.js";
import { type CommandPipeline, resultOf } from "../platform/commands/pipeline.js";
import type { Database } from "../platform/database/database.js";
import { ReadSession } from "../platform/database/read-session.js";
import type { Fate } from "./arrived-files.js";

export interface TakenFile {
  readonly fate: Fate;
  /** For people: what became of its money, or what is wrong and what to do. */
  readonly report: readonly string[];
}

/** Entries held back that a report names one by one. */
const HELD_TOLD = 200;

/**
 * Takes in a bank file as one batch. Throws when the database does not answer: nothing has happened to the file then.
 */
export async function takeInFile(
  { commands, database }: { readonly commands: CommandPipeline; readonly database: Database },
  actor: Actor,
  fileName: string,
  content: Buffer,
): Promise<TakenFile> {
  const input = { fileName, content: content.toString("base64") };
  const outcome = await commands.execute(actor, importBankFile, input);
  if (outcome.kind === "REFUSED") {
    const reasons = outcome.refusals.map(({ message }) => message);
    return { fate: "refused", report: [...reasons, "Nothing was posted."] };
  }
  const { batchId, findings } = resultOf(outcome);
  const warnings = findings.filter(({ severity }) => severity === "WARN");
  const reads = new ReadSession(database, actor.tenantId);
  try {
    const rows = await bankMoneyOf(reads, actor.tenantId, batchId);
    const held = rows.filter(({ what }) => what === "HELD").reduce((sum, row) => sum + row.count, 0);
    return {
      fate: "taken",
      report: [
        ...bankSummary(rows),
        ...warnings.map(
          ({ line, message }) => `Warning${line === undefined ? "" : `, line ${line}`}: ${message}`,
        ),
        ...heldBack(held, await heldEntries(reads, actor.tenantId, batchId, HELD_TOLD)),
      ],
    };
  } finally {
    await reads.close();
  }
}
