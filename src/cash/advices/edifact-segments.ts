import { AdviceFileError } from "./advice-file.error.js";

/** One segment: `elements[0]` is the first element behind its tag, each a list of components. */
export interface EdifactSegment {
  readonly tag: string;
  readonly elements: readonly (readonly string[])[];
  readonly line: number;
}

interface Separators {
  readonly component: string;
  readonly element: string;
  readonly release: string;
  readonly terminator: string;
}

/** Those of ISO 9735 where the file has no UNA. */
const USUAL: Separators = { component: ":", element: "+", release: "?", terminator: "'" };

const MAX_SEGMENT_CHARACTERS = 20_000;
const MAX_SEGMENTS = 2_000_000;

/** Whether a text begins like an EDIFACT interchange or message. */
export function looksLikeEdifact(text: string): boolean {
  return /^(?:UNA.{6}\s*UN[BH]|UNB\+UN|UNH\+)/s.test(text.trimStart().slice(0, 40));
}

/**
 * The segments of a text in order, with the line on which each begins; separators are those of its UNA, else the
 * usual ones. Line breaks are left out wherever they stand.
 * @throws AdviceFileError WRONG_STRUCTURE, TRUNCATED, TOO_MANY_RECORDS
 */
export function* edifactSegmentsOf(text: string): Generator<EdifactSegment> {
  let at = text.length - text.trimStart().length;
  let line = 1 + breaksIn(text.slice(0, at));
  let separators = USUAL;
  if (text.startsWith("UNA", at)) {
    const [component = "", element = "", , release = "", , terminator = ""] = text.slice(at + 3, at + 9);
    separators = { component, element, release, terminator };
    at += 9;
  }
  const scanner = new Scanner(text, separators);
  for (let count = 0; at < text.length; count += 1) {
    while (at < text.length && text.charCodeAt(at) <= 0x20) {
      if (text.charAt(at) === "\n") line += 1;
      at += 1;
    }
    if (at >= text.length) return;
    if (count >= MAX_SEGMENTS) {
      const message = `The file has more than ${MAX_SEGMENTS} segments. Ask the sender to split it.`;
      throw new AdviceFileError("TOO_MANY_RECORDS", message, line);
    }
    const { segment, next } = scanner.segmentAt(at, line);
    yield segment;
    line += breaksIn(text.slice(at, next));
    at = next;
  }
}

class Scanner {
  constructor(
    readonly text: string,
    readonly separators: Separators,
  ) {}

  segmentAt(from: number, line: number): { segment: EdifactSegment; next: number } {
    const { component, element, release, terminator } = this.separators;
    const elements: string[][] = [[]];
    let word = "";
    const end = Math.min(this.text.length, from + MAX_SEGMENT_CHARACTERS);
    for (let at = from; at < end; at += 1) {
      const character = this.text.charAt(at);
      if (character === release && release !== " ") {
        at += 1;
        word += this.text.charAt(at);
      } else if (character === terminator) {
        elements.at(-1)?.push(word);
        return { segment: segmentOf(elements, line), next: at + 1 };
      } else if (character === component) {
        elements.at(-1)?.push(word);
        word = "";
      } else if (character === element) {
        elements.at(-1)?.push(word);
        elements.push([]);
        word = "";
      } else if (character !== "\n" && character !== "\r") {
        word += character;
      }
    }
    if (end === this.text.length) {
      const message = `The file ends inside the segment that begins at line ${line}. Ask the sender for the complete file.`;
      throw new AdviceFileError("TRUNCATED", message, line);
    }
    const message = `The segment at line ${line} has more than ${MAX_SEGMENT_CHARACTERS} characters. Ask the sender for a corrected file.`;
    throw new AdviceFileError("WRONG_STRUCTURE", message, line);
  }
}

function segmentOf(all: readonly (readonly string[])[], line: number): EdifactSegment {
  const tag = all[0]?.[0] ?? "";
  if (!/^[A-Z]{3}$/.test(tag)) {
    const shown = tag.replace(/[^\x20-\x7e]/g, "?").slice(0, 20);
    const message = `"${shown}" at line ${line} is no segment of EDIFACT. Ask the sender for a corrected file.`;
    throw new AdviceFileError("WRONG_STRUCTURE", message, line);
  }
  return { tag, elements: all.slice(1), line };
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Component n of element m, both counted from 1 as the standard does, without blanks; empty when not there. */
export function componentOf(segment: EdifactSegment, element: number, component = 1): string {
  return segment.elements[element - 1]?.[component - 1]?.trim() ?? "";
}
