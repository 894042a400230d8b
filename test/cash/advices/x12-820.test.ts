import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAdviceFile, readX12Advice } from "../../../src/cash/advices/index.js";
import { businessDate } from "../../../src/platform/business-date.js";
import { plainAdvices } from "../../support/advice-files/plain-advice.js";
import { PLAIN_X12, printX12, type X12Style } from "../../support/advice-files/x12-file.js";
import { expectedOf, viewOf } from "./advice-views.js";

/** A bare set around the given segments; the count of the SE is right. */
function bare(...segments: string[]): string {
  return [...["ST*820*0001", ...segments], `SE*${segments.length + 2}*0001`].join("~\n").concat("~\n");
}

const BPR = "BPR*C*150*C*ACH*CTX*01*011000015*DA*4711*1234567890**01*021000021*DA*815*20260302";
const TRN = "TRN*1*T-77*1234567890";

function read(...segments: string[]) {
  const { file, findings } = readX12Advice(bare(...segments), 1);
  return { advice: file?.advices[0], codes: findings.map(({ severity, code }) => `${severity} ${code}`) };
}

function refusal(text: string): string {
  const { file, findings } = readX12Advice(text, 1);
  expect(file).toBeNull();
  return findings.map(({ severity, code, line }) => `${severity} ${code} ${line}`).join();
}

describe("what was printed as X12 820", () => {
  const style: fc.Arbitrary<X12Style> = fc
    .record({
      element: fc.constantFrom("*", "|", "^", "\u001d"),
      component: fc.constantFrom(":", ">"),
      terminator: fc.constantFrom("~", "~\n", "~\r\n", "\n", "\r\n", "\\", "\u001c"),
      wrap: fc.constantFrom(0, 0, 80, 37),
      bare: fc.boolean(),
    })
    .map((each) => (/[\r\n]/.test(each.terminator) ? { ...each, wrap: 0 } : each));

  it("is read back, whatever its separators, wraps and envelopes", async () => {
    await fc.assert(
      fc.asyncProperty(plainAdvices, style, async (advices, each) => {
        const { file, findings } = await readAdviceFile(Buffer.from(printX12(advices, each)));
        expect(findings).toEqual([]);
        expect(file?.advices.map(viewOf)).toEqual(advices.map(expectedOf));
      }),
      { numRuns: 200 },
    );
  });
});

