import { AdviceFileError } from "./advice-file.error.js";
import type { X12Segment } from "./x12-segments.js";

/** The segments of one transaction set between ST and SE, with what its envelope says of it. */
export interface X12TransactionSet {
  /** "820" */
  readonly code: string;
  /** ST02, unique in its functional group. */
  readonly controlNumber: string;
  /** GS08 or ST03: "005010X218"; null in a stream without either. */
  readonly version: string | null;
  /** GS01, "RA" for remittance advices; null in a stream without groups. */
  readonly group: string | null;
  readonly line: number;
  readonly segments: readonly X12Segment[];
  /** SE01 beside the segments that there are, ST and SE among them. */
  readonly declaredCount: number | null;
  readonly actualCount: number;
}

export interface X12Interchange {
  /** ISA13 of the first interchange; null in a stream without one. */
  readonly controlNumber: string | null;
  readonly sets: readonly X12TransactionSet[];
}

interface Envelope {
  readonly line: number;
  readonly control: string;
  count: number;
}

interface OpenGroup extends Envelope {
  readonly kind: string;
  readonly version: string | null;
}

interface OpenSet extends Envelope {
  readonly code: string;
  readonly version: string | null;
  readonly group: string | null;
  readonly segments: X12Segment[];
}

const MAX_SEGMENTS = 2_000_000;

/**
 * The transaction sets of a stream, whose envelopes agree: interchange (ISA/IEA) around groups (GS/GE) around sets
 * (ST/SE), each trailer with its header's control number and the count of what it holds. A set may stand without
 * envelope, as in addenda records. A wrong SE count is left for the reader of the set to judge.
 * @throws AdviceFileError TRUNCATED, CONTROL_TOTAL_MISMATCH, WRONG_STRUCTURE, TOO_MANY_RECORDS
 */
export function readInterchange(segments: Iterable<X12Segment>): X12Interchange {
  const reader = new InterchangeReader();
  let count = 0;
  for (const segment of segments) {
    count += 1;
    if (count > MAX_SEGMENTS) {
      throw new AdviceFileError(
        "TOO_MANY_RECORDS",
        `The file has more than ${MAX_SEGMENTS} segments. Ask the sender to split it.`,
        segment.line,
      );
    }
    reader.take(segment);
  }
  return reader.finish();
}

class InterchangeReader {
  #interchange: Envelope | null = null;
  #group: OpenGroup | null = null;
  #set: OpenSet | null = null;
  #first: string | null = null;
  readonly #sets: X12TransactionSet[] = [];

