import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ParsedBankFile, postableEntries, readBankFile } from "../../../src/cash/bank-files/index.js";
import { Decimal } from "../../../src/platform/money.js";

// Statements that banks and other projects publish lie beside the repository, not in it.
const FOLDER = "../shared/data/mt940";
const present = existsSync(FOLDER);
const where = present ? "" : ` (skipped: ${FOLDER} is not here)`;

/** Per file that is read: how many entries may be posted, and every finding but those of missing references and dates. */
const READ: Readonly<Record<string, { postable: number; findings: Readonly<Record<string, number>> }>> = {
  "ASNB/mt940.txt": { postable: 8, findings: {} },
  "betterplace/with_binary_character.sta": { postable: 4, findings: {} },
  // Two lines of nothing that tell balances.
  "citi/mt940.txt": { postable: 3, findings: { "QUARANTINE_ENTRY ZERO_AMOUNT": 2 } },
  "jejik/generic.sta": { postable: 2, findings: {} },
  "jejik/sns.sta": { postable: 2, findings: {} },
  "mBank/mt940.sta": { postable: 3, findings: {} },
  // Texts whose accents were lost before the file was published.
  "sberbank/171011_01234945.sta": { postable: 3, findings: { "WARN DAMAGED_TEXT": 3 } },
  // 30 February.
  "self-provided/transaction_details_wrapped.sta": {
    postable: 0,
    findings: { "QUARANTINE_ENTRY INVALID_DATE": 1 },
  },
  // From here on the balances and the entries disagree, so that nothing may be posted.
  "betterplace/sepa_snippet.sta": { postable: 0, findings: { "REJECT_FILE BALANCE_MISMATCH": 1 } },
  "jejik/ing.sta": { postable: 0, findings: { "REJECT_FILE CONTROL_TOTAL_MISMATCH": 3 } },
  "jejik/postfinance.sta": { postable: 0, findings: { "REJECT_FILE BALANCE_MISMATCH": 1 } },
  "jejik/rabobank.sta": {
    postable: 0,
    findings: { "REJECT_FILE BALANCE_MISMATCH": 2, "WARN BALANCE_GAP": 2 },
  },
  "mBank/with_newline_in_tnr.sta": { postable: 0, findings: { "REJECT_FILE BALANCE_MISMATCH": 1 } },
  "self-provided/malformed_details.sta": {
    postable: 0,
    findings: { "REJECT_FILE BALANCE_MISMATCH": 1, "WARN TEXT_TOO_LONG": 1 },
  },
  "self-provided/overly_long_details.sta": {
    postable: 0,
    findings: { "REJECT_FILE BALANCE_MISMATCH": 1, "WARN TEXT_TOO_LONG": 1 },
  },
  "self-provided/whitespace.sta": { postable: 0, findings: { "REJECT_FILE BALANCE_MISMATCH": 1 } },
};

/** What cannot be checked, so that nothing of it is read: single fields, and messages without an end or a currency. */
const REFUSED: Readonly<Record<string, readonly [code: string, line: number, said: string]>> = {
  "betterplace/amount_formats.sta": ["WRONG_STRUCTURE", 1, "field :60F: stands outside of a message"],
  "betterplace/empty_86.sta": ["WRONG_STRUCTURE", 1, "field :86: stands outside"],
  "betterplace/empty_line.sta": ["WRONG_STRUCTURE", 2, "no :25:"],
  "betterplace/missing_crlf_at_end.sta": ["WRONG_STRUCTURE", 1, "field :62F: stands outside"],
  "cmxl/account_balance_credit.sta": ["WRONG_STRUCTURE", 1, "field :60F: stands outside"],
  "cmxl/account_identification_iban.sta": ["WRONG_STRUCTURE", 1, "field :25: stands outside"],
  "cmxl/available_balance.sta": ["WRONG_STRUCTURE", 1, "field :64: stands outside"],
  "cmxl/closing_balance.sta": ["WRONG_STRUCTURE", 1, "field :62F: stands outside"],
  "cmxl/reference.sta": ["WRONG_STRUCTURE", 1, "no :25:"],
  "cmxl/statement_line.sta": ["WRONG_STRUCTURE", 1, "field :61: stands outside"],
  "cmxl/statement_number.sta": ["WRONG_STRUCTURE", 1, "field :28C: stands outside"],
  "self-provided/account_identification.sta": ["WRONG_STRUCTURE", 1, "neither the balances of an MT940"],
  "self-provided/empty_non_swift.sta": ["WRONG_STRUCTURE", 1, "field :NS: stands outside"],
  "self-provided/gv_codes.sta": ["WRONG_STRUCTURE", 1, "no :62F:"],
  "self-provided/invalid_statement.sta": ["UNKNOWN_FORMAT", 1, "no bank file format"],
  "self-provided/multiline.sta": ["WRONG_STRUCTURE", 38, "field :61: stands outside"],
  "self-provided/raphaelm.sta": ["WRONG_STRUCTURE", 13, '"C020315DEM0,00"'],
};

/** Habits of the banks' that every entry has: no reference of its own, no entry date. */
const HABITS = new Set(["MISSING_REFERENCE", "MISSING_BOOKING_DATE"]);

