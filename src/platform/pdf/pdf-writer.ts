import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import PDFDocument from "pdfkit";
import { PageCount } from "./page-count.js";
import { embeddedFont, fontFiles } from "./pdf-fonts.js";
import { brokenLines, codeOf, LACKING, printable, wordsInVisualOrder } from "./printable-text.rules.js";

export type Paper = "A4" | "LETTER";

export interface PdfOptions {
  readonly paper: Paper;
  /** The document's name, also at the head of every page after the first. */
  readonly title: string;
  readonly author: string;
  /** What the file says of when it was made; part of what makes the same input the same bytes. */
  readonly createdAt: Date;
  /** At the foot of every page, at the right. */
  readonly footer: string;
  /** Across every page, e.g. "DRAFT". */
  readonly stamp?: string | null;
  /** Stops the writing when the document is not wanted any more. */
  readonly signal?: AbortSignal;
}

export interface TextStyle {
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

export interface Box extends TextStyle {
  readonly x: number;
  readonly width: number;
  readonly align?: "left" | "right";
}

const MARGIN = 48;
const FOOT = 40;
export const BODY_SIZE = 9;
const SMALL_SIZE = 7.5;
const LINE_HEIGHT = 1.35;
const BLACK = "#111111";
export const GREY = "#555555";

/**
 * Writes a document from top to bottom; what does not fit goes on the next page. Finished pages leave through the stream
 * at once, so that a document of any length takes the memory of one page; the number of pages is written last of all.
 */
export class PdfWriter {
  /** Where the next thing is written, in points from the page's top. */
  y = MARGIN;
  readonly #lacking = new Set<string>();
  #pageCount: PageCount;
  #title: string;
  /** Of the present part. */
  #pages = 0;
  #allPages = 0;
  #pausedAt = 0;

  private constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly options: PdfOptions,
  ) {
    this.#title = options.title;
    this.#pageCount = new PageCount(document, SMALL_SIZE);
    this.newPage();
  }

  static async open(options: PdfOptions): Promise<PdfWriter> {
    const fonts = await fontFiles();
    const document = new PDFDocument({
      autoFirstPage: false,
      size: options.paper,
      margin: 0,
      pdfVersion: "1.7",
      lang: "en",
      displayTitle: true,

      info: {
        Title: options.title,
        Author: options.author,
        CreationDate: options.createdAt,
        Creator: "Receivables",
        Producer: "Receivables",
      },
    });
    document.registerFont(REGULAR, fonts.regular).registerFont(BOLD, fonts.bold);
    return new PdfWriter(document, options);
  }

  /** The finished bytes, in their order. */
  get stream(): NodeJS.ReadableStream {
    return this.document;
  }

  /** Ends the stream as broken. */
  abandon(error: Error): void {
    Readable.prototype.destroy.call(this.document, error);
  }

  get left(): number {
    return MARGIN;
  }

  get width(): number {
    return this.document.page.width - 2 * MARGIN;
  }

