import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BankFileError, detectFormat, readBankFile } from "../../../src/cash/bank-files/index.js";
import { PRINTED, printed } from "./printed-files.js";
import { fixture } from "./statement-files.js";

const iso = (message: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}"><X/></Document>`,
  );

describe("the format of a file is told by its content", () => {
  it.each(["02", "08"] as const)("camt.053 version %s", (version) => {
    expect(detectFormat(fixture(version)).name).toBe("CAMT_053");
  });

  it.each([
    ["NACHA", "101 091000019 1234567892603020915A094101"],
    ["NACHA", "5220A COMPANY                           1234567890CCDVENDOR PAY"],
    ["BAI_LOCKBOX", "100FIRSTBANK OURCOMPANY2603020930\n2FIRSTBANK OURCOMPANY"],
  ])("%s by its first records", (name, start) => {
    expect(detectFormat(Buffer.from(start)).name).toBe(name);
  });

  it("also behind a long comment", () => {
    const text = fixture("02")
      .toString("utf8")
      .replace("<Document", `<!-- ${"- ".repeat(20_000)} --><Document`);
    expect(detectFormat(Buffer.from(text)).name).toBe("CAMT_053");
  });

  it.each(PRINTED)("%s", (format) => {
    const entries = [{ amount: 100, side: "CREDIT" as const, text: ["Text"] }];
    const statement = { account: "1234567", currency: "EUR", date: "2026-03-02", opening: 0, entries };
    expect(detectFormat(printed(format, statement)).name).toBe(format);
  });

  it.each([
    [":20:START\r\n:25:10020030/1234567\r\n:28C:1\r\n:60F:C260302EUR0,\r\n", "MT940"],
    ["{1:F01ABCDEF00AXXX0000000000}{2:O940", "MT940"],
    ["\u0001\r\n:20:START", "MT940"],
    ["0000 01ABCDEF00AXXX00001\n0000 01ABCDEF00AXXX00001\n940 00\n:20:START", "MT940"],
    [":62F:C260302EUR0,", "MT940"],
    ["{1:F01ABCDEF00AXXX0000000000}{2:O9421200260302", "MT942"],
    [":20:R\n:25:1\n:28C:1\n:34F:EUR0,\n", "MT942"],
    ["\uFEFF01,122099999,123456789,040621,0200,1,65,,2/\n", "BAI2"],
  ])("behind whatever stands before it (%#)", (text, format) => {
    expect(detectFormat(Buffer.from(text)).name).toBe(format);
  });

  it.each([
    ["camt.053.001.01", "version 1"],
    ["camt.052.001.01", "camt.052 version 1"],
    ["camt.054.001.09", "camt.054 version 9"],
    ["camt.053.001.09", "version 9"],
    ["camt.053.001.13", "version 13"],
  ])("%s is refused as a version that is not read", (message, said) => {
    expect(readBankFile(iso(message)).findings).toMatchObject([
      { severity: "REJECT_FILE", code: "UNSUPPORTED_VERSION", message: expect.stringContaining(said) },
    ]);
  });

  it.each([
    [iso("camt.029.001.09"), "OTHER_MESSAGE", "camt.029, another ISO 20022 message"],
    [iso("pain.001.001.09"), "OTHER_MESSAGE", "pain.001, an order of credit transfers"],
    [iso("pacs.008.001.08"), "OTHER_MESSAGE", "pacs.008"],
    [Buffer.from("<Document><a/></Document>"), "UNKNOWN_FORMAT", "no namespace"],
    [Buffer.from("<Invoice xmlns='urn:oasis:ubl'/>"), "UNKNOWN_FORMAT", "urn:oasis:ubl"],
    [Buffer.from('{"fileHeader": {}}'), "UNKNOWN_FORMAT", "JSON"],
    [Buffer.from("%PDF-1.7 ..."), "UNKNOWN_FORMAT", "PDF"],
    [gzipSync(fixture("02")), "UNKNOWN_FORMAT", "unpack"],
    [Buffer.from("date;amount\n2026-03-02;1"), "UNKNOWN_FORMAT", "no bank file format"],
    [Buffer.from("<!doctype html><html>"), "UNKNOWN_FORMAT", "web page"],
    [Buffer.from(":20:START\r\n:60F:", "utf16le"), "UNSUPPORTED_ENCODING", "UTF-16"],
    [Buffer.from("\uFEFF01,1,2,260302,0600,1,,,2/", "utf16le"), "UNSUPPORTED_ENCODING", "save it as UTF-8"],
    [Buffer.from("{1:F01ABCDEF00AXXX0000000000}{2:I103ABCDEF00XXXXN}{4:"), "OTHER_MESSAGE", "MT103"],
    [Buffer.from(" \n"), "EMPTY_FILE", "empty"],
    [Buffer.alloc(0), "EMPTY_FILE", "empty"],
  ])("another file is refused, saying what it is (%#)", (content, code, said) => {
    expect(() => detectFormat(content).parse(content)).toThrow(BankFileError);
    expect(readBankFile(content)).toMatchObject({
      file: null,
      findings: [{ severity: "REJECT_FILE", code, message: expect.stringContaining(said) }],
    });
  });
});
