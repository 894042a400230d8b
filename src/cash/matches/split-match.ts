import { v7 as uuidv7 } from "uuid";
import type { Command } from "../../platform/commands/command.js";
import { InputChecks } from "../../platform/commands/input-checks.js";
import { Refused } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import { applyChosen } from "./apply-chosen.js";
import type { ChosenPart } from "./chosen-parts.rules.js";
import { keepDecision, type MatchDecided, reasonIn } from "./confirm-match.js";
import { lockWaitingMatch, readParts } from "./waiting-match.js";

export interface MatchShare {
  readonly customerId: string;
  /** Positive; negative only for a credit of the customer's that is netted. */
  readonly amount: string;
  /** The customer's item that it pays; left out, it stays the customer's unapplied money. */
  readonly openItemId?: string | null;
}

export interface MatchProposalSplitInput {
  readonly matchProposalId: string;
  /** Together all that the receipt has to apply. */
  readonly shares: readonly MatchShare[];
  /** Today if not given. */
  readonly effectiveDate?: string | null;
  readonly expectedVersion?: number | null;
}

const SHARES_MAX = 1_000;

/**
 * Splits a receipt's money between several customers, on their items or as their unapplied money, to the last cent: one
 * payer paid for all of them. The first share's customer is the payer, when it was not known. Nothing is learned of the
 * payer: whom it pays for the next time is open.
 */
export const splitMatch: Command<MatchProposalSplitInput, MatchDecided> = {
  name: "matchProposalSplit",
  scope: "cash:write",
  async run(context, input) {
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
    if (input.shares.length === 0 || input.shares.length > SHARES_MAX)
      checks.add("LIMIT_EXCEEDED", "shares", `Between 1 and ${SHARES_MAX} shares fit in one request.`);
    const ids = [...new Set(input.shares.map(({ customerId }) => customerId))];
    const customers = await context.tx.rows<{ id: string }>(
      sql`select id from customer where tenant_id = ${context.tenant.id} and id = any(${ids})`,
    );
    const there = new Set(customers.map(({ id }) => id));
    for (const [i, { customerId }] of input.shares.entries())
      if (!there.has(customerId))
        checks.add("NOT_FOUND", `shares.${i}.customerId`, "There is no such customer.");
    const match = await lockWaitingMatch(context, input, checks);
    if (!match || !date || checks.refusals.length > 0) return new Refused(checks.refusals);
    const stored = await readParts(context, match.id);
    const chosen = input.shares.map(
      ({ customerId, amount, openItemId }, i): ChosenPart => ({
        ...{ partId: uuidv7(), itemId: openItemId ?? null, customerId, discount: null },
        ...{ amount: new Decimal(amount), path: ["shares", String(i)] },
      }),
    );
    const how = { at: "shares", effectiveDate: date, mustBeWhole: true, reasonOf: reasonIn(match, stored) };
    const applications = await applyChosen(context, match, chosen, how, checks);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    return keepDecision(context, match, { stored, chosen }, applications, false);
  },
};
