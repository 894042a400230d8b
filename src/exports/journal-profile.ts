import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { readYaml, YamlTextError } from "../platform/yaml-text.js";
import {
  type AccountsFile,
  accountsFileSchema,
  type JournalLayout,
  type JournalProfile,
  journalProfileSchema,
} from "./layout-schema.js";

/** What a format needs of the receiver's: a setting by its name, or their accounts. */
export interface MissingPart {
  /** Null for the accounts. */
  readonly setting: string | null;
}

/** A profile or an accounts file that cannot be found or used; the message tells every problem with its place. */
export class JournalProfileError extends Error {
  override readonly name = "JournalProfileError";

  constructor(
    source: string,
    problems: readonly string[],
    /** What the receiver was not told of, when that is all. */
    readonly missing: readonly MissingPart[] = [],
  ) {
    super([`${source} cannot be used:`, ...problems.map((problem) => `  ${problem}`)].join("\n"));
  }
}

/**
 * How a batch is written: `hledger`, the name of a shipped profile ("quickbooks"), or the path of a profile of one's
 * own. Throws JournalProfileError when there is none, or when it is not valid.
 */
export async function findLayout(
  format: string,
  { accounts, settings }: AccountsFile = { settings: {} },
): Promise<JournalLayout> {
  const receiver = { accounts: accounts ?? null, settings };
  if (format === "hledger") return { kind: "hledger", ...receiver };
  const profile = await findJournalProfile(format);
  const needed = profile.columns.flatMap(({ setting, otherwise }) =>
    setting !== undefined && otherwise === undefined && !settings[setting] ? [setting] : [],
  );
  const missing: MissingPart[] = needed.map((setting) => ({ setting }));
  if (profile.account === "mapped" && !accounts) missing.push({ setting: null });
  const problems = missing.map(({ setting }) =>
    setting === null
      ? `accounts: ${format} needs an accounts file that names an account for each of ours`
      : `settings.${setting}: is missing; ${format} needs it in the accounts file`,
  );
  if (problems.length > 0) throw new JournalProfileError(`The format ${format}`, problems, missing);
  return { kind: "csv", profile, ...receiver };
}

/** A profile by the name of one that is shipped, or by the path of a YAML or JSON file. Throws JournalProfileError. */
export async function findJournalProfile(nameOrPath: string): Promise<JournalProfile> {
  const isName = /^[\w-]+$/.test(nameOrPath);
  const file = isName ? path.join(profilesDirectory(), `${nameOrPath}.yaml`) : path.resolve(nameOrPath);
  const shipped = async () => `the formats are hledger, ${(await shippedJournalProfiles()).join(", ")}`;
  const content = await readText(file);
  if (content === null) {
    const problem = isName ? "there is no such format" : `the file ${file} cannot be read`;
    throw new JournalProfileError(`The format ${nameOrPath}`, [
      `${problem}; ${await shipped()}; a profile of your own is given by its path, such as ./mine.yaml`,
    ]);
  }
  return parseWith(journalProfileSchema, content, `The profile ${nameOrPath}`);
}

/** Accounts and settings from a YAML or JSON file. Throws JournalProfileError. */
export async function readAccountsFile(file: string): Promise<AccountsFile> {
  const content = await readText(path.resolve(file));
  if (content === null) throw new JournalProfileError(`The accounts file ${file}`, ["it cannot be read"]);
  return parseWith(accountsFileSchema, content, `The accounts file ${file}`);
}

/** The names of the profiles that come with the product, in alphabetical order. */
export async function shippedJournalProfiles(): Promise<string[]> {
  const files = await readdir(profilesDirectory());
  return files
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
}

/** What the text says by the schema; `source` names it in errors. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  content: string,
  source: string,
): z.infer<Schema> {
  let document: unknown;
  try {
    document = readYaml(content);
  } catch (error) {
    if (!(error instanceof YamlTextError)) throw error;
    throw new JournalProfileError(source, [error.message]);
  }
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new JournalProfileError(
    source,
    parsed.error.issues.map((issue) => `${issue.path.map(String).join(".") || "file"}: ${issue.message}`),
  );
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return null;
  }
}

// The build copies no YAML to dist/, so the directory is found from the package's root, from src and dist alike.
function profilesDirectory(): string {
  let directory = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(directory, "package.json")) && path.dirname(directory) !== directory) {
    directory = path.dirname(directory);
  }
  return path.join(directory, "src", "exports", "profiles");
}
