import { embeddedFont } from "./pdf-fonts.js";

const NAME = "PageCount";

/**
 * The number of pages, which is known when the last one is finished and stands on the first: each page shows the same
 * little drawing, and that is written at the end. So no page has to wait for the others.
 */
export class PageCount {
  readonly #drawing: PDFKit.PDFKitReference;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly size: number,
  ) {
    this.#drawing = document.ref({
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, -size, 10 * size, 2 * size],
      Resources: { Font: {} },
    });
  }

  /** Shows the number on the present page, in the present font, with its line's top left corner there. */
  place(x: number, y: number): void {
    const { page } = this.document;
    const baseline = y + (embeddedFont(this.document).ascender / 1000) * this.size;
    page.xobjects[NAME] = this.#drawing;
    // Pages are drawn upside down by the library; the drawing stands upright.
    this.document.addContent(`q 1 0 0 -1 ${x.toFixed(3)} ${baseline.toFixed(3)} cm /${NAME} Do Q`);
  }

  /** Writes the drawing; nothing is placed after it. */
  write(pages: number): void {
    const font = embeddedFont(this.document);
    const [glyphs] = font.encode(String(pages));
    Reflect.set(this.#drawing.data, "Resources", { Font: { [font.id]: font.ref() } });
    this.#drawing.end(`BT 0.33 0.33 0.33 rg /${font.id} ${this.size} Tf <${glyphs.join("")}> Tj ET`);
  }
}
