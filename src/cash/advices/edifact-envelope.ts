import { AdviceFileError } from "./advice-file.error.js";
import { componentOf, type EdifactSegment } from "./edifact-segments.js";

/** The segments of one message between UNH and UNT, with what its envelope says of it. */
export interface EdifactMessage {
  /** "REMADV" */
  readonly type: string;
  /** "D.96A" */
  readonly version: string;
  readonly reference: string;
  readonly line: number;
  readonly segments: readonly EdifactSegment[];
  readonly declaredCount: number | null;
  readonly actualCount: number;
}

export interface EdifactInterchange {
  readonly reference: string | null;
  readonly messages: readonly EdifactMessage[];
}

interface Open {
  readonly line: number;
  readonly reference: string;
  count: number;
}

/**
 * The messages of a stream, whose envelopes agree: interchange (UNB/UNZ), perhaps groups (UNG/UNE), messages
 * (UNH/UNT), each trailer with its header's reference and the count of what it holds. A wrong count of segments is
 * left for the reader of the message to judge.
 * @throws AdviceFileError TRUNCATED, CONTROL_TOTAL_MISMATCH, WRONG_STRUCTURE
 */
export function readEdifactInterchange(segments: Iterable<EdifactSegment>): EdifactInterchange {
  const reader = new EnvelopeReader();
  for (const segment of segments) reader.take(segment);
  return reader.finish();
}

class EnvelopeReader {
  #interchange: Open | null = null;
  #group: Open | null = null;
  #message: (Open & { readonly header: EdifactSegment; readonly segments: EdifactSegment[] }) | null = null;
  #grouped = false;
  #first: string | null = null;
  readonly #messages: EdifactMessage[] = [];

  take(segment: EdifactSegment): void {
    switch (segment.tag) {
      case "UNB":
        this.#refuseInside(segment, this.#message ?? this.#group ?? this.#interchange);
        this.#interchange = { line: segment.line, reference: componentOf(segment, 5), count: 0 };
        this.#first ??= this.#interchange.reference;
        this.#grouped = false;
        return;
      case "UNG":
        this.#refuseInside(segment, this.#message ?? this.#group);
        this.#group = { line: segment.line, reference: componentOf(segment, 5), count: 0 };
        this.#grouped = true;
        if (this.#interchange) this.#interchange.count += 1;
        return;
      case "UNH":
        this.#openMessage(segment);
        return;
      case "UNT":
        this.#closeMessage(segment);
        return;
      case "UNE":
        this.#refuseInside(segment, this.#message);
        close(segment, this.#group, "messages");
        this.#group = null;
        return;
      case "UNZ":
        this.#refuseInside(segment, this.#message ?? this.#group);
        close(segment, this.#interchange, this.#grouped ? "groups" : "messages");
        this.#interchange = null;
        return;
    }
    if (!this.#message) throw misplaced(segment);
    this.#message.segments.push(segment);
  }

  finish(): EdifactInterchange {
    const open = this.#message ?? this.#group ?? this.#interchange;
    if (open) {
      const trailer = this.#message ? "UNT" : this.#group ? "UNE" : "UNZ";
      const message = `What begins at line ${open.line} is never closed by its ${trailer}: the file was cut. Ask the sender for the complete file.`;
      throw new AdviceFileError("TRUNCATED", message, open.line);
    }
    return { reference: this.#first, messages: this.#messages };
  }

  #openMessage(segment: EdifactSegment): void {
    this.#refuseInside(segment, this.#message);
    const outer = this.#group ?? this.#interchange;
    if (outer) outer.count += 1;
    const reference = componentOf(segment, 1);
    this.#message = { line: segment.line, reference, count: 0, header: segment, segments: [] };
  }

  #closeMessage(segment: EdifactSegment): void {
    const message = this.#message;
    if (!message) throw misplaced(segment);
    this.#message = null;
    checkReference(segment, message);
    const { header, line, reference, segments } = message;
    const declared = componentOf(segment, 1);
    this.#messages.push({
      type: componentOf(header, 2, 1),
      version: `${componentOf(header, 2, 2)}.${componentOf(header, 2, 3)}`,
      reference,
      line,
      segments,
      declaredCount: /^\d{1,9}$/.test(declared) ? Number(declared) : null,
      actualCount: segments.length + 2,
    });
  }

  #refuseInside(segment: EdifactSegment, open: Open | null): void {
    if (!open) return;
    const message = `The ${segment.tag} at line ${segment.line} comes before what begins at line ${open.line} is closed: segments were lost. Ask the sender for the complete file.`;
    throw new AdviceFileError("TRUNCATED", message, segment.line);
  }
}

function close(trailer: EdifactSegment, open: Open | null, what: string): void {
  if (!open) throw misplaced(trailer);
  checkReference(trailer, open);
  const declared = componentOf(trailer, 1);
  if (/^\d{1,9}$/.test(declared) && Number(declared) === open.count) return;
  const message = `The ${trailer.tag} at line ${trailer.line} states ${declared.slice(0, 20) || "no number of"} ${what}, the file holds ${open.count}: some were lost or added. Ask the sender for the complete file.`;
  throw new AdviceFileError("CONTROL_TOTAL_MISMATCH", message, trailer.line);
}

function checkReference(trailer: EdifactSegment, open: Open): void {
  const found = componentOf(trailer, 2);
  if (found === open.reference) return;
  const message = `The ${trailer.tag} at line ${trailer.line} has the reference "${found.slice(0, 20)}", what begins at line ${open.line} has "${open.reference.slice(0, 20)}": parts of the file are missing or mixed up. Ask the sender for the complete file.`;
  throw new AdviceFileError("CONTROL_TOTAL_MISMATCH", message, trailer.line);
}

function misplaced(segment: EdifactSegment): AdviceFileError {
  const message = `The segment ${segment.tag} at line ${segment.line} is not where EDIFACT has it (UNB, UNH, segments, UNT, UNZ): segments were lost or moved. Ask the sender for a corrected file.`;
  return new AdviceFileError("WRONG_STRUCTURE", message, segment.line);
}
