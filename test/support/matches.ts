import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { entry, statement, type TransactionText, transaction } from "../cash/bank-files/statement-files.js";
import { given, type Story } from "./stories.js";
import type { MoneyValue, UserErrorValue } from "./story-values.js";

/** What matching said, as the API tells it. */
export interface MatchValue {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly obstacle: string | null;
  readonly payer: { readonly id: string } | null;
  readonly payerEvidence: string | null;
  readonly remainder: { readonly amount: MoneyValue; readonly reason: string } | null;
  readonly duplicateOf: readonly { readonly id: string }[];
  readonly parts: readonly MatchPartValue[];
  readonly alternatives: readonly Pick<MatchPartValue, "evidence" | "openItem">[];
}

export interface MatchPartValue {
  readonly decision: string;
  readonly outcome: string | null;
  readonly amount: MoneyValue | null;
  readonly discount: MoneyValue;
  readonly deduction: MoneyValue | null;
  readonly deductionReason: string | null;
  readonly rule: string | null;
  readonly score: string | null;
  readonly evidence: string | null;
  readonly undoneAt: string | null;
  readonly openItem: { readonly id: string; readonly documentNumber: string };
  readonly applications: readonly { readonly id: string; readonly amount: MoneyValue }[];
}

export interface ReceivedValue {
  readonly id: string;
  readonly customer: { readonly id: string } | null;
  readonly unappliedAmount: MoneyValue;
  readonly remittance: { readonly id: string };
  readonly matchProposals: readonly MatchValue[];
}

export interface DecidedValue {
  readonly matchProposal: MatchValue | null;
  readonly matchProposals?: readonly MatchValue[];
  readonly applied?: number;
  readonly applications?: readonly { readonly id: string }[] | null;
  readonly payerAliases?:
    | readonly { readonly id: string; readonly kind: string; readonly value: string }[]
    | null;
  readonly matchSetting?: { readonly rules: readonly string[]; readonly version: number } | null;
  readonly userErrors: readonly UserErrorValue[];
}

const MATCH = `id status version obstacle payer { id } payerEvidence remainder { amount { amount } reason } duplicateOf { id }
  parts { decision outcome amount { amount } discount { amount } deduction { amount } deductionReason rule score evidence undoneAt
    openItem { id documentNumber } applications { id amount { amount } } }
  alternatives { evidence openItem { id documentNumber } }`;
const RECEIPT = `id customer { id } unappliedAmount { amount } remittance { id } matchProposals { ${MATCH} }`;
const APPLIED = `matchProposal { ${MATCH} } applications { id } payerAliases { id kind value }`;
const SELECTIONS: Readonly<Record<string, string>> = {
  matchRun: `matchProposals { ${MATCH} } applied`,
  matchProposalConfirm: APPLIED,
  matchProposalSplit: APPLIED,
  matchProposalReject: `matchProposal { ${MATCH} }`,
  remittanceIdentify: `matchProposal { ${MATCH} } payerAliases { id kind value }`,
  payerAliasRemove: "payerAlias { id }",
  matchSettingSet: "matchSetting { rules version }",
};

/** Takes in a bank file with one payment, booked on 2 March; its receipt with what matching said. */
export async function receive(story: Story, amount: string, paid: TransactionText): Promise<ReceivedValue> {
  const [receipt] = await receiveAll(story, [{ amount, ...paid }]);
  return given(receipt);
}

/** The same with several payments in one file, in their order. */
export async function receiveAll(
  story: Story,
  payments: readonly (TransactionText & { readonly amount: string })[],
): Promise<readonly ReceivedValue[]> {
  const entries = payments.map((paid) =>
    entry({ amount: paid.amount, reference: randomUUID().slice(0, 30), details: transaction(paid) }),
  );
  const { bankFileImport } = await story.ask<{
    bankFileImport: { receipts: ReceivedValue[] | null; userErrors: UserErrorValue[] };
  }>(
    `mutation ($input: BankFileImportInput!) { bankFileImport(input: $input) {
      receipts { ${RECEIPT} } userErrors { __typename code message path } } }`,
    {
      input: {
        fileName: "payments.xml",
        content: statement(entries.join("")).toString("base64"),
        idempotencyKey: randomUUID(),
      },
    },
  );
  expect(bankFileImport.userErrors).toEqual([]);
  return given(bankFileImport.receipts);
}

/** The newest match of a receipt. */
export function matchOf(receipt: ReceivedValue): MatchValue {
  return given(receipt.matchProposals[0]);
}

/** The receipt as it is now. */
export async function receiptNow(story: Story, { id }: { readonly id: string }): Promise<ReceivedValue> {
  const { receipt } = await story.ask<{ receipt: ReceivedValue }>(
    `query ($id: ID!) { receipt(id: $id) { ${RECEIPT} } }`,
    { id },
  );
  return receipt;
}

/** A mutation of matching, whatever it says. */
export async function tries(story: Story, mutation: string, input: object): Promise<DecidedValue> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const data = await story.ask<Record<string, DecidedValue>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${SELECTIONS[mutation] ?? ""}
      userErrors { __typename code message path } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  return given(data[mutation]);
}

/** A mutation of matching that must be carried out. */
export async function decides(story: Story, mutation: string, input: object): Promise<DecidedValue> {
  const payload = await tries(story, mutation, input);
  expect(payload.userErrors).toEqual([]);
  return payload;
}
