import { z } from "zod";
import {
  amountColumn,
  columnProblems,
  csv,
  currency,
  dateColumn,
  documentTypeColumn,
  strict,
  text,
  textColumn,
} from "./profile-schema.js";

/** What a profile of remittance advices may say: one row is one document that is paid. */
export const adviceProfileSchema = strict({
  what: z.literal("advices"),
  description: text.optional(),
  csv: csv.prefault({}),
  columns: strict({
    reference: textColumn,
    paid: amountColumn.optional(),
    gross: amountColumn.optional(),
    discount: amountColumn.optional(),
    deduction: amountColumn.optional(),
    reasonCode: textColumn.optional(),
    documentType: documentTypeColumn.optional(),
    documentDate: dateColumn.optional(),
    purchaseOrder: textColumn.optional(),
    text: textColumn.optional(),
    number: textColumn.optional(),
    paymentReference: textColumn.optional(),
    payerName: textColumn.optional(),
    payerNumber: textColumn.optional(),
    paidOn: dateColumn.optional(),
    total: amountColumn.optional(),
    currency: textColumn.optional(),
  }),
  defaults: strict({
    currency: currency.optional(),
    payerName: text.optional(),
    payerNumber: text.optional(),
  }).default({}),
}).superRefine((profile, context) => {
  const issue = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
  for (const { path, message } of columnProblems(profile)) issue(path, message);
  const { columns, defaults } = profile;
  if (!columns.currency && !defaults.currency)
    issue(["columns", "currency"], "is needed here or in defaults");
  if (!columns.paid && !columns.gross) issue(["columns", "paid"], "is needed, or gross");
});

export type AdviceProfile = z.infer<typeof adviceProfileSchema>;
