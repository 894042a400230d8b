import type { Finding, Severity } from "./bank-file.model.js";

/** Warnings of one kind that are told one by one; the rest are told as a number. */
const MAX_WARNINGS_PER_CODE = 100;

const RANKS: Readonly<Record<Severity, number>> = { REJECT_FILE: 0, QUARANTINE_ENTRY: 1, WARN: 2 };

/**
 * Findings as a person reads them: the gravest first, then by line. Of warnings of one kind beyond the hundredth
 * only their number is told; what keeps something from being posted is never left out.
 */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  return limited(findings).sort((a, b) => RANKS[a.severity] - RANKS[b.severity] || lineOf(a) - lineOf(b));
}

/** A finding in a line: how grave it is, where it is, and what to do. */
export function findingInWords({ severity, line, message }: Finding): string {
  return `${TITLES[severity]}${line === undefined ? "" : `, line ${line}`}: ${message}`;
}

const TITLES: Readonly<Record<Severity, string>> = {
  REJECT_FILE: "Refused",
  QUARANTINE_ENTRY: "Held back",
  WARN: "Warning",
};

function limited(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  const kept = findings.filter(({ severity, code }) => {
    if (severity !== "WARN") return true;
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MAX_WARNINGS_PER_CODE;
  });
  const more = [...counts].filter(([, count]) => count > MAX_WARNINGS_PER_CODE);
  const summaries = more.map(([code, count]): Finding => {
    const message = `The file has ${count - MAX_WARNINGS_PER_CODE} more warnings of the kind ${code}.`;
    return { severity: "WARN", code, message };
  });
  return [...kept, ...summaries];
}

function lineOf(finding: Finding): number {
  return finding.line ?? Number.MAX_SAFE_INTEGER;
}
