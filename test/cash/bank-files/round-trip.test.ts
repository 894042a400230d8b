import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postableEntries, readBankFile } from "../../../src/cash/bank-files/index.js";
import { type PlainEntry, type PlainStatement, PRINTED, printed } from "./printed-files.js";

/** A reference; begins as none of the words that stand for no reference. */
const word = (most: number) => fc.stringMatching(new RegExp(`^[A-D][A-Z0-9]{2,${most - 1}}$`));
const sentence = fc
  .array(fc.stringMatching(/^[A-Za-zÄÖÜäöüß][A-Za-z0-9.äöü]{0,8}$/), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(" "));

const entries = fc.uniqueArray(
  fc.record(
    {
      amount: fc.integer({ min: 1, max: 99_999_999_99 }),
      side: fc.constantFrom("CREDIT" as const, "DEBIT" as const),
      reversal: fc.boolean(),
      valueDate: fc.constantFrom("2025-12-30", "2025-12-31", "2026-01-02", "2026-01-05"),
      bankReference: word(16),
      endToEndId: word(16),
      text: fc.array(sentence, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ["amount", "side", "valueDate", "bankReference", "text"] },
  ),
  { maxLength: 12, selector: (entry) => entry.bankReference },
);

const statements: fc.Arbitrary<PlainStatement> = fc.record({
  account: fc.stringMatching(/^[1-9][0-9]{5,12}$/),
  currency: fc.constantFrom("EUR", "USD", "GBP"),
  date: fc.constantFrom("2025-12-31", "2026-01-02"),
  opening: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  entries,
});

describe("a statement that is printed and read again", () => {
  it.each(PRINTED)("has the same entries in %s, and all of them may be posted", (format) => {
    fc.assert(
      fc.property(statements, (statement) => {
        const { file, findings } = readBankFile(printed(format, statement));
        expect(findings.filter((finding) => finding.severity !== "WARN")).toEqual([]);
        expect(file?.format).toBe(format);
        const [read] = file?.statements ?? [];
        expect(read?.account).toEqual({ other: statement.account });
        expect(read?.currency).toBe(statement.currency);
        expect(read?.entries.map(plain)).toEqual(
          statement.entries.map((entry) => expected(entry, statement)),
        );
        expect(file && postableEntries(file, findings)).toHaveLength(statement.entries.length);
      }),
      { numRuns: 150 },
    );
  });

  it("has the same keys in an intraday report and in the statement that follows it", () => {
    fc.assert(
      fc.property(statements, (statement) => {
        const keysIn = (format: (typeof PRINTED)[number]) =>
          readBankFile(printed(format, statement)).file?.statements.flatMap((each) =>
            each.entries.map((entry) => entry.reference),
          );
        const keys = keysIn("CAMT_053");
        for (const format of PRINTED) expect([format, keysIn(format)]).toEqual([format, keys]);
      }),
      { numRuns: 50 },
    );
  });
});

function expected(entry: PlainEntry, { date, currency }: PlainStatement) {
  return {
    amount: `${Math.floor(entry.amount / 100)}.${String(entry.amount % 100).padStart(2, "0")}`,
    currency,
    side: entry.side,
    reversal: entry.reversal ?? false,
    status: "BOOKED",
    bookingDate: date,
    valueDate: entry.valueDate,
    bankReference: entry.bankReference,
    endToEndId: entry.endToEndId,
    text: entry.text,
  };
}

type ReadEntry = NonNullable<
  ReturnType<typeof readBankFile>["file"]
>["statements"][number]["entries"][number];

function plain({ amount, currency, side, reversal, status, bookingDate, valueDate, ...entry }: ReadEntry) {
  return {
    ...{ amount, currency, side, reversal, status, bookingDate, valueDate },
    bankReference: entry.bankReference,
    endToEndId: entry.details[0]?.endToEndId,
    text: entry.details[0]?.remittanceLines,
  };
}
