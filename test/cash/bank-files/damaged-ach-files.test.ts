import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lockboxFile } from "../../../seeds/bank-files/lockbox-file.js";
import { nachaFile } from "../../../seeds/bank-files/nacha-file.js";
import {
  BankFileError,
  detectFormat,
  postableEntries,
  readBankFile,
} from "../../../src/cash/bank-files/index.js";
import { batches, lockboxes } from "./written-files.js";

describe("a damaged ACH or lockbox file is read or refused, and posts nothing when its totals fail", () => {
  const files = fc.oneof(
    batches.map((written) => nachaFile({ created: "260302", batches: written })),
    lockboxes.map((written) => lockboxFile("260302", written)),
  );

  it("with lines lost, doubled or swapped", () => {
    const edit = fc.record({
      kind: fc.constantFrom("lose", "double", "swap"),
      at: fc.nat(60),
      to: fc.nat(60),
    });
    fc.assert(
      fc.property(files, edit, (content, { kind, at, to }) => {
        const lines = content
          .toString("latin1")
          .split("\n")
          .slice(0, -1)
          .filter((line) => !/^9{20}/.test(line));
        const [from, other] = [at % lines.length, to % lines.length];
        const line = lines[from] ?? "";
        if (kind === "lose") lines.splice(from, 1);
        if (kind === "double") lines.splice(from, 0, line);
        if (kind === "swap") [lines[from], lines[other]] = [lines[other] ?? "", line];
        const posted = outcome(Buffer.from(`${lines.join("\n")}\n`));
        // Swapping may leave everything as it was, but no other edit does.
        if (kind !== "swap") expect(posted).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it("with bytes changed: what is posted is what the totals prove", () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    fc.assert(
      fc.property(files, fc.array(change, { minLength: 1, maxLength: 4 }), (content, changes) => {
        const total = sumOf(content);
        for (const { at, byte } of changes) content[Math.floor(at * (content.length - 1))] = byte;
        expect(sumOf(content)).toBeLessThanOrEqual(total);
      }),
      { numRuns: 400 },
    );
  });

  it("cut anywhere before its last record", () => {
    fc.assert(
      fc.property(files, fc.double({ min: 0, max: 1, noNaN: true }), (content, share) => {
        const last = content.toString("latin1").search(/\n9(?!9{20})/);
        expect(outcome(content.subarray(0, Math.floor(share * last)))).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it("in a time that grows with its length alone, also when it is nothing but garbage", () => {
    const time = (kilobytes: number) => {
      const lines = Buffer.alloc(kilobytes * 1024, `${"6".padEnd(94, "7")}\n`);
      const blob = Buffer.alloc(kilobytes * 1024, "101 231380104 121042882260302");
      const start = performance.now();
      outcome(lines);
      outcome(blob);
      return performance.now() - start;
    };
    time(64);
    const [small, large] = [time(512), time(8_192)];
    expect(large).toBeLessThan(Math.max(small, 20) * 16 * 6);
  });

  function sumOf(content: Buffer): number {
    const { file, findings } = readBankFile(content);
    const entries = file ? postableEntries(file, findings) : [];
    return entries.reduce((sum, entry) => sum + Number(entry.amount?.replace(".", "") ?? 0), 0);
  }

  /** How many entries would be posted; anything thrown but the typed error fails the test. */
  function outcome(content: Buffer): number {
    try {
      detectFormat(content).parse(content);
    } catch (error) {
      if (!(error instanceof BankFileError)) throw error;
    }
    const { file, findings } = readBankFile(content);
    return file ? postableEntries(file, findings).length : 0;
  }
});
