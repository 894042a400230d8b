import { stringify } from "csv-stringify/sync";
import { Decimal } from "../platform/money.js";
import type { ExportedBatch, ExportedEntry, ExportedLine } from "./exported-entry.js";
import type { JournalText } from "./journal-text.js";
import type { JournalProfile, ProfileColumn } from "./layout-schema.js";
import { type LineInPlace, lineValue, type Notation } from "./line-values.rules.js";
import { mayBeCut, type OnTooLong } from "./too-long.rules.js";

interface Receiver {
  readonly accounts: Readonly<Record<string, string>> | null;
  readonly settings: Readonly<Record<string, string>>;
}

/** Writes entries as the CSV rows that a profile describes, one row a line. */
export class CsvJournal implements JournalText {
  readonly #columns: readonly ProfileColumn[];
  readonly #notation: Notation;

  constructor(
    private readonly batch: ExportedBatch,
    private readonly profile: JournalProfile,
    private readonly receiver: Receiver,
    /** Told of each value that is cut although it identifies something. */
    private readonly onTooLong: OnTooLong = () => undefined,
  ) {
    this.#columns = profile.columns.flatMap((column) => Array<ProfileColumn>(column.times).fill(column));
    this.#notation = {
      date: (iso) => {
        const [year = "", month = "", day = ""] = iso.split("-");
        return profile.dates.replace("YYYY", year).replace("MM", month).replace("DD", day);
      },
      amount: (text) => text.replace(".", profile.decimal),
      account: (line) => this.#accountOf(line),
    };
  }

  head(): string {
    return this.profile.csv.header ? this.#csv([this.#columns.map(({ header }) => header)]) : "";
  }

  entries(entries: readonly ExportedEntry[]): string {
    const { batch } = this;
    const places = entries.flatMap((entry) => entry.lines.map((line) => ({ batch, entry, line })));
    const written =
      this.profile.leaveOutZero === "functional"
        ? places.filter(({ line }) => !new Decimal(line.functionalAmount).isZero())
        : places;
    return this.#csv(written.map((place) => this.#columns.map((column) => this.#cell(column, place))));
  }

  #cell(column: ProfileColumn, place: LineInPlace): string {
    const text = this.#textOf(column, place);
    const oneLine = this.profile.csv.lineBreaks === "space" ? text.replace(/\s*[\r\n]+\s*/g, " ") : text;
    // By code points, so that no character is cut in two.
    const characters = column.max === undefined ? [] : [...oneLine];
    if (column.max === undefined || characters.length <= column.max) return oneLine;
    if (!mayBeCut(column)) this.onTooLong({ column, text: oneLine, line: place.line });
    return characters.slice(0, column.max).join("");
  }

  #textOf({ value, text, setting, otherwise, part }: ProfileColumn, place: LineInPlace): string {
    if (text !== undefined) return text;
    if (setting !== undefined) return this.receiver.settings[setting] ?? otherwise ?? "";
    if (value === undefined) return "";
    const whole = lineValue(value, place, this.#notation);
    return part === undefined ? whole : (whole.split(this.profile.accountSeparator)[part - 1] ?? "");
  }

  #accountOf(line: ExportedLine): string {
    const own = this.profile.account === "name" ? line.accountName : line.accountCode;
    return this.receiver.accounts?.[line.accountCode] ?? own;
  }

  #csv(rows: readonly (readonly string[])[]): string {
    const { delimiter, lineEnd } = this.profile.csv;
    return stringify([...rows], {
      delimiter,
      record_delimiter: lineEnd === "lf" ? "\n" : "\r\n",
      // A space at the edge would be trimmed by some readers.
      quoted_match: /[\r\n]|^\s|\s$/,
    });
  }
}
