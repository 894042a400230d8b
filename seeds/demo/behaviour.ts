import type { Chance } from "../chance.js";

/** How a customer pays. */
export interface Behaviour {
  readonly riskClass: "LOW" | "MEDIUM" | "HIGH";
  readonly method: "BANK_TRANSFER" | "CHEQUE" | "CARD" | "DIRECT_DEBIT";
  /** Days after the due date on which it usually pays; negative is early. */
  readonly typicalDelay: number;
  /** How far its payments lie around that, in days. */
  readonly spread: number;
  /** The weekday of its payment run, 1 = Monday … 5 = Friday. */
  readonly payday: number;
  /** Of a hundred invoices, those it never pays. */
  readonly neverPaidPercent: number;
  /** Since so many days it has paid nothing at all; null while it pays. */
  readonly silentSinceDays: number | null;
}

const METHODS: readonly (readonly [Behaviour["method"], number])[] = [
  ["BANK_TRANSFER", 62],
  ["CHEQUE", 22],
  ["CARD", 6],
  ["DIRECT_DEBIT", 10],
];

export function behaviourOf(chance: Chance): Behaviour {
  const riskClass = chance.weighted<Behaviour["riskClass"]>([
    ["LOW", 58],
    ["MEDIUM", 31],
    ["HIGH", 11],
  ]);
  const shared = { riskClass, method: chance.weighted(METHODS), payday: chance.whole(1, 5) };
  switch (riskClass) {
    case "LOW":
      return {
        ...shared,
        typicalDelay: chance.whole(-6, 5),
        spread: 5,
        neverPaidPercent: 0.1,
        silentSinceDays: null,
      };
    case "MEDIUM":
      return {
        ...shared,
        typicalDelay: chance.whole(3, 18),
        spread: 12,
        neverPaidPercent: 0.5,
        silentSinceDays: null,
      };
    case "HIGH": {
      const silentSinceDays = chance.percent(9) ? chance.whole(75, 170) : null;
      return {
        ...shared,
        typicalDelay: chance.whole(15, 55),
        spread: 30,
        neverPaidPercent: 2.5,
        silentSinceDays,
      };
    }
  }
}
