import type { BankLine, CashLine } from "./reconciliation.model.js";

/** A bank line and a ledger line that may belong together. */
export interface Pairing {
  readonly bank: BankLine;
  readonly ledger: CashLine;
  readonly weight: number;
  readonly evidence: string;
}

/**
 * Each line in one pair at most: the heaviest pairs first, then partners change as long as that makes two pairs
 * heavier together. Of lines that are all alike, the earlier keep to the earlier.
 */
export function assignBest(pairings: readonly Pairing[]): Pairing[] {
  const byLines = new Map<BankLine, Map<CashLine, Pairing>>();
  for (const pairing of pairings) {
    byLines.set(pairing.bank, (byLines.get(pairing.bank) ?? new Map()).set(pairing.ledger, pairing));
  }
  const chosen = greedy(pairings);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < chosen.length; i++) {
      for (let j = i + 1; j < chosen.length; j++) {
        const [one, other] = [chosen[i], chosen[j]];
        if (!one || !other) continue;
        const crossed = byLines.get(one.bank)?.get(other.ledger);
        const back = byLines.get(other.bank)?.get(one.ledger);
        if (!crossed || !back || crossed.weight + back.weight <= one.weight + other.weight + 1e-9) continue;
        chosen[i] = crossed;
        chosen[j] = back;
        changed = true;
      }
    }
  }
  return chosen;
}

function greedy(pairings: readonly Pairing[]): Pairing[] {
  const taken = new Set<BankLine | CashLine>();
  return [...pairings]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ bank, ledger }) => {
      if (taken.has(bank) || taken.has(ledger)) return false;
      taken.add(bank).add(ledger);
      return true;
    });
}
