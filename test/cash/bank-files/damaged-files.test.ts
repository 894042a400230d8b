import { randomFillSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRejected, postableEntries, readBankFile } from "../../../src/cash/bank-files/index.js";
import { Decimal } from "../../../src/platform/money.js";
import { bai2, mt940, type PlainStatement, PRINTED, printed } from "./printed-files.js";

const STATEMENT: PlainStatement = {
  account: "123456789",
  currency: "EUR",
  date: "2026-01-02",
  opening: 100_000,
  entries: [
    { amount: 119_000, side: "CREDIT", bankReference: "B1", endToEndId: "E1", text: ["Invoice INV-00017"] },
    {
      amount: 45_50,
      side: "DEBIT",
      bankReference: "B2",
      valueDate: "2025-12-31",
      text: ["Größe", "of two lines"],
    },
    { amount: 30_000, side: "DEBIT", reversal: true, bankReference: "B3", text: ["Returned"] },
    { amount: 1, side: "CREDIT", text: ["A cent"] },
  ],
};
const OTHER: PlainStatement = { ...STATEMENT, account: "987654321", opening: -500 };

/** Cut anywhere, these hold no statement that is whole; messages of SWIFT's do that follow on each other. */
const INDIVISIBLE: readonly Buffer[] = [
  ...PRINTED.map((format) => printed(format, STATEMENT)),
  Buffer.from(bai2([STATEMENT, OTHER])),
];
const FILES: readonly Buffer[] = [...INDIVISIBLE, Buffer.from(mt940(STATEMENT, OTHER))];
const files = fc.constantFrom(...FILES);
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** What every file must be after reading: refused without an entry to post, or with entries that its totals prove. */
function expectSafe(content: Buffer): void {
  const { file, findings } = readBankFile(content);
  for (const { message } of findings) expect(message.length).toBeGreaterThan(20);
  if (!file) {
    expect(findings.map(({ severity }) => severity)).toEqual(["REJECT_FILE"]);
    return;
  }
  const postable = postableEntries(file, findings);
  if (isRejected(findings)) expect(postable).toEqual([]);
  for (const entry of postable) {
    expect(entry.status).toBe("BOOKED");
    expect(new Decimal(entry.amount ?? 0).gt(0)).toBe(true);
    expect(entry.bookingDate ?? entry.valueDate).not.toBeNull();
  }
}

