import { z } from "zod";
import { LINE_VALUES } from "./line-values.rules.js";

const text = z.string().min(1);

const dateFormat = z
  .string()
  .refine(
    (format) => ["YYYY", "MM", "DD"].every((part) => format.split(part).length === 2),
    "must have YYYY, MM and DD once each",
  );

const column = strict({
  header: z.string().default(""),
  value: z.enum(LINE_VALUES).optional(),
  text: text.optional(),
  setting: z.string().regex(/^\w+$/).optional(),
  otherwise: z.string().optional(),
  max: z.int().min(1).max(4000).optional(),
  part: z.int().min(1).max(30).optional(),
  times: z.int().min(1).max(200).default(1),
})
  .refine(
    ({ value, text, setting }) => [value, text, setting].filter((one) => one !== undefined).length <= 1,
    "has more than one of value, text and setting",
  )
  .refine(
    ({ part, value }) => part === undefined || value === "account",
    "part goes only with value: account",
  )
  .refine(
    ({ otherwise, setting }) => otherwise === undefined || setting !== undefined,
    "otherwise goes only with setting",
  );

/** What a profile file may say: how the lines of journal entries become the rows of a CSV file. */
export const journalProfileSchema = strict({
  what: z.literal("journal", { error: 'must be "journal"' }),
  description: text.optional(),
  source: z.union([text, z.array(text)]).optional(),
  csv: strict({
    delimiter: z
      .string()
      .refine((d) => d === "tab" || (d.length === 1 && !/["\r\n]/.test(d)), 'must be one character, or "tab"')
      .transform((d) => (d === "tab" ? "\t" : d))
      .default(","),
    header: z.boolean().default(true),
    lineEnd: z.enum(["lf", "crlf"]).default("crlf"),
    lineBreaks: z.enum(["keep", "space"]).default("space"),
  }).prefault({}),
  dates: dateFormat.default("YYYY-MM-DD"),
  decimal: z.enum([".", ","]).default("."),
  account: z.enum(["code", "name", "mapped"]).default("code"),
  accountSeparator: z.string().length(1).default("-"),
  leaveOutZero: z.enum(["functional"]).optional(),
  columns: z.array(column).min(1).max(400),
});

/** Our account code → their account. */
const accounts = z.record(z.string(), z.string().trim().min(1).max(200));
/** What only the receiving company knows: its company code, its ledger's id … */
const settings = z.record(z.string().regex(/^\w+$/), z.string().max(200));

/** A file of the user: accounts and settings of the system that takes the journal in. */
export const accountsFileSchema = strict({
  accounts: accounts.optional(),
  settings: settings.default({}),
});

const mapped = { accounts: accounts.nullable(), settings };

/** All that decides how a batch is written; kept with each file, so that it can be written again. */
export const layoutSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hledger"), ...mapped }),
  z.object({ kind: z.literal("csv"), profile: journalProfileSchema, ...mapped }),
]);

export type JournalProfile = z.infer<typeof journalProfileSchema>;
export type ProfileColumn = JournalProfile["columns"][number];
export type AccountsFile = z.infer<typeof accountsFileSchema>;
export type JournalLayout = z.infer<typeof layoutSchema>;

function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has the unknown ${issue.keys.map((key) => `"${key}"`).join(", ")}; allowed: ${Object.keys(shape).join(", ")}`
        : undefined,
  });
}
