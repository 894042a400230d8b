import { BODY_SIZE, type Box, GREY, type PdfWriter } from "./pdf-writer.js";

export interface Column {
  readonly title: string;
  /** Share of the table's width. */
  readonly share: number;
  /** Amounts stand at the right, whole and on one line. */
  readonly isAmount?: boolean;
  /** Text is broken over at most so many lines; one by default. */
  readonly linesMax?: number;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
  /** Rows at the end that stay on one page, together with the last of the others. */
  readonly totals?: readonly (readonly string[])[];
  /** Points; the body's size by default. */
  readonly size?: number;
}

/** Writes a table; its head is repeated on every page. Rows are taken one by one, so that they need not all be there. */
export async function writeTable(pdf: PdfWriter, table: Table): Promise<void> {
  const setting = new TableSetting(pdf, table);
  const totals = (table.totals ?? []).map((cells) => setting.rowOf(cells, true));
  const totalsHeight = totals.reduce((sum, { height }) => sum + height, totals.length > 0 ? TOTALS_GAP : 0);
  // One row is held back: the last one may have to go on to the next page with the totals.
  let held: Row | undefined;
  let isFirst = true;
  for await (const cells of table.rows) {
    if (held) {
      setting.write(held, 0, isFirst);
      isFirst = false;
    }
    held = setting.rowOf(cells, false);
    await pdf.breathe();
  }
  if (held) setting.write(held, totalsHeight, isFirst);
  else setting.head(totalsHeight);
  if (totals.length === 0) return;
  pdf.y += TOTALS_GAP / 2;
  pdf.rule(undefined, undefined, 0.75);
  pdf.y += TOTALS_GAP / 2;
  for (const row of totals) setting.write(row, 0, false);
}

interface Row {
  /** The lines of each cell. */
  readonly cells: readonly (readonly string[])[];
  readonly height: number;
  readonly bold: boolean;
}

const GAP = 6;
const ROW_GAP = 2.5;
const TOTALS_GAP = 5;

class TableSetting {
  readonly #boxes: readonly Box[];
  readonly #size: number;

  constructor(
    private readonly pdf: PdfWriter,
    private readonly table: Table,
  ) {
    this.#size = table.size ?? BODY_SIZE - 1;
    const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
    const free = pdf.width - GAP * (table.columns.length - 1);
    let x = pdf.left;
    this.#boxes = table.columns.map(({ share, isAmount }) => {
      const width = (free * share) / shares;
      const box: Box = { x, width, size: this.#size, align: isAmount ? "right" : "left" };
      x += width + GAP;
      return box;
    });
  }

  rowOf(texts: readonly string[], bold: boolean): Row {
    const cells = this.table.columns.map(({ isAmount, linesMax = 1 }, column) => {
      const text = texts[column] ?? "";
      return isAmount ? [text] : this.pdf.broken(text, { ...this.#box(column), bold }, linesMax);
    });
    const lines = Math.max(1, ...cells.map(({ length }) => length));
    return { cells, bold, height: lines * this.pdf.lineHeight({ size: this.#size }) + ROW_GAP };
  }

  /** Writes a row where it and so many points more fit, after the head if a page or the table begins with it. */
  write(row: Row, after: number, isFirst: boolean): void {
    if (isFirst) this.head(row.height + after);
    else if (this.pdf.room(row.height + after)) this.#writeHead();
    this.#writeRow(row);
  }

  /** The head of the table, on a page where so many points fit below it. */
  head(below: number): void {
    this.pdf.room(this.#headRow().height + HEAD_GAP + below);
    this.#writeHead();
  }

  #writeHead(): void {
    this.#writeRow(this.#headRow());
    this.pdf.rule();
    this.pdf.y += HEAD_GAP;
  }

  #headRow(): Row {
    const cells = this.table.columns.map(({ title }, column) =>
      this.pdf.broken(title, { ...this.#box(column), bold: true }, 2),
    );
    const lines = Math.max(...cells.map(({ length }) => length));
    return { cells, bold: true, height: lines * this.pdf.lineHeight({ size: this.#size }) + ROW_GAP };
  }

  #writeRow({ cells, height, bold }: Row): void {
    const { pdf } = this;
    const top = pdf.y;
    for (const [column, lines] of cells.entries()) {
      const box = { ...this.#box(column), bold };
      for (const [index, line] of lines.entries()) {
        pdf.y = top + index * pdf.lineHeight({ size: this.#size });
        if (this.table.columns[column]?.isAmount) pdf.putWhole(line, box);
        else pdf.putLine(line, box);
      }
    }
    pdf.y = top + height;
  }

  #box(column: number): Box {
    return this.#boxes[column] ?? { x: this.pdf.left, width: this.pdf.width, color: GREY };
  }
}

const HEAD_GAP = 4;
