import { SaxesParser } from "saxes";
import { Decimal } from "../money.js";
import { dateOfSerial, dateStyles } from "./xlsx-dates.js";
import { ArchiveError, readZipEntries } from "./zip-entries.js";

/** A cell as a person sees it: numbers with a point and without grouping, dates as YYYY-MM-DD. */
export interface TableCell {
  readonly text: string;
  readonly kind: "TEXT" | "NUMBER" | "DATE";
}

/** A row of a sheet; `line` is its number in the sheet, counted from 1. Empty cells between others have no text. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly TableCell[];
}

/** A workbook that cannot be read; the message says what is wrong. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
}

const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;

/** Workbooks shrink to a tenth or twentieth; what shrinks to less than a hundredth was made to fill the memory. */
const MAX_UNPACKED_RATIO = 100;

/** What may be unpacked whatever the size of the archive: an almost empty workbook is all templates. */
const SMALL_BYTES = 1024 * 1024;

/** Workbooks stay below 20 levels. The parser holds each element that is open, so that the depth is memory. */
const MAX_DEPTH = 64;

/** Attributes of one element; those of a workbook have a dozen, and namespace declarations on the root. */
const MAX_ATTRIBUTES = 64;

const MAX_ROWS = 200_000;

/** The number of the last row that a sheet can have. */
const LAST_LINE = 1_048_576;

const MAX_COLUMNS = 500;

/** Empty ones between others included, since a row of one cell may stand for hundreds. */
const MAX_CELLS = 5_000_000;
const MAX_SHARED_TEXTS = 1_000_000;

/** Excel keeps 15 digits; what stands behind them is the noise of binary fractions (2309.7899999999995). */
const SIGNIFICANT_DIGITS = 15;

const EMPTY: TableCell = { text: "", kind: "TEXT" };

/** Whether the bytes are an XLSX workbook: a ZIP archive with a workbook in it. */
export function looksLikeXlsx(content: Buffer): boolean {
  return (
    content.subarray(0, 4).toString("latin1") === "PK\u0003\u0004" && content.includes("xl/workbook.xml")
  );
}

/**
 * The rows of the first visible sheet of an XLSX workbook that has any. Formulas count with the value that was saved
 * with them. Memory is bounded, however much the file claims to unpack to.
 * @throws WorkbookError
 */
export async function readXlsx(content: Buffer): Promise<TableRow[]> {
  const parts = await partsOf(content);
  const workbook = readWorkbook(parts);
  const texts = sharedTexts(parts.get("xl/sharedStrings.xml"));
  const dates = dateStyles(parts.get("xl/styles.xml"), readXml);
  for (const path of workbook.sheets) {
    const sheet = parts.get(path);
    const rows = sheet ? new SheetReader(texts, dates, workbook.from1904).read(sheet) : [];
    if (rows.length > 0) return rows;
  }
  return [];
}

async function partsOf(content: Buffer): Promise<Map<string, Buffer>> {
  const wanted = (name: string) =>
    /^xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(
      name,
    );
  try {
    const inProportion = Math.max(SMALL_BYTES, content.length * MAX_UNPACKED_RATIO);
    return await readZipEntries(content, wanted, Math.min(inProportion, MAX_UNPACKED_BYTES));
  } catch (error) {
    if (error instanceof ArchiveError) throw new WorkbookError(error.message);
    throw error;
  }
}

export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads XML without its prefixes, holding only what is open.
 * @throws WorkbookError when it is not well formed, too deep, or has a DOCTYPE
 */
export function readXml(content: Buffer, handlers: XmlHandlers): void {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("error", (error) => {
    throw new WorkbookError(`The workbook is damaged: ${error.message.slice(0, 120)}.`);
  });
  parser.on("doctype", () => {
    throw new WorkbookError("The workbook has a DOCTYPE, which no workbook has.");
  });
  let depth = 0;
  let attributesOfOne = 0;
  parser.on("opentagstart", () => {
    attributesOfOne = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw new WorkbookError(`The workbook nests deeper than ${MAX_DEPTH} levels.`);
  });
  parser.on("attribute", () => {
    attributesOfOne += 1;
    if (attributesOfOne > MAX_ATTRIBUTES)
      throw new WorkbookError(`The workbook has more than ${MAX_ATTRIBUTES} attributes on one element.`);
  });
  parser.on("opentag", ({ name, attributes }) => handlers.open?.(local(name), attributes));
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handlers.close?.(local(name));
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  parser.write(content.toString("utf8")).close();
}

interface Workbook {
  /** Paths of the visible sheets, in their order. */
  readonly sheets: readonly string[];
  readonly from1904: boolean;
}

