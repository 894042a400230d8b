import { type Refusal, refusal } from "../platform/commands/refusal.js";
import type { ExportedLine } from "./exported-entry.js";
import type { ProfileColumn } from "./layout-schema.js";
import type { LineValue } from "./line-values.rules.js";

/** A value that its column cannot show whole, although it says which account, company, customer or amount is meant. */
export interface TooLongValue {
  readonly column: ProfileColumn;
  readonly text: string;
  readonly line: ExportedLine;
}

export type OnTooLong = (value: TooLongValue) => void;

/** Texts for people to read. Everything else identifies or counts something: cut, it would be another. */
const FREE_TEXTS: ReadonlySet<LineValue> = new Set(["description", "kind", "accountName", "customerName"]);

/** Whether what the column shows may be cut to its `max`. */
export function mayBeCut({ value }: ProfileColumn): boolean {
  return value !== undefined && FREE_TEXTS.has(value);
}

/** More would not be read. */
const TOLD_MAX = 20;

/** Collects what does not fit a batch's file, each value once. */
export class TooLongValues {
  readonly #refusals = new Map<string, Refusal>();

  readonly add: OnTooLong = (found) => {
    const told = refusalOf(found);
    if (this.#refusals.size < TOLD_MAX) this.#refusals.set(told.message, told);
  };

  get refusals(): readonly Refusal[] {
    return [...this.#refusals.values()];
  }
}

function refusalOf({ column, text, line }: TooLongValue): Refusal {
  const { header, max, value, setting } = column;
  const shown = `"${text}" has ${[...text].length} characters, and the column ${header} takes at most ${max}`;
  if (setting !== undefined) return refusal("INVALID_VALUE", "settings", `settings.${setting}: ${shown}.`);
  const account = `${line.accountCode} ${line.accountName}`;
  if (value === "account" || value === "accountCode")
    return refusal("INVALID_VALUE", "accounts", `${account}: ${shown}. Name an account that fits.`);
  return refusal(
    "INVALID_VALUE",
    "format",
    `${value ?? "text"}: ${shown}. Use a format that has room for it.`,
  );
}
