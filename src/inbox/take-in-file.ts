import {
  adviceSummary,
  bankMoneyOf,
  bankSummary,
  findingInWords,
  heldBack,
  heldEntries,
  importBankFile,
} from "../cash/index.js";
import { ingestAdvices } from "../imports/index.js";
import type { Actor } from "../platform/commands/command.js";
import { type CommandPipeline, resultOf } from "../platform/commands/pipeline.js";
import type { Refusal } from "../platform/commands/refusal.js";
import type { Database } from "../platform/database/database.js";
import { ReadSession } from "../platform/database/read-session.js";
import type { Fate } from "./arrived-files.js";

export interface TakenFile {
  readonly fate: Fate;
  /** For people: what became of its money, or what is wrong and what to do. */
  readonly report: readonly string[];
}

interface ArrivedFile {
  readonly fileName: string;
  readonly content: Buffer;
}

interface Installation {
  readonly commands: CommandPipeline;
  readonly database: Database;
}

/** Entries held back that a report names one by one. */
const HELD_TOLD = 200;

/** Findings that say that a file is of another kind, not that it is damaged. */
const OTHER_KIND = new Set<unknown>(["UNKNOWN_FORMAT", "PROFILE_NEEDED", "UNREADABLE_TABLE"]);

/**
 * Takes in a file as one batch, whatever kind it is by its content: a bank file, else remittance advices. Throws when the
 * database does not answer: nothing has happened to the file then.
 */
export async function takeInFile(
  installation: Installation,
  actor: Actor,
  fileName: string,
  content: Buffer,
): Promise<TakenFile> {
  const file = { fileName, content };
  const outcome = await installation.commands.execute(actor, importBankFile, file);
  if (outcome.kind === "REFUSED") {
    const { refusals } = outcome;
    return refusals.some(isOtherKind)
      ? takeInAdvices(installation, actor, file, refusals)
      : refused(refusals.map(({ message }) => message));
  }
  const { batchId, findings } = resultOf(outcome);
  const warnings = findings.filter(({ severity }) => severity === "WARN");
  const reads = new ReadSession(installation.database, actor.tenantId);
  try {
    const rows = await bankMoneyOf(reads, actor.tenantId, batchId);
    const held = rows.filter(({ what }) => what === "HELD").reduce((sum, row) => sum + row.count, 0);
    return {
      fate: "taken",
      report: [
        ...bankSummary(rows),
        ...warnings.map(findingInWords),
        ...heldBack(held, await heldEntries(reads, actor.tenantId, batchId, HELD_TOLD)),
      ],
    };
  } finally {
    await reads.close();
  }
}

/** Takes in what is no bank file; what is no advice either is refused with the reasons of both. */
async function takeInAdvices(
  { commands }: Installation,
  actor: Actor,
  { fileName, content }: ArrivedFile,
  noBankFile: readonly Refusal[],
): Promise<TakenFile> {
  const outcome = await commands.execute(actor, ingestAdvices, {
    fileName,
    content: content.toString("base64"),
  });
  if (outcome.kind === "REFUSED") {
    const { refusals } = outcome;
    if (!refusals.some(isOtherKind)) return refused(refusals.map(({ message }) => message));
    return refused([
      "The file is neither a bank file nor a remittance advice.",
      ...noBankFile.map(({ message }) => `As a bank file: ${message}`),
      ...refusals.map(({ message }) => `As a remittance advice: ${message}`),
    ]);
  }
  const taken = resultOf(outcome);
  return {
    fate: "taken",
    report: [...adviceSummary(taken), ...taken.findings.map(findingInWords)],
  };
}

function isOtherKind({ data }: Refusal): boolean {
  return OTHER_KIND.has(data?.finding);
}

function refused(reasons: readonly string[]): TakenFile {
  return { fate: "refused", report: [...reasons, "Nothing was posted."] };
}
