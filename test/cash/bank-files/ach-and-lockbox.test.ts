import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Lockbox, lockboxFile } from "../../../seeds/bank-files/lockbox-file.js";
import { type AchBatch, nachaFile } from "../../../seeds/bank-files/nacha-file.js";
import {
  BankFileError,
  detectFormat,
  FileFindings,
  isRejected,
  type ParsedBankFile,
  postableEntries,
  readBankFile,
  readNacha,
} from "../../../src/cash/bank-files/index.js";
import { checkDigitOf } from "../../../src/cash/bank-files/routing-number.rules.js";

const bank = fc.integer({ min: 1_000_000, max: 32_999_999 }).map((n) => String(n).padStart(8, "0"));
const routing = bank.map((eight) => eight + checkDigitOf(eight));
const word = (max: number) =>
  fc
    .stringMatching(new RegExp(`^[A-Z][A-Z0-9 ./-]{0,${max - 2}}[A-Z0-9]$`))
    .map((text) => text.replace(/ +/g, " "));
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
const cents = fc.integer({ min: 1, max: 99_999_999 });

const achEntry = fc.record({
  code: fc.constantFrom("22", "27", "32", "37"),
  routing,
  account: digits(9),
  cents,
  individualId: word(15),
  name: word(16),
  texts: fc.array(word(80), { maxLength: 3 }),
});
const achBatch: fc.Arbitrary<AchBatch> = fc.record({
  entryClass: fc.constantFrom("CCD", "CTX", "PPD"),
  companyName: word(16),
  companyId: digits(10),
  description: word(10).filter((text) => text !== "REVERSAL"),
  effectiveDate: fc.constantFrom("260302", "260303"),
  bank,
  entries: fc.array(achEntry, { minLength: 1, maxLength: 5 }),
});
const batches = fc.array(achBatch, { minLength: 1, maxLength: 4 });

const cheque = fc.record({
  cents,
  routing,
  account: digits(10),
  number: digits(6),
  date: fc.constant("030126"),
  remitter: word(30),
  texts: fc.array(word(30), { maxLength: 3 }),
});
const lockbox: fc.Arbitrary<Lockbox> = fc.record({
  number: digits(7),
  depositedOn: fc.constant("260302"),
  batches: fc.array(fc.record({ cheques: fc.array(cheque, { minLength: 1, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});
const lockboxes = fc.array(lockbox, { minLength: 1, maxLength: 2 });

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
      ediAdvice: { text: edi, line: 4 },
      remittanceRecordLines: texts.map((_, at) => 4 + at),
    });
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
