import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import {
  type EntryText,
  entry,
  statement,
  type TransactionText,
  transaction,
} from "../cash/bank-files/statement-files.js";
import { given, type Story, type Storybook } from "./stories.js";
import type { MoneyValue, Preview, UserErrorValue } from "./story-values.js";

/** The account of the statements that tests make. */
export const OWN_ACCOUNT = "DE02120300000000202051";

export interface CashMovementValue {
  readonly journalEntryId: string;
  readonly date: string;
  readonly amount: MoneyValue;
  readonly documentNumber: string | null;
  readonly isReversal: boolean;
  readonly receipt: { readonly id: string } | null;
}

export interface BankMatchProposalValue {
  readonly kind: string;
  readonly bankEntry: { readonly id: string; readonly description: string | null } | null;
  readonly movements: readonly CashMovementValue[];
  readonly difference: MoneyValue;
  readonly differenceReason: string | null;
  readonly keep: string;
  readonly receiptsOfLine: readonly { readonly id: string; readonly number: string }[];
  readonly evidence: string;
}

export type TotalsValue = Readonly<Record<(typeof SUMS)[number], MoneyValue>> &
  Readonly<Record<(typeof COUNTS)[number], number>>;

export interface BankReconciliationValue {
  readonly totals: TotalsValue;
  readonly proposals: readonly BankMatchProposalValue[];
  readonly unmatchedLines: readonly { readonly id: string }[];
  readonly unmatchedMovements: readonly CashMovementValue[];
}

export interface BankMatchValue {
  readonly id: string;
  readonly status: string;
  readonly keep: string;
  readonly difference: MoneyValue;
  readonly differenceReason: string | null;
  readonly undoReason: string | null;
  readonly version: number;
  readonly movements: readonly { readonly role: string; readonly movement: CashMovementValue }[];
}

export interface BankMatchPayload {
  readonly bankMatch: BankMatchValue | null;
  readonly receipts?: readonly { readonly id: string; readonly number: string }[] | null;
  readonly wouldPost?: readonly Preview[] | null;
  readonly replayed: boolean;
  readonly userErrors: readonly UserErrorValue[];
}

const SUMS = [
  ...(["statement", "fromBank", "confirmed", "unmatchedLines", "ledger", "unmatchedMovements"] as const),
  ...(["differences", "otherPeriods", "difference"] as const),
] as const;
const COUNTS = ["lineCount", "unmatchedLineCount", "unmatchedMovementCount", "heldBackCount"] as const;
const MOVEMENT = "journalEntryId date amount { amount } documentNumber isReversal receipt { id }";
const MATCH = `bankMatch { id status keep version difference { amount } differenceReason undoReason movements { role movement { ${MOVEMENT} } } }`;
const WOULD_POST = "wouldPost { kind description effectiveDate lines { accountName amount } }";
const SELECTIONS: Readonly<Record<string, string>> = {
  bankMatchConfirm: `${MATCH} ${WOULD_POST}`,
  bankMatchReject: MATCH,
  bankMatchUndo: `${MATCH} receipts { id number }`,
};

/** March with the bank, as the API tells it. */
export async function reconciliation(
  story: Story,
  { from = "2026-03-01", to = "2026-03-31", account = OWN_ACCOUNT, currency = "EUR" } = {},
): Promise<BankReconciliationValue> {
  const { bankReconciliation } = await story.ask<{ bankReconciliation: BankReconciliationValue }>(
    `query ($account: String!, $currency: CurrencyCode!, $from: Date!, $to: Date!) {
      bankReconciliation(account: $account, currency: $currency, from: $from, to: $to) {
        totals { ${COUNTS.join(" ")} ${SUMS.map((sum) => `${sum} { amount }`).join(" ")} }
        proposals { kind bankEntry { id description } movements { ${MOVEMENT} } difference { amount } differenceReason keep
          receiptsOfLine { id number } evidence }
        unmatchedLines { id } unmatchedMovements { ${MOVEMENT} } } }`,
    { account, currency, from, to },
  );
  expectExplained(bankReconciliation.totals);
  return bankReconciliation;
}

