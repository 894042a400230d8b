import type { BankEntry, Severity } from "../bank-file.model.js";
import type { FileFindings } from "../file-findings.js";
import { isBlank } from "../fixed-columns.rules.js";
import type { FixedRecord } from "../fixed-records.js";
import { checkDigitOf } from "../routing-number.rules.js";
import type { RawCheque } from "./lockbox-entry.js";
import { type Cheque, readOverflow } from "./lockbox-records.js";

/** What is wrong with one cheque: QUARANTINE_ENTRY where posting it would be a guess, else WARN. */
export function checkCheque(
  { record, overflow }: Pick<RawCheque, "record" | "overflow">,
  cheque: Cheque,
  entry: BankEntry,
  findings: FileFindings,
): void {
  const report = (severity: Severity, code: string, at: readonly [number, number], message: string): void =>
    findings.add(severity, code, { type: "6", line: record.line, columns: at }, message, entry.index);
  if (cheque.cents === null) {
    const message = `the amount "${record.text.slice(7, 17)}" is not a number of cents. Ask the bank what was paid.`;
    report("QUARANTINE_ENTRY", "INVALID_AMOUNT", [8, 17], message);
  } else if (entry.bookingDate === null) {
    const message = `the deposit date "${entry.unreadable.at(-1)?.text ?? ""}" of its lockbox is no day. Ask the bank for it.`;
    report("QUARANTINE_ENTRY", "INVALID_DATE", [1, 1], message);
  } else if (cheque.cents === 0n) {
    report(
      "QUARANTINE_ENTRY",
      "ZERO_AMOUNT",
      [8, 17],
      "it pays nothing. Close it, or ask the bank why it was sent.",
    );
  }
  if (isBlank(cheque.routing) || isBlank(cheque.account))
    report("WARN", "NO_MICR", [18, 36], "it does not tell the account that the cheque is drawn on.");
  else if (checkDigitOf(cheque.routing.slice(0, 8)) !== cheque.routing.slice(8))
    report("WARN", "INVALID_CHECK_DIGIT", [18, 26], `the routing number "${cheque.routing}" is not valid.`);
  if (!isBlank(cheque.dateText) && cheque.date === null)
    report("WARN", "INVALID_CHEQUE_DATE", [47, 52], `the cheque's date "${cheque.dateText}" is no day.`);
  checkLast(overflow, findings);
}

function checkLast(overflow: readonly FixedRecord[], findings: FileFindings): void {
  const last = overflow.at(-1);
  if (!last || readOverflow(last).isLast) return;
  const message = "it is not marked as the last of its cheque: text may be missing.";
  findings.add("WARN", "OVERFLOW_INCOMPLETE", { type: "4", line: last.line, columns: [11, 11] }, message);
}
