import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAdviceFile } from "../../../src/cash/advices/index.js";
import { type EdifactStyle, printEdifact } from "../../support/advice-files/edifact-file.js";
import { plainAdvices } from "../../support/advice-files/plain-advice.js";
import { expectedOf, viewOf } from "./advice-views.js";

const SAMPLE = `UNA:+,? '
UNB+UNOC:3+4012345000009:14+4098765000004:14+260302:0915+8891'
UNH+1+REMADV:D:96A:UN:EAN003'
BGM+481+ZA-2026-118+9'
DTM+137:20260227:102'
DTM+138:202603021200:203'
RFF+PQ:E2E-5531'
RFF+AAB:X1'
PAI+::42'
FII+PB+DE89370400440532013000:K?+L Handels GmbH+COBADEFFXXX:25:5'
FII+BF+DE02120300000000202051'
NAD+PR+4012345000009::9++K?+L Handels GmbH:Filiale West+Hafenstr. 1+Kiel++24103+DE'
RFF+VA:DE123456789'
NAD+PE+4098765000004::9'
CUX+2:EUR:11'
DOC+380+R?:2026?'17'
MOA+9:1190,00'
MOA+52:23,80'
MOA+12:1156,20'
DTM+137:20260115:102'
RFF+ON:B-77'
AJT+29+1'
MOA+165:10,00'
FTX+ABO+++Bruch:zwei Kartons'
DOC+381+G-9'
MOA+12:56,20'
UNS+S'
MOA+12:1100,00'
UNT+27+1'
UNZ+1+8891'
`;

async function codes(text: string) {
  const { findings } = await readAdviceFile(Buffer.from(text));
  return findings.map(({ severity, code, line }) => `${severity} ${code} ${line}`);
}

describe("what was printed as EDIFACT REMADV", () => {
  const style: fc.Arbitrary<EdifactStyle> = fc.record({
    una: fc.boolean(),
    decimal: fc.constantFrom("." as const, "," as const),
    lineBreaks: fc.boolean(),
    version: fc.constantFrom("96A" as const, "01B" as const),
  });

  it("is read back, whatever its separators and version, with netted credit notes below zero", async () => {
    await fc.assert(
      fc.asyncProperty(plainAdvices, style, async (advices, each) => {
        const { file, findings } = await readAdviceFile(Buffer.from(printEdifact(advices, each)));
        const told = findings.filter(({ code }) => code !== "AMOUNTS_READ_ANEW");
        expect(told).toEqual([]);
        // The gross amount of a credit note stays as it is written.
        const expected = advices.map(expectedOf).map(({ lines, ...rest }) => ({
          ...rest,
          lines: lines.map((line) => ({ ...line, gross: line.gross?.replace("-", "") })),
        }));
        expect(file?.advices.map(viewOf)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a REMADV", () => {
  it("gives payment, parties, documents, discounts and adjustments with their lines", async () => {
    const { file, findings } = await readAdviceFile(Buffer.from(SAMPLE));
    expect(findings.map(({ code }) => code)).toEqual(["AMOUNTS_READ_ANEW"]);
    expect(file).toMatchObject({ format: "EDIFACT_REMADV", version: "D.96A", messageId: "8891" });
    expect(file?.advices).toEqual([
      {
        index: 0,
        line: 3,
        number: "ZA-2026-118",
        paymentReferences: [{ type: "PQ", value: "E2E-5531", line: 7 }],
        otherReferences: [{ type: "AAB", value: "X1", line: 8 }],
        payer: {
          name: "K+L Handels GmbH Filiale West",
          identifiers: [
            { qualifier: "9", value: "4012345000009" },
            { qualifier: "VA", value: "DE123456789" },
          ],
          account: "DE89370400440532013000",
          routing: "COBADEFFXXX",
        },
        payee: {
          name: null,
          identifiers: [{ qualifier: "9", value: "4098765000004" }],
          account: "DE02120300000000202051",
          routing: null,
        },
        method: "WIRE",
        paidOn: "2026-03-02",
        currency: "EUR",
        total: "1100.00",
        text: null,
        lines: [
          {
            index: 0,
            line: 16,
            reference: "R:2026'17",
            referenceType: "INVOICE",
            otherReferences: [{ type: "ON", value: "B-77", line: 21 }],
            paid: "1156.20",
            gross: "1190.00",
            discount: "23.80",
            adjustments: [{ reasonCode: "29", amount: "-10.00", text: null }],
            documentDate: "2026-01-15",
            text: "Bruch zwei Kartons",
          },
          {
            index: 1,
            line: 25,
            reference: "G-9",
            referenceType: "CREDIT_MEMO",
            otherReferences: [],
            paid: "-56.20",
            gross: null,
            discount: null,
            adjustments: [],
            documentDate: null,
            text: null,
          },
        ],
      },
    ]);
  });

  it("with a wrong number of segments is told; with lines that miss the payment too, it is quarantined", async () => {
    expect(await codes(SAMPLE.replace("UNT+27", "UNT+30"))).toContain("WARN SEGMENT_COUNT 3");
    const short = SAMPLE.replace("UNT+27", "UNT+30").replace("MOA+12:1100,00", "MOA+12:1700,00");
    expect(await codes(short)).toContain("QUARANTINE_ENTRY LINES_MISMATCH 3");
  });

  it.each([
    ["without its UNZ", SAMPLE.replace(/UNZ.*\n/, ""), "TRUNCATED 2"],
    ["without its UNT", SAMPLE.replace(/UNT.*\n/, ""), "TRUNCATED 29"],
    ["cut inside a segment", SAMPLE.slice(0, SAMPLE.indexOf("UNS") + 2), "TRUNCATED 27"],
    ["with another reference in UNT", SAMPLE.replace("UNT+27+1", "UNT+27+2"), "CONTROL_TOTAL_MISMATCH 29"],
    ["with another reference in UNZ", SAMPLE.replace("UNZ+1+8891", "UNZ+1+88"), "CONTROL_TOTAL_MISMATCH 30"],
    ["with a wrong count in UNZ", SAMPLE.replace("UNZ+1", "UNZ+2"), "CONTROL_TOTAL_MISMATCH 30"],
    ["that is another message", SAMPLE.replace("REMADV", "INVOIC"), "OTHER_MESSAGE 3"],
    ["with something that is no segment", SAMPLE.replace("BGM+", "B M+"), "WRONG_STRUCTURE 4"],
  ])("%s is refused", async (_, text, outcome) => {
    expect(await codes(text)).toEqual([`REJECT_FILE ${outcome}`]);
  });
});
