import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** The two faces that documents are set in: DejaVu Sans, which has Latin, Greek, Cyrillic, Arabic, Hebrew and more. */
export interface FontFiles {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

let loading: Promise<FontFiles> | undefined;

/** The files of the faces, read once a process. */
export function fontFiles(): Promise<FontFiles> {
  loading ??= readFonts();
  return loading;
}

async function readFonts(): Promise<FontFiles> {
  const { resolve } = createRequire(import.meta.url);
  const [regular, bold] = await Promise.all(
    ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) =>
      readFile(resolve(`dejavu-fonts-ttf/ttf/${file}`)),
    ),
  );
  if (!regular || !bold) throw new Error("the fonts of documents are missing");
  return { regular, bold };
}

/** What of an embedded font the PDF library keeps to itself and documents need. */
export interface EmbeddedFont {
  readonly id: string;
  /** Thousandths of the size, from the line's top to its baseline. */
  readonly ascender: number;
  /** Words that were laid out before. */
  layoutCache: object;
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
  /** The font's object in the file. */
  ref(): PDFKit.PDFKitReference;
  /** The text's glyphs as hexadecimal numbers of four digits; from then on they are in the file. */
  encode(text: string): readonly [readonly string[], unknown];
}

/** The font that a document writes in at present. */
export function embeddedFont(document: PDFKit.PDFDocument): EmbeddedFont {
  const font: unknown = Reflect.get(document, "_font");
  if (isEmbeddedFont(font)) return font;
  throw new Error("the PDF library does not keep its fonts as it did");
}

function isEmbeddedFont(value: unknown): value is EmbeddedFont {
  if (typeof value !== "object" || value === null) return false;
  const has = (name: string, type: string) => typeof Reflect.get(value, name) === type;
  return (
    has("id", "string") &&
    has("ascender", "number") &&
    has("layoutCache", "object") &&
    has("font", "object") &&
    has("ref", "function") &&
    has("encode", "function")
  );
}
