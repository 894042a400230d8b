import type { BusinessDate } from "../../../platform/business-date.js";
import { BankFileError } from "../bank-file.error.js";
import { readShortDate } from "../short-dates.rules.js";
import { type Bai2Record, fieldsOf } from "./bai2-records.js";

/** What a 02 says of its accounts. */
export interface Bai2Group {
  readonly number: number;
  readonly status: string;
  /** The as-of date; null when it is none. */
  readonly bookingDate: BusinessDate | null;
  readonly bookingDateText: string;
  /** American dollars when the group states none. */
  readonly currency: string;
  /** Whether the data is interim and comes again in a final report. */
  readonly isInterim: boolean;
}

const STATUSES = ["1", "2", "3", "4"];

/** As-of-date modifiers of data that is not final: interim of the day before, interim of the same day. */
const INTERIM = new Set(["1", "3"]);

/** @throws BankFileError WRONG_STRUCTURE when the status is unknown, since some statuses say not to post. */
export function readGroup(record: Bai2Record, number: number): Bai2Group {
  const [, , status = "", date = "", , currency = "", modifier = ""] = fieldsOf(record);
  if (!STATUSES.includes(status)) {
    const message = `The group at line ${record.line} has the status "${status.slice(0, 10)}"; 1 (update), 2 (deletion), 3 (correction) and 4 (test) are known. Ask the bank what it is.`;
    throw new BankFileError("WRONG_STRUCTURE", message, record.line);
  }
  return {
    number,
    status,
    bookingDate: readShortDate(date),
    bookingDateText: date,
    currency: currency || "USD",
    isInterim: INTERIM.has(modifier),
  };
}

/** Why a group's entries wait for a person; null when it simply reports them. */
export function groupFinding({ status }: Bai2Group): { readonly code: string; readonly why: string } | null {
  if (status === "2") {
    const why =
      "its group deletes what the bank reported before. Nothing is posted: reverse by hand what came by the earlier report.";
    return { code: "DELETION_GROUP", why };
  }
  if (status === "3") {
    const why =
      "its group corrects what the bank reported before. Compare it with the earlier report, and confirm it if it is not in yet.";
    return { code: "CORRECTION_GROUP", why };
  }
  if (status === "4")
    return { code: "TEST_GROUP", why: "its group is a test of the bank. Nothing is posted." };
  return null;
}
