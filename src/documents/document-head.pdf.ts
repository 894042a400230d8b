import { GREY, type PdfWriter } from "../platform/pdf/pdf-writer.js";
import { addressLines } from "./address-lines.rules.js";
import type { Addressee } from "./addressee.queries.js";
import type { Letterhead } from "./letterhead.queries.js";

export interface DocumentHead {
  readonly letterhead: Letterhead;
  readonly to: Addressee;
  readonly title: string;
  /** What stands at the right of the address, each with its label. */
  readonly facts: readonly (readonly [label: string, value: string])[];
}

const TITLE_SIZE = 17;
const SENDER_SIZE = 11;
const SMALL = 8;

/** The sender, the address, the facts beside it, and the title. */
export function writeHead(pdf: PdfWriter, { letterhead, to, title, facts }: DocumentHead): void {
  pdf.paragraph(letterhead.name, { size: SENDER_SIZE, bold: true });
  if (letterhead.address) pdf.paragraph(letterhead.address, { size: SMALL, color: GREY });
  pdf.y += 26;
  const top = pdf.y;
  const left = { x: pdf.left, width: pdf.width * 0.52 };
  for (const line of addressLines(to)) writeBroken(pdf, line, left);
  const belowAddress = pdf.y;
  pdf.y = top;
  const label = { x: pdf.left + pdf.width * 0.56, width: pdf.width * 0.18, color: GREY };
  const value = { x: label.x + label.width, width: pdf.width * 0.26 };
  for (const [name, text] of facts) {
    pdf.put(name, label);
    writeBroken(pdf, text, value);
  }
  pdf.y = Math.max(belowAddress, pdf.y) + 30;
  pdf.paragraph(title, { size: TITLE_SIZE, bold: true });
  pdf.y += 6;
}

const LINES_MAX = 3;

function writeBroken(
  pdf: PdfWriter,
  text: string,
  box: { readonly x: number; readonly width: number },
): void {
  for (const line of pdf.broken(text, box, LINES_MAX)) {
    pdf.putLine(line, box);
    pdf.y += pdf.lineHeight();
  }
}

/** A heading that stays with so many points of what it is over. */
export function writeHeading(pdf: PdfWriter, text: string, below: number): void {
  pdf.y += 10;
  pdf.room(HEADING_SIZE * 2 + below);
  pdf.paragraph(text, { size: HEADING_SIZE, bold: true });
  pdf.y += 3;
}

const HEADING_SIZE = 11;
