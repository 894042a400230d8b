import { Decimal, formatAmount } from "../../../src/platform/money.js";

/** A statement in no format, for printing it in each; amounts in hundredths of the currency, also where it has none. */
export interface PlainStatement {
  readonly account: string;
  readonly currency: string;
  /** Also the booking date of entries that have none of their own. */
  readonly date: string;
  readonly opening: number;
  readonly entries: readonly PlainEntry[];
}

export interface PlainEntry {
  readonly amount: number;
  readonly side: "CREDIT" | "DEBIT";
  readonly reversal?: boolean;
  /** BAI2 has none: there it is the statement's. */
  readonly bookingDate?: string;
  readonly valueDate?: string;
  readonly bankReference?: string;
  readonly endToEndId?: string;
  /** Who paid, for the formats that have fields for it: the camt ones. */
  readonly payer?: { readonly name: string; readonly account?: string | undefined };
  readonly text: readonly string[];
}

export const PRINTED = ["CAMT_052", "CAMT_053", "CAMT_054", "MT940", "MT942", "BAI2"] as const;
export type Printed = (typeof PRINTED)[number];

/** The statement as a file of the format. */
export function printed(format: Printed, statement: PlainStatement): Buffer {
  if (format === "MT940") return Buffer.from(mt940(statement));
  if (format === "MT942") return Buffer.from(mt942(statement));
  if (format === "BAI2") return Buffer.from(bai2([statement]));
  return Buffer.from(camt(format, statement));
}

const sumOf = (entries: readonly PlainEntry[], side: PlainEntry["side"]): number =>
  entries.filter((entry) => entry.side === side).reduce((sum, entry) => sum + entry.amount, 0);
const countOf = (entries: readonly PlainEntry[], side: PlainEntry["side"]): number =>
  entries.filter((entry) => entry.side === side).length;
const closingOf = ({ opening, entries }: PlainStatement): number =>
  opening + sumOf(entries, "CREDIT") - sumOf(entries, "DEBIT");
const decimal = (units: number, currency: string): string =>
  formatAmount(new Decimal(units).div(100), currency);
/** As SWIFT writes it: with a comma, even where no decimals follow. */
const withComma = (units: number, currency: string): string => {
  const [whole = "", part = ""] = decimal(units, currency).split(".");
  return `${whole},${part}`;
};
const short = (date: string): string => date.slice(2).replaceAll("-", "");

const MESSAGES = {
  CAMT_052: ["camt.052.001.08", "BkToCstmrAcctRpt", "Rpt"],
  CAMT_053: ["camt.053.001.08", "BkToCstmrStmt", "Stmt"],
  CAMT_054: ["camt.054.001.08", "BkToCstmrDbtCdtNtfctn", "Ntfctn"],
} as const;

function camt(format: keyof typeof MESSAGES, statement: PlainStatement): string {
  const [message, root, record] = MESSAGES[format];
  const { entries, currency, date } = statement;
  const total = (name: string, side: PlainEntry["side"]) =>
    `<${name}><NbOfNtries>${countOf(entries, side)}</NbOfNtries><Sum>${decimal(sumOf(entries, side), currency)}</Sum></${name}>`;
  const balance = (type: string, units: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${decimal(Math.abs(units), currency)}</Amt><CdtDbtInd>${units < 0 ? "DBIT" : "CRDT"}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;
  const balances =
    format === "CAMT_053" ? balance("OPBD", statement.opening) + balance("CLBD", closingOf(statement)) : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}"><${root}>
<GrpHdr><MsgId>MSG-1</MsgId><CreDtTm>${date}T20:00:00</CreDtTm></GrpHdr>
<${record}><Id>S-1</Id><Acct><Id><Othr><Id>${statement.account}</Id></Othr></Id><Ccy>${currency}</Ccy></Acct>
${balances}
<TxsSummry>${total("TtlCdtNtries", "CREDIT")}${total("TtlDbtNtries", "DEBIT")}</TxsSummry>
${entries.map((entry) => camtEntry(entry, statement)).join("\n")}
</${record}></${root}></Document>
`;
}

function camtEntry(entry: PlainEntry, { currency, date }: PlainStatement): string {
  const { bankReference, bookingDate = date, endToEndId, valueDate, payer, text } = entry;
  return [
    `<Ntry><Amt Ccy="${currency}">${decimal(entry.amount, currency)}</Amt>`,
    `<CdtDbtInd>${entry.side === "CREDIT" ? "CRDT" : "DBIT"}</CdtDbtInd>`,
    entry.reversal ? "<RvslInd>true</RvslInd>" : "",
    `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${bookingDate}</Dt></BookgDt>`,
    valueDate ? `<ValDt><Dt>${valueDate}</Dt></ValDt>` : "",
    bankReference ? `<AcctSvcrRef>${bankReference}</AcctSvcrRef>` : "",
    "<NtryDtls><TxDtls>",
    endToEndId ? `<Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>` : "",
    payer ? `<RltdPties><Dbtr><Nm>${payer.name}</Nm></Dbtr>` : "",
    payer?.account ? `<DbtrAcct><Id><Othr><Id>${payer.account}</Id></Othr></Id></DbtrAcct>` : "",
    payer ? "</RltdPties>" : "",
    `<RmtInf>${text.map((line) => `<Ustrd>${line}</Ustrd>`).join("")}</RmtInf>`,
    "</TxDtls></NtryDtls></Ntry>",
  ].join("");
}

function mtEntry(entry: PlainEntry, { date, currency }: PlainStatement): string {
  const { side, reversal, amount, bookingDate = date, endToEndId, bankReference, text } = entry;
  // RC takes a credit back, RD a debit.
  const mark = reversal ? (side === "CREDIT" ? "RD" : "RC") : side === "CREDIT" ? "C" : "D";
  const comma = withComma(amount, currency);
  const day = short(bookingDate).slice(2);
  const reference = bankReference ? `//${bankReference}` : "";
  const line = `:61:${short(entry.valueDate ?? bookingDate)}${day}${mark}${comma}NTRF${endToEndId ?? "NONREF"}${reference}`;
  return [line, ...text.map((each, index) => (index === 0 ? `:86:${each}` : each))].join("\r\n");
}

