import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BankFileError, detectFormat, validateBankFile } from "../../../src/cash/bank-files/index.js";
import { fixture } from "./statement-files.js";

const valid = { "02": fixture("02"), "08": fixture("08") };
const files = fc.constantFrom("02" as const, "08" as const);

/** Reads the file, or says with which typed error it was refused; anything else that is thrown fails the test. */
function outcome(content: Buffer): string {
  try {
    const file = detectFormat(content).parse(content);
    validateBankFile(file);
    return "read";
  } catch (error) {
    if (error instanceof BankFileError && error.message.length > 20) return error.code;
    throw error;
  }
}

describe("a damaged statement is read or refused, and nothing else", () => {
  it("with bytes changed", () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    fc.assert(
      fc.property(files, fc.array(change, { minLength: 1, maxLength: 8 }), (name, changes) => {
        const content = Buffer.from(valid[name]);
        for (const { at, byte } of changes) content[Math.floor(at * (content.length - 1))] = byte;
        outcome(content);
      }),
      { numRuns: 1_500 },
    );
  });

  it("cut at any byte: refused, unless only the last line break is missing", () => {
    fc.assert(
      fc.property(files, fc.double({ min: 0, max: 1, noNaN: true }), (name, share) => {
        const whole = valid[name];
        const length = Math.floor(share * whole.toString("latin1").trimEnd().length);
        const cut = whole.subarray(0, length);
        if (length < whole.toString("latin1").trimEnd().length) expect(outcome(cut)).not.toBe("read");
      }),
      { numRuns: 500 },
    );
  });

  it("with lines repeated, lost or swapped", () => {
    const edit = fc.record({
      kind: fc.constantFrom("repeat", "lose", "swap"),
      at: fc.nat(400),
      to: fc.nat(400),
    });
    fc.assert(
      fc.property(files, fc.array(edit, { minLength: 1, maxLength: 4 }), (name, edits) => {
        const lines = valid[name].toString("utf8").split("\n");
        for (const { kind, at, to } of edits) edited(lines, kind, at % lines.length, to % lines.length);
        outcome(Buffer.from(lines.join("\n")));
      }),
      { numRuns: 1_000 },
    );
  });

  it("made of anything", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(outcome(Buffer.from(bytes))).not.toBe("read");
      }),
      { numRuns: 500 },
    );
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