describe("an 820", () => {
  it("gives who pays whom, how, when and by which references", () => {
    const { advice } = read(
      BPR,
      "NTE*PMT*MARCH RUN",
      TRN,
      "CUR*PR*USD",
      "REF*CK*00123",
      "REF*VV*V9",
      "N1*PR*BUYER INC*1*006999999",
      "N3*1 MAIN ST",
      "REF*AP*77",
      "N1*PE*SELLER LLC",
      "ENT*1",
      "RMR*IV*A-1**150",
    );
    expect(advice).toMatchObject({
      number: "T-77",
      paymentReferences: [
        { type: "TRN", value: "T-77", line: 4 },
        { type: "CK", value: "00123", line: 6 },
      ],
      otherReferences: [{ type: "VV", value: "V9", line: 7 }],
      payer: {
        name: "BUYER INC",
        account: "4711",
        routing: "011000015",
        identifiers: [
          { qualifier: "BPR10", value: "1234567890" },
          { qualifier: "TRN03", value: "1234567890" },
          { qualifier: "1", value: "006999999" },
          { qualifier: "AP", value: "77" },
        ],
      },
      payee: { name: "SELLER LLC", account: "815", routing: "021000021" },
      method: "ACH",
      paidOn: "2026-03-02",
      currency: "USD",
      total: "150.00",
      text: "MARCH RUN",
    });
  });

  it("gives a line its own references, dates, items, allowances and adjustments", () => {
    const { advice, codes } = read(
      BPR,
      TRN,
      "ENT*1*2L*91*SHOP 4",
      "RMR*IV*A-1**150*200*20",
      "NTE*INV*DAMAGED",
      "REF*PO*P-1",
      "DTM*003*20260114",
      "IT1*1*10*EA*5**VP*ART-9",
      "SAC*A*C310***1234",
      "ADX*-30*01*CM*D-8",
    );
    expect(codes).toEqual([]);
    expect(advice?.lines).toEqual([
      {
        index: 0,
        line: 5,
        reference: "A-1",
        referenceType: "INVOICE",
        otherReferences: [
          { type: "91", value: "SHOP 4", line: 4 },
          { type: "PO", value: "P-1", line: 7 },
          { type: "VP", value: "ART-9", line: 9 },
          { type: "CM", value: "D-8", line: 11 },
        ],
        paid: "150",
        gross: "200",
        discount: "20",
        adjustments: [{ reasonCode: "01", amount: "-30", text: null }],
        documentDate: "2026-01-14",
        text: "DAMAGED\nallowance C310 12.34",
      },
    ]);
  });

  it("counts an adjustment before the first remittance as money of its own", () => {
    const { advice, codes } = read(BPR, TRN, "ENT*1", "ADX*-25*CS*ZZ*FEE", "ADX*-5*01", "RMR*IV*A-1**180");
    expect(codes).toEqual([]);
    expect(
      advice?.lines.map(({ referenceType, reference, paid }) => [referenceType, reference, paid]),
    ).toEqual([
      ["ADJUSTMENT", "FEE", "-25"],
      ["ADJUSTMENT", null, "-5"],
      ["INVOICE", "A-1", "180"],
    ]);
  });

  it("takes a credit memo without a minus off the payment when the total bears it out, and says so", () => {
    const { advice, codes } = read(BPR, TRN, "RMR*IV*A-1**200", "RMR*CM*C-1**50");
    expect(advice?.lines.map(({ paid }) => paid)).toEqual(["200", "-50"]);
    expect(codes).toEqual(["WARN AMOUNTS_READ_ANEW"]);
  });

  it("takes adjustments off lines that are written before them when the total bears it out, and says so", () => {
    const { advice, codes } = read(BPR, TRN, "RMR*IV*A-1**100", "ADX*-20*01", "RMR*IV*A-2**70");
    expect(advice?.lines.map(({ paid }) => paid)).toEqual(["80", "70"]);
    expect(codes).toEqual(["WARN AMOUNTS_READ_ANEW"]);
  });

  it("completes a line that states its gross amount and discount only", () => {
    const { advice } = read(BPR, TRN, "RMR*IV*A-1***160*10");
    expect(advice?.lines[0]?.paid).toBe("150");
  });

  it("keeps lines that do not sum to the payment and tells the difference", () => {
    const { file, findings } = readX12Advice(bare(BPR, TRN, "RMR*IV*A-1**149.99"), 1);
    expect(file?.advices).toHaveLength(1);
    expect(findings).toMatchObject([
      {
        severity: "WARN",
        code: "LINES_MISMATCH",
        message: expect.stringContaining("150, its lines sum to 149.99 (difference 0.01)"),
      },
    ]);
  });

  it("is quarantined when its segments are miscounted and its lines miss the payment", () => {
    const text = bare(BPR, TRN, "RMR*IV*A-1**100").replace("SE*5", "SE*6");
    const { findings } = readX12Advice(text, 1);
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      "QUARANTINE_ENTRY LINES_MISMATCH",
      "WARN SEGMENT_COUNT",
    ]);
  });

  it.each([
    ["an amount that is none", BPR.replace("*150*", "*1,50*"), "INVALID_AMOUNT"],
    ["a day that is none", BPR.replace("20260302", "20260230"), "INVALID_DATE"],
    ["a payment below zero", BPR.replace("*150*", "*-150*"), "NEGATIVE_TOTAL"],
  ])("with %s is quarantined", (_, payment, code) => {
    const { codes } = read(payment, TRN, "RMR*IV*A-1**150");
    expect(codes).toContain(`QUARANTINE_ENTRY ${code}`);
  });

  it("in an unknown currency, or with more decimals than its currency has, is quarantined", () => {
    expect(read(BPR, TRN, "CUR*PR*QQQ", "RMR*IV*A-1**150").codes).toEqual([
      "QUARANTINE_ENTRY UNKNOWN_CURRENCY",
    ]);
    expect(read(BPR, TRN, "CUR*PR*JPY", "RMR*IV*A-1**149.5", "RMR*IV*A-2**0.5").codes).toEqual([
      "QUARANTINE_ENTRY TOO_MANY_DECIMALS",
      "QUARANTINE_ENTRY TOO_MANY_DECIMALS",
    ]);
  });

  it("counts lines from where its text stands in the file around it", () => {
    const { file } = readX12Advice(bare(BPR, TRN, "RMR*IV*A-1**150"), 700);
    expect(file?.advices[0]).toMatchObject({ line: 700, lines: [{ line: 703 }] });
  });
});

