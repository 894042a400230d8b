import { describe, expect, it } from "vitest";
import { readBankFile } from "../../../src/cash/bank-files/index.js";
import { message } from "./mt-messages.js";

const read = (text: string, encoding: BufferEncoding = "utf8") => readBankFile(Buffer.from(text, encoding));
const entriesOf = (text: string) => read(text).file?.statements.flatMap((each) => each.entries) ?? [];
const codesOf = (text: string) =>
  read(text).findings.map(({ severity, code, line }) => `${severity} ${code} ${line}`);
const detailOf = (text: string) =>
  entriesOf(message(`:61:2603020302C1,NTRFNONREF//B1\n:86:${text}`, "1,"))[0]?.details[0];

describe("the information behind a statement line", () => {
  it("in numbered subfields names payer, account, bank, references and text", () => {
    const text =
      "166?00CREDIT TRANSFER?109310?20EREF+E2E-77?21MREF+MANDATE-1?22SVWZ+Invoices INV-00017, IN\r\nV-00018?23 with thanks?30ABCDEF00XXX?31DE02120300000000202051?32A PAYER WITH A VERY LONG NA?33ME GMBH?34000";
    expect(detailOf(text)).toMatchObject({
      endToEndId: "E2E-77",
      mandateId: "MANDATE-1",
      payerName: "A PAYER WITH A VERY LONG NAME GMBH",
      payerIban: "DE02120300000000202051",
      payerBic: "ABCDEF00XXX",
      remittanceLines: ["Invoices INV-00017, INV-00018 with thanks"],
    });
  });

  it("in numbered subfields without key words is text line by line, and an old account is a number", () => {
    expect(detailOf("051?00CREDIT?20INVOICE 17?21OF MARCH?3010020030?31555666?32A PAYER")).toMatchObject({
      remittanceLines: ["INVOICE 17", "OF MARCH"],
      payerAccount: "555666",
      payerName: "A PAYER",
      additionalInfo: "CREDIT; ?3010020030",
    });
  });

  it("in numbered subfields may lack the transaction code before them", () => {
    expect(detailOf("?00CREDIT?20INVOICE 17?32A PAYER")).toMatchObject({
      remittanceLines: ["INVOICE 17"],
      payerName: "A PAYER",
    });
  });

  it("may separate subfields by another sign, and keeps question marks that begin none", () => {
    expect(detailOf("166@00CREDIT@20WHICH INVOICE? 17@32A PAYER")?.remittanceLines).toEqual([
      "WHICH INVOICE? 17",
    ]);
    expect(detailOf("166?00CREDIT?20WHY?NOT?32A PAYER")?.remittanceLines).toEqual(["WHY?NOT"]);
  });

  it("of a payment that came back says so, and why", () => {
    const [back] = entriesOf(
      message(
        ":61:2603020302D5,NRTINONREF//B1\r\n:86:109?00RETURN?20EREF+E2E-9?32A PAYER?34914",
        "5,",
        "10,",
      ),
    );
    expect(back).toMatchObject({ reversal: true, details: [{ endToEndId: "E2E-9", returnReason: "914" }] });
  });

  it("in code words names the same", () => {
    const text =
      "/TRTP/SEPA TRANSFER/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/A Payer BV/REMI/INV-00017 and INV-00\r\n018/EREF/E2E-5/MARF/M-1";
    expect(detailOf(text)).toMatchObject({
      payerIban: "NL91ABNA0417164300",
      payerBic: "ABNANL2A",
      payerName: "A Payer BV",
      endToEndId: "E2E-5",
      mandateId: "M-1",
      remittanceLines: ["INV-00017 and INV-00018"],
      additionalInfo: "/TRTP/SEPA TRANSFER",
    });
  });

  it("in code words with one for the counterparty, and text that is or is not structured", () => {
    expect(
      detailOf("/EREF/E2E-6//CNTP/NL91ABNA0417164300/ABNANL2A/A Payer BV///REMI/USTD//INV-00017/"),
    ).toMatchObject({
      endToEndId: "E2E-6",
      payerIban: "NL91ABNA0417164300",
      payerBic: "ABNANL2A",
      payerName: "A Payer BV",
      remittanceLines: ["INV-00017"],
    });
    expect(detailOf("/EREF/NOTPROVIDED//REMI/STRD/CUR/9999000000000017/")).toMatchObject({
      remittanceLines: [],
      structuredReferences: [{ type: "CUR", reference: "9999000000000017" }],
    });
    expect(detailOf("/EREF/NOTPROVIDED//REMI/USTD//X/")).not.toHaveProperty("endToEndId");
  });

  it("in free text stands line by line, colons and all, and over several fields", () => {
    expect(
      detailOf("A PAYER\r\n:12:30 O'CLOCK\r\n\r\nINV-00017\r\n:86:AND INV-00018")?.remittanceLines,
    ).toEqual(["A PAYER", ":12:30 O'CLOCK", "INV-00017", "AND INV-00018"]);
  });

  it("of another kind has two digits before each line", () => {
    const [entry] = entriesOf(
      message(
        ":61:2603020302C1,NTRFNONREF//B1\r\n:NS:01INV-00017\r\n15A PAYER\r\n17CREDIT\r\n34555666",
        "1,",
      ),
    );
    expect(entry?.details).toMatchObject([
      {
        remittanceLines: ["INV-00017"],
        payerName: "A PAYER",
        payerAccount: "555666",
        additionalInfo: "CREDIT",
      },
    ]);
  });

  it("is read as UTF-8 when it is, else as Windows-1252, and lost characters are told", () => {
    const text = message(":61:2603020302C1,NTRFNONREF//B1\r\n:86:Café Zürich", "1,");
    const lines = (encoding: BufferEncoding) =>
      read(text, encoding).file?.statements[0]?.entries[0]?.details[0]?.remittanceLines;
    expect([lines("utf8"), lines("latin1")]).toEqual([["Café Zürich"], ["Café Zürich"]]);
    expect(codesOf(text.replace("é", "\uFFFD"))).toEqual(["WARN DAMAGED_TEXT 6"]);
  });
});