  take(segment: X12Segment): void {
    switch (segment.id) {
      case "ISA":
        this.#openInterchange(segment);
        return;
      case "GS":
        this.#openGroup(segment);
        return;
      case "ST":
        this.#openSet(segment);
        return;
      case "SE":
        this.#closeSet(segment);
        return;
      case "GE":
        this.#closeGroup(segment);
        return;
      case "IEA":
        this.#closeInterchange(segment);
        return;
    }
    // An interchange acknowledgment stands between groups and says nothing about payments.
    if (segment.id === "TA1" && !this.#set) return;
    if (!this.#set) throw misplaced(segment);
    this.#set.segments.push(segment);
  }

  finish(): X12Interchange {
    const open = this.#set ?? this.#group ?? this.#interchange;
    if (open) {
      const trailer = this.#set ? "SE" : this.#group ? "GE" : "IEA";
      const opener = this.#set ? "ST" : this.#group ? "GS" : "ISA";
      const message = `The ${opener} at line ${open.line} is never closed by its ${trailer}: the file was cut. Ask the sender for the complete file.`;
      throw new AdviceFileError("TRUNCATED", message, open.line);
    }
    return { controlNumber: this.#first, sets: this.#sets };
  }

  #openInterchange(segment: X12Segment): void {
    if (this.#set ?? this.#group ?? this.#interchange) throw misplaced(segment);
    const control = elementOf(segment, 13);
    this.#interchange = { line: segment.line, control, count: 0 };
    this.#first ??= control;
  }

  #openGroup(segment: X12Segment): void {
    if (this.#set ?? this.#group) throw misplaced(segment);
    const version = elementOf(segment, 8) || null;
    const kind = elementOf(segment, 1);
    this.#group = { line: segment.line, control: elementOf(segment, 6), count: 0, kind, version };
    if (this.#interchange) this.#interchange.count += 1;
  }

  #openSet(segment: X12Segment): void {
    if (this.#set || (this.#interchange && !this.#group)) throw misplaced(segment);
    if (this.#group) this.#group.count += 1;
    const version = elementOf(segment, 3) || (this.#group?.version ?? null);
    const code = elementOf(segment, 1);
    const control = elementOf(segment, 2);
    const group = this.#group?.kind ?? null;
    this.#set = { line: segment.line, code, control, version, group, count: 0, segments: [] };
  }

  #closeSet(segment: X12Segment): void {
    const set = this.#set;
    if (!set) throw misplaced(segment);
    this.#set = null;
    checkControl(segment, set.control, 2, `the ST at line ${set.line}`);
    const declared = elementOf(segment, 1);
    this.#sets.push({
      code: set.code,
      controlNumber: set.control,
      version: set.version,
      group: set.group,
      line: set.line,
      segments: set.segments,
      declaredCount: /^\d{1,9}$/.test(declared) ? Number(declared) : null,
      actualCount: set.segments.length + 2,
    });
  }

  #closeGroup(segment: X12Segment): void {
    const group = this.#group;
    if (!group || this.#set) throw this.#set ? cut(segment, "SE", this.#set) : misplaced(segment);
    this.#group = null;
    checkControl(segment, group.control, 2, `the GS at line ${group.line}`);
    checkCount(segment, group.count, "transaction sets");
  }

  #closeInterchange(segment: X12Segment): void {
    const interchange = this.#interchange;
    if (this.#set) throw cut(segment, "SE", this.#set);
    if (this.#group) throw cut(segment, "GE", this.#group);
    if (!interchange) throw misplaced(segment);
    this.#interchange = null;
    checkControl(segment, interchange.control, 2, `the ISA at line ${interchange.line}`);
    checkCount(segment, interchange.count, "functional groups");
  }
}

/** Element n as the standard counts (BPR02 is 2), without blanks around it; empty when it is not there. */
export function elementOf(segment: X12Segment, position: number): string {
  return segment.elements[position]?.trim() ?? "";
}

function checkControl(trailer: X12Segment, expected: string, position: number, header: string): void {
  const found = elementOf(trailer, position);
  if (found === expected || (isNumber(found) && isNumber(expected) && sameNumber(found, expected))) return;
  const message = `The ${trailer.id} at line ${trailer.line} has the control number "${found.slice(0, 20)}", ${header} has "${expected.slice(0, 20)}": parts of the file are missing or mixed up. Ask the sender for the complete file.`;
  throw new AdviceFileError("CONTROL_TOTAL_MISMATCH", message, trailer.line);
}

function checkCount(trailer: X12Segment, actual: number, what: string): void {
  const declared = elementOf(trailer, 1);
  if (isNumber(declared) && sameNumber(declared, String(actual))) return;
  const message = `The ${trailer.id} at line ${trailer.line} states ${declared.slice(0, 20) || "no number of"} ${what}, the file holds ${actual}: some were lost or added. Ask the sender for the complete file.`;
  throw new AdviceFileError("CONTROL_TOTAL_MISMATCH", message, trailer.line);
}

function isNumber(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}

function sameNumber(one: string, other: string): boolean {
  return one.replace(/^0+(?=\d)/, "") === other.replace(/^0+(?=\d)/, "");
}

function cut(segment: X12Segment, trailer: string, open: Envelope): AdviceFileError {
  const message = `The ${segment.id} at line ${segment.line} comes before the ${trailer} that closes what begins at line ${open.line}: segments were lost. Ask the sender for the complete file.`;
  return new AdviceFileError("TRUNCATED", message, segment.line);
}

function misplaced(segment: X12Segment): AdviceFileError {
  const message = `The segment ${segment.id} at line ${segment.line} is not where X12 has it (ISA, GS, ST, segments, SE, GE, IEA): segments were lost or moved. Ask the sender for a corrected file.`;
  return new AdviceFileError("WRONG_STRUCTURE", message, segment.line);
}
