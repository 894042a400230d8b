import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ParsedBankFile, postableEntries, readBankFile } from "../../../src/cash/bank-files/index.js";
import { Decimal } from "../../../src/platform/money.js";

// Reports that banks and other projects publish lie beside the repository, not in it.
const FOLDER = "../shared/data/bai2";
const present = existsSync(FOLDER);
const where = present ? "" : ` (skipped: ${FOLDER} is not here)`;

/** Per file that is read: entries, how many of them may be posted, and every finding but of missing references. */
const READ: Readonly<
  Record<string, { entries: number; postable: number; findings: Readonly<Record<string, number>> }>
> = {
  "sample1.txt": { entries: 17, postable: 17, findings: {} },
  // Several records on a line, and a text that goes on without a continuation record: the trailers prove the reading.
  "sample3.txt": { entries: 26, postable: 26, findings: { "WARN LINE_BROKEN": 1 } },
  // Accounts were taken out and amounts changed before it was published, and the trailers left as they were.
  "sample4-continuations-newline-delimited.txt": {
    entries: 17,
    postable: 0,
    findings: { "REJECT_FILE CONTROL_TOTAL_MISMATCH": 15, "WARN TEXT_TOO_LONG": 6 },
  },
};

const REFUSED: Readonly<Record<string, string>> = {
  "errors/sample-parseError.txt": "no bank file format",
  "errors/fuzz-3940e35d8f932097.gofuzz.txt": "no bank file format",
  "errors/fuzz-f96b9eec61a21275.gofuzz.txt": "no bank file format",
};

describe.skipIf(!present)(`published BAI2 reports${where}`, () => {
  it("have a stated outcome, each of them", () => {
    const found = globSync("**/*.*", { cwd: FOLDER }).filter((name) => !name.startsWith("LICENSE"));
    expect(found.sort()).toEqual([...Object.keys(READ), ...Object.keys(REFUSED)].sort());
  });

  it.each(Object.entries(READ))("%s", (name, { entries, postable, findings }) => {
    const result = readBankFile(readFileSync(`${FOLDER}/${name}`));
    const counts: Record<string, number> = {};
    for (const { severity, code } of result.findings.filter((each) => each.code !== "MISSING_REFERENCE"))
      counts[`${severity} ${code}`] = (counts[`${severity} ${code}`] ?? 0) + 1;
    expect(counts).toEqual(findings);
    expect(result.file?.statements.flatMap((each) => each.entries)).toHaveLength(entries);
    expect(result.file && postableEntries(result.file, result.findings)).toHaveLength(postable);
    expect(result.file && summaryOf(result.file)).toEqual(countedIn(text(name)));
  });

  it.each(Object.entries(REFUSED))("%s is refused", (name, said) => {
    expect(readBankFile(readFileSync(`${FOLDER}/${name}`))).toMatchObject({
      file: null,
      findings: [{ severity: "REJECT_FILE", code: "UNKNOWN_FORMAT", message: expect.stringContaining(said) }],
    });
  });

  it.each(["sample1.txt", "sample3.txt"])("any digit of an amount of %s changed is noticed", (name) => {
    const whole = text(name);
    const amounts = [...whole.matchAll(/(?<=\b16,\d{3},)\d+/g)];
    for (const { 0: amount, index } of amounts) {
      const at = index + amount.length - 1;
      const changed = whole.slice(0, at) + ((Number(whole[at]) + 1) % 10) + whole.slice(at + 1);
      expect(readBankFile(Buffer.from(changed)).findings[0]?.severity).toBe("REJECT_FILE");
    }
  });
});

function text(name: string): string {
  return readFileSync(`${FOLDER}/${name}`, "utf8");
}

function summaryOf(file: ParsedBankFile) {
  const entries = file.statements.flatMap((each) => each.entries);
  const sum = (side: string) =>
    entries
      .filter((each) => each.side === side)
      .reduce((s, each) => s.plus(each.amount ?? 0), new Decimal(0))
      .toFixed();
  return {
    accounts: file.statements.length,
    lines: entries.map((each) => each.line),
    credits: sum("CREDIT"),
    debits: sum("DEBIT"),
  };
}

/** The same figures by plain text search; all of these are in currencies with hundredths. */
function countedIn(file: string) {
  const found = [...file.matchAll(/(?:^|(?<=\/\s+))16,(\d{3}),(\d+)/gm)];
  const sum = (first: RegExp) =>
    found
      .filter((match) => first.test(match[1] ?? ""))
      .reduce((s, match) => s.plus(match[2] ?? 0), new Decimal(0))
      .div(100)
      .toFixed();
  return {
    accounts: [...file.matchAll(/(?:^|(?<=\/\s+))03,/gm)].length,
    lines: found.map((match) => file.slice(0, match.index).split("\n").length),
    credits: sum(/^[123]/),
    debits: sum(/^[456]/),
  };
}
