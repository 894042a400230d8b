/** A batch of an ACH file, as its bank would write it. Texts that are longer than their columns are cut. */
export interface AchBatch {
  /** Standard entry class: CCD, CTX, PPD, COR, … */
  readonly entryClass: string;
  readonly companyName: string;
  readonly companyId: string;
  readonly description: string;
  /** YYMMDD; blank or zeros for none. */
  readonly effectiveDate: string;
  /** Day of the year, three digits; blank for none. */
  readonly settlementDay?: string;
  /** First eight digits of the originator's bank. */
  readonly bank: string;
  readonly entries: readonly AchEntry[];
}

export interface AchEntry {
  /** Transaction code, two digits: last digit 1 to 4 credit, 5 to 9 debit. */
  readonly code: string;
  /** Nine digits. */
  readonly routing: string;
  readonly account: string;
  readonly cents: number;
  readonly individualId?: string;
  readonly name?: string;
  /** Texts of addenda 05, at most 80 characters each. */
  readonly texts?: readonly string[];
  /** Addenda 98 or 99 instead of texts. */
  readonly notice?: AchEntryNotice;
  /** Fifteen digits; made of the batch's bank and the entry's place when left out. */
  readonly trace?: string;
}

export interface AchEntryNotice {
  /** "R01" or "C01". */
  readonly code: string;
  readonly originalTrace: string;
  /** First eight digits of the bank of the original entry's receiver. */
  readonly originalBank: string;
  readonly correctedData?: string;
}

export interface AchFile {
  /** YYMMDD. */
  readonly created: string;
  readonly modifier?: string;
  readonly batches: readonly AchBatch[];
}

/** A NACHA file of fixed records, filled up with nines, with control totals that agree. */
export function nachaFile({ created, modifier = "A", batches }: AchFile): Buffer {
  const header = `101 231380104 121042882${created}0930${modifier}094101${left("FIRST BANK", 23)}${left("SECOND BANK", 23)}${left("", 8)}`;
  const printed = batches.map((batch, at) => batchOf(batch, at + 1));
  const totals = printed.reduce((sum, batch) => added(sum, batch.totals), NOTHING);
  const records = [header, ...printed.flatMap((batch) => batch.records)];
  const blocks = Math.ceil((records.length + 1) / 10);
  const control = `9${digits(batches.length, 6)}${digits(blocks, 6)}${digits(totals.records, 8)}${digits(totals.hash % HASH, 10)}${digits(totals.debits, 12)}${digits(totals.credits, 12)}`;
  const filled = Array.from({ length: blocks * 10 - records.length - 1 }, () => "9".repeat(94));
  return Buffer.from([...records, left(control, 94), ...filled].map((record) => `${record}\n`).join(""));
}

interface Totals {
  readonly records: number;
  readonly hash: number;
  readonly debits: number;
  readonly credits: number;
}

const NOTHING: Totals = { records: 0, hash: 0, debits: 0, credits: 0 };
const HASH = 10_000_000_000;

function added(a: Totals, b: Totals): Totals {
  return {
    records: a.records + b.records,
    hash: a.hash + b.hash,
    debits: a.debits + b.debits,
    credits: a.credits + b.credits,
  };
}

function batchOf(batch: AchBatch, no: number): { readonly records: string[]; readonly totals: Totals } {
  const entries = batch.entries.map((entry, at) => entryRecords(entry, batch, at + 1));
  const totals = batch.entries
    .map((entry, at) => totalsOf(entry, entries[at]?.length ?? 0))
    .reduce(added, NOTHING);
  const serviceClass = serviceClassOf(batch.entries);
  const company = left(batch.companyId, 10);
  const header = `5${serviceClass}${left(batch.companyName, 16)}${left("", 20)}${company}${batch.entryClass}${left(batch.description, 10)}${left("", 6)}${left(batch.effectiveDate, 6)}${left(batch.settlementDay ?? "", 3)}1${batch.bank}${digits(no, 7)}`;
  const control = `8${serviceClass}${digits(totals.records, 6)}${digits(totals.hash % HASH, 10)}${digits(totals.debits, 12)}${digits(totals.credits, 12)}${company}${left("", 25)}${batch.bank}${digits(no, 7)}`;
  return { records: [header, ...entries.flat(), control], totals };
}

function serviceClassOf(entries: readonly AchEntry[]): string {
  const debits = entries.filter((entry) => Number(entry.code[1]) >= 5).length;
  if (debits === 0) return "220";
  return debits === entries.length ? "225" : "200";
}

function totalsOf({ code, routing, cents }: AchEntry, records: number): Totals {
  const isDebit = Number(code[1]) >= 5;
  const hash = Number(routing.slice(0, 8));
  return { records, hash, debits: isDebit ? cents : 0, credits: isDebit ? 0 : cents };
}

function entryRecords(entry: AchEntry, batch: AchBatch, at: number): string[] {
  const trace = entry.trace ?? batch.bank + digits(at, 7);
  const addenda = entry.notice
    ? [noticeRecord(entry.notice, trace)]
    : (entry.texts ?? []).map((text, no) => `705${left(text, 80)}${digits(no + 1, 4)}${trace.slice(-7)}`);
  const name =
    batch.entryClass === "CTX" && !entry.notice ? ctxName(entry, addenda.length) : left(entry.name ?? "", 22);
  const first = `6${entry.code}${entry.routing}${left(entry.account, 17)}${digits(entry.cents, 10)}`;
  const second = `${left(entry.individualId ?? "", 15)}${name}  ${addenda.length > 0 ? "1" : "0"}${trace}`;
  return [first + second, ...addenda];
}

function ctxName({ name = "" }: AchEntry, addenda: number): string {
  return `${digits(addenda, 4)}${left(name, 16)}  `;
}

function noticeRecord(
  { code, originalTrace, originalBank, correctedData }: AchEntryNotice,
  trace: string,
): string {
  const type = code.startsWith("C") ? "98" : "99";
  return `7${type}${code}${left(originalTrace, 15)}${left("", 6)}${originalBank}${left(correctedData ?? "", 44)}${trace}`;
}

function left(text: string, width: number): string {
  return text.slice(0, width).padEnd(width);
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, "0").slice(-width);
}
