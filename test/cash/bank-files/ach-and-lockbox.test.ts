import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lockboxFile } from "../../../seeds/bank-files/lockbox-file.js";
import { type AchBatch, nachaFile } from "../../../seeds/bank-files/nacha-file.js";
import {
  FileFindings,
  isRejected,
  type ParsedBankFile,
  postableEntries,
  readBankFile,
  readNacha,
} from "../../../src/cash/bank-files/index.js";
import { batches, lockboxes } from "./written-files.js";

const entriesOf = (file: ParsedBankFile | null) => file?.statements.flatMap((each) => each.entries) ?? [];
const money = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;

describe("an ACH file", () => {
  it("is read as it was written, whatever its batches hold", () => {
    fc.assert(
      fc.property(batches, (written) => {
        const { file, findings } = readBankFile(nachaFile({ created: "260302", batches: written }));
        expect(findings).toEqual([]);
        const expected = written.flatMap((batch) =>
          batch.entries.map((entry) => ({
            amount: money(entry.cents),
            side: entry.code.endsWith("2") ? "CREDIT" : "DEBIT",
            account: entry.account,
            payerName: batch.companyName,
            payerAccount: `ACH${batch.companyId}`,
            individualId: entry.individualId,
            texts: entry.texts,
            day: `2026-03-${batch.effectiveDate.slice(4)}`,
          })),
        );
        expect(
          entriesOf(file).map(({ amount, side, account, bookingDate, details: [detail] }) => ({
            amount,
            side,
            account,
            payerName: detail?.payerName,
            payerAccount: detail?.payerAccount,
            individualId: detail?.endToEndId,
            texts: detail?.remittanceLines,
            day: bookingDate,
          })),
        ).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it("gives every entry another reference, and the same ones when its batches come in another order", () => {
    fc.assert(
      fc.property(batches, (written) => {
        const references = (own: AchBatch[]) =>
          entriesOf(readBankFile(nachaFile({ created: "260302", batches: own })).file).map(
            (each) => each.reference,
          );
        const once = references(written);
        expect(new Set(once).size).toBe(once.length);
        expect(references([...written].reverse()).sort()).toEqual([...once].sort());
      }),
      { numRuns: 60 },
    );
  });

  it("joins the addenda of a CTX entry to the EDI text that they are, and names each one's line", () => {
    const edi = `ISA*00*          *00*          *ZZ*PAYER          *ZZ*PAYEE          *260302*0930*U*00401*000000001*0*P*>~ST*820*0001~RMR*IV*INV-00422**1500.00~SE*3*0001~`;
    const texts = edi.match(/.{1,80}/g) ?? [];
    const { file } = readBankFile(
      nachaFile({
        created: "260302",
        batches: [{ ...plain, entryClass: "CTX", entries: [{ ...credit, texts }] }],
      }),
    );
    expect(entriesOf(file)[0]?.details[0]).toMatchObject({
      ediAdvice: { text: texts.join("\n"), line: 4 },
      remittanceRecordLines: texts.map((_, at) => 4 + at),
    });
  });

  it("tells what single remittance segments in its addenda pay, with their amounts and discounts", () => {
    const texts = ["RMR*IV*INV-1**98.00*100.00*2.00\\RMR*CM*CM-7**-20.00\\", "RMR*IV*INV-2\\"];
    const batch = { ...plain, entries: [{ ...credit, individualId: "", texts }] };
    const { file } = readBankFile(nachaFile({ created: "260302", batches: [batch] }));
    expect(entriesOf(file)[0]?.details[0]?.structuredReferences).toEqual([
      { type: "CINV", reference: "INV-1", amount: "98.00", discount: "2.00" },
      { type: "CM", reference: "CM-7", amount: "-20.00" },
      { type: "CINV", reference: "INV-2" },
    ]);
  });

  it("is read with CR LF, without line breaks, without its trailing blanks and behind a byte order mark", () => {
    const whole = nachaFile({ created: "260302", batches: [plain] }).toString("latin1");
    const expected = entriesOf(readBankFile(Buffer.from(whole)).file).map((each) => each.reference);
    const variants = [
      whole.replaceAll("\n", "\r\n"),
      whole.replaceAll("\n", ""),
      whole.replace(/ +\n/g, "\n"),
      `\u00ef\u00bb\u00bf${whole}`,
    ];
    for (const text of variants) {
      const { file, findings } = readBankFile(Buffer.from(text, "latin1"));
      expect(isRejected(findings)).toBe(false);
      expect(entriesOf(file).map((each) => each.reference)).toEqual(expected);
    }
  });

  it("is settled on its settlement date, else its effective date, else the day of the file; never on a day that is none", () => {
    const day = (effectiveDate: string, settlementDay = "") => {
      const batch = { ...plain, effectiveDate, settlementDay };
      const { file, findings } = readBankFile(nachaFile({ created: "260102", batches: [batch] }));
      const [entry] = entriesOf(file);
      return [entry?.bookingDate, findings.map((each) => each.code)];
    };
    expect(day("251231", "365")).toEqual(["2025-12-31", []]);
    expect(day("251231", "002")).toEqual(["2026-01-02", []]);
    expect(day("251230")).toEqual(["2025-12-30", []]);
    expect(day("000000")).toEqual(["2026-01-02", ["NO_EFFECTIVE_DATE"]]);
    expect(day("260231")).toEqual([null, ["INVALID_DATE", "INVALID_DATE"]]);
  });

  it("holds back an entry that cannot be read, and takes the others", () => {
    const two = { ...plain, entries: [credit, { ...credit, cents: 2_500 }] };
    const whole = nachaFile({ created: "260302", batches: [two] }).toString("latin1");
    const broken = whole.replace("0000002500", "00000O2500");
    const { file, findings } = readBankFile(Buffer.from(broken, "latin1"));
    expect(findings).toMatchObject([
      { severity: "QUARANTINE_ENTRY", code: "INVALID_AMOUNT", line: 4, path: "record 6, columns 30-39" },
    ]);
    expect(file && postableEntries(file, findings).map((each) => each.amount)).toEqual(["1500.00"]);
  });

  it("names what a return, a notification of change and a prenotification are", () => {
    const notice = { originalTrace: "121042880000077", originalBank: "23138010" };
    const entries = [
      { ...credit, code: "26", notice: { ...notice, code: "R01" } },
      { ...credit, code: "26", notice: { ...notice, code: "R68" } },
      { ...credit, code: "26", notice: { ...notice, code: "R73" } },
      { ...credit, code: "21", cents: 0, notice: { ...notice, code: "C01", correctedData: "1918171614" } },
      { ...credit, code: "21", cents: 0, notice: { ...notice, code: "C62" } },
      { ...credit, code: "23", cents: 0 },
      { ...credit, code: "24", cents: 0 },
    ];
    const { file, findings } = readBankFile(
      nachaFile({ created: "260302", batches: [{ ...plain, entries }] }),
    );
    expect(findings).toEqual([]);
    expect(entriesOf(file).map(({ notice: told }) => [told?.kind, told?.code, told?.originalTrace])).toEqual([
      ["RETURN", "R01", "121042880000077"],
      ["DISHONORED_RETURN", "R68", "121042880000077"],
      ["CONTESTED_RETURN", "R73", "121042880000077"],
      ["CHANGE", "C01", "121042880000077"],
      ["REFUSED_CHANGE", "C62", "121042880000077"],
      ["PRENOTIFICATION", undefined, undefined],
      ["INFORMATION", undefined, undefined],
    ]);
  });

  it("is yielded entry by entry: the first is there before the rest is looked at", () => {
    const content = nachaFile({ created: "260302", batches: [plain, plain] });
    content.fill("x", content.length / 2);
    const parts = readNacha(content, new FileFindings());
    expect([parts.next(), parts.next(), parts.next()].map((each) => each.value?.kind)).toEqual([
      "FILE",
      "BATCH",
      "ENTRY",
    ]);
  });
});

describe("a lockbox file", () => {
  it("is read as it was written, whatever its deposits hold", () => {
    fc.assert(
      fc.property(lockboxes, (written) => {
        const { file, findings } = readBankFile(lockboxFile("260302", written));
        expect(findings.filter((each) => each.code !== "REPEATED_STATEMENT")).toEqual([]);
        const cheques = written.flatMap((each) => each.batches.flatMap((batch) => batch.cheques));
        expect(
          entriesOf(file).map(({ amount, details: [detail] }) => ({
            amount,
            number: detail?.chequeNumber,
            payer: `${detail?.payerRouting} ${detail?.payerAccount} ${detail?.payerName}`,
            texts: detail?.remittanceLines,
          })),
        ).toEqual(
          cheques.map((each) => ({
            amount: money(each.cents),
            number: each.number.padStart(10, "0"),
            payer: `${each.routing} ${each.account} ${each.remitter}`,
            texts: each.texts,
          })),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("tells the amount that overflow texts state for each invoice, and no other number for an amount", () => {
    const stated = (texts: string[], total = 30_000) => {
      const cheques = [{ cents: total, routing: "231380104", account: "1", number: "7", texts }];
      const { file } = readBankFile(
        lockboxFile("260302", [{ number: "1", depositedOn: "260302", batches: [{ cheques }] }]),
      );
      return entriesOf(file)[0]?.details[0]?.structuredReferences.map((each) => [
        each.reference,
        each.amount,
      ]);
    };
    expect(stated(["INV-1 100.00", "INV-2  $1,200.50", "THANK YOU"])).toEqual([
      ["INV-1", "100.00"],
      ["INV-2", "1200.50"],
    ]);
    expect(stated(["INV-1 0000010000", "INV-2 0000020000"])).toEqual([
      ["INV-1", "100.00"],
      ["INV-2", "200.00"],
    ]);
    expect(stated(["INV-1 0000010000", "INV-2 0000020001"])).toEqual([]);
    expect(stated(["INV-1", "PHONE 5551234567"])).toEqual([]);
  });
});

const credit = {
  code: "22",
  routing: "231380104",
  account: "987654321",
  cents: 150_000,
  individualId: "INV-00422",
  name: "OUR COMPANY",
};
const plain: AchBatch = {
  entryClass: "CCD",
  companyName: "PAYING COMPANY",
  companyId: "1234567890",
  description: "VENDOR PAY",
  effectiveDate: "260302",
  bank: "12104288",
  entries: [credit],
};
