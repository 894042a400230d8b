import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { readYaml, YamlTextError } from "../platform/yaml-text.js";
import { type AdviceProfile, adviceProfileSchema } from "./advice-profile-schema.js";
import { type ImportProfile, profileSchema } from "./profile-schema.js";

export interface ProfileProblem {
  /** Where in the profile, e.g. "columns.amount.round"; "" for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** A profile that cannot be found or used; the message tells every problem with its place. */
export class ImportProfileError extends Error {
  constructor(
    readonly source: string,
    readonly problems: readonly ProfileProblem[],
  ) {
    const lines = problems.map((problem) => `  ${problem.path || "profile"}: ${problem.message}`);
    super([`The import profile ${source} cannot be used:`, ...lines].join("\n"));
    this.name = "ImportProfileError";
  }
}

/**
 * A profile by the name of one that is shipped ("ibm-settled"), or by the path of a YAML or JSON file.
 * Throws ImportProfileError when there is none, or when it is not valid.
 */
export async function findProfile(nameOrPath: string): Promise<ImportProfile> {
  return parseProfile(await profileText(nameOrPath), nameOrPath);
}

/** The same for a profile of remittance advices, of which none is shipped: by the path of a file. */
export async function findAdviceProfile(path: string): Promise<AdviceProfile> {
  return parseAdviceProfile(await profileText(path), path);
}

async function profileText(nameOrPath: string): Promise<string> {
  const isName = /^[\w-]+$/.test(nameOrPath);
  const file = isName ? path.join(profilesDirectory(), `${nameOrPath}.yaml`) : path.resolve(nameOrPath);
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const shipped = `the shipped profiles are ${shippedProfiles().join(", ")}`;
    const why =
      error instanceof Error && "code" in error && error.code !== "ENOENT" ? ` (${error.code})` : "";
    const message = isName
      ? `there is no profile of this name; ${shipped}; a file of your own is given by its path, such as ./mine.yaml`
      : `the file ${file} cannot be read${why}; give the path of a YAML or JSON file, or a name: ${shipped}`;
    throw new ImportProfileError(nameOrPath, [{ path: "", message }]);
  }
}

/** A profile from the text of a YAML or JSON file. `source` names it in errors. Throws ImportProfileError. */
export function parseProfile(content: string, source: string): ImportProfile {
  return parsedBy(profileSchema, content, source);
}

/** A profile of remittance advices from the text of a YAML or JSON file. Throws ImportProfileError. */
export function parseAdviceProfile(content: string, source: string): AdviceProfile {
  return parsedBy(adviceProfileSchema, content, source);
}

function parsedBy<Profile>(schema: z.ZodType<Profile>, content: string, source: string): Profile {
  let document: unknown;
  try {
    document = readYaml(content);
  } catch (error) {
    if (!(error instanceof YamlTextError)) throw error;
    throw new ImportProfileError(source, [{ path: "", message: error.message }]);
  }
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new ImportProfileError(source, parsed.error.issues.flatMap(problemsOf));
}

/** The names of the profiles that come with the product, in alphabetical order. */
export function shippedProfiles(): string[] {
  return readdirSync(profilesDirectory())
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
}

/** A shipped profile, without waiting: for the command line's help. Throws ImportProfileError. */
export function readShippedProfile(name: string): ImportProfile {
  return parseProfile(readFileSync(path.join(profilesDirectory(), `${name}.yaml`), "utf8"), name);
}

// The build copies no YAML to dist/, so the directory is found from the package's root, from src and dist alike.
function profilesDirectory(): string {
  let directory = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(directory, "package.json")) && path.dirname(directory) !== directory) {
    directory = path.dirname(directory);
  }
  return path.join(directory, "src", "imports", "profiles");
}

function problemsOf(issue: z.core.$ZodIssue): ProfileProblem[] {
  const where = issue.path.map(String).join(".");
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    // Of the alternatives (one value or a list), the one that got furthest is what was meant.
    const meant = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
    const inner = meant.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
    if (issue.message === "Invalid input" && inner.length > 0) return inner.flatMap(problemsOf);
  }
  const message = issue.message.endsWith("received undefined")
    ? "is missing"
    : issue.message.replace(/^Invalid (input|option): /, "");
  return [{ path: where, message }];
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length + (issue.code === "custom" ? 1 : 0)));
}
