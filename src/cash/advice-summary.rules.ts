import type { TakenAdviceFile } from "./take-advice-file.js";

/** What became of a file of remittance advices, in words: how many are there, how many found their receipt. */
export function adviceSummary({ outcomes, paired }: Pick<TakenAdviceFile, "outcomes" | "paired">): string[] {
  const waiting = outcomes.TAKEN - paired;
  const counts: readonly (readonly [string, number])[] = [
    ["Remittance advices", outcomes.TAKEN + outcomes.DUPLICATE + outcomes.QUARANTINED],
    ["  paired with receipts", paired],
    ["  waiting for their payment", waiting],
    ["  taken in before", outcomes.DUPLICATE],
    ["  held back", outcomes.QUARANTINED],
  ];
  return counts
    .filter(([, count], at) => at === 0 || count > 0)
    .map(([label, count]) => `${label.padEnd(LABEL_WIDTH)} ${String(count).padStart(COUNT_WIDTH)}`);
}

const LABEL_WIDTH = 28;
const COUNT_WIDTH = 6;