/** The difference between the bank and the ledger is what the figures say that it is made of. */
function expectExplained(totals: TotalsValue): void {
  const cents = (sum: (typeof SUMS)[number]) => Math.round(Number(totals[sum].amount) * 100);
  expect(cents("difference")).toBe(cents("statement") - cents("ledger"));
  expect(cents("difference")).toBe(
    cents("unmatchedLines") - cents("unmatchedMovements") + cents("differences") + cents("otherPeriods"),
  );
}

/** A line of a statement; credits of 2 March unless told otherwise. */
export interface LineGiven extends TransactionText, Pick<EntryText, "side" | "date"> {
  readonly amount: string;
}

/** Takes in a statement of account with these lines. */
export async function booked(story: Story, ...lines: readonly LineGiven[]): Promise<void> {
  const entries = lines.map(({ amount, side, date, ...paid }) => {
    const given = { amount, reference: randomUUID().slice(0, 30), details: transaction(paid) };
    return entry({ ...given, ...(side ? { side } : {}), ...(date ? { date } : {}) });
  });
  const { bankFileImport } = await story.ask<{ bankFileImport: { userErrors: UserErrorValue[] } }>(
    "mutation ($input: BankFileImportInput!) { bankFileImport(input: $input) { userErrors { code message path } } }",
    {
      input: {
        fileName: "statement.xml",
        content: statement(entries.join("")).toString("base64"),
        idempotencyKey: randomUUID(),
      },
    },
  );
  expect(bankFileImport.userErrors).toEqual([]);
}

/** A mutation of bank reconciliation, whatever it says. */
export async function attempts(
  story: Story,
  mutation: "bankMatchConfirm" | "bankMatchReject" | "bankMatchUndo",
  input: object,
): Promise<BankMatchPayload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const data = await story.ask<Record<string, BankMatchPayload>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
      ${SELECTIONS[mutation] ?? ""} replayed userErrors { __typename code message path } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  const payload = data[mutation];
  if (!payload) throw new Error(`${mutation} answered nothing`);
  return payload;
}

/** One that must be carried out. */
export async function carries(
  story: Story,
  mutation: "bankMatchConfirm" | "bankMatchReject" | "bankMatchUndo",
  input: object,
): Promise<BankMatchPayload & { readonly bankMatch: BankMatchValue }> {
  const payload = await attempts(story, mutation, input);
  expect(payload.userErrors).toEqual([]);
  const { bankMatch } = payload;
  if (!bankMatch) throw new Error(`${mutation} decided nothing`);
  return { ...payload, bankMatch };
}

/** Both sides of a proposal, as the mutations take them. */
export function sidesOf({ bankEntry, movements }: BankMatchProposalValue) {
  const journalEntryIds = movements.map(({ journalEntryId }) => journalEntryId);
  return { ...(bankEntry ? { bankEntryId: bankEntry.id } : {}), journalEntryIds };
}

/** A proposal as it stands, to be confirmed. */
export function asProposed(proposal: BankMatchProposalValue) {
  const { keep, differenceReason } = proposal;
  return { ...sidesOf(proposal), keep, ...(differenceReason ? { differenceReason } : {}) };
}

/** Books in EUR with one customer. */
export async function opened(stories: Storybook): Promise<{ story: Story; customerId: string }> {
  const story = await stories.begin({ functionalCurrency: "EUR" });
  return { story, customerId: await story.customer({ name: "Northwind Traders" }) };
}

/** Money that somebody recorded by hand, before the bank told of it. */
export function recorded(story: Story, customerId: string | null, amount: string, more: object = {}) {
  return story.receipt({ customerId, amount, currency: "EUR", receivedOn: "2026-02-27", ...more });
}

/** What is proposed for March, when it is one thing. */
export async function onlyProposal(story: Story) {
  const { proposals } = await reconciliation(story);
  expect(proposals).toHaveLength(1);
  return given(proposals[0]);
}

/** What the ledger calls cash. */
export async function cash(story: Story): Promise<string> {
  return (await story.account("Cash clearing", "EUR")).amount;
}

export async function statusOf(story: Story, receiptId: string) {
  const { receipt } = await story.ask<{ receipt: { status: string; reversalReason: string | null } }>(
    "query ($id: ID!) { receipt(id: $id) { status reversalReason } }",
    { id: receiptId },
  );
  return receipt;
}
