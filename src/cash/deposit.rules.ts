import { type BusinessDate, daysBetween } from "../platform/business-date.js";
import type { BankEntry } from "./bank-files/index.js";

export type DepositKind = "ACH" | "LOCKBOX";

/** The deposit that an entry is part of, by its name in the file; without a name the entry is a deposit's sum itself. */
export interface EntryDeposit {
  readonly kind: DepositKind;
  readonly name: string | null;
  /** For a sum: the batch whose entries make it up. */
  readonly batchId?: string;
  /** For a part: the entry of the sum whose place it took. */
  readonly replaces?: string;
}

/** Days that may lie between the day of a file and the day on which the bank books its sum: a long weekend. */
export const DEPOSIT_DAYS = 4;

/** BAI2 types of lockbox deposits and ACH credits, ISO 20022's family of lockboxes, SWIFT's code. */
const LOCKBOX_CODES = new Set(["115", "116", "LBOX", "LBX", "NLBX", "LOCKBOX"]);
const ACH_CODES = new Set(["142", "145", "164", "165", "166", "169", "ACH"]);

/** What an entry has to do with deposits; null when nothing. Money that went out is no deposit, nor is a notice. */
export function depositOf(entry: BankEntry): EntryDeposit | null {
  if (entry.side === "DEBIT" || entry.notice) return null;
  if (entry.deposit !== undefined) {
    return { kind: entry.deposit.startsWith("ACH") ? "ACH" : "LOCKBOX", name: entry.deposit };
  }
  const codes = (entry.bankTransactionCode ?? "").toUpperCase().split(/[^A-Z0-9]+/);
  if (codes.some((code) => LOCKBOX_CODES.has(code))) return { kind: "LOCKBOX", name: null };
  return codes.some((code) => ACH_CODES.has(code)) ? { kind: "ACH", name: null } : null;
}

/** A sum in a statement. */
export interface DepositSum {
  readonly kind: DepositKind;
  readonly account: string;
  readonly currency: string;
  readonly amount: string;
  readonly day: BusinessDate;
}

/** Whether a sum can be that of parts of the same kind: same amount, days near one another, and for ACH one account. */
export function isSumOf(sum: DepositSum, parts: DepositSum): boolean {
  return (
    sum.kind === parts.kind &&
    sum.currency === parts.currency &&
    sum.amount === parts.amount &&
    Math.abs(daysBetween(sum.day, parts.day)) <= DEPOSIT_DAYS &&
    // A lockbox has a number of its own; an ACH file names the account, at times with zeros in front.
    (sum.kind === "LOCKBOX" || bare(sum.account) === bare(parts.account))
  );
}

function bare(account: string): string {
  return account.replace(/^0+/, "");
}

/** Entries that a bank may book in one sum, with that sum. */
export interface DepositGroup<Part> extends DepositSum {
  readonly name: string;
  readonly parts: readonly Part[];
}

export interface DepositPart extends DepositSum {
  /** Name of the deposit in its file, and the file's number of the entry. */
  readonly deposit: string;
  readonly batchId: string;
  readonly entryNo: number;
}

/** The ways in which a bank may book the entries of a file: by deposit, all of a day for one account, or one by one. */
export function groupsOf<Part extends DepositPart>(
  parts: readonly Part[],
  sumOf: (parts: readonly Part[]) => string,
): DepositGroup<Part>[] {
  const keys = [
    (part: Part) => part.deposit,
    (part: Part) => `* ${part.account} ${part.day}`,
    (part: Part) => `# ${part.entryNo}`,
  ];
  return keys.flatMap((keyOf) => {
    const groups = Map.groupBy(parts, (part) => JSON.stringify([part.batchId, keyOf(part), part.currency]));
    return [...groups.values()].flatMap((own): DepositGroup<Part>[] => {
      const [first] = own;
      if (!first) return [];
      const { kind, account, currency, day } = first;
      return [{ kind, account, currency, day, amount: sumOf(own), name: keyOf(first), parts: own }];
    });
  });
}
