import { Decimal } from "../../../platform/money.js";
import { BankFileError } from "../bank-file.error.js";
import type { Finding } from "../bank-file.model.js";
import { readUnits } from "./bai2-fields.js";
import { type Bai2Record, fieldsOf } from "./bai2-records.js";

/** What the records of an account, a group or the file come to, by our own count. */
export interface Counted {
  readonly what: string;
  /** In smallest units, of whatever currency: control totals add them up regardless. */
  readonly sum: Decimal;
  /** Accounts of a group, groups of the file; an account's trailer counts none. */
  readonly parts?: { readonly what: string; readonly count: number };
  /** With header, trailer and continuations. */
  readonly records: number;
}

/**
 * Compares a trailer (49, 98 or 99) with what was read; every difference rejects the file. Returns the total that the
 * trailer states, which the trailer above adds up.
 * @throws BankFileError WRONG_STRUCTURE when one of its figures is no number.
 */
export function checkTrailer(trailer: Bai2Record, counted: Counted, findings: Finding[]): Decimal {
  const fields = fieldsOf(trailer);
  const [total = "", ...counts] = fields;
  const stated = total === "" ? null : readUnits(total);
  if (stated === null) throw unreadable(trailer, "control total", total);
  const compare = (what: string, ours: string, theirs: string): void => {
    if (ours === theirs) return;
    const message = `The trailer at line ${trailer.line} states ${what} of ${theirs} for ${counted.what}, the file has ${ours}. Records were lost, added or changed: nothing may be posted. Ask the bank for the complete file.`;
    findings.push({ severity: "REJECT_FILE", code: "CONTROL_TOTAL_MISMATCH", message, line: trailer.line });
  };
  compare("a control total", counted.sum.toFixed(), stated.toFixed());
  const [parts, records] = counted.parts ? counts : ["", ...counts];
  if (counted.parts) {
    const { what, count } = counted.parts;
    compare(`a number of ${what}`, String(count), String(countOf(trailer, `number of ${what}`, parts)));
  }
  compare(
    "a number of records",
    String(counted.records),
    String(countOf(trailer, "number of records", records)),
  );
  return stated;
}

function countOf(trailer: Bai2Record, what: string, text = ""): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw unreadable(trailer, what, text);
}

function unreadable({ code, line }: Bai2Record, what: string, text: string): BankFileError {
  const message = `The ${what} "${text.slice(0, 30)}" of the trailer ${code} at line ${line} is not a number, so the file cannot be checked. Ask the bank for a corrected file.`;
  return new BankFileError("WRONG_STRUCTURE", message, line);
}
