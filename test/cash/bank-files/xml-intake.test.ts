import { describe, expect, it } from "vitest";
import { MAX_FILE_BYTES, readBankFile } from "../../../src/cash/bank-files/index.js";
import { altered, entry, fixture, statement } from "./statement-files.js";

const codes = (content: Buffer) => readBankFile(content).findings.map((finding) => finding.code);
const payers = (content: Buffer) =>
  readBankFile(content).file?.statements.flatMap((each) =>
    each.entries.flatMap((e) => e.details.map((d) => d.payerName)),
  );

const named = (declaration: string): string =>
  statement(
    entry({ details: "<TxDtls><RltdPties><Dbtr><Nm>Größe</Nm></Dbtr></RltdPties></TxDtls>" }),
    declaration,
  ).toString("utf8");

describe("the encoding of a bank file", () => {
  it.each([
    ["UTF-8 without declaration", Buffer.from(named(""))],
    ["UTF-8 with byte order mark", Buffer.from(`\uFEFF${named("")}`)],
    ["UTF-8 declared", Buffer.from(named('<?xml version="1.0" encoding="utf-8"?>'))],
    ["ISO-8859-1 declared", Buffer.from(named('<?xml version="1.0" encoding="ISO-8859-1"?>'), "latin1")],
    ["ISO-8859-15 declared", Buffer.from(named("<?xml version='1.0' encoding='ISO-8859-15'?>"), "latin1")],
    [
      "UTF-16 little endian with mark",
      Buffer.from(`\uFEFF${named('<?xml version="1.0" encoding="UTF-16"?>')}`, "utf16le"),
    ],
    ["UTF-16 big endian with mark", Buffer.from(`\uFEFF${named("")}`, "utf16le").swap16()],
    ["UTF-16 without mark", Buffer.from(named('<?xml version="1.0" encoding="UTF-16"?>'), "utf16le")],
  ])("%s keeps the payer's name", (_name, content) => {
    expect(payers(content)).toEqual(["Größe"]);
  });

  it("that the bytes do not have refuses the file and says where", () => {
    const content = Buffer.from(named('<?xml version="1.0" encoding="UTF-8"?>'), "latin1");
    expect(readBankFile(content).findings).toMatchObject([{ code: "NOT_WELL_FORMED", line: 4 }]);
  });

  it("that is not read refuses the file and names it", () => {
    const content = Buffer.from(named('<?xml version="1.0" encoding="EBCDIC-CP-US"?>'), "latin1");
    expect(readBankFile(content).findings).toMatchObject([
      { code: "UNSUPPORTED_ENCODING", message: expect.stringContaining("EBCDIC-CP-US") },
    ]);
  });
});

describe("a file that is not sound XML", () => {
  it("with a document type declaration is refused before any entity can expand", () => {
    const bomb = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(codes(statement(entry({ reference: "&b;" }), bomb))).toEqual(["DOCTYPE_REFUSED"]);
    const external = '<!DOCTYPE d SYSTEM "file:///etc/passwd">';
    expect(codes(statement(entry(), external))).toEqual(["DOCTYPE_REFUSED"]);
  });

  it("cut anywhere after its root element is refused as not well-formed", () => {
    const content = fixture("02");
    for (const share of [0.2, 0.5, 0.9, 0.999]) {
      const cut = content.subarray(0, Math.floor(content.length * share));
      expect(readBankFile(cut).findings).toMatchObject([
        { severity: "REJECT_FILE", code: "NOT_WELL_FORMED", message: expect.stringContaining("line ") },
      ]);
    }
  });

  it("with an unknown entity is refused with its line", () => {
    const content = altered("02", "Office Supplies AG", "Office &supplies; AG");
    expect(readBankFile(content).findings).toMatchObject([{ code: "NOT_WELL_FORMED", line: 72 }]);
  });

  it("with something behind its end is refused", () => {
    expect(codes(Buffer.concat([fixture("02"), Buffer.from("<Document/>")]))).toEqual(["NOT_WELL_FORMED"]);
  });
});

describe("the limits of a bank file", () => {
  it("larger than the byte limit is refused unread", () => {
    expect(codes(Buffer.alloc(MAX_FILE_BYTES + 1, " "))).toEqual(["FILE_TOO_LARGE"]);
  });

  it("nested without end is refused", () => {
    expect(codes(statement("<a>".repeat(10_000)))).toEqual(["TOO_MANY_RECORDS"]);
    expect(codes(statement('<x:a xmlns:x="urn:x">'.repeat(10_000)))).toEqual(["TOO_MANY_RECORDS"]);
  });

  it("an element with thousands of attributes is refused", () => {
    const attributes = Array.from({ length: 5_000 }, (_, index) => `a${index}="1"`).join(" ");
    expect(codes(statement(`<Bal ${attributes}/>`))).toEqual(["TOO_MANY_RECORDS"]);
  });

  it("an entry of a quarter million elements is refused", () => {
    expect(codes(statement(`<Ntry>${"<a/>".repeat(250_000)}</Ntry>`))).toEqual(["TOO_MANY_RECORDS"]);
  });

  it("half a million transactions are refused", () => {
    expect(codes(statement(entry({ details: "<TxDtls/>".repeat(500_001) })))).toEqual(["TOO_MANY_RECORDS"]);
  });
});

it("entries in comments and in text are not entries", () => {
  const content = statement(`<!-- ${entry()} --><AddtlStmtInf><![CDATA[${entry()}]]></AddtlStmtInf>`);
  expect(readBankFile(content).file?.statements[0]?.entries).toEqual([]);
});

it("elements of other namespaces are skipped with all they hold", () => {
  const foreign = entry().replace(
    "</Ntry>",
    '<x:Ext xmlns:x="urn:x"><x:Amt Ccy="EUR">1.00</x:Amt></x:Ext></Ntry>',
  );
  expect(readBankFile(statement(foreign)).file?.statements[0]?.entries[0]?.amount).toBe("10.00");
});

it("line numbers are right with Windows line ends and tags broken over lines", () => {
  const content = Buffer.from(
    statement(`<!-- a\nb -->\n${entry().replace("<Ntry>", "<Ntry\n\n>")}`)
      .toString("utf8")
      .replaceAll("\n", "\r\n"),
  );
  expect(readBankFile(content).file?.statements[0]?.entries[0]?.line).toBe(6);
});
