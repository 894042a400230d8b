import type { FixedRecord } from "./fixed-records.js";

/** Columns `from` to `to` of a record, counted from 1 as in the rules, without blanks around. */
export function field(record: FixedRecord, from: number, to: number): string {
  return record.text.slice(from - 1, to).trim();
}

/** The same with its blanks. */
export function columns(record: FixedRecord, from: number, to: number): string {
  return record.text.slice(from - 1, to);
}

/** An unsigned number that fills its columns; null when anything but digits stands in them. */
export function number(record: FixedRecord, from: number, to: number): bigint | null {
  const text = columns(record, from, to);
  return text.length === to - from + 1 && /^\d+$/.test(text) ? BigInt(text) : null;
}

/** Cents as an amount of dollars: 1234 is "12.34". */
export function dollars(cents: bigint): string {
  const text = cents.toString().padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** Whether the columns hold nothing, or zeros only, which stand for nothing. */
export function isBlank(text: string): boolean {
  return /^[0 ]*$/.test(text);
}