describe("an X12 file is refused", () => {
  const whole = printX12(
    [
      {
        number: "91",
        payer: "P",
        payerId: "1",
        payee: "S",
        currency: "USD",
        paidOn: businessDate("2026-03-02"),
        lines: [
          {
            reference: "A-1",
            type: "INVOICE",
            gross: "10.00",
            discount: "0.00",
            deduction: "0.00",
            date: businessDate("2026-01-01"),
            text: "",
          },
        ],
      },
    ],
    PLAIN_X12,
  );

  it.each([
    ["without its IEA", whole.replace(/IEA.*\n/, ""), "TRUNCATED 1"],
    ["without its GE", whole.replace(/GE\*.*\n/, ""), "TRUNCATED 15"],
    ["without its SE", whole.replace(/SE\*.*\n/, ""), "TRUNCATED 14"],
    ["cut inside a segment", whole.slice(0, whole.indexOf("RMR") + 9), "TRUNCATED 11"],
    [
      "with another control number in SE",
      whole.replace(/(SE\*\d+\*)0001/, "$10002"),
      "CONTROL_TOTAL_MISMATCH 14",
    ],
    ["with another control number in GE", whole.replace("GE*1*7", "GE*1*8"), "CONTROL_TOTAL_MISMATCH 15"],
    [
      "with another control number in IEA",
      whole.replace("IEA*1*000000007", "IEA*1*000000008"),
      "CONTROL_TOTAL_MISMATCH 16",
    ],
    ["with a wrong count in GE", whole.replace("GE*1*7", "GE*2*7"), "CONTROL_TOTAL_MISMATCH 15"],
    ["with a wrong count in IEA", whole.replace("IEA*1*", "IEA*2*"), "CONTROL_TOTAL_MISMATCH 16"],
    ["with a segment outside its sets", whole.replace("GE*1*7", "RMR*IV*B~\nGE*1*7"), "WRONG_STRUCTURE 15"],
    ["without a payment", whole.replace(/BPR.*\n/, ""), "WRONG_STRUCTURE 3"],
    ["with a second payment", whole.replace(/(BPR.*\n)/, "$1$1"), "WRONG_STRUCTURE 5"],
    ["with something that is no segment", whole.replace("TRN*", "T?RN*"), "WRONG_STRUCTURE 5"],
    ["with an ISA that is too short", whole.replace("ISA*00*", "ISA*"), "WRONG_STRUCTURE 1"],
  ])("%s", (_, text, outcome) => {
    expect(refusal(text)).toBe(`REJECT_FILE ${outcome}`);
  });

  it("but not for other sets beside its 820, which are named", () => {
    const other = "ST*997*0009~\nAK1*RA*1~\nSE*3*0009~\n";
    const text = whole.replace("GE*1*7", `${other}GE*2*7`);
    const { file, findings } = readX12Advice(text, 1);
    expect(file?.advices).toHaveLength(1);
    expect(findings).toMatchObject([{ severity: "WARN", code: "OTHER_TRANSACTION_SET", line: 15 }]);
  });
});
