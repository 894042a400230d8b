import { z } from "zod";
import { businessDate, parseBusinessDate } from "../platform/business-date.js";
import { Decimal } from "../platform/money.js";
import { readInput } from "./input-file.js";
import { UserFacingError } from "./user-facing-error.js";

const DECIMALS_MOST = 4;

/** The noise of a binary fraction, as in 0.30000000000000004. */
const NOISE = new Decimal("0.000001");

/** A JSON number or a decimal as text. A number's shortest text is what the file says, up to fifteen digits. */
export const amount = z.union([z.number(), z.string()]).transform((value, context) => {
  const text = String(value);
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    const decimal = new Decimal(text);
    const exact = decimal.toDecimalPlaces(DECIMALS_MOST);
    if (exact.minus(decimal).abs().lt(NOISE)) return exact;
  }
  context.addIssue({ code: "custom", message: `is not an amount with at most ${DECIMALS_MOST} decimals` });
  return z.NEVER;
});

export const date = z
  .string()
  .refine((text) => parseBusinessDate(text) !== null, { message: "is not a date like 2026-03-31" })
  .transform((text) => businessDate(text));

export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

/**
 * A problem file with the parts that the schema asks for; others are not looked at. Throws UserFacingError that names
 * the place and says what to do.
 */
export async function readProblem<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const bytes = await readInput(file);
  const found = schema.safeParse(parsed(file, bytes.toString("utf8")));
  if (found.success) return found.data;
  const told = found.error.issues.slice(0, 5).map(({ path, message }) => `  ${placeOf(path)}: ${message}`);
  const more = found.error.issues.length - told.length;
  const lines = [`${file} is not such a problem:`, ...told, ...(more > 0 ? [`  and ${more} more`] : [])];
  throw new UserFacingError(`${lines.join("\n")}\nCorrect these places and try again.`);
}

function parsed(file: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserFacingError(`${file} is not JSON (${reason}). Name a file with a matching problem.`);
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.length === 0
    ? "the file"
    : path
        .map((step, at) => (typeof step === "number" ? `[${step}]` : `${at > 0 ? "." : ""}${String(step)}`))
        .join("");
}

/** Runs a command whose argument is one problem file and prints what it answers; a failure is told and ends with 1. */
export async function answerProblem(usage: string, solve: (file: string) => Promise<string>): Promise<void> {
  const [file, ...rest] = process.argv.slice(2);
  try {
    if (!file || rest.length > 0) throw new UserFacingError("Name one file with a problem.");
    process.stdout.write(`${await solve(file)}\n`);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    process.stderr.write(`${error.message}\nUse: ${usage}\n`);
    process.exitCode = 1;
  }
}
