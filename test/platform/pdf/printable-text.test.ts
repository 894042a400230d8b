import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  brokenLines,
  codeOf,
  LACKING,
  printable,
  wordsInVisualOrder,
} from "../../../src/platform/pdf/printable-text.rules.js";

const everyOneTenWide = (text: string) => 10 * [...text].length;

describe("text on paper", () => {
  it("has a box for each character that the font lacks, and tells which", () => {
    const lacking: string[] = [];
    const latin = (codePoint: number) => codePoint < 0x250;
    expect(printable("Acme 株式 é", latin, (character) => lacking.push(character))).toBe(
      `Acme ${LACKING}${LACKING} é`,
    );
    expect(lacking.map(codeOf)).toEqual(["U+682A", "U+5F0F"]);
  });

  it("has no line ends and no characters that turn the order round", () => {
    const printed = printable(
      "a\r\nb\tc\u202Ed\u0000",
      () => true,
      () => undefined,
    );
    expect(printed).toBe("a b cd ");
  });

  it("is broken at spaces, and what does not fit ends in an ellipsis", () => {
    expect(brokenLines("one two three", 80, 2, everyOneTenWide)).toEqual(["one two", "three"]);
    expect(brokenLines("one two three four five", 80, 2, everyOneTenWide)).toEqual(["one two", "three f…"]);
    expect(brokenLines("abcdefghijkl", 50, 3, everyOneTenWide)).toEqual(["abcde", "fghij", "kl"]);
    expect(brokenLines("", 50, 3, everyOneTenWide)).toEqual([""]);
  });

  it("of any kind is never wider than its line, and loses nothing but spaces unless it is cut", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "株", "😀"), maxLength: 60 });
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 1, max: 30 }),
        (given, width, most) => {
          const lines = brokenLines(given, width * 10, most, everyOneTenWide);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) {
            expect(everyOneTenWide(line.trimEnd())).toBeLessThanOrEqual(width * 10);
            expect(line.isWellFormed()).toBe(true);
          }
          const isCut = lines.at(-1)?.endsWith("…");
          if (!isCut) expect(lines.join("").replaceAll(" ", "")).toBe(given.replaceAll(" ", ""));
        },
      ),
    );
  });

  it("from right to left has its words turned round, and other words stay", () => {
    expect(wordsInVisualOrder("plain words")).toBeNull();
    expect(wordsInVisualOrder("אבג דהו")).toEqual(["דהו", "אבג"]);
    expect(wordsInVisualOrder("Acme אבג 12 דהו Ltd")).toEqual(["Acme", "דהו", "12", "אבג", "Ltd"]);
  });
});
