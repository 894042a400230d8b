import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ParsedBankFile, postableEntries, readBankFile } from "../../../src/cash/bank-files/index.js";
import { Decimal } from "../../../src/platform/money.js";

// Statements that banks and other projects publish lie beside the repository, not in it.
const FOLDER = "../shared/data";
const present = existsSync(`${FOLDER}/camt/samples`) && existsSync(`${FOLDER}/iso20022-bank`);
const where = present ? "" : ` (skipped: ${FOLDER} is not here)`;

/** Per file: postings refused or not, and every finding but the warnings of the bank's own habits. */
const READ: Readonly<
  Record<string, { version: string; postable?: number; findings: Readonly<Record<string, number>> }>
> = {
  // Intraday reports: without a reference of the bank's own left to the statement, pending ones never posted.
  "camt/samples/camt052.v2.with-account-name.xml": {
    version: "2",
    postable: 0,
    findings: { "WARN LEFT_TO_STATEMENT": 1, "WARN NO_CONTROL_TOTAL": 1 },
  },
  "camt/samples/camt052.v4.xml": {
    version: "4",
    postable: 0,
    findings: { "WARN DETAIL_CURRENCY_DIFFERS": 1, "WARN DUPLICATE_COPY": 1, "WARN NO_CONTROL_TOTAL": 1 },
  },
  "camt/samples/camt052.v6.Amt-zero.xml": {
    version: "6",
    postable: 0,
    findings: { "WARN DETAIL_CURRENCY_DIFFERS": 1, "WARN DUPLICATE_COPY": 1, "WARN NO_CONTROL_TOTAL": 1 },
  },
  "camt/samples/camt052.v8.xml": {
    version: "8",
    postable: 1,
    findings: { "WARN DUPLICATE_COPY": 1, "WARN NO_CONTROL_TOTAL": 1 },
  },
  // Notifications.
  "camt/samples/camt054.v2.with-account-name.xml": {
    version: "2",
    postable: 0,
    findings: { "WARN LEFT_TO_STATEMENT": 1, "WARN NO_CONTROL_TOTAL": 1 },
  },
  "camt/samples/camt054.v2.xml": {
    version: "2",
    postable: 1,
    findings: { "WARN DUPLICATE_COPY": 1, "WARN NO_CONTROL_TOTAL": 1 },
  },
  "camt/samples/camt054.v8-with-UETR.xml": {
    version: "8",
    postable: 0,
    findings: { "WARN LEFT_TO_STATEMENT": 1, "WARN NO_CONTROL_TOTAL": 1 },
  },
  // States two details and has three.
  "camt/samples/camt054.v8.xml": {
    version: "8",
    postable: 1,
    findings: {
      "WARN DETAIL_COUNT_MISMATCH": 1,
      "WARN DETAIL_CURRENCY_DIFFERS": 1,
      "WARN DUPLICATE_COPY": 1,
      "WARN NO_CONTROL_TOTAL": 1,
    },
  },
  "camt/samples/camt053.v2.five.decimals.xml": {
    version: "2",
    findings: { "REJECT_FILE BALANCE_MISMATCH": 1, "WARN DUPLICATE_COPY": 1, "WARN MISSING_REFERENCE": 1 },
  },
  "camt/samples/camt053.v2.minimal.ultimate.xml": {
    version: "2",
    findings: { "WARN DUPLICATE_COPY": 1, "WARN MISSING_REFERENCE": 1, "WARN NO_CONTROL_TOTAL": 1 },
  },
  "camt/samples/camt053.v2.multi.statement.xml": {
    version: "2",
    findings: { "WARN DUPLICATE_COPY": 1, "WARN MISSING_REFERENCE": 2 },
  },
  "camt/samples/camt053.v2.with-party-ids.xml": {
    version: "2",
    findings: { "WARN DUPLICATE_COPY": 1, "WARN MISSING_REFERENCE": 1, "WARN NO_CONTROL_TOTAL": 1 },
  },
  "camt/samples/camt053.v4.xml": {
    version: "4",
    findings: { "WARN DETAIL_CURRENCY_DIFFERS": 1, "WARN DUPLICATE_COPY": 1, "WARN NO_CONTROL_TOTAL": 1 },
  },
  "camt/samples/camt53.only-Dt-with-DtTm.xml": { version: "2", findings: { "WARN NO_CONTROL_TOTAL": 1 } },
  // One batch stands twice under the same reference, with and without details; seven texts are over-long.
  "iso20022-bank/abn_amro/example_camt.xml": {
    version: "2",
    findings: { "QUARANTINE_ENTRY DUPLICATE_REFERENCE": 1, "WARN TEXT_TOO_LONG": 7 },
  },
  // States 14 entries of 140.00 and holds 15 of 169.06, one of them in EUR on a USD account.
  "iso20022-bank/goldman_sachs/camt_053_us_v2_sample.xml": {
    version: "2",
    findings: { "QUARANTINE_ENTRY CURRENCY_MISMATCH": 1, "REJECT_FILE CONTROL_TOTAL_MISMATCH": 6 },
  },
  "iso20022-bank/nordea/example_camt.xml": { version: "2", findings: {} },
};

/** What is refused as a whole without being read to its end, with the reason. */
const REFUSED: Readonly<Record<string, readonly [code: string, said: string]>> = {
  "camt/samples/camt053.v2.wrong.xml": ["WRONG_STRUCTURE", "no <Stmt>"],
  "camt/samples/camt052.v1.xml": ["UNSUPPORTED_VERSION", "camt.052 version 1"],
};

