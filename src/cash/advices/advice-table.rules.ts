import type { BusinessDate } from "../../platform/business-date.js";
import { Decimal } from "../../platform/money.js";
import type { AdviceReferenceType } from "./advice.model.js";
import { type ColumnRole, roleOf } from "./advice-headers.rules.js";
import { type DecimalMark, decimalMarkOf, readCellDate, readLooseAmount } from "./loose-values.rules.js";

/** A row of a table of any source, with the source's line. */
export interface LooseRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a line of a table says, before it is put into an advice; amounts are exact text. */
export interface TableLine {
  readonly line: number;
  readonly reference: string;
  readonly referenceType: AdviceReferenceType;
  readonly purchaseOrder: string | null;
  readonly paid: string | null;
  readonly gross: string | null;
  readonly discount: string | null;
  /** Positive when the payer took it off. */
  readonly deduction: string | null;
  readonly reason: string | null;
  readonly date: BusinessDate | null;
  readonly text: string | null;
}

export interface FoundTable {
  readonly lines: readonly TableLine[];
  /** Of a row that sums the others; null when there is none. */
  readonly total: string | null;
  /** What each column was taken for, with the header's own word. */
  readonly columns: ReadonlyMap<ColumnRole, string>;
  /** The currency that a column names for every line; null when there is no such column or it differs. */
  readonly currency: string | null;
  /** Of a column that names the payment, the same on every line. */
  readonly paymentReference: string | null;
  /** Of columns that name the payer and its number, and the day of the payment, the same on every line. */
  readonly payer: string | null;
  readonly payerNumber: string | null;
  readonly paidOn: BusinessDate | null;
  /** Headers of columns that are not read. */
  readonly unread: readonly string[];
  /** Rows behind the header that are neither lines nor totals. */
  readonly passedOver: readonly LooseRow[];
}

const HEADER_ROWS = 40;
const MAX_CELLS = 60;

/**
 * Finds the table of documents in rows, by the words of its header: it has a column of document numbers and one of
 * amounts. Null when there is none. Nothing is guessed about values: a row without a number or without a readable
 * amount is passed over and told, and a sum row is the total.
 */
export function findTable(rows: readonly LooseRow[]): FoundTable | null {
  for (const [at, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const columns = columnsOf(row.cells.slice(0, MAX_CELLS));
    if (columns) return readTable(rows.slice(at + 1), columns, row.cells);
  }
  return null;
}

type Columns = ReadonlyMap<ColumnRole, number>;

function columnsOf(cells: readonly string[]): Columns | null {
  const columns = new Map<ColumnRole, number>();
  for (const [at, cell] of cells.entries()) {
    const role = roleOf(cell);
    if (role && !columns.has(role)) columns.set(role, at);
  }
  if (!columns.has("reference")) return null;
  const amount = columns.get("amount");
  if (amount !== undefined) {
    columns.delete("amount");
    columns.set(columns.has("paid") ? "gross" : "paid", columns.get("gross") ?? amount);
    if (!columns.has("paid")) columns.set("paid", amount);
    else if (columns.get("paid") === columns.get("gross")) columns.set("paid", amount);
  }
  return columns.has("paid") || columns.has("gross") ? columns : null;
}

function readTable(rows: readonly LooseRow[], columns: Columns, header: readonly string[]): FoundTable {
  const money = [columns.get("paid"), columns.get("gross"), columns.get("discount")];
  const mark = decimalMarkOf(rows.flatMap(({ cells }) => money.map((at) => cells[at ?? -1] ?? "")));
  const lines: TableLine[] = [];
  const meant: LooseRow[] = [];
  const passedOver: LooseRow[] = [];
  const totals: string[] = [];
  for (const row of rows) {
    const line = lineOf(row, columns, mark);
    if (line) {
      lines.push(line);
      meant.push(row);
    } else {
      const total = totalIn(row, columns, mark);
      if (total !== null) totals.push(total);
      else if (row.cells.some((cell) => cell.trim() !== "")) passedOver.push(row);
    }
  }
  const last = totals.at(-1) ?? null;
  const named = [...columns].map(([role, at]) => [role, (header[at] ?? "").trim()] as const);
  const same = (role: ColumnRole) => sameIn(meant, columns, role);
  const read = new Set(columns.values());
  return {
    lines,
    total: last,
    columns: new Map(named),
    currency: same("currency"),
    paymentReference: same("payment"),
    payer: same("payer"),
    payerNumber: same("payerNumber"),
    paidOn: readCellDate(same("paidOn") ?? ""),
    unread: header.map((cell) => cell.trim()).filter((cell, at) => cell !== "" && !read.has(at)),
    passedOver,
  };
}

function lineOf(row: LooseRow, columns: Columns, mark: DecimalMark | null): TableLine | null {
  const cell = (role: ColumnRole) => (row.cells[columns.get(role) ?? -1] ?? "").trim();
  const amount = (role: ColumnRole) => readLooseAmount(cell(role), mark);
  const reference = cell("reference");
  if (!/\d/.test(reference) || isTotalWord(reference) || reference.length > 80) return null;
  const paid = amount("paid");
  const gross = amount("gross");
  if (paid === null && gross === null) return null;
  const deduction = amount("deduction");
  return {
    line: row.line,
    reference,
    referenceType: typeOf(cell("type"), paid ?? gross),
    purchaseOrder: cell("purchaseOrder") || null,
    paid,
    gross,
    discount: amount("discount"),
    deduction: deduction === null ? null : new Decimal(deduction).abs().toFixed(),
    reason: cell("reason") || null,
    date: readCellDate(cell("date")),
    text: cell("text") || null,
  };
}

/** A row that sums the others: one readable amount where the lines have theirs, and a word for it or no number. */
function totalIn(row: LooseRow, columns: Columns, mark: DecimalMark | null): string | null {
  const worded = row.cells.some(isTotalWord);
  const numbered = /\d/.test(row.cells[columns.get("reference") ?? -1] ?? "");
  if (!worded && numbered) return null;
  const at = columns.get("paid") ?? columns.get("gross") ?? -1;
  const own = readLooseAmount(row.cells[at] ?? "", mark);
  if (own !== null || !worded) return own;
  const amounts = row.cells.map((cell) => readLooseAmount(cell, mark)).filter((each) => each !== null);
  return amounts.length === 1 ? (amounts[0] ?? null) : null;
}

export function isTotalWord(cell: string): boolean {
  return cell.length < 60 && /^\W*(?:grand |sub ?)?(?:total|sum|summe|gesamt|somme|totale)/i.test(cell);
}

/** What kind of document a line names, by words that say so, else by the sign of its amount. */
export function typeOf(kind: string, amount: string | null): AdviceReferenceType {
  const words = kind.slice(0, 200).toLowerCase();
  if (/credit|gutschrift|avoir|\bcn\b|\bcm\b/.test(words)) return "CREDIT_MEMO";
  if (/debit|belastung/.test(words)) return "DEBIT_MEMO";
  return amount?.startsWith("-") ? "CREDIT_MEMO" : "INVOICE";
}

function sameIn(rows: readonly LooseRow[], columns: Columns, role: ColumnRole): string | null {
  const at = columns.get(role);
  if (at === undefined) return null;
  const values = new Set(rows.map(({ cells }) => (cells[at] ?? "").trim()).filter((value) => value !== ""));
  const [only] = values;
  return values.size === 1 && only !== undefined ? only : null;
}
