import { createHash } from "node:crypto";
import type { BankEntry } from "./bank-file.model.js";

/** An entry before it has its reference. */
export type UnreferencedEntry = Omit<BankEntry, "reference" | "bankReference" | "referencedBy">;

/** References that the file gives to the entry itself: the bank's own, and the statement's. */
export interface AssignedReferences {
  readonly bank: string | undefined;
  readonly entry: string | undefined;
}

export type ReferenceMaker = (
  entry: UnreferencedEntry,
  account: string,
  assigned: AssignedReferences,
) => Pick<BankEntry, "reference" | "bankReference" | "referencedBy">;

const READABLE_CHARACTERS = 40;

/**
 * Makes the key under which an entry is posted at most once, unique over all accounts: a readable part, "~",
 * and a hash of what tells the entry from others. The first of these that is there is used:
 *
 * 1. The bank's reference (`AcctSvcrRef` of the entry, else that of its only transaction), hashed with account,
 *    status, side, reversal, amount, currency and booking date. Those are added because banks give a payment,
 *    its charge and its return the same reference; the remittance is left out because a later file may repeat
 *    the entry with more of it.
 * 2. The statement's reference (`NtryRef`), hashed with the whole contents: many banks only number the lines of
 *    a statement, so "1" stands in every file.
 * 3. Neither: the whole contents, and "#n" for the nth entry of the file with exactly these contents. Two equal
 *    cash deposits of a day are two entries, and get the same two keys however often and in whatever order the
 *    file lists them.
 *
 * The status is part of the key, so a pending line never takes the key of its later booking.
 */
export function referenceMaker(): ReferenceMaker {
  const seen = new Map<string, number>();
  return (entry, account, assigned) => {
    const movement = [
      account,
      entry.status,
      entry.side,
      entry.reversal,
      plain(entry.amount),
      entry.currency,
      entry.bookingDate,
    ];
    const bank = assigned.bank ?? (entry.details.length === 1 ? entry.details[0]?.bankReference : undefined);
    if (bank !== undefined)
      return {
        reference: keyOf(bank, ["bank", bank, ...movement]),
        bankReference: bank,
        referencedBy: "BANK",
      };
    const contents = [
      ...movement,
      entry.valueDate,
      entry.bankTransactionCode,
      entry.additionalInfo,
      contentsOf(entry),
    ];
    const line = assigned.entry;
    if (line !== undefined)
      return {
        reference: keyOf(line, ["line", line, ...contents]),
        bankReference: line,
        referencedBy: "LINE",
      };
    const key = keyOf("", ["none", ...contents]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { reference: `${key}#${count}` };
  };
}

function keyOf(readable: string, parts: readonly unknown[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);
  return `${readable.replace(/\s+/g, " ").slice(0, READABLE_CHARACTERS)}~${hash}`;
}

/** "10.00" and "10" are the same amount, whatever the file's habit. */
function plain(amount: string | null): string | null {
  return amount?.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

function contentsOf(entry: UnreferencedEntry): unknown[] {
  return entry.details.map(({ line: _line, ...contents }) => Object.entries(contents).sort(byKey));
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
