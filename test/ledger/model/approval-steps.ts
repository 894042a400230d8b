import { approveRequest, rejectRequest, withdrawRequest } from "../../../src/approvals/decide-approval.js";
import { allowanceAsked, allowanceReversalAsked } from "./allowance-steps.js";
import { chargebackAsked, debitMemoAsked } from "./charge-steps.js";
import { creditAsked, invoiceCreditAsked } from "./credit-steps.js";
import { lateFeesAsked, waiverAsked } from "./late-fee-steps.js";
import type { ModelledBooks } from "./modelled-books.js";
import { activationAsked } from "./plan-steps.js";
import { refundAsked } from "./refund-steps.js";
import { mostly, type Step } from "./step.js";
import { smallBalancesAsked, writeOffAsked } from "./write-off-steps.js";

/** Somebody without a limit asks, who has one in dollars or none at all: it waits, and moves nothing. */
export async function ask(ledger: ModelledBooks, step: Step): Promise<void> {
  // Mostly in euros, where nothing is below a limit.
  const euro = { ...step, pick: 2 * step.pick + 1 };
  const asks = [
    () => asking(ledger, writeOffAsked(ledger, step, "EUR")),
    () => asking(ledger, creditAsked(ledger, euro)),
    () => asking(ledger, invoiceCreditAsked(ledger, step)),
    () => asking(ledger, refundAsked(ledger, step)),
    () => asking(ledger, debitMemoAsked(ledger, euro)),
    () => asking(ledger, chargebackAsked(ledger, step)),
    () => asking(ledger, smallBalancesAsked(ledger, step)),
    () => asking(ledger, lateFeesAsked(ledger, step)),
    () => asking(ledger, waiverAsked(ledger, step)),
    () => asking(ledger, allowanceAsked(ledger, step)),
    () => asking(ledger, allowanceReversalAsked(ledger, step)),
    () => asking(ledger, activationAsked(ledger, step)),
  ];
  await asks[step.other % asks.length]?.();
}

async function asking<Input, Result>(
  ledger: ModelledBooks,
  asked: Parameters<typeof ledger.asks<Input, Result>>[0] | null,
): Promise<void> {
  if (asked) await ledger.asks(asked);
}

/** Approved, it is held against the books of that moment; rejected or withdrawn, nothing comes of it. */
export async function decide(ledger: ModelledBooks, step: Step): Promise<void> {
  const request = mostly(ledger.requests, (one) => !one.decided, step.pick);
  if (!request) return;
  const { approvalId } = request;
  const input = { approvalId, reason: "Still to be collected" };
  if (step.cents % 5 === 0) {
    if (await ledger.execute(!request.decided, rejectRequest, input)) request.decided = true;
    return;
  }
  if (step.cents % 5 === 1) {
    const maker = ledger.books.actorWith(request.maker);
    if (await ledger.execute(!request.decided, withdrawRequest, input, maker)) request.decided = true;
    return;
  }
  const allowed = !request.decided && (await request.stands());
  if (!(await ledger.execute(allowed, approveRequest, { approvalId }))) return;
  request.decided = true;
  await request.keep();
}
