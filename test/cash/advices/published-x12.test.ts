import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAdviceFile, usableAdvices } from "../../../src/cash/advices/index.js";
import { Decimal } from "../../../src/platform/money.js";

// Files that other projects publish lie beside the repository, not in it.
const FOLDER = "../shared/data/x12";
const present = existsSync(FOLDER);
const where = present ? "" : ` (skipped: ${FOLDER} is not here)`;

interface Accepted {
  readonly total: string;
  readonly lines: number;
  readonly sum: string;
  readonly findings: readonly string[];
}

/** Every 820: what it pays, how many remittances it has and what they sum to, and what is told of it. */
const ACCEPTED: Readonly<Record<string, Accepted>> = {
  "820-005010X218-check.edi": {
    total: "123.45",
    lines: 1,
    sum: "123.45",
    findings: ["WARN SEGMENT_COUNT"],
  },
  "820-005010X218-no-payment-zero.edi": { total: "0", lines: 3, sum: "0", findings: [] },
  // Its remittances leave 2,250 of the payment unexplained, and its group is not that of an 820.
  "820-005010X218-premium-2invoices.edi": {
    total: "19000",
    lines: 2,
    sum: "16750",
    findings: ["WARN LINES_MISMATCH", "WARN WRONG_GROUP"],
  },
  "820-005010X218-recovery-and-lump-sum.edi": {
    total: "239.6",
    lines: 3,
    sum: "239.6",
    findings: ["WARN SEGMENT_COUNT"],
  },
};

/** Every other transaction set: refused by its name. */
const REFUSED: Readonly<Record<string, string>> = {
  "810-004010-maersk-noenvelope.edi": "X12 810, an invoice",
  "810-005010-edi2xml.edi": "X12 810, an invoice",
  "810-005010-minimal.edi": "X12 810, an invoice",
  "812-005010-minimal.edi": "X12 812, a credit or debit adjustment",
  "823-005010-full-loops-noenvelope.edi": "X12 823, a lockbox report",
  "824-005010-application-advice.edi": "X12 824, an application advice",
  "997-004010-1-noenvelope.edi": "X12 997, an acknowledgment",
  "997-004010-2-noenvelope.edi": "X12 997, an acknowledgment",
};

describe.skipIf(!present)(`published X12 files${where}`, () => {
  it("all have an outcome stated here", () => {
    const found = readdirSync(FOLDER).filter((name) => !name.startsWith("LICENSE"));
    expect([...Object.keys(ACCEPTED), ...Object.keys(REFUSED)].sort()).toEqual(found.sort());
  });

  it.each(Object.entries(ACCEPTED))("%s is taken with its own sums", async (name, stated) => {
    const content = readFileSync(`${FOLDER}/${name}`);
    const { file, findings } = await readAdviceFile(content);
    const told = findings.map(({ severity, code }) => `${severity} ${code}`);
    expect(told.sort()).toEqual(stated.findings);
    const advices = file ? usableAdvices(file, findings) : [];
    const counted = countedIn(content.toString("latin1"));
    const read = advices.map((advice) => ({
      total: advice.total,
      lines: advice.lines.length,
      sum: sum(advice.lines.map(({ paid }) => paid ?? "none")),
      trace: advice.paymentReferences[0]?.value,
      references: advice.lines.map(({ reference }) => reference),
    }));
    expect(read).toEqual(counted);
    expect(read).toMatchObject([{ total: stated.total, lines: stated.lines, sum: stated.sum }]);
  });

  it("a wrong count of segments is told with both counts", async () => {
    const { findings } = await readAdviceFile(readFileSync(`${FOLDER}/820-005010X218-check.edi`));
    expect(findings[0]?.message).toContain("its SE states 14 segments, there are 17");
  });

  it.each(Object.entries(REFUSED))("%s is refused for what it is", async (name, reason) => {
    const { file, findings } = await readAdviceFile(readFileSync(`${FOLDER}/${name}`));
    expect(file).toBeNull();
    expect(findings).toMatchObject([
      { severity: "REJECT_FILE", code: "OTHER_MESSAGE", message: expect.stringContaining(reason) },
    ]);
  });
});

/** The same by splitting the text alone; every file has "*" and "~". */
function countedIn(text: string) {
  const segments = text.split("~").map((segment) => segment.trim().split("*"));
  const remittances = segments.filter(([id]) => id === "RMR");
  const payments = segments.filter(([id]) => id === "BPR");
  return payments.map((payment) => ({
    total: payment[2],
    lines: remittances.length,
    sum: sum(remittances.map((remittance) => remittance[4] ?? "")),
    trace: segments.find(([id]) => id === "TRN")?.[2],
    references: remittances.map((remittance) => remittance[2]),
  }));
}

function sum(amounts: readonly string[]): string {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed();
}
