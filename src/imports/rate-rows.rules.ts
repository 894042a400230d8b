import type { BusinessDate } from "../platform/business-date.js";
import { type CurrencyCode, Decimal, isCurrency } from "../platform/money.js";
import {
  type CsvFile,
  quoted,
  type RawRow,
  type RowResult,
  type SourceIdentity,
} from "./import-row.rules.js";
import type { RateProfile } from "./profile-schema.js";
import { contentHash, RowReader } from "./row-reader.rules.js";

/** One day's rates as a file quotes them. */
export interface ImportedRates extends SourceIdentity {
  readonly date: BusinessDate;
  readonly base: CurrencyCode;
  readonly quotes: readonly RateQuote[];
}

export interface RateQuote {
  /** The column, which is named by its currency. */
  readonly currency: CurrencyCode;
  /** Units of the currency for one unit of the base, as they stand in the file. */
  readonly perBase: string;
}

/** What fits the database with room for the crossing of two of them. */
const NUMBER = /^\d{1,12}(\.\d{1,12})?$/;

/**
 * The rates of a row, or everything that is wrong with it. Every column but the date's is named by a currency; one
 * without a name is passed over, and so is one of a currency of the past. A cell that is empty or holds one of the profile's words for it has no rate.
 */
export function mapRateRow(row: RawRow, profile: RateProfile): RowResult<ImportedRates> {
  if (row.malformed) return { ok: false, rejections: [row.malformed] };
  const reader = new RowReader(row);
  const { column } = profile.columns.date;
  const date = reader.required(profile.columns.date, reader.date(profile.columns.date), "day");
  const quotes: RateQuote[] = [];
  for (const [place, name] of (row.file.header ?? []).entries()) {
    const currency = name.trim();
    const cell = (row.cells[place] ?? "").trim();
    if (currency === "" || currency === column || cell === "" || profile.missing.includes(cell)) continue;
    if (isOfThePast(currency)) continue;
    const wrong = faultOf(currency, cell);
    if (wrong) reader.reject({ column: currency }, wrong.code, wrong.reason);
    else quotes.push({ currency, perBase: cell });
  }
  if (!date || reader.rejections.length > 0) return { ok: false, rejections: reader.rejections };
  const record = { date, base: profile.base, quotes };
  return { ok: true, record: { ...record, sourceKey: date, contentHash: contentHash(record) } };
}

/** The columns of a file that are passed over, because there is no such money any more. */
export function columnsOfThePast({ header }: CsvFile): string[] {
  return (header ?? []).map((name) => name.trim()).filter(isOfThePast);
}

/** Codes that ISO 4217 has withdrawn and that published files of rates go on having. */
const WITHDRAWN = new Set(
  "ATS BEF BGN CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE ROL SIT SKK TRL".split(" "),
);

function isOfThePast(code: string): boolean {
  return WITHDRAWN.has(code) && !isCurrency(code);
}

function faultOf(currency: string, cell: string) {
  if (!isCurrency(currency)) {
    const reason = `is not a currency code such as USD: rename the column, or empty it.`;
    return { code: "UNKNOWN_CURRENCY", reason } as const;
  }
  if (NUMBER.test(cell) && !new Decimal(cell).isZero()) return null;
  const reason = `${quoted(cell)} is not a rate such as 1.0812: type it like that, or leave it empty.`;
  return { code: "NOT_A_NUMBER", reason } as const;
}