function readWorkbook(parts: ReadonlyMap<string, Buffer>): Workbook {
  const book = parts.get("xl/workbook.xml");
  if (!book) throw new WorkbookError("The archive holds no workbook.");
  const targets = new Map<string, string>();
  const relations = parts.get("xl/_rels/workbook.xml.rels");
  if (relations) {
    readXml(relations, {
      open: (_, { Id, Target }) => {
        if (Id && Target) targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
      },
    });
  }
  const sheets: string[] = [];
  let from1904 = false;
  readXml(book, {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      if (name !== "sheet" || attributes.state === "hidden" || attributes.state === "veryHidden") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      const path = id === undefined ? undefined : targets.get(id);
      if (path) sheets.push(path);
    },
  });
  return { sheets, from1904 };
}

function sharedTexts(content: Buffer | undefined): string[] {
  const texts: string[] = [];
  if (!content) return texts;
  let word = "";
  let inText = false;
  let phonetic = false;
  readXml(content, {
    open: (name) => {
      if (name === "si") word = "";
      if (name === "rPh") phonetic = true;
      if (name === "t") inText = !phonetic;
    },
    text: (text) => {
      if (inText) word += text;
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name === "rPh") phonetic = false;
      if (name !== "si") return;
      if (texts.length >= MAX_SHARED_TEXTS) throw new WorkbookError("The workbook has too many texts.");
      texts.push(word);
    },
  });
  return texts;
}

class SheetReader {
  readonly #rows: TableRow[] = [];
  #cells: TableCell[] = [];
  #line = 0;
  #held = 0;
  #column = 0;
  #type = "n";
  #style = -1;
  #value = "";
  #reading = false;

  constructor(
    readonly texts: readonly string[],
    readonly dates: ReadonlySet<number>,
    readonly from1904: boolean,
  ) {}

  read(content: Buffer): TableRow[] {
    readXml(content, {
      open: (name, attributes) => this.#open(name, attributes),
      text: (text) => {
        if (this.#reading) this.#value += text;
      },
      close: (name) => this.#close(name),
    });
    return this.#rows;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "row") {
      this.#cells = [];
      const stated = Number(attributes.r);
      this.#line = Number.isInteger(stated) && stated > this.#line ? stated : this.#line + 1;
      if (this.#line > LAST_LINE) throw new WorkbookError(`The sheet goes on after row ${LAST_LINE}.`);
      this.#column = 0;
    } else if (name === "c") {
      this.#column = columnOf(attributes.r) ?? this.#column + 1;
      this.#type = attributes.t ?? "n";
      this.#style = Number(attributes.s ?? -1);
      this.#value = "";
    } else if (name === "v" || name === "t") this.#reading = true;
  }

  #close(name: string): void {
    if (name === "v" || name === "t") this.#reading = false;
    else if (name === "c") {
      if (this.#column > MAX_COLUMNS) {
        throw new WorkbookError(`Row ${this.#line} has more than ${MAX_COLUMNS} columns.`);
      }
      while (this.#cells.length < this.#column - 1) this.#cells.push(EMPTY);
      this.#cells[this.#column - 1] = this.#cell();
    } else if (name === "row" && this.#cells.some(({ text }) => text.trim() !== "")) {
      if (this.#rows.length >= MAX_ROWS) throw new WorkbookError(`The sheet has more than ${MAX_ROWS} rows.`);
      this.#held += this.#cells.length;
      if (this.#held > MAX_CELLS) throw new WorkbookError(`The sheet has more than ${MAX_CELLS} cells.`);
      this.#rows.push({ line: this.#line, cells: this.#cells });
    }
  }

  #cell(): TableCell {
    const value = this.#value;
    switch (this.#type) {
      case "s":
        return { text: this.texts[Number(value)] ?? "", kind: "TEXT" };
      case "n":
        return this.#number(value.trim());
      case "b":
        return { text: value === "1" ? "true" : "false", kind: "TEXT" };
      case "d":
        return { text: value.slice(0, 10), kind: "DATE" };
      case "e":
        return EMPTY;
      default:
        return { text: value, kind: "TEXT" };
    }
  }

  #number(value: string): TableCell {
    if (value === "") return EMPTY;
    if (!/^-?\d{1,20}(?:\.\d{1,30})?(?:E[-+]?\d{1,2})?$/i.test(value)) return { text: value, kind: "TEXT" };
    if (this.dates.has(this.#style)) {
      const date = dateOfSerial(value, this.from1904);
      if (date !== null) return { text: date, kind: "DATE" };
    }
    return { text: new Decimal(value).toSignificantDigits(SIGNIFICANT_DIGITS).toFixed(), kind: "NUMBER" };
  }
}

/** "C5" is 3. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? "")?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
