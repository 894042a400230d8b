import { AdviceFileError } from "./advice-file.error.js";

/** One segment of an X12 stream; `elements[1]` is its first element, as the standard counts them (BPR02 is `elements[2]`). */
export interface X12Segment {
  readonly id: string;
  readonly elements: readonly string[];
  readonly line: number;
}

export interface X12Separators {
  readonly element: string;
  readonly terminator: string;
}

/** Elements of the ISA are of fixed width, so its separators stand in these places. */
const ISA_LENGTH = 106;
const ISA_ELEMENTS = 16;

/** "ST", separator, "820", separator, control number, perhaps a version, and then what ends segments. */
const BARE_START =
  /^ST([^A-Za-z0-9\s])\d{3}\1[A-Za-z0-9 ]{1,9}(?:\1[A-Za-z0-9.]{0,35})?(?!\1)(\r?\n|[^A-Za-z0-9 ])/;

const MAX_SEGMENT_CHARACTERS = 20_000;

/** Whether a text begins like an X12 interchange, or like a transaction set without one. */
export function looksLikeX12(text: string): boolean {
  const start = text.trimStart();
  return /^ISA[^A-Za-z0-9\s]/.test(start) || BARE_START.test(start);
}

/**
 * The segments of a text in order, with the line on which each begins: the separators are those that the ISA
 * declares by its places, or that a bare ST shows. Line breaks inside segments are left out, since streams
 * are often wrapped at a fixed width (as in addenda records); the separators may not be letters or digits.
 * @throws AdviceFileError WRONG_STRUCTURE, TRUNCATED
 */
export function* segmentsOf(text: string, firstLine: number): Generator<X12Segment> {
  const begin = text.length - text.trimStart().length;
  const separators = separatorsOf(text.slice(begin, begin + 400), firstLine);
  const wrapped = !/[\r\n]/.test(separators.terminator);
  const lineAt = lineCounter(text, firstLine);
  let at = begin;
  while (at < text.length) {
    const end = text.indexOf(separators.terminator, at);
    const stop = end < 0 ? text.length : end;
    const start = skipBlank(text, at, stop);
    if (start < stop) {
      const line = lineAt(start);
      if (end < 0) throw truncated(line);
      yield segmentOf(text.slice(start, stop), line, separators, wrapped);
    }
    at = end < 0 ? text.length : end + separators.terminator.length;
  }
}

function separatorsOf(start: string, line: number): X12Separators {
  if (start.startsWith("ISA")) return interchangeSeparators(start, line);
  const [, element, terminator] = BARE_START.exec(start) ?? [];
  if (element === undefined || terminator === undefined) {
    throw new AdviceFileError(
      "WRONG_STRUCTURE",
      `The text begins with neither an ISA nor an ST segment that can be read. Ask the sender for a complete X12 file.`,
      line,
    );
  }
  return { element, terminator };
}

function interchangeSeparators(start: string, line: number): X12Separators {
  // Wrapped or padded by some carriers, so the places are counted by separators where the fixed ones do not fit.
  const element = start.charAt(3);
  const fixed = start.charAt(ISA_LENGTH - 1);
  const places = start.slice(0, ISA_LENGTH).split(element).length - 1;
  if (
    places === ISA_ELEMENTS &&
    start.charAt(ISA_LENGTH - 3) === element &&
    fixed !== element &&
    isSeparator(fixed)
  ) {
    const terminator = fixed === "\r" && start.charAt(ISA_LENGTH) === "\n" ? "\r\n" : fixed;
    return { element, terminator };
  }
  const flat = start.replace(/[\r\n]+/g, "").split(element);
  const last = flat[ISA_ELEMENTS] ?? "";
  const terminator = last.charAt(1);
  if (
    flat.length > ISA_ELEMENTS &&
    isSeparator(last.charAt(0)) &&
    isSeparator(terminator) &&
    terminator !== element
  ) {
    return { element, terminator };
  }
  const lineEnd = /^[^A-Za-z0-9 ](\r?\n)/.exec(start.split(element)[ISA_ELEMENTS] ?? "")?.[1];
  if (lineEnd !== undefined) return { element, terminator: lineEnd };
  throw new AdviceFileError(
    "WRONG_STRUCTURE",
    `The ISA segment at line ${line} has not its 16 elements, so the separators of the file are unknown. Ask the sender for a complete X12 file.`,
    line,
  );
}

function isSeparator(character: string): boolean {
  return character !== "" && !/[A-Za-z0-9 ]/.test(character);
}

function segmentOf(raw: string, line: number, separators: X12Separators, wrapped: boolean): X12Segment {
  if (raw.length > MAX_SEGMENT_CHARACTERS) {
    throw new AdviceFileError(
      "WRONG_STRUCTURE",
      `The segment at line ${line} has ${raw.length} characters; none of a remittance advice has more than ${MAX_SEGMENT_CHARACTERS}. Ask the sender for a corrected file.`,
      line,
    );
  }
  const flat = wrapped ? raw.replace(/[\r\n]+/g, "") : raw;
  const elements = flat.split(separators.element);
  const id = (elements[0] ?? "").trim();
  if (!/^[A-Z][A-Z0-9]{1,2}$/.test(id)) {
    throw new AdviceFileError(
      "WRONG_STRUCTURE",
      `"${id.replace(/[^\x20-\x7e]/g, "?").slice(0, 20)}" at line ${line} is no segment of X12. Ask the sender for a corrected file.`,
      line,
    );
  }
  return { id, elements, line };
}

function truncated(line: number): AdviceFileError {
  return new AdviceFileError(
    "TRUNCATED",
    `The file ends inside the segment that begins at line ${line}. Ask the sender for the complete file.`,
    line,
  );
}

/** Blanks, line breaks, NUL and the end-of-file mark of old systems between segments. */
function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** The line of places that are asked for in rising order; each break of the text is looked for once. */
function lineCounter(text: string, firstLine: number): (place: number) => number {
  let line = firstLine;
  let next = text.indexOf("\n");
  return (place) => {
    while (next >= 0 && next < place) {
      line += 1;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}
