import path from "node:path";
import { findProfile, type ImportProfile, runImport } from "../imports/index.js";
import type { Installation } from "../main.js";
import { createProgress } from "../platform/terminal/progress.js";
import { readInput } from "./input-file.js";
import { operatorOf } from "./operator.js";
import { requireFilePlace } from "./output-place.js";
import { RejectsFile } from "./rejects-file.js";
import { UserFacingError } from "./user-facing-error.js";

export interface ImportOptions {
  readonly profile: string;
  /** Of rates: the currency that the file quotes against, if it is not the profile's. */
  readonly base?: string;
  readonly tenant?: string;
  /** Where rejected rows go; beside the file when not given. */
  readonly rejects?: string;
}

/** Imports a CSV file of invoices, customers or rates. Returns false when some of it was not taken in. */
export async function importCsv(
  installation: Installation,
  what: ImportProfile["what"],
  file: string,
  options: ImportOptions,
): Promise<boolean> {
  const profile = withBase(await findProfile(options.profile), options.base);
  if (profile.what !== what) {
    throw new UserFacingError(
      `The profile ${options.profile} is for ${profile.what}; this is an import of ${what}.`,
    );
  }
  const content = await readInput(file);
  const actor = await operatorOf(installation, options.tenant);
  if (options.rejects !== undefined) await requireFilePlace("--rejects", options.rejects);
  const rejects = new RejectsFile(options.rejects ?? rejectsBeside(file), warn);
  const progress = createProgress({ label: `Importing ${what}`, unit: "bytes", total: content.length });
  const summary = await runImport(installation.application.commands, actor, {
    content,
    fileName: path.basename(file),
    profileName: options.profile,
    profile,
    onProgress: ({ rowsRead }, bytesRead) =>
      progress.update(bytesRead, content.length, `${rowsRead.toLocaleString("en-US")} rows`),
    onRejected: (bytes, rejections) => {
      rejects.write(bytes);
      for (const r of rejections.slice(0, 1))
        warn(`line ${r.line}${r.column ? `, column ${r.column}` : ""}: ${r.reason}`);
    },
  }).catch((error: unknown) => {
    rejects.close();
    progress.finish("cut off");
    throw error;
  });
  const rejectsFile = rejects.close();
  progress.finish(`${summary.rowsRead.toLocaleString("en-US")} rows read`);
  say(
    `Imported ${summary.rowsImported}, already there ${summary.rowsDuplicate}, rejected ${summary.rowsRejected}.`,
  );
  if (summary.skippedColumns.length > 0)
    warn(`Passed over the columns of currencies of the past: ${summary.skippedColumns.join(", ")}.`);
  if (rejectsFile !== null)
    say(
      `Rejected rows are in ${rejectsFile}: correct them there and import that file with the same profile.`,
    );
  if (summary.failure) warn(`The file could not be read to its end. ${summary.failure}`);
  return summary.rowsRejected === 0 && summary.failure === null;
}

/** Files of one folder have each its own, whatever their endings. */
function rejectsBeside(file: string): string {
  return `${file.replace(/\.csv$/i, "")}.rejected.csv`;
}

function withBase(profile: ImportProfile, base: string | undefined): ImportProfile {
  if (base === undefined || profile.what !== "rates") return profile;
  return { ...profile, base };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}
