import { describe, expect, it } from "vitest";
import { referencesIn } from "../../../src/cash/bank-files/index.js";

const words = (...remittanceLines: string[]) => referencesIn({ remittanceLines, structuredReferences: [] });

describe("candidates for document numbers in a remittance", () => {
  it.each([
    ["Invoice INV-2026-0101, INV-2026-0102", ["INV-2026-0101", "INV-2026-0102"]],
    ["Rechnung 2024/117 (Kd. 5512)", ["2024/117", "5512"]],
    ["/REMI/INV-1/EREF/X9", ["INV-1", "X9"]],
    ["#1001; ref:1002.", ["1001", "1002"]],
    ["thank you", []],
    ["0000123 0000123", ["0000123"]],
    ["9".repeat(36), []],
  ])("%s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("begin with the structured references, as written", () => {
    const detail = {
      remittanceLines: ["INV-2 INV-1"],
      structuredReferences: [
        { type: "CINV", reference: "INV-1" },
        { type: "SCOR", reference: "RF18 5390" },
      ],
    };
    expect(referencesIn(detail)).toEqual(["INV-1", "RF18 5390", "INV-2"]);
  });

  it("include a number that was cut at the end of a full line, whole", () => {
    expect(words("payment of our open invoices INV-20", "26-0101 and thanks")).toContain("INV-2026-0101");
    expect(words("short line INV-20", "26-0101")).not.toContain("INV-2026-0101");
  });
});
