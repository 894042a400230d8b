import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAdviceFile, readX12Advice } from "../../../src/cash/advices/index.js";
import { printEdifact } from "../../support/advice-files/edifact-file.js";
import { printEmail } from "../../support/advice-files/email-file.js";
import { plainAdvice } from "../../support/advice-files/plain-advice.js";
import { printCsv, printXlsx, workbookOf } from "../../support/advice-files/table-file.js";
import { printX12 } from "../../support/advice-files/x12-file.js";

const advices = fc.sample(plainAdvice, { numRuns: 3, seed: 7 });
const [first] = advices;
if (!first) throw new Error("the generator gave nothing");

const FILES: Readonly<Record<string, Buffer>> = {
  x12: Buffer.from(printX12(advices)),
  edifact: Buffer.from(printEdifact(advices)),
  csv: Buffer.from(printCsv(advices)),
  xlsx: printXlsx(advices),
  text: printEmail(first, "TEXT_TABLE"),
  html: printEmail(first, "HTML_TABLE"),
  attached: printEmail(first, "XLSX_ATTACHED"),
};
const names = fc.constantFrom(...Object.keys(FILES));
const fileOf = (name: string) => Buffer.from(FILES[name] ?? "");

/** Reads the file; a refusal must say what is wrong and what to do. */
async function outcome(content: Buffer): Promise<string> {
  const { file, findings } = await readAdviceFile(content);
  for (const { message } of findings) expect(message.length).toBeGreaterThan(20);
  if (file === null) expect(findings.map(({ severity }) => severity)).toEqual(["REJECT_FILE"]);
  return file === null ? (findings[0]?.code ?? "") : "READ";
}

describe("a damaged file of advices is read or refused, and nothing else", () => {
  it("with bytes changed", async () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(names, fc.array(change, { minLength: 1, maxLength: 8 }), async (name, changes) => {
        const content = fileOf(name);
        for (const { at, byte } of changes) content[Math.floor(at * (content.length - 1))] = byte;
        await outcome(content);
      }),
      { numRuns: 300 },
    );
  });

  it("cut at any byte; EDI that was cut is never read", async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.double({ min: 0, max: 1, noNaN: true }), async (name, share) => {
        const whole = fileOf(name);
        const length = Math.floor(share * whole.toString("latin1").trimEnd().length);
        const told = await outcome(whole.subarray(0, length));
        const edi = name === "x12" || name === "edifact";
        if (edi && length < whole.toString("latin1").trimEnd().length) expect(told).not.toBe("READ");
      }),
      { numRuns: 300 },
    );
  });

  it("with lines repeated, lost or exchanged", async () => {
    const edit = fc.record({
      kind: fc.constantFrom("repeat", "lose", "swap"),
      at: fc.nat(200),
      to: fc.nat(200),
    });
    await fc.assert(
      fc.asyncProperty(names, fc.array(edit, { minLength: 1, maxLength: 4 }), async (name, edits) => {
        const lines = fileOf(name).toString("latin1").split("\n");
        for (const { kind, at, to } of edits) {
          const [one, other] = [at % lines.length, to % lines.length];
          if (kind === "repeat") lines.splice(one, 0, lines[other] ?? "");
          else if (kind === "lose") lines.splice(one, 1);
          else [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
        }
        await outcome(Buffer.from(lines.join("\n"), "latin1"));
      }),
      { numRuns: 300 },
    );
  });

  it("of any bytes at all, alone or behind a start that is known", async () => {
    const start = fc.constantFrom(
      "",
      "ISA*00*",
      "ST*820*0001~",
      "UNA:+.? '",
      "UNB+UNOC:3+",
      "From: a@b.example\nTo: c\n\n",
      "PK\u0003\u0004",
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 2_000 }), async (head, bytes) => {
        await outcome(Buffer.concat([Buffer.from(head), bytes]));
      }),
      { numRuns: 500 },
    );
  });
});

describe("reading takes time in proportion to the file", () => {
  const MEGABYTES = 2;
  const times = (text: string) => text.repeat(Math.ceil((MEGABYTES * 1024 * 1024) / text.length));
  const BIG: Readonly<Record<string, string>> = {
    "adjacent references": `ST*820*0001~BPR*C*1*C*ACH~RMR*IV*1**1~${times("REF*PO*1~")}SE*1*0001~`,
    "many lines": `ST*820*0001~BPR*C*1*C*ACH~${times("RMR*IV*1234**1~")}SE*1*0001~`,
    "no terminator": `ISA*00*          *00*          *ZZ*A              *ZZ*B              *260302*1200*U*00401*000000001*0*P*:~${times("x")}`,
    "empty segments": `ST*820*0001~${times("\n~")}`,
    "EDIFACT segments": `UNH+1+REMADV:D:96A:UN'${times("RFF+ON:1'")}UNT+2+1'`,
    "released signs": `UNH+1+REMADV:D:96A:UN'FTX+${times("??")}`,
    commas: times("1,2,\n"),
    quotes: `a,b\n${times('"')}`,
    html: `From: a@b.example\nTo: c@d.example\nContent-Type: text/html\n\n${times("<td>&#1;")}`,
    "open tags": `From: a@b.example\nTo: c@d.example\nContent-Type: text/html\n\n${times("<")}`,
    words: `From: a@b.example\nTo: c@d.example\n\n${times("invoice 1234 paid 1.00\n")}`,
    digits: `From: a@b.example\nTo: c@d.example\n\n${times("1")}`,
    headers: `From: a@b.example\nTo: c@d.example\n${times("X: y\n")}`,
  };

  it.each(Object.keys(BIG))("of nothing but %s", async (name) => {
    const begun = performance.now();
    await outcome(Buffer.from(BIG[name] ?? ""));
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it("also of a workbook whose sheet is nothing but cells", async () => {
    const row = (at: number) => `<row r="${at}">${"<c><v>1</v></c>".repeat(20)}</row>`;
    const rows = Array.from({ length: 5_000 }, (_, at) => row(at + 1)).join("");
    const begun = performance.now();
    await outcome(workbookOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`));
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it("and a text of addenda that holds no advice is refused, not thrown", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { file, findings } = readX12Advice(text, 1);
        if (file === null) expect(findings).toHaveLength(1);
      }),
    );
  });
});
