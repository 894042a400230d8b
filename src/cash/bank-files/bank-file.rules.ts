import { checkEntry } from "./bank-entry.rules.js";
import type { BankEntry, BankStatement, Finding, ParsedBankFile } from "./bank-file.model.js";
import { checkControlTotals } from "./control-totals.rules.js";
import { gravestFirst } from "./finding-list.rules.js";
import { leftToStatement } from "./provisional-entry.rules.js";

/**
 * Everything that a person must know before the file is posted, the gravest first, then by line. With one
 * REJECT_FILE nothing may be posted; an entry named by a QUARANTINE_ENTRY is left for a person, the others post;
 * entries that are not BOOKED are never posted, findings or not.
 */
export function validateBankFile(file: ParsedBankFile): Finding[] {
  return gravestFirst([
    ...(file.findings ?? []),
    ...(file.isChecked ? [] : checkStatements(file)),
    ...checkDuplicateReferences(file),
  ]);
}

function checkStatements(file: ParsedBankFile): Finding[] {
  return [
    ...checkPage(file),
    ...checkRepeatedStatements(file),
    ...file.statements.flatMap((statement, index) => checkStatement(statement, index, file)),
  ];
}

/** Whether anything in the findings forbids to post the file at all. */
export function isRejected(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "REJECT_FILE");
}

/** The entries to post: booked, not quarantined, and not left to a later statement; none of a rejected file. */
export function postableEntries(file: ParsedBankFile, findings: readonly Finding[]): BankEntry[] {
  if (isRejected(findings)) return [];
  const quarantined = new Set(
    findings
      .filter((finding) => finding.severity === "QUARANTINE_ENTRY")
      .map((finding) => finding.entryIndex),
  );
  return file.statements.flatMap((statement) =>
    statement.entries.filter(
      (entry) =>
        entry.status === "BOOKED" &&
        !quarantined.has(entry.index) &&
        leftToStatement(entry, statement) === null,
    ),
  );
}

export { leftToStatement };

function checkStatement(statement: BankStatement, index: number, file: ParsedBankFile): Finding[] {
  const path = pathOf(statement, index);
  const name = statement.entryName ?? "entry";
  return [
    ...checkCopy(statement, path),
    ...checkControlTotals(statement, path, file.page),
    ...statement.entries.flatMap((entry, at) => checkEntry(entry, statement, `${path}/${name}[${at + 1}]`)),
  ];
}

function pathOf(statement: BankStatement, index: number): string {
  return statement.path ?? `statement[${index + 1}]`;
}

function checkCopy(statement: BankStatement, path: string): Finding[] {
  if (statement.copyIndicator !== "DUPL" && statement.copyIndicator !== "CODU") return [];
  const message = `Statement ${statement.id} says of itself that it is a duplicate of an earlier one (${statement.copyIndicator}). Entries that were taken in before are not posted again.`;
  return [{ severity: "WARN", code: "DUPLICATE_COPY", message, line: statement.line, path }];
}

function checkPage(file: ParsedBankFile): Finding[] {
  if (!file.page || (file.page.number === "1" && file.page.last)) return [];
  const message = `The file is page ${file.page.number} of a message of several pages${file.page.last ? " (the last one)" : ""}. Import all its pages.`;
  return [{ severity: "WARN", code: "ONE_PAGE_OF_SEVERAL", message }];
}

function checkRepeatedStatements(file: ParsedBankFile): Finding[] {
  const seen = new Map<string, BankStatement>();
  return file.statements.flatMap((statement, index): Finding[] => {
    const key = JSON.stringify([statement.account.iban ?? statement.account.other, statement.id]);
    const first = seen.get(key);
    if (!first) {
      seen.set(key, statement);
      return [];
    }
    return [
      {
        severity: "REJECT_FILE",
        code: "REPEATED_STATEMENT",
        message: `Statement ${statement.id} at line ${statement.line} is in the file before, at line ${first.line}, so one of them is too many. Ask the bank for a corrected file.`,
        line: statement.line,
        path: pathOf(statement, index),
      },
    ];
  });
}

/** An entry that repeats the key of an earlier one of the file waits for a person: it is never posted by itself. */
function checkDuplicateReferences(file: ParsedBankFile): Finding[] {
  const seen = new Map<string, BankEntry>();
  return file.statements
    .flatMap((statement) => statement.entries)
    .flatMap((entry): Finding[] => {
      const first = seen.get(entry.reference);
      if (!first) {
        seen.set(entry.reference, entry);
        return [];
      }
      return [
        {
          severity: "QUARANTINE_ENTRY",
          code: "DUPLICATE_REFERENCE",
          message: `Entry at line ${entry.line}: it repeats reference, amount and date of the entry at line ${first.line} (${entry.bankReference ?? entry.reference}). Ask the bank whether it was booked twice; if not, close it.`,
          line: entry.line,
          entryIndex: entry.index,
        },
      ];
    });
}