describe.skipIf(!present)(`published MT940 statements${where}`, () => {
  it("have a stated outcome, each of them", () => {
    expect(allFiles()).toEqual([...Object.keys(READ), ...Object.keys(REFUSED)].sort());
  });

  it.each(Object.entries(READ))("%s", (name, { postable, findings }) => {
    const result = readBankFile(readFileSync(`${FOLDER}/${name}`));
    const counts: Record<string, number> = {};
    for (const { severity, code } of result.findings.filter((each) => !HABITS.has(each.code)))
      counts[`${severity} ${code}`] = (counts[`${severity} ${code}`] ?? 0) + 1;
    expect(counts).toEqual(findings);
    expect(result.file && postableEntries(result.file, result.findings)).toHaveLength(postable);
    expect(result.file?.format).toBe("MT940");
    expect(result.file && summaryOf(result.file)).toEqual(countedIn(text(name)));
  });

  it.each(Object.entries(REFUSED))("%s is refused with line and reason", (name, [code, line, said]) => {
    expect(readBankFile(readFileSync(`${FOLDER}/${name}`))).toMatchObject({
      file: null,
      findings: [{ severity: "REJECT_FILE", code, line, message: expect.stringContaining(said) }],
    });
  });

  it("have the amounts, dates and references that another library read of them", () => {
    for (const name of Object.keys(READ)) {
      const reading = transactionsOf(JSON.parse(text(`${name}.expected.json`)));
      // It makes the last of February of a thirtieth; here that is no date.
      const theirs = reading.map((each) => (name.endsWith("_wrapped.sta") ? each.with(1, "no date") : each));
      const ours = readBankFile(readFileSync(`${FOLDER}/${name}`)).file?.statements.flatMap((each) =>
        each.entries.map((entry) => [
          new Decimal(entry.amount ?? 0).times(entry.side === "CREDIT" ? 1 : -1).toFixed(2),
          entry.valueDate ?? "no date",
          entry.bankReference ?? "",
        ]),
      );
      expect([name, ours]).toEqual([name, theirs]);
    }
  });

  it("name payers, accounts and references where the text has them", () => {
    const [first] = entriesOf("betterplace/sepa_snippet.sta");
    expect(first).toMatchObject({
      bankReference: "0724710333343453",
      bankTransactionCode: "NTRF/166",
      details: [
        {
          endToEndId: "EndToEndId TFNR 22 004 00001",
          payerName: "KARL KAUFMANN",
          payerIban: "DE14508800500194785000",
          remittanceLines: ["Verw CTSc-01 BC-PPP TFNr 22 004"],
        },
      ],
    });
    const returned = entriesOf("betterplace/sepa_snippet.sta").find(
      (each) => each.bankReference === "0724710351063401",
    );
    expect(returned).toMatchObject({ side: "CREDIT", reversal: true, bankTransactionCode: "NTRF/159" });
  });
});

function entriesOf(name: string) {
  return (
    readBankFile(readFileSync(`${FOLDER}/${name}`)).file?.statements.flatMap((each) => each.entries) ?? []
  );
}

function allFiles(): string[] {
  return globSync("**/*.*", { cwd: FOLDER })
    .filter((name) => !/(?:^|\/)LICENSE|\.expected\.json$/.test(name))
    .sort();
}

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
    statements: file.statements.length,
    lines: entries.map((each) => each.line),
    credits: sum("CREDIT"),
    debits: sum("DEBIT"),
    balances: file.statements.map((each) => [each.openingBalance?.amount, each.closingBalance?.amount]),
  };
}

/** The same figures by plain text search. */
function countedIn(file: string) {
  const found = [...file.matchAll(/^:61:\d{6}(?:\d{4}| {4})?(R?[CD])[A-Z]?([\d,]+)/gm)];
  const amount = (written = "") => new Decimal(written.replace(",", ".").replace(/\.$/, ""));
  const sum = (mark: string) =>
    found
      .filter((match) => match[1] === mark)
      .reduce((s, match) => s.plus(amount(match[2])), new Decimal(0))
      .toFixed();
  const balances = (tag: string) =>
    [...file.matchAll(new RegExp(`^:${tag}[FM]:([CD])\\d{6}[A-Z]{3}([\\d,]+)`, "gm"))].map((match) =>
      amount(match[2])
        .times(match[1] === "D" ? -1 : 1)
        .toFixed(2),
    );
  const [openings, closings] = [balances("60"), balances("62")];
  return {
    statements: file.split(/^:20:/m).length - 1,
    lines: found.map((match) => file.slice(0, match.index).split("\n").length),
    credits: sum("C"),
    debits: sum("D"),
    balances: openings.map((opening, index) => [opening, closings[index]]),
  };
}

/** Signed amount, value date and bank reference of the entries, from the reading of the other library. */
function transactionsOf(reading: unknown): string[][] {
  const found = property(property(reading, "parsed"), "transactions");
  if (!Array.isArray(found)) return [];
  return found.map((each: unknown) => [
    new Decimal(String(property(property(each, "amount"), "amount"))).toFixed(2),
    String(property(each, "date")),
    String(property(each, "bank_reference") ?? "").replace("NONREF", ""),
  ]);
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
