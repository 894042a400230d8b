import type { EntryDetail } from "./bank-file.model.js";

/** The lengths at which payment systems cut remittance text into lines. */
const WRAPS = new Set([27, 35, 65, 70, 140]);

const MAX_TOKEN = 35;

/**
 * Candidates for document numbers in what the payer wrote, exactly as written and each once: first the
 * structured references, then every word of the text with a digit in it and at most 35 characters. Nothing is
 * normalised or guessed here; a number that was cut at the end of a full line is given whole as well.
 */
export function referencesIn(
  detail: Pick<EntryDetail, "remittanceLines" | "structuredReferences">,
): string[] {
  const candidates = [
    ...detail.structuredReferences.map((structured) => structured.reference.trim()),
    ...detail.remittanceLines.flatMap(wordsOf),
    ...wordsAcrossLines(detail.remittanceLines),
  ];
  return [...new Set(candidates.filter((word) => word !== ""))];
}

/** Slashes are part of numbers ("2024/117") except in a line of codes ("/REMI/INV-1/EREF/X"). */
function wordsOf(line: string): string[] {
  const separators = line.startsWith("/") ? /[\s,;:|()[\]{}<>"'*=/]+/ : /[\s,;:|()[\]{}<>"'*=]+/;
  return line.split(separators).map(trimmed).filter(isCandidate);
}

function wordsAcrossLines(lines: readonly string[]): string[] {
  return lines.slice(0, -1).flatMap((line, index) => {
    const next = lines[index + 1] ?? "";
    if (!WRAPS.has(line.length)) return [];
    const start = /\S+$/.exec(line)?.[0];
    const end = /^\S+/.exec(next)?.[0];
    return start && end ? wordsOf(start + end) : [];
  });
}

function trimmed(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

function isCandidate(word: string): boolean {
  return word.length <= MAX_TOKEN && /\p{N}/u.test(word);
}
