import type {
  AdviceAdjustment,
  AdviceLine,
  AdviceParty,
  PartyIdentifier,
  RemittanceAdvice,
  SourceReference,
} from "./advice.model.js";
import { AdviceFileError } from "./advice-file.error.js";

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A party while it is read. */
export interface DraftParty extends Writable<Omit<AdviceParty, "identifiers">> {
  readonly identifiers: PartyIdentifier[];
}

/** A line while it is read. */
export interface DraftLine
  extends Writable<Omit<AdviceLine, "index" | "otherReferences" | "adjustments" | "text">> {
  readonly otherReferences: SourceReference[];
  readonly adjustments: AdviceAdjustment[];
  readonly texts: string[];
}

/** An advice while it is read, before it has its place in the file. */
export interface DraftAdvice
  extends Writable<
    Omit<
      RemittanceAdvice,
      "index" | "paymentReferences" | "otherReferences" | "payer" | "payee" | "lines" | "text"
    >
  > {
  readonly paymentReferences: SourceReference[];
  readonly otherReferences: SourceReference[];
  readonly payer: DraftParty;
  readonly payee: DraftParty;
  readonly lines: DraftLine[];
  readonly texts: string[];
}

export function newAdvice(line: number): DraftAdvice {
  return {
    line,
    number: null,
    paymentReferences: [],
    otherReferences: [],
    payer: newParty(),
    payee: newParty(),
    method: "OTHER",
    paidOn: null,
    currency: null,
    total: null,
    lines: [],
    texts: [],
  };
}

export function newLine(line: number): DraftLine {
  return {
    line,
    reference: null,
    referenceType: "OTHER",
    otherReferences: [],
    paid: null,
    gross: null,
    discount: null,
    adjustments: [],
    documentDate: null,
    texts: [],
  };
}

export function newParty(): DraftParty {
  return { name: null, identifiers: [], account: null, routing: null };
}

/** So many of the latest are looked through for a repetition, which keeps a file of nothing else linear. */
const SCANNED_MOST = 20;

/** Adds an identifier once; nothing when it is empty. */
export function identify(party: DraftParty, qualifier: string, value: string): void {
  if (value === "") return;
  if (
    party.identifiers
      .slice(-SCANNED_MOST)
      .some((known) => known.qualifier === qualifier && known.value === value)
  )
    return;
  party.identifiers.push({ qualifier, value });
}

/** Adds a reference once; nothing when it is empty. */
export function refer(references: SourceReference[], type: string, value: string, line: number): void {
  if (value === "") return;
  const near = references.length > SCANNED_MOST ? references.slice(-SCANNED_MOST) : references;
  if (near.some((known) => known.type === type && known.value === value)) return;
  references.push({ type, value, line });
}

/** Lines of one advice; the largest payers pay some ten thousand documents at once. */
const MAX_LINES = 100_000;

/** Adds a line that begins on a line of the file. @throws AdviceFileError TOO_MANY_RECORDS */
export function addLine(advice: DraftAdvice, line: DraftLine): void {
  if (advice.lines.length >= MAX_LINES) {
    const message = `The advice at line ${advice.line} has more than ${MAX_LINES} lines. Ask the payer to split it.`;
    throw new AdviceFileError("TOO_MANY_RECORDS", message, line.line);
  }
  advice.lines.push(line);
}

/** The advice in its place in the file. */
export function finished(draft: DraftAdvice, index: number): RemittanceAdvice {
  const { texts, lines, ...advice } = draft;
  return {
    index,
    ...advice,
    text: joined(texts),
    lines: lines.map(({ texts: words, ...line }, at) => ({ index: at, ...line, text: joined(words) })),
  };
}

function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join("\n");
}
