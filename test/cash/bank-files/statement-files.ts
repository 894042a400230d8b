import { readFileSync } from "node:fs";

/** The self-made statements, and small ones around a given text. */
export function fixture(version: "02" | "08"): Buffer {
  return readFileSync(new URL(`./fixtures/statement.camt.053.001.${version}.xml`, import.meta.url));
}

/** A fixture with one text replaced by another; fails when the text is not in it. */
export function altered(version: "02" | "08", from: string, to: string): Buffer {
  const text = fixture(version).toString("utf8");
  if (!text.includes(from)) throw new Error(`the fixture does not contain "${from}"`);
  return Buffer.from(text.replace(from, () => to));
}

export interface EntryText {
  amount?: string;
  currency?: string;
  side?: string;
  status?: string;
  date?: string;
  reference?: string;
  details?: string;
}

/** One <Ntry>; an empty string leaves the element out. */
export function entry(given: EntryText = {}): string {
  const { amount = "10.00", currency = "EUR", side = "CRDT", status = "BOOK", date = "2026-03-02" } = given;
  const { reference = "REF-1", details = "" } = given;
  return [
    "<Ntry>",
    amount && `<Amt Ccy="${currency}">${amount}</Amt>`,
    side && `<CdtDbtInd>${side}</CdtDbtInd>`,
    status && `<Sts>${status}</Sts>`,
    date && `<BookgDt><Dt>${date}</Dt></BookgDt>`,
    reference && `<AcctSvcrRef>${reference}</AcctSvcrRef>`,
    details && `<NtryDtls>${details}</NtryDtls>`,
    "</Ntry>",
  ].join("");
}

/** A version 2 file of one EUR statement with what is given after its account. */
export function statement(contents: string, prolog = ""): Buffer {
  return Buffer.from(
    `${prolog}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-03-02T20:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
${contents}
</Stmt></BkToCstmrStmt></Document>`,
  );
}

export function balance(type: string, amount: string, side = "CRDT"): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>`;
}

export interface TransactionText {
  amount?: string;
  text?: string;
  name?: string;
  iban?: string;
  endToEndId?: string;
  returnReason?: string;
  /** Document numbers with the amounts that the payer states for them. */
  stated?: readonly (readonly [number: string, amount: string])[];
}

/** One <TxDtls> in EUR; what is left out or empty is not in it. */
export function transaction(given: TransactionText): string {
  const { amount, text, name = "A payer", iban, endToEndId, returnReason, stated = [] } = given;
  const structured = stated.map(
    ([number, remitted]) =>
      `<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>${number}</Nb></RfrdDocInf><RfrdDocAmt><RmtdAmt Ccy="EUR">${remitted}</RmtdAmt></RfrdDocAmt></Strd>`,
  );
  return [
    "<TxDtls>",
    endToEndId && `<Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>`,
    amount && `<AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls>`,
    `<RltdPties><Dbtr><Nm>${name}</Nm></Dbtr>`,
    iban && `<DbtrAcct><Id><IBAN>${iban.replaceAll(" ", "")}</IBAN></Id></DbtrAcct>`,
    "</RltdPties><RmtInf>",
    text && `<Ustrd>${text}</Ustrd>`,
    ...structured,
    "</RmtInf>",
    returnReason && `<RtrInf><Rsn><Cd>${returnReason}</Cd></Rsn></RtrInf>`,
    "</TxDtls>",
  ]
    .filter(Boolean)
    .join("");
}
