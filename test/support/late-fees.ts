import type { Story } from "./stories.js";
import type { MoneyValue } from "./story-values.js";

export interface LateFeeLineValue {
  readonly kind: string;
  readonly openItem: { readonly documentNumber: string } | null;
  readonly fromDate: string | null;
  readonly toDate: string | null;
  readonly days: number | null;
  readonly principal: MoneyValue | null;
  readonly annualRatePercent: string | null;
  readonly amount: MoneyValue;
}

export interface LateFeeValue {
  readonly id: string;
  readonly number: string;
  readonly documentDate: string;
  readonly amount: MoneyValue;
  readonly waived: MoneyValue;
  readonly openItem: {
    readonly id: string;
    readonly kind: string;
    readonly dueDate: string;
    readonly openAmount: MoneyValue;
  };
  readonly lines: readonly LateFeeLineValue[];
  readonly journalEntry: { readonly kind: string };
}

const LINES = `lines { kind openItem { documentNumber } fromDate toDate days principal { amount } annualRatePercent
  amount { amount } }`;

/** 18 % a year in dollars since 2025, unless told otherwise. */
export async function policy(story: Story, its: object = {}): Promise<void> {
  await story.does("lateFeePolicySet", {
    currency: "USD",
    effectiveFrom: "2025-01-01",
    annualRatePercent: "18",
    ...its,
  });
}

/** What a run would charge, by customer. */
export async function preview(
  story: Story,
  asOf = "2026-03-10",
): Promise<readonly Pick<LateFeeValue, "amount" | "lines">[]> {
  const { lateFeePreview } = await story.ask<{ lateFeePreview: { nodes: LateFeeValue[] } }>(
    `query ($asOf: Date!) { lateFeePreview(asOf: $asOf) { nodes { customer { number } amount { amount } ${LINES} } } }`,
    { asOf },
  );
  return lateFeePreview.nodes;
}

/** All late fees, by number. */
export async function lateFees(story: Story): Promise<readonly LateFeeValue[]> {
  const { lateFees: page } = await story.ask<{ lateFees: { nodes: LateFeeValue[] } }>(
    `{ lateFees(last: 100) { nodes { id number documentDate amount { amount } waived { amount }
       openItem { id kind dueDate openAmount { amount } } ${LINES} journalEntry { kind } } } }`,
  );
  return page.nodes.toSorted((a, b) => (a.number < b.number ? -1 : 1));
}