describe.skipIf(!present)(`published camt.052, camt.053 and camt.054 messages${where}`, () => {
  it("are all pinned here", () => {
    expect(allFiles().filter(isRead)).toEqual([...Object.keys(READ), ...Object.keys(REFUSED)].sort());
  });

  it.each(Object.entries(READ))("%s", (name, { version, postable, findings }) => {
    const result = readBankFile(readFileSync(`${FOLDER}/${name}`));
    expect(tally(result.findings)).toEqual(findings);
    expect(result.file?.version).toBe(version);
    expect(result.file?.format).toBe(/camt\.(05\d)\.001/.exec(text(name))?.[1]?.replace(/^/, "CAMT_"));
    if (postable !== undefined && result.file)
      expect(postableEntries(result.file, result.findings)).toHaveLength(postable);
    expect(result.file && summaryOf(result.file)).toEqual(countedIn(text(name)));
  });

  it.each(Object.entries(REFUSED))("%s is refused with the reason", (name, [code, said]) => {
    expect(readBankFile(readFileSync(`${FOLDER}/${name}`))).toMatchObject({
      file: null,
      findings: [{ severity: "REJECT_FILE", code, message: expect.stringContaining(said) }],
    });
  });

  it("agree with what another library read from their last statement, in minor units", () => {
    for (const name of Object.keys(READ).filter((each) => each.startsWith("camt/samples/"))) {
      const dump: unknown = JSON.parse(text(name.replace(/xml$/, "json")));
      const theirs = amountsIn(dump);
      const file = readBankFile(readFileSync(`${FOLDER}/${name}`)).file;
      const ours = file?.statements.slice(-1).flatMap((each) =>
        each.entries.map((e) =>
          new Decimal(e.amount ?? 0)
            .times(100)
            .times(e.side === "DEBIT" ? -1 : 1)
            .toFixed(),
        ),
      );
      expect([name, ours?.sort()]).toEqual([name, theirs.sort()]);
    }
  });
});

describe.skipIf(!present)(`published messages that are no statements${where}`, () => {
  const others = present ? allFiles().filter((name) => !isRead(name)) : [];

  it.each(others)("%s is refused with what it is", (name) => {
    const { file, findings } = readBankFile(readFileSync(`${FOLDER}/${name}`));
    expect(file).toBeNull();
    const message = /xmlns(?::\w+)?=["']urn:iso:std:iso:20022:tech:xsd:(\w+\.\d+)/.exec(text(name))?.[1];
    const said = message
      ? { code: "OTHER_MESSAGE", said: message }
      : { code: "UNKNOWN_FORMAT", said: "no namespace" };
    expect(findings).toMatchObject([
      { severity: "REJECT_FILE", code: said.code, message: expect.stringContaining(said.said) },
    ]);
  });
});

describe.skipIf(!present)(`what lies beside published messages${where}`, () => {
  const beside = present
    ? globSync(["camt/**/*.*", "iso20022-bank/**/*.*"], { cwd: FOLDER }).filter(
        (name) => !name.endsWith(".xml"),
      )
    : [];

  it.each(beside.sort())("%s is refused as no bank message", (name) => {
    expect(readBankFile(readFileSync(`${FOLDER}/${name}`))).toMatchObject({
      file: null,
      findings: [{ severity: "REJECT_FILE", code: "UNKNOWN_FORMAT" }],
    });
  });
});

function allFiles(): string[] {
  return globSync(["camt/**/*.xml", "iso20022-bank/**/*.xml"], { cwd: FOLDER }).sort();
}

function isRead(name: string): boolean {
  return /:camt\.05[234]\./.test(text(name));
}

function text(name: string): string {
  return readFileSync(`${FOLDER}/${name}`, "utf8");
}

function tally(findings: readonly { severity: string; code: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { severity, code } of findings)
    counts[`${severity} ${code}`] = (counts[`${severity} ${code}`] ?? 0) + 1;
  return counts;
}

function summaryOf(file: ParsedBankFile) {
  const entries = file.statements.flatMap((each) => each.entries);
  const sum = (side: string) =>
    entries
      .filter((each) => each.side === side)
      .reduce((s, each) => s.plus(each.amount ?? 0), new Decimal(0))
      .toFixed();
  return {
    statements: file.statements.length,
    lines: entries.map((each) => each.line),
    details: entries.map((each) => each.details.length),
    credits: sum("CREDIT"),
    debits: sum("DEBIT"),
  };
}

/** The same figures by plain text search, which knows nothing of XML. */
function countedIn(xml: string) {
  const found = [...xml.matchAll(/<Ntry>[\s\S]*?<\/Ntry>/g)];
  const sum = (code: string) =>
    found
      .filter(([whole]) => /<CdtDbtInd>(\w+)</.exec(whole)?.[1] === code)
      .reduce((s, [whole]) => s.plus(/<Amt [^>]*>([^<]+)</.exec(whole)?.[1] ?? 0), new Decimal(0))
      .toFixed();
  return {
    statements: [...xml.matchAll(/<(?:Stmt|Rpt|Ntfctn)>/g)].length,
    lines: found.map((match) => xml.slice(0, match.index).split("\n").length),
    details: found.map(([whole]) => whole.split("<TxDtls>").length - 1),
    credits: sum("CRDT"),
    debits: sum("DBIT"),
  };
}

/** The entries' signed amounts in minor units, from the dump of the other library. */
function amountsIn(dump: unknown): string[] {
  const entries = property(dump, "getEntries");
  if (!Array.isArray(entries)) return [];
  return entries.map((each: unknown) => String(property(property(each, "getAmount"), "getAmount")));
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
