import { type BusinessDate } from "../../../platform/business-date.js";
import type { FileFindings } from "../file-findings.js";
import { field, isBlank } from "../fixed-columns.rules.js";
import type { FixedRecord } from "../fixed-records.js";
import { isIsoCurrency } from "../iso20022-values.js";
import { readDayOfYear, readShortDate } from "../short-dates.rules.js";
import { ENTRY_CLASSES, SERVICE_CLASSES } from "./nacha-codes.js";

/** A batch header (record 5): who sends the entries that follow, what they are, and for which day. */
export interface NachaBatch {
  readonly line: number;
  readonly number: string;
  readonly serviceClass: string;
  readonly entryClass: string;
  /** The originator; "" for IAT, whose addenda name it. */
  readonly companyName: string;
  readonly companyId: string;
  readonly description: string;
  readonly descriptiveDate: string;
  /** First eight digits of the originator's bank. */
  readonly originatingBank: string;
  readonly currency: string;
  /** The day asked for; null when none or no readable one is stated. */
  readonly effectiveDate: BusinessDate | null;
  /** The day on which the money moves: the settlement date, else the effective date, else the day of the file. */
  readonly bookingDate: BusinessDate | null;
  /** The date as written when it cannot be read. */
  readonly unreadableDate?: string;
}

/**
 * Reads a batch header. `fileDate`: the day on which the file was made, which stands in where the batch states no day
 * at all; a day that is stated but does not exist leaves the batch without a date.
 */
export function readBatch(
  record: FixedRecord,
  fileDate: BusinessDate | null,
  findings: FileFindings,
): NachaBatch {
  const entryClass = field(record, 51, 53);
  const isInternational = entryClass === "IAT";
  const batch = {
    line: record.line,
    number: field(record, 88, 94),
    serviceClass: field(record, 2, 4),
    entryClass,
    companyName: isInternational ? "" : field(record, 5, 20),
    companyId: field(record, 41, 50),
    description: field(record, 54, 63),
    descriptiveDate: isInternational ? "" : field(record, 64, 69),
    originatingBank: field(record, 80, 87),
    currency: isInternational ? currencyOf(field(record, 67, 69)) : "USD",
    ...datesOf(record, fileDate, findings),
  };
  checkHeader(batch, record, findings);
  return batch;
}

/** IAT amounts are in the currency of the destination. */
function currencyOf(text: string): string {
  return isIsoCurrency(text) ? text : "USD";
}

function datesOf(record: FixedRecord, fileDate: BusinessDate | null, findings: FileFindings) {
  const [written, settlement] = [field(record, 70, 75), field(record, 76, 78)];
  const stated = !isBlank(written);
  const effectiveDate = stated ? readShortDate(written) : null;
  const near = fileDate ?? effectiveDate;
  const settlementDate = !isBlank(settlement) && near ? readDayOfYear(settlement, near) : null;
  const bookingDate = settlementDate ?? (stated ? effectiveDate : fileDate);
  const place = { type: "5", line: record.line, columns: [70, 75] as const };
  if (stated && effectiveDate === null) {
    const what = bookingDate ? `The settlement date ${bookingDate} is taken.` : "Ask the bank for the date.";
    findings.add("WARN", "INVALID_DATE", place, `the effective date "${written}" is no day. ${what}`);
    return { effectiveDate, bookingDate, unreadableDate: written };
  }
  if (!stated && settlementDate === null) {
    const what = fileDate
      ? `its entries are taken for the day of the file, ${fileDate}. Check the day against the account.`
      : "nor does the file: ask the bank for it.";
    findings.add("WARN", "NO_EFFECTIVE_DATE", place, `the batch states no day; ${what}`);
  }
  return { effectiveDate, bookingDate };
}

function checkHeader(batch: NachaBatch, record: FixedRecord, findings: FileFindings): void {
  const warn = (code: string, columns: readonly [number, number], message: string): void =>
    findings.add("WARN", code, { type: "5", line: record.line, columns }, message);
  if (!SERVICE_CLASSES.has(batch.serviceClass))
    warn(
      "UNKNOWN_SERVICE_CLASS",
      [2, 4],
      `the service class "${batch.serviceClass}" is none of 200, 220, 225 and 280. The entries' own codes tell which way money goes.`,
    );
  if (!ENTRY_CLASSES.has(batch.entryClass))
    warn(
      "UNKNOWN_ENTRY_CLASS",
      [51, 53],
      `the entry class "${batch.entryClass}" is unknown. Its entries are read as corporate payments (CCD): look at them.`,
    );
  const unnamed = batch.entryClass !== "IAT" && isBlank(batch.companyName);
  if (unnamed) warn("NO_COMPANY_NAME", [5, 20], "it does not name the company that sends the entries.");
  if (isBlank(batch.description))
    warn("NO_ENTRY_DESCRIPTION", [54, 63], "it does not say what the entries are for.");
  if (!/^\d{8}$/.test(batch.originatingBank))
    warn("INVALID_ROUTING", [80, 87], `the originating bank "${batch.originatingBank}" is not eight digits.`);
}
