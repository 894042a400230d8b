import { z } from "zod";
import { isCurrency } from "../platform/money.js";
import { dateFormatProblem, formatsAreAmbiguous } from "./date-format.rules.js";

export const text = z.string().min(1);
export const currency = z.string().refine(isCurrency, "is not an ISO 4217 currency code such as USD or EUR");

const encodings = ["utf-8", "latin1", "utf-16"] as const;

export const csv = strict({
  delimiter: z
    .string()
    .refine((d) => d === "tab" || (d.length === 1 && !/["\r\n]/.test(d)), 'must be one character, or "tab"')
    .transform((d) => (d === "tab" ? "\t" : d))
    .default(","),
  quote: z
    .string()
    .refine((q) => q === "none" || (q.length === 1 && !/[\s\w]/.test(q)), 'must be one character, or "none"')
    .transform((q) => (q === "none" ? null : q))
    .default('"'),
  encoding: z.enum(encodings).default("utf-8"),
  header: z.boolean().default(true),
  columnCount: z.int().min(1).max(1000).optional(),
}).refine((options) => options.delimiter !== options.quote, "delimiter and quote must differ");

const column = z.union([text, z.int().min(1)], {
  error: "must be a column's name (numbers in quotes), or its position from 1 when csv.header is false",
});

export const textColumn = columnWith({
  trim: z.boolean().default(true),
  stripSuffix: text.optional(),
  upper: z.boolean().default(false),
  map: z.record(z.string(), text).optional(),
  pad: strict({
    length: z.int().min(1).max(60),
    with: z.string().length(1).default("0"),
    onlyDigits: z.boolean().default(true),
  }).optional(),
  prefix: text.optional(),
});

const dateFormat = z.string().superRefine((format, context) => {
  const problem = dateFormatProblem(format);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

export const dateColumn = columnWith({
  format: z
    .union([dateFormat.transform((format) => [format]), z.array(dateFormat).min(1)])
    .refine(
      (formats) => !formats.some((one) => formats.some((other) => formatsAreAmbiguous(one, other))),
      "has two formats that read the same text as different dates: keep the one that the file uses",
    )
    .default(["YYYY-MM-DD"]),
});

export const amountColumn = columnWith({
  decimal: z.enum([".", ","]).default("."),
  thousands: z.enum(["none", ",", ".", " ", "'"]).default("none"),
  round: z.enum(["none", "minor-unit", "half-up"]).default("none"),
});

const flagColumn = columnWith({ map: z.record(z.string(), z.boolean()).optional() });

export const documentTypeColumn = columnWith({
  map: z
    .record(z.string(), z.enum(["INVOICE", "CREDIT_MEMO"]))
    .default({ INVOICE: "INVOICE", CREDIT_MEMO: "CREDIT_MEMO" }),
});

const unknownTerms = z.enum(["reject", "create"]).default("reject");

const invoices = strict({
  what: z.literal("invoices"),
  description: text.optional(),
  csv: csv.prefault({}),
  columns: strict({
    number: textColumn,
    customerNumber: textColumn,
    customerName: textColumn.optional(),
    documentType: documentTypeColumn.optional(),
    documentDate: dateColumn,
    dueDate: dateColumn.optional(),
    termsCode: textColumn.optional(),
    currency: textColumn.optional(),
    amount: amountColumn,
    net: amountColumn.optional(),
    tax: amountColumn.optional(),
    productLine: textColumn.optional(),
    revenueAccount: textColumn.optional(),
    purchaseOrder: textColumn.optional(),
    region: textColumn.optional(),
    businessUnit: textColumn.optional(),
    disputed: flagColumn.optional(),
  }),
  settled: dateColumn.optional(),
  negativeAmounts: z.enum(["reject", "credit"]).default("reject"),
  unknownTerms,
  defaults: strict({
    currency: currency.optional(),
    termsCode: text.optional(),
    productLine: text.optional(),
    revenueAccount: text.optional(),
    region: text.optional(),
    businessUnit: text.optional(),
  }).default({}),
});

const customers = strict({
  what: z.literal("customers"),
  description: text.optional(),
  csv: csv.prefault({}),
  columns: strict({
    number: textColumn,
    name: textColumn,
    billTo: strict({
      line1: textColumn.optional(),
      line2: textColumn.optional(),
      city: textColumn.optional(),
      region: textColumn.optional(),
      postalCode: textColumn.optional(),
      country: textColumn.optional(),
    }).optional(),
    contact: strict({
      name: textColumn.optional(),
      email: textColumn.optional(),
      phone: textColumn.optional(),
    }).optional(),
    termsCode: textColumn.optional(),
    currency: textColumn.optional(),
    taxIds: columnWith({ split: z.string().length(1).default(";") }).optional(),
    parentNumber: textColumn.optional(),
    region: textColumn.optional(),
    salesRepresentative: textColumn.optional(),
    collector: textColumn.optional(),
    riskClass: textColumn.optional(),
    creditLimit: amountColumn.optional(),
  }),
  unknownTerms,
  defaults: strict({
    currency: currency.optional(),
    termsCode: text.optional(),
    country: text.optional(),
    region: text.optional(),
    salesRepresentative: text.optional(),
    collector: text.optional(),
    riskClass: text.optional(),
  }).default({}),
});

const rates = strict({
  what: z.literal("rates"),
  description: text.optional(),
  csv: csv.prefault({}).refine((options) => options.header, "header is needed: it names the currencies"),
  columns: strict({ date: dateColumn }),
  /** Every other column is named by a currency and holds units of it for one unit of the base. */
  base: currency,
  /** What stands in a cell for which there is no rate, besides nothing. */
  missing: z.array(text).default(["N/A"]),
});

/** What a profile file may say. Everything that is not named here is refused, with the names that are allowed. */
export const profileSchema = z
  .discriminatedUnion("what", [invoices, customers, rates], {
    error: 'must have "what": invoices, customers or rates',
  })
  .superRefine((profile, context) => {
    const issue = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    for (const { path, message } of columnProblems(profile)) issue(path, message);
    if (profile.what === "rates") return;
    if (!profile.columns.currency && !profile.defaults.currency) {
      issue(["columns", "currency"], "is needed here or in defaults");
    }
    if (profile.what === "invoices" && !profile.columns.dueDate && !profile.columns.termsCode) {
      if (!profile.defaults.termsCode) {
        issue(["columns", "dueDate"], "is needed, or termsCode here or in defaults");
      }
    }
  });

export type InvoiceProfile = z.infer<typeof invoices>;
export type CustomerProfile = z.infer<typeof customers>;
export type RateProfile = z.infer<typeof rates>;
export type ImportProfile = InvoiceProfile | CustomerProfile | RateProfile;
export type CsvOptions = ImportProfile["csv"];
export type Encoding = CsvOptions["encoding"];
export type SourceColumn = z.infer<typeof column>;
export type TextColumn = z.infer<typeof textColumn>;
export type DateColumn = z.infer<typeof dateColumn>;
export type AmountColumn = z.infer<typeof amountColumn>;
export type FlagColumn = z.infer<typeof flagColumn>;
export type DocumentTypeColumn = z.infer<typeof documentTypeColumn>;

/** What of a profile says how its file is read. */
export interface TableProfile {
  readonly csv: CsvOptions;
  readonly columns: object;
  readonly settled?: unknown;
}

/** Every column of the source that a profile names, with its place in the profile. */
export function columnsOf(profile: TableProfile): { path: string[]; column: SourceColumn }[] {
  const found: { path: string[]; column: SourceColumn }[] = [];
  const visit = (value: unknown, path: string[]): void => {
    if (typeof value !== "object" || value === null) return;
    if ("column" in value && (typeof value.column === "string" || typeof value.column === "number")) {
      found.push({ path: [...path, "column"], column: value.column });
      return;
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(profile.columns, ["columns"]);
  visit(profile.settled, ["settled"]);
  return found;
}

/** What is wrong with how a profile names its columns, with the place. */
export function columnProblems(profile: TableProfile): { path: string[]; message: string }[] {
  const { header, columnCount } = profile.csv;
  const problems: { path: string[]; message: string }[] = [];
  const count = ["csv", "columnCount"];
  if (!header && columnCount === undefined)
    problems.push({ path: count, message: "is needed when header is false" });
  if (header && columnCount !== undefined)
    problems.push({ path: count, message: "goes only with header: false" });
  for (const { path, column: source } of columnsOf(profile)) {
    if (header && typeof source === "number") {
      const message = "is a position, but the file has a header: give the column's name (numbers in quotes)";
      problems.push({ path, message });
    } else if (!header && (typeof source === "string" || source > (columnCount ?? source))) {
      const message = "must be a position from 1 to csv.columnCount, because csv.header is false";
      problems.push({ path, message });
    }
  }
  return problems;
}

/** A column given by its name alone, or with options. */
function columnWith<Shape extends z.ZodRawShape>(options: Shape) {
  const shorthand = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? { column: value } : value;
  return z.preprocess(shorthand, strict({ column, ...options }));
}

export function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has the unknown ${issue.keys.map((key) => `"${key}"`).join(", ")}; allowed: ${Object.keys(shape).join(", ")}`
        : undefined,
  });
}
