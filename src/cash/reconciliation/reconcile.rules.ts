import { daysBetween } from "../../platform/business-date.js";
import { Decimal } from "../../platform/money.js";
import { toUnits } from "../matching/amount-units.rules.js";
import { addingUp } from "../matching/subset-sum.rules.js";
import { type AmountSlip, amountSlip } from "./amount-slip.rules.js";
import { assignBest, type Pairing } from "./assign-best.rules.js";
import type {
  AmountMismatch,
  BankLine,
  CashLine,
  ManyToOne,
  OffsettingPair,
  OneToOne,
  Reconciliation,
  ReconciliationSettings,
} from "./reconciliation.model.js";
import { TextAffinity } from "./text-affinity.rules.js";

export const DEFAULT_RECONCILIATION_SETTINGS: ReconciliationSettings = {
  daysLater: 30,
  daysEarlier: 5,
  feeMost: new Decimal(75),
};

/** From so much on two texts are about one party. */
const SAME_PARTY = 0.4;

/** And from so much on, surely. */
const SAME_PARTY_SURELY = 0.7;

/** Lines that name nobody must be so near, in days, when their amount is not the only one of its kind. */
const DAYS_UNNAMED = 10;

/** Below so much they say nothing of each other: the amount must then be the only one of its kind. */
const SOME_LIKENESS = 0.15;

/** A batch holds more lines of a party than chance allows when they are more than this. */
const BATCH_LINES_MOST = 8;

/**
 * Bank lines against cash lines: first what undoes itself in the ledger, then equal amounts, batches that add up,
 * and amounts that a slip or a fee explains. Within each the likeliest pairs first; what is left is told on both sides.
 */
export function reconcile(
  bank: readonly BankLine[],
  ledger: readonly CashLine[],
  settings: ReconciliationSettings = DEFAULT_RECONCILIATION_SETTINGS,
): Reconciliation {
  const affinity = new TextAffinity(
    bank.map(({ description }) => description),
    ledger.map(({ description }) => description),
  );
  const lines: Lines = { bank: new Set(inOrder(bank)), ledger: new Set(inOrder(ledger)), affinity, settings };
  const offsetting = cancelled(lines);
  const oneToOne = equalAmounts(lines);
  const manyToOne = batches(lines);
  const mismatches = slips(lines);
  return {
    oneToOne,
    manyToOne,
    mismatches,
    offsetting: [...offsetting, ...undone(lines)],
    unmatchedBank: bank.filter((line) => lines.bank.has(line)),
    unmatchedLedger: ledger.filter((line) => lines.ledger.has(line)),
  };
}

/** What is not matched yet, on both sides. */
interface Lines {
  readonly bank: Set<BankLine>;
  readonly ledger: Set<CashLine>;
  readonly affinity: TextAffinity;
  readonly settings: ReconciliationSettings;
}

function inOrder<T extends { readonly id: string; readonly date: string }>(lines: readonly T[]): T[] {
  return [...lines].sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
}

/** A line that has another's number with something behind it and takes its amount back: neither reached the bank. */
function cancelled(lines: Lines): OffsettingPair[] {
  const byReference = new Map<string, CashLine>();
  for (const line of lines.ledger) byReference.set(line.reference, line);
  return [...lines.ledger].flatMap((line): OffsettingPair[] => {
    const original = startsOf(line.reference).flatMap((start) => byReference.get(start) ?? [])[0];
    if (!original || !lines.ledger.has(original) || !original.amount.eq(line.amount.neg())) return [];
    lines.ledger.delete(line);
    lines.ledger.delete(original);
    return [{ ledger: [original, line], evidence: `${line.reference} cancels ${original.reference}` }];
  });
}

/** "A-12-V" begins with "A-12" and with "A". */
function startsOf(reference: string): string[] {
  const starts = [...reference.matchAll(/[^\p{L}\p{N}]+/gu)].map(({ index }) => reference.slice(0, index));
  return starts.filter((start) => /\d/.test(start)).reverse();
}

/** What was taken back without the original's number, and is on no statement either. */
function undone(lines: Lines): OffsettingPair[] {
  const originals = [...lines.ledger].filter(({ cancels }) => !cancels);
  return [...lines.ledger].flatMap((line): OffsettingPair[] => {
    if (!line.cancels) return [];
    const [original] = originals
      .filter((one) => lines.ledger.has(one) && one.date <= line.date && one.amount.eq(line.amount.neg()))
      .filter((one) => partOfName(lines, one, line) >= SAME_PARTY);
    if (!original) return [];
    lines.ledger.delete(line);
    lines.ledger.delete(original);
    return [{ ledger: [original, line], evidence: "a cancelling line of the same amount and party" }];
  });
}

function partOfName({ affinity }: Lines, one: CashLine, other: CashLine): number {
  return Math.max(
    affinity.share(one.description, other.description),
    affinity.share(other.description, one.description),
  );
}

function equalAmounts(lines: Lines): OneToOne[] {
  const byAmount = new Map<string, CashLine[]>();
  for (const line of lines.ledger) addTo(byAmount, line.amount.toFixed(), line);
  const groups = new Map<string, BankLine[]>();
  for (const line of lines.bank) addTo(groups, line.amount.toFixed(), line);
  return [...groups].flatMap(([amount, bank]) => {
    const ledger = byAmount.get(amount) ?? [];
    const alone = bank.length === 1 && ledger.length === 1;
    const pairings = bank.flatMap((line) => {
      const start = lazily(() => bestStart(lines, line));
      return ledger.flatMap((other) => equalPairing(lines, line, other, { alone, start }));
    });
    return assignBest(pairings).map(({ bank: line, ledger: other, evidence }) => {
      lines.bank.delete(line);
      lines.ledger.delete(other);
      return { bank: line, ledger: other, evidence };
    });
  });
}