  /** Characters that were printed as a box, because the font lacks them. */
  get lacking(): readonly string[] {
    return [...this.#lacking];
  }

  /** Lets others of this process work, once for each page. */
  async breathe(): Promise<void> {
    if (this.#pausedAt === this.#allPages) return;
    this.#pausedAt = this.#allPages;
    await setImmediate();
    this.options.signal?.throwIfAborted();
  }

  /** Begins a new page unless so many points are left on this one; true when it did. */
  room(height: number): boolean {
    if (this.y + height <= this.document.page.height - MARGIN - FOOT / 2) return false;
    this.newPage();
    return true;
  }

  /** Begins a document within the document, with pages and a count of its own. */
  beginPart(title: string): void {
    this.#writePageCount();
    this.#pageCount = new PageCount(this.document, SMALL_SIZE);
    this.#title = title;
    this.#pages = 0;
    this.newPage();
  }

  newPage(): void {
    this.document.addPage();
    this.#pages += 1;
    this.#allPages += 1;
    this.#stamp();
    this.#foot();
    // Kept for ever, laid-out words would fill the memory of a long document.
    if (this.#allPages % PAGES_WITH_SAME_WORDS === 0) embeddedFont(this.document).layoutCache = {};
    this.y = MARGIN;
    if (this.#pages === 1) return;
    this.put(this.#title, { x: this.left, width: this.width, size: SMALL_SIZE, color: GREY });
    this.y += SMALL_SIZE * LINE_HEIGHT;
    this.rule();
    this.y += 8;
  }

  /** One line at the present height, which stays; what is too wide ends in an ellipsis. */
  put(text: string, box: Box): void {
    const [line = ""] = this.broken(text, box, 1);
    this.putLine(line, box);
  }

  /** One line that is never cut: set smaller if it has to be. For amounts. */
  putWhole(text: string, box: Box): void {
    const size = box.size ?? BODY_SIZE;
    const line = this.#printed(text, box);
    const fits = Math.min(1, box.width / Math.max(1, this.widthOf(line, box)));
    const top = this.y;
    // Smaller letters stand on the same line as their neighbours.
    this.y += size * (1 - fits) * ASCENT;
    this.putLine(line, { ...box, size: size * fits });
    this.y = top;
  }

  /** Writes a line that was made by `broken`. */
  putLine(line: string, { x, width, align = "left", ...style }: Box): void {
    const shift = align === "right" ? width - this.widthOf(line, style) : 0;
    this.#use(style);
    let at = x + shift;
    for (const word of wordsInVisualOrder(line) ?? [line]) {
      this.document.text(word, at, this.y, { lineBreak: false });
      at += this.document.widthOfString(`${word} `);
    }
  }

  /** Lines of the box's width, at most so many. */
  broken(text: string, { width, ...style }: Pick<Box, "width"> & TextStyle, most: number): string[] {
    return brokenLines(this.#printed(text, style), width, most, (part) => this.widthOf(part, style));
  }

  /** A paragraph over the whole width, or beginning at `x`; goes on on the next page line by line. */
  paragraph(text: string, box: Partial<Box> = {}): void {
    const whole = { x: this.left, width: this.width, ...box };
    for (const part of text.split(/\r?\n/)) {
      if (part.trim() === "") this.y += this.lineHeight(box) / 2;
      for (const line of this.broken(part, whole, Number.POSITIVE_INFINITY)) {
        this.room(this.lineHeight(box));
        this.putLine(line, whole);
        this.y += this.lineHeight(box);
      }
    }
  }

  lineHeight({ size = BODY_SIZE }: TextStyle = {}): number {
    return size * LINE_HEIGHT;
  }

  /** A thin line over the whole width, or the given part of it. */
  rule(x = this.left, width = this.width, thickness = 0.5): void {
    this.document.lineWidth(thickness).strokeColor(GREY);
    this.document
      .moveTo(x, this.y)
      .lineTo(x + width, this.y)
      .stroke();
  }

  widthOf(line: string, style: TextStyle): number {
    this.#use(style);
    return this.document.widthOfString(line);
  }

  /** Tells what the font lacked, writes the number of pages and ends the stream. */
  end(): void {
    if (this.#lacking.size > 0) {
      this.y += this.lineHeight();
      const codes = this.lacking.slice(0, LACKING_TOLD_MAX).map(codeOf).join(" ");
      const more = this.#lacking.size > LACKING_TOLD_MAX ? " and others" : "";
      this.paragraph(
        `${LACKING} stands for characters that this document's font does not have: ${codes}${more}.`,
        {
          size: SMALL_SIZE,
          color: GREY,
        },
      );
    }
    this.#writePageCount();
    this.document.end();
  }

  #writePageCount(): void {
    this.#use({ size: SMALL_SIZE });
    this.#pageCount.write(this.#pages);
  }

  #stamp(): void {
    const { stamp } = this.options;
    if (!stamp) return;
    const { width, height } = this.document.page;
    this.document.save().rotate(-50, { origin: [width / 2, height / 2] });
    this.y = height / 2 - STAMP_SIZE / 2;
    const style = { size: STAMP_SIZE, bold: true, color: "#eeeeee" };
    this.putLine(stamp, { x: (width - this.widthOf(stamp, style)) / 2, width, ...style });
    this.document.restore();
  }

  #foot(): void {
    const style = { size: SMALL_SIZE, color: GREY };
    this.y = this.document.page.height - MARGIN;
    this.put(this.options.footer, {
      x: this.left + this.width / 4,
      width: this.width * 0.75,
      align: "right",
      ...style,
    });
    const page = `Page ${this.#pages} of `;
    this.put(page, { x: this.left, width: this.width / 4, ...style });
    this.#pageCount.place(this.left + this.widthOf(page, style), this.y);
  }

  #use({ size = BODY_SIZE, bold = false, color = BLACK }: TextStyle): void {
    this.document
      .font(bold ? BOLD : REGULAR)
      .fontSize(size)
      .fillColor(color);
  }

  #printed(text: string, style: TextStyle): string {
    this.#use(style);
    const { font } = embeddedFont(this.document);
    return printable(
      text,
      (codePoint) => font.hasGlyphForCodePoint(codePoint),
      (character) => this.#lacking.add(character),
    );
  }
}

const REGULAR = "regular";
const BOLD = "bold";
const LACKING_TOLD_MAX = 40;
const PAGES_WITH_SAME_WORDS = 20;
const STAMP_SIZE = 110;
/** From the top of a line to its baseline, in sizes. */
const ASCENT = 0.93;
