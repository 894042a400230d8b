import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { type Refusal, Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { encodeId } from "../platform/graphql/ids.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { type AdviceNamed, type AdviceToPair, lockAdvice, standingPairs } from "./advice-to-pair.js";
import { rematchReceipts } from "./matches/rematch-receipts.js";
import { lockReceiptRows } from "./matches/waiting-match.js";
import { keepPairs } from "./pair-advices.js";

export interface RemittanceAdvicePairInput extends AdviceNamed {
  readonly receiptId: string;
  /** The advice says another amount than came: a person knows why. */
  readonly acceptDifference?: boolean | null;
  /** Why they belong together. */
  readonly reason?: string | null;
}

export interface RemittanceAdvicePairResult {
  readonly remittanceAdviceId: string;
  readonly receiptId: string;
  /** What matching says now; null when nothing of the receipt is left to apply. */
  readonly matchProposalId: string | null;
}

/** Pairs an advice with its payment as a person says, and matches what is left of the payment with what the advice says. */
export const pairAdviceByHand: Command<RemittanceAdvicePairInput, RemittanceAdvicePairResult> = {
  name: "remittanceAdvicePair",
  scope: "cash:write",
  postingDateAt: "receiptId",
  async run(context, input) {
    const { receiptId, remittanceAdviceId, reason } = input;
    const checks = new InputChecks();
    if (reason != null) checks.text(reason, "reason", "the reason", 1_000);
    // The receipt first, as everybody else does.
    const receipt = await lockReceipt(context, receiptId);
    const advice = await lockAdvice(context, input, checks);
    if (!receipt) checks.add("NOT_FOUND", "receiptId", "There is no such receipt.");
    if (!receipt || !advice) return new Refused(checks.refusals);
    checks.refusals.push(
      ...stateProblems(advice, receipt),
      ...(await pairedAlready(context, advice.id, receipt)),
      ...moneyProblems(advice, receipt, input.acceptDifference ?? false),
    );
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const evidence = `paired by ${context.actor.subject}${reason ? `: ${reason}` : ""}`;
    const pair = { adviceId: advice.id, paymentId: receiptId, by: "PERSON" as const, evidence };
    if ((await keepPairs(context, [pair])) === 0)
      return refuse(
        refusal("INVALID_STATE", "remittanceAdviceId", "Another has just paired it: read it again."),
      );
    const { matches } = await rematchReceipts(context, [receiptId]);
    return { remittanceAdviceId, receiptId, matchProposalId: matches[0]?.id ?? null };
  },
};

interface PaidReceipt {
  readonly id: string;
  readonly number: string;
  readonly amount: string;
  readonly currency: string;
  readonly isReversed: boolean;
}

async function lockReceipt(context: CommandContext, id: string): Promise<PaidReceipt | null> {
  const { tx, tenant } = context;
  const [locked] = await lockReceiptRows(context, [id]);
  if (!locked) return null;
  const [money] = await tx.rows<{ amount: string; currency: string }>(
    sql`select amount, currency from receipt where tenant_id = ${tenant.id} and id = ${id}`,
  );
  return money ? { ...locked, ...money } : null;
}

function stateProblems({ outcome }: AdviceToPair, { number, isReversed }: PaidReceipt): Refusal[] {
  const problems: Refusal[] = [];
  if (outcome === "QUARANTINED") {
    const message = "The advice is held back: release it first, with what has to be put right.";
    problems.push(refusal("INVALID_STATE", "remittanceAdviceId", message));
  }
  if (outcome === "DUPLICATE") {
    const message = "The same advice was taken in before: pair that one.";
    problems.push(refusal("INVALID_STATE", "remittanceAdviceId", message));
  }
  if (isReversed) problems.push(refusal("INVALID_STATE", "receiptId", `Receipt ${number} is reversed.`));
  return problems;
}

/** Either side has at most one other. */
async function pairedAlready(
  context: CommandContext,
  adviceId: string,
  { id: receiptId, number }: PaidReceipt,
): Promise<Refusal[]> {
  const pairs = await standingPairs(context, { adviceId, receiptId });
  return pairs.map((pair) => {
    const isOfAdvice = pair.adviceId === adviceId;
    const path = isOfAdvice ? "remittanceAdviceId" : "receiptId";
    const message = isOfAdvice
      ? "The advice is paired already: take it from its payment first."
      : `Receipt ${number} has another advice: take that from it first.`;
    return refusal("ALREADY_PAIRED", path, message, {
      remittanceAdviceId: encodeId("rav", pair.adviceId),
      receiptId: encodeId("rct", pair.receiptId),
    });
  });
}

function moneyProblems(
  { currency, total }: AdviceToPair,
  receipt: PaidReceipt,
  accepted: boolean,
): Refusal[] {
  if (currency !== null && currency !== receipt.currency) {
    const message = `The advice is of ${currency}, receipt ${receipt.number} of ${receipt.currency}.`;
    return [refusal("CURRENCY_MISMATCH", "receiptId", message)];
  }
  if (total === null || accepted) return [];
  const difference = new Decimal(receipt.amount).minus(total);
  if (difference.isZero()) return [];
  const money = (amount: Decimal.Value) => ({
    amount: formatAmount(new Decimal(amount), receipt.currency),
    currency: receipt.currency,
  });
  const data = { advised: money(total), received: money(receipt.amount), difference: money(difference) };
  const { amount } = money(difference.abs());
  const message = `Receipt ${receipt.number} is ${amount} ${receipt.currency} ${difference.gt(0) ? "more" : "less"} than the advice says. Accept the difference if they belong together.`;
  return [refusal("AMOUNT_DIFFERS", "acceptDifference", message, data)];
}