interface EqualAmounts {
  /** No other line on either side has the amount. */
  readonly alone: boolean;
  /** How much of the bank line's text stands at the start of the ledger line that has most of it. */
  readonly start: () => number;
}

function equalPairing(
  lines: Lines,
  bank: BankLine,
  ledger: CashLine,
  { alone, start }: EqualAmounts,
): Pairing[] {
  const days = daysApart(lines, bank, ledger);
  if (days === null) return [];
  const party = lines.affinity.share(bank.description, ledger.description);
  const numbered = sharesNumber(bank, ledger);
  if (!numbered && party < SAME_PARTY_SURELY && namesAnother(start, party)) return [];
  if (!alone && !numbered && party < SOME_LIKENESS && Math.abs(days) > DAYS_UNNAMED) return [];
  const words = [
    "equal amounts",
    numbered ? `both have number ${numbered}` : party >= SAME_PARTY ? "the same party" : null,
    `${Math.abs(days)} days apart`,
  ];
  const atStart = lines.affinity.shareAtStart(bank.description, ledger.description);
  const weight = 6 * party + 3 * atStart + (numbered ? 8 : 0) - 0.15 * Math.abs(days) - (days < 0 ? 1 : 0);
  return [{ bank, ledger, weight, evidence: words.filter((word) => word !== null).join("; ") }];
}

/** Whether another line's party is the bank line's much rather than this one's. */
function namesAnother(start: () => number, party: number): boolean {
  return start() >= Math.max(SAME_PARTY_SURELY, party + 0.3);
}

function bestStart({ affinity, ledger }: Lines, { description }: BankLine): number {
  let best = 0;
  for (const line of ledger) best = Math.max(best, affinity.shareAtStart(description, line.description));
  return best;
}

function lazily(work: () => number): () => number {
  let done: number | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/** From the ledger's day to the bank's; null when they are too far apart. */
function daysApart({ settings }: Lines, bank: BankLine, ledger: CashLine): number | null {
  const days = daysBetween(ledger.date, bank.date);
  return days > settings.daysLater || days < -settings.daysEarlier ? null : days;
}

const NUMBER_DIGITS = 3;

/** A number of three digits or more that the bank's text and the ledger's reference share. */
function sharesNumber(bank: BankLine, ledger: CashLine): string | null {
  const there = new Set(ledger.reference.match(/\d+/g) ?? []);
  const shared = (bank.description.match(/\d+/g) ?? []).find(
    (n) => n.length >= NUMBER_DIGITS && there.has(n),
  );
  return shared ?? null;
}

/** A bank line that several ledger lines of its party add up to. */
function batches(lines: Lines): ManyToOne[] {
  return [...lines.bank].flatMap((bank): ManyToOne[] => {
    const likely = [...lines.ledger]
      .filter(
        (line) =>
          line.amount.isNegative() === bank.amount.isNegative() && daysApart(lines, bank, line) !== null,
      )
      .map((line) => ({ line, party: lines.affinity.share(bank.description, line.description) }))
      .filter(({ party }) => party >= SAME_PARTY)
      .sort((a, b) => b.party - a.party);
    for (const least of [0.75, SAME_PARTY]) {
      const own = likely.filter(({ party }) => party >= least).map(({ line }) => line);
      const amounts = own.map((line) => toUnits(line.amount.abs()));
      const { group } = addingUp(amounts, toUnits(bank.amount.abs()), { largest: BATCH_LINES_MOST });
      if (!group) continue;
      const ledger = group.flatMap((at) => own[at] ?? []);
      lines.bank.delete(bank);
      for (const line of ledger) lines.ledger.delete(line);
      return [
        { bank, ledger, evidence: `${ledger.length} lines of the same party add up to the bank's amount` },
      ];
    }
    return [];
  });
}

const SLIP_WORDS: Readonly<Record<AmountSlip, string>> = {
  TRANSPOSED_DIGITS: "two digits changed places",
  WITHIN_FEE: "the difference may be a bank's fee",
};

function slips(lines: Lines): AmountMismatch[] {
  const pairings = [...lines.bank].flatMap((bank) =>
    [...lines.ledger].flatMap((ledger): Pairing[] => {
      const slip = amountSlip(bank.amount, ledger.amount, lines.settings.feeMost);
      const days = slip && daysApart(lines, bank, ledger);
      if (slip === null || days === null) return [];
      const party = lines.affinity.share(bank.description, ledger.description);
      if (party < SAME_PARTY) return [];
      const weight = 6 * party + (slip === "TRANSPOSED_DIGITS" ? 2 : 0) - 0.15 * Math.abs(days);
      return [{ bank, ledger, weight, evidence: `the same party; ${SLIP_WORDS[slip]}` }];
    }),
  );
  return assignBest(pairings).map(({ bank, ledger, evidence }) => {
    lines.bank.delete(bank);
    lines.ledger.delete(ledger);
    return { bank, ledger, evidence, difference: bank.amount.minus(ledger.amount) };
  });
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
