import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAdviceFile } from "../../../src/cash/advices/index.js";
import { printEmail } from "../../support/advice-files/email-file.js";
import { plainAdvice } from "../../support/advice-files/plain-advice.js";
import { workbookOf } from "../../support/advice-files/table-file.js";
import { expectedOf } from "./advice-views.js";

async function read(content: Buffer | string) {
  const { file, findings } = await readAdviceFile(Buffer.from(content));
  return {
    advice: file?.advices[0],
    findings,
    told: findings.map(({ severity, code }) => `${severity} ${code}`),
  };
}

function pairs(advice: { lines: readonly { reference: string | null; paid: string | null }[] } | undefined) {
  return advice?.lines.map(({ reference, paid }) => [reference, paid]);
}

describe("a workbook", () => {
  it.each([
    ["elements in elements without end", "<a>".repeat(1_000), "deeper"],
    [
      "thousands of attributes",
      `<a ${Array.from({ length: 1_000 }, (_, at) => `a${at}=""`).join(" ")}/>`,
      "attributes",
    ],
    [
      "a row beyond the last that a sheet has",
      '<sheetData><row r="900000000"><c><v>1</v></c></row></sheetData>',
      "goes on",
    ],
    ["millions of cells", '<row><c r="SF1"><v>1</v></c></row>'.repeat(10_001), "cells"],
  ])("with %s is refused", async (_, inside, why) => {
    const { told, findings } = await read(workbookOf(`<worksheet>${inside}</worksheet>`));
    expect(told).toEqual(["REJECT_FILE UNREADABLE_ARCHIVE"]);
    expect(findings[0]?.message).toContain(why);
  });

  it("that unpacks to far more than workbooks do is refused before it is read", async () => {
    const workbook = workbookOf(`<worksheet>${"<row/>".repeat(1_000_000)}</worksheet>`, [], "PACKED");
    expect(workbook.length).toBeLessThan(30_000);
    const { told, findings } = await read(workbook);
    expect(told).toEqual(["REJECT_FILE UNREADABLE_ARCHIVE"]);
    expect(findings[0]?.message).toContain("unpacks to more than is read");
  });
});

describe("an e-mail in other e-mails", () => {
  const header = ["From: payer@example.com", "Subject: Fwd: remittance", "MIME-Version: 1.0"];
  const forwarded = (content: Buffer): Buffer =>
    Buffer.concat([Buffer.from([...header, "Content-Type: message/rfc822", "", ""].join("\r\n")), content]);
  const times = (count: number, content: Buffer) =>
    Array.from({ length: count }).reduce<Buffer>((inner) => forwarded(inner), content);

  it("is read when it was forwarded a few times", async () => {
    await fc.assert(
      fc.asyncProperty(plainAdvice, fc.integer({ min: 1, max: 4 }), async (advice, count) => {
        const { advice: found } = await read(times(count, printEmail(advice, "CSV_ATTACHED")));
        expect(pairs(found)).toEqual(pairs(expectedOf(advice)));
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    [
      "more than four times",
      times(5, Buffer.from("From: a@example.com\r\n\r\nhello\r\n")),
      "within each other",
    ],
    [
      "thousands of times",
      Buffer.concat([times(4_500, Buffer.alloc(0)), Buffer.from("hello")]),
      "cannot be read",
    ],
    [
      "with tens of thousands of lines",
      forwarded(Buffer.from(`From: a\r\n\r\n${"x\r\n".repeat(50_001)}`)),
      "lines",
    ],
  ])("is refused when it was forwarded %s", async (_, content, why) => {
    const { told, findings } = await read(content);
    expect(told).toEqual(["REJECT_FILE WRONG_STRUCTURE"]);
    expect(findings[0]?.message).toContain(why);
  });

  it("is refused with thousands of parts", async () => {
    const type = "Content-Type: multipart/mixed; boundary=b0";
    const part = "--b0\r\nContent-Type: text/plain\r\n\r\nhello\r\n";
    const { told, findings } = await read(
      `${[...header, type, "", part.repeat(1_001)].join("\r\n")}--b0--\r\n`,
    );
    expect(told).toEqual(["REJECT_FILE WRONG_STRUCTURE"]);
    expect(findings[0]?.message).toContain("parts");
  });
});
