import type { BusinessDate } from "../../../platform/business-date.js";
import type { FileFindings } from "../file-findings.js";
import { columns, field } from "../fixed-columns.rules.js";
import type { FixedRecord } from "../fixed-records.js";
import { readShortDate } from "../short-dates.rules.js";

/** A file header (record 1): from whom, to whom, when. */
export interface NachaHeader {
  readonly line: number;
  readonly destination: string;
  readonly origin: string;
  readonly created: BusinessDate | null;
  readonly createdTime: string;
  readonly modifier: string;
}

/** Reads a file header; its date stands in where a batch states none. */
export function readHeader(record: FixedRecord, findings: FileFindings): NachaHeader {
  const header = {
    line: record.line,
    destination: field(record, 4, 13),
    origin: field(record, 14, 23),
    created: readShortDate(field(record, 24, 29)),
    createdTime: field(record, 30, 33),
    modifier: field(record, 34, 34),
  };
  checkHeader(record, header, findings);
  return header;
}

function checkHeader(record: FixedRecord, header: NachaHeader, findings: FileFindings): void {
  const at = (columnsAt: readonly [number, number]) => ({
    type: "1",
    line: record.line,
    columns: columnsAt,
  });
  const [size, blocking, format] = [
    columns(record, 35, 37),
    columns(record, 38, 39),
    columns(record, 40, 40),
  ];
  if (size !== "094" || format !== "1") {
    const message = `it says of itself that its records are "${size}" long in format "${format}"; 094 and 1 are read. Ask the bank for a NACHA file.`;
    findings.add("REJECT_FILE", "WRONG_FORMAT_CODE", at([35, 40]), message);
  }
  if (blocking !== "10")
    findings.add("WARN", "BLOCKING_FACTOR", at([38, 39]), `its blocking factor is "${blocking}", not 10.`);
  if (header.created === null)
    findings.add(
      "WARN",
      "INVALID_DATE",
      at([24, 29]),
      `the file's date "${field(record, 24, 29)}" is no day.`,
    );
  if (!/^\d{9}$/.test(header.destination))
    findings.add(
      "WARN",
      "INVALID_ROUTING",
      at([4, 13]),
      `the destination "${header.destination}" is no routing number.`,
    );
  if (!/^\d{9,10}$/.test(header.origin))
    findings.add(
      "WARN",
      "INVALID_ORIGIN",
      at([14, 23]),
      `the origin "${header.origin}" is no number of a bank or company.`,
    );
}
