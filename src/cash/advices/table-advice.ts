import type { Finding } from "../bank-files/index.js";
import type { AdviceFormatName, ParsedAdviceFile } from "./advice.model.js";
import { addLine, type DraftAdvice, finished, identify, newAdvice, newLine, refer } from "./advice-draft.js";
import { AdviceFileError } from "./advice-file.error.js";
import { type FoundTable, findTable, type LooseRow, type TableLine } from "./advice-table.rules.js";
import { settleAdvice } from "./advice-total.rules.js";
import { currencyIn } from "./loose-values.rules.js";

/**
 * The advice in a table whose columns are known by the words of its header, for files that have no profile. What each
 * column was taken for is told, so that a person can see it.
 * @throws AdviceFileError PROFILE_NEEDED when no header is understood
 */
export function parseTable(rows: readonly LooseRow[], format: AdviceFormatName): ParsedAdviceFile {
  const table = findTable(rows);
  if (!table || table.lines.length === 0) {
    throw new AdviceFileError(
      "PROFILE_NEEDED",
      "The table has no header with a column of document numbers and one of amounts that can be told by its words. Import it with a profile that says what its columns are.",
      1,
    );
  }
  const draft = newAdvice(table.lines[0]?.line ?? 1);
  fillFromTable(draft, table);
  draft.currency ??= currencyIn(rows.slice(0, 1_000).flatMap(({ cells }) => cells));
  const settled = settleAdvice(finished(draft, 0));
  const findings = [...tellTable(table, 0), ...settled.findings];
  return { format, version: null, messageId: null, advices: [settled.advice], findings };
}

/**
 * Puts the lines of a table into an advice, and its total and payment where the advice has none. Payer and day of its
 * own columns are nearer to the payment than the sender and day of the letter that brings it.
 */
export function fillFromTable(draft: DraftAdvice, table: FoundTable): void {
  draft.total ??= table.total;
  draft.currency ??= table.currency;
  draft.payer.name = table.payer ?? draft.payer.name;
  identify(draft.payer, "CUSTOMER_NUMBER", table.payerNumber ?? "");
  draft.paidOn = table.paidOn ?? draft.paidOn;
  const { paymentReference } = table;
  if (paymentReference !== null && !draft.paymentReferences.some(({ value }) => value === paymentReference)) {
    const word = table.columns.get("payment") ?? "payment";
    refer(draft.paymentReferences, word, paymentReference, draft.line);
  }
  draft.number ??= paymentReference;
  for (const each of table.lines) addLine(draft, draftLine(each));
}

/** So many columns are named of those that are not read. */
const SHOWN_COLUMNS = 20;

/** What was taken for what, which columns are not read, and the rows that were passed over. */
export function tellTable(table: FoundTable, index: number): Finding[] {
  const columns = [...table.columns].map(([role, word]) => `"${word.slice(0, 30)}" for ${role}`);
  const findings: Finding[] = [
    {
      severity: "WARN",
      code: "COLUMNS_GUESSED",
      message: `The columns are known by their names only: ${columns.join(", ")}. Import such files with a profile to be sure.`,
      entryIndex: index,
    },
  ];
  if (table.unread.length > 0) {
    const names = table.unread.slice(0, SHOWN_COLUMNS).map((word) => `"${word.slice(0, 30)}"`);
    const more =
      table.unread.length > SHOWN_COLUMNS ? ` and ${table.unread.length - SHOWN_COLUMNS} more` : "";
    const message = `These columns are not read: ${names.join(", ")}${more}. Import such files with a profile if they matter.`;
    findings.push({ severity: "WARN", code: "COLUMNS_NOT_READ", message, entryIndex: index });
  }
  for (const { line, cells } of table.passedOver) {
    const shown = cells
      .filter((cell) => cell.trim() !== "")
      .join(" ")
      .slice(0, 60);
    const message = `Row ${line} ("${shown}") has no document number or no amount that can be read. It is passed over.`;
    findings.push({ severity: "WARN", code: "ROW_PASSED_OVER", message, line, entryIndex: index });
  }
  return findings;
}

function draftLine(each: TableLine) {
  const line = newLine(each.line);
  line.reference = each.reference;
  line.referenceType = each.referenceType;
  line.paid = each.paid;
  line.gross = each.gross;
  line.discount = each.discount;
  line.documentDate = each.date;
  if (each.purchaseOrder !== null) refer(line.otherReferences, "PO", each.purchaseOrder, each.line);
  if (each.deduction !== null && !/^[0.]+$/.test(each.deduction)) {
    line.adjustments.push({ reasonCode: each.reason, amount: `-${each.deduction}`, text: null });
  }
  if (each.text !== null) line.texts.push(each.text);
  return line;
}
