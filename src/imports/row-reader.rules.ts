import { createHash } from "node:crypto";
import type { BusinessDate } from "../platform/business-date.js";
import { type CurrencyCode, type Decimal, isCurrency } from "../platform/money.js";
import { type CellResult, lookUp, notMapped, readAmount, readFlag, readText } from "./cell-values.rules.js";
import { isInYears, readDateText, YEARS } from "./date-format.rules.js";
import { quoted, type RawRow, type Rejection, type RejectionCode } from "./import-row.rules.js";
import type {
  AmountColumn,
  DateColumn,
  DocumentTypeColumn,
  FlagColumn,
  SourceColumn,
  TextColumn,
} from "./profile-schema.js";

/** Reads the fields of one row and keeps everything that is wrong with it. A field that is blank or wrong is null. */
export class RowReader {
  readonly rejections: Rejection[] = [];

  constructor(readonly row: RawRow) {}

  text(column: TextColumn | undefined, otherwise?: string): string | null {
    return this.#read(column, (cell, options) => readText(cell, options)) ?? this.#default(column, otherwise);
  }

  date(column: DateColumn | undefined): BusinessDate | null {
    return this.#read(column, (cell, { format }) => {
      const date = readDateText(cell.trim(), format);
      if (date && isInYears(date)) return { ok: true, value: date };
      if (date) {
        const reason = `${quoted(cell)} is not in the years ${YEARS.first} to ${YEARS.last}: correct the year.`;
        return { ok: false, code: "DATE_OUT_OF_RANGE", reason };
      }
      const reason = `${quoted(cell)} is not a calendar date of the form ${format.join(" or ")}: type it like that.`;
      return { ok: false, code: "NOT_A_DATE", reason };
    });
  }

  amount(column: AmountColumn | undefined, currency: CurrencyCode | null): Decimal | null {
    return this.#read(column, (cell, options) => readAmount(cell, options, currency));
  }

  flag(column: FlagColumn | undefined): boolean | null {
    return this.#read(column, (cell, options) => readFlag(cell, options));
  }

  documentType(column: DocumentTypeColumn | undefined): "INVOICE" | "CREDIT_MEMO" | null {
    return this.#read<"INVOICE" | "CREDIT_MEMO", DocumentTypeColumn>(column, (cell, { map }) => {
      const type = lookUp(map, cell.trim());
      return type ? { ok: true, value: type } : notMapped(cell.trim(), Object.keys(map));
    });
  }

  currency(column: TextColumn | undefined, otherwise: string | undefined): CurrencyCode | null {
    const code = this.#required(column, this.text(column, otherwise), "currency");
    if (code === null || isCurrency(code)) return code;
    this.reject(
      column,
      "UNKNOWN_CURRENCY",
      `${quoted(code)} is not a currency code such as USD or EUR: correct it.`,
    );
    return null;
  }

  /** The value again; when the cell is blank, that is a rejection which calls the field by this name. */
  required<Value>(column: { column: SourceColumn }, value: Value | null, name: string): Value | null {
    return this.#required(column, value, name);
  }

  reject(column: { column: SourceColumn } | undefined, code: RejectionCode, reason: string): void {
    const value = column ? cellOf(this.row, column.column) : null;
    const named = column ? labelOf(this.row, column.column) : null;
    const sentence = named ? `${named} ${reason}` : reason;
    this.rejections.push({ line: this.row.line, column: named, value, code, reason: sentence });
  }

  #read<Value, Column extends { column: SourceColumn }>(
    column: Column | undefined,
    read: (cell: string, options: Column) => CellResult<Value>,
  ): Value | null {
    if (!column) return null;
    const cell = cellOf(this.row, column.column);
    if (cell.trim() === "") return null;
    const result = read(cell, column);
    if (result.ok) return result.value;
    this.reject(column, result.code, result.reason);
    return null;
  }

  #default(column: TextColumn | undefined, otherwise: string | undefined): string | null {
    const blank = !column || cellOf(this.row, column.column).trim() === "";
    return blank ? (otherwise ?? null) : null;
  }

  #required<Value>(
    column: { column: SourceColumn } | undefined,
    value: Value | null,
    name: string,
  ): Value | null {
    if (value === null && column && cellOf(this.row, column.column).trim() === "") {
      this.reject(column, "REQUIRED", `is empty: give the ${name}.`);
    }
    return value;
  }
}

/** SHA-256 (hex) of a record's fields in the order of their names, so that it does not hang on how it was built. */
export function contentHash(record: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

/** A cell as it stands in the file, and what its column is called there. */
export function cellAt(row: RawRow, column: SourceColumn): { column: string; value: string } {
  return { column: labelOf(row, column), value: cellOf(row, column) };
}

function cellOf(row: RawRow, column: SourceColumn): string {
  return row.cells[placeOf(row, column)] ?? "";
}

function labelOf(row: RawRow, column: SourceColumn): string {
  return typeof column === "string" ? column : `column ${placeOf(row, column) + 1}`;
}

const places = new WeakMap<object, Map<string, number>>();

function placeOf(row: RawRow, column: SourceColumn): number {
  if (typeof column === "number") return column - 1;
  let known = places.get(row.file);
  if (!known) {
    known = new Map((row.file.header ?? []).map((name, at) => [name.trim(), at]));
    places.set(row.file, known);
  }
  return known.get(column) ?? -1;
}