/** Of several statements the messages one after the other, each in its envelope. */
export function mt940(...statements: readonly PlainStatement[]): string {
  return statements.map((statement, index) => mt940Message(statement, index)).join("");
}

function mt940Message(statement: PlainStatement, index: number): string {
  const balance = (units: number) =>
    `${units < 0 ? "D" : "C"}${short(statement.date)}${statement.currency}${withComma(Math.abs(units), statement.currency)}`;
  return [
    `{1:F01ABCDEF00AXXX0000000000}{2:O9400000260302ABCDEF00AXXX00000000002603020000N}{4:`,
    `:20:STATEMENT-${index + 1}`,
    `:25:${statement.account}`,
    `:28C:${index + 1}/1`,
    `:60F:${balance(statement.opening)}`,
    ...statement.entries.map((entry) => mtEntry(entry, statement)),
    `:62F:${balance(closingOf(statement))}`,
    "-}",
    "",
  ].join("\r\n");
}

function mt942(statement: PlainStatement): string {
  const { entries, currency, date } = statement;
  const total = (tag: string, side: PlainEntry["side"]) =>
    `:${tag}:${countOf(entries, side)}${currency}${withComma(sumOf(entries, side), currency)}`;
  return [
    ":20:REPORT-1",
    `:25:${statement.account}`,
    ":28C:1/1",
    `:34F:${currency}0,`,
    `:13D:${short(date)}1200+0100`,
    ...entries.map((entry) => mtEntry(entry, statement)),
    total("90D", "DEBIT"),
    total("90C", "CREDIT"),
    "-",
    "",
  ].join("\r\n");
}

/** One group with an account for each statement; `modifier` 2 is final data of the day before, 3 interim of the day. */
export function bai2(statements: readonly PlainStatement[], modifier = "2"): string {
  const [first] = statements;
  const accounts = statements.map(bai2Account);
  const sum = accounts.reduce((total, account) => total + account.sum, 0);
  const records = accounts.reduce((total, account) => total + account.lines.length, 0);
  const date = short(first?.date ?? "2026-03-02");
  return [
    `01,021000021,CUSTOMER,${date},0600,1,,,2/`,
    `02,CUSTOMER,021000021,1,${date},2400,${first?.currency ?? "USD"},${modifier}/`,
    ...accounts.flatMap((account) => account.lines),
    `98,${sum},${accounts.length},${records + 2}/`,
    `99,${sum},1,${records + 4}/`,
    "",
  ].join("\n");
}

function bai2Account(statement: PlainStatement): { readonly lines: string[]; readonly sum: number } {
  const { account, currency, opening, entries } = statement;
  const [credits, debits] = [sumOf(entries, "CREDIT"), sumOf(entries, "DEBIT")];
  const lines = [
    `03,${account},${currency},010,${opening},,,015,${closingOf(statement)},,/`,
    `88,100,${credits},${countOf(entries, "CREDIT")},,400,${debits},${countOf(entries, "DEBIT")},/`,
    ...entries.flatMap((entry) => bai2Detail(entry)),
  ];
  const sum = opening + closingOf(statement) + 2 * (credits + debits);
  return { lines: [...lines, `49,${sum},${lines.length + 1}/`], sum };
}

function bai2Detail({
  amount,
  side,
  reversal,
  valueDate,
  bankReference,
  endToEndId,
  text,
}: PlainEntry): string[] {
  const code = side === "CREDIT" ? (reversal ? "252" : "165") : reversal ? "552" : "455";
  const funds = valueDate ? `V,${short(valueDate)},` : "";
  const [first = "", ...others] = text;
  return [
    `16,${code},${amount},${funds},${bankReference ?? ""},${endToEndId ?? ""},${first}`,
    ...others.map((line) => `88,${line}`),
  ];
}