describe("a damaged file of any format is read or refused, and nothing else", () => {
  it("with bytes changed", () => {
    const change = fc.record({ at: share, byte: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(files, fc.array(change, { minLength: 1, maxLength: 8 }), (whole, changes) => {
        const content = Buffer.from(whole);
        for (const { at, byte } of changes) content[Math.floor(at * (content.length - 1))] = byte;
        expectSafe(content);
      }),
      { numRuns: 1_000 },
    );
  });

  it("with lines repeated, lost or swapped", () => {
    const edit = fc.record({
      kind: fc.constantFrom("repeat", "lose", "swap"),
      at: fc.nat(99),
      to: fc.nat(99),
    });
    fc.assert(
      fc.property(files, fc.array(edit, { minLength: 1, maxLength: 4 }), (whole, edits) => {
        const lines = whole.toString("utf8").split("\n");
        for (const { kind, at, to } of edits) edited(lines, kind, at % lines.length, to % lines.length);
        expectSafe(Buffer.from(lines.join("\n")));
      }),
      { numRuns: 1_000 },
    );
  });

  it("with the ends of two files, or with pieces in other encodings", () => {
    fc.assert(
      fc.property(
        files,
        files,
        share,
        share,
        fc.constantFrom<BufferEncoding>("utf8", "latin1", "utf16le"),
        (one, other, at, from, encoding) => {
          const head = one.subarray(0, Math.floor(at * one.length));
          const tail = other.subarray(Math.floor(from * other.length)).toString("utf8");
          expectSafe(Buffer.concat([head, Buffer.from(tail, encoding)]));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("made of anything, behind the start of a file or of nothing", () => {
    const starts = [
      "",
      ":20:R\n",
      "{1:F01X}{2:O940X}{4:\n:20:R\n:25:1\n",
      "01,1,2,260302,0600,1,,,2/\n",
      ":20:R\n:25:1\n:61:",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, bytes) => {
        const content = Buffer.concat([Buffer.from(start), Buffer.from(bytes)]);
        expectSafe(content);
        const { file, findings } = readBankFile(content);
        if (file) expect(postableEntries(file, findings)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("what fails its control totals is not posted", () => {
  const PROVEN = FILES.filter((content) => !/camt\.05[24]/.test(content.toString("utf8")));

  it("cut at any byte: refused, unless nothing but the end's frame is missing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...INDIVISIBLE), share, (whole, at) => {
        const text = whole.toString("latin1");
        // A message of SWIFT's may end with the file; a report without balances does so with any of its entries.
        const isReport = text.startsWith(":20:REPORT");
        const end = isReport
          ? text.indexOf(":61:")
          : Math.max(text.lastIndexOf(":62F:"), 0) || text.trimEnd().length;
        const { file, findings } = readBankFile(whole.subarray(0, Math.floor(at * (end - 2))));
        expect(file === null || isRejected(findings) || postableEntries(file, findings).length === 0).toBe(
          true,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it("with an entry left out, doubled, or another amount in it", () => {
    const change = fc.constantFrom("leave out", "double", "change");
    fc.assert(
      fc.property(
        fc.constantFrom(...PRINTED),
        change,
        fc.nat(3),
        fc.integer({ min: 1, max: 999 }),
        (format, kind, at, by) => {
          const content = printed(format, STATEMENT).toString("utf8");
          const changed = withEntry(content, kind, at, by);
          const { file, findings } = readBankFile(Buffer.from(changed));
          expect(file === null || isRejected(findings)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("and what is left of it: every other file of these is taken", () => {
    for (const content of PROVEN) expect(isRejected(readBankFile(content).findings)).toBe(false);
  });
});

describe("a huge file of garbage is refused within seconds", () => {
  const LIMIT = 100 * 1024 * 1024;
  const noise = randomFillSync(Buffer.alloc(1024 * 1024));
  const filled = (start: string, piece: Buffer | string): Buffer => {
    const content = Buffer.alloc(LIMIT, piece);
    content.write(start, "latin1");
    return content;
  };

  it.each([
    ["random bytes", () => filled("", noise)],
    ["random bytes behind the start of an MT940", () => filled(":20:R\r\n:25:1\r\n", noise)],
    ["random bytes behind the start of a BAI2 report", () => filled("01,1,2,260302,0600,1,,,2/\n", noise)],
    ["one endless line", () => filled(":20:", "A")],
    ["empty lines behind the start of an MT940", () => filled(":20:R\n:25:1\n", "\n")],
    [
      "lines of text behind the start of an MT940",
      () => filled(":20:R\n:25:1\n:86:", "question?20mark/REMI/\n"),
    ],
    [
      "question marks behind :86:",
      () =>
        filled(
          ":20:R\n:25:1\n:60F:C260302EUR0,\n:61:260302C1,NTRFX\n:86:166?",
          "?20".repeat(900).concat("\n"),
        ),
    ],
    [
      "commas behind an account",
      () =>
        filled("01,1,2,260302,0600,1,,,2/\n02,1,2,1,260302,,,2/\n03,1,,", ",".repeat(3000).concat("\n88,")),
    ],
    [
      "details without end",
      () => filled("01,1,2,260302,0600,1,,,2/\n02,1,2,1,260302,,,2/\n03,1,,/\n", "16,165,1,,B,C,T/\n"),
    ],
    [
      "statement lines without end",
      () => filled(":20:R\n:25:1\n:60F:C260302EUR0,\n", ":61:2603020302C1,NTRFX//Y\n"),
    ],
  ])("%s", (_what, make) => {
    const content = make();
    const begun = performance.now();
    const { file, findings } = readBankFile(content);
    expect(performance.now() - begun).toBeLessThan(30_000);
    expect(file === null || isRejected(findings)).toBe(true);
  });
});

function edited(lines: string[], kind: string, at: number, to: number): void {
  const line = lines[at] ?? "";
  if (kind === "repeat") lines.splice(to, 0, line);
  else if (kind === "lose") lines.splice(at, 1);
  else {
    lines[at] = lines[to] ?? "";
    lines[to] = line;
  }
}

/** The file with its nth entry left out, doubled, or of another amount. */
function withEntry(content: string, kind: string, at: number, by: number): string {
  const shape = /<Ntry>.*<\/Ntry>|:61:[^\r]*(?:\r\n(?!:61:|:62|:90)[^\r]*)*|16,.*(?:\n88,.*)*/g;
  const found = [...content.matchAll(shape)][at];
  if (!found) throw new Error(`the file has no entry ${at}`);
  const [entry] = found;
  const before = content.slice(0, found.index);
  const after = content.slice(found.index + entry.length).replace(/^\r?\n/, "");
  const end = content.includes("\r\n") ? "\r\n" : "\n";
  if (kind === "leave out") return before + after;
  if (kind === "double") return before + entry + end + entry + end + after;
  const amount = /(?<=<Amt Ccy="EUR">|:61:\d{10}(?:R?[CD]))\d+|(?<=^16,\d{3},)\d+/.exec(entry);
  if (!amount) throw new Error("the entry has no amount");
  const changed = String(Number(amount[0]) + by);
  return (
    before +
    entry.slice(0, amount.index) +
    changed +
    entry.slice(amount.index + amount[0].length) +
    end +
    after
  );
}
