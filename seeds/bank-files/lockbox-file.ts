/** Cheques that a bank opened for one lockbox and deposited together. */
export interface LockboxBatch {
  readonly cheques: readonly LockboxCheque[];
}

export interface LockboxCheque {
  readonly cents: number;
  /** Nine digits. */
  readonly routing: string;
  readonly account: string;
  readonly number: string;
  /** MMDDYY; blank for none. */
  readonly date?: string;
  readonly remitter?: string;
  /** Texts of overflow records, at most 30 characters each. */
  readonly texts?: readonly string[];
}

export interface Lockbox {
  readonly number: string;
  /** Day of the deposit, YYMMDD. */
  readonly depositedOn: string;
  readonly batches: readonly LockboxBatch[];
}

/** A BAI lockbox file with totals that agree. */
export function lockboxFile(created: string, lockboxes: readonly Lockbox[]): Buffer {
  const records = [
    `100FIRSTBANK OURCOMPANY${created}0930`,
    "2FIRSTBANK OURCOMPANY0000000000400080008001",
    ...lockboxes.flatMap(lockboxRecords),
  ];
  const all = [...records, `9${digits(records.length + 1, 6)}`];
  return Buffer.from(all.map((record) => `${record}\n`).join(""));
}

function lockboxRecords({ number, depositedOn, batches }: Lockbox): string[] {
  const place = `${digits(number, 7)}${depositedOn}`;
  const all = batches.flatMap((batch) => batch.cheques);
  return [
    `5000000${place}OURCOMPANYFIRSTBANK `,
    ...batches.flatMap((batch, at) => batchRecords(batch, digits(at + 1, 3), place)),
    `8000000${place}${digits(all.length, 4)}${digits(sumOf(all), 10)}`,
  ];
}

function batchRecords({ cheques }: LockboxBatch, no: string, place: string): string[] {
  const items = cheques.flatMap((cheque, at) => chequeRecords(cheque, no + digits(at + 1, 3)));
  return [...items, `7${no}000${place}${digits(cheques.length, 3)}${digits(sumOf(cheques), 10)}`];
}

function chequeRecords(cheque: LockboxCheque, item: string): string[] {
  const { cents, routing, account, number, date = "", remitter = "", texts = [] } = cheque;
  const micr = `${routing}${digits(account, 10)}${digits(number, 10)}`;
  return [
    `6${item}${digits(cents, 10)}${micr}${left(date, 6)}${left(remitter, 30)}`,
    ...texts.map(
      (text, at) => `4${item}6${digits(at + 1, 2)}${at + 1 === texts.length ? "9" : "0"}${left(text, 30)}`,
    ),
  ];
}

function sumOf(cheques: readonly LockboxCheque[]): number {
  return cheques.reduce((sum, cheque) => sum + cheque.cents, 0);
}

function left(text: string, width: number): string {
  return text.slice(0, width).padEnd(width);
}

function digits(value: number | string, width: number): string {
  return String(value).padStart(width, "0").slice(-width);
}
