import type { Payload } from "./stories.js";
import { given, type MoneyValue, type Story } from "./stories.js";

export interface DisputeValue {
  readonly number: string;
  readonly status: string;
  readonly scope: string;
  readonly amount: MoneyValue;
  readonly disputedAmount: MoneyValue;
  readonly statusAt: string | null;
  readonly ownerDepartment: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly resolution: string | null;
  readonly acceptedAmount: MoneyValue | null;
  readonly rootCause: string | null;
  readonly correctiveAction: string | null;
  readonly items: readonly { readonly openItem: { readonly id: string }; readonly amount: MoneyValue }[];
  readonly lines: readonly { readonly invoiceLineNo: number; readonly amount: MoneyValue }[];
  readonly settledBy: readonly {
    readonly amount: MoneyValue;
    readonly creditMemo: { readonly number: string } | null;
    readonly writeOff: { readonly number: string } | null;
    readonly chargeback: { readonly number: string } | null;
  }[];
  readonly history: readonly {
    readonly status: string;
    readonly madeOn: string;
    readonly madeBy: string;
    readonly ownerDepartment: string;
    readonly note: string | null;
    readonly recordedAt: string;
  }[];
  readonly version: number;
}

const DISPUTE = `number status scope amount { amount } disputedAmount(asOf: $asOf, knownAt: $knownAt) { amount currency }
  statusAt(asOf: $asOf, knownAt: $knownAt) ownerDepartment openedOn closedOn resolution acceptedAmount { amount } rootCause
  correctiveAction items { openItem { id } amount { amount } } lines { invoiceLineNo amount { amount } }
  settledBy { amount { amount } creditMemo { number } writeOff { number } chargeback { number } }
  history { status madeOn madeBy ownerDepartment note recordedAt } version`;

export interface Point {
  readonly asOf?: string;
  readonly knownAt?: string | null;
}

/** What every dispute has, unless told otherwise. */
export const ABOUT = { reasonCode: "PRICE", ownerDepartment: "Sales" };

/** What every resolution has. */
export const FOUND = { rootCause: "An old price list", correctiveAction: "The list was replaced" };

/** Disputes an invoice; the dispute's id. */
export async function dispute(
  story: Story,
  invoice: { readonly id: string },
  its: object = {},
): Promise<string> {
  return disputeIn(await story.does("disputeOpen", { invoiceId: invoice.id, ...ABOUT, ...its }));
}

/** The id of the dispute that a payload tells of. */
export function disputeIn(payload: Payload): string {
  return given(payload.dispute).id;
}

/** A dispute as it is read, with what it told at a point. */
export async function read(story: Story, id: string, point: Point = {}): Promise<DisputeValue> {
  const data = await story.ask<{ dispute: DisputeValue | null }>(
    `query ($id: ID!, $asOf: Date, $knownAt: DateTime) { dispute(id: $id) { ${DISPUTE} } }`,
    { id, ...point },
  );
  return given(data.dispute);
}

/** What is disputed of each of an invoice's items at a point, in their order. */
export async function disputed(
  story: Story,
  invoice: { readonly id: string },
  point: Point = {},
): Promise<string[]> {
  const data = await story.ask<{ invoice: { openItems: { disputedAmount: MoneyValue }[] } }>(
    `query ($id: ID!, $asOf: Date, $knownAt: DateTime) {
       invoice(id: $id) { openItems { disputedAmount(asOf: $asOf, knownAt: $knownAt) { amount } } } }`,
    { id: invoice.id, ...point },
  );
  return data.invoice.openItems.map(({ disputedAmount }) => disputedAmount.amount);
}

interface AgedValue {
  readonly balance: MoneyValue;
  readonly buckets: readonly MoneyValue[];
  readonly disputed: MoneyValue;
  readonly disputedBuckets: readonly MoneyValue[];
  readonly onPlan: MoneyValue;
}

/** The aging's one row: its buckets, and what of them is disputed. */
export async function agedDisputes(story: Story, args: object = {}) {
  const fields = `balance { amount } buckets { amount } disputed { amount } disputedBuckets { amount } onPlan { amount }`;
  const { aging } = await story.ask<{
    aging: { knownAt: string; rows: AgedValue[]; totals: AgedValue[] };
  }>(
    `query ($basis: AgingBasis, $asOf: Date, $knownAt: DateTime, $by: [AgingDimension!]) {
       aging(basis: $basis, asOf: $asOf, knownAt: $knownAt, by: $by) { knownAt rows { ${fields} } totals { ${fields} } } }`,
    { basis: "DUE_DATE", by: ["CUSTOMER"], ...args },
  );
  const row = given(aging.totals[0]);
  const amounts = (money: readonly MoneyValue[]) => money.map(({ amount }) => amount);
  return {
    knownAt: aging.knownAt,
    rows: aging.rows,
    balance: row.balance.amount,
    buckets: amounts(row.buckets),
    disputed: row.disputed.amount,
    disputedBuckets: amounts(row.disputedBuckets),
    onPlan: row.onPlan.amount,
  };
}
